"""All of the web in one mount, guarded, with kind pages for what goes wrong."""

import re
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Mount

from bot.base.requests import RefusedRequest
from bot.web.context import Web
from bot.web.demo.pages import DemoPages
from bot.web.forms import typed_in
from bot.web.frame import Frame
from bot.web.guard import WebGuard
from bot.web.pages.account import AccountPages
from bot.web.pages.code_sheet import CodeSheetPages
from bot.web.pages.help import HelpPage
from bot.web.pages.operating import OperatorPages
from bot.web.pages.pause import PausePages
from bot.web.pages.people_file import PeopleFilePages
from bot.web.pages.receipt import ReceiptPages
from bot.web.pages.referrals import ReferralPages
from bot.web.public import language_of
from bot.web.render.pages import NOT_SENT, UNSURE, read_templates, sorry
from bot.web.static import file_routes
from prompts.words import say

_PERSON: Final = re.compile(r"/as/([^/]+)")
_KNOWN = frozenset({400, 403, 404, 405, 413, 415})


def web_routes(web: Web) -> list[BaseRoute]:
    """Gives the whole web client. It answers every path, so it goes last in an app."""
    read_templates()
    codes = [
        *ReceiptPages(web.dispatch, web.clock, web.drain).routes(),
        *PausePages(web.dispatch, web.clock, web.drain).routes(),
        *CodeSheetPages().routes(),
        *HelpPage(web.partnership, web.clock).routes(),
    ]
    # Files first: one of them is given in place of a page.
    pages = list(ReferralPages(web.account, *web.files).routes()) if web.files else []
    pages += PeopleFilePages(web.account).routes()
    if web.operations:
        pages += OperatorPages(web.account, web.operations).routes()
    pages += [*DemoPages(web).routes(), *AccountPages(web.account).routes(), *codes, *file_routes()]
    handlers = {RefusedRequest: _sorry(web), HTTPException: _sorry(web), Exception: _sorry(web)}
    return [Mount("/", app=WebGuard(Starlette(routes=pages, exception_handlers=handlers)))]


def _sorry(web: Web) -> Callable[[Request, Exception], Awaitable[Response]]:
    async def answer(request: Request, error: Exception) -> Response:
        failed = HTTPStatus.INTERNAL_SERVER_ERROR.value
        status = error.status if isinstance(error, RefusedRequest) else failed
        status = error.status_code if isinstance(error, HTTPException) else status
        words = str(status) if status in _KNOWN else "other"
        frame = _frame(web, request)
        title, lines = say(f"web-sorry-{words}"), (say(f"web-sorry-{words}-text"),)
        keeps = NOT_SENT if isinstance(error, RefusedRequest) else UNSURE
        return HTMLResponse(sorry(title, lines, frame, typed_in(request), keeps), status)

    return answer


def _frame(web: Web, request: Request) -> Frame:
    # A page that isn't there has no parameters; who asks for it has a language all the same.
    found = _PERSON.match(request.url.path)
    try:
        return web.people.frame(found[1] if found else "", web.clock.now())
    except RefusedRequest:
        return Frame(language_of(request.query_params.get("lang", ""), request))
