"""Second opinions as one transaction sees them: what was asked, of whom, and who has answered."""

from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, func, select

from storage.schema import Opinion, Reviewer, Thread

LATELY = timedelta(days=365)


@dataclass(frozen=True)
class Asked:
    """How often somebody was asked in the past year, and when last."""

    often: int = 0
    last: date | None = None


class Opinions:
    """What a second opinion has beyond any other thread."""

    def __init__(
        self,
        session: Callable[[], Awaitable[AsyncSession]],
        add: Callable[..., None],
        partnership_id: str,
        today: date,
    ) -> None:
        self._session = session
        self._add = add
        self._pid = partnership_id
        self._today = today

    async def begin(self, opinion: Opinion) -> None:
        """A second opinion that is asked for, beside its thread."""
        (await self._session()).add(opinion)

    async def of(self, thread: Thread) -> Opinion:
        """The second opinion that a thread is. Raises LookupError for any other thread."""
        found = await (await self._session()).get(Opinion, (self._pid, thread.id))
        if found is None:
            raise LookupError("Only a second opinion has reviewers.")
        return found

    def ask(self, thread: Thread, person: str, agency: str, place: int) -> None:
        """This person is asked from now on."""
        self._add(
            Reviewer,
            thread_id=thread.id,
            person=person,
            agency=agency,
            place=place,
            declined=False,
            message=None,
            day=self._today,
        )

    async def reviewers(self, thread: Thread) -> list[Reviewer]:
        """Everybody who was asked, in the order in which they were."""
        found = await (await self._session()).scalars(
            select(Reviewer)
            .where(col(Reviewer.partnership_id) == self._pid, col(Reviewer.thread_id) == thread.id)
            .order_by(col(Reviewer.place))
        )
        return list(found)

    async def lately(self, people: Collection[str]) -> Mapping[str, Asked]:
        """How often each of these people was asked in the past year; also if they declined."""
        found = await (await self._session()).execute(
            select(col(Reviewer.person), func.count(), func.max(col(Reviewer.day)))
            .where(
                col(Reviewer.partnership_id) == self._pid,
                col(Reviewer.person).in_(people),
                col(Reviewer.day) > self._today - LATELY,
            )
            .group_by(col(Reviewer.person))
        )
        return {person: Asked(often, last) for person, often, last in found}
