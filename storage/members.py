"""Whom the bot can reach: filled at onboarding, never in or beside what somebody raises."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession
from sqlmodel import col, delete, select

from storage.partnership import AgencyId, PersonId
from storage.tables import Member


@dataclass(frozen=True)
class Seen:
    """A person as their platform shows them."""

    person: PersonId = field(repr=False)
    agency: AgencyId | None
    name: str = field(repr=False)
    language: str
    address: str = field(repr=False)


class Members:
    """The directory of everyone the bot was introduced to."""

    def __init__(self, engine: AsyncEngine, partnership_id: str) -> None:
        self._engine = engine
        self._partnership_id = partnership_id

    async def remember(self, members: Sequence[Seen]) -> None:
        """Adds them, or renews what is known; a language somebody chose stays."""
        async with AsyncSession(self._engine) as session, session.begin():
            for seen in members:
                row = await session.get(Member, (self._partnership_id, seen.person))
                if row is None:
                    session.add(self._row(seen))
                else:
                    row.agency, row.name = seen.agency, seen.name
                    row.language, row.address = seen.language, seen.address or row.address

    async def forget(self, persons: Sequence[PersonId]) -> None:
        """They left, or took the bot out."""
        async with AsyncSession(self._engine) as session, session.begin():
            await session.execute(
                delete(Member).where(
                    col(Member.partnership_id) == self._partnership_id,
                    col(Member.person).in_(persons),
                )
            )

    async def find(self, person: PersonId) -> Seen | None:
        """What is known of a person."""
        async with AsyncSession(self._engine) as session:
            row = await session.get(Member, (self._partnership_id, person))
            return None if row is None else seen(row)

    async def everyone(self) -> list[Seen]:
        """All of them."""
        async with AsyncSession(self._engine) as session:
            rows = await session.scalars(
                select(Member).where(col(Member.partnership_id) == self._partnership_id)
            )
            return [seen(row) for row in rows]

    def _row(self, seen: Seen) -> Member:
        return Member(
            partnership_id=self._partnership_id,
            person=seen.person,
            agency=seen.agency,
            name=seen.name,
            language=seen.language,
            address=seen.address,
        )


def seen(row: Member) -> Seen:
    """The row as a value."""
    return Seen(
        person=PersonId(row.person),
        agency=AgencyId(row.agency) if row.agency else None,
        name=row.name,
        language=row.chosen_language or row.language,
        address=row.address,
    )
