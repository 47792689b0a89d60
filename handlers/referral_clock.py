"""What the clock does with a referral: asks its owner, then the next role, until it is done.

An acknowledgement lapses: without news by the next turn nobody owns it any more, and the way up
begins anew. Every turn is one row that falls due; nothing is kept in a process.
"""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import get_args

from handlers.contract import Outcomes, Send, ToPerson, ToRaiser
from handlers.referral_cards import owner_card, referrer_card
from handlers.referral_turns import Name, Turn, after, awake, first_turn
from prompts.words import Words, say
from storage.partnership import Agency, AgencyId, Limit, PersonId, Stage, due
from storage.repository import Repository
from storage.tables import Referral, Thread

MOST_ASKED = 5
OWN_DATE = Limit(1, "working day")
"""What is due on a day of its own has no limit; turns after that day are working days apart."""
TURNS: tuple[Name, ...] = get_args(Name)


async def begin(thread: Thread, referral: Referral, repo: Repository) -> list[Send]:
    """Asks whoever has it, or could take it, and sets the first turn."""
    await _set(thread, referral, repo)
    return await _ask(thread, referral, repo, None)


async def _set(thread: Thread, referral: Referral, repo: Repository) -> None:
    await repo.timers.forget(thread.id, *TURNS)
    hours = await hours_of(thread, referral, repo)
    turn = first_turn(limit_of(referral, repo), hours, repo.now, referral.answer_by)
    _remind(thread, turn, repo)


def _remind(thread: Thread, turn: Turn, repo: Repository) -> None:
    repo.timers.remind(thread, turn.name, turn.at)


async def hours_of(thread: Thread, referral: Referral, repo: Repository) -> Agency:
    """The agency, on the clock of whoever owns it: they may work in another time zone."""
    agency = repo.partnership.agency(AgencyId(thread.agency))
    zone = await repo.people.timezone_of(PersonId(referral.owner)) if referral.owner else None
    return agency.model_copy(update={"timezone": zone}) if zone else agency


def limit_of(referral: Referral, repo: Repository) -> Limit:
    """How long whoever has it now may take."""
    if referral.level > 0:
        stages = upward(repo)
        if referral.level <= len(stages):
            return stages[referral.level - 1].within
    kind = repo.partnership.kind(referral.kind)
    return kind.within if kind is not None else OWN_DATE


def upward(repo: Repository) -> list[Stage]:
    """The partnership's roles above the owner, in order."""
    return [stage for stage in repo.partnership.stages if stage.answers != "owner"]


async def asked_people(thread: Thread, referral: Referral, repo: Repository) -> list[PersonId]:
    """Who is asked now: the owner, or everyone who could take it, or the next role up."""
    agency = AgencyId(thread.agency)
    if referral.level > 0:
        stages = upward(repo)
        if referral.level <= len(stages):
            people = list(repo.partnership.answering(stages[referral.level - 1], agency))
        else:
            people = list(repo.partnership.holders(agency, "fallback"))
    elif referral.owner is not None:
        people = [PersonId(referral.owner)]
    else:
        people = list(who_could(referral.role, agency, repo))
    found = [p for person in people for p in (person, await repo.people.stands_in(person)) if p]
    return list(dict.fromkeys(found))


def who_could(role: str, agency: AgencyId, repo: Repository) -> tuple[PersonId, ...]:
    """Everyone in a role who could take it; where nobody holds the role, the leads."""
    leads = repo.partnership.leads(agency)
    if role == "manager":
        return repo.partnership.holders(agency, "manager") or leads
    return leads


async def _ask(
    thread: Thread, referral: Referral, repo: Repository, note: Words | None
) -> list[Send]:
    people = await asked_people(thread, referral, repo)
    if referral.asked >= MOST_ASKED:
        return []
    referral.asked += 1
    before = await repo.audience(thread)
    for person in people:
        if person not in before:
            repo.lay_before(thread, person, "asked")
        elif before[person] == "past":
            await repo.moved_to(thread, person, "asked")
    reference = await repo.reference_of(thread)
    card = owner_card(thread, referral, reference, repo.partnership, note)
    return [Send(ToPerson(p), card, key=thread.id) for p in people]


def _taking(name: Name) -> Callable[[Thread, str, Repository], Awaitable[Outcomes]]:
    async def take(thread: Thread, _arg: str, repo: Repository) -> Outcomes:
        return await turn(thread, name, repo)

    return take


async def turn(thread: Thread, name: Name, repo: Repository) -> list[Send]:
    """One turn of the clock; done or closed, nobody is asked any more."""
    if thread.state not in ("open", "picked"):
        return []
    referral = await repo.referrals.of(thread)
    if thread.state == "picked" and not referral.news:
        return await lapse(thread, referral, repo)
    if name == "over":
        return await climb(thread, referral, repo)
    referral.news = False
    hours = await hours_of(thread, referral, repo)
    _remind(
        thread, after(name, limit_of(referral, repo), hours, repo.now, referral.answer_by), repo
    )
    sent = await _ask(thread, referral, repo, say(f"referral-{name}"))
    return [*sent, *(await _heard_back(thread, referral, repo) if name == "due" else [])]


async def _heard_back(thread: Thread, referral: Referral, repo: Repository) -> list[Send]:
    if referral.level > 0:
        return []
    referral.heard = "asked"
    reference = await repo.reference_of(thread)
    note = say("referral-heard-back")
    card = referrer_card(thread, referral, reference, repo.partnership, note)
    return [Send(ToRaiser(thread.id), card, key=thread.id)]


async def lapse(thread: Thread, referral: Referral, repo: Repository) -> list[Send]:
    """They said that it was theirs, and nothing more: it is nobody's again."""
    await repo.say(thread, "bot", "lapsed", referral.owner_name or "")
    repo.note(thread.id, "lapsed")
    await disown(thread, referral, repo)
    referral.level, referral.asked = 0, 0
    referral.answer_by = max(referral.due_at, await _in_a_day(thread, referral, repo))
    return await begin(thread, referral, repo)


async def disown(thread: Thread, referral: Referral, repo: Repository) -> None:
    """Nobody owns it; whoever did keeps sight of it."""
    thread.state = "open"
    thread.picked_by = thread.picked_name = None
    referral.owner = referral.owner_name = None
    referral.news = False
    await repo.referrals.keep_only(thread, set())


async def _in_a_day(thread: Thread, referral: Referral, repo: Repository) -> datetime:
    limit = limit_of(referral, repo)
    hours = await hours_of(thread, referral, repo)
    return due(limit if limit.unit in ("minute", "hour") else OWN_DATE, hours, repo.now)


async def climb(thread: Thread, referral: Referral, repo: Repository) -> list[Send]:
    """The next role up is asked, with what happened so far in a line."""
    referral.level += 1
    referral.asked, referral.news = 0, False
    await repo.say(thread, "bot", "climbed")
    repo.note(thread.id, f"went up to level {referral.level}")
    thread.state = "open"
    told = referrer_card(
        thread, referral, await repo.reference_of(thread), repo.partnership, say("referral-went-up")
    )
    news = Send(ToRaiser(thread.id), told, key=thread.id)
    if referral.level > len(upward(repo)):
        await repo.timers.forget(thread.id, *TURNS)
        return [*await _ask(thread, referral, repo, say("referral-at-fallback")), news]
    limit = limit_of(referral, repo)
    hours = await hours_of(thread, referral, repo)
    referral.answer_by = due(limit, hours, repo.now)
    await _set(thread, referral, repo)
    return [*await _ask(thread, referral, repo, say("referral-at-level")), news]


async def put_off(
    thread: Thread, referral: Referral, repo: Repository, until: datetime
) -> datetime:
    """Snoozed: they are asked again then, but never after it is due."""
    hours = await hours_of(thread, referral, repo)
    limit = limit_of(referral, repo)
    at = awake(min(until, max(referral.answer_by, repo.now)), limit, hours)
    name: Name = "nudge" if at < referral.answer_by else "due"
    await repo.timers.forget(thread.id, *TURNS)
    repo.timers.remind(thread, name, at)
    return at


async def forget(thread: Thread, _arg: str, repo: Repository) -> Outcomes:
    """Done, and whoever made it has not objected since: it closes."""
    if thread.state == "answered":
        await repo.close(thread)
    return []


STEPS: dict[str, Callable[[Thread, str, Repository], Awaitable[Outcomes]]] = {
    **{name: _taking(name) for name in TURNS},
    "forget": forget,
}
