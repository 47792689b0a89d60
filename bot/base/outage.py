"""What the log says while a database is away: each error once, and each minute what to do."""

from collections.abc import Callable
from time import monotonic
from typing import Final

MINUTE: Final = 60.0
AWAY: Final = (
    "a database can't do its work, and people read that nothing is kept: /readyz of the "
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
        """Gives what to say of one more error: itself if new; first and each minute what to do."""
        now, begins, said = self._seconds(), not self._known, []
        if error in self._known:
            self._unsaid += 1
        else:
            self._known.add(error)
            said.append(error)
        if begins or now - self._said_at >= MINUTE:
            said.append(f"{AWAY} more_errors={self._unsaid}" if self._unsaid else AWAY)
            self._unsaid, self._said_at = 0, now
        return said

    def over(self) -> None:
        """Forgets it: all of them do their work."""
        self._known.clear()
        self._unsaid = 0
