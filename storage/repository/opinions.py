"""Second opinions as one transaction sees them: what was asked, of whom, and who has answered."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import col, func, select

from storage.engine.own_rows import OwnRows
from storage.schema import Opinion, Reviewer, Thread

LATELY = timedelta(days=365)


@dataclass(frozen=True)
class Asked:
    """How often somebody was asked in the past year, and when last."""

    often: int = 0
    last: date | None = None


class Opinions:
    """What a second opinion has beyond any other thread."""

    def __init__(self, rows: OwnRows, today_at: Callable[[str | None], date]) -> None:
        self._rows = rows
        self._today_at = today_at

    async def begin(self, opinion: Opinion) -> None:
        """Begins a second opinion, beside its thread."""
        (await self._rows.session()).add(opinion)

    async def of(self, thread: Thread) -> Opinion:
        """Finds the second opinion that a thread is. Raises LookupError for any other thread."""
        return await self._rows.beside(Opinion, thread.id, "Only a second opinion has reviewers.")

    def ask(self, thread: Thread, person: str, agency: str, place: int) -> None:
        """Adds a reviewer, who is asked from now on."""
        today = self._today_at(thread.agency)
        asked = {"person": person, "agency": agency, "place": place, "day": today}
        self._rows.add(Reviewer, thread_id=thread.id, declined=False, message=None, **asked)

    async def reviewers(self, thread: Thread) -> list[Reviewer]:
        """Finds everybody who was asked, in the order in which they were."""
        asked = select(Reviewer).where(self._rows.of(Reviewer, thread.id))
        return await self._rows.all(asked.order_by(col(Reviewer.place)))

    async def lately(self, people: Collection[str]) -> Mapping[str, Asked]:
        """Counts how often each of these people was asked in a year, also if they declined."""
        found = await (await self._rows.session()).execute(
            select(col(Reviewer.person), func.count(), func.max(col(Reviewer.day)))
            .where(
                self._rows.mine(Reviewer),
                col(Reviewer.person).in_(people),
                col(Reviewer.day) > self._today_at(None) - LATELY,
            )
            .group_by(col(Reviewer.person))
        )
        return {person: Asked(often, last) for person, often, last in found}
