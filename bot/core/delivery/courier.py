"""Drains the outbox: so many conversations at once, each in a lane of its own."""

import asyncio
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from functools import partial

from bot.base.logs import log
from bot.core.delivery.acknowledging import Acknowledging
from bot.core.delivery.attempts import PATIENCE, Attempts
from storage.delivery.outbox import LEASE, OutboxMessage, OutboxStore
from storage.engine.clock import Clock
from storage.partnership import PlatformId

AT_ONCE = 16
"""So many are on their way on a platform, or arrived and unacknowledged: a crash repeats no more
than these, and a platform that hangs holds nothing up on another."""
MOST_LANES = 100
"""So many conversations of a platform are taken on; the others wait in the outbox."""
A_MOMENT = timedelta(seconds=2)
"""Until a conversation is looked at again that is busy."""
GATHERING = 0.05
"""Seconds from being woken to the first delivery: people who are sending something right now are
answered first, and what comes together is delivered together."""


class Courier:
    """Takes messages from the outbox to people."""

    def __init__(
        self, outbox: OutboxStore, attempts: Attempts, clock: Clock, bell: asyncio.Event
    ) -> None:
        self._outbox = outbox
        self._attempts = attempts
        self._acknowledging = Acknowledging(outbox)
        self._clock = clock
        self._bell = bell
        self._claiming = asyncio.Lock()
        self._lanes: dict[str, asyncio.Task[None]] = {}
        self._pools: dict[str, asyncio.Semaphore] = {}
        self._stopping = False
        self._task: asyncio.Task[None] | None = None

    def wake(self) -> None:
        """Hears that there may be something to send: it is looked for at once."""
        self._bell.set()

    async def start(self) -> None:
        """Drains whenever woken, until stopped."""
        self._stopping = False
        self._task = asyncio.create_task(self._run(), name="courier")

    async def stop(self) -> None:
        """Ends after what is under way, within its patience; what is left stays in the outbox."""
        self._stopping = True
        try:
            async with self._claiming:
                pass
            if self._lanes:
                await asyncio.wait(self._lanes.values(), timeout=PATIENCE.total_seconds())
        finally:
            await self._end(*self._lanes.values(), *((self._task,) if self._task else ()))

    async def _end(self, *tasks: asyncio.Task[None]) -> None:
        """Ends these, and waits until they have let go of their connections to the stores."""
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _run(self) -> None:
        while True:
            await self._bell.wait()
            await asyncio.sleep(GATHERING)
            self._bell.clear()
            try:
                while await self._begin():
                    pass
            except Exception as error:
                log.failed("courier", error)

    async def drain(self) -> int:
        """Delivers what is due now, and waits until that is done; gives how many it claimed."""
        try:
            claimed = await self._begin()
            await asyncio.gather(*self._lanes.values())
        except asyncio.CancelledError:
            await self._end(*self._lanes.values())
            raise
        return claimed

    async def _begin(self) -> int:
        """Sets what is due on its way, without waiting for it; gives how many it claimed."""
        async with self._claiming:
            await self._acknowledging.catch_up()
            until = self._clock.steady() + LEASE - PATIENCE
            messages = [] if self._stopping else await self._outbox.claim(self._clock)
            lines: dict[str, list[OutboxMessage]] = {}
            for message in messages:
                lines.setdefault(message.person or message.return_ref or "", []).append(message)
            taken = set(self._free(lines))
            later = [m for key, line in lines.items() if key not in taken for m in line]
            await self._outbox.wait(later, self._clock.now() + A_MOMENT)
            await self._set_out({key: lines[key] for key in taken}, until)
            return len(messages) - len(later)

    def _free(self, keys: Iterable[str]) -> Iterable[str]:
        """Finds the conversations that aren't busy, on platforms that aren't either."""
        busy = Counter(map(_pool, self._lanes))
        for key in keys:
            if key not in self._lanes and busy[_pool(key)] < MOST_LANES:
                busy[_pool(key)] += 1
                yield key

    async def _set_out(self, lines: dict[str, list[OutboxMessage]], until: datetime) -> None:
        known = await self._attempts.known(m.person for line in lines.values() for m in line)
        for key, line in lines.items():
            lane = asyncio.create_task(self._one_after_another(key, line, known, until))
            self._lanes[key] = lane
            lane.add_done_callback(partial(self._ended, key))

    def _ended(self, key: str, _lane: asyncio.Task[None]) -> None:
        del self._lanes[key]

    async def _one_after_another(
        self, key: str, line: Sequence[OutboxMessage], known: Attempts.Known, until: datetime
    ) -> None:
        pool = self._pools.setdefault(_pool(key), asyncio.Semaphore(AT_ONCE))
        line = sorted(line, key=lambda m: m.action)  # a card is sent before it is updated
        for number, message in enumerate(line):
            async with pool:
                if self._must_end(until):
                    # Another may have them once the lease is over.
                    await self._outbox.release(line[number:])
                    return
                try:
                    await self._attempts.attempt(message, known, self._acknowledging)
                except Exception as error:
                    # The database is away, and can't be told: the lease ends by itself.
                    log.failed("delivery", error)

    def _must_end(self, until: datetime) -> bool:
        late = self._clock.steady() > until
        return late or self._stopping or self._acknowledging.broken


def _pool(key: str) -> str:
    """Names the platform of a conversation; hidden people have a pool of their own."""
    return PlatformId.read(key).platform if ":" in key else ""
