"""Steps that fall due. Their effects and their end are one transaction, for one or for many.

A step is claimed together with its thread: whoever acts on that meanwhile may still forget what was
to fall due, and nobody waits. Of each thread only the step that is longest due is taken at a time.
"""

from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, bindparam, delete, exists, func, select
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from storage.engine.clock import utc
from storage.engine.database import read
from storage.schema import Step, main_metadata


class DueStep(NamedTuple):
    """Something that falls due in a thread, as it is taken."""

    id: str
    thread_id: str
    command: str
    name: str
    number: int = 0
    again: bool = False


AT_ONCE: Final = 100

step: Final = main_metadata.tables["step"]
thread: Final = main_metadata.tables["thread"]

_MINE: Final = step.c.partnership_id == bindparam("pid")
_NOW: Final = bindparam("now", type_=step.c.due_at.type)
_OF: Final = (thread.c.partnership_id == step.c.partnership_id, thread.c.id == step.c.thread_id)
_FREE: Final = (
    select(*(step.c[name] for name in DueStep._fields))
    .join_from(step, thread, _OF[0] & _OF[1])
    .where(_MINE, step.c.due_at <= _NOW)
    # What was said first is released first, when both wait for one slot.
    .order_by(step.c.due_at, step.c.last, step.c.number)
    .limit(bindparam("most"))
    .with_for_update(of=(thread, step), skip_locked=True)
)
"""Locks the steps that are longest due, with their threads, and passes over busy ones."""
_TAKEN: Final = delete(step).where(_MINE, step.c.id.in_(bindparam("these", expanding=True)))
_OF_NO_THREAD: Final = delete(step).where(_MINE, step.c.due_at <= _NOW, ~exists().where(*_OF))
_OLDEST: Final = select(func.min(step.c.due_at)).where(_MINE, step.c.due_at <= _NOW)
_NEXT: Final = select(func.min(step.c.due_at)).where(_MINE, step.c.due_at > _NOW)


class StepStore:
    """One partnership's timers."""

    def __init__(self, engine: AsyncEngine, partnership_id: str) -> None:
        self._engine = engine
        self._partnership_id = partnership_id

    async def claim(
        self, session: AsyncSession, now: datetime, most: int = AT_ONCE
    ) -> list[DueStep]:
        """Claims steps of different threads, those longest due first: this transaction takes them.

        Where it doesn't commit, they are due as before.
        """
        connection = await session.connection()
        return await connection.run_sync(self._claim, now, most)

    async def postpone(self, id: str, now: datetime) -> None:
        """Puts off a step that failed: the others go first, and it is tried again."""
        async with AsyncSession(self._engine) as session, session.begin():
            failed = await session.get(Step, (self._partnership_id, id), with_for_update=True)
            if failed is not None:
                failed.attempts += 1
                failed.due_at = now + timedelta(seconds=min(2**failed.attempts, 900))

    async def oldest_due(self, now: datetime) -> datetime | None:
        """Finds since when the oldest step that was not taken has been due."""
        [[due]] = await read(self._engine, _OLDEST, self._at(now))
        return utc(due) if due is not None else None

    async def next_due(self, now: datetime) -> datetime | None:
        """Finds when the next step after now falls due."""
        [[due]] = await read(self._engine, _NEXT, self._at(now))
        return utc(due) if due is not None else None

    def _at(self, now: datetime) -> dict[str, Any]:
        return {"pid": self._partnership_id, "now": now}

    def _claim(self, connection: Connection, now: datetime, most: int) -> list[DueStep]:
        first: dict[str, DueStep] = {}
        for row in connection.execute(_FREE, self._at(now) | {"most": most}):
            first.setdefault(row.thread_id, DueStep(*row))
        if first:
            these = [each.id for each in first.values()]
            connection.execute(_TAKEN, {"pid": self._partnership_id, "these": these})
        else:
            connection.execute(_OF_NO_THREAD, self._at(now))
        return list(first.values())
