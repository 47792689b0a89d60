"""Publishes the partnership's numbers and stories of a quarter that is over: once, and for good.

What is counted is what main has then. Only what may be shown is written, in one transaction, so of
several processes one does it; exact counts are in this process's memory, and nowhere else.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

from sqlalchemy.exc import IntegrityError

from bot.base.logs import log
from bot.core.unit_of_work import Transactions
from handlers.insight.counting import Counts, Span
from handlers.insight.pages import SETTLED
from storage.bulk.quarter_facts import QuarterFacts
from storage.partnership import earliest_day
from storage.repository.published.figures import first_day, last_day, quarter_before

_YIELDING: Final = 50


class InsightFigures:
    """Runs each hour, in any number of processes."""

    def __init__(
        self, transactions: Transactions, count_fared: Callable[[], Awaitable[object]]
    ) -> None:
        self._transactions = transactions
        self._count_fared = count_fared
        self._facts = QuarterFacts(transactions.engine, transactions.partnership.id)

    async def publish(self) -> int:
        """Publishes the last quarter that is over, unless that is done; gives how many figures."""
        of = self._transactions
        quarter = quarter_before(earliest_day(of.partnership, of.clock.now()) - SETTLED)
        if not await self._is_to_be_counted(quarter):
            return 0
        # How raisers fared is counted into main first: what isn't there now never comes.
        await self._count_fared()
        counts = await self.count(quarter)
        least = of.partnership.thresholds.reported_from
        figures = list(counts.published(least))
        try:
            async with of.begin() as work:
                work.repo.figures.publish(quarter, least, figures)
                await work.repo.stories.publish(quarter)
        except IntegrityError:
            return 0  # another process was faster
        log.said("a quarter's numbers are published")
        return len(figures)

    async def _is_to_be_counted(self, quarter: str) -> bool:
        try:
            async with self._transactions.begin() as work:
                figures = work.repo.figures
                if await figures.begin_after(quarter):
                    return False
                return not await figures.is_published(quarter)
        except IntegrityError:
            return False  # counting begins now, elsewhere

    async def count(self, quarter: str) -> Counts:
        """Counts what main has of a quarter. What comes of it is never shown as it is."""
        counts, span = Counts(), Span(quarter, self._transactions.partnership)
        number = 0
        async for thread in self._facts.threads(first_day(quarter), last_day(quarter)):
            counts.add(thread, span)
            number += 1
            if number % _YIELDING == 0:
                await asyncio.sleep(0)
        counts.add_fared(await self._facts.fared(quarter))
        return counts
