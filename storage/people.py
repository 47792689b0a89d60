"""People as one transaction sees them: members, and leads who are away."""

from dataclasses import dataclass, field
from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, func, select

from storage.partnership import AgencyId, PersonId
from storage.tables import Member, StandIn


@dataclass(frozen=True)
class Known:
    """Somebody the bot was introduced to."""

    person: PersonId
    name: str = field(repr=False)


class People:
    """Whom the bot was introduced to, and who stands in for whom."""

    def __init__(self, session: AsyncSession, partnership_id: str, today: date) -> None:
        self._session = session
        self._pid = partnership_id
        self._today = today

    async def choose_language(self, person: PersonId, language: str) -> bool:
        """Keeps the language somebody chose; False if we were never introduced."""
        row = await self._session.get(Member, (self._pid, person))
        if row is not None:
            row.chosen_language = language
        return row is not None

    async def could_have_sent(self, agency: AgencyId | None, without: frozenset[PersonId]) -> int:
        """How many members there are (of an agency, or in all) besides those who are asked."""
        wanted = (
            select(func.count())
            .select_from(Member)
            .where(
                col(Member.partnership_id) == self._pid,
                col(Member.agency).is_not(None),
                col(Member.person).not_in(without),
            )
        )
        counted = wanted.where(col(Member.agency) == agency) if agency else wanted
        return int(await self._session.scalar(counted) or 0)

    async def called(self, name: str, agency: AgencyId, most: int = 8) -> list[Known]:
        """Members of an agency whom this may mean: each word typed begins a word of their name."""
        typed = name.casefold().split()
        rows = await self._session.execute(
            select(Member.person, Member.name).where(
                col(Member.partnership_id) == self._pid, col(Member.agency) == agency
            )
        )
        everyone = [Known(PersonId(person), known) for person, known in rows]
        same = [k for k in everyone if k.name.casefold().split() == typed]
        alike = [k for k in everyone if _begins(typed, k.name.casefold().split())]
        return (same or sorted(alike, key=lambda k: k.name))[:most]

    async def stands_in(self, person: PersonId) -> PersonId | None:
        """Who stands in for a lead today, if they are away."""
        row = await self._session.get(StandIn, (self._pid, person))
        there = row is not None and row.first <= self._today <= row.last
        return PersonId(row.stand_in) if row is not None and there else None

    async def name_stand_in(
        self, person: PersonId, stand_in: PersonId, first: date, last: date
    ) -> None:
        """From the first day to the last, this person hears what is meant for that one."""
        await self._session.merge(
            StandIn(
                partnership_id=self._pid, person=person, stand_in=stand_in, first=first, last=last
            )
        )


def _begins(typed: list[str], words: list[str]) -> bool:
    return bool(typed) and all(any(w.startswith(t) for w in words) for t in typed)
