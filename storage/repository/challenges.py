"""Challenges as one transaction sees them: who must answer, and how far each has come."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from sqlmodel import col, select

from storage.engine.own_rows import OwnRows
from storage.engine.rows import Row
from storage.schema import BreakGlass, Challenge, DetrimentAnswers, Thread

Cell = tuple[str, str]
"""What was answered to the first question and to the second; `all` for whatever was."""
ALTOGETHER: Final[Cell] = ("all", "all")


def quarter_of(day: date) -> str:
    """Names the quarter of a day, such as 2026-Q4: later ones sort behind."""
    return f"{day.year}-Q{(day.month + 2) // 3}"


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

    async def is_published(self, quarter: str, days: int) -> bool:
        """Tells whether it is known for this quarter and question how people fared."""
        found = await self._rows.get(DetrimentAnswers, quarter, days, *ALTOGETHER)
        return found is not None

    def publish_fared(self, quarter: str, days: int, counts: Mapping[Cell, int]) -> None:
        """Keeps how many answered what: once for each quarter and question, or it is refused."""
        for (worse, again), count in counts.items():
            self._rows.add(
                DetrimentAnswers, quarter=quarter, days=days, worse=worse, again=again, count=count
            )

    async def owned_by(self, person: str) -> list[str]:
        """Finds the ids of threads whose decision this person has to answer for."""
        owned = self._rows.mine(Challenge), col(Challenge.owner) == person
        return await self._rows.all(select(Challenge.thread_id).where(*owned))
