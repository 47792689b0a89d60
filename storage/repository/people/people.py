"""People as one transaction sees them: members, and leads who are away."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy import bindparam, delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from storage.directory.leavers import Left, left_now
from storage.partnership import AgencyId, Partnership, PersonId, Platform, PlatformId, day_at
from storage.partnership.calendar import day_in
from storage.schema import Mailbox, Member, StandIn, main_metadata
from storage.typed.names import meant

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
_NAMES: Final = select(_member.c.person, _member.c.name).where(
    _member.c.partnership_id == bindparam("pid"),
    _member.c.person.in_(bindparam("these", expanding=True)),
)
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
    agency: AgencyId | None = field(default=None, repr=False)


class People:
    """Whom the bot was introduced to, and who stands in for whom."""

    def __init__(self, session: AsyncSession, partnership: Partnership, now: datetime) -> None:
        self._session = session
        self._partnership = partnership
        self._pid = partnership.id
        self._now = now
        self._away: Mapping[PersonId, PersonId] | None = None
        self._left: Left | None = None
        self._read: list[Member] = []  # kept, or the session would forget that it has them

    async def read(self, persons: Collection[PersonId]) -> None:
        """Reads these people together: what is asked of each afterwards takes no query."""
        these = col(Member.partnership_id) == self._pid, col(Member.person).in_(persons)
        self._read += await self._session.scalars(select(Member).where(*these))

    async def choose_language(self, person: PersonId, language: str) -> bool:
        """Keeps the language somebody chose; False if we were never introduced."""
        accounts = self._partnership.accounts_of(person)
        rows = [row for account in accounts if (row := await self._row(account))]
        for row in rows:
            row.chosen_language = language
        return bool(rows)

    async def wants_no_mail(self, person: PersonId) -> bool:
        """Tells whether somebody wants no e-mail, but in danger."""
        row = await self._session.get(Mailbox, (self._pid, person))
        return row is not None and row.off

    async def choose_mail(self, person: PersonId, *, off: bool) -> None:
        """Keeps whether somebody wants e-mail."""
        row = await self._session.get(Mailbox, (self._pid, person), with_for_update=True)
        if row is None:
            self._session.add(Mailbox(partnership_id=self._pid, person=person, off=off))
        else:
            row.off = off

    async def others_who_could(self, agency: AgencyId | None, without: frozenset[PersonId]) -> int:
        """Counts who else could have sent something: members (of an agency, or of all that there
        are) without those whom it reaches, and without one more, for whoever sends it is a member.
        """
        nobodys = without.union(self._partnership.second_accounts)  # they are somebody already
        values = {"pid": self._pid, "without": list(nobodys), "agency": agency}
        counted = _OTHERS if agency is None else _OTHERS_THERE
        connection = await self._session.connection()
        return max(0, int((await connection.execute(counted, values)).scalar_one()) - 1)

    async def called(self, name: str, *agencies: AgencyId, most: int = 8) -> list[Known]:
        """Finds members of these agencies whom a typed name may mean, as people write names."""
        theirs = col(Member.partnership_id) == self._pid, col(Member.agency).in_(agencies)
        named = select(col(Member.person), col(Member.name), col(Member.agency)).where(*theirs)
        rows = await self._session.execute(named)
        second = self._partnership.second_accounts
        own = (row for row in rows if row[0] not in second)
        everyone = (Known(PersonId(p), known, AgencyId(of or "")) for p, known, of in own)
        found = meant(name, everyone, lambda known: known.name)
        return sorted(found, key=lambda known: (known.name, known.person))[:most]

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

    async def names_of(self, persons: Collection[PersonId]) -> dict[PersonId, str]:
        """Finds what each of these is called; whoever the bot was not introduced to is left out."""
        connection = await self._session.connection()
        found = await connection.execute(_NAMES, {"pid": self._pid, "these": list(persons)})
        return {PersonId(person): name for person, name in found if name}

    async def _row(self, person: PersonId) -> Member | None:
        return await self._session.get(Member, (self._pid, person))

    async def stands_in(self, person: PersonId) -> PersonId | None:
        """Finds who stands in for a lead today, if they are away: by the day where that is."""
        there = (await self._away_now()).get(person)
        if there is None or there in (await self.left()).altogether:
            return None
        return there if there in self._partnership.everyone_named() else None

    async def _away_now(self) -> Mapping[PersonId, PersonId]:
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
        return self._away

    async def left(self) -> Left:
        """Finds who left an agency, or altogether; they are asked nothing there."""
        if self._left is None:
            agencies = {agency.id for agency in self._partnership.agencies}
            self._left = await left_now(await self._session.connection(), self._pid, agencies)
        return self._left

    async def count_as_left(self, person: PersonId) -> None:
        """Has somebody count as gone as long as this transaction lasts."""
        left = await self.left()
        self._left = replace(left, altogether=left.altogether | {person})

    async def stood_in_for(self, person: PersonId, *, ever: bool = False) -> list[PersonId]:
        """Lists those for whom somebody stands in today, or for whom they last did."""
        if not ever:
            return [away for away, there in (await self._away_now()).items() if there == person]
        theirs = _stand_in.c.partnership_id == self._pid, _stand_in.c.stand_in == person
        wanted = select(_stand_in.c.person).where(*theirs)
        return [PersonId(away) for away in (await self._session.scalars(wanted)).all()]

    async def agency_of(self, person: PersonId) -> AgencyId | None:
        """Finds whose person the directory says they are; for the web the file is the directory."""
        if PlatformId.read(person).platform == Platform.WEB:
            member = self._partnership.member(person)
            return member.agency if member else None
        row = await self._row(person)
        return AgencyId(row.agency) if row and row.agency else None

    async def standing_in_for(self, persons: Iterable[PersonId]) -> set[PersonId]:
        """Finds everyone who stands in today for any of these people."""
        return {there for person in persons if (there := await self.stands_in(person))}

    async def name_stand_in(
        self, person: PersonId, stand_in: PersonId, first: date, last: date
    ) -> None:
        """Names who hears what is meant for somebody, from the first day to the last."""
        self._away = None
        pid = self._pid
        away = StandIn(partnership_id=pid, person=person, stand_in=stand_in, first=first, last=last)
        await self._session.merge(away)

    async def stand_in_named(self, person: PersonId) -> StandIn | None:
        """Finds whom somebody named last, and for which days; they may be over."""
        return await self._session.get(StandIn, (self._pid, person))

    async def end_stand_in(self, person: PersonId) -> None:
        """Has what is meant for somebody come to them alone again."""
        self._away = None
        theirs = col(StandIn.partnership_id) == self._pid, col(StandIn.person) == person
        await self._session.execute(delete(StandIn).where(*theirs))
