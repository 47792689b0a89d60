"""Rate limits that hold nobody: counts in memory, under a key that is thrown away with them.

Windows follow each other from the start of the process, whatever anybody does: one that began with
the first who came would tell, by when it ends, when somebody did.
"""

import hmac
import secrets
from array import array
from datetime import timedelta
from typing import Final

from storage.engine.clock import Clock

MOST_KEPT: Final = 10_000
PLACES: Final = 1 << 14
"""Networks that fall into one place are counted together: which do, nobody can know or choose."""
WRONG_LEAST: Final = 20
WRONG_SPREAD: Final = 20
WRONG_WINDOW: Final = 600


class _Windows:
    """One window after the other, each with a random key that is gone with it."""

    def __init__(self, seconds: int, clock: Clock) -> None:
        self._lasts = timedelta(seconds=seconds)
        self._clock = clock
        self._since = clock.steady()
        self._number = -1
        self._key = b""

    def turned(self) -> bool:
        """Tells whether another window has begun since this was last asked."""
        number = (self._clock.steady() - self._since) // self._lasts
        if number == self._number:
            return False
        self._number, self._key = number, secrets.token_bytes(32)
        return True

    def tag(self, who: str) -> bytes:
        """Names somebody for the length of this window."""
        return hmac.digest(self._key, who.encode(errors="replace"), "sha256")


class Window:
    """So many times in so many seconds for each; whoever they are isn't kept, nor is a list."""

    def __init__(self, limit: int, seconds: int, clock: Clock, most: int = MOST_KEPT) -> None:
        self.limit = limit
        self._most = most
        self._windows = _Windows(seconds, clock)
        self._counts: dict[bytes, int] = {}

    def allows(self, who: str) -> bool:
        """Counts one more, and says whether that is still within the limit."""
        if self._windows.turned():
            self._counts = {}
        tag = self._windows.tag(who)
        # Once the memory is full, whoever is new shares one counter: slower for them, never more.
        place = tag if tag in self._counts or len(self._counts) < self._most else b""
        self._counts[place] = min(self._counts.get(place, 0) + 1, self.limit + 1)
        return self._counts[place] <= self.limit


class WrongTries:
    """Counts wrong codes, by whoever tried them, and says when to ask for a rest. It refuses
    nothing: a right code isn't counted, and opens whatever stands here.

    Where the limit lies is drawn anew for each and in each window, so that somebody who counts to
    it doesn't learn whether one more of their network was wrong (tests/privacy/test_flooding.py).
    """

    def __init__(
        self,
        clock: Clock,
        least: int = WRONG_LEAST,
        spread: int = WRONG_SPREAD,
        seconds: int = WRONG_WINDOW,
    ) -> None:
        self._least = least
        self._spread = spread
        self._windows = _Windows(seconds, clock)
        self._counts = array("H", bytes(2 * PLACES))

    def too_many(self, who: str) -> bool:
        """Counts one more wrong code of theirs, and tells whether they had better rest."""
        if self._windows.turned():
            self._counts = array("H", bytes(2 * PLACES))
        drawn = self._windows.tag(who)
        place = int.from_bytes(drawn[:8]) % PLACES
        limit = self._least + int.from_bytes(drawn[8:16]) % self._spread
        self._counts[place] = min(self._counts[place] + 1, self._least + self._spread)
        return self._counts[place] > limit
