"""Messages on their way: claimed with a lease, acknowledged, postponed or, visibly, given up."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Executable,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from storage.delivery.card_places import CardPlaces, card_sent
from storage.engine.clock import Clock, utc
from storage.engine.database import read, together
from storage.engine.ids import new_id
from storage.engine.shared_clock import ITS_TIME
from storage.schema import main_metadata
from storage.schema.values import CardAction

LEASE = timedelta(seconds=90)
BATCH = 100


@dataclass(frozen=True)
class OutboxMessage:
    """One message on its way. Shows nothing of itself in a log."""

    id: str
    person: str | None = field(repr=False)
    return_ref: str | None = field(repr=False)
    action: CardAction
    key: str = field(repr=False)
    card: str = field(repr=False)
    attempts: int = 0
    thread_id: str | None = field(default=None, repr=False)
    """The thread that it is about; none of what goes to hidden people says so here."""
    urgent: bool = False
    perhaps: int = 0
    """So often was it sent without an answer: it may stand there already."""
    moved: bool = False
    """Its thread was moved on without this person, who may still get it."""
    since: datetime | None = None
    leased_until: datetime | None = None
    """By the clock of leases; another moment in its row means that somebody else has it."""

    @classmethod
    def columns(cls) -> list[str]:
        """Lists what is read of its row; its lease is only taken then."""
        return [each.name for each in fields(cls) if each.name != "leased_until"]


outbox: Final = main_metadata.tables["outbox"]

_MINE: Final = outbox.c.partnership_id == bindparam("pid")
_THESE: Final = (_MINE, outbox.c.id.in_(bindparam("these", expanding=True)))
_NOW: Final = bindparam("now", type_=outbox.c.due_at.type)
_THEN: Final = bindparam("then", type_=outbox.c.due_at.type)
_UNTIL: Final = bindparam("until", type_=outbox.c.due_at.type)
_FAR: Final = bindparam("far", type_=outbox.c.due_at.type)
_LEASE_OVER: Final = or_(
    outbox.c.leased_until.is_(None),
    outbox.c.leased_until < _THEN,
    outbox.c.leased_until > _FAR,  # longer than any lease: the database's clock was set back
)
_DUE: Final = (
    select(*(outbox.c[name] for name in OutboxMessage.columns()))
    .where(_MINE, outbox.c.due_at <= _NOW, _LEASE_OVER)
    .order_by(outbox.c.due_at)
    .limit(BATCH)
    .with_for_update(skip_locked=True)
)  # fmt: skip
_LEASED: Final = update(outbox).where(*_THESE).values(leased_until=_UNTIL)
_MY_LEASE: Final = outbox.c.leased_until.in_(bindparam("leases", expanding=True))
_RELEASED: Final = update(outbox).where(*_THESE, _MY_LEASE).values(leased_until=None)
_CHANGED: Final = update(outbox).where(*_THESE).values(leased_until=None)
_GONE: Final = delete(outbox).where(*_THESE)
_STANDS: Final = insert(card_sent)
_STANDING: Final = select(card_sent.c.ref).where(
    card_sent.c.partnership_id == bindparam("pid"),
    card_sent.c.key == bindparam("key"),
    card_sent.c.person == bindparam("person"),
)
_FREE: Final = (
    update(outbox).where(_MINE, outbox.c.leased_until.is_not(None)).values(leased_until=None)
)
_OLD: Final = bindparam("old", type_=outbox.c.due_at.type)
_SET_BACK: Final = (
    update(outbox)
    .where(_MINE, outbox.c.due_at > _NOW)
    .where(or_(outbox.c.due_at <= _OLD, outbox.c.person.is_not(None), outbox.c.attempts > 0))
    .values(due_at=_NOW)
)
"""What goes to somebody by name never waits for a time of day, only for seconds or minutes."""
_WAITS: Final = update(outbox).where(_MINE, outbox.c.since > _NOW).values(since=_NOW)
"""What waits was written before now, whatever a clock said that was ahead."""
_NEXT: Final = select(func.min(outbox.c.due_at)).where(_MINE, outbox.c.due_at > _NOW)
_COUNT: Final = select(func.count()).select_from(outbox).where(_MINE)


def _said(message: OutboxMessage, why: str) -> dict[str, str]:
    """What operators read of it; of what goes to hidden people nothing is written down."""
    return {"why": why[:32]} if message.person is not None else {}


Arrived = tuple[OutboxMessage, str]
"""What arrived, and where its card stands now; '' where nobody will want to change it."""


class OutboxStore:
    """One partnership's outbox."""

    def __init__(self, engine: AsyncEngine, partnership_id: str, places: CardPlaces) -> None:
        self._engine = engine
        self._partnership_id = partnership_id
        self._places = places

    async def seal_places(self) -> None:
        """Seals where cards stand that an earlier version sent: done on opening."""
        async with self._engine.begin() as connection:
            await self._places.seal_older(connection, self._partnership_id)

    async def free_all(self) -> None:
        """Frees what a process that is gone had claimed, since nobody else is sending."""
        await self._run(_FREE)

    async def claim(self, clock: Clock) -> list[OutboxMessage]:
        """Claims what is due now and nobody else is sending; a lease that is over is nobody's.

        Leases run by PostgreSQL's own clock, one for all replicas whatever theirs say. The only
        server of an SQLite file takes its steady one.
        """
        return await together(self._engine, self._claim, clock)

    def _claim(self, connection: Connection, clock: Clock) -> list[OutboxMessage]:
        now, then = clock.now(), clock.steady()
        if connection.dialect.name == "postgresql":
            then = utc(connection.execute(ITS_TIME).scalar_one())
        until, far = then + LEASE, then + 2 * LEASE
        when = {"now": now, "then": then, "far": far}
        found = connection.execute(_DUE, self._values(**when)).mappings()
        due = [OutboxMessage(**row, leased_until=until) for row in found]
        if due:
            these = [message.id for message in due]
            connection.execute(_LEASED, self._values(these=these, until=until))
        return due

    async def set_back(self, old: datetime, now: datetime) -> None:
        """Has what was due, or was to be tried again, not wait until a clock that was set back has
        caught up. What is released at a time of day follows the clock.
        """
        await self._run(_SET_BACK, old=old, now=now)
        await self._run(_WAITS, now=now)

    async def release(self, messages: Sequence[OutboxMessage]) -> None:
        """Releases messages with which nothing was done: whoever comes next may send them."""
        leases = list({message.leased_until for message in messages})
        await self._run(_RELEASED, these=[message.id for message in messages], leases=leases)

    async def acknowledge(self, arrived: Sequence[Arrived], again: bool = False) -> None:
        """Takes out what arrived. Where a lead's card stands is kept, so that it can be updated.

        The database may have done so already when it failed to say so: then it is asked again.
        """
        await together(self._engine, self._acknowledge, arrived, again)

    def _acknowledge(self, connection: Connection, arrived: Sequence[Arrived], again: bool) -> None:
        pid, seal = self._partnership_id, self._places.seal
        if again:
            arrived = [each for each in arrived if not self._stands(connection, *each)]
        connection.execute(_GONE, {"pid": pid, "these": [message.id for message, _ in arrived]})
        standing = [
            {"partnership_id": pid, "id": new_id(), "key": m.key, "person": m.person,
             "ref": seal(m.key, ref)}
            for m, ref in arrived
            if ref and m.person
        ]  # fmt: skip
        if standing:
            connection.execute(_STANDS, standing)

    def _stands(self, connection: Connection, message: OutboxMessage, ref: str) -> bool:
        where = self._values(key=message.key, person=message.person)
        stand = connection.execute(_STANDING, where).scalars()
        return bool(ref) and any(self._places.open(message.key, each) == ref for each in stand)

    async def postpone(
        self, message: OutboxMessage, until: datetime, why: str, *, perhaps: bool = False
    ) -> None:
        """Puts off what failed, to be tried again then."""
        copies = message.perhaps + perhaps
        tried = {"attempts": message.attempts + 1, "perhaps": copies, **_said(message, why)}
        await self._run(_CHANGED.values(due_at=until, **tried), these=[message.id])

    async def wait(
        self, messages: Sequence[OutboxMessage], until: datetime, why: str | None = None
    ) -> None:
        """Puts off what hasn't had its turn, which is no failure, to be tried then."""
        if messages:
            told = _said(messages[0], why) if why else {}
            put_off = _CHANGED.values(due_at=until, **told)
            await self._run(put_off, these=[message.id for message in messages])

    async def hold(self, message: OutboxMessage, until: datetime) -> None:
        """Keeps what has its own time until then; its row no longer tells when it was written."""
        held = _CHANGED.values(due_at=until, since=until, why=None)
        await self._run(held, these=[message.id])

    async def dead_letter(self, message: OutboxMessage, why: str, session: AsyncSession) -> None:
        """Keeps what can't be delivered where operators see it; it is tried no more."""
        dead = _CHANGED.values(due_at=None, dead=why, **_said(message, why))
        await session.execute(dead, self._values(these=[message.id]))

    async def revive(self, platform: str, codes: Collection[str], now: datetime) -> None:
        """Sends again what was given up in these words on a platform that was wrong about it."""
        there = outbox.c.person.like(f"{platform}:%"), outbox.c.dead.in_(codes)
        await self._run(
            update(outbox).where(_MINE, *there).values(dead=None, due_at=now, attempts=0)
        )

    async def mark_moved(self, message: OutboxMessage, session: AsyncSession) -> None:
        """Notes that its thread was moved on without this person."""
        moved = update(outbox).where(*_THESE).values(moved=True)
        await session.execute(moved, self._values(these=[message.id]))

    async def end(self, message: OutboxMessage, session: AsyncSession) -> None:
        """Takes out what nobody waits for any more."""
        await session.execute(_GONE, self._values(these=[message.id]))

    async def standing(self, message: OutboxMessage) -> list[str]:
        """Finds where this person's cards of this key stand."""
        where = self._values(key=message.key, person=message.person)
        stored = await read(self._engine, _STANDING, where)
        return [self._places.open(message.key, ref) for (ref,) in stored]

    async def on_its_way(self, message: OutboxMessage) -> bool:
        """Tells whether the card to be updated hasn't been sent yet."""
        same = outbox.c.key == message.key, outbox.c.person == message.person
        sending = outbox.c.action == CardAction.SEND, outbox.c.dead.is_(None)
        return bool(await self._count(*same, *sending))

    async def next_due(self, now: datetime) -> datetime | None:
        """Finds when the next message after now is to go out."""
        [[due]] = await read(self._engine, _NEXT, self._values(now=now))
        return utc(due) if due is not None else None

    async def waiting(self) -> int:
        """Counts what is on its way; of what goes to hidden people nothing is counted."""
        return await self._count(outbox.c.dead.is_(None), outbox.c.person.is_not(None))

    async def dead(self) -> int:
        """Counts what was given up."""
        return await self._count(outbox.c.dead.is_not(None))

    def _values(self, **values: object) -> dict[str, Any]:
        return {"pid": self._partnership_id, **values}

    async def _count(self, *where: ColumnElement[bool]) -> int:
        [[count]] = await read(self._engine, _COUNT.where(*where), self._values())
        return int(count)

    async def _run(self, statement: Executable, **values: object) -> None:
        await together(self._engine, Connection.execute, statement, self._values(**values))
