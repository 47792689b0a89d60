"""Clocks that somebody sets, and leases that run out."""

from datetime import UTC, datetime, timedelta, tzinfo

from sqlalchemy import select, update

from storage.engine.clock import SystemClock
from storage.schema import main_metadata
from tests.core.anytown import Town


class SetClock(tzinfo):
    """A machine's clock that somebody sets: whoever asks for the time gets this one.

    APScheduler asks `datetime.now` in its own zone, which asks the zone what that is.
    """

    by = timedelta()

    def utcoffset(self, _moment: datetime | None) -> timedelta:
        """As UTC."""
        return timedelta()

    dst = utcoffset

    def tzname(self, _moment: datetime | None) -> str:
        """Nobody reads it."""
        return "set"

    def fromutc(self, moment: datetime) -> datetime:
        """The time of day as it was set."""
        return moment + self.by

    def now(self) -> datetime:
        """The same, for whoever has a clock."""
        return datetime.now(self).astimezone(UTC)

    def steady(self) -> datetime:
        """Nobody sets that."""
        return SystemClock().steady()


async def leases_run(town: Town, seconds: float) -> None:
    """So much time passes for leases: on PostgreSQL too, whose own clock nobody here moves."""
    outbox = main_metadata.tables["outbox"]
    async with town.core.engine.begin() as connection:
        for id, until in await connection.execute(select(outbox.c.id, outbox.c.leased_until)):
            if until is not None:
                then = until - timedelta(seconds=seconds)
                sooner = update(outbox).where(outbox.c.id == id).values(leased_until=then)
                await connection.execute(sooner)
