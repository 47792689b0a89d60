"""What a browser that is about to sign in carries: sealed, so that nothing of it is kept here."""

from dataclasses import dataclass, field
from hmac import digest
from secrets import token_urlsafe
from typing import Final

from starlette.requests import HTTPConnection

from bot.web.signin.cookies import START, Sealed, Values, cookie, no_cookie, sent
from storage.engine.clock import Clock

TEN_MINUTES: Final = 600
SKEW: Final = 120
"""Seconds by which servers that share the work may differ."""


@dataclass(frozen=True)
class Start:
    """A browser that has asked for the page, and perhaps for a way in."""

    mark: str = field(repr=False)
    """Random; the token of its forms is made of it."""
    way: str = ""
    """How it was told to go on: `link`, or a provider's name; empty while nothing was asked."""
    values: Values = field(default_factory=dict, repr=False)
    """What that way in has to find again."""
    at: int = 0
    """When it was told so, in seconds."""


class Starts:
    """Reads and writes what lies in a browser before somebody has signed in."""

    def __init__(self, key: bytes, clock: Clock) -> None:
        self._sealed = Sealed(key, "start")
        self._clock = clock

    def new(self) -> Start:
        """Makes one for a browser that nobody has seen before."""
        return Start(token_urlsafe(16))

    def read(self, request: HTTPConnection) -> Start | None:
        """Reads what this browser carries. A way in that is older than ten minutes is forgotten."""
        found = self._sealed.open(sent(request, START))
        if found is None:
            return None
        start = Start(str(found["_mark"]))
        at = int(found["_at"])
        if not -SKEW <= self._now() - at < TEN_MINUTES:
            return start
        values = {name: value for name, value in found.items() if not name.startswith("_")}
        return Start(start.mark, str(found["_way"]), values, at)

    def gone_on(self, start: Start | None, way: str, values: Values) -> Start:
        """Has this browser go on by that way in, from now on and for ten minutes."""
        return Start(start.mark if start else self.new().mark, way, values, self._now())

    def kept(self, start: Start) -> str:
        """Gives the header that lays this down in the browser."""
        own: Values = {"_mark": start.mark, "_way": start.way, "_at": start.at}
        return cookie(START, self._sealed.seal({**start.values, **own}))

    def gone(self) -> str:
        """Gives the header that takes it away."""
        return no_cookie(START)

    def _now(self) -> int:
        return int(self._clock.now().timestamp())


class FormTokens:
    """Tokens that a form must have, made of what only this browser carries."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def of(self, mark: str) -> str:
        """Gives the token of the browser with this mark."""
        return digest(self._key, mark.encode(), "sha256").hex()
