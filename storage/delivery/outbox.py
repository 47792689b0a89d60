"""Messages on their way: claimed with a lease, acknowledged, postponed or, visibly, given up."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.engine.clock import utc
from storage.engine.database import read, together
from storage.engine.ids import new_id
from storage.schema import main_metadata
from storage.schema.values import CardAction

LEASE = timedelta(seconds=60)
BATCH = 100

outbox: Final = main_metadata.tables["outbox"]
card_sent: Final = main_metadata.tables["card_sent"]

_MINE: Final = outbox.c.partnership_id == bindparam("pid")
_THESE: Final = (_MINE, outbox.c.id.in_(bindparam("these", expanding=True)))
_DUE: Final = (
    select(*(outbox.c[name] for name in
             ("id", "person", "return_ref", "action", "key", "card", "attempts")))
    .where(
        _MINE,
        outbox.c.due_at <= bindparam("now", type_=outbox.c.due_at.type),
        or_(
            outbox.c.leased_until.is_(None),
            outbox.c.leased_until < bindparam("now", type_=outbox.c.due_at.type),
        ),
    )
    .order_by(outbox.c.due_at)
    .limit(BATCH)
    .with_for_update(skip_locked=True)
)  # fmt: skip
_LEASED: Final = (
    update(outbox)
    .where(*_THESE)
    .values(leased_until=bindparam("until", type_=outbox.c.due_at.type))
)
_RELEASED: Final = (
    update(outbox)
    .where(*_THESE, outbox.c.leased_until == bindparam("until", type_=outbox.c.due_at.type))
    .values(leased_until=None)
)
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
_COUNT: Final = select(func.count()).select_from(outbox).where(_MINE)


@dataclass(frozen=True)
class OutboxMessage:
    """One message on its way. Shows nothing of itself in a log."""

    id: str
    person: str | None = field(repr=False)
    return_ref: str | None = field(repr=False)
    action: CardAction
    key: str = field(repr=False)
    card: str = field(repr=False)
    attempts: int


Arrived = tuple[OutboxMessage, str]
"""What arrived, and where its card stands now; '' where nobody will want to change it."""


class OutboxStore:
    """One partnership's outbox."""

    def __init__(self, engine: AsyncEngine, partnership_id: str) -> None:
        self._engine = engine
        self._partnership_id = partnership_id

    async def free_all(self) -> None:
        """Nobody else is sending: what a process that is gone had claimed may go at once."""
        await together(self._engine, self._free_all)

    def _free_all(self, connection: Connection) -> None:
        connection.execute(_FREE, {"pid": self._partnership_id})

    async def claim(self, now: datetime) -> list[OutboxMessage]:
        """What is due and nobody else is sending; a lease that ran out counts as nobody."""
        return await together(self._engine, self._claim, now)

    def _claim(self, connection: Connection, now: datetime) -> list[OutboxMessage]:
        pid = self._partnership_id
        due = [OutboxMessage(*row) for row in connection.execute(_DUE, {"pid": pid, "now": now})]
        if due:
            these = [parcel.id for parcel in due]
            connection.execute(_LEASED, {"pid": pid, "these": these, "until": now + LEASE})
        return due

    async def release(self, parcels: Sequence[OutboxMessage], until: datetime) -> None:
        """Nothing was done with these: whoever comes next may send them."""
        await together(self._engine, self._release, parcels, until)

    def _release(
        self, connection: Connection, parcels: Sequence[OutboxMessage], until: datetime
    ) -> None:
        these = {"pid": self._partnership_id, "these": [p.id for p in parcels], "until": until}
        connection.execute(_RELEASED, these)

    async def acknowledge(self, arrived: Sequence[Arrived], again: bool = False) -> None:
        """They arrived. Where a lead's card stands is kept, so that it can be updated.

        The database may have done so already when it failed to say so: then it is asked again.
        """
        await together(self._engine, self._acknowledge, arrived, again)

    def _acknowledge(self, connection: Connection, arrived: Sequence[Arrived], again: bool) -> None:
        pid = self._partnership_id
        if again:
            arrived = [each for each in arrived if not self._stands(connection, *each)]
        connection.execute(_GONE, {"pid": pid, "these": [parcel.id for parcel, _ in arrived]})
        standing = [
            {"partnership_id": pid, "id": new_id(), "key": p.key, "person": p.person, "ref": ref}
            for p, ref in arrived
            if ref and p.person
        ]
        if standing:
            connection.execute(_STANDS, standing)

    def _stands(self, connection: Connection, parcel: OutboxMessage, ref: str) -> bool:
        where = {"pid": self._partnership_id, "key": parcel.key, "person": parcel.person}
        return bool(ref) and ref in connection.execute(_STANDING, where).scalars()

    async def postpone(self, parcel: OutboxMessage, until: datetime) -> None:
        """It failed, and is tried again then."""
        again = parcel.attempts + 1
        await self._change(parcel, due_at=until, leased_until=None, attempts=again)

    async def wait(self, parcel: OutboxMessage, until: datetime) -> None:
        """Its turn hasn't come, which is no failure: it is tried then."""
        await self._change(parcel, due_at=until, leased_until=None)

    async def dead_letter(self, parcel: OutboxMessage, why: str) -> None:
        """It can't be delivered: kept where operators see it, tried no more."""
        await self._change(parcel, due_at=None, leased_until=None, dead=why)

    async def standing(self, parcel: OutboxMessage) -> list[str]:
        """Where this person's cards of this key stand."""
        where = {"pid": self._partnership_id, "key": parcel.key, "person": parcel.person}
        return [ref for (ref,) in await read(self._engine, _STANDING, where)]

    async def on_its_way(self, parcel: OutboxMessage) -> bool:
        """Whether the card to be updated hasn't been sent yet."""
        return bool(
            await self._count(
                outbox.c.key == parcel.key,
                outbox.c.person == parcel.person,
                outbox.c.action == CardAction.SEND,
                outbox.c.dead.is_(None),
            )
        )

    async def next_due(self, now: datetime) -> datetime | None:
        """When the next message after now is to go out."""
        later = outbox.c.due_at > bindparam("now", type_=outbox.c.due_at.type)
        wanted = select(func.min(outbox.c.due_at)).where(_MINE, later)
        [[due]] = await read(self._engine, wanted, {"pid": self._partnership_id, "now": now})
        return utc(due) if due is not None else None

    async def waiting(self) -> int:
        """How many are on their way."""
        return await self._count(outbox.c.dead.is_(None))

    async def dead(self) -> int:
        """How many were given up."""
        return await self._count(outbox.c.dead.is_not(None))

    async def _count(self, *where: ColumnElement[bool]) -> int:
        [[count]] = await read(self._engine, _COUNT.where(*where), {"pid": self._partnership_id})
        return int(count)

    async def _change(self, parcel: OutboxMessage, **values: object) -> None:
        await together(self._engine, self._changed, parcel.id, values)

    def _changed(self, connection: Connection, id: str, values: dict[str, Any]) -> None:
        here = {"pid": self._partnership_id, "these": [id]}
        connection.execute(update(outbox).where(*_THESE).values(values), here)
