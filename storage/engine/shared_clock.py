"""PostgreSQL's clock: one for all servers that share a database, whatever their machines say.

What one of them calls now, another would call in five minutes: it would send early, or late. So
each asks the database, and goes on from there by its own steady clock until it asks again.
"""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.engine.clock import Clock, SystemClock, utc
from storage.engine.database import read

ITS_TIME: Final = select(func.clock_timestamp())
"""Asks PostgreSQL for the moment, and not for that at which the transaction began."""
_TOO_SLOW: Final = timedelta(seconds=2)
"""After as long an answer tells too little; the next one will be faster."""


class SharedClock:
    """The database's time, which the machine's stands in for until it was asked."""

    def __init__(self, machine: Clock | None = None) -> None:
        self._machine = machine or SystemClock()
        self._asked = False
        self._apart = timedelta()

    def now(self) -> datetime:
        """Tells the moment it is for the database."""
        if not self._asked:
            return self._machine.now()
        return self.steady() + self._apart

    def steady(self) -> datetime:
        """Tells the machine's steady moment."""
        return self._machine.steady()

    @property
    def ahead(self) -> timedelta:
        """Tells how far the machine's clock is ahead of the database's; behind is below nothing."""
        return self._machine.now() - self.now()

    async def ask(self, engine: AsyncEngine) -> None:
        """Asks the database."""
        before = self.steady()
        [[its]] = await read(engine, ITS_TIME, {})
        took = self.steady() - before
        if took < _TOO_SLOW or not self._asked:
            self._apart = utc(its) - (before + took / 2)
            self._asked = True
