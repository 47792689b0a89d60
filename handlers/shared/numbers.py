"""Numbers to ring: those that answer now stand first, and what is closed says until when."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from functools import reduce

from prompts.shapes import Number, Numbers
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


def in_full(route: Route, home: Agency, now: datetime) -> Number:
    """Gives a number with all that is known of it: when, what for, who answers, when checked."""
    row = _number(route, home, now)
    known: list[Words] = [row.note] if row.note else []
    if route.purpose:
        known.append(say("number-purpose", words=Labelled(dict(route.purpose))))
    if route.answered_by:
        known.append(say("number-answered", words=Labelled(dict(route.answered_by))))
    if route.checked:
        known.append(say("number-checked", day=Day(route.checked)))
    return replace(row, note=reduce(_and, known)) if known else row


def _and(one: Words, other: Words) -> Words:
    return say("number-and", one=one, other=other)


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
