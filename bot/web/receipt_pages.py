"""The page of receipt codes: no account, no cookie, no script, and nothing in an address."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from secrets import token_urlsafe
from typing import Final
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from bot.dispatch import Actor, Incoming, Reply
from bot.limits import CodeTries
from bot.web.again import again, asking_verb
from bot.web.frame import Frame
from bot.web.intake import Sent, SorryError, checked_verb, read
from bot.web.render import draw
from bot.web.view_of import view_of_form
from bot.web.web import Dispatches
from handlers.contract import Ask, Event, Refuse
from handlers.receipt import code_form
from handlers.registry import VERBS
from prompts.shapes import Callout, Form, Said
from prompts.words import LANGUAGES, say
from storage.clock import Clock
from storage.partnership import PersonId

PLACE: Final = "/receipt"
CODE: Final = "receipt.send"
PRESSES_EACH: Final = 200
PRESSES_ALL: Final = 6_000
_RESTS: Final = {"retry-after": "600"}
_OUR_MISTAKE: Final = 500
_TOLD: Final = {
    "wait": ("receipt-wait-title", "receipt-wait"),
    "sorry": ("receipt-sorry", "receipt-sorry-text"),
    "mistake": ("web-sorry-other", "web-sorry-other-text"),
}


async def _nothing() -> None:
    """Where a clock of its own does what falls due."""


class ReceiptPages:
    """Shows a code's thread, and takes what is said there; `settle` does what has fallen due."""

    def __init__(
        self,
        dispatch: Dispatches,
        clock: Clock,
        settle: Callable[[], Awaitable[object]] = _nothing,
    ) -> None:
        self._dispatch = dispatch
        self._settle = settle
        self._tries = CodeTries(clock)
        self._presses = CodeTries(clock, PRESSES_EACH, PRESSES_ALL)

    def routes(self) -> list[Route]:
        """The one address."""
        return [
            Route(PLACE, self.ask, methods=["GET"]),
            Route(PLACE, self.act, methods=["POST"]),
        ]

    async def ask(self, request: Request) -> Response:
        """The form in which a code is typed; asks no database."""
        wanted = request.query_params.get("lang", "")
        return _shown(code_form("page"), _language(wanted, request))

    async def act(self, request: Request) -> Response:
        """A code that was typed, or something said or pressed under its pass."""
        try:
            if request.headers.get("sec-fetch-site") in {"cross-site", "same-site"}:
                raise SorryError(403)
            sent = await read(request)
            language = _language(sent.own("_lang"), request)
            event = _event(sent)
        except SorryError as error:
            return sorry(request, error.status)
        limit = self._tries if event.verb == CODE else self._presses
        if not limit.allows(_client(request)):
            response = _told("wait", 429, language, event)
            response.headers.update(_RESTS)
            return response
        return await self._answer(event, sent.own("_token")[:200], language)

    async def _answer(self, event: Event, token: str, language: str) -> Response:
        actor = Actor(PersonId(""), "", language, None)
        # Opening changes nothing, so it needs no token of the form's own: all answers are alike.
        incoming = Incoming(actor, event, token_urlsafe(16) if event.verb == CODE else token)
        reply = await self._asked_again(incoming, await self._dispatch.handle(incoming))
        await self._settle()
        if isinstance(reply, Ask):
            status = 422 if reply.form.errors else 200
            return _shown(reply.form, language, status, _way_back(event, reply.form))
        # Whatever was wrong, what they typed is theirs: a code isn't shown again, words are.
        form = replace(code_form("page"), errors=reply.errors)
        return _shown(_with_words(form, event), language, 422 if event.verb == CODE else 403)

    async def _asked_again(self, incoming: Incoming, reply: Reply) -> Reply:
        event = incoming.event
        opening = asking_verb(event.verb)
        wrong = isinstance(reply, Refuse) and any(reply.errors)
        if isinstance(reply, Ask) or not wrong or event.verb == CODE or opening == event.verb:
            return reply
        form = await self._dispatch.handle(replace(incoming, event=Event(opening, event.subject)))
        if isinstance(form, Refuse):
            return reply
        return Ask(again(form.form, event, reply.errors, incoming.token))


def sorry(request: Request, status: int) -> Response:
    """A kind page for what could not be done; it says nothing of what was sent."""
    return _told("sorry", status, _language("", request))


def _event(sent: Sent) -> Event:
    """What was done: typing a code, or what whoever raised a thread may do, under a pass."""
    verb = checked_verb(sent.own("_verb"))
    if verb == CODE:
        code = sent.answers.get("code", "")
        return Event(CODE, answers={"code": code if isinstance(code, str) else ""})
    known = VERBS.get(verb)
    if known is None or known.by != "raiser" or not sent.subject:
        raise SorryError(404)
    return Event(verb, sent.subject, sent.answers)


def _way_back(event: Event, form: Form) -> str:
    """The pass, for a page that has no way on of its own; a settled thread has none either."""
    if event.verb in {CODE, "mine.open", "mine.settled"}:
        return ""
    pressed = any(button.subject for button in form.buttons)
    return "" if pressed else form.subject or event.subject


def _with_words(form: Form, event: Event) -> Form:
    words = "" if event.verb == CODE else event.one("text")
    return replace(form, blocks=(Said(say("receipt-kept"), words), *form.blocks)) if words else form


def _told(what: str, status: int, language: str, event: Event | None = None) -> HTMLResponse:
    title, words = _TOLD["mistake" if status == _OUR_MISTAKE else what]
    form = Form(say(title), blocks=(Callout(say(words), "note"),))
    return _shown(_with_words(form, event) if event else form, language, status)


def _shown(form: Form, language: str, status: int = 200, back: str = "") -> HTMLResponse:
    view = view_of_form(form, language)
    page = draw(
        "receipt.html",
        view.title,
        Frame(language),
        view=view,
        conditions=urlencode([("on", answer) for answer in view.conditions]),
        asks_code=form.verb == CODE,
        back=back,
    )
    return HTMLResponse(page, status)


def _language(wanted: str, request: Request) -> str:
    """What they chose on the page, or else what their browser asks for."""
    if wanted in LANGUAGES:
        return wanted
    liked: list[tuple[float, str]] = []
    for part in request.headers.get("accept-language", "")[:500].split(","):
        name, _, weight = part.partition(";q=")
        tongue = name.strip().lower().partition("-")[0]
        if tongue in LANGUAGES:
            liked.append((_weight(weight), tongue))
    # The first of those that they like best.
    return max(liked, key=lambda like: like[0], default=(0.0, "en"))[1]


def _weight(written: str) -> float:
    try:
        return float(written or "1")
    except ValueError:
        return 0.0


def _client(request: Request) -> str:
    """Who is counted together, by the socket alone; behind a proxy that is everybody."""
    try:
        address = ip_address(request.client.host if request.client else "")
    except ValueError:
        return ""
    return _network(address) if address.is_global else ""


def _network(address: IPv4Address | IPv6Address) -> str:
    # One person may have any number of the newer addresses, so their network is counted.
    return str(ip_network((address, 64 if address.version == 6 else 32), strict=False))
