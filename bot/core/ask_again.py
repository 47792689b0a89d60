"""A form asked again: with what was answered still in it, and what is wrong said beside it."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import assert_never

from bot.core.admission import Incoming
from bot.core.dispatch import Reply
from handlers.contract.outcomes import Ask, Refuse
from handlers.contract.people import Event
from prompts.shapes import Answers, Choice, Field, Form, Line, Long, Several, Tick

SEND = ".send"
"""Ends a verb that sends a form; without it, the verb asks for that form."""


async def asked_again(
    handle: Callable[[Incoming], Awaitable[Reply]],
    incoming: Incoming,
    refused: Refuse,
    *,
    whole: bool = False,
) -> Reply:
    """Asks for the form that was sent once more; gives the refusal where there is no such form.

    `whole` says that whatever isn't among the answers was left empty.
    """
    sent = incoming.event
    if not (sent.verb.endswith(SEND) and refused.errors):
        return refused
    opening = replace(sent, verb=sent.verb.removesuffix(SEND))
    reply = await handle(replace(incoming, event=opening))
    if isinstance(reply, Refuse):
        return refused
    form = answered(reply.form, sent.answers, whole=whole)
    # Nothing was taken, so the token stays.
    return Ask(replace(form, errors=refused.errors, token=incoming.token or form.token))


def answered(form: Form, answers: Answers, *, whole: bool = False) -> Form:
    """Puts answers into a form; without one, a question keeps its own unless they are the whole."""
    given = Event("", answers=answers)
    fields = (_filled(f, given) if whole or f.name in answers else f for f in form.fields)
    return replace(form, fields=tuple(fields))


def _filled(field: Field, given: Event) -> Field:
    match field:
        case Choice() | Line() | Long():
            return replace(field, value=given.one(field.name))
        case Several():
            return replace(field, values=given.several(field.name))
        case Tick():
            return replace(field, value=given.one(field.name) == "yes")
        case _:
            assert_never(field)
