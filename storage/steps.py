"""Steps that fall due. Their effects and their end are one transaction, for one or for many.

A thread is locked before its steps are: whoever acts on it meanwhile may still forget what was to
fall due, and nobody waits. Of each thread only the step that is longest due is taken at a time.
"""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta

from sqlalchemy import Select, exists
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession
from sqlmodel import col, delete, func, select

from storage.tables import Step, Thread

Taken = Callable[[AsyncSession, Step], Awaitable[None]]
SomeTaken = Callable[[AsyncSession, Sequence[Step]], Awaitable[None]]
AT_ONCE = 100


class StepStore:
    """One partnership's timers."""

    def __init__(self, engine: AsyncEngine, partnership_id: str) -> None:
        self._engine = engine
        self._partnership_id = partnership_id

    async def take_some(self, now: datetime, take: SomeTaken, most: int = AT_ONCE) -> int:
        """Takes steps of different threads together, those longest due first; gives how many."""
        async with AsyncSession(self._engine, expire_on_commit=False) as session, session.begin():
            steps = await self._claim(session, now, most)
            if steps:
                await take(session, steps)
            return len(steps)

    async def take_one(self, now: datetime, take: Taken) -> bool:
        """Takes the step that is longest due; False when none is."""

        async def only(session: AsyncSession, steps: Sequence[Step]) -> None:
            for step in steps:
                await take(session, step)

        return await self.take_some(now, only, most=1) > 0

    async def postpone(self, id: str, now: datetime) -> None:
        """This step failed: the others go first, and it is tried again."""
        async with AsyncSession(self._engine) as session, session.begin():
            step = await session.get(Step, (self._partnership_id, id), with_for_update=True)
            if step is not None:
                step.attempts += 1
                step.due_at = now + timedelta(seconds=min(2**step.attempts, 900))

    async def oldest_due(self, now: datetime) -> datetime | None:
        """Since when the oldest step that was not taken has been due."""
        async with AsyncSession(self._engine) as session:
            return await session.scalar(
                select(func.min(Step.due_at)).where(
                    col(Step.partnership_id) == self._partnership_id, col(Step.due_at) <= now
                )
            )

    async def next_due(self, now: datetime) -> datetime | None:
        """When the next step after now falls due."""
        async with AsyncSession(self._engine) as session:
            return await session.scalar(
                select(func.min(Step.due_at)).where(
                    col(Step.partnership_id) == self._partnership_id, col(Step.due_at) > now
                )
            )

    async def _claim(self, session: AsyncSession, now: datetime, most: int) -> list[Step]:
        threads = list(dict.fromkeys(await session.scalars(self._free(now, most))))
        if not threads:
            await self._end_those_of_no_thread(session, now)
            return []
        due = self._due(now).where(col(Step.thread_id).in_(threads))
        first: dict[str, Step] = {}
        for step in await session.scalars(due.with_for_update(skip_locked=True)):
            first.setdefault(step.thread_id, step)
        await session.execute(
            delete(Step)
            .where(
                col(Step.partnership_id) == self._partnership_id,
                col(Step.id).in_([step.id for step in first.values()]),
            )
            .execution_options(synchronize_session=False)
        )
        return list(first.values())

    def _free(self, now: datetime, most: int) -> Select[str]:
        """Locks the threads with the steps that are longest due, and passes over busy ones."""
        return (
            select(Thread.id)
            .where(
                col(Thread.partnership_id) == self._partnership_id,
                col(Step.thread_id) == col(Thread.id),
                col(Step.partnership_id) == self._partnership_id,
                col(Step.due_at) <= now,
            )
            .order_by(col(Step.due_at), col(Step.arg))
            .limit(most)
            .with_for_update(of=Thread, skip_locked=True)
        )

    def _due(self, now: datetime) -> Select[Step]:
        return (
            select(Step)
            .where(col(Step.partnership_id) == self._partnership_id, col(Step.due_at) <= now)
            # What was said first is let go first, when both wait for one slot.
            .order_by(col(Step.due_at), col(Step.arg))
        )

    async def _end_those_of_no_thread(self, session: AsyncSession, now: datetime) -> None:
        there = exists().where(
            col(Thread.partnership_id) == col(Step.partnership_id),
            col(Thread.id) == col(Step.thread_id),
        )
        await session.execute(
            delete(Step)
            .where(
                col(Step.partnership_id) == self._partnership_id, col(Step.due_at) <= now, ~there
            )
            .execution_options(synchronize_session=False)
        )
