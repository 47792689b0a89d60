"""What is asked before somebody is shown a route, and the page of routes that fits the answers."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from handlers.contract.people import Event
from handlers.registry import button_words
from handlers.shared import questions
from handlers.shared.agreed import policies
from handlers.shared.numbers import front_doors, in_full, open_first, urgent
from prompts.shapes import Block, Button, Callout, Choice, Form, Number, Numbers, Section, Text
from prompts.words import Words, say
from storage.partnership import (
    EMERGENCY,
    Agency,
    AgencyId,
    OtherRoute,
    Partnership,
    RouteKind,
)

ABOUT: Final = ("colleague", "agency", "other", "decision")
RAISED: Final = ("no", "waiting", "nothing", "worse")
_KINDS: Final[dict[str, tuple[RouteKind, ...]]] = {
    "colleague": ("allegation", "whistleblowing", "advice"),
    "agency": ("whistleblowing", "reporting"),
    "other": ("reporting", "advice"),
    "decision": ("advice",),
}
"""Which routes fit, the first one to try on top, by what it is about."""
_WORSE: Final[tuple[RouteKind, ...]] = ("advice", "whistleblowing", "reporting")
"""Whoever is treated worse for it needs advice before all else."""
_MORE: Final = Button(say("routes-again"), "routes"), Button(say("help-button"), "help")
"""What stands below the routes: whoever looks for one has it before them."""


def questions_form(event: Event) -> Form:
    """Asks the two questions."""
    about, raised = (
        questions.options("routes-about", ABOUT),
        questions.options("routes-raised", RAISED),
    )
    return questions.form(
        "routes",
        "routes",
        "",
        Choice("route", say("routes-about-label"), about, value=event.one("route")),
        Choice("raised", say("routes-raised-label"), raised, value=event.one("raised")),
        blocks=(Text(say("routes-intro")),),
    )


def found(event: Event, own: AgencyId | None, partnership: Partnership, now: datetime) -> Form:
    """Shows what to do first, whom to turn to then, and what protects them and what doesn't."""
    about, raised = event.one("route"), event.one("raised")
    home = partnership.agency(own) if own else None
    routes = (
        *_first_to_know(about, raised, own, partnership, now),
        *_routes(_kinds(about, raised), home, partnership, now),
    )
    nothing = Section(say("routes-else"), (Text(say("routes-none")),))
    protection = Section(say("routes-protection"), (Text(say("routes-protection-words")),))
    return Form(
        title=say("routes-title"),
        blocks=(_call_first(own, partnership, now), Callout(_first(about, raised), "note")),
        sections=(*(routes or (nothing,)), protection, Section(say("routes-more"), (), _MORE)),
        buttons=tuple(_on(about, raised)),
    )


def _first_to_know(
    about: str, raised: str, own: AgencyId | None, partnership: Partnership, now: datetime
) -> Iterator[Section]:
    """Shows what the file has besides such routes: the policies for a decision, the other agencies'
    front doors. Whoever is treated worse is shown where advice is."""
    if about == "decision" and (links := policies(own, partnership)):
        yield Section(say("help-policies"), (Text(say("routes-policies")), *links))
    if about == "other" and raised != "worse":
        yield from front_doors(partnership, own, now)


def _call_first(own: AgencyId | None, partnership: Partnership, now: datetime) -> Block:
    if own:
        return urgent(own, partnership, now)
    emergency = Number(say("urgent-emergency"), EMERGENCY[0])
    return Numbers(say("urgent-route"), (emergency,), "urgent")


def _first(about: str, raised: str) -> Words:
    return say(f"routes-first-{about}" if raised == "no" else f"routes-then-{raised}")


def _kinds(about: str, raised: str) -> tuple[RouteKind, ...]:
    if raised == "worse":
        return _WORSE
    more: tuple[RouteKind, ...] = ("reporting",) if raised == "nothing" else ()
    return tuple(dict.fromkeys((*_KINDS[about], *more)))


def _routes(
    kinds: tuple[RouteKind, ...], home: Agency | None, partnership: Partnership, now: datetime
) -> Iterator[Section]:
    clock = home or partnership.agencies[0]
    for kind in kinds:
        inside = _of(kind, home.routes if home else (), clock, now)
        outside = _of(kind, partnership.other_routes, clock, now)
        blocks = (
            *((Numbers(say("routes-inside"), inside),) if inside else ()),
            *((Numbers(say("routes-outside"), outside),) if outside else ()),
        )
        if blocks:
            yield Section(say(f"help-{kind}"), blocks)


def _of(
    kind: RouteKind, routes: tuple[OtherRoute, ...], home: Agency, now: datetime
) -> tuple[Number, ...]:
    fitting = [route for route in routes if route.kind == kind]
    return tuple(
        in_full(route, home, now, protects=True) for route in open_first(fitting, home, now)
    )


def _on(about: str, raised: str) -> Iterator[Button]:
    if raised != "no":
        yield Button(button_words("mine"), "mine")
    verbs = ("challenge", "second-opinion") if about == "decision" else ("concern",)
    for verb in (*verbs, *(("challenge",) if raised == "nothing" and about != "decision" else ())):
        yield Button(button_words(verb), verb)
