"""The parts that people have in what goes on, as one transaction sees them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final, Self

from sqlalchemy import ColumnElement, Row, Select, and_, case, exists, literal_column
from sqlalchemy import select as columns
from sqlmodel import col, delete, func, select

from storage.delivery.live_threads import goes_on
from storage.engine.own_rows import OwnRows
from storage.partnership import AgencyId, PersonId
from storage.schema import (
    Audience,
    Challenge,
    Referral,
    Reviewer,
    Thread,
    Unreached,
    main_metadata,
)
from storage.schema.values import State, ThreadCommand, ThreadRole

_TO: Final = 5
"""Steps in which is counted what somebody sees who reads nothing of it."""
LIVE: Final = (State.OPEN, State.PICKED, State.ANSWERED)

_COLUMNS: Final[tuple[ColumnElement[Any], ...]] = (
    *(main_metadata.tables["audience"].c[name] for name in ("thread_id", "person", "role")),
    *(main_metadata.tables["thread"].c[name] for name in ("agency", "told_agency", "picked_by")),
    main_metadata.tables["referral"].c.owner,
    main_metadata.tables["challenge"].c.owner.label("decision"),
    main_metadata.tables["challenge"].c.stage,
    main_metadata.tables["reviewer"].c.agency.label("asked_for"),
)


def has_part() -> ColumnElement[bool]:
    """Says of a row that its person has a part now, in the words by which the index is known."""
    return col(Audience.role) != literal_column("'past'")


@dataclass(frozen=True)
class Part:
    """A part that somebody was given in a thread, and all that says if it is theirs still."""

    thread_id: str
    person: PersonId = field(repr=False)
    role: ThreadRole
    agency: AgencyId | None
    """For whose people they were asked."""
    told: AgencyId | None
    """The agency of whoever raised it, where those asked may know."""
    owners: frozenset[str | None] = field(repr=False)
    """Who owns the decision, or the referral."""
    has_it: bool
    """They took it."""
    stage: int = 0

    @property
    def personal(self) -> bool:
        """Whether it is theirs by name, whatever role they hold."""
        return self.person in self.owners

    @classmethod
    def of(cls, row: Row[Any]) -> Self:
        """Makes a value of a row."""
        return cls(
            thread_id=row.thread_id,
            person=PersonId(row.person),
            role=row.role,
            agency=row.asked_for or row.agency,
            told=row.told_agency,
            owners=frozenset({row.owner, row.decision}),
            has_it=row.person == row.picked_by,
            stage=row.stage or 0,
        )

    def by(self, person: PersonId) -> "Part":
        """Gives the same part as if it were somebody else's."""
        return replace(self, person=person)


class Parts:
    """Who has which part in one partnership's threads, and who couldn't be reached there."""

    def __init__(self, rows: OwnRows, today: date) -> None:
        self._rows = rows
        self._today = today
        self._away: dict[str, set[PersonId]] = {}
        """By thread, who couldn't be reached, of those threads that were read together."""

    async def read(self, ids: Collection[str]) -> None:
        """Reads who couldn't be reached about these threads, in one question."""
        self._away.update((id, set()) for id in ids)
        here = self._rows.mine(Unreached), col(Unreached.thread_id).in_(ids)
        found = await (await self._rows.session()).execute(
            select(Unreached.thread_id, Unreached.person).where(*here)
        )
        for thread_id, person in found:
            self._away[thread_id].add(PersonId(person))

    async def one(self, thread_id: str, person: PersonId) -> Part | None:
        """Finds somebody's part in a thread, whatever became of that."""
        here = self._rows.of(Audience, thread_id), col(Audience.person) == person
        found = await self._read(*here)
        return found[0] if found else None

    async def of(self, person: PersonId, *, past: bool = False) -> list[Part]:
        """Finds somebody's parts in what goes on; with `past` also those that they had once."""
        theirs = col(Audience.person) == person
        now = has_part(), col(Thread.state).in_(LIVE)
        return await self._read(theirs, *(() if past else now))

    async def kinds(self, people: Collection[PersonId]) -> list[Part]:
        """Finds of which kinds these people's parts are in what goes on, each once, of no thread:
        there are few kinds, however many threads."""
        person = col(Audience.person)
        taken = case((col(Thread.picked_by) == person, person)).label("picked_by")
        alike = {"thread_id": literal_column("''").label("thread_id"), "picked_by": taken}
        wanted = self._wanted(*(alike.get(each.key or "", each) for each in _COLUMNS)).distinct()
        now = has_part(), col(Thread.state).in_(LIVE)
        found = await (await self._rows.session()).execute(wanted.where(person.in_(people), *now))
        return [Part.of(row) for row in found]

    async def turned_to(
        self, by: PersonId, to: PersonId, command: ThreadCommand, since: date
    ) -> bool:
        """Tells whether somebody, in their own name, began a thread of this kind before this person
        from that day on."""
        theirs = col(Thread.raiser) == by, col(Thread.command) == command, col(Thread.day) >= since
        before = col(Audience.thread_id) == col(Thread.id), col(Audience.person) == to
        begun = select(Thread.id).join(Audience, and_(self._rows.mine(Audience), *before))
        return await self._rows.first(begun.where(self._rows.mine(Thread), *theirs)) is not None

    async def _read(self, *where: ColumnElement[bool]) -> list[Part]:
        wanted = self._wanted(*_COLUMNS).where(*where)
        found = await (await self._rows.session()).execute(wanted)
        return [Part.of(row) for row in found]

    def _wanted(self, *values: ColumnElement[Any]) -> Select[*tuple[Any, ...]]:
        mine, of = self._rows.mine, col(Audience.thread_id)
        asked = and_(col(Reviewer.thread_id) == of, col(Reviewer.person) == col(Audience.person))
        return (
            columns(*values)
            .select_from(Audience)
            .join(Thread, and_(mine(Thread), col(Thread.id) == of))
            .outerjoin(Referral, and_(mine(Referral), col(Referral.thread_id) == of))
            .outerjoin(Challenge, and_(mine(Challenge), col(Challenge.thread_id) == of))
            .outerjoin(Reviewer, and_(mine(Reviewer), asked))
            .where(mine(Audience))
        )

    async def everybody(self) -> list[PersonId]:
        """Finds everyone who has a part in anything, or chairs a meeting that pauses."""
        people = select(Audience.person).where(self._rows.mine(Audience), has_part()).distinct()
        chairs = select(Thread.raiser).where(*self._pausing()).distinct()
        session = await self._rows.session()
        found = [*await session.scalars(people), *await session.scalars(chairs)]
        return [PersonId(person) for person in dict.fromkeys(found) if person]

    async def chaired(self, person: PersonId) -> list[str]:
        """Finds the meetings that pause now and that somebody chairs."""
        theirs = *self._pausing(), col(Thread.raiser) == person
        return await self._rows.all(select(Thread.id).where(*theirs))

    def _pausing(self) -> tuple[ColumnElement[bool], ...]:
        paused = col(Thread.command).in_(("pause", "debrief"))
        return self._rows.mine(Thread), goes_on(), paused

    async def unassigned(self, agency: AgencyId, commands: Collection[str]) -> list[str]:
        """Finds what of these commands is open with an agency, and nobody took."""
        its = col(Thread.agency) == agency, col(Thread.state) == State.OPEN, goes_on()
        wanted = col(Thread.command).in_(commands), self._rows.mine(Thread), *its
        return await self._rows.all(select(Thread.id).where(*wanted).order_by(col(Thread.id)))

    async def left_alone(self) -> int:
        """Counts what was raised, or referred, waits, and is before nobody who can be reached."""
        here = self._rows.mine(Audience), col(Audience.thread_id) == col(Thread.id)
        away = exists().where(
            self._rows.mine(Unreached),
            # Not of the thread: two steps out SQLAlchemy would join all of them anew.
            col(Unreached.thread_id) == col(Audience.thread_id),
            col(Unreached.person) == col(Audience.person),
        )
        waits = col(Thread.state).in_((State.OPEN, State.PICKED)), goes_on()
        raised = col(Thread.return_ref).is_not(None) | (col(Thread.command) == "referral")
        before = exists().where(*here, has_part(), ~away)
        counted = select(func.count()).where(self._rows.mine(Thread), *waits, raised, ~before)
        return int(await self._rows.first(counted) or 0)

    async def open_with(self, agency: str, least: int) -> int | None:
        """Counts what has been open with an agency since before today, in steps; None for
        fewer than `least`. Whoever looks again and again learns of nobody when they wrote."""
        its = col(Thread.agency) == agency, col(Thread.day) < self._today, goes_on()
        counted = select(func.count()).where(self._rows.mine(Thread), *its)
        count = int(await self._rows.first(counted) or 0)
        return None if count < least else count - (count - least) % _TO

    # Who couldn't be reached

    async def unreached(self, thread: Thread) -> frozenset[PersonId]:
        """Finds who was asked about a thread and couldn't be reached."""
        if (known := self._away.get(thread.id)) is not None:
            return frozenset(known)
        here = select(Unreached.person).where(self._rows.of(Unreached, thread.id))
        return frozenset(PersonId(person) for person in await self._rows.all(here))

    async def mark(self, thread: Thread, person: PersonId) -> bool:
        """Notes that somebody can't be reached about a thread; gives whether that is new."""
        if await self._rows.get(Unreached, thread.id, person) is not None:
            return False
        self._rows.add(Unreached, thread_id=thread.id, person=person, day=self._today)
        self._away.get(thread.id, set()).add(person)
        return True

    async def marks_today(self, person: PersonId) -> Sequence[str]:
        """Finds the threads about which somebody couldn't be reached, as was noted today."""
        theirs = self._rows.mine(Unreached), col(Unreached.person) == person
        today = select(Unreached.thread_id).where(*theirs, col(Unreached.day) == self._today)
        return await self._rows.all(today)

    async def remove(self, thread: Thread, person: PersonId) -> None:
        """Takes somebody's part from them: they may read nothing more of it."""
        away = self._away.get(thread.id)
        known = away is None or person in away
        for model in (Audience, *((Unreached,) if known else ())):
            theirs = self._rows.of(model, thread.id), col(model.person) == person
            await self._rows.change(delete(model).where(*theirs))
        if away is not None:
            away.discard(person)
