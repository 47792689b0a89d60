"""One batch of messages on their way: so many at once, and acknowledged some at a time."""

import asyncio
from collections.abc import Callable
from functools import cache

from bot.base.logs import log
from bot.core.outbox_writer import cards
from prompts.shapes import Card
from storage.delivery.outbox import Arrived, OutboxMessage, OutboxStore
from storage.directory.members import Seen
from storage.partnership import PersonId

AT_ONCE = 16
"""So many are on their way, or arrived and unacknowledged: a crash repeats no more than these."""
TOGETHER = AT_ONCE // 2
"""So many are acknowledged in one transaction, unless there is nothing more to send."""


class Batch:
    """What it looks up once, and what has arrived and waits to be acknowledged."""

    def __init__(
        self, outbox: OutboxStore, known: dict[PersonId, Seen], arrived: list[Arrived]
    ) -> None:
        self.known = known
        self.card: Callable[[str], Card] = cache(cards.validate_json)
        self.slots = asyncio.Semaphore(AT_ONCE)
        self.broken = False
        """The database is away: whatever is sent now can't be acknowledged."""
        self._outbox = outbox
        self._arrived = arrived
        self._acknowledging = asyncio.Lock()

    async def arrived(self, message: OutboxMessage, ref: str = "") -> None:
        """Takes note that it is with the platform; its slot is free once that is acknowledged."""
        self._arrived.append((message, ref))
        if len(self._arrived) >= TOGETHER:
            await self.acknowledge()

    async def acknowledge(self) -> None:
        """Acknowledges all that has arrived; what arrives meanwhile goes together next."""
        async with self._acknowledging:
            some = self._arrived[:]
            try:
                if some:
                    await self._outbox.acknowledge(some, again=self.broken)
                    del self._arrived[: len(some)]
            except Exception as error:
                # They did arrive. So they stay noted, and aren't sent once more.
                self.broken = True
                log.failed("acknowledging", error)
            finally:
                for _ in some:
                    self.slots.release()
