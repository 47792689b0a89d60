"""The page of receipt codes: no account, no cookie, no script, and nothing in an address."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from secrets import token_urlsafe
from typing import Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from bot.base.rate_limits import WrongTries
from bot.base.requests import RefusedRequest
from bot.core.admission import Actor, Incoming
from bot.core.ask_again import asked_again, filled_again
from bot.core.helping import helped
from bot.core.ports import Dispatching, Reply
from bot.web.forms import Sent, checked_verb
from bot.web.public import (
    AGAIN,
    RECEIPT,
    Navigation,
    code_routes,
    counted_as,
    language_of,
    nothing_due,
    only,
    rest,
    shown,
)
from handlers.contract.outcomes import Ask, Refuse
from handlers.contract.people import Event
from handlers.receipt.command import code_form
from handlers.registry import verbs
from prompts.shapes import Button, Form, Said
from prompts.words import say
from storage.engine.clock import Clock
from storage.partnership import PersonId

CODE: Final = "receipt.send"


class ReceiptPages:
    """Shows a code's thread, and takes what is said there; `drain` does what has fallen due."""

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
        return code_routes(RECEIPT, self.ask, self.act)

    async def ask(self, request: Request) -> Response:
        """Shows the form in which a code is typed; asks no database."""
        wanted = request.query_params.get("lang", "")
        return _shown(code_form("page"), language_of(wanted, request))

    async def act(self, request: Request, sent: Sent, language: str) -> Response:
        """Answers a code that was typed, or something said or pressed under its pass."""
        event = _event(sent)
        reply = await self._reply(event, sent, language)
        if isinstance(reply, Ask):
            status = 422 if reply.form.errors else 200
            back, anew = _way_back(event, reply.form), _anew(event, reply.form)
            return _shown(reply.form, language, status, back, anew)
        # Whatever was wrong, what they typed is theirs: a code isn't shown again, words are.
        form = replace(code_form("page"), errors=reply.errors)
        form = replace(form, blocks=(*_words(event), *form.blocks))
        wrong = event.verb == CODE and "code" in reply.errors
        if wrong and self._wrong.too_many(counted_as(request)):
            return rest(form, language, Navigation(RECEIPT, begins=True))
        return _shown(form, language, 422 if event.verb == CODE else 403)

    async def _reply(self, event: Event, sent: Sent, language: str) -> Reply:
        actor, token = Actor(PersonId(""), "", language, None), sent.own("_token")[:200]
        # Opening changes nothing, so it needs no token of the form's own: all answers are alike.
        incoming = Incoming(actor, event, token_urlsafe(16) if event.verb == CODE else token)
        handle = self._dispatch.handle
        if event.verb != CODE and (pressed := sent.own("_help")):
            return await helped(handle, incoming, pressed, whole=True)
        again = bool(sent.own(AGAIN))
        reply = await (filled_again(handle, incoming) if again else handle(incoming))
        if isinstance(reply, Refuse) and any(reply.errors) and event.verb != CODE:
            reply = await asked_again(self._dispatch.handle, incoming, reply, whole=True)
        await self._drain()
        return reply


def _event(sent: Sent) -> Event:
    """What was done: typing a code, or what whoever raised a thread may do, under a pass."""
    verb = checked_verb(sent.own("_verb"))
    if verb == CODE:
        code = sent.answers.get("code", "")
        return Event(CODE, answers={"code": code if isinstance(code, str) else ""})
    known = verbs().get(verb)
    if known is None or known.by != "raiser" or not sent.subject:
        raise RefusedRequest(404)
    return Event(verb, sent.subject, sent.answers)


def _way_back(event: Event, form: Form) -> str:
    """The pass, for a page that has no way on of its own; a settled thread has none either."""
    if event.verb in {CODE, "mine.open", "mine.settled"}:
        return ""
    pressed = any(button.subject for button in form.buttons)
    return "" if pressed else form.subject or event.subject


def _anew(event: Event, form: Form) -> str:
    """The pass by which the thread is opened in the other language; of one that is gone, none."""
    if event.verb in {"mine.settled", "mine.withdraw.send", "mine.takeback.send"}:
        return ""
    pressed = (button.subject for button in form.buttons if button.subject)
    return form.subject or event.subject or next(pressed, "")


def _words(event: Event) -> tuple[Said, ...]:
    words = "" if event.verb == CODE else event.one("text")
    return (Said(say("receipt-kept"), words),) if words else ()


def _shown(
    form: Form, language: str, status: int = 200, back: str = "", anew: str = ""
) -> HTMLResponse:
    # Where an account is needed, no button leads: what is theirs to press carries their pass.
    form = only(form, lambda button: button if button.subject else None)
    press = Button(say("receipt-back"), "mine.open", back) if back else None
    reopens = Button(say("receipt-back"), "mine.open", anew) if anew else None
    way = Navigation(RECEIPT, back=press, begins=form.verb == CODE, reopens=reopens)
    return shown(form, language, way, status)
