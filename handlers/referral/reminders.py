"""What the clock does with a referral: asks its owner, then the next role, until it is done.

An acknowledgement lapses: without news by the next turn nobody owns it any more, and the way up
begins anew. Every turn is one row that falls due; nothing is kept in a process.
"""

from collections.abc import Awaitable, Callable

from handlers.contract import Outcome, Outcomes, Send, ToPerson, ToRaiser, Update
from handlers.referral.cards import level_above, owner_card, past_card, referrer_card
from handlers.referral.owner import (
    AGAIN,
    MOST_ASKED,
    TELL,
    TURNS,
    again,
    ask,
    begin,
    disown,
    from_the_start,
    hours_for,
    hours_of,
    is_last,
    limit_at,
    limit_of,
    remind,
    set_first,
    unassigned,
    what_next,
)
from prompts.words import Day, Plain, Words, say
from storage.partnership import Agency, AgencyId, Limit, PersonId, WorkingTime, due
from storage.partnership.turns import Name, Turn, after, first_turn, in_working_time, room
from storage.repository import Repository
from storage.schema import Referral, Thread
from storage.schema.values import State, ThreadRole


def _taking(name: Name) -> Callable[[Thread, str, Repository], Awaitable[Outcomes]]:
    async def take(thread: Thread, arg: str, repo: Repository) -> Outcomes:
        return await turn(thread, name, repo, arg)

    return take


async def turn(thread: Thread, name: Name, repo: Repository, arg: str = "") -> list[Outcome]:
    """One turn of the clock; done or closed, nobody is asked any more.

    Taken late, it waits for working hours all the same.
    """
    if thread.state not in (State.OPEN, State.PICKED):
        return []
    referral = await repo.referrals.of(thread)
    lapses = thread.state == State.PICKED and not referral.news
    limit, hours = await _of_those_asked(thread, referral, name, lapses, repo)
    at = in_working_time(repo.now, limit, hours)
    if at > repo.now:
        remind(thread, Turn(name, at), repo, arg)
        return []
    if lapses:
        return await lapse(thread, referral, repo)
    if name == "over":
        return await _over(thread, referral, repo)
    if name == "nudge" and not _asks_no_more(thread, referral, repo):
        falls_due = in_working_time(max(referral.answer_by, repo.now), limit, hours)
        if falls_due == repo.now:
            name = "due"
        elif falls_due < repo.now + room(limit):
            remind(thread, Turn("due", falls_due), repo)
            return []
    return await _asked_again(thread, referral, name, arg, repo)


async def _of_those_asked(
    thread: Thread, referral: Referral, name: Name, lapses: bool, repo: Repository
) -> tuple[Limit, Agency]:
    agency = repo.partnership.agency(AgencyId(thread.agency))
    if lapses:
        return limit_at(0, referral, repo), agency
    if name == "over":
        return limit_at(referral.level + 1, referral, repo), agency
    return limit_of(referral, repo), await hours_of(thread, referral, repo)


def _asks_no_more(thread: Thread, referral: Referral, repo: Repository) -> bool:
    """Nobody has it, nobody further up could: whoever is last was asked, and put it off."""
    return thread.state == State.OPEN and is_last(referral, repo)


async def _asked_again(
    thread: Thread, referral: Referral, name: Name, arg: str, repo: Repository
) -> list[Outcome]:
    limit, hours = limit_of(referral, repo), await hours_of(thread, referral, repo)
    coming = None
    if not _asks_no_more(thread, referral, repo):
        home = repo.partnership.agency(AgencyId(thread.agency))
        coming = after(name, limit, hours, repo.now, referral.answer_by, home)
        remind(thread, coming, repo, AGAIN if arg.endswith(AGAIN) else "")
    nobody = name == "nudge" and thread.state == State.OPEN
    note = say("referral-nudge-nobody") if nobody else say(f"referral-{name}")
    sent: list[Outcome] = [*await ask(thread, referral, coming, repo, note)]
    if name == "due" and referral.level == 0 and referral.heard == "":
        referral.heard = "asked"
        sent += await _tell(thread, referral, "due", repo)
    return sent


async def _tell(
    thread: Thread, referral: Referral, what: str, repo: Repository, *, at_once: bool = False
) -> list[Send]:
    """Whoever made it hears of it, in their own agency's hours."""
    await repo.timers.forget(thread.id, TELL)
    hours = await hours_for(thread.told_agency or thread.agency, thread.raiser, repo)
    at = in_working_time(repo.now, limit_of(referral, repo), hours)
    if at > repo.now and not at_once:
        repo.timers.remind(thread, TELL, at, what)
        return []
    words = say("referral-heard-back" if what == "due" else "referral-went-up")
    reference = await repo.reference_of(thread)
    card = referrer_card(thread, referral, reference, repo.partnership, words)
    return [Send(ToRaiser(thread.id), card, key=thread.id)]


async def tell(thread: Thread, arg: str, repo: Repository) -> Outcomes:
    """What whoever made it was to hear, if it is still so."""
    if thread.state not in (State.OPEN, State.PICKED):
        return []
    referral = await repo.referrals.of(thread)
    if arg == "due" and repo.now < referral.answer_by:
        referral.heard = ""  # it is due at another time now
        return []
    return await _tell(thread, referral, arg, repo)


async def lapse(thread: Thread, referral: Referral, repo: Repository) -> list[Outcome]:
    """They said that it was theirs, and nothing more: it is nobody's again."""
    name, had = referral.owner_name or "", referral.owner
    await repo.say(thread, "bot", "lapsed", name)
    repo.note(thread.id, "lapsed")
    await disown(thread, referral, repo)
    await from_the_start(thread, referral, repo)
    sent = await begin(thread, referral, repo)
    if had is None or any(s.to == ToPerson(PersonId(had)) for s in sent):
        return [*sent]
    gone = past_card(
        thread,
        await repo.reference_of(thread),
        say("bot-lapsed", name=Plain(name), day=Day(repo.today)),
    )
    return [Update(PersonId(had), thread.id, gone), *sent]


async def _over(thread: Thread, referral: Referral, repo: Repository) -> list[Outcome]:
    if not is_last(referral, repo):
        return await climb(thread, referral, repo)
    if thread.state == State.OPEN:
        return []
    if referral.asked >= MOST_ASKED:
        return await lapse(thread, referral, repo)
    turn = await again(thread, referral, repo)
    return [*await ask(thread, referral, turn, repo, say("referral-due"))]


async def climb(
    thread: Thread, referral: Referral, repo: Repository, *, pressed: bool = False
) -> list[Outcome]:
    """The next role up is asked, with what happened so far in a line."""
    history = await history_of(thread, referral, repo)
    before = [p for p, part in (await repo.audience(thread)).items() if part == ThreadRole.ASKED]
    referral.level = level_above(referral.level, AgencyId(thread.agency), repo.partnership)
    referral.asked = 0
    unassigned(thread, referral)
    await repo.say(thread, "bot", "further" if pressed else "climbed")
    repo.note(thread.id, f"went up to level {referral.level}")
    turn, note = None, say("referral-at-fallback")
    if is_last(referral, repo):
        await repo.timers.forget(thread.id, *TURNS, TELL)
    else:
        hours = await hours_of(thread, referral, repo)
        referral.answer_by = due(limit_of(referral, repo), hours, repo.now)
        turn, note = await set_first(thread, referral, repo), say("referral-at-level")
    sent = await ask(thread, referral, turn, repo, note, history)
    asked = {s.to for s in sent}
    others = [p for p in before if ToPerson(p) not in asked]
    return [
        *await _gone_further(thread, referral, turn, others, repo),
        *sent,
        *await _tell(thread, referral, "up", repo, at_once=pressed),
    ]


async def _gone_further(
    thread: Thread, referral: Referral, turn: Turn | None, others: list[PersonId], repo: Repository
) -> list[Update]:
    """Those who were asked before see on their cards that others are asked now."""
    reference = await repo.reference_of(thread)
    told, note = (
        await what_next(thread, referral, turn, repo),
        say("bot-climbed", day=Day(repo.today)),
    )
    card = owner_card(thread, referral, reference, repo.partnership, note, told_next=told)
    return [Update(person, thread.id, card) for person in others]


async def forget(thread: Thread, _arg: str, repo: Repository) -> Outcomes:
    """Done, and whoever made it has not objected since: it closes."""
    if thread.state == State.ANSWERED:
        await repo.close(thread)
    return []


async def heal_turn(thread: Thread, repo: Repository) -> None:
    """Sets the clock again of a referral that waits for no turn."""
    referral = await repo.referrals.of(thread)
    limit, hours = limit_of(referral, repo), await hours_of(thread, referral, repo)
    if repo.now < referral.answer_by:
        turn = first_turn(limit, hours, repo.now, referral.answer_by)
    elif referral.heard:  # whoever made it was asked when it fell due, and so was whoever has it
        home = repo.partnership.agency(AgencyId(thread.agency))
        turn = after("due", limit, hours, repo.now, referral.answer_by, home)
    else:
        turn = Turn("due", in_working_time(repo.now, limit, hours))
    remind(thread, turn, repo)


STEPS: dict[str, Callable[[Thread, str, Repository], Awaitable[Outcomes]]] = {
    **{name: _taking(name) for name in TURNS},
    TELL: tell,
    "forget": forget,
}


async def history_of(thread: Thread, referral: Referral, repo: Repository) -> Words:
    """Since when it is asked for, who took it and what came of that, and how often they heard."""
    agency = repo.partnership.agency(AgencyId(thread.agency))
    began = WorkingTime(agency).local(referral.began).date()
    taken: Words = say("history-nobody")
    for spoken in await repo.said(thread, "bot"):
        if spoken.kind in ("took", "lapsed"):
            name, day = Plain(spoken.text), Day(spoken.day)
            taken = say(f"history-{spoken.kind}", name=name, day=day)
    asked = say("history-asked", asked=referral.asked)
    return say("history", day=Day(began), taken=taken, asked=asked)
