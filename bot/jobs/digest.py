"""Sends each agency's leads their morning list, and what they are asked once a year.

Once a day, whichever process is first.
"""

import asyncio
from datetime import date, datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlmodel import col

from bot.core.unit_of_work import Transactions
from handlers.agreement.reminding import asked_today
from handlers.inbox.digest import digest_of, is_digest_due, next_morning
from storage.partnership import Agency, WorkingTime
from storage.schema import Morning

KEPT = timedelta(days=7)


class Digests:
    """Runs each minute. A day that was begun elsewhere, or before a restart, is left alone."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions
        self._partnership = transactions.partnership
        self._begun: dict[str, date] = {}

    async def begin(self) -> int:
        """Begins the day of every agency that has opened; gives how many those were."""
        begun = 0
        for agency in self._partnership.agencies:
            now = self._transactions.clock.now()
            day = WorkingTime(agency).local(now).date()
            if self._begun.get(agency.id) != day and is_digest_due(agency, now):
                begun += await self._first(agency, day)
                self._begun[agency.id] = day
                await asyncio.sleep(0)  # others are served between two agencies
        return begun

    def next_morning(self, after: datetime) -> datetime:
        """Finds when the next agency opens for the day."""
        return min(next_morning(agency, after) for agency in self._partnership.agencies)

    async def _first(self, agency: Agency, day: date) -> bool:
        here = col(Morning.partnership_id) == self._partnership.id, col(Morning.agency) == agency.id
        try:
            async with self._transactions.begin() as work:
                today = select(col(Morning.day)).where(*here, col(Morning.day) == day)
                if await work.session.scalar(today):
                    return False
                old = delete(Morning).where(*here, col(Morning.day) < day - KEPT)
                await work.session.execute(old)
                work.repo.add(Morning, agency=agency.id, day=day)
                await work.repo.write()  # another process waits here until this is done, or dies
                digest = await digest_of(agency.id, work.repo)
                await work.post([*digest, *await asked_today(agency.id, work.repo)])
                return True
        except IntegrityError:
            return False
