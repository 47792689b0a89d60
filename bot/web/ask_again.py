"""A form once more: with what people answered still in it, and what is wrong said beside it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import assert_never

from handlers.contract import Event
from prompts.shapes import Choice, Field, Form, Line, Long, Several, Tick
from prompts.words import Words


def asking_verb(verb: str) -> str:
    """The verb that asks for the form which this one sends."""
    return verb.removesuffix(".send")


def again(form: Form, event: Event, errors: Mapping[str, Words], token: str) -> Form:
    """The form as it was sent, with the errors; the token stays, since nothing was taken."""
    fields = tuple(_filled(field, event) for field in form.fields)
    return replace(form, fields=fields, errors=errors, token=token or form.token)


def _filled(field: Field, event: Event) -> Field:
    match field:
        case Choice() | Line() | Long():
            return replace(field, value=event.one(field.name))
        case Several():
            return replace(field, values=event.several(field.name))
        case Tick():
            return replace(field, value=event.one(field.name) == "yes")
        case _:
            assert_never(field)
