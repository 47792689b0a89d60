"""Asks each agency's administrators once a quarter whether its people and numbers are right."""

import asyncio

from sqlalchemy.exc import IntegrityError

from bot.core.unit_of_work import Transactions
from handlers.administration.quarterly import asked
from storage.partnership import Agency, earliest_day
from storage.repository.challenges import quarter_of


class Quarterly:
    """Runs each hour. An agency that another process has asked is left alone."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    async def ask(self) -> int:
        """Asks those that weren't asked in this quarter; gives how many those were."""
        of = self._transactions
        quarter = quarter_of(earliest_day(of.partnership, of.clock.now()))
        here = [a for a in of.partnership.agencies if a.roles.get("administrator")]
        async with of.begin() as work:
            known = await work.repo.checks.all()
        left = [a for a in here if a.id not in known or known[a.id].quarter != quarter]
        count = 0
        for agency in left:
            count += await self._one(agency, quarter)
            await asyncio.sleep(0)  # others are served between two agencies
        return count

    async def _one(self, agency: Agency, quarter: str) -> bool:
        try:
            async with self._transactions.begin() as work:
                if not await work.repo.checks.ask(agency.id, quarter):
                    return False
                await work.post(asked(agency, work.repo))
                return True
        except IntegrityError:
            return False
