"""Referrals as one transaction sees them: who owns each, and by when it is due."""

from collections.abc import Awaitable, Callable, Collection

from sqlalchemy import ColumnElement, and_
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession
from sqlmodel import col, select

from storage.delivery.live_threads import LiveThreads, goes_on
from storage.schema import Audience, Referral, Step, Thread
from storage.schema.values import State, ThreadRole

_LIVE = (State.OPEN, State.PICKED)


class Referrals:
    """What a referral has beyond any other thread."""

    def __init__(self, session: Callable[[], Awaitable[AsyncSession]], partnership_id: str) -> None:
        self._session = session
        self._pid = partnership_id

    async def begin(self, referral: Referral) -> None:
        """A new referral, beside its thread."""
        (await self._session()).add(referral)

    async def of(self, thread: Thread) -> Referral:
        """The referral that a thread is. Raises LookupError for any other thread."""
        found = await (await self._session()).get(Referral, (self._pid, thread.id))
        if found is None:
            raise LookupError("Only a referral has an owner and a day on which it is due.")
        return found

    async def keep_only(self, thread: Thread, people: set[str]) -> None:
        """Those who had it before keep sight of it, and have no part in it any more."""
        rows = await (await self._session()).scalars(
            select(Audience).where(
                col(Audience.partnership_id) == self._pid, col(Audience.thread_id) == thread.id
            )
        )
        for row in rows:
            if row.person not in people:
                row.role = ThreadRole.PAST

    async def turn_of(self, thread: Thread, names: Collection[str]) -> Step | None:
        """The turn of the clock that it waits for."""
        found = await (await self._session()).scalars(
            select(Step)
            .where(
                col(Step.partnership_id) == self._pid,
                col(Step.thread_id) == thread.id,
                col(Step.name).in_(names),
            )
            .order_by(col(Step.due_at))
            .with_for_update(skip_locked=True)
        )
        return found.first()

    async def of_many(self, threads: Collection[Thread]) -> list[Referral]:
        """Those of these threads that are referrals."""
        ids = [thread.id for thread in threads if thread.command == "referral"]
        found = await (await self._session()).scalars(
            select(Referral).where(
                col(Referral.partnership_id) == self._pid, col(Referral.thread_id).in_(ids)
            )
        )
        return list(found)


class Moved:
    """Referrals whose deadline stands by rules that are not those of the file any more."""

    def __init__(self, engine: AsyncEngine, partnership_id: str) -> None:
        self._engine = engine
        self._pid = partnership_id

    async def rules(self) -> set[tuple[str, str, str]]:
        """Kind, agency and rules, as they stand on open referrals without a day of their own."""
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
