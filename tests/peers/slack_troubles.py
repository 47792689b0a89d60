"""What may happen to a call of Slack's Web API instead of an answer."""

import asyncio
from dataclasses import dataclass, field

from aiohttp import web


@dataclass(frozen=True)
class Busy:
    """429, with how long to wait."""

    retry_after: int = 1


@dataclass(frozen=True)
class Broken:
    """A server error, not even as JSON."""

    status: int = 500


@dataclass(frozen=True)
class Refusal:
    """`ok: false`, with Slack's own word for it."""

    error: str


@dataclass
class Hang:
    """No answer until `released` is set."""

    released: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass(frozen=True)
class Proxy:
    """Something else answers: a page that asks to sign in, or nothing."""

    status: int = 200
    text: str = "<html>Please sign in to the network.</html>"
    kind: str = "text/html"


@dataclass(frozen=True)
class HangUp:
    """The connection ends instead of an answer."""


Trouble = Busy | Broken | Refusal | Hang | Proxy | HangUp


async def troubled(trouble: Trouble, request: web.Request) -> web.StreamResponse | None:
    """Answers with it; None where the call goes on after all."""
    match trouble:
        case Busy(retry_after):
            headers = {"Retry-After": str(retry_after)}
            return web.json_response({"ok": False, "error": "ratelimited"}, status=429,
                                     headers=headers)  # fmt: skip
        case Broken(status):
            return web.Response(status=status, text="<html>Sorry</html>", content_type="text/html")
        case Refusal(error):
            return web.json_response({"ok": False, "error": error})
        case Proxy(status, words, kind):
            return web.Response(text=words, status=status, content_type=kind)
        case HangUp():
            assert request.transport is not None
            request.transport.close()
            return web.Response()
        case Hang(released):
            await released.wait()
            return None
