"""Rendering forms of a county, beside the same of a town: milliseconds a form, on each platform."""

import time
from collections.abc import Callable, Iterator
from typing import Final

from bot.slack.render.fields import suggestions
from bot.slack.render.surfaces import modal
from bot.teams.render.cards import dialog
from bot.web.render.pages import page
from handlers.challenge.form import challenge_form
from handlers.concern.form import concern_form
from handlers.contract.people import Event
from handlers.referral.form import referral_form
from handlers.second_opinion.form import opinion_form
from handlers.shared.people.involved import Involved
from prompts.shapes import Choice, Form
from storage.partnership import Partnership
from storage.partnership.loading import read_partnership
from tests.bench.large_town import EXAMPLE
from tests.core.anytown import MONDAY
from tests.county import FILE

AIM: Final = 100
"""Milliseconds a form."""
LANGUAGE: Final = "cy"
NOBODY: Final = Involved(said=False)


def forms(town: Partnership) -> Iterator[Form]:
    """The forms that ask for an agency, as they begin for somebody of the last one."""
    own = town.agencies[-1].id
    yield concern_form(own, Event("concern"), town, NOBODY, MONDAY)
    yield challenge_form(own, Event("challenge"), town, MONDAY)
    yield opinion_form(own, Event("second-opinion"), town, NOBODY, MONDAY)
    yield referral_form(Event("referral"), town, own=own)


def searched(form: Form) -> object:
    """What is offered as somebody begins to type the name of a school."""
    [agency] = [f for f in form.fields if f.name == "agency" and isinstance(f, Choice)]
    return suggestions(agency, "ysgol", LANGUAGE)


RENDERS: Final[dict[str, Callable[[Form], object]]] = {
    "Slack": lambda form: modal(form, LANGUAGE, Event(form.verb)),
    "Slack, a search": searched,
    "Teams": lambda form: dialog(form, LANGUAGE),
    "web": lambda form: page(form, LANGUAGE),
}


def told(rounds: int) -> str:
    """The slowest form of each platform, in its fastest of some rounds."""
    lines = []
    for name, render in RENDERS.items():
        large, small = (
            max(min(_took(render, form) for _ in range(rounds)) for form in forms(town))
            for town in (read_partnership(FILE), read_partnership(EXAMPLE))
        )
        line = f"  {name}: {large:.1f} ms (aim: {AIM}), with four agencies {small:.1f} ms"
        lines.append(f"{line}: {large / small:.1f} times as long")
    return "\n".join(("The slowest form of a county of 250 agencies:", *lines))


def _took(render: Callable[[Form], object], form: Form) -> float:
    began = time.perf_counter()
    render(form)
    return 1000 * (time.perf_counter() - began)
