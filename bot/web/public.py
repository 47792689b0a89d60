"""What pages without an account share: a browser's language, who is counted, how they are drawn."""

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from ipaddress import ip_address, ip_network
from typing import Final

from babel import negotiate_locale
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from bot.base.requests import RefusedRequest
from bot.web.forms import Sent, read
from bot.web.frame import Frame
from bot.web.render.pages import draw
from prompts.shapes import Button, Callout, Form
from prompts.words import LANGUAGES, Words, say

RECEIPT: Final = "/receipt"
PAUSE: Final = "/pause"
AGAIN: Final = "_again"
"""Names the language in which a form is asked again that isn't sent yet."""
_RESTS: Final = {"retry-after": "600"}
_OUR_MISTAKE: Final = 500
_WAITS: Final = 429
_LIKED: Final = re.compile(r"([a-z-]+)(?:\s*;\s*q=([01](?:\.\d+)?)?)?")
"""A language and how much it is liked, as browsers list them."""


@dataclass(frozen=True)
class Navigation:
    """Where all presses of a page go, and what else leads on from it."""

    place: str
    carried: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Goes along unseen with every press, and is never in an address."""
    back: Button | None = None
    begins: bool = False
    """Here one types a code: there is nothing yet to begin again, or to lose."""
    keep: str = field(default="", repr=False)
    """What stays in the address when somebody chooses the other language."""
    reopens: Button | None = None
    """Shows this page anew, as somebody chooses the other language."""
    aside: tuple[tuple[Words, str], ...] = ()
    """Links at the end."""


async def nothing_due() -> None:
    """Does nothing, where a clock of its own does what falls due."""


def shown(form: Form, language: str, navigation: Navigation, status: int = 200) -> HTMLResponse:
    """Draws the page of a form, for somebody without an account."""
    page = draw("public.html", form.title, Frame(language), form=form, navigation=navigation)
    return HTMLResponse(page, status)


def only(form: Form, may: Callable[[Button], Button | None]) -> Form:
    """Leaves a form those of its presses that can be done here, also in its sections."""

    def kept(buttons: tuple[Button, ...]) -> tuple[Button, ...]:
        return tuple(button for b in buttons if (button := may(b)))

    sections = tuple(replace(s, buttons=kept(s.buttons)) for s in form.sections)
    return replace(form, buttons=kept(form.buttons), sections=sections)


def pressed(form: Form) -> set[str]:
    """Lists the verbs that can be pressed on a page."""
    sections = [button for section in form.sections for button in section.buttons]
    return {button.verb for button in (*form.buttons, *sections)}


def sorry(request: Request, status: int) -> HTMLResponse:
    """Draws a kind page for what could not be done; it says nothing of what was sent."""
    place = PAUSE if request.url.path.startswith(PAUSE) else RECEIPT
    ours = status == _OUR_MISTAKE
    title = say("web-sorry-other") if ours else say("receipt-sorry")
    words = say("web-sorry-other-text") if ours else say("receipt-sorry-text")
    form = Form(title, blocks=(Callout(words, "note"),))
    wanted = request.query_params.get("lang", "")
    return shown(form, language_of(wanted, request), Navigation(place), status)


def rest(form: Form, language: str, navigation: Navigation) -> HTMLResponse:
    """Asks a network to rest; the form of the code stays, since a right one opens at once."""
    note = Callout(say("receipt-wait"), "note")
    asked = replace(form, title=say("receipt-wait-title"), blocks=(note, *form.blocks))
    response = shown(asked, language, navigation, _WAITS)
    response.headers.update(_RESTS)
    return response


Act = Callable[[Request, Sent, str], Awaitable[Response]]
"""Answers what was sent, in that language."""


def code_routes(path: str, ask: Callable[[Request], Awaitable[Response]], act: Act) -> list[Route]:
    """Gives a page's routes: asked for, and sent from this site; a refusal is a kind page."""

    async def sent_here(request: Request) -> Response:
        try:
            if request.headers.get("sec-fetch-site") in {"cross-site", "same-site"}:
                raise RefusedRequest(403)
            sent = await read(request)
            wanted = sent.own(AGAIN) or sent.own("_lang")
            return await act(request, sent, language_of(wanted, request))
        except RefusedRequest as refused:
            return sorry(request, refused.status)

    return [Route(path, ask, methods=["GET"]), Route(path, sent_here, methods=["POST"])]


def language_of(wanted: str, request: Request) -> str:
    """Finds the language they chose on the page, or else what their browser asks for."""
    liked = _LIKED.findall(request.headers.get("accept-language", "")[:500].lower())
    liked.sort(key=lambda tag_and_quality: float(tag_and_quality[1] or 1), reverse=True)
    return negotiate_locale([wanted, *(tag for tag, _ in liked)], LANGUAGES, sep="-") or "en"


def counted_as(request: Request) -> str:
    """Tells who is counted together: a network, by the address that `Forwarded` let through.

    A household or an office has one of the older addresses, and a /64 of the newer. A wider net
    would count strangers together and win nothing, since no right code is refused by it.
    """
    try:
        address = ip_address(request.client.host if request.client else "")
    except ValueError:
        return ""
    return str(ip_network((address, 64 if address.version == 6 else 32), strict=False))
