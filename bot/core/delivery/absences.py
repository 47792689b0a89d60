"""Moves threads on when somebody who was asked left, or can't be reached: others are asked."""

import asyncio
from collections.abc import Collection
from typing import Final

from bot.core.unit_of_work import Transactions, UnitOfWork
from handlers.contract.commands import Absence
from handlers.registry import kind_of
from handlers.shared.people.leaving import tell_colleagues
from storage.repository import Repository
from storage.schema.values import State

YIELDING: Final = 5
"""After so many others are served: on SQLite nothing else in a transaction lets go of the loop."""


class Absences:
    """Runs in any number of processes at once: whoever is second finds nothing to do."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    async def move_on(self, thread_id: str, absence: Absence) -> None:
        """Moves one thread on without this person, in a transaction of its own."""
        async with self._transactions.begin() as work:
            await self.within(work, thread_id, absence)

    async def move_all_on(self, thread_ids: Collection[str], absence: Absence) -> None:
        """Moves many on without this person in one transaction: all of them, or none."""
        async with self._transactions.begin_many() as work:
            for number, id in enumerate(await work.repo.lock(thread_ids), 1):
                await self.within(work, id, absence)
                if number % YIELDING == 0:
                    await asyncio.sleep(0)

    async def within(self, work: UnitOfWork[Repository], thread_id: str, absence: Absence) -> None:
        """Does the same inside a transaction that has more to do."""
        thread = await work.repo.thread(thread_id)
        if thread is None or thread.state == State.CLOSED:
            return
        if (without := kind_of(thread).without) is not None:
            before = await work.repo.parts.unreached(thread)
            await work.post(await without(thread, absence, work.repo))
            if not absence.gone and absence.person not in before:
                await work.post(await tell_colleagues(thread, absence.person, work.repo))
