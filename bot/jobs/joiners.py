"""Asks whoever came to lead an agency, newly or anew, about what nobody there has taken yet."""

import asyncio
from collections.abc import Sequence
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from bot.base.logs import log
from bot.core.unit_of_work import SPOILS, Transactions
from handlers.registry import kind_of, kinds
from storage.partnership import AgencyId
from storage.repository import Repository

AT_ONCE: Final = 100
"""About so many threads they are asked in one transaction."""
YIELDING: Final = 5
"""After so many others are served: on SQLite nothing else in a transaction lets go of the loop."""


class Joiners:
    """Runs in any number of processes at once: whoever is second finds nothing to do."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions
        self._commands = [name for name, kind in kinds().items() if kind.joined is not None]

    async def ask(self, since: int) -> None:
        """Asks them where the versions after this one changed who leads, or does what."""
        for ids in await self._open(since):
            for start in range(0, len(ids), AT_ONCE):
                await self._some(ids[start : start + AT_ONCE])

    async def _open(self, since: int) -> list[list[str]]:
        of = self._transactions
        async with AsyncSession(of.engine) as session:
            repo = Repository(session, of.partnership.as_it_stands(), of.keys, of.clock.now())
            changed = await repo.versions.staffed(since)
            here = [AgencyId(a.id) for a in repo.partnership.agencies if a.id in changed]
            return [await repo.parts.unassigned(agency, self._commands) for agency in here]

    async def _some(self, ids: Sequence[str]) -> None:
        try:
            await self._together(ids)
        except SPOILS as error:
            log.failed("asking who came to lead", error)
            if len(ids) > 1:  # one of them spoils it for all, so each is asked about by itself
                for id in ids:
                    await self._some([id])

    async def _together(self, ids: Sequence[str]) -> None:
        async with self._transactions.begin_many() as work:
            for number, id in enumerate(await work.repo.lock(ids), 1):
                thread = await work.repo.thread(id)
                joined = kind_of(thread).joined if thread is not None else None
                if thread is not None and joined is not None:
                    await work.post(await joined(thread, work.repo))
                if number % YIELDING == 0:
                    await asyncio.sleep(0)
