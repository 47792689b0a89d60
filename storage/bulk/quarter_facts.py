"""What happened to threads in a quarter, read for counting: no words, no people, days only.

Nothing is opened here that is sealed, and nothing is asked of the keyring: what is counted of a
hidden person's thread is what every backup of main has anyway.
"""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession
from sqlmodel import col, select

from storage.engine.rows import ThreadRow
from storage.schema import Audit, Challenge, DetrimentAnswers, Message, Pause, Referral, Thread
from storage.schema.values import ChallengeLevel, Decision, How, State

AT_ONCE: Final = 500
"""Threads that are read together; others are served in between."""
_DAY: Final = timedelta(days=1)

Act = tuple[date, str]


@dataclass(frozen=True)
class ThreadFacts:
    """One thread as it is counted."""

    command: str
    how: How
    about: str | None
    topic: str | None
    agency: str | None
    day: date
    level: ChallengeLevel | None
    due_at: datetime | None
    decided: Decision | None
    acts: list[Act] = field(default_factory=list)
    """What was done to it, in order."""
    kinds: set[str] = field(default_factory=set)
    """Of what kind the things are that were said in it by anybody but its raiser."""


class QuarterFacts:
    """Reads what is counted of one partnership."""

    def __init__(self, engine: AsyncEngine, partnership_id: str) -> None:
        self._engine = engine
        self._id = partnership_id

    async def threads(self, first: date, last: date) -> AsyncIterator[ThreadFacts]:
        """Reads each thread that came, fell due, or had something done to it in these days."""
        async with AsyncSession(self._engine) as session:
            ids = await self._touched(session, first, last)
        for start in range(0, len(ids), AT_ONCE):
            async with AsyncSession(self._engine) as session:
                found = await self._read(session, ids[start : start + AT_ONCE], last)
            for facts in found:
                yield facts

    async def fared(self, quarter: str) -> dict[tuple[int, str, str], int]:
        """Reads how many raisers gave which answer, by days, first and second question."""
        answers = DetrimentAnswers
        async with AsyncSession(self._engine) as session:
            rows = await session.scalars(
                select(answers).where(self._mine(answers), col(answers.quarter) == quarter)
            )
            return {(row.days, row.worse, row.again): row.count for row in rows}

    async def _touched(self, session: AsyncSession, first: date, last: date) -> list[str]:
        # A moment is looked up a day wider: which day it is, is a matter of each agency's clock.
        since, until = (
            datetime.combine(day, time(), UTC) for day in (first - _DAY, last + 2 * _DAY)
        )
        asked = (
            select(Thread.id).where(self._mine(Thread), col(Thread.day).between(first, last)),
            select(Audit.thread_id).where(self._mine(Audit), col(Audit.day).between(first, last)),
            select(Referral.thread_id).where(
                self._mine(Referral), col(Referral.due_at).between(since, until)
            ),
        )
        found: set[str] = set()
        for wanted in asked:
            found |= set(await session.scalars(wanted))
        return sorted(found)

    async def _read(
        self, session: AsyncSession, ids: Sequence[str], last: date
    ) -> list[ThreadFacts]:
        rows: list[Any] = list(
            await session.execute(
                select(
                    *map(col, (Thread.id, Thread.command, Thread.how, Thread.about, Thread.topic)),
                    *map(col, (Thread.agency, Thread.day, Challenge.level)),
                    *map(col, (Referral.due_at, Pause.decided)),
                )
                .outerjoin(Challenge, self._beside(Challenge))
                .outerjoin(Referral, self._beside(Referral))
                .outerjoin(Pause, self._beside(Pause))
                .where(
                    self._mine(Thread), col(Thread.id).in_(ids), col(Thread.state) != State.WAITING
                )
            )
        )
        found = {id: ThreadFacts(*rest) for id, *rest in rows}
        for id, day, what in await session.execute(
            select(col(Audit.thread_id), col(Audit.day), col(Audit.what))
            .where(self._of(Audit, ids), col(Audit.day) <= last)
            .order_by(col(Audit.thread_id), col(Audit.number))
        ):
            if id in found:
                found[id].acts.append((day, what))
        for id, kind in await session.execute(
            select(col(Message.thread_id), col(Message.kind)).where(
                self._of(Message, ids), col(Message.side) != "raiser", col(Message.day) <= last
            )
        ):
            if id in found:
                found[id].kinds.add(kind)
        return list(found.values())

    def _mine(self, model: Any) -> ColumnElement[bool]:
        return col(model.partnership_id) == self._id

    def _of(self, model: type[ThreadRow], ids: Sequence[str]) -> ColumnElement[bool]:
        return self._mine(model) & col(model.thread_id).in_(ids)

    def _beside(self, model: type[ThreadRow]) -> ColumnElement[bool]:
        return self._mine(model) & (col(model.thread_id) == col(Thread.id))
