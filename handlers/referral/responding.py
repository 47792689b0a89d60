"""What people do with a referral that they are asked about: it's mine, help, later."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from handlers.contract.commands import Verb, asks
from handlers.contract.outcomes import Ask, Outcomes, Refuse, Send, ToPerson, Update, no
from handlers.contract.people import Event
from handlers.referral.cards import helper_card, owner_card
from handlers.referral.case import TURNS, ReaderCase, ReferralCase, as_asked, as_reader
from handlers.referral.form import TEXT_MOST, in_reply, question, text_field
from handlers.referral.owner import MOST_ASKED, end_cards, extend, tell_referrer
from handlers.referral.page import NOTE, referral_page
from handlers.shared import questions
from handlers.shared.cases import acts_on
from handlers.shared.days import read_day, unread
from handlers.shared.desk.deadlines import at_words
from handlers.shared.desk.notes import noting
from handlers.shared.pages import done, text_wrong
from prompts.shapes import Choice, Line
from prompts.words import Day, Plain, Words, say
from storage.partnership import Agency, PersonId, WorkingTime
from storage.partnership.turns import Turn, escalates, in_working_time, least_notice
from storage.schema.values import ThreadRole


@dataclass(frozen=True)
class Snoozed:
    """When they are asked again, and when it is escalated all the same; each maybe never."""

    asked: datetime | None
    up: datetime | None


LATER = ("hours", "tomorrow", "day")

_FAR: Final = timedelta(days=366)
"""It is due long before that; a calendar has no days for ever."""


@as_reader
async def open_referral(case: ReaderCase, _event: Event) -> Outcomes:
    """Shows what was asked, what happened since, and what they can do."""
    return [Ask(await referral_page(case, case.who.person))]


@as_asked
async def mine(case: ReaderCase, _event: Event) -> Outcomes:
    """Makes it theirs. Pressed again later, it says that they are still on it."""
    thread, repo, who = case.thread, case.repo, case.who
    case.referral.news = True
    if thread.picked_by == who.person:
        return [Ask(await referral_page(case, who.person, say("referral-still-yours")))]
    if thread.picked_by is not None:
        return no("taken-by-other")
    case.assign(who)
    if case.is_last:
        await extend(case)
    await repo.say(thread, "bot", "took", who.name)
    repo.note(case.id, "taken", who.person)
    others = [p for p in await case.recipients(ThreadRole.ASKED) if p != who.person]
    await repo.referrals.keep_only(thread, {who.person})
    name, yours = Plain(who.name), say("referral-yours")
    page, ahead = await referral_page(case, who.person, yours), await case.ahead(await case.turn())
    return [
        Ask(page),
        Update(who.person, case.id, owner_card(case, await case.reference(), yours, ahead)),
        *await end_cards(case, others, say("card-taken", name=name)),
        await tell_referrer(case, say("referral-taken", name=name)),
    ]


@as_asked
async def ask_help(case: ReaderCase, _event: Event) -> Outcomes:
    """Asks what is in the way."""
    return await in_reply("help", case, text_field("help"))


@as_asked
async def get_help(case: ReaderCase, event: Event) -> Outcomes:
    """Tells the next role up what is in the way; it stays with its owner."""
    if wrong := text_wrong(event.one("text"), TEXT_MOST):
        return [Refuse(wrong)]
    thread, repo, who = case.thread, case.repo, case.who
    case.referral.news = True
    await repo.say(thread, "lead", "help", event.one("text"), by=who.name)
    repo.note(case.id, "help asked for", who.person)
    told = await _ask_helpers(case, who.person, who.name)
    return [
        Ask(done("referral-helped-title", "referral-helped" if told else "referral-helped-none")),
        *told,
        await tell_referrer(case, say("referral-in-the-way")),
    ]


async def _ask_helpers(case: ReferralCase, owner: str, name: str) -> list[Send]:
    people, audience = await _helpers(case, owner), await case.repo.audience(case.thread)
    for person in people:
        if person not in audience:
            case.repo.add_recipient(case.thread, person, ThreadRole.HELPER)
    note = say("referral-help-wanted", name=Plain(name))
    card = helper_card(case, await case.reference(), note)
    return [Send(ToPerson(p), card, key=case.id) for p in people]


async def _helpers(case: ReferralCase, owner: str) -> list[PersonId]:
    """Finds the first further up who don't own it, and whoever stands in for them."""
    away, left = await case.repo.parts.unreached(case.thread), await case.repo.people.left()
    above = [case.answering(stage) for stage in case.stages[case.referral.level :]]
    for people in (*above, case.partnership.holders(case.agency, "fallback")):
        found = [p for p in await case.with_stand_ins(people) if p != owner and p not in away]
        if here := [p for p in found if not left.has_left(p, case.agency)]:
            return here
    return []


async def help_again(case: ReferralCase) -> list[Send]:
    """Asks others for help, once nobody is left of those whom its owner asked."""
    away = await case.repo.parts.unreached(case.thread)
    owner = case.referral.owner
    if owner is None or set(await case.recipients(ThreadRole.HELPER)) - away:
        return []
    return await _ask_helpers(case, owner, case.referral.owner_name or "")


@as_asked
async def ask_later(case: ReaderCase, event: Event) -> Outcomes:
    """Asks when it shall be asked about again."""
    when = Choice("later", say("referral-later-when"), questions.options("later", LATER))
    day = Line("day", say("referral-later-day"), value=event.one("day"), kind="date")
    return question("later", case, when, day)


@as_asked
async def later(case: ReaderCase, event: Event) -> Outcomes:
    """Snoozes it until then, if that is before it is due; and else before it is escalated."""
    until = await _until(event, case)
    if isinstance(until, Refuse):
        return [until]
    case.referral.news = True
    words = _snooze_words(await snooze(case, until), case.home)
    case.repo.note(case.id, "put off", case.who.person)
    return [Ask(await referral_page(case, case.who.person, words))]


def _snooze_words(put: Snoozed, agency: Agency) -> Words:
    again: Words = say("referral-not-again")
    if put.asked is not None:
        local = WorkingTime(agency).local(put.asked)
        again = say("referral-put-off", day=Day(local.date()), time=Plain(f"{local:%H:%M}"))
    if put.up is None:
        return again
    return say("referral-put-off-up", again=again, at=at_words(put.up, agency))


async def _until(event: Event, case: ReferralCase) -> datetime | Refuse:
    agency, repo = await case.hours(), case.repo
    hours = WorkingTime(agency)
    match event.one("later"):
        case "hours":
            return repo.now + timedelta(hours=2)
        case "tomorrow":
            return hours.next_working_day(repo.now)
        case "day":
            day = read_day(event.one("day"))
            if day is None and event.one("day"):
                return Refuse({"day": unread(event.one("day"))})
            today = hours.local(repo.now).date()
            if day is None or day <= today:
                return Refuse({"day": say("referral-later-which")})
            day = min(day, today + _FAR)
            return hours.next_opening(datetime.combine(day, time(0), ZoneInfo(agency.timezone)))
        case _:
            return Refuse({"later": say("missing-later")})


async def snooze(case: ReferralCase, until: datetime) -> Snoozed:
    """Asks them again then, if there is time for that; nothing else moves."""
    referral, limit, hours = case.referral, case.limit, await case.hours()
    at, by = in_working_time(until, limit, hours), referral.answer_by
    step = await case.repo.referrals.turn_of(case.thread, TURNS)
    if step is None or step.due_at is None:  # the last who are asked, and not by the clock
        case.remind(Turn("nudge", at))
        return Snoozed(at, None)
    over, again = step.name == "over", step.again
    falls_due = in_working_time(max(by, case.repo.now), limit, hours)
    up = step.due_at
    if not over:
        up = escalates(limit, case.home, by, step.due_at if again else falls_due)
    shown = None if case.is_last else up
    if referral.asked >= MOST_ASKED or (over and again):
        return Snoozed(None, shown)
    if over or again:
        turn = Turn("over", up) if at > up - least_notice(limit) else Turn("due", at)
    else:
        late = at > falls_due - least_notice(limit)
        turn = Turn("due", falls_due) if late else Turn("nudge", at)
    await case.forget_turns()
    case.remind(turn, again=over or again)
    return Snoozed(turn.at if turn.name != "over" else None, shown)


def _may_note(case: ReaderCase) -> bool:
    """Tells whether it is open, and their agency was asked, not they who asked it."""
    return case.is_open and case.part in NOTE and case.thread.raiser != case.who.person


as_noting = acts_on(ReaderCase.find_for, "referral-not-for-you", when=_may_note)
"""Hands a handler the open referral that this person works on with others."""

VERBS: Mapping[str, Verb] = {
    "referral.open": asks("person", open_referral, looks=True),
    "referral.mine": Verb("person", mine, looks=True),
    "referral.help": asks("person", ask_help),
    "referral.help.send": Verb("person", get_help),
    "referral.later": asks("person", ask_later),
    "referral.later.send": Verb("person", later),
    **noting("referral", as_noting),
}
