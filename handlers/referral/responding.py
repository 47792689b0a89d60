"""What people do with a referral that lies before them: it's mine, help, later."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final, cast
from zoneinfo import ZoneInfo

from handlers.contract import (
    Ask,
    Event,
    Named,
    Outcome,
    Outcomes,
    Refuse,
    Send,
    ToPerson,
    Update,
    Verb,
    asks,
    no,
)
from handlers.referral.access import (
    TEXT_MOST,
    acting,
    asked_before,
    form_of,
    owned_by,
    seen,
    text_of,
    told,
)
from handlers.referral.cards import at_words, helper_card, owner_card, past_card
from handlers.referral.owner import (
    AGAIN,
    MOST_ASKED,
    TURNS,
    again,
    hours_of,
    is_last,
    limit_of,
    remind,
    upward,
    waits_for,
    what_next,
)
from handlers.referral.page import referral_page
from handlers.shared import questions
from handlers.shared.days import read_day
from handlers.shared.pages import done, text_wrong
from prompts.shapes import Choice, Line
from prompts.words import Day, Plain, Words, say
from storage.partnership import Agency, AgencyId, PersonId, WorkingTime
from storage.partnership.turns import Name, Turn, escalates, in_working_time, room
from storage.repository import Repository
from storage.repository.people import Known
from storage.schema import Referral, Thread
from storage.schema.values import ThreadRole


@dataclass(frozen=True)
class Later:
    """When they are asked again, and when it goes up all the same; each maybe never."""

    asked: datetime | None
    up: datetime | None


LATER = ("hours", "tomorrow", "day")

_FAR: Final = timedelta(days=366)
"""It is due long before that; a calendar has no days for ever."""


async def open_referral(who: Named, event: Event, repo: Repository) -> Outcomes:
    """What was asked, what happened since, and what they can do."""
    thread = await seen(who, event, repo)
    if thread is None:
        return no("referral-not-for-you")
    return [Ask(await referral_page(who, thread, repo))]


async def mine(who: Named, event: Event, repo: Repository) -> Outcomes:
    """They have it. Pressed again later, it says that they are still on it."""
    found = await acting(who, event, repo)
    if found is None:
        return no("referral-not-for-you")
    thread, referral = found
    referral.news = True
    if thread.picked_by == who.person:
        note = say("referral-still-yours")
        return [Ask(await referral_page(who, thread, repo, note))]
    if thread.picked_by is not None:
        return no("taken-by-other")
    await owned_by(Known(who.person, who.name), thread, referral)
    if is_last(referral, repo):
        await again(thread, referral, repo)
    await repo.say(thread, "bot", "took", who.name)
    repo.note(thread.id, "taken", who.person)
    others = [p for p in await asked_before(thread, repo) if p != who.person]
    await repo.referrals.keep_only(thread, {who.person})
    return [
        Ask(await referral_page(who, thread, repo, say("referral-yours"))),
        *await _cards(who.person, others, thread, referral, repo),
        await told(thread, referral, "referral-taken", repo),
    ]


async def _cards(
    owner: PersonId, others: list[PersonId], thread: Thread, referral: Referral, repo: Repository
) -> list[Outcome]:
    reference, yours = await repo.reference_of(thread), say("referral-yours")
    told = await what_next(thread, referral, await waits_for(thread, repo), repo)
    mine = owner_card(thread, referral, reference, repo.partnership, yours, told_next=told)
    taken = past_card(thread, reference, say("card-taken", name=Plain(thread.picked_name or "")))
    return [Update(owner, thread.id, mine), *(Update(p, thread.id, taken) for p in others)]


async def ask_help(who: Named, event: Event, repo: Repository) -> Outcomes:
    """What is in the way?"""
    found = await acting(who, event, repo)
    return (
        no("referral-not-for-you") if found is None else form_of("help", found[0], text_of("help"))
    )


async def get_help(who: Named, event: Event, repo: Repository) -> Outcomes:
    """The next role up hears what is in the way; it stays with its owner."""
    found = await acting(who, event, repo)
    if found is None:
        return no("referral-not-for-you")
    if wrong := text_wrong(event.one("text"), TEXT_MOST):
        return [Refuse(wrong)]
    thread, referral = found
    referral.news = True
    await repo.say(thread, "lead", "help", event.one("text"))
    repo.note(thread.id, "help asked for", who.person)
    people = await _helpers(who.person, thread, referral, repo)
    audience = await repo.audience(thread)
    for person in people:
        if audience.get(person) is None:
            repo.add_recipient(thread, person, ThreadRole.HELPER)
    note = say("referral-help-wanted", name=Plain(who.name))
    reference = await repo.reference_of(thread)
    card = helper_card(thread, referral, reference, repo.partnership, note)
    return [
        Ask(done("referral-helped-title", "referral-helped" if people else "referral-helped-none")),
        *(Send(ToPerson(p), card, key=thread.id) for p in people),
        await told(thread, referral, "referral-in-the-way", repo),
    ]


async def _helpers(
    who: PersonId, thread: Thread, referral: Referral, repo: Repository
) -> list[PersonId]:
    """The first further up who are not themself, and whoever stands in for them."""
    agency, partnership = AgencyId(thread.agency), repo.partnership
    above = [partnership.answering(stage, agency) for stage in upward(repo)[referral.level :]]
    for people in (*above, partnership.holders(agency, "fallback")):
        both = [p for person in people for p in (person, await repo.people.stands_in(person)) if p]
        if found := [p for p in dict.fromkeys(both) if p != who]:
            return found
    return []


async def ask_later(who: Named, event: Event, repo: Repository) -> Outcomes:
    """When shall it be asked about again?"""
    found = await acting(who, event, repo)
    if found is None:
        return no("referral-not-for-you")
    when = Choice("later", say("referral-later-when"), questions.options("later", LATER))
    day = Line("day", say("referral-later-day"), value=event.one("day"), kind="date")
    return form_of("later", found[0], when, day)


async def later(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Asked again then, if that is before it is due; and else before it goes up all the same."""
    found = await acting(who, event, repo)
    if found is None:
        return no("referral-not-for-you")
    thread, referral = found
    until = await _until(thread, referral, event, repo)
    if isinstance(until, Refuse):
        return [until]
    referral.news = True
    put = await snooze(thread, referral, repo, until)
    repo.note(thread.id, "put off", who.person)
    words = _snooze_words(put, repo.partnership.agency(AgencyId(thread.agency)))
    return [Ask(await referral_page(who, thread, repo, words))]


def _snooze_words(put: Later, agency: Agency) -> Words:
    again: Words = say("referral-not-again")
    if put.asked is not None:
        local = WorkingTime(agency).local(put.asked)
        again = say("referral-put-off", day=Day(local.date()), time=Plain(f"{local:%H:%M}"))
    if put.up is None:
        return again
    return say("referral-put-off-up", again=again, at=at_words(put.up, agency))


async def _until(
    thread: Thread, referral: Referral, event: Event, repo: Repository
) -> datetime | Refuse:
    agency = await hours_of(thread, referral, repo)
    hours = WorkingTime(agency)
    match event.one("later"):
        case "hours":
            return repo.now + timedelta(hours=2)
        case "tomorrow":
            return hours.next_working_day(repo.now)
        case "day":
            day = read_day(event.one("day"))
            if day is None or day <= repo.today:
                return Refuse({"day": say("referral-later-which")})
            day = min(day, repo.today + _FAR)
            return hours.next_opening(datetime.combine(day, time(0), ZoneInfo(agency.timezone)))
        case _:
            return Refuse({"later": say("missing-later")})


async def snooze(thread: Thread, referral: Referral, repo: Repository, until: datetime) -> Later:
    """They are asked again then, if there is time for that; nothing else moves."""
    step = await repo.referrals.turn_of(thread, TURNS)
    limit, hours = limit_of(referral, repo), await hours_of(thread, referral, repo)
    at, by = in_working_time(until, limit, hours), referral.answer_by
    if step is None or step.due_at is None:  # the last who are asked, and not by the clock
        remind(thread, Turn("nudge", at), repo)
        return Later(at, None)
    present, again = Turn(cast(Name, step.name), step.due_at), step.arg.endswith(AGAIN)
    falls_due = in_working_time(max(by, repo.now), limit, hours)
    asked_as_due = present.name == "over" or again
    home = repo.partnership.agency(AgencyId(thread.agency))
    up = (
        present.at
        if present.name == "over"
        else escalates(limit, home, by, present.at if again else falls_due)
    )
    shown = None if is_last(referral, repo) else up
    if referral.asked >= MOST_ASKED or (present.name == "over" and again):
        return Later(None, shown)
    if not asked_as_due:
        late = at > falls_due - room(limit)
        turn = Turn("due", falls_due) if late else Turn("nudge", at)
    elif at > up - room(limit):
        turn = Turn("over", up)
    else:
        turn = Turn("due", at)
    await _moved(thread, turn, asked_as_due, repo)
    return Later(turn.at if turn.name != "over" else None, shown)


async def _moved(thread: Thread, turn: Turn, again: bool, repo: Repository) -> None:
    await repo.timers.forget(thread.id, *TURNS)
    remind(thread, turn, repo, AGAIN if again else "")


VERBS: Mapping[str, Verb] = {
    "referral.open": asks("person", open_referral, looks=True),
    "referral.mine": Verb("person", mine, looks=True),
    "referral.help": asks("person", ask_help),
    "referral.help.send": Verb("person", get_help),
    "referral.later": asks("person", ask_later),
    "referral.later.send": Verb("person", later),
}
