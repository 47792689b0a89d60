"""A form asked again: with what was answered still in it, and what is wrong said beside it."""

from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Final, assert_never

from bot.core.admission import Incoming
from bot.core.ports import Reply
from handlers.contract.outcomes import Ask, Refuse
from handlers.contract.people import Event
from prompts.folding import opened_at
from prompts.shapes import Answers, Choice, Field, Form, Line, Long, Several, Tick
from prompts.words import Words, say

SEND = ".send"
"""Ends a verb that sends a form; without it, the verb asks for that form."""
SEEN: Final = "wording"
"""Begins the name of the tick, in a form that came back with a hint at its words, that they may go
as they are; the rest of its name is a mark of those very words."""


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
    reply = await filled_again(handle, incoming, whole=whole)
    if isinstance(reply, Refuse):
        return refused
    return still_wrong(reply, refused.errors)


def still_wrong(asked: Ask, errors: Mapping[str, Words]) -> Ask:
    """Says on a form what is wrong with its answers, and opens what that stands behind."""
    return Ask(replace(opened_at(asked.form, errors), errors=errors))


async def filled_again(
    handle: Callable[[Incoming], Awaitable[Reply]], incoming: Incoming, *, whole: bool = True
) -> Reply:
    """Asks for a form that was about to be sent, with all that was typed; nothing is taken or kept.

    Whoever reads in another language meanwhile gets it in that.
    """
    sent = incoming.event
    reply = await handle(replace(incoming, event=replace(sent, verb=sent.verb.removesuffix(SEND))))
    if isinstance(reply, Refuse):
        return reply
    form = answered(reply.form, sent.answers, whole=whole)
    # Nothing was taken, so the token stays.
    return Ask(replace(form, token=incoming.token or form.token))


def answered(form: Form, answers: Answers, *, whole: bool = False) -> Form:
    """Puts answers into a form; without one, a question keeps its own unless they are the whole."""
    given = Event("", answers=answers)
    fields = (_filled(f, given) if whole or f.name in answers else f for f in form.fields)
    return replace(form, fields=tuple(_with_seen(fields, given)))


def seen(name: str, text: str) -> str:
    """Names the tick by which these very words in this box go as they are; other words have
    another one."""
    said = " ".join(text.split())
    return f"{SEEN}-{sha256(f'{name} {said}'.encode()).hexdigest()[:12]}"


def seen_tick(box: Long, *, value: bool = False) -> Tick:
    """Asks below a box with a hint whether its words go as they are."""
    label, hint = say("wording-label"), say("wording-hint")
    return Tick(seen(box.name, box.value), label, value, hint, when=box.when)


def _with_seen(fields: Iterable[Field], given: Event) -> Iterator[Field]:
    """Keeps it ticked below boxes in which nothing was changed since."""
    for field in fields:
        yield field
        if isinstance(field, Long) and given.one(seen(field.name, field.value)) == "yes":
            yield seen_tick(field, value=True)


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
