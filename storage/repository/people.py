"""People as one transaction sees them: members, and leads who are away."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy import bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from storage.partnership import AgencyId, Partnership, PersonId, day_at
from storage.partnership.calendar import day_in
from storage.schema import Member, StandIn, main_metadata

_member: Final = main_metadata.tables["member"]
_stand_in: Final = main_metadata.tables["stand_in"]
_OTHERS: Final = (
    select(func.count())
    .select_from(_member)
    .where(
        _member.c.partnership_id == bindparam("pid"),
        _member.c.agency.is_not(None),
        _member.c.person.not_in(bindparam("without", expanding=True)),
    )
)
_OTHERS_THERE: Final = _OTHERS.where(_member.c.agency == bindparam("agency"))
_DAY: Final = timedelta(days=1)
_AWAY: Final = (
    select(*(_stand_in.c[name] for name in ("person", "stand_in", "first", "last")))
    .add_columns(_member.c.agency, _member.c.timezone)
    .join_from(
        _stand_in,
        _member,
        (_member.c.partnership_id == _stand_in.c.partnership_id)
        & (_member.c.person == _stand_in.c.person),
        isouter=True,
    )
    .where(
        _stand_in.c.partnership_id == bindparam("pid"),
        _stand_in.c.first <= bindparam("tomorrow"),
        _stand_in.c.last >= bindparam("yesterday"),
    )
)
"""Whoever may be away: no place on earth is more than a day from UTC."""


@dataclass(frozen=True)
class Known:
    """Somebody the bot was introduced to."""

    person: PersonId
    name: str = field(repr=False)


class People:
    """Whom the bot was introduced to, and who stands in for whom."""

    def __init__(self, session: AsyncSession, partnership: Partnership, now: datetime) -> None:
        self._session = session
        self._partnership = partnership
        self._pid = partnership.id
        self._now = now
        self._away: Mapping[PersonId, PersonId] | None = None

    async def choose_language(self, person: PersonId, language: str) -> bool:
        """Keeps the language somebody chose; False if we were never introduced."""
        if row := await self._row(person):
            row.chosen_language = language
        return row is not None

    async def could_have_sent(self, agency: AgencyId | None, without: frozenset[PersonId]) -> int:
        """Counts the members (of an agency, or in all) besides those who are asked."""
        values = {"pid": self._pid, "without": list(without), "agency": agency}
        counted = _OTHERS if agency is None else _OTHERS_THERE
        connection = await self._session.connection()
        return int((await connection.execute(counted, values)).scalar_one())

    async def called(self, name: str, agency: AgencyId, most: int = 8) -> list[Known]:
        """Finds members of an agency whom this may mean: each word typed begins one of a name."""
        typed = name.casefold().split()
        theirs = col(Member.partnership_id) == self._pid, col(Member.agency) == agency
        named = select(col(Member.person), col(Member.name)).where(*theirs)
        rows = await self._session.execute(named)
        everyone = [Known(PersonId(person), known) for person, known in rows]
        same = [k for k in everyone if k.name.casefold().split() == typed]
        alike = [k for k in everyone if _begins(typed, k.name.casefold().split())]
        return (same or sorted(alike, key=lambda k: k.name))[:most]

    async def timezone_of(self, person: PersonId) -> str | None:
        """Finds where their platform says they are; None where it says nothing."""
        row = await self._row(person)
        return row.timezone if row else None

    async def today_of(self, person: PersonId) -> date:
        """Tells which day it is where somebody is, or else at their agency."""
        row = await self._row(person)
        return self._day(row.agency, row.timezone) if row else self._day(None, None)

    def _day(self, agency: str | None, zone: str | None) -> date:
        return day_in(zone, self._now) if zone else day_at(self._partnership, agency, self._now)

    async def name_of(self, person: PersonId) -> str | None:
        """Finds what they are called, if the bot was introduced to them."""
        row = await self._row(person)
        return row.name if row else None

    async def _row(self, person: PersonId) -> Member | None:
        return await self._session.get(Member, (self._pid, person))

    async def stands_in(self, person: PersonId) -> PersonId | None:
        """Finds who stands in for a lead today, if they are away: by the day where that is."""
        if self._away is None:  # few are away at a time: all of them are asked for once
            if self._session.new or self._session.dirty:
                await self._session.flush()
            connection = await self._session.connection()
            around = {"yesterday": (self._now - _DAY).date(), "tomorrow": (self._now + _DAY).date()}
            found = await connection.execute(_AWAY, {"pid": self._pid, **around})
            self._away = {
                PersonId(away): PersonId(there)
                for away, there, first, last, agency, zone in found
                if first <= self._day(agency, zone) <= last
            }
        return self._away.get(person)

    async def name_stand_in(
        self, person: PersonId, stand_in: PersonId, first: date, last: date
    ) -> None:
        """Names who hears what is meant for somebody, from the first day to the last."""
        self._away = None
        pid = self._pid
        away = StandIn(partnership_id=pid, person=person, stand_in=stand_in, first=first, last=last)
        await self._session.merge(away)


def _begins(typed: list[str], words: list[str]) -> bool:
    return bool(typed) and all(any(w.startswith(t) for w in words) for t in typed)
