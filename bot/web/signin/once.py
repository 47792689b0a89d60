"""What may happen once, remembered in memory for as long as it could happen again.

A row would tell when somebody signed in. In another process of several, what was used here opens
once more; but only in the browser that asked for it, which has signed in with it already.
"""

import secrets
from datetime import datetime, timedelta
from hmac import digest

from storage.engine.clock import Clock


class Once:
    """Random names that were used, under a key that nobody else has; each is forgotten in time."""

    def __init__(self, clock: Clock, lasts: timedelta) -> None:
        self._clock = clock
        self._lasts = lasts
        self._key = secrets.token_bytes(32)
        self._used: dict[bytes, datetime] = {}
        """In the order in which they are forgotten."""

    def first(self, name: str) -> bool:
        """Uses a name; tells whether it is for the first time."""
        if self.was(name):
            return False
        self._used[self._tag(name)] = self._clock.steady() + self._lasts
        return True

    def was(self, name: str) -> bool:
        """Tells whether a name was used."""
        now = self._clock.steady()
        while self._used and (oldest := next(iter(self._used))) and self._used[oldest] <= now:
            del self._used[oldest]
        return self._tag(name) in self._used

    def _tag(self, name: str) -> bytes:
        return digest(self._key, name.encode(errors="replace"), "sha256")
