"""Help to say it: the same form once more, with words to start from below a box, or in it.

The form on somebody's own screen is all that knows of it, as with every form that is asked again:
nothing is stored, and what is asked of handlers changes nothing.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from secrets import token_urlsafe
from typing import Final

from bot.core.admission import Incoming
from bot.core.ask_again import filled_again
from bot.core.ports import Reply
from handlers.contract.outcomes import Ask, Refuse
from handlers.contract.people import Event
from handlers.registry import verbs
from prompts.shapes import Form, Long
from prompts.words import say

HELP: Final = "phrases.beside"
CLOSE: Final = "close"
_MOST: Final = 120


@dataclass(frozen=True)
class _Wish:
    """What a press below a box asks for: its field, and then maybe a language, and then words."""

    field: str
    language: str = ""
    phrase: str = ""

    @classmethod
    def read(cls, pressed: str) -> "_Wish":
        parts = pressed[:_MOST].split(" ")
        return cls(*parts) if len(parts) <= 3 else cls("")


async def helped(
    handle: Callable[[Incoming], Awaitable[Reply]],
    incoming: Incoming,
    pressed: str,
    *,
    whole: bool = False,
) -> Reply:
    """Asks for a form once more after a press below one of its boxes, with all that was answered.

    `whole` says that whatever isn't among the answers was left empty.
    """
    wish, reply = _Wish.read(pressed), await filled_again(handle, incoming, whole=whole)
    if isinstance(reply, Refuse) or reply.form.submit is None:
        return reply
    form = replace(reply.form, errors={})
    box = next((f for f in form.fields if isinstance(f, Long) and f.name == wish.field), None)
    if box is None or box.says is None or wish.language == CLOSE:
        return Ask(form)
    found = await handle(replace(incoming, event=_asking(box, wish, incoming), token=""))
    return found if isinstance(found, Refuse) else Ask(_with(found.form, form, box))


def _asking(box: Long, wish: _Wish, incoming: Incoming) -> Event:
    """Asks for words to start from, in this box and about what was answered so far."""
    sent = incoming.event
    by = verbs()[sent.verb].by if sent.verb in verbs() else ""
    named = sent.one("how") == "named" or by == "person"
    answers = {
        "field": box.name,
        "says": box.says or "",
        "topic": sent.one("topic"),
        "language": wish.language or (incoming.actor.language if named else ""),
        "phrase": wish.phrase,
        "named": "yes" if named else "",
    }
    return Event(HELP, answers=answers)


def _with(found: Form, form: Form, box: Long) -> Form:
    """Shows below a box what was found for it; or puts it in, below what stands there."""
    given = next(f for f in found.fields if isinstance(f, Long))
    if given.suggestions is not None:
        return _replaced(form, replace(box, suggestions=given.suggestions))
    text = "\n\n".join(filter(None, (box.value.rstrip(), given.value)))
    if len(text) > box.most:
        return replace(form, errors={box.name: say("too-long", most=box.most)})
    return _replaced(form, replace(box, value=text, put=token_urlsafe(6)))


def _replaced(form: Form, box: Long) -> Form:
    fields = tuple(box if field.name == box.name else field for field in form.fields)
    return replace(form, fields=fields)
