"""Tells the database what arrived. Each message's slot is taken until it has been told."""

import asyncio

from bot.base.logs import log
from storage.delivery.outbox import Arrived, OutboxMessage, OutboxStore
from storage.engine.failures import StillAwayError


class Acknowledging:
    """What arrived while one is being acknowledged goes together, in the next transaction."""

    def __init__(self, outbox: OutboxStore) -> None:
        self._outbox = outbox
        self._arrived: list[Arrived] = []
        """With the platform, and the database couldn't be told yet. It is never sent again."""
        self._one_at_a_time = asyncio.Lock()
        self.broken = False
        """The database is away: whatever is sent now can't be acknowledged."""

    async def arrived(self, message: OutboxMessage, ref: str = "") -> None:
        """Acknowledges what is with the platform now; `ref` where its card will be changed."""
        mine = (message, ref)
        self._arrived.append(mine)
        async with self._one_at_a_time:
            if mine in self._arrived and not self.broken:
                await asyncio.sleep(0)  # others that arrived at this moment go along
                await self._acknowledge()

    async def catch_up(self) -> None:
        """Tells what the database couldn't be told. Raises its error while it is away still."""
        async with self._one_at_a_time:
            if self._arrived and not await self._acknowledge(again=True):
                raise StillAwayError
            self.broken = False

    async def _acknowledge(self, again: bool = False) -> bool:
        """Tells whether it went through; what arrived meanwhile has its own turn."""
        some = self._arrived[:]
        try:
            await self._outbox.acknowledge(some, again=again)
            del self._arrived[: len(some)]
        except Exception as error:
            self.broken = True
            log.failed("acknowledging", error)
            return False
        return True
