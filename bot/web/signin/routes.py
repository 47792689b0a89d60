"""All that `serve` has for people who sign in, in one mount, with kind pages for what fails."""

from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from http import HTTPStatus
from typing import Final, cast

from sqlalchemy.exc import SQLAlchemyError
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount

from bot.base.logs import log
from bot.base.networks import Network
from bot.base.requests import RefusedRequest, whole_body
from bot.web.callers import Account
from bot.web.forms import MOST, SENT, OldFormError, Sent, parsed, typed_in
from bot.web.forwarded import Forwarded
from bot.web.frame import Frame
from bot.web.pages.account import AccountPages
from bot.web.public import language_of
from bot.web.render.pages import KEPT, NOT_SENT, UNSURE, draw, kept_around, sorry
from bot.web.signin.cookies import SESSION, no_cookie
from bot.web.signin.guard import SignInGuard
from bot.web.signin.pages import Drawing, Entry, SignInPages
from bot.web.signin.people import NobodyError
from prompts.words import LANGUAGES, say

_KNOWN: Final = frozenset({400, 403, 404, 405, 413, 415})


def sign_in_routes(
    entry: Entry,
    account: Account,
    origin: str,
    more: Sequence[BaseRoute] = (),
    proxies: Sequence[Network] = (),
) -> list[BaseRoute]:
    """Gives the pages for people. They answer every path, so they go last in an app."""
    pages = [*SignInPages(entry).routes(), *more, *AccountPages(account).routes()]
    handlers = {
        NobodyError: _nobody(entry),
        SQLAlchemyError: _store_away,
        RefusedRequest: _sorry(account),
        HTTPException: _sorry(account),
        Exception: _sorry(account),
    }
    app = Starlette(routes=pages, exception_handlers=handlers)
    guard = SignInGuard(app, origin, entry.sessions, entry.starts, entry.tokens)
    return [Mount("/", app=Forwarded(guard, proxies))]


Answer = Callable[[Request, Exception], Awaitable[Response]]


def _nobody(entry: Entry) -> Answer:
    async def answer(request: Request, _error: Exception) -> Response:
        if request.method == "GET":
            chosen = request.query_params.get("lang", "")
            kept = f"?lang={chosen}" if chosen in LANGUAGES else ""
            response: Response = RedirectResponse(f"/{kept}", status_code=303)
        else:
            written, start = (
                await _written(request),
                entry.starts.read(request) or entry.starts.new(),
            )
            title, note = say("sign-in-ended-title"), say("sign-in-ended")
            around = kept_around(title, (note,), written, again=say("sign-in-again"))
            response = entry.shown(Drawing(KEPT, title, note, 401, around), request, start)
        response.headers.append("set-cookie", no_cookie(SESSION))
        return response

    return answer


async def _store_away(request: Request, error: Exception) -> Response:
    """While a database can't be asked who somebody is, nobody is signed out, and no words lost."""
    log.failed("reading who has signed in", error)
    keeps = UNSURE if SENT in request.scope else NOT_SENT
    kept = await _written(request) if request.method != "GET" else []
    title, note = say("web-sorry-other"), say("web-sorry-other-text")
    frame = Frame(language_of(request.query_params.get("lang", ""), request), demo=False)
    return HTMLResponse(draw(KEPT, title, frame, **kept_around(title, (note,), kept, keeps)), 503)


async def _written(request: Request) -> list[str]:
    """What somebody wrote that went wrong: it is theirs, and not lost."""
    try:
        sent = request.scope.get(SENT) or Sent(parsed(await whole_body(request.stream(), MOST)))
        return cast("Sent", sent).typed
    except (RefusedRequest, ClientDisconnect):
        return []


def _sorry(account: Account) -> Answer:
    async def answer(request: Request, error: Exception) -> Response:
        failed = HTTPStatus.INTERNAL_SERVER_ERROR.value
        status = error.status if isinstance(error, RefusedRequest) else failed
        status = error.status_code if isinstance(error, HTTPException) else status
        words = str(status) if status in _KNOWN else "other"
        words = "old" if isinstance(error, OldFormError) else words
        title, line = say(f"web-sorry-{words}"), say(f"web-sorry-{words}-text")
        frame = Frame(language_of(request.query_params.get("lang", ""), request), demo=False)
        if kept := typed_in(request):
            keeps = NOT_SENT if isinstance(error, RefusedRequest) else UNSURE
            return HTMLResponse(sorry(title, (line,), frame, kept, keeps), status)
        if status != failed:  # whatever failed may fail again
            with suppress(NobodyError):
                frame = (await account.people.caller(request)).frame
        return HTMLResponse(sorry(title, (line,), frame), status)

    return answer
