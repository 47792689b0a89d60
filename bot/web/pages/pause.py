"""The page of a pause for whoever in the room has neither Slack nor Teams, but a code on paper."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Final
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.base.rate_limits import WrongTries
from bot.base.requests import RefusedRequest
from bot.core.admission import Actor, Incoming
from bot.core.ask_again import asked_again, filled_again
from bot.core.helping import helped
from bot.core.ports import Dispatching, Reply
from bot.web.forms import Sent, checked_verb
from bot.web.pages.code_sheet import SHEET
from bot.web.public import (
    AGAIN,
    PAUSE,
    Navigation,
    code_routes,
    counted_as,
    language_of,
    nothing_due,
    only,
    pressed,
    rest,
    shown,
)
from handlers.contract.outcomes import Ask, Refuse
from handlers.contract.people import Event
from prompts.shapes import Button, Form, Line, Said, Text
from prompts.words import say
from storage.crypto.codes import MOST_TYPED, NO_CODE, read_code
from storage.engine.clock import Clock
from storage.partnership import PersonId

OPEN: Final = "pause.open"
ANSWER: Final = "pause.answer.send"
VERBS: Final = frozenset({OPEN, "pause.answer", ANSWER, "pause.time"})
"""All that a code can do."""
_MOST_LINKED: Final = 12
_WORDS: Final = ("line", "well", "hard", "change", "next")
"""Answers that somebody typed: they are shown again where they could not be taken."""


class PausePages:
    """Shows a code's pause and takes its answer; `drain` does what has fallen due."""

    def __init__(
        self,
        dispatch: Dispatching,
        clock: Clock,
        drain: Callable[[], Awaitable[object]] = nothing_due,
    ) -> None:
        self._dispatch = dispatch
        self._drain = drain
        self._wrong = WrongTries(clock)

    def routes(self) -> list[Route]:
        """Gives the one address."""
        return code_routes(PAUSE, self.ask, self.act)

    async def ask(self, request: Request) -> Response:
        """Shows the form in which a code is typed, or filled in by a QR code; asks no database."""
        linked = request.query_params.get("code", "")
        # Whoever makes up a link puts no words of theirs into our form.
        code = read_code(linked) if len(linked) <= _MOST_LINKED else ""
        keep = f"&{urlencode({'code': code})}" if code else ""
        language = language_of(request.query_params.get("lang", ""), request)
        return shown(_code_form(code), language, _first(keep))

    async def act(self, request: Request, sent: Sent, language: str) -> Response:
        """Answers a code that was typed, or something pressed or answered under it."""
        event = _event(sent)
        reply = await self._reply(event, language, sent)
        if isinstance(reply, Refuse):
            form = replace(_code_form(event.one("code")), errors=reply.errors)
            form = replace(form, blocks=(*_kept(event), *form.blocks))
            # Every press shows a code, so each may be a wrong one.
            if "code" in reply.errors and self._wrong.too_many(counted_as(request)):
                return rest(form, language, _first())
            return shown(form, language, _first(), 422)
        status = 422 if reply.form.errors else 200
        return shown(_ours(reply.form), language, _under(event, reply.form), status)

    async def _reply(self, event: Event, language: str, sent: Sent) -> Reply:
        # What can't be a code is looked for like one, so that all take as long.
        code = read_code(event.one("code"))
        looked_for = replace(event, answers={**event.answers, "code": code or NO_CODE})
        actor, token = Actor(PersonId(""), "", language, None), sent.own("_token")[:200]
        incoming, handle = Incoming(actor, looked_for, token), self._dispatch.handle
        if event.verb == ANSWER and (pressed := sent.own("_help")):
            reply = await helped(handle, incoming, pressed, whole=True)
            return reply if code else Refuse({"code": say("codes-shape")})
        again = bool(sent.own(AGAIN))
        reply = await (filled_again(handle, incoming) if again else handle(incoming))
        if isinstance(reply, Refuse) and event.verb != OPEN:
            reply = await self._asked_again(incoming, reply)
        await self._drain()
        return reply if code else Refuse({"code": say("codes-shape")})

    async def _asked_again(self, incoming: Incoming, refused: Refuse) -> Reply:
        """The answer's form with what is wrong, or else the pause; a dead code opens neither."""
        event = incoming.event
        code = {"code": event.one("code")}
        if event.verb == ANSWER:
            reply = await asked_again(self._dispatch.handle, incoming, refused, whole=True)
            if isinstance(reply, Ask) and reply.form.submit is not None:
                return reply
        page = await self._dispatch.handle(replace(incoming, event=Event(OPEN, answers=code)))
        if isinstance(page, Refuse):
            return refused
        blocks = (*_kept(event), *page.form.blocks)
        return Ask(replace(page.form, errors=refused.errors, blocks=blocks))


def _event(sent: Sent) -> Event:
    """What was done, under a code that is in the form's body alone."""
    verb = checked_verb(sent.own("_verb"))
    if verb not in VERBS:
        raise RefusedRequest(403)
    typed = sent.own("_code") or sent.answers.get("code", "")
    shortened = typed[:MOST_TYPED] if isinstance(typed, str) else ""
    code = read_code(shortened) or shortened
    answers = sent.answers if verb == ANSWER else {}
    return Event(verb, answers={**answers, "code": code})


def _code_form(code: str) -> Form:
    return Form(
        title=say("codes-title"),
        verb=OPEN,
        blocks=(Text(say("codes-intro")), Text(say("receipt-page"))),
        fields=(
            Line(
                "code", say("receipt-code"), hint=say("codes-hint"), value=code, required=True,
                most=MOST_TYPED,
            ),
        ),
        submit=say("codes-open"),
    )  # fmt: skip


def _first(keep: str = "") -> Navigation:
    return Navigation(PAUSE, begins=True, keep=keep, aside=((say("codes-to-sheet"), SHEET),))


def _under(event: Event, form: Form) -> Navigation:
    """All that follows carries the code; a page without a way back to the pause gets one."""
    looks = event.verb == OPEN or OPEN in pressed(form)
    back = None if looks else Button(say("codes-back"), OPEN)
    carried = {"_code": event.one("code")}
    return Navigation(PAUSE, carried, back, reopens=Button(say("codes-back"), OPEN))


def _ours(form: Form) -> Form:
    # The code says which pause it is, so a page for somebody without an account names no thread.
    kept = only(form, lambda b: replace(b, subject="") if b.verb in VERBS else None)
    return replace(kept, subject="")


def _kept(event: Event) -> tuple[Said, ...]:
    """What somebody wrote that was not taken."""
    words = [event.one(name) for name in _WORDS]
    return tuple(Said(say("codes-kept"), text) for text in words if text)
