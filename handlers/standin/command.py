"""Whoever will be away names who stands in: for what they hear, and for what is theirs."""

from collections.abc import Collection
from dataclasses import replace

from handlers.contract.commands import Command, Menu, Verb, asks
from handlers.contract.outcomes import Ask, Outcomes, Refuse
from handlers.contract.people import Event, Named
from handlers.shared import questions
from handlers.shared.days import read_day, unread
from handlers.shared.labels import FEW, hearers, to_choose_from
from handlers.shared.pages import done
from prompts.shapes import Callout, Choice, Field, Form, Line
from prompts.words import Words, say
from storage.partnership import AgencyId, Partnership, PersonId
from storage.repository import Repository


async def ask(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Asks who stands in, and from which day to which."""
    return [Ask(await _form(who, event, repo))]


async def _form(who: Named, event: Event, repo: Repository) -> Form:
    today = (await repo.people.today_of(who.person)).isoformat()
    whom = await _whom(who, event, repo)
    first, last = _day("first", event, today), _day("last", event, today)
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
    label = say("standin-label")
    whom = Choice("person", label, people, look="select", value=value, depends="agency")
    return (*where, whom) if people else where


def _hearing(agency: AgencyId, partnership: Partnership) -> Collection[PersonId]:
    found = partnership.agency(agency)
    return (*found.leads, *found.roles.get("fallback", ()))


async def take(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Names the stand-in, who from then on hears what they would hear."""
    first, last = read_day(event.one("first")), read_day(event.one("last"))
    errors = _wrong_person(who, event, repo.partnership)
    if first is None:
        errors["first"] = unread(event.one("first")) if event.one("first") else say("missing-day")
    today = await repo.people.today_of(who.person)
    if last is None and event.one("last"):
        errors["last"] = unread(event.one("last"))
    elif last is None or last < max(first or today, today):
        errors["last"] = say("missing-last-day")
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
