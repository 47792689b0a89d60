"""Keeps this process's time: by the database it shares, and by a clock that somebody may set."""

from datetime import datetime, timedelta
from typing import Final

from bot.base.logs import log
from bot.core.unit_of_work import Transactions
from storage.delivery.outbox import OutboxStore
from storage.delivery.set_back import follow_back
from storage.delivery.undelivered import TOO_OLD
from storage.engine.clock import Clock, Jumps
from storage.engine.database import together
from storage.engine.shared_clock import SharedClock
from storage.partnership.turns import BY_THE_CLOCK

SKEWED: Final = timedelta(seconds=5)
"""Two machines that keep time are never as far apart."""


class Timekeeper:
    """Runs each minute, and when the machine's clock was set."""

    def __init__(self, of: Transactions, outbox: OutboxStore) -> None:
        self._engine = of.engine
        self._clock = of.clock
        self._room = of.room
        self._outbox = outbox
        self._id, self._partnership = of.partnership.id, of.partnership
        self._jumps: Jumps | None = None
        self._looks = Jumps(of.clock)
        self._set_at: datetime | None = None
        self._skewed = False

    def was_set_lately(self) -> bool:
        """Tells whether a clock was set so little ago that what waits only looks old by it."""
        now = self._clock.steady()
        if self._looks.since():
            self._set_at = now
        return self._set_at is not None and now - self._set_at < TOO_OLD

    async def keep_time(self) -> None:
        """Asks the database for its time, and has what can't wait follow a clock set back."""
        if isinstance(self._clock, SharedClock):
            await self._clock.ask(self._engine)
            self._say(self._clock.ahead)
        self._jumps = self._jumps or Jumps(self._clock)
        jump = self._jumps.since()
        if jump < timedelta():
            await self._follow_back(-jump)

    async def _follow_back(self, jump: timedelta) -> None:
        now, shared = self._clock.now(), isinstance(self._clock, SharedClock)
        old = now + jump
        await self._outbox.set_back(old, now)
        by_the_clock = [
            kind.id for kind in self._partnership.referrals if kind.within.unit in BY_THE_CLOCK
        ]
        until = old + jump if shared else None
        await together(self._engine, follow_back, self._id, by_the_clock, old, now, until)
        await self._room.follow_back(now if until is None else old, jump, until)

    def _say(self, ahead: timedelta) -> None:
        skewed = abs(ahead) > SKEWED
        if skewed and not self._skewed:
            log.said(
                "this machine's clock differs from the database's, which counts: set it right",
                ahead_seconds=round(ahead.total_seconds()),
            )
        elif self._skewed and not skewed:
            log.said("this machine's clock agrees with the database's again")
        self._skewed = skewed


def ahead_of_database(clock: Clock) -> timedelta:
    """Tells how far this machine's clock is ahead of the database's; with one machine, nothing."""
    return clock.ahead if isinstance(clock, SharedClock) else timedelta()
