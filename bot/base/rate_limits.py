"""Rate limits that hold nobody: counts in memory, under a key that is thrown away with them."""

import hashlib
import hmac
import secrets
from datetime import datetime, timedelta
from typing import Final

from storage.engine.clock import Clock

MOST_KEPT: Final = 10_000
TRIES_EACH: Final = 20
TRIES_ALL: Final = 600
TRIES_WINDOW: Final = 600


class Window:
    """So many times in so many seconds for each; whoever they are isn't kept, nor is a list."""

    def __init__(self, limit: int, seconds: int, clock: Clock, most: int = MOST_KEPT) -> None:
        self._limit = limit
        self._lasts = timedelta(seconds=seconds)
        self._clock = clock
        self._most = most
        self._begin(clock.steady())

    def allows(self, who: str) -> bool:
        """Counts one more, and says whether that is still within the limit."""
        now = self._clock.steady()
        if now >= self._began + self._lasts:
            self._begin(now)
        tag = hmac.new(self._key, who.encode(errors="replace"), hashlib.sha256).digest()
        # Once the memory is full, whoever is new shares one counter: slower for them, never more.
        place = tag if tag in self._counts or len(self._counts) < self._most else b""
        self._counts[place] = min(self._counts.get(place, 0) + 1, self._limit + 1)
        return self._counts[place] <= self._limit

    def _begin(self, now: datetime) -> None:
        self._began = now
        self._key = secrets.token_bytes(32)
        self._counts: dict[bytes, int] = {}


class CodeTries:
    """How often codes may be tried: by each, and by all together."""

    def __init__(
        self,
        clock: Clock,
        each: int = TRIES_EACH,
        everyone: int = TRIES_ALL,
        seconds: int = TRIES_WINDOW,
    ) -> None:
        self._each = Window(each, seconds, clock)
        self._all = Window(everyone, seconds, clock)

    def allows(self, who: str) -> bool:
        """Tells whether one more may be tried; `who` is empty where only the whole is counted."""
        # One who is over their own limit doesn't use up everybody's.
        return (not who or self._each.allows(who)) and self._all.allows("")
