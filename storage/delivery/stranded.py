"""What the clock has left undone: steps that nobody took, and threads that wait for no step."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    exists,
    literal_column,
    or_,
    union_all,
)
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession
from sqlmodel import col, func, select

from storage.schema import Challenge, Referral, Step, Thread
from storage.schema.values import State

LATE: Final = timedelta(minutes=10)
"""Steps are taken each second: one that waits for longer waits for something that is broken."""
OFTEN: Final = 9
"""So many tries take longer than that, each after twice the time of the one before."""
BATCH: Final = 500
PAGE: Final = 5000
"""So many threads are looked through at a time: others are served in between."""


@dataclass(frozen=True)
class Late:
    """How many steps are late, and by how much the one that waits longest."""

    count: int
    oldest: timedelta


@dataclass(frozen=True)
class Wait:
    """Threads of one kind that wait for a step; any of these names will do."""

    name: str
    steps: Sequence[str]


RELEASE: Final = Wait("release", ("release",))
FORGET: Final = Wait("forget", ("forget", "settle"))
TURN: Final = Wait("turn", ("nudge", "due", "over"))
SILENT: Final = Wait("silent", ("silent",))
SHOWN: Final = Wait("shown", ("due",))
PAUSED: Final = Wait("paused", ("reveal", "forget"))
WAITS: Final = (RELEASE, FORGET, TURN, SILENT, SHOWN, PAUSED)


class Overdue:
    """One partnership's, looked at from outside of any thread."""

    def __init__(
        self, engine: AsyncEngine, partnership_id: str, roles_above: int, page: int = PAGE
    ) -> None:
        self._engine = engine
        self._pid = partnership_id
        self._roles_above = roles_above
        self._page = page

    async def late(self, now: datetime) -> Late:
        """Steps that were due long ago and were not taken."""
        async with AsyncSession(self._engine) as session:
            # Two questions, so that an index answers each, however much is open.
            mine = col(Step.partnership_id) == self._pid
            failing: ColumnElement[int] = literal_column(str(OFTEN))
            overdue = select(Step.due_at).where(
                mine, col(Step.due_at) < now - LATE, col(Step.attempts) < failing
            )
            often = select(Step.due_at).where(mine, col(Step.attempts) >= failing)
            both = union_all(overdue, often).subquery()
            found = await session.execute(select(func.count(), func.min(both.c.due_at)))
            count, oldest = found.one()
        # One that is tried again and again is put off each time, and is late all the same.
        return Late(count, max(LATE, now - oldest) if oldest is not None else timedelta(0))

    async def stranded(self, wait: Wait, after: str = "") -> list[str]:
        """Threads that should wait for a step and wait for none, from an id on."""
        while True:
            async with AsyncSession(self._engine) as session:
                end = await session.scalar(self._end_of_page(after))
                wanted = self._stranded(wait, after)
                wanted = wanted if end is None else wanted.where(col(Thread.id) <= end)
                found = list(await session.scalars(wanted))
            if found or end is None:
                return found
            after = end
            await asyncio.sleep(0)

    async def is_stranded(self, session: AsyncSession, wait: Wait, id: str) -> bool:
        """The same of one thread, which this transaction has locked."""
        found = await session.scalars(self._stranded(wait).where(col(Thread.id) == id))
        return found.first() is not None

    def _end_of_page(self, after: str) -> Select[str]:
        mine = col(Thread.partnership_id) == self._pid, col(Thread.id) > after
        return select(Thread.id).where(*mine).order_by(col(Thread.id)).offset(self._page).limit(1)

    def _stranded(self, wait: Wait, after: str = "") -> Select[str]:
        pending = exists().where(
            col(Step.partnership_id) == self._pid,
            col(Step.thread_id) == col(Thread.id),
            col(Step.name).in_(wait.steps),
        )
        return (
            select(Thread.id)
            .where(col(Thread.partnership_id) == self._pid, col(Thread.id) > after)
            .where(self._should(wait), ~pending)
            .order_by(col(Thread.id))
            .limit(BATCH)
        )

    def _should(self, wait: Wait) -> ColumnElement[bool]:
        if wait is RELEASE:
            return col(Thread.state) == State.WAITING
        if wait is FORGET:
            return col(Thread.state) == State.ANSWERED
        if wait is SILENT:
            of = exists().where(
                col(Challenge.partnership_id) == self._pid,
                col(Challenge.thread_id) == col(Thread.id),
                col(Challenge.step) != "person",
            )
            return and_(col(Thread.state) == State.OPEN, of)
        if wait is SHOWN:
            return and_(col(Thread.command) == "second-opinion", col(Thread.state) == State.OPEN)
        if wait is PAUSED:
            return and_(
                col(Thread.command).in_(("pause", "debrief")), col(Thread.state) == State.OPEN
            )
        # Whoever is last on the way up is asked once, and not by the clock until they take it.
        of = exists().where(
            col(Referral.partnership_id) == self._pid,
            col(Referral.thread_id) == col(Thread.id),
            or_(col(Referral.level) <= self._roles_above, col(Thread.state) == State.PICKED),
        )
        return and_(or_(col(Thread.state) == State.OPEN, col(Thread.state) == State.PICKED), of)
