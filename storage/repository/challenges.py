"""Challenges as one transaction sees them: who must answer, and how far each has come."""

from collections.abc import Awaitable, Callable

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from storage.engine.rows import Row
from storage.schema import BreakGlass, Challenge, DetrimentAnswers, Thread


class Challenges:
    """What a challenge has beyond any other thread, and the requests to learn a name."""

    def __init__(
        self,
        session: Callable[[], Awaitable[AsyncSession]],
        new: Callable[[Row], None],
        partnership_id: str,
    ) -> None:
        self._session = session
        self._new = new
        self._pid = partnership_id
        self._begun: dict[str, Challenge] = {}

    async def begin(self, challenge: Challenge) -> None:
        """A new challenge, beside its thread."""
        self._begun[challenge.thread_id] = challenge
        self._new(challenge)

    async def of(self, thread: Thread) -> Challenge:
        """The challenge that a thread is. Raises LookupError for any other thread."""
        if begun := self._begun.get(thread.id):
            return begun
        found = await (await self._session()).get(Challenge, (self._pid, thread.id))
        if found is None:
            raise LookupError("Only a challenge has somebody who must answer it.")
        return found

    async def glass_of(self, thread: Thread) -> BreakGlass | None:
        """The request to learn the name behind this thread, if there is one."""
        return await (await self._session()).get(BreakGlass, (self._pid, thread.id))

    async def ask_glass(self, request: BreakGlass) -> None:
        """Keeps a request to learn a name; it waits for a second person."""
        (await self._session()).add(request)

    async def count_afterwards(self, quarter: str, days: int, worse: str, again: str) -> None:
        """One more person answered so. Counts only: nothing ties it to a thread."""
        session = await self._session()
        key = (self._pid, quarter, days, worse, again)
        row = await session.get(DetrimentAnswers, key, with_for_update=True)
        if row is None:
            row = DetrimentAnswers(
                partnership_id=self._pid, quarter=quarter, days=days, worse=worse, again=again,
                count=0,
            )  # fmt: skip
            session.add(row)
        row.count += 1

    async def owned_by(self, person: str) -> list[str]:
        """Ids of threads whose decision this person has to answer for."""
        found = await (await self._session()).scalars(
            select(Challenge.thread_id).where(
                col(Challenge.partnership_id) == self._pid, col(Challenge.owner) == person
            )
        )
        return list(found)
