"""Messages to people whom main doesn't know: they go out from the keyring, and main never moves.

Nothing about them is stored, counted or paced: a receipt's message, which reaches nobody, leaves
the same marks as one that arrives. All there is of failures is in memory.
"""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select

from bot.base.logs import log
from bot.core.delivery.answers import (
    Client,
    PerhapsArrived,
    TryAgain,
    Unreachable,
)
from bot.core.waiting.bodies import card_of, mark_of
from bot.core.waiting.patience import MOST, Patience
from storage.crypto.errors import SealBrokenError
from storage.crypto.identity import ReturnAddress
from storage.engine.clock import Clock
from storage.engine.database import read
from storage.keyring.store import Keyring
from storage.keyring.waiting import Waiting, WaitingRoom
from storage.partnership import PlatformId
from storage.schema import Message

AT_ONCE = 16
PATIENCE = 40.0
"""Seconds for which a platform is waited for: less than a lease lasts."""
MOST_COPIES = 2
UNTRUE = 6
"""So often it is looked for what a message is about, for two minutes: then main never kept it."""


class News:
    """Delivers to hidden people."""

    def __init__(
        self,
        engine: AsyncEngine,
        keyring: Keyring,
        room: WaitingRoom,
        clients: Mapping[str, Client],
        clock: Clock,
    ) -> None:
        self._engine = engine
        self._keyring = keyring
        self._room = room
        self._clients = clients
        self._clock = clock
        self._pool = asyncio.Semaphore(AT_ONCE)
        self._failed = Patience()
        self._perhaps: dict[str, int] = {}
        self._on_their_way: set[asyncio.Task[None]] = set()
        self._done: set[str] = set()
        self._forgetting = asyncio.Lock()

    def set_out(self, items: Sequence[Waiting]) -> None:
        """Sends these, without waiting for it; none waits for another."""
        for item in items:
            task = asyncio.create_task(self._deliver(item), name="news")
            self._on_their_way.add(task)
            task.add_done_callback(self._on_their_way.discard)

    async def drain(self) -> None:
        """Waits until what is under way has arrived, or waits to be tried again."""
        await asyncio.gather(*self._on_their_way)

    async def stop(self) -> None:
        """Ends what is under way: its lease ends, and it is tried anew."""
        tasks = [*self._on_their_way]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _deliver(self, item: Waiting) -> None:
        try:
            async with self._pool:
                wait = await self._try(item)
            if wait is None:
                await self._forget(item.id)
            else:
                await self._room.put_off([item.id], self._clock.now() + wait)
        except Exception as error:
            # A store is away, and can't be told: the lease ends by itself.
            log.failed("news", error)

    async def _forget(self, id: str) -> None:
        """Destroys it, with all that was done meanwhile: on PostgreSQL each time turns the key."""
        self._done.add(id)
        async with self._forgetting:
            if id in self._done:
                gone, self._done = self._done, set()
                await self._room.destroy(gone)

    async def _try(self, item: Waiting) -> timedelta | None:
        """Gives for how long it waits; None where it has arrived, or reaches nobody."""
        to = await self._address(item)
        if to is None:
            return None
        if not await self.is_true(item):
            # Whoever says it may still be at it: no transaction lasts that long.
            return self._later(item) if self._failed.times(item.id) < UNTRUE else None
        client = self._clients.get(PlatformId.read(to.person).platform)
        if client is None:
            return self._later(item)
        try:
            async with asyncio.timeout(PATIENCE):
                await client.send(to.address, card_of(item), to.language)
        except Unreachable:
            pass  # it waits under their own page
        except (PerhapsArrived, TimeoutError):
            self._perhaps[item.id] = self._perhaps.get(item.id, 0) + 1
            return MOST if self._perhaps[item.id] < MOST_COPIES else None
        except TryAgain as error:
            return max(self._later(item), timedelta(seconds=min(error.after or 0, 300)))
        except Exception as error:
            log.failed("news", error)
            return self._later(item)
        self._failed.over(item.id)
        self._perhaps.pop(item.id, None)
        return None

    def _later(self, item: Waiting) -> timedelta:
        return self._failed.next(item.id)

    async def _address(self, item: Waiting) -> ReturnAddress | None:
        try:
            address = await self._keyring.open(item.ref)
        except SealBrokenError:
            return None
        return None if address is None or address.mode == "dummy" else address

    async def is_true(self, item: Waiting) -> bool:
        """Tells whether main kept what it is about: the keyring is written before that commits."""
        number, mark = item.body["number"], item.body["mark"]
        said = select(Message.sealed).where(
            col(Message.partnership_id) == self._keyring.partnership_id,
            col(Message.thread_id) == item.body["thread"],
            col(Message.number) == number,
        )
        return not number or any(
            mark_of(sealed) == mark for (sealed,) in await read(self._engine, said, {})
        )
