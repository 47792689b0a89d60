"""What people do with a referral that lies before them: it's mine, help, later."""

from datetime import datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from handlers import questions
from handlers.contract import (
    Ask,
    Command,
    Event,
    Named,
    Outcome,
    Outcomes,
    Refuse,
    Send,
    ToPerson,
    Update,
    Verb,
    no,
)
from handlers.pages import done, text_wrong
from handlers.referral_asking import again, hours_of, is_last, upward, waits_for, what_next
from handlers.referral_cards import at_words, helper_card, owner_card, past_card
from handlers.referral_later import Later, put_off
from handlers.referral_making import day_of
from handlers.referral_page import referral_page
from handlers.referral_shared import (
    TEXT_MOST,
    acting,
    asked_before,
    form_of,
    owned_by,
    seen,
    text_of,
    told,
)
from prompts.shapes import Choice, Line
from prompts.words import Day, Plain, Words, say
from storage.partnership import Agency, AgencyId, PersonId, WorkingTime
from storage.people import Known
from storage.repository import Repository
from storage.tables import Referral, Thread

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
            repo.lay_before(thread, person, "helper")
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
    put = await put_off(thread, referral, repo, until)
    repo.note(thread.id, "put off", who.person)
    words = _put_off_words(put, repo.partnership.agency(AgencyId(thread.agency)))
    return [Ask(await referral_page(who, thread, repo, words))]


def _put_off_words(put: Later, agency: Agency) -> Words:
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
            day = day_of(event.one("day"))
            if day is None or day <= repo.today:
                return Refuse({"day": say("referral-later-which")})
            day = min(day, repo.today + _FAR)
            return hours.next_opening(datetime.combine(day, time(0), ZoneInfo(agency.timezone)))
        case _:
            return Refuse({"later": say("missing-later")})


COMMAND = Command(
    name="following",
    typed=False,
    verbs={
        "referral.open": Verb("person", open_referral),
        "referral.mine": Verb("person", mine),
        "referral.help": Verb("person", ask_help),
        "referral.help.send": Verb("person", get_help),
        "referral.later": Verb("person", ask_later),
        "referral.later.send": Verb("person", later),
    },
)
