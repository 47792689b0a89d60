"""What waits for its time: words of hidden people, and what is on its way to them.

Each lies sealed in a row of one of two lengths, under a key of its own; that key lies in `ring`,
with whose it is. So the clock finds what is due, whoever wrote it finds theirs by trying every
row, and nobody else finds anything: neither whose it is, nor what, nor for which thread.
"""

import asyncio
from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, and_, bindparam, delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.crypto.identity import ReturnAddress
from storage.engine.database import together
from storage.keyring import tables
from storage.keyring.store import RETURN, Keyring
from storage.keyring.tables import SealedRow, ring, waiting
from storage.keyring.waiting_rows import (
    WAITING,
    Waiting,
    WaitingKey,
    due_second,
    keys_in,
    opened,
    ring_row,
    spelled,
)

__all__ = ["Waiting", "WaitingRoom"]

LEASE: Final = timedelta(seconds=90)
MOST: Final = 100
_BATCH: Final = 500

_MINE: Final = waiting.c.partnership_id == bindparam("pid")
_FREE: Final = or_(waiting.c.leased_until.is_(None), waiting.c.leased_until < bindparam("now"))
_DUE: Final = select(waiting.c.id).where(_MINE, waiting.c.due <= bindparam("now"), _FREE)
_CLAIM: Final = (
    update(waiting)
    .where(
        _MINE,
        waiting.c.id.in_(
            _DUE.order_by(waiting.c.due).limit(MOST).with_for_update(skip_locked=True)
        ),
    )
    .values(leased_until=bindparam("until"))
    .returning(waiting.c.id)
)
_THESE: Final = waiting.c.id.in_(bindparam("these", expanding=True))
_KEY: Final = and_(
    ring.c.partnership_id == waiting.c.partnership_id,
    ring.c.ref == waiting.c.id,
    ring.c.kind == WAITING,
)
# Key and body in one look: between two, whoever wrote it may have put something in its place.
_WITH_KEYS: Final = (
    select(waiting.c.id, waiting.c.due, waiting.c.sealed, ring.c.key_version, ring.c.sealed)
    .select_from(waiting.outerjoin(ring, _KEY))
    .where(_MINE, _THESE)
)
_TRIES: Final = 3


class WaitingRoom:
    """What waits for its time in one partnership."""

    def __init__(self, keyring: Keyring) -> None:
        self._keyring = keyring
        self._engine = keyring.engine
        self._pid = keyring.partnership_id

    async def keep(
        self,
        items: Sequence[Waiting],
        addresses: dict[str, ReturnAddress] | None = None,
        instead_of: Sequence[str] = (),
    ) -> None:
        """Keeps these, durably, with the return addresses that begin with them.

        What waited under the ids that they take the place of waits no longer. Raises TooLongError,
        and IntegrityError where one of the same id waits already.
        """
        await self._keep(items, addresses or {}, instead_of)

    async def change(self, item: Waiting) -> None:
        """Puts something in the place of what waits under its id."""
        await self._keep([item], {}, (item.id,))

    async def _keep(
        self,
        items: Sequence[Waiting],
        addresses: dict[str, ReturnAddress],
        instead_of: Sequence[str],
    ) -> None:
        while not await self._kept(items, addresses, instead_of):
            await self._keyring.catch_up()

    async def _kept(
        self,
        items: Sequence[Waiting],
        addresses: dict[str, ReturnAddress],
        instead_of: Sequence[str],
    ) -> bool:
        identity, version = self._keyring.sealer
        begun = [
            ring_row(self._pid, ref, RETURN, version, identity.seal(ref, RETURN, version, address))
            for ref, address in addresses.items()
        ]
        both = [spelled(item, self._pid, identity, version) for item in items]
        rows, bodies = [*begun, *(key for key, _ in both)], [body for _, body in both]
        return await together(self._engine, self._insert, version, rows, bodies, instead_of)

    def _insert(
        self,
        connection: Connection,
        version: int,
        rows: list[Any],
        bodies: list[Any],
        instead_of: Sequence[str],
    ) -> bool:
        # Nothing is written once a replica has turned the ratchet: its key is gone.
        if tables.epoch_held(connection, self._pid) != version:
            return False
        for id in instead_of:
            key = ring.c.partnership_id == self._pid, ring.c.ref == id, ring.c.kind == WAITING
            connection.execute(delete(ring).where(*key))
            connection.execute(delete(waiting).where(_MINE, waiting.c.id == id), {"pid": self._pid})
        connection.execute(insert(ring), rows)
        connection.execute(insert(waiting), bodies)
        return True

    async def find(self, id: str) -> Waiting | None:
        """Finds what waits under this id."""
        rows = await self._keyring.rows(ring.c.ref == id, ring.c.kind == WAITING)
        return next(iter(await self._opened(self._keys(rows))), None)

    async def of(self, refs: Collection[str]) -> list[Waiting]:
        """Finds what waits of whoever holds these references, by trying every row."""
        if not refs:
            return []
        return await self._opened(await self._all_keys(refs))

    async def refs(self) -> set[str]:
        """Finds the return addresses that no thread has yet, as it waits for its release."""
        return {key.ref for key in (await self._all_keys()).values() if key.begins}

    async def held(self) -> list[Waiting]:
        """Finds everything that waits for others like it."""
        return await self._opened({i: k for i, k in (await self._all_keys()).items() if k.held})

    async def claim(self, now: datetime) -> list[Waiting]:
        """Claims what is due, for as long as its lease; what no longer opens is taken away."""
        values = {"pid": self._pid, "now": _now(now), "until": _now(now + LEASE)}
        async with self._engine.connect() as connection:
            if (await connection.execute(_DUE.limit(1), values)).first() is None:
                return []
        return await self.these(await together(self._engine, _claimed, values))

    async def these(self, ids: Sequence[str]) -> list[Waiting]:
        """Finds what waits under these ids, in any order; what was altered is taken away.

        What is sealed under a version of the key that isn't here yet is left out, and found later.
        """
        rows: list[Any] = []
        for _ in range(_TRIES):
            _, since = self._keyring.sealer
            async with self._engine.connect() as connection:
                found = await _all(connection, _WITH_KEYS, {"pid": self._pid, "these": list(ids)})
            rows = [row for row in found if self._may_open(row[3], since)]
            if len(rows) == len(found):
                break
            await self._keyring.catch_up()
        keys = [SealedRow(row[0], WAITING, row[3], row[4]) for row in rows if row[3] is not None]
        sound = list(opened([row[:3] for row in rows], self._keys(keys), self._pid))
        if lost := {row[0] for row in rows} - {item.id for item in sound}:
            await self.destroy(lost)
        return sound

    def _may_open(self, version: int | None, since: int) -> bool:
        """Tells whether this version is here, or was over before: then it will never be here."""
        identity, _ = self._keyring.sealer
        return version is None or version < since or identity.holds(version)

    async def put_off(self, ids: Collection[str], until: datetime) -> None:
        """Has these wait until then, unclaimed."""
        values = {"pid": self._pid, "these": list(ids)}
        change = (
            update(waiting).where(_MINE, _THESE).values(due=due_second(until), leased_until=None)
        )
        async with self._engine.begin() as connection:
            await connection.execute(change, values)

    async def free_all(self) -> None:
        """Frees what a process that is gone had claimed, since nobody else is sending."""
        claimed = waiting.c.leased_until.is_not(None)
        async with self._engine.begin() as connection:
            change = update(waiting).where(_MINE, claimed).values(leased_until=None)
            await connection.execute(change, {"pid": self._pid})

    async def destroy(self, ids: Collection[str], refs: Collection[str] = ()) -> None:
        """Destroys what waits under these ids, and these return addresses, for good."""
        gone = and_(ring.c.kind == WAITING, ring.c.ref.in_(list(ids)))
        theirs = and_(ring.c.kind == RETURN, ring.c.ref.in_(list(refs)))
        await self._keyring.destroy_where(gone, theirs, no_longer_waiting=list(ids))

    async def next_due(self, now: datetime) -> datetime | None:
        """Finds when the next falls due after now."""
        later = select(func.min(waiting.c.due)).where(_MINE, waiting.c.due > _now(now))
        return await self._moment(later)

    async def oldest_due(self, now: datetime) -> datetime | None:
        """Finds since when the oldest that was not taken has been due."""
        return await self._moment(
            select(func.min(waiting.c.due)).where(_MINE, waiting.c.due <= _now(now))
        )

    async def follow_back(self, after: datetime, by: timedelta, until: datetime | None) -> None:
        """Has what is due soon after that moment, and by then, follow a clock set back by so much.

        What waits for a time of day follows the clock.
        """
        soon = [id for id, key in (await self._all_keys()).items() if key.soon]
        seconds = int(by.total_seconds())
        where = [_MINE, _THESE, waiting.c.due > _now(after)]
        where += [] if until is None else [waiting.c.due <= _now(until)]
        moved = update(waiting).where(*where).values(due=waiting.c.due - seconds)
        async with self._engine.begin() as connection:
            for some in _batches(soon):
                await connection.execute(moved, {"pid": self._pid, "these": some})

    async def _moment(self, wanted: Any) -> datetime | None:
        async with self._engine.connect() as connection:
            found = (await connection.execute(wanted, {"pid": self._pid})).scalar_one()
        return None if found is None else datetime.fromtimestamp(found, UTC)

    async def _all_keys(self, of: Collection[str] | None = None) -> dict[str, WaitingKey]:
        rows = await self._keyring.rows(ring.c.kind == WAITING)
        if len(rows) <= _BATCH:
            return self._keys(rows, of)
        return await asyncio.to_thread(self._keys, rows, of)

    def _keys(
        self, rows: Iterable[SealedRow], of: Collection[str] | None = None
    ) -> dict[str, WaitingKey]:
        identity, _ = self._keyring.sealer
        return keys_in(rows, identity, of)

    async def _opened(self, keys: dict[str, WaitingKey]) -> list[Waiting]:
        rows: list[Any] = []
        wanted = select(waiting.c.id, waiting.c.due, waiting.c.sealed).where(_MINE, _THESE)
        async with self._engine.connect() as connection:
            for some in _batches(list(keys)):
                values = {"pid": self._pid, "these": some}
                rows += await _all(connection, wanted, values)
        return list(opened(rows, keys, self._pid))


def _claimed(connection: Connection, values: dict[str, Any]) -> list[str]:
    return list(connection.execute(_CLAIM, values).scalars())


async def _all(connection: AsyncConnection, wanted: Any, values: dict[str, Any]) -> list[Any]:
    return list(await connection.execute(wanted, values))


def _batches(every: Sequence[str]) -> Iterable[list[str]]:
    return (list(every[start : start + _BATCH]) for start in range(0, len(every), _BATCH))


def _now(moment: datetime) -> int:
    return int(moment.timestamp())
