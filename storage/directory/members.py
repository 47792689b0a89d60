"""Whom the bot can reach: filled at onboarding, never in or beside what somebody raises."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import Row, bindparam, or_, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession
from sqlmodel import col, delete

from storage.engine.database import read
from storage.partnership import AgencyId, PersonId
from storage.schema import Member, main_metadata

member: Final = main_metadata.tables["member"]
_EVERYONE: Final = select(
    *(member.c[name] for name in
      ("person", "agency", "name", "chosen_language", "language", "timezone", "address"))
).where(member.c.partnership_id == bindparam("pid"))  # fmt: skip
_THESE: Final = _EVERYONE.where(member.c.person.in_(bindparam("these", expanding=True)))


@dataclass(frozen=True)
class Seen:
    """A person as their platform shows them."""

    person: PersonId = field(repr=False)
    agency: AgencyId | None
    name: str = field(repr=False)
    language: str
    address: str = field(repr=False)
    timezone: str | None = None
    """Where they work, if their platform says so; otherwise their agency's zone holds."""


class Members:
    """The directory of everyone the bot was introduced to."""

    def __init__(self, engine: AsyncEngine, partnership_id: str) -> None:
        self._engine = engine
        self._partnership_id = partnership_id

    async def remember(self, members: Sequence[Seen]) -> None:
        """Adds them, or renews what is known; a language somebody chose stays."""
        async with AsyncSession(self._engine) as session, session.begin():
            upsert = postgresql if self._engine.dialect.name == "postgresql" else sqlite
            # In one order, so that servers which introduce people at once don't wait in a circle.
            for seen in sorted(members, key=lambda seen: seen.person):
                row = {
                    "agency": seen.agency,
                    "name": seen.name,
                    "language": seen.language,
                    "timezone": _known_zone(seen.timezone),
                }
                known = row | ({"address": seen.address} if seen.address else {})
                own = {"partnership_id": self._partnership_id, "person": seen.person}
                fresh = upsert.insert(member).values(own | row | {"address": seen.address})
                # A row that is written anew lies beside what was written last: only if it must be.
                news = or_(*(member.c[name].is_distinct_from(known[name]) for name in known))
                await session.execute(
                    fresh.on_conflict_do_update(index_elements=own, set_=known, where=news)
                )

    async def forget(self, persons: Sequence[PersonId]) -> None:
        """Takes out those who left, or took the bot out."""
        mine = col(Member.partnership_id) == self._partnership_id
        async with AsyncSession(self._engine) as session, session.begin():
            await session.execute(delete(Member).where(mine, col(Member.person).in_(persons)))

    async def find(self, person: PersonId) -> Seen | None:
        """Finds what is known of a person."""
        return (await self.find_all((person,))).get(person)

    async def find_all(self, persons: Collection[PersonId]) -> dict[PersonId, Seen]:
        """Finds what is known of each of these people, in one go."""
        if not persons:
            return {}
        values = {"pid": self._partnership_id, "these": list(persons)}
        found = (seen(row) for row in await read(self._engine, _THESE, values))
        return {one.person: one for one in found}

    async def everyone(self) -> list[Seen]:
        """Finds what is known of everyone."""
        here = {"pid": self._partnership_id}
        return [seen(row) for row in await read(self._engine, _EVERYONE, here)]


def seen(row: Row[Any]) -> Seen:
    """Makes a value of a row."""
    return Seen(
        person=PersonId(row.person),
        agency=AgencyId(row.agency) if row.agency else None,
        name=row.name,
        language=row.chosen_language or row.language,
        address=row.address,
        timezone=row.timezone,
    )


def _known_zone(name: str | None) -> str | None:
    """A zone that clocks here know; another would stop whatever is asked in it."""
    try:
        return ZoneInfo(name).key if name else None
    except (ValueError, LookupError, OSError):
        return None
