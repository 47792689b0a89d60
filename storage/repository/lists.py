"""Lists of threads: what somebody raised, what lies before them, what nobody has taken."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final, TypeVar

from sqlalchemy import ColumnElement, Select, and_, exists, not_, or_, union_all
from sqlmodel import col, func, select

from storage.delivery.live_threads import goes_on
from storage.engine.own_rows import OwnRows
from storage.engine.rows import Row, ThreadRow
from storage.partnership import PersonId
from storage.repository.people.parts import LIVE, has_part
from storage.schema import Audience, Challenge, Message, Opinion, Referral, Thread, ThreadKey
from storage.schema.values import How, State, ThreadRole

Asked = TypeVar("Asked", bound=Select[*tuple[Any, ...]])


@dataclass(frozen=True)
class ThreadList:
    """The threads of one list: danger, then the newest, then referrals as they fall due."""

    where: tuple[ColumnElement[bool], ...]
    closed_last: bool = False


@dataclass(frozen=True)
class Reader:
    """Somebody who looks at what lies before them, and what of it is theirs to see now."""

    person: PersonId = field(repr=False)
    owned: Collection[str]
    """The commands whose threads have an owner."""
    agencies: Collection[str] = field(repr=False)
    """Those in which they have a role."""
    lost: Collection[str] = field(default=(), repr=False)
    """Threads about which they were asked in a role that they lost: not theirs to see."""


@dataclass(frozen=True)
class Outline:
    """What there is to know of a thread in a list before it is read: to count, sort and choose."""

    id: str
    command: str
    state: State
    danger: bool
    agency: str | None
    day: date
    picked_by: str | None = field(repr=False)
    asked: str | None = field(repr=False)
    """Of whom a referral is asked by name."""
    due_at: datetime | None
    due: date | None
    """When it is to be done, as a moment or as a day."""
    level: int | None
    """How far up a referral has gone."""

    @property
    def has_owner(self) -> bool:
        """Whether somebody has it, or is asked for it by name."""
        return self.state != State.OPEN or self.asked is not None


class Lists:
    """The lists of one partnership. They are counted, and read a page at a time."""

    def __init__(self, rows: OwnRows) -> None:
        self._rows = rows
        self._kept: list[Row | None] = []  # or the session would forget that it has them

    def raised_by(
        self, person: PersonId, commands: Collection[str], *, going_on: bool = False
    ) -> ThreadList:
        """Lists what somebody raised by name; what is closed comes last, if it comes at all."""
        mine = col(Thread.raiser) == person, col(Thread.command).in_(commands)
        return ThreadList((*mine, *((goes_on(),) if going_on else ())), closed_last=not going_on)

    def waiting_for(self, reader: Reader) -> ThreadList:
        """Lists what waits for this person, but for what they own and what nobody there has."""
        return ThreadList((*self._before(reader), self._asks(reader), not_(_owned(reader))))

    def owned_by(self, reader: Reader) -> ThreadList:
        """Lists what this person has taken, of the commands whose threads have an owner."""
        return ThreadList((*self._before(reader), self._asks(reader), _owned(reader)))

    def at_rest(self, reader: Reader) -> ThreadList:
        """Lists what lies before this person and waits for somebody else, or is answered."""
        return ThreadList((*self._before(reader), not_(self._asks(reader))))

    def unowned(self, agencies: Collection[str]) -> ThreadList:
        """Lists what was asked of these agencies and of nobody in particular, and nobody took."""
        return ThreadList((goes_on(), self._free(agencies)))

    def free_for(self, reader: Reader) -> ThreadList:
        """Lists what this person was asked to take among others, and nobody took."""
        return ThreadList((*self._theirs(reader), goes_on(), self._free(reader.agencies)))

    def came_to(self, person: PersonId, command: str, since: date) -> ThreadList:
        """Lists what of a kind came before this person from that day on, closed or not."""
        theirs = self._rows.mine(Audience), col(Audience.person) == person, has_part()
        kind = col(Thread.command) == command, col(Thread.day) >= since
        return ThreadList((*kind, col(Thread.id).in_(select(Audience.thread_id).where(*theirs))))

    async def behind(self, refs: Collection[str]) -> list[Thread]:
        """Reads the threads to which these return references lead: to what is closed none does."""
        wanted = ThreadList((col(Thread.return_ref).in_(refs), _leads_back()))
        return await self.all(wanted) if refs else []

    async def hidden_behind(self, ref: str) -> str | None:
        """Finds the id of the anonymous thread to which this return reference leads.

        It takes as long if none does: one row is read either way, and what is closed isn't in the
        index that is asked.
        """
        here = self._rows.mine(Thread), col(Thread.return_ref) == ref, _leads_back()
        hidden = select(func.max(Thread.id)).where(*here, col(Thread.how) == How.ANONYMOUS)
        return await self._rows.first(hidden)

    async def count(self, lists: Sequence[ThreadList]) -> list[int]:
        """Counts the threads of each list, in one question."""
        counts = (self._from(select(func.count()), wanted).scalar_subquery() for wanted in lists)
        [found] = await (await self._rows.session()).execute(select(*counts))
        return list(found)

    async def page(self, wanted: ThreadList, start: int, most: int) -> list[Thread]:
        """Reads a stretch of a list; what its referrals show is read along, and asked no more."""
        stretch = self._ordered(wanted).offset(start).limit(most)
        return await self._with_more(await self._rows.all(stretch))

    async def these(self, ids: Sequence[str]) -> list[Thread]:
        """Reads the threads of these ids, in that order, and what they show, as of a page."""
        wanted = self._rows.mine(Thread), col(Thread.id).in_(ids)
        found = {t.id: t for t in await self._rows.all(select(Thread).where(*wanted))}
        return await self._with_more([found[id] for id in ids if id in found])

    async def outlines(self, lists: Sequence[ThreadList]) -> list[Outline]:
        """Outlines the threads of these lists, in one question, in no order."""
        each = (self._from(select(*_OUTLINE), wanted) for wanted in lists)
        found = await (await self._rows.session()).execute(union_all(*map(self._dated, each)))
        return [Outline(*row) for row in found]

    async def answered_last(self, ids: Sequence[str]) -> frozenset[str]:
        """Finds in which of these threads whoever answers spoke last, not whoever raised it.

        It asks who speaks, not who has read: that is kept nowhere.
        """
        both = col(Message.side).in_(("lead", "raiser")), col(Message.held).is_(False)
        last = func.max(col(Message.number))
        asked = (
            select(col(Message.thread_id), col(Message.side), last)
            .where(self._rows.mine(Message), col(Message.thread_id).in_(ids), *both)
            .group_by(col(Message.thread_id), col(Message.side))
        )
        found = (await (await self._rows.session()).execute(asked)).all() if ids else []
        numbers = {(thread, side): number for thread, side, number in found}
        return frozenset(
            id for id in ids if numbers.get((id, "lead"), 0) > numbers.get((id, "raiser"), 0)
        )

    async def raised_words(self, ids: Sequence[str]) -> list[Message]:
        """Reads the first words of each of these threads, sealed; some hundred at a time."""
        found: list[Message] = []
        of, mine = col(Message.thread_id), self._rows.mine
        for at in range(0, len(ids), _TOGETHER):
            some = of.in_(ids[at : at + _TOGETHER])
            rows = await (await self._rows.session()).execute(
                select(Message, ThreadKey)
                .join(ThreadKey, and_(mine(ThreadKey), col(ThreadKey.thread_id) == of))
                .where(mine(Message), some, col(Message.number) == 1)
            )
            for message, key in rows:
                self._kept.append(key)
                found.append(message)
        return found

    async def all(self, wanted: ThreadList) -> list[Thread]:
        """Reads a whole list."""
        return await self._rows.all(self._ordered(wanted))

    async def _with_more(self, found: list[Thread]) -> list[Thread]:
        await self._read_along([thread.id for thread in found if thread.command == "referral"])
        challenged = [thread.id for thread in found if thread.command == "challenge"]
        if challenged:
            theirs = self._rows.mine(Challenge), col(Challenge.thread_id).in_(challenged)
            self._kept += await self._rows.all(select(Challenge).where(*theirs))
        return found

    def _dated(self, asked: Asked) -> Asked:
        challenge, opinion = (
            and_(self._rows.mine(model), _beside(model, Thread.id))
            for model in (Challenge, Opinion)
        )
        return asked.outerjoin(Challenge, challenge).outerjoin(Opinion, opinion)

    async def _read_along(self, ids: Collection[str]) -> None:
        if not ids:
            return
        of, mine = col(Referral.thread_id), self._rows.mine
        first = col(Message.thread_id) == of, col(Message.number) == 1
        found = await (await self._rows.session()).execute(
            select(Referral, Message, ThreadKey)
            .outerjoin(Message, and_(mine(Message), *first))
            .outerjoin(ThreadKey, and_(mine(ThreadKey), col(ThreadKey.thread_id) == of))
            .where(mine(Referral), of.in_(ids))
        )
        self._kept += [row for rows in found for row in rows]

    def _ordered(self, wanted: ThreadList) -> Select[Thread]:
        closed = (col(Thread.state) == State.CLOSED,) if wanted.closed_last else ()
        return self._from(select(Thread), wanted).order_by(
            *closed,
            col(Thread.danger).desc(),
            col(Referral.due_at).asc().nulls_first(),
            col(Thread.day).desc(),
            col(Thread.id),
        )

    def _from(self, asked: Asked, wanted: ThreadList) -> Asked:
        of = and_(self._rows.mine(Referral), col(Referral.thread_id) == col(Thread.id))
        mine = self._rows.mine(Thread)
        return asked.select_from(Thread).outerjoin(Referral, of).where(mine, *wanted.where)

    def _before(self, reader: Reader) -> tuple[ColumnElement[bool], ...]:
        free = self._free(reader.agencies)
        return *self._theirs(reader), col(Thread.state).in_(LIVE), not_(free)

    def _theirs(self, reader: Reader) -> tuple[ColumnElement[bool], ...]:
        mine = select(Audience.thread_id).where(
            self._rows.mine(Audience), col(Audience.person) == reader.person, has_part()
        )
        lost = (col(Thread.id).not_in(reader.lost),) if reader.lost else ()
        return col(Thread.id).in_(mine), *lost

    def _asks(self, reader: Reader) -> ColumnElement[bool]:
        """Says of what lies before them that they have something to do there."""
        has_owner, state = col(Thread.command).in_(reader.owned), col(Thread.state)
        concern, idle = col(Thread.command) == "concern", self._idle(reader.person)
        return or_(
            and_(has_owner, state.in_((State.OPEN, State.PICKED))),
            and_(not_(has_owner), state == State.OPEN, not_(idle)),
            and_(state == State.PICKED, concern, _picked_by(reader.person)),
        )

    # Asked of one thread after the other: asked on their own, these would read every challenge, or
    # every referral, that there is.

    def _idle(self, person: PersonId) -> ColumnElement[bool]:
        """Says of a challenge in which this person has a part that it is another's turn."""
        part, of = col(Audience.role), col(Thread.id)
        looks = and_(part == ThreadRole.MODERATOR, col(Challenge.reviewer).is_(None))
        asked = or_(part == col(Challenge.step), part == ThreadRole.REVIEWER, looks)
        theirs = self._rows.mine(Audience), col(Audience.thread_id) == of
        its = self._rows.mine(Challenge), col(Challenge.thread_id) == of
        idle = exists().where(*theirs, col(Audience.person) == person, *its, not_(asked))
        return idle.correlate(Thread)

    def _free(self, agencies: Collection[str]) -> ColumnElement[bool]:
        of = self._rows.mine(Referral), col(Referral.thread_id) == col(Thread.id)
        nobodys = col(Referral.owner).is_(None), col(Referral.level) == 0
        return and_(
            col(Thread.command) == "referral",
            col(Thread.agency).in_(agencies),
            col(Thread.state) == State.OPEN,
            exists().where(*of, *nobodys).correlate(Thread),
        )


_TOGETHER: Final = 500
"""Threads that are asked for by name in one question."""
_OUTLINE: Final[tuple[Any, ...]] = (
    *(col(c) for c in (Thread.id, Thread.command, Thread.state, Thread.danger)),
    *(col(c) for c in (Thread.agency, Thread.day)),
    col(Thread.picked_by),
    col(Referral.owner),
    func.coalesce(col(Referral.due_at), col(Opinion.due_at)),
    col(Challenge.due),
    col(Referral.level),
)


def _beside(model: type[ThreadRow], of: str) -> ColumnElement[bool]:
    return col(model.thread_id) == col(of)


def _leads_back() -> ColumnElement[bool]:
    # In the words by which both databases know their index.
    return or_(goes_on(), col(Thread.keeps).is_(True))


def _owned(reader: Reader) -> ColumnElement[bool]:
    return and_(col(Thread.command).in_(reader.owned), _picked_by(reader.person))


def _picked_by(person: PersonId) -> ColumnElement[bool]:
    # Not `==`: what nobody has picked up would then be neither theirs nor not theirs.
    return col(Thread.picked_by).is_not_distinct_from(person)
