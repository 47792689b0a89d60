"""What the clock does with a referral: asks its owner, then the next role, until it is done.

An acknowledgement lapses: without news by the next turn nobody owns it any more, and the next step
up comes when it was promised. Every turn is one row that falls due; nothing is kept in a process.
"""

from collections.abc import Mapping
from typing import cast

from handlers.contract.commands import Step, at_its_time
from handlers.contract.outcomes import Outcome, Outcomes, Send, ToPerson, Update
from handlers.referral.cards import owner_card
from handlers.referral.case import (
    TELL_DUE,
    TELL_UP,
    TELLS,
    TURNS,
    ReferralCase,
    hours_for,
    while_open,
)
from handlers.referral.owner import (
    MOST_ASKED,
    ask,
    begin,
    end_cards,
    extend,
    restart,
    set_first,
    tell_referrer,
)
from prompts.words import Day, Plain, Words, say
from storage.delivery.due_steps import DueStep
from storage.partnership import Agency, AgencyId, Limit, PersonId, WorkingTime, due
from storage.partnership.turns import Name, Turn, after, first_turn, in_working_time, least_notice
from storage.repository import Repository
from storage.repository.people.people import Known
from storage.schema import Thread
from storage.schema.values import HeardBack, State, ThreadRole


async def take_turn(case: ReferralCase, step: DueStep) -> Outcomes:
    """Takes one turn of the clock. Taken late, it waits for working hours all the same."""
    name, lapses = cast(Name, step.name), case.is_owned and not case.referral.news
    limit, hours = await _of_those_asked(case, name, lapses)
    at = in_working_time(case.repo.now, limit, hours)
    if at > case.repo.now:
        case.remind(Turn(name, at), again=step.again)
        return []
    if name == "over":
        return await _over(case, lapses)
    falls_due = in_working_time(max(case.referral.answer_by, at), limit, hours)
    if name == "nudge" and not _asks_no_more(case) and falls_due == at:
        name = "due"
    if lapses:
        return await lapse(case, name)
    if name == "nudge" and not _asks_no_more(case) and falls_due < at + least_notice(limit):
        case.remind(Turn("due", falls_due))
        return []
    return await _asked_again(case, name, step.again)


async def _of_those_asked(case: ReferralCase, name: Name, lapses: bool) -> tuple[Limit, Agency]:
    if name == "over":
        return case.limit_at(case.referral.level + 1), case.home
    return case.limit, case.home if lapses else await case.hours()


def _asks_no_more(case: ReferralCase) -> bool:
    """Tells whether nobody has it or could further up: whoever is last was asked, and snoozed."""
    return case.is_last and not case.is_owned


async def _asked_again(case: ReferralCase, name: Name, snoozed: bool) -> Outcomes:
    coming, referral = None, case.referral
    if not _asks_no_more(case):
        hours, now = await case.hours(), case.repo.now
        coming = after(name, case.limit, hours, now, referral.answer_by, case.home)
        case.remind(coming, again=snoozed)
    nobody = name == "nudge" and not case.is_owned
    note = say("referral-nudge-nobody") if nobody else say(f"referral-{name}")
    sent = await ask(case, coming, note)
    if name == "due" and referral.level == 0 and referral.heard is None:
        referral.heard = HeardBack.ASKED
        sent += await _tell_in_hours(case, TELL_DUE)
    return sent


async def _tell_in_hours(case: ReferralCase, what: str, *, at_once: bool = False) -> list[Send]:
    """Tells whoever made it, in their own agency's hours."""
    thread, repo = case.thread, case.repo
    await repo.timers.forget(case.id, *TELLS)
    hours = await hours_for(AgencyId(thread.told_agency or thread.home), thread.raiser, repo)
    at = in_working_time(repo.now, case.limit, hours)
    if at > repo.now and not at_once:
        repo.timers.remind(thread, what, at)
        return []
    words = say("referral-heard-back" if what == TELL_DUE else "referral-went-up")
    return [await tell_referrer(case, words)]


async def tell(case: ReferralCase, step: DueStep) -> Outcomes:
    """Tells whoever made it what they were to hear, if it is still so."""
    if step.name == TELL_DUE and case.repo.now < case.referral.answer_by:
        case.referral.heard = None  # it is due at another time now
        return []
    return await _tell_in_hours(case, step.name)


async def lapse(case: ReferralCase, name: Name) -> list[Outcome]:
    """Unassigns it: its owner said that it was theirs, and nothing more.

    The others are asked, and the next step up comes when it was promised; where there is none
    it begins anew.
    """
    if case.is_last:
        return await _from_the_start(case)
    had = await _lapsed(case)
    await case.disown()
    case.referral.asked = 0
    if name == "due":
        sent = await _asked_again(case, name, snoozed=False)
    else:
        sent = await ask(case, await set_first(case), say("referral-nobodys"))
    return [*await _end_lapsed(case, had, sent), *sent]


async def _lapsed(case: ReferralCase) -> Known:
    """Says whose it was, on the page and in the history of those who are asked next."""
    repo = case.repo
    had = Known(PersonId(case.referral.owner or ""), case.referral.owner_name or "")
    await repo.say(case.thread, "bot", "lapsed", had.name)
    repo.note(case.id, "lapsed")
    return had


async def _end_lapsed(case: ReferralCase, had: Known, sent: Outcomes) -> list[Update]:
    if any(isinstance(s, Send) and s.to == ToPerson(had.person) for s in sent):
        return []
    note = say("bot-lapsed", name=Plain(had.name), day=Day(case.today))
    return await end_cards(case, [had.person], note)


async def _over(case: ReferralCase, lapses: bool) -> Outcomes:
    if not case.is_last:
        if lapses:
            await _lapsed(case)
        return await escalate(case)
    if not case.is_owned:
        return []
    if lapses or case.referral.asked >= MOST_ASKED:
        return await _from_the_start(case)
    return await ask(case, await extend(case), say("referral-due"))


async def _from_the_start(case: ReferralCase) -> list[Outcome]:
    """Asks those on the first level again: nobody is further up."""
    had = await _lapsed(case)
    await case.disown()
    await restart(case)
    sent = await begin(case)
    return [*await _end_lapsed(case, had, sent), *sent]


async def escalate(case: ReferralCase, *, pressed: bool = False) -> list[Outcome]:
    """Asks the next role up, with what happened so far in a line."""
    referral, repo = case.referral, case.repo
    history = await history_of(case)
    before = await case.recipients(ThreadRole.ASKED)
    referral.level, referral.asked = case.next_level, 0
    case.unassign()
    await repo.say(case.thread, "bot", "further" if pressed else "climbed")
    repo.note(case.id, f"went up to level {referral.level}")
    turn, note = None, say("referral-at-fallback")
    if case.is_last:
        await case.forget_turns(*TELLS)
    else:
        referral.answer_by = due(case.limit, await case.hours(), repo.now)
        turn, note = await set_first(case), say("referral-at-level")
    sent = await ask(case, turn, note, history)
    others = [p for p in before if all(s.to != ToPerson(p) for s in sent)]
    return [
        *await _gone_further(case, turn, others),
        *sent,
        *await _tell_in_hours(case, TELL_UP, at_once=pressed),
    ]


async def _gone_further(
    case: ReferralCase, turn: Turn | None, others: list[PersonId]
) -> list[Update]:
    """Says on the cards of those who were asked before that others are asked now."""
    note = say("bot-climbed", day=Day(case.today))
    card = owner_card(case, await case.reference(), note, await case.ahead(turn))
    return [Update(person, case.id, card) for person in others]


async def forget(thread: Thread, repo: Repository) -> Outcomes:
    """Closes what is done, and to which whoever made it has not objected since."""
    if thread.state == State.ANSWERED:
        await repo.close(thread)
    return []


async def heal_turn(thread: Thread, repo: Repository) -> None:
    """Sets the clock again of a referral that waits for no turn."""
    case = await ReferralCase.of(thread, repo)
    limit, hours, by = case.limit, await case.hours(), case.referral.answer_by
    if repo.now < by:
        turn = first_turn(limit, hours, repo.now, by)
    elif case.referral.heard:  # its maker was asked when it fell due, and so was whoever has it
        turn = after("due", limit, hours, repo.now, by, case.home)
    else:
        turn = Turn("due", in_working_time(repo.now, limit, hours))
    case.remind(turn)


STEPS: Mapping[str, Step] = {
    **dict.fromkeys(TURNS, while_open(take_turn)),
    **dict.fromkeys(TELLS, while_open(tell)),
    "forget": at_its_time(forget),
}


async def history_of(case: ReferralCase) -> Words:
    """Says since when it is asked for, who took it, what came of it, and how often they heard."""
    began = WorkingTime(case.home).local(case.referral.began).date()
    taken: Words = say("history-nobody")
    for spoken in await case.repo.said(case.thread, "bot"):
        if spoken.kind in ("took", "lapsed"):
            name, day = Plain(spoken.text), Day(spoken.day)
            taken = say(f"history-{spoken.kind}", name=name, day=day)
    asked = say("history-asked", asked=case.referral.asked)
    return say("history", day=Day(began), taken=taken, asked=asked)
