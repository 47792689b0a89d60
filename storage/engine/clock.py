"""Time, passed in so that tests and the demo can move it."""

from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Tells the time, in UTC."""

    def now(self) -> datetime:
        """Tells the moment it is."""
        ...


class SystemClock:
    """The machine's own time."""

    def now(self) -> datetime:
        """Tells the moment it is."""
        return datetime.now(UTC)


class MovableClock:
    """The machine's time, moved forward by as much as somebody asked for."""

    def __init__(self) -> None:
        self._ahead = timedelta()

    def now(self) -> datetime:
        """Tells the moment it is taken to be."""
        return datetime.now(UTC) + self._ahead

    def forward_to(self, moment: datetime) -> None:
        """Moves to that moment; never back."""
        self._ahead += max(timedelta(), moment - self.now())


def utc(moment: datetime) -> datetime:
    """Puts a moment in UTC; one without a zone is taken as UTC already."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
