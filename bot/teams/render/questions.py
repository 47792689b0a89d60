"""The questions of a form in their order, and what stands behind a press or below a box. Pure."""

from collections.abc import Iterator, Mapping

from bot.teams.render.fields import APART, callout, field
from bot.teams.render.suggestions import helping, helps
from bot.teams.render.text import Json, rich, run, spoken
from prompts.folding import inside
from prompts.shapes import Field, Form, Long, Tick


def fields(form: Form, language: str, carry: Mapping[str, str], fold: str = "") -> Iterator[Json]:
    """Draws the questions of a form; what stands behind a fold is shown once that is pressed."""
    for asked in inside(form, fold):
        if isinstance(asked, Tick) and asked.change is not None:
            yield from _fold(asked, form, language, carry)
        else:
            yield from _question(asked, form, language, carry)


def _question(asked: Field, form: Form, language: str, carry: Mapping[str, str]) -> Iterator[Json]:
    if (warning := form.warnings.get(asked.name)) is not None:
        yield {**callout(warning, language), "spacing": APART}
    yield from field(asked, form.errors.get(asked.name), language, strict=not helps(form))
    if isinstance(asked, Long):
        yield from helping(asked, form, language, carry)


def _fold(tick: Tick, form: Form, language: str, carry: Mapping[str, str]) -> Iterator[Json]:
    # The line goes as they come: it may be true no longer. Short, since every byte counts.
    holds, press, behind = (f"{tick.name}-{part}" for part in "lpb")
    line = rich(run(spoken(tick.label, language)), spacing=APART, id=holds)
    toggle = {
        "type": "Action.ToggleVisibility",
        "title": spoken(tick.change or tick.label, language),
        "targetElements": [holds, press, behind],
    }
    if not tick.value:
        yield line
        yield {"type": "ActionSet", "id": press, "actions": [toggle], "spacing": "Small"}
    # Hidden inputs are sent like all others, with what is in them.
    items = [*fields(form, language, carry, tick.name)]
    yield {"type": "Container", "id": behind, "isVisible": tick.value, "items": items}
