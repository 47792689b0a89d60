"""Sends each agency's leads their morning list: once a day, whichever process is first."""

from datetime import date, timedelta

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession
from sqlmodel import col

from bot.core.outbox_writer import post
from handlers.inbox.digest import is_digest_due, morning
from storage.crypto.keys import Keys
from storage.engine.clock import Clock
from storage.partnership import Agency, Partnership, WorkingTime
from storage.repository import Repository
from storage.schema import Morning

KEPT = timedelta(days=7)


class Digests:
    """Runs each minute. A day that was begun elsewhere, or before a restart, is left alone."""

    def __init__(
        self, engine: AsyncEngine, keys: Keys, partnership: Partnership, clock: Clock
    ) -> None:
        self._engine = engine
        self._keys = keys
        self._partnership = partnership
        self._clock = clock
        self._begun: dict[str, date] = {}

    async def begin(self) -> int:
        """Begins the day of every agency that has opened; gives how many those were."""
        begun = 0
        for agency in self._partnership.agencies:
            now = self._clock.now()
            day = WorkingTime(agency).local(now).date()
            if self._begun.get(agency.id) != day and is_digest_due(agency, now):
                begun += await self._first(agency, day)
                self._begun[agency.id] = day
        return begun

    async def _first(self, agency: Agency, day: date) -> bool:
        here = col(Morning.partnership_id) == self._partnership.id, col(Morning.agency) == agency.id
        try:
            async with AsyncSession(self._engine) as session, session.begin():
                if await session.scalar(select(Morning).where(*here, col(Morning.day) == day)):
                    return False
                await session.execute(delete(Morning).where(*here, col(Morning.day) < day - KEPT))
                repo = Repository(session, self._partnership, self._keys, self._clock.now())
                repo.add(Morning, agency=agency.id, day=day)
                await repo.write()  # another process waits here until this one is done, or dies
                await post(repo, await morning(agency.id, repo))
                await repo.finish()
                return True
        except IntegrityError:
            return False
