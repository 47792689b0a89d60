"""Steps that fall due, claimed one at a time: its effects and its end are one transaction."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from sqlalchemy import Select
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession
from sqlmodel import col, func, select

from storage.tables import Step

Taken = Callable[[AsyncSession, Step], Awaitable[None]]


class StepStore:
    """One partnership's timers."""

    def __init__(self, engine: AsyncEngine, partnership_id: str) -> None:
        self._engine = engine
        self._partnership_id = partnership_id

    async def take_one(self, now: datetime, take: Taken) -> bool:
        """Takes the step that is longest due; False when none is."""
        async with AsyncSession(self._engine, expire_on_commit=False) as session, session.begin():
            step = await session.scalar(self._due(now))
            if step is None:
                return False
            await session.delete(step)
            await session.flush()
            await take(session, step)
            return True

    async def postpone_one(self, now: datetime) -> None:
        """The step that is longest due failed: the others go first, and it is tried again."""
        async with AsyncSession(self._engine) as session, session.begin():
            step = await session.scalar(self._due(now))
            if step is not None:
                step.attempts += 1
                step.due_at = now + timedelta(seconds=min(2**step.attempts, 900))

    async def oldest_due(self, now: datetime) -> datetime | None:
        """Since when the oldest step that was not taken has been due."""
        async with AsyncSession(self._engine) as session:
            step = await session.scalar(self._due(now, lock=False))
            return step.due_at if step else None

    async def next_due(self, now: datetime) -> datetime | None:
        """When the next step after now falls due."""
        async with AsyncSession(self._engine) as session:
            return await session.scalar(
                select(func.min(Step.due_at)).where(
                    col(Step.partnership_id) == self._partnership_id, col(Step.due_at) > now
                )
            )

    def _due(self, now: datetime, lock: bool = True) -> Select[Step]:
        wanted = (
            select(Step)
            .where(col(Step.partnership_id) == self._partnership_id, col(Step.due_at) <= now)
            # What was said first is let go first, when both wait for one slot.
            .order_by(col(Step.due_at), col(Step.arg))
            .limit(1)
        )
        return wanted.with_for_update(skip_locked=True) if lock else wanted
