"""Time, passed in so that tests and the demo can move it.

What is due is decided by the time of day. How long something has lasted is told by another clock,
which stays steady when somebody sets the machine's: leases, limits and turns would otherwise end
too early, or not for a day.
"""

from datetime import UTC, datetime, timedelta
from time import monotonic
from typing import Final, Protocol

_START: Final = datetime(1970, 1, 1, tzinfo=UTC)
NOTICED: Final = timedelta(seconds=2)
"""Less than this is what keeping time takes."""


class Clock(Protocol):
    """Tells the time, in UTC."""

    def now(self) -> datetime:
        """Tells the moment it is."""
        ...

    def steady(self) -> datetime:
        """Tells a moment that only ever goes on; it serves to compare with another of its own."""
        ...


class SystemClock:
    """The machine's own time."""

    def now(self) -> datetime:
        """Tells the moment it is."""
        return datetime.now(UTC)

    def steady(self) -> datetime:
        """Tells how long the machine has been up, as a moment."""
        return _START + timedelta(seconds=monotonic())


class MovableClock:
    """The machine's time, moved forward by as much as somebody asked for."""

    def __init__(self) -> None:
        self._ahead = timedelta()

    def now(self) -> datetime:
        """Tells the moment it is taken to be."""
        return datetime.now(UTC) + self._ahead

    def steady(self) -> datetime:
        """Tells how long the machine has been up, and as much more."""
        return SystemClock().steady() + self._ahead

    def forward_to(self, moment: datetime) -> None:
        """Moves to that moment; never back."""
        self._ahead += max(timedelta(), moment - self.now())


class Jumps:
    """Compares a clock that can be set with its steady self."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._apart = clock.now() - clock.steady()

    def since(self) -> timedelta:
        """Tells by how much it was set since this was last asked; forward is above nothing."""
        apart = self._clock.now() - self._clock.steady()
        jump = apart - self._apart
        if abs(jump) < NOTICED:
            return timedelta()
        self._apart = apart
        return jump


def utc(moment: datetime) -> datetime:
    """Puts a moment in UTC; one without a zone is taken as UTC already."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
