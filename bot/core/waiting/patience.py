"""How long what failed waits until it is tried again: ever longer, and known in memory only."""

from datetime import datetime, timedelta
from typing import Final

MOST: Final = timedelta(minutes=5)


class Patience:
    """Counts how often each thing failed, by an id of its own."""

    def __init__(self) -> None:
        self._failed: dict[str, int] = {}
        self._until: dict[str, datetime] = {}

    def next(self, id: str) -> timedelta:
        """Gives how long it waits now that it failed once more: from two seconds to minutes."""
        failed = self._failed[id] = self.times(id) + 1
        return min(timedelta(seconds=2.0 ** min(failed, 20)), MOST)

    def times(self, id: str) -> int:
        """Counts how often it failed."""
        return self._failed.get(id, 0)

    def rest(self, id: str, steady: datetime) -> None:
        """Has it rest from now on, by a clock that nobody sets."""
        self._until[id] = steady + self.next(id)

    def rests(self, id: str, steady: datetime) -> bool:
        """Tells whether it rests still."""
        return id in self._until and steady < self._until[id]

    def over(self, id: str) -> None:
        """Forgets it: it went well, or is no more."""
        self._failed.pop(id, None)
        self._until.pop(id, None)
