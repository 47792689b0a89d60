"""What the log says while a database is away: each error once, then a line a minute."""

from collections.abc import Callable
from time import monotonic
from typing import Final

MINUTE: Final = 60.0
STILL: Final = (
    "a database still can't do its work, and people read that nothing is kept: /readyz of the "
    "operators' door, and upstander check, say which one and what to do"
)
OVER: Final = "the databases do their work again"


class Outage:
    """Remembers which errors were said since a database began to fail."""

    def __init__(self, seconds: Callable[[], float] = monotonic) -> None:
        self._seconds = seconds
        self._known: set[str] = set()
        self._unsaid = 0
        self._said_at = 0.0

    @property
    def lasts(self) -> bool:
        """Whether a database has failed, and nobody has found since that all do their work."""
        return bool(self._known)

    def lines(self, error: str) -> list[str]:
        """Gives what to say of one more error: itself if it is new, and each minute what to do."""
        now, said = self._seconds(), []
        if not self._known:
            self._said_at = now
        if error in self._known:
            self._unsaid += 1
        else:
            self._known.add(error)
            said.append(error)
        if now - self._said_at >= MINUTE:
            said.append(f"{STILL} more_errors={self._unsaid}")
            self._unsaid, self._said_at = 0, now
        return said

    def over(self) -> None:
        """Forgets it: all of them do their work."""
        self._known.clear()
        self._unsaid = 0
