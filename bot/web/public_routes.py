"""What `upstander serve` has for browsers: pages of codes, of who can help, and stylesheets."""

from collections.abc import Sequence
from typing import Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.base.networks import Network
from bot.core.ports import Dispatching
from bot.web.forwarded import Forwarded
from bot.web.guard import HEADERS, hardened
from bot.web.pages.code_sheet import CodeSheetPages
from bot.web.pages.help import HelpPage
from bot.web.pages.pause import PausePages
from bot.web.pages.receipt import ReceiptPages
from bot.web.pages.teams_tab import FRAMED, TAB, TeamsTabPage
from bot.web.public import sorry
from bot.web.static import file_routes
from storage.engine.clock import Clock
from storage.partnership import Partnership

PUBLIC: Final = {**HEADERS, "x-robots-tag": "noindex"}
"""What the guard of the demo sends, and that search engines are to leave it out."""


def public_routes(
    dispatch: Dispatching,
    clock: Clock,
    partnership: Partnership,
    public_url: str = "",
    proxies: Sequence[Network] = (),
    tab: str = "",
) -> list[BaseRoute]:
    """Routes for an app whose other addresses are the platforms'. With a `tab`, the origin to which
    it leads, Teams may show one page in a frame.
    """
    routes = [
        *ReceiptPages(dispatch, clock).routes(),
        *PausePages(dispatch, clock).routes(),
        *CodeSheetPages(public_url).routes(),
        *HelpPage(partnership, clock).routes(),
        *file_routes(),
        *(TeamsTabPage(tab).routes() if tab else ()),
    ]
    handlers = {HTTPException: _wrong, Exception: _failed}
    pages = Starlette(routes=routes, exception_handlers=handlers)
    app = Forwarded(_Hardened(pages), proxies)
    return [Route(path, app) for path in dict.fromkeys(route.path for route in routes)]


class _Hardened:
    """Headers that keep everything else out; unlike the demo's guard, any host name will do."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = FRAMED if scope["path"] == TAB else PUBLIC
        await self._app(scope, receive, hardened(send, headers))


async def _wrong(request: Request, error: Exception) -> Response:
    return sorry(request, error.status_code if isinstance(error, HTTPException) else 400)


async def _failed(request: Request, _error: Exception) -> Response:
    return sorry(request, 500)
