"""Whom the bot can reach: filled at onboarding, never in or beside what somebody raises."""

from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import Delete, Row, bindparam, delete, exists, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession
from sqlmodel import col

from storage.directory.accounts import part_from
from storage.engine.database import read
from storage.partnership import AgencyId, PersonId
from storage.schema import Departed, Member, main_metadata
from storage.schema.values import UNMET

member: Final = main_metadata.tables["member"]
_EVERYONE: Final = select(
    *(member.c[name] for name in
      ("person", "agency", "name", "chosen_language", "language", "timezone", "address"))
).where(member.c.partnership_id == bindparam("pid"))  # fmt: skip
_THESE: Final = _EVERYONE.where(member.c.person.in_(bindparam("these", expanding=True)))

departed: Final = main_metadata.tables["departed"]
_LEAVERS: Final = (
    member.c.partnership_id == bindparam("pid"),
    member.c.person.in_(bindparam("these", expanding=True)),
)
_OF: Final = func.coalesce(member.c.agency, "")
_LEAVING: Final = insert(departed).from_select(
    ["partnership_id", "person", "agency_before"],
    select(member.c.partnership_id, member.c.person, _OF).where(
        *_LEAVERS,
        ~exists().where(
            departed.c.partnership_id == member.c.partnership_id,
            departed.c.person == member.c.person,
            departed.c.agency_before == _OF,
        ),
    ),
)
_TAKEN_OUT: Final = delete(member).where(*_LEAVERS)
_outbox: Final = main_metadata.tables["outbox"]
_WAITING: Final = select(_outbox.c.person).where(
    _outbox.c.partnership_id == bindparam("pid"),
    _outbox.c.person.in_(bindparam("these", expanding=True)),
    _outbox.c.why == UNMET,
)
_WAITED: Final = (
    update(_outbox)
    .where(
        _outbox.c.partnership_id == bindparam("pid"),
        _outbox.c.person == bindparam("who"),
        _outbox.c.why == UNMET,
    )
    .values(due_at=_outbox.c.since)
)
"""What has waited for somebody to be met is due as they are."""
_DEPARTED: Final = select(departed.c.person, departed.c.agency_before).where(
    departed.c.partnership_id == bindparam("pid")
)
_LEFT: Final = _DEPARTED.where(departed.c.person.in_(bindparam("these", expanding=True)))
_KNOWN: Final = select(Member).where(
    col(Member.partnership_id) == bindparam("pid"),
    col(Member.person).in_(bindparam("these", expanding=True)),
)
_AT_ONCE: Final = 500
"""So many people are looked up in one statement."""
_OTHERS: Final = 10
"""So often others may move the same people on while one is being written."""


@dataclass(frozen=True)
class Departure:
    """Somebody who is no longer an agency's, or no longer in the directory at all."""

    person: PersonId = field(repr=False)
    agency_before: AgencyId | None
    """Whose they were; None for somebody who was nobody's, and may have held a role."""


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

    def __init__(self, engine: AsyncEngine, partnership_id: str, language: str = "en") -> None:
        self._engine = engine
        self._partnership_id = partnership_id
        self._nothing_yet = {"name": "", "language": language, "address": ""}

    async def remember(self, members: Sequence[Seen]) -> None:
        """Adds them, or renews what is known; a language somebody chose stays.

        An empty name, language or address is one that nobody told: what is known stays. Whoever is
        met without a language is spoken to in the partnership's first.
        """
        # Another server may see them leave an agency at the same moment: each try finds more known.
        for _ in range(_OTHERS):
            with suppress(IntegrityError):
                return await self._renew(members)
        return await self._renew(members)

    async def _renew(self, members: Sequence[Seen]) -> None:
        async with AsyncSession(self._engine) as session, session.begin():
            # In one order, so that servers which introduce people at once don't wait in a circle:
            # whoever waits for another's new rows has locked none that stood before.
            ordered = sorted(members, key=lambda seen: seen.person)
            parts = [ordered[n : n + _AT_ONCE] for n in range(0, len(ordered), _AT_ONCE)]
            begun = {person for part in parts for person in await self._begin(session, part)}
            for part in parts:
                await self._renew_some(session, part, begun)

    async def _begin(self, session: AsyncSession, some: Sequence[Seen]) -> Collection[str]:
        """Adds a row of whoever has none; gives those whom no other server adds just then."""
        values = {"pid": self._partnership_id, "these": [seen.person for seen in some]}
        known = {row.person for row in await session.execute(_THESE, values)}
        own = {"partnership_id": self._partnership_id, **self._nothing_yet}
        new = [{**own, "person": seen.person} for seen in some if seen.person not in known]
        if not new:
            return ()
        dialect = sqlite if self._engine.dialect.name == "sqlite" else postgresql
        added = dialect.insert(member).values(new).on_conflict_do_nothing()
        return list(await session.scalars(added.returning(member.c.person)))

    async def _renew_some(
        self, session: AsyncSession, ordered: Sequence[Seen], begun: Collection[str]
    ) -> None:
        values = {"pid": self._partnership_id, "these": [seen.person for seen in ordered]}
        known = {row.person: row for row in await session.scalars(_KNOWN, values)}
        left = {(row.person, row.agency_before) for row in await session.execute(_LEFT, values)}
        waiting = set(await session.scalars(_WAITING, values))
        for seen in ordered:
            own = {"partnership_id": self._partnership_id, "person": seen.person}
            # Taken out by another server just now, they are as new.
            row = known.get(seen.person) or Member(**own, **self._nothing_yet)
            if seen.person in begun and seen.person in waiting:
                await session.execute(_WAITED, {"pid": self._partnership_id, "who": seen.person})
            before, now = row.agency, seen.agency
            if before and before != now:
                here = await session.connection()
                await part_from(here, self._partnership_id, (seen.person,))
            if before and before != now and (seen.person, before) not in left:
                session.add(Departed(**own, agency_before=before))
                left.add((seen.person, before))
            if (seen.person, now or "") in left:
                await session.execute(self._gone(seen.person, now or ""))
                left.remove((seen.person, now or ""))
            _renewed(row, seen)
            session.add(row)

    async def forget(self, persons: Sequence[PersonId]) -> None:
        """Takes out those who left, or took the bot out."""
        try:
            await self._take_out(persons)
        except IntegrityError:
            await self._take_out(persons)  # another server saw them leave at the same moment

    async def _take_out(self, persons: Sequence[PersonId]) -> None:
        values = {"pid": self._partnership_id, "these": list(persons)}
        async with self._engine.begin() as connection:
            await part_from(connection, self._partnership_id, persons)
            await connection.execute(_LEAVING, values)
            await connection.execute(_TAKEN_OUT, values)

    async def departed(self) -> list[Departure]:
        """Finds who left an agency or the directory, and whose part nobody has moved on yet."""
        rows = await read(self._engine, _DEPARTED, {"pid": self._partnership_id})
        return [Departure(PersonId(r.person), AgencyId(r.agency_before) or None) for r in rows]

    async def clear(self, departures: Sequence[Departure]) -> None:
        """Takes these off the list: what they held has moved on."""
        async with AsyncSession(self._engine) as session, session.begin():
            for one in departures:
                await session.execute(self._gone(one.person, one.agency_before or ""))

    def _gone(self, person: PersonId, agency: str) -> Delete:
        return delete(Departed).where(
            col(Departed.partnership_id) == self._partnership_id,
            col(Departed.person) == person,
            col(Departed.agency_before) == agency,
        )

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


def _renewed(row: Member, seen: Seen) -> None:
    row.agency, row.name = seen.agency, seen.name or row.name
    row.language = seen.language or row.language
    row.address = seen.address or row.address
    row.timezone = _known_zone(seen.timezone)


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
