"""Referrals as one transaction sees them: who owns each, and by when it is due."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, and_
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession
from sqlmodel import col, select

from storage.delivery.live_threads import LiveThreads, goes_on
from storage.engine.own_rows import OwnRows
from storage.schema import Audience, Referral, Step, Thread
from storage.schema.values import State, ThreadRole

_LIVE = (State.OPEN, State.PICKED)


class Referrals:
    """What a referral has beyond any other thread."""

    def __init__(self, rows: OwnRows) -> None:
        self._rows = rows

    async def begin(self, referral: Referral) -> None:
        """Begins a referral, beside its thread."""
        (await self._rows.session()).add(referral)

    async def of(self, thread: Thread) -> Referral:
        """Finds the referral that a thread is. Raises LookupError for any other thread."""
        otherwise = "Only a referral has an owner and a day on which it is due."
        return await self._rows.beside(Referral, thread.id, otherwise)

    async def keep_only(self, thread: Thread, people: set[str]) -> None:
        """Leaves those who had it before the sight of it, and no part in it any more."""
        for row in await self._rows.all(select(Audience).where(self._rows.of(Audience, thread.id))):
            if row.person not in people:
                row.role = ThreadRole.PAST

    async def turn_of(self, thread: Thread, names: Collection[str]) -> Step | None:
        """Finds the turn of the clock that it waits for."""
        here = self._rows.of(Step, thread.id), col(Step.name).in_(names)
        turns = select(Step).where(*here).order_by(col(Step.due_at))
        return await self._rows.first(turns.with_for_update(skip_locked=True))

    async def of_many(self, threads: Collection[Thread]) -> list[Referral]:
        """Finds those of these threads that are referrals."""
        ids = [thread.id for thread in threads if thread.command == "referral"]
        these = self._rows.mine(Referral), col(Referral.thread_id).in_(ids)
        return await self._rows.all(select(Referral).where(*these))


class Moved:
    """Referrals whose deadline stands by rules that are not those of the file any more."""

    def __init__(self, engine: AsyncEngine, partnership_id: str) -> None:
        self._engine = engine
        self._pid = partnership_id

    async def rules(self) -> set[tuple[str, str, str]]:
        """Finds kind, agency and rules of open referrals without a day of their own."""
        wanted = (
            select(Referral.kind, Thread.agency, Referral.rules)
            .join(Referral, self._of())
            .where(col(Referral.rules) != "")
        )
        pages = LiveThreads(self._engine, self._pid).read(wanted, _LIVE)
        return {(row.kind, row.agency, row.rules) async for page in pages for row in page}

    async def some(
        self, session: AsyncSession, kind: str, agency: str, rules: str, after: str, most: int
    ) -> list[str]:
        """Locks and gives some of these threads, from an id on; passes over busy ones."""
        found = await session.scalars(
            select(Thread.id)
            .join(Referral, self._of())
            .where(
                col(Thread.partnership_id) == self._pid,
                goes_on(),
                col(Thread.state).in_(_LIVE),
                col(Referral.kind) == kind,
                col(Referral.rules) == rules,
                col(Thread.agency) == agency,
                col(Thread.id) > after,
            )
            .order_by(col(Thread.id))
            .limit(most)
            .with_for_update(of=Thread, skip_locked=True)
        )
        return list(found)

    def _of(self) -> ColumnElement[bool]:
        mine = col(Referral.partnership_id) == self._pid
        return and_(mine, col(Referral.thread_id) == col(Thread.id))
