"""In front of every page: this machine only, this site only, and headers that let nothing in."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOSTS = frozenset({"127.0.0.1", "localhost", "::1"})
"""Only these names: a page elsewhere whose name is made to point here is turned away."""

POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "img-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "content-security-policy": POLICY,
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}

SCRIPTED = HEADERS | {"content-security-policy": f"{POLICY}; script-src 'self'"}
"""For a person's own pages, whose forms have a script of ours. A page of codes has none."""
LIVE = HEADERS | {"content-security-policy": f"{POLICY}; script-src 'self'; connect-src 'self'"}
"""For pages of a round, where the chair's count is looked at again."""


def hardened(send: Send, headers: Mapping[str, str] = HEADERS) -> Send:
    """Puts these headers on every answer that goes this way."""

    async def harden(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).update(headers)
        await send(message)

    return harden


class WebGuard:
    """Wraps the web's routes."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuses what doesn't come from this machine and this site; hardens every answer."""
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return
        headers = Headers(scope=scope)
        if host_of(headers.get("host", "")) not in HOSTS:
            await refused("Open this by http://127.0.0.1.")(scope, receive, hardened(send))
        elif scope["method"] not in {"GET", "HEAD"} and not _from_here(headers):
            await refused("This came from another site.")(scope, receive, hardened(send))
        else:
            await self._app(scope, receive, hardened(send, headers_for(scope["path"], "/as/")))


def headers_for(path: str, own: str) -> Mapping[str, str]:
    """Gives the headers of a page: a script of ours runs below a person's own address only."""
    if not path.startswith(own):
        return HEADERS
    verb = path.rpartition("/do/")[2].partition(".")[0]
    return LIVE if verb in ("pause", "debrief") else SCRIPTED


def refused(text: str) -> PlainTextResponse:
    """Turns somebody away in a line."""
    return PlainTextResponse(text, status_code=403)


def host_of(written: str) -> str:
    """Reads the name in a host header, without its port; '' for what isn't one."""
    try:
        return urlsplit(f"//{written}").hostname or ""
    except ValueError:
        return ""


def _from_here(headers: Headers) -> bool:
    # We send no referrer, so browsers write "Origin: null": what they say of the site counts first.
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    return headers.get("origin") == f"http://{headers.get('host', '')}"
