"""Proof that the clock did its work: each hour what it left undone is counted, and set right.

A thread that waits for no step would wait for ever, and nobody would notice. Which threads those
are is a question to the database, so it is asked of the database, and not remembered.
"""

import asyncio

from bot.base import metrics
from bot.base.logs import log
from bot.core.unit_of_work import SPOILS, Transactions
from handlers.registry import kind_of
from storage.delivery.stranded import WAITS, Late, Overdue, Wait


class Auditor:
    """Runs in any number of processes at once: what one has set right, another leaves alone."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    @property
    def _overdue(self) -> Overdue:
        of = self._transactions
        above = sum(stage.answers != "owner" for stage in of.partnership.stages)
        return Overdue(of.engine, of.partnership.id, above)

    async def audit(self) -> int:
        """Counts what is late, and heals stranded threads; gives how many those were."""
        late = await self.late()
        if late.count:
            log.said("steps are late", count=late.count, oldest_seconds=late.oldest.total_seconds())
        healed = 0
        for wait in WAITS:
            healed += await self._heal_all(wait)
        if healed:
            metrics.HEALED.inc(healed)
            log.said("threads waited for no step, and do now", count=healed)
        return healed

    async def late(self) -> Late:
        """Counts steps that were due ten minutes ago and more, and were not taken."""
        return await self._overdue.late(self._transactions.clock.now())

    async def _heal_all(self, wait: Wait) -> int:
        healed = 0
        async for id in self._overdue.stranded(wait):
            healed += await self._heal(wait, id)
            await asyncio.sleep(0)  # others are served in between
        return healed

    async def _heal(self, wait: Wait, id: str) -> bool:
        try:
            async with self._transactions.begin() as work:
                thread = await work.repo.thread(id)
                if thread is None or not await self._overdue.is_stranded(work.session, wait, id):
                    return False  # somebody acted on it meanwhile
                await kind_of(thread).heal[wait.name](thread, work.repo)
                work.repo.note(id, f"clock set again: {wait.name}")
                return True
        except SPOILS as error:
            log.failed("healing", error)  # the others are healed all the same
            return False
