"""Challenges as one transaction sees them: who must answer, and how far each has come."""

from collections.abc import Callable

from sqlmodel import col, select

from storage.engine.own_rows import OwnRows
from storage.engine.rows import Row
from storage.schema import BreakGlass, Challenge, DetrimentAnswers, Thread


class Challenges:
    """What a challenge has beyond any other thread, and the requests to learn a name."""

    def __init__(self, rows: OwnRows, new: Callable[[Row], None]) -> None:
        self._rows = rows
        self._new = new
        self._begun: dict[str, Challenge] = {}

    async def begin(self, challenge: Challenge) -> None:
        """Begins a challenge, beside its thread."""
        self._begun[challenge.thread_id] = challenge
        self._new(challenge)

    async def of(self, thread: Thread) -> Challenge:
        """Finds the challenge that a thread is. Raises LookupError for any other thread."""
        otherwise = "Only a challenge has somebody who must answer it."
        return self._begun.get(thread.id) or await self._rows.beside(
            Challenge, thread.id, otherwise
        )

    async def glass_of(self, thread: Thread) -> BreakGlass | None:
        """Finds the request to learn the name behind this thread, if there is one."""
        return await self._rows.get(BreakGlass, thread.id)

    async def ask_glass(self, request: BreakGlass) -> None:
        """Keeps a request to learn a name; it waits for a second person.

        It takes the place of one whose asker has left.
        """
        await (await self._rows.session()).merge(request)

    async def count_detriment(self, quarter: str, days: int, worse: str, again: str) -> None:
        """Counts one more person who answered so. Nothing ties the count to a thread."""
        session, pid = await self._rows.session(), self._rows.pid
        key = (pid, quarter, days, worse, again)
        row = await session.get(DetrimentAnswers, key, with_for_update=True)
        if row is None:
            row = DetrimentAnswers(
                partnership_id=pid, quarter=quarter, days=days, worse=worse, again=again, count=0
            )
            session.add(row)
        row.count += 1

    async def owned_by(self, person: str) -> list[str]:
        """Finds the ids of threads whose decision this person has to answer for."""
        owned = self._rows.mine(Challenge), col(Challenge.owner) == person
        return await self._rows.all(select(Challenge.thread_id).where(*owned))
