"""In front of the pages for people: this site only, a token on each form, and whose they are."""

from secrets import token_urlsafe
from typing import Final
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.web.forms import CSRF
from bot.web.guard import hardened, headers_for, host_of, refused
from bot.web.signin.people import ME, SESSION
from bot.web.signin.sessions import Sessions
from bot.web.signin.starts import FormTokens, Starts

_SAFE = frozenset({"GET", "HEAD"})
BY_ITSELF: Final = "upstander-by-itself"
"""What our script sends along as it looks again: older browsers don't tell of themselves."""


class SignInGuard:
    """Wraps the pages on which people sign in, and all that they see once they have."""

    def __init__(
        self, app: ASGIApp, origin: str, sessions: Sessions, starts: Starts, tokens: FormTokens
    ) -> None:
        self._app = app
        self._origin = origin
        self._host = urlsplit(origin).hostname or ""
        self._sessions = sessions
        self._starts = starts
        self._tokens = tokens
        self._headers = {"x-robots-tag": "noindex"}
        if origin.startswith("https:"):
            self._headers["strict-transport-security"] = "max-age=31536000"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuses what doesn't come from this site; hardens every answer."""
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return
        own = headers_for(scope["path"], ME)
        send, headers = hardened(send, {**own, **self._headers}), Headers(scope=scope)
        if host_of(headers.get("host", "")) != self._host:
            await refused(f"Open this by {self._origin}.")(scope, receive, send)
        elif scope["method"] not in _SAFE and not self._from_here(headers):
            await refused("This came from another site.")(scope, receive, send)
        else:
            await self._told(scope, receive, send)

    async def _told(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = HTTPConnection(scope)
        session, start = self._sessions.read(request), self._starts.read(request)
        mark = session.id if session else start.mark if start else token_urlsafe(16)
        scope = {**scope, SESSION: session, CSRF: self._tokens.of(mark)}
        still = self._sessions.renewed(session) if session and not _by_itself(request) else None
        await self._app(scope, receive, _with_cookie(send, still) if still else send)

    def _from_here(self, headers: Headers) -> bool:
        # We send no referrer, so browsers write "Origin: null": what they say of the site counts.
        site = headers.get("sec-fetch-site")
        if site is not None:
            return site == "same-origin"
        return headers.get("origin") == self._origin


def _by_itself(request: HTTPConnection) -> bool:
    """A page that looks again by itself is no sign that somebody sits before it."""
    asked_by_script = request.headers.get("sec-fetch-dest") == "empty"
    return asked_by_script or BY_ITSELF in request.headers


def _with_cookie(send: Send, cookie: str) -> Send:
    """Says in the browser that somebody is still there, unless the page says something else."""

    async def told(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            if "set-cookie" not in headers:
                headers.append("set-cookie", cookie)
        await send(message)

    return told
