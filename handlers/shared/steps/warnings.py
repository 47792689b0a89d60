"""What is to be thought of before something is sent: said at the words it is about, once."""

from dataclasses import replace

from handlers.contract.people import Event
from handlers.shared.steps.folds import joined, rest
from prompts.folding import only
from prompts.shapes import Callout, Field, Form, Text, Tick
from prompts.words import Words, say

ANYWAY = "anyway"
Warnings = dict[str, Callout]
"""By the name of the question whose answer it is about."""


def warned(name: str, *words: Words) -> Warnings:
    """Warns of the answer to one question; of nothing where there are no words."""
    return {name: Callout(joined(*words), "warn")} if words else {}


def beside(form: Form, warnings: Warnings, event: Event) -> Form:
    """Puts warnings at the questions they are about, and beside the last of them the tick to send
    it as it is; who has said so isn't asked anew."""
    said = event.one(ANYWAY) == "yes"
    if not warnings and not said:
        return form
    tick = Tick(ANYWAY, say("anyway-label"), said, hint=say("anyway-hint"))
    after = max((n for n, f in enumerate(form.fields) if f.name in warnings), default=None)
    place = len(form.fields) if after is None else after + 1
    fields: tuple[Field, ...] = (
        *form.fields[:place],
        _with(tick, form, after),
        *form.fields[place:],
    )
    return replace(form, fields=fields, warnings=warnings)


def _with(tick: Tick, form: Form, after: int | None) -> Tick:
    """Lets it stand behind the same fold as the question that it is about."""
    return tick if after is None else replace(tick, when=form.fields[after].when)


def to_check(form: Form, *names: str) -> Form:
    """Shows of a form that came back only what is to be looked at: its warnings, and these."""
    looked_at = {*names, *form.warnings, *([ANYWAY] if form.warnings else [])}
    checked = only(form, looked_at & {field.name for field in form.fields}, rest())
    return replace(checked, blocks=_noted(form) or (Text(say("steps-check")),))


def _noted(form: Form) -> tuple[Callout, ...]:
    return tuple(block for block in form.blocks if isinstance(block, Callout))
