"""What the clock has left undone: steps that nobody took, and threads that wait for no step."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, Select, exists, literal_column, or_, union_all
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession
from sqlmodel import col, func, select

from storage.delivery.live_threads import PAGE, LiveThreads
from storage.schema import Challenge, Referral, Step, Thread
from storage.schema.values import State

LATE: Final = timedelta(minutes=10)
"""Steps are taken each second: one that waits for longer waits for something that is broken."""
OFTEN: Final = 9
"""So many tries take longer than that, each after twice the time of the one before."""


@dataclass(frozen=True)
class Late:
    """How many steps are late, and by how much the one that waits longest."""

    count: int
    oldest: timedelta


@dataclass(frozen=True)
class Wait:
    """Threads in these states that wait for a step; any of these names will do."""

    name: str
    steps: Sequence[str]
    states: Sequence[State] = (State.OPEN,)


RELEASE: Final = Wait("release", ("release",), (State.WAITING,))
FORGET: Final = Wait("forget", ("forget", "settle"), (State.ANSWERED,))
TURN: Final = Wait("turn", ("nudge", "due", "over"), (State.OPEN, State.PICKED))
SILENT: Final = Wait("silent", ("silent",))
SHOWN: Final = Wait("shown", ("due",))
PAUSED: Final = Wait("paused", ("reveal", "forget"))
OFFERED: Final = Wait("offered", ("offer",))
WAITS: Final = (RELEASE, FORGET, TURN, SILENT, SHOWN, PAUSED, OFFERED)


class Overdue:
    """One partnership's, looked at from outside of any thread."""

    def __init__(
        self, engine: AsyncEngine, partnership_id: str, roles_above: int, page: int = PAGE
    ) -> None:
        self._engine = engine
        self._pid = partnership_id
        self._roles_above = roles_above
        self._live = LiveThreads(engine, partnership_id, page)

    async def late(self, now: datetime) -> Late:
        """Counts steps that were due long ago and were not taken."""
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

    async def stranded(self, wait: Wait) -> AsyncIterator[str]:
        """Finds threads that should wait for a step and wait for none."""
        async for page in self._live.read(self._stranded(wait), wait.states):
            for (id,) in page:
                yield id

    async def is_stranded(self, session: AsyncSession, wait: Wait, id: str) -> bool:
        """Tells the same of one thread, which this transaction has locked."""
        one = col(Thread.id) == id, col(Thread.state).in_(wait.states)
        found = await session.scalars(self._stranded(wait).where(*one))
        return found.first() is not None

    def _stranded(self, wait: Wait) -> Select[str]:
        pending = exists().where(
            col(Step.partnership_id) == self._pid,
            col(Step.thread_id) == col(Thread.id),
            col(Step.name).in_(wait.steps),
        )
        mine = col(Thread.partnership_id) == self._pid
        return select(Thread.id).where(mine, *self._should(wait), ~pending)

    def _should(self, wait: Wait) -> tuple[ColumnElement[bool], ...]:
        if wait is SILENT:
            return (
                exists().where(
                    col(Challenge.partnership_id) == self._pid,
                    col(Challenge.thread_id) == col(Thread.id),
                    col(Challenge.step) != "person",
                ),
            )
        if wait is SHOWN:
            return (col(Thread.command) == "second-opinion",)
        if wait is OFFERED:
            return (col(Thread.command) == "practice",)
        if wait is PAUSED:
            return (col(Thread.command).in_(("pause", "debrief")),)
        if wait is not TURN:
            return ()
        # Whoever is last on the way up is asked once, and not by the clock until they take it.
        return (
            exists().where(
                col(Referral.partnership_id) == self._pid,
                col(Referral.thread_id) == col(Thread.id),
                or_(col(Referral.level) <= self._roles_above, col(Thread.state) == State.PICKED),
            ),
        )
