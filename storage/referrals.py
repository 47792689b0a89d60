"""Referrals as one transaction sees them: who owns each, and by when it is due."""

from collections.abc import Awaitable, Callable

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from storage.tables import Audience, Referral, Thread


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
                row.role = "past"
