"""Whoever will be away names who stands in: for what they hear, and for what is theirs."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from handlers.contract.commands import Command, Menu, Verb, asks
from handlers.contract.outcomes import Ask, Outcomes, Refuse
from handlers.contract.people import Event, Named
from handlers.shared import questions
from handlers.shared.days import read_day, unread
from handlers.shared.labels import FEW, called, hearers, to_choose_from
from handlers.shared.pages import done
from prompts.shapes import Callout, Choice, Field, Form, Line, Tick
from prompts.words import Day, Words, say
from storage.partnership import AgencyId, Partnership, PersonId
from storage.repository import Repository
from storage.schema import StandIn

MOST: Final = timedelta(days=366)
"""Nobody is away for longer, and then still has the same stand-in: it is a slip of typing."""


async def ask(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Asks who stands in, and from which day to which; shows what holds already."""
    return [Ask(await _form(who, event, repo))]


async def _form(who: Named, event: Event, repo: Repository) -> Form:
    today = await repo.people.today_of(who.person)
    holds = await repo.people.stand_in_named(who.person)
    if holds is None or holds.last < today:
        return await _asked(who, event, today, repo)
    person = PersonId(holds.stand_in)
    # Whoever hears nothing any more but does something else here still stands in.
    there = hearers(repo.partnership).get(person) or await repo.people.agency_of(person)
    said = {"person": person, "first": f"{holds.first}", "last": f"{holds.last}"}
    said |= {"agency": there} if there else {}
    form = await _asked(who, replace(event, answers={**said, **event.answers}), today, repo)
    back = Tick("back", say("standin-back"))
    holding = Callout(await _holding(holds, there, repo), "note")
    return replace(form, blocks=(holding,), fields=(back, *form.fields))


async def _holding(holds: StandIn, there: AgencyId | None, repo: Repository) -> Words:
    """Says who stands in, or that whoever was named can't any more."""
    person, gone = PersonId(holds.stand_in), (await repo.people.left()).altogether
    if there is None or person in gone or person not in repo.partnership.everyone_named():
        return say("standin-gone")
    name = (await repo.people.names_of([person])).get(person)
    who, first, last = called(person, there, name, repo.partnership), holds.first, holds.last
    return say("standin-holds", who=who, first=Day(first), last=Day(last))


async def _asked(who: Named, event: Event, today: date, repo: Repository) -> Form:
    whom = await _whom(who, event, repo)
    first, last = (_day(name, event, today.isoformat()) for name in ("first", "last"))
    return questions.form("standin", "standin", "", *whom, first, last)


def _day(name: str, event: Event, today: str) -> Line:
    value = event.one(name) or today
    return Line(name, say(f"standin-{name}"), value=value, required=True, kind="date")


async def _whom(who: Named, event: Event, repo: Repository) -> tuple[Field, ...]:
    """Asks for one of those who hear concerns; where they are many, for their agency first."""
    partnership, where = repo.partnership, tuple[Field, ...]()
    there = hearers(partnership)
    if len(there) > FEW:
        at = AgencyId(event.one("agency") or who.agency or "")
        where = (questions.agency(say("standin-agency"), partnership, at, own=who.agency),)
        there = dict.fromkeys(_hearing(at, partnership), at)
    others = {person: agency for person, agency in there.items() if person != who.person}
    people, value = await to_choose_from(others, repo), event.one("person")
    label, hint = say("standin-label"), say("standin-hint")
    whom = Choice("person", label, people, "select", hint, value, depends="agency")
    return (*where, whom) if people else where


def _hearing(agency: AgencyId, partnership: Partnership) -> Collection[PersonId]:
    found = partnership.agency(agency)
    return (*found.leads, *found.roles.get("fallback", ()))


async def take(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Names the stand-in, who from then on hears what they would hear; or ends that."""
    if event.one("back") == "yes":
        await repo.people.end_stand_in(who.person)
        return [Ask(done("standin-over-title", "standin-over"))]
    first, last = read_day(event.one("first")), read_day(event.one("last"))
    errors = _wrong_person(who, event, repo.partnership)
    if first is None:
        errors["first"] = unread(event.one("first")) if event.one("first") else say("missing-day")
    today = await repo.people.today_of(who.person)
    if last is None and event.one("last"):
        errors["last"] = unread(event.one("last"))
    elif last is None or last < max(first or today, today):
        errors["last"] = say("missing-last-day")
    elif last > today + MOST:
        errors["last"] = say("standin-too-far")
    if errors or first is None or last is None:
        return [Refuse(errors)]
    if _elsewhere(event, repo.partnership):
        return [Ask(_choosing(await _form(who, event, repo)))]
    await repo.people.name_stand_in(who.person, PersonId(event.one("person")), first, last)
    return [Ask(done("standin-done-title", "standin-done"))]


def _wrong_person(who: Named, event: Event, partnership: Partnership) -> dict[str, Words]:
    if (agency := event.one("agency")) and agency not in {a.id for a in partnership.agencies}:
        return {"agency": say("missing-agency")}
    if _elsewhere(event, partnership):
        return {}
    known = hearers(partnership).keys() - {who.person}
    return {} if event.one("person") in known else {"person": say("missing-person")}


def _elsewhere(event: Event, partnership: Partnership) -> bool:
    """Tells whether an agency was chosen, and nobody there yet: then its people are shown."""
    there = AgencyId(event.one("agency"))
    return bool(there) and event.one("person") not in _hearing(there, partnership)


def _choosing(form: Form) -> Form:
    return replace(form, blocks=(Callout(say("standin-now-whom"), "note"),))


COMMAND = Command(
    name="standin",
    menu=Menu(90, frozenset()),
    verbs={"standin": asks("person", ask), "standin.send": Verb("person", take)},
)
