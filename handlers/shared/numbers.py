"""Numbers to ring: those that answer now stand first, and what is closed says until when."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import reduce

from prompts.shapes import Number, Numbers, Section, Tone
from prompts.words import LANGUAGES, Day, Labelled, Plain, Words, say
from storage.partnership import (
    EMERGENCY,
    Agency,
    AgencyId,
    Partnership,
    Route,
    WorkingTime,
    answers_from,
    label,
)


def urgent(agency: str, partnership: Partnership, now: datetime) -> Numbers:
    """Says whom to call now, in the words and numbers of the person's own agency.

    Where only the emergency number answers at this hour, it says so.
    """
    home = partnership.agency(AgencyId(agency))
    rows = _numbers(home.urgent, home, now)
    answering = [r.number for r in home.urgent if answers_from(r, home, now) == now]
    if not answering:
        rows = (Number(say("urgent-emergency"), EMERGENCY[0]), *rows)
    only = set(answering) <= set(EMERGENCY) and len(answering) < len(home.urgent)
    title = say("urgent-only", number=Plain(rows[0].number)) if only else say("urgent-route")
    return Numbers(title, rows, "urgent")


def emergency(title: Words, who: Words, tone: Tone) -> Numbers:
    """Gives the one number that answers everybody at any hour, below these words."""
    return Numbers(title, (Number(who, EMERGENCY[0]),), tone)


def whom_to_call(agency: AgencyId | None, partnership: Partnership) -> Labelled:
    """Lists whom to call in a sentence: in somebody's own agency, or the emergency number."""
    found = next((a.urgent for a in partnership.agencies if a.id == agency), ())
    if not found:
        return Labelled(dict.fromkeys(LANGUAGES, EMERGENCY[0]))
    return Labelled(
        {lang: ", ".join(f"{label(r.name, lang)} {r.number}" for r in found) for lang in LANGUAGES}
    )


def other_routes(agency: str, partnership: Partnership, now: datetime) -> Numbers:
    """Says where else to turn, by the clock of the agency that was asked."""
    home = partnership.agency(AgencyId(agency))
    return Numbers(say("other-routes"), _numbers(partnership.other_routes, home, now), "note")


def in_full(route: Route, home: Agency, now: datetime, *, protects: bool = False) -> Number:
    """Gives a number with all that is known of it: when, what for, who answers, when checked; and
    what `protects` whoever turns to it, where that is asked for."""
    row = _number(route, home, now)
    known = [*([row.note] if row.note else []), *known_of(route, protects=protects)]
    return replace(row, note=joined(known)) if known else row


def known_of(route: Route, *, protects: bool) -> list[Words]:
    """Says what is known of a number, whatever the hour."""
    known: list[Words] = []
    if route.purpose:
        known.append(say("number-purpose", words=Labelled(dict(route.purpose))))
    if route.answered_by:
        known.append(say("number-answered", words=Labelled(dict(route.answered_by))))
    if protects and route.protection:
        known.append(say("number-protection", words=Labelled(dict(route.protection))))
    if route.checked:
        known.append(say("number-checked", day=Day(route.checked)))
    return known


def joined(words: Sequence[Words]) -> Words:
    """Says several things in one line."""
    return reduce(lambda one, other: say("number-and", one=one, other=other), words)


def front_doors(partnership: Partnership, own: AgencyId | None, now: datetime) -> Iterator[Section]:
    """Lists other agencies' front doors, each by its agency's clock, those open now first."""
    there = [(a, a.front_door) for a in partnership.agencies if a.front_door and a.id != own]
    there.sort(key=lambda pair: answers_from(pair[1], pair[0], now) != now)
    rows = tuple(_door(agency, in_full(door, agency, now)) for agency, door in there)
    if rows:
        title = say("help-doors-others" if own else "help-doors")
        yield Section(title, (Numbers(say("help-doors-about"), rows),))


def _door(agency: Agency, row: Number) -> Number:
    whose = Labelled(dict(agency.name))
    return replace(row, who=say("help-door", agency=whose, door=row.who))


def open_first(routes: Iterable[Route], home: Agency, now: datetime) -> list[Route]:
    """Puts those where somebody answers now before all others."""
    return sorted(routes, key=lambda route: answers_from(route, home, now) != now)


def _numbers(routes: Iterable[Route], home: Agency, now: datetime) -> tuple[Number, ...]:
    return tuple(_number(route, home, now) for route in open_first(routes, home, now))


def _number(route: Route, home: Agency, now: datetime) -> Number:
    note = Labelled(dict(route.note)) if route.note else None
    at = answers_from(route, home, now)
    said = note if at == now else _closed(at, home, note)
    return Number(Labelled(dict(route.name)), route.number, said)


def _closed(at: datetime | None, home: Agency, note: Words | None) -> Words:
    if at is None:
        return note or say("number-closed")
    local = WorkingTime(home).local(at)
    until = say("number-opens", day=Day(local.date()), time=Plain(f"{local:%H:%M}"))
    return say("number-closed-noted", until=until, note=note) if note else until
