"""Finds who holds something and isn't there for it any more, and moves it on: others are asked.

What they may read is decided as they look (handlers/shared/people/standing.py).
"""

import asyncio
from collections.abc import Collection, Sequence
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from bot.base import metrics
from bot.base.logs import log
from bot.core.delivery.absences import Absences
from bot.core.unit_of_work import SPOILS, Transactions
from handlers.contract.commands import Absence
from handlers.shared.people.standing import losers, lost_by
from storage.directory.leavers import Left, too_many
from storage.directory.members import Departure, Members
from storage.partnership import PersonId
from storage.repository import Repository

AT_ONCE: Final = 100
"""So many threads are moved on in one transaction."""
COMPARED: Final = 50
"""So many people are looked at together."""


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
        unknown = await self._unknown(people) - left.altogether
        held_back = len(unknown) if too_many(len(unknown), len(people)) else 0
        for person in await self._losing(people, left):
            if not (held_back and person in unknown):
                moved += await self._move_on(person, left)
        await self._count(left.too_many or held_back)
        return moved

    async def _losing(self, people: Sequence[PersonId], left: Left) -> list[PersonId]:
        """Finds those who were given something that isn't theirs any more, many at a time."""
        losing: list[PersonId] = []
        named = self._partnership.everyone_named()
        for start in range(0, len(people), COMPARED):
            some = people[start : start + COMPARED]
            async with AsyncSession(self._transactions.engine) as session:
                repo = self._reading(session)
                lost = await losers(some, repo)
                lost |= {p for p in some if await _is_gone(p, named, left, repo)}
                losing += [person for person in some if person in lost]
            await asyncio.sleep(0)  # others are served in between
        return losing

    async def _move_on(self, person: PersonId, left: Left) -> int:
        async with AsyncSession(self._transactions.engine) as session:
            repo = self._reading(session)
            place = await repo.people.agency_of(person)
            lost = set(await lost_by(person, place, repo))
            if await _is_gone(person, repo.partnership.everyone_named(), left, repo):
                lost.update(await repo.parts.chaired(person))
        every, absence = sorted(lost), Absence(person, gone=True)
        return sum(
            [
                await self._some(every[start : start + AT_ONCE], absence)
                for start in range(0, len(every), AT_ONCE)
            ]
        )

    async def _some(self, thread_ids: Sequence[str], absence: Absence) -> int:
        try:
            await self._absences.move_all_on(thread_ids, absence)
        except SPOILS as error:
            # One of them spoils it for all, so each is moved on by itself.
            log.failed("moving on together", error)
            return sum([await self._one(id, absence) for id in thread_ids])
        return len(thread_ids)

    async def _one(self, thread_id: str, absence: Absence) -> bool:
        try:
            await self._absences.move_on(thread_id, absence)
        except SPOILS as error:
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
        return Repository(session, of.partnership.as_it_stands(), of.keys, of.clock.now())


async def _is_gone(
    person: PersonId, named: Collection[PersonId], left: Left, repo: Repository
) -> bool:
    """Tells whether they left altogether: nobody names them, and they are nobody's."""
    if person in left.altogether:
        return True
    return person not in named and await repo.people.agency_of(person) is None
