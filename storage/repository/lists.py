"""Lists of threads: what somebody raised, what lies before them, what nobody has taken."""

from collections.abc import Awaitable, Callable, Collection

from sqlalchemy import ColumnElement
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from storage.partnership import PersonId
from storage.schema import Audience, Referral, Thread
from storage.schema.values import State, ThreadRole

LIVE = (State.OPEN, State.PICKED, State.ANSWERED)


class Lists:
    """The threads of one partnership: danger, then the newest, then referrals as they fall due."""

    def __init__(self, session: Callable[[], Awaitable[AsyncSession]], partnership_id: str) -> None:
        self._session = session
        self._pid = partnership_id

    async def raised_by(self, person: PersonId) -> list[Thread]:
        """What somebody raised by name."""
        return await self._threads(col(Thread.raiser) == person)

    async def behind(self, refs: Collection[str]) -> list[Thread]:
        """The threads to which these return references lead."""
        return await self._threads(col(Thread.return_ref).in_(refs)) if refs else []

    async def lying_before(self, person: PersonId) -> list[Thread]:
        """Unfinished threads that wait for this person."""
        mine = select(Audience.thread_id).where(
            col(Audience.partnership_id) == self._pid,
            col(Audience.person) == person,
            col(Audience.role) != ThreadRole.PAST,
        )
        return await self._threads(col(Thread.id).in_(mine), col(Thread.state).in_(LIVE))

    async def unowned(self, agencies: Collection[str]) -> list[Thread]:
        """What was asked of these agencies and of nobody in particular, and nobody has taken."""
        return await self._threads(
            col(Thread.command) == "referral",
            col(Thread.agency).in_(agencies),
            col(Thread.state) == State.OPEN,
            col(Referral.owner).is_(None),
            col(Referral.level) == 0,
        )

    async def _threads(self, *where: ColumnElement[bool]) -> list[Thread]:
        found = await (await self._session()).scalars(
            select(Thread)
            .outerjoin(
                Referral,
                (col(Referral.partnership_id) == self._pid)
                & (col(Referral.thread_id) == col(Thread.id)),
            )
            .where(col(Thread.partnership_id) == self._pid, *where)
            .order_by(
                col(Thread.danger).desc(),
                col(Referral.due_at).asc().nulls_first(),
                col(Thread.day).desc(),
                col(Thread.id),
            )
        )
        return list(found)
