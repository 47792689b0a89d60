"""Who can help: numbers and names, each from the partnership's file, what is open now first."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import get_args

from handlers.shared.agreed import agreed, policies
from handlers.shared.numbers import emergency, front_doors, in_full, open_first, urgent
from prompts.shapes import Block, Callout, Facts, Form, Numbers, Section, Text
from prompts.words import Plain, Words, say
from storage.partnership import (
    Agency,
    AgencyId,
    OtherRoute,
    Partnership,
    PersonId,
    RouteKind,
)
from storage.repository import Repository


def public_page(partnership: Partnership, now: datetime) -> Form:
    """Shows what anybody may know: front doors, other routes and policies. It names no person."""
    first = emergency(say("urgent-route"), say("urgent-emergency"), "urgent")
    sections = tuple(_public(partnership, None, now))
    return Form(say("help-title"), blocks=(first, Text(say("help-public"))), sections=sections)


async def own_page(own: AgencyId, repo: Repository) -> Form:
    """Shows somebody's own numbers and leads, and then what anybody may know."""
    partnership, now = repo.partnership, repo.now
    leads = Section(say("help-leads"), (await _leads(own, repo),))
    blocks: tuple[Block, ...] = (urgent(own, partnership, now), *_door_here(own, repo))
    sections = (leads, *_public(partnership, own, now))
    return Form(say("help-title"), blocks=blocks, sections=sections)


def _door_here(own: AgencyId, repo: Repository) -> Iterator[Block]:
    home = repo.partnership.agency(own)
    if home.front_door:
        row = in_full(home.front_door, home, repo.now)
        yield Numbers(say("help-own-door"), (row,))


async def _leads(own: AgencyId, repo: Repository) -> Block:
    """Who hears what is raised there, and who does for whoever is away today."""
    home, left = repo.partnership.agency(own), await repo.people.left()
    holders = (*home.leads, *home.roles.get("stand_in", ()), *home.roles.get("fallback", ()))
    people = [p for p in dict.fromkeys(holders) if not left.has_left(p, own)]
    instead = {p: there for p in people if (there := await repo.people.stands_in(p))}
    names = await repo.people.names_of({*people, *instead.values()})
    called = {person: Plain(name) for person, name in names.items()}
    rows = [
        (called[person], _part(person, home, called.get(instead.get(person, PersonId("")))))
        for person in people
        if person in called
    ]
    return Facts(tuple(rows)) if rows else Callout(say("help-nobody"), "note")


def _part(person: PersonId, home: Agency, instead: Words | None) -> Words:
    if instead:
        return say("help-away", name=instead)
    if person in home.leads:
        return say("help-lead")
    return say("help-if-silent" if person in home.roles.get("stand_in", ()) else "help-in-the-end")


def _public(partnership: Partnership, own: AgencyId | None, now: datetime) -> Iterator[Section]:
    yield from front_doors(partnership, own, now)
    home = partnership.agency(own) if own else partnership.agencies[0]
    for kind in get_args(RouteKind):
        if routes := [route for route in partnership.other_routes if route.kind == kind]:
            yield Section(say(f"help-{kind}"), (_routes(kind, routes, home, now),))
    if we := agreed(partnership):
        yield Section(say("agreement-title"), we)
    if links := policies(own, partnership):
        yield Section(say("help-policies"), links)


def _routes(kind: str, routes: Iterable[OtherRoute], home: Agency, now: datetime) -> Numbers:
    rows = (in_full(route, home, now) for route in open_first(routes, home, now))
    return Numbers(say(f"help-{kind}-about"), tuple(rows))
