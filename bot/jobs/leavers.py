"""Finds who holds something and isn't there for it any more, and moves it on: others are asked.

What they may read is decided as they look (handlers/shared/people/standing.py).
"""

import asyncio
from collections.abc import Collection

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession

from bot.base import metrics
from bot.base.logs import log
from bot.core.delivery.absences import Absences
from bot.core.unit_of_work import Transactions
from handlers.contract.commands import Absence
from handlers.shared.people.standing import lost_by
from storage.crypto.errors import SealBrokenError
from storage.directory.leavers import Left, too_many
from storage.directory.members import Departure, Members
from storage.partnership import PersonId
from storage.repository import Repository


class Leavers:
    """Runs in any number of processes at once: whoever is second finds nothing to do."""

    def __init__(self, transactions: Transactions) -> None:
        of = self._transactions = transactions
        self._partnership = of.partnership
        self._members = Members(of.engine, of.partnership.id)
        self._absences = Absences(transactions)
        self._dealt_with: set[Departure] = set()

    async def depart(self) -> int:
        """Moves on what those held who left since the last look; gives how much that was."""
        departures = await self._members.departed()
        fresh = [one for one in departures if one not in self._dealt_with]
        if not fresh:
            return 0
        left, moved = await self._left(), 0
        for person in {one.person for one in fresh}:
            moved += await self._move_on(person, left)
        if not left.too_many:
            await self._members.clear([one for one in fresh if not self._is_named(one, left)])
            self._dealt_with = {one for one in departures if self._is_named(one, left)}
        await self._count(left.too_many)
        return moved

    async def compare(self) -> int:
        """Compares all that people hold with who may hold it now; gives how much it moved on."""
        left, moved = await self._left(), 0
        people = await self._holders()
        unknown = await self._unknown(people)
        held_back = len(unknown) if too_many(len(unknown), len(people)) else 0
        for person in people:
            if not (held_back and person in unknown):
                moved += await self._move_on(person, left)
        await self._count(left.too_many or held_back)
        return moved

    async def _move_on(self, person: PersonId, left: Left) -> int:
        async with AsyncSession(self._transactions.engine) as session:
            repo = self._reading(session)
            place = await repo.people.agency_of(person)
            lost = set(await lost_by(person, place, repo))
            named = person in self._partnership.everyone_named()
            if person in left.altogether or not (place or named):
                lost.update(await repo.parts.chaired(person))
        moved = 0
        for thread_id in lost:
            moved += await self._one(thread_id, person)
            await asyncio.sleep(0)  # others are served in between
        return moved

    async def _one(self, thread_id: str, person: PersonId) -> bool:
        try:
            await self._absences.move_on(thread_id, Absence(person, gone=True))
        except (SQLAlchemyError, SealBrokenError, LookupError, ValueError) as error:
            log.failed("moving on", error)  # the others are moved on all the same
            return False
        return True

    async def _holders(self) -> list[PersonId]:
        async with AsyncSession(self._transactions.engine) as session:
            return await self._reading(session).parts.everybody()

    async def _unknown(self, people: Collection[PersonId]) -> frozenset[PersonId]:
        """Finds those whom neither the file names nor the directory knows."""
        named = self._partnership.everyone_named()
        known = await self._members.find_all([p for p in people if p not in named])
        return frozenset(p for p in people if p not in named and p not in known)

    async def _left(self) -> Left:
        async with AsyncSession(self._transactions.engine) as session:
            return await self._reading(session).people.left()

    def _is_named(self, departure: Departure, left: Left) -> bool:
        """Tells whether the file still names them there: until it doesn't, we keep in mind."""
        roles = self._partnership.roles_of(departure.person)
        anywhere = departure.person in left.altogether
        return any(anywhere or agency == departure.agency_before for _, agency in roles)

    async def _count(self, held_back: int) -> None:
        metrics.HELD_BACK.set(held_back)
        if held_back:
            log.said(
                "too many people vanished from the directory at once, so nothing they hold was "
                "moved on: look whether the platforms still show everybody",
                count=held_back,
            )
        async with AsyncSession(self._transactions.engine) as session:
            alone = await self._reading(session).parts.left_alone()
        metrics.ALONE.set(alone)
        if alone:
            log.said(
                "threads are before nobody who can be reached: name more people in the "
                "partnership's file",
                count=alone,
            )

    def _reading(self, session: AsyncSession) -> Repository:
        of = self._transactions
        return Repository(session, of.partnership, of.keys, of.clock.now())
