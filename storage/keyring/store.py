"""The keyring: where an anonymous person's return address lives, sealed, and nowhere else.

It is a store of its own, never backed up. Every row is sealed under the ratchet version that
`ring_epoch` names; turning the ratchet makes every earlier copy of the keyring worthless.
"""

import asyncio
import hmac
import secrets
import sqlite3
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.crypto.errors import SealBrokenError
from storage.crypto.identity import DUMMY, IdentityKeys, ReturnAddress
from storage.crypto.keys import Keys
from storage.engine.database import erase_journal
from storage.engine.migrate import migrate
from storage.keyring import tables
from storage.keyring.opening import refs_of, rewrapped
from storage.keyring.tables import NOTHING, Epoch, Gone, SealedRow, keyring_metadata, ring, waiting

RETURN: Final = "return"
OLD: Final = timedelta(days=1)
"""A half of the key that is older is turned at a start; each night it is anyway."""
_BATCH: Final = 500
_TRIES: Final = 3


class WrongKeysError(Exception):
    """The secret or the ratchet isn't the one that this keyring was written with."""

    def __init__(self) -> None:
        super().__init__(
            "The keyring was written with another secret or ratchet. Bring back the secret file "
            "and the ratchet folder that belong to it, or move the keyring away to start anew."
        )


class RefTakenError(Exception):
    """A row with this reference is there already; references are never used twice."""


class ErasureUnfinishedError(Exception):
    """Rows were deleted, but another reader keeps their bytes in the journal."""


def new_ref() -> str:
    """Makes a reference that says nothing: 128 random bits."""
    return secrets.token_urlsafe(16)


class Keyring:
    """One partnership's sealed return addresses."""

    def __init__(self, engine: AsyncEngine, keys: Keys, partnership_id: str) -> None:
        self.engine = engine
        self.partnership_id = partnership_id
        self._keys = keys
        self._ratchet = keys.ratchet(partnership_id)
        self._identity = keys.identity(partnership_id)
        self._version = self._identity.newest
        self._changing_keys = asyncio.Lock()

    @property
    def sealer(self) -> tuple[IdentityKeys, int]:
        """What rows are sealed with at this moment, and under which version."""
        return self._identity, self._version

    async def create(self) -> None:
        """Makes the tables without migrations, for tests."""
        async with self.engine.begin() as connection:
            await connection.run_sync(keyring_metadata.create_all)
        await self.finish_rotation()

    async def migrate(self) -> None:
        """Brings the tables to the newest schema."""
        await migrate(self.engine, "keyring")

    async def put(self, ref: str, address: ReturnAddress) -> None:
        """Seals an address; it is durable when this returns. Raises RefTakenError."""
        # Nothing is inserted when a replica has turned the ratchet: look again, and seal again.
        while not await self._insert(ref, address):
            await self.catch_up()

    async def put_dummy(self, ref: str) -> None:
        """Seals a row like any other for a thread without an address, so that none stands out."""
        await self.put(ref, DUMMY)

    async def open(self, ref: str) -> ReturnAddress | None:
        """Opens an address: a "dummy" where nobody is behind it, None once it is destroyed."""
        for row in await self.rows(ring.c.ref == ref, ring.c.kind == RETURN):
            return self._identity.open(*row)
        return None

    async def holds_nobody(self, ref: str) -> bool:
        """Tells whether a row means nobody. One is opened either way: it takes as long without."""
        # Each time anew: kept from one to the next, it would tell when the key has turned.
        other = new_ref(), RETURN, self._version
        stand_in = SealedRow(*other, self._identity.seal(*other, DUMMY))
        here = ring.c.partnership_id == self.partnership_id, ring.c.kind == RETURN
        [row] = await self._read(tables.one_or(stand_in, *here, ring.c.ref == ref))
        try:
            address = self._identity.open(*row)
        except SealBrokenError:
            return False
        return row.ref == ref and address.mode == DUMMY.mode and not address.over

    async def belongs(self, ref: str, person: str) -> bool:
        """Tells whether this person is behind the reference."""
        address = await self.open(ref)
        if address is None or address.mode == "dummy":
            return False
        return hmac.compare_digest(address.person.lower().encode(), person.lower().encode())

    async def mine(self, person: str) -> list[str]:
        """Finds this person's references by trying every row: no index by person may exist."""
        if not person:
            return []
        rows, identity = await self.rows(ring.c.kind == RETURN), self._identity
        if len(rows) <= _BATCH:
            return refs_of(identity, rows, person)
        return await asyncio.to_thread(refs_of, identity, rows, person)

    async def refs(self) -> set[str]:
        """Finds every reference there is, for the sweep that compares both stores."""
        here = (ring.c.partnership_id == self.partnership_id, ring.c.kind == RETURN)
        async with self.engine.connect() as connection:
            return set((await connection.execute(select(ring.c.ref).where(*here))).scalars())

    async def broken(self) -> list[str]:
        """Finds references whose rows no longer open: somebody altered the store."""
        rows, identity = await self.rows(), self._identity
        _, refused = await asyncio.to_thread(rewrapped, identity, rows, self._version)
        return refused

    async def destroy(self, refs: Collection[str]) -> None:
        """Destroys rows so that not even the key brings them back; safe to repeat."""
        if every := sorted(refs):
            some = (every[start : start + _BATCH] for start in range(0, len(every), _BATCH))
            await self.destroy_where(*(ring.c.ref.in_(refs) for refs in some))

    async def destroy_where(
        self, *any_of: ColumnElement[bool], no_longer_waiting: Collection[str] = ()
    ) -> None:
        """Destroys, in the same way, rows of which one of these is true, and what waits so."""
        gone = Gone(any_of, no_longer_waiting)
        if self.engine.dialect.name != "sqlite":
            # PostgreSQL keeps deleted rows in its pages and journal: take their key away instead.
            await self._turn(gone)
            return
        async with self.engine.begin() as connection:
            await self._delete(connection, gone)
        await self._erase_journal()

    async def rotate(self) -> int:
        """Turns the ratchet; gives how many rows would not open and stay behind, unreadable."""
        return await self._turn()

    async def turn_when_old(self, now: datetime) -> bool:
        """Turns the ratchet if its newest half is older than a day; tells whether it did.

        Who comes second, of two that start at once, finds it young.
        """
        async with self._changing_keys:
            turned = await self._locked_turn(old_at=now) is not None
        if turned:
            await self._erase_journal()
        return turned

    async def finish_rotation(self) -> None:
        """Refuses wrong keys, and completes a turn that a crash interrupted: done on opening."""
        await self.catch_up()
        if self._identity.newest > self._version:
            await self._turn()
        await self._erase_journal()

    async def fingerprint(self) -> str:
        """Names the keys that the store is sealed with at this moment; says nothing about them."""
        async with self.engine.connect() as connection:
            epoch = await tables.read_epoch(connection, self.partnership_id)
        return epoch.fingerprint if epoch else self._identity.fingerprint(self._version)

    async def close(self) -> None:
        """Closes the store."""
        await self.engine.dispose()

    async def _insert(self, ref: str, address: ReturnAddress) -> bool:
        version = self._version
        row: tables.Values = {
            "partnership_id": self.partnership_id,
            "ref": ref,
            "kind": RETURN,
            "key_version": version,
            "sealed": self._identity.seal(ref, RETURN, version, address),
        }
        try:
            return await tables.put(self.engine, row)
        except (IntegrityError, sqlite3.IntegrityError):
            raise RefTakenError("This reference has an address: make a new one.") from None

    async def rows(self, *where: ColumnElement[bool]) -> list[SealedRow]:
        """Reads rows as they stand, under versions that are held here (or were altered)."""
        mine = ring.c.partnership_id == self.partnership_id, *where
        return await self._read(tables.ROWS.where(*mine))

    async def _read(self, statement: tables.Rows) -> list[SealedRow]:
        rows: list[SealedRow] = []
        for _ in range(_TRIES):
            async with self.engine.connect() as connection:
                rows = [SealedRow(*row) for row in await connection.execute(statement)]
            if all(self._identity.holds(row.key_version) for row in rows):
                break
            await self.catch_up()
        return rows

    async def _turn(self, gone: Gone = NOTHING) -> int:
        async with self._changing_keys:
            return await self._locked_turn(gone) or 0

    async def _locked_turn(
        self, gone: Gone = NOTHING, old_at: datetime | None = None
    ) -> int | None:
        """Turns it; with a time, only where it is too old by then, and None where it isn't."""
        async with self.engine.begin() as connection:
            # The epoch comes first, always: puts wait for it, and turns can't deadlock.
            epoch = await self._lock_epoch(connection)
            if old_at is not None and self._is_young(epoch, old_at):
                return None
            await self._delete(connection, gone)
            version = epoch.key_version + 1
            await asyncio.to_thread(self._ratchet.write, version, old_at)
            identity = await self._load(epoch)
            refused = await self._rewrap(connection, identity, version)
            turned = Epoch(version, identity.fingerprint(version))
            await tables.set_epoch(connection, self.partnership_id, turned)
        await asyncio.to_thread(self._ratchet.erase_below, version)
        self._identity, self._version = await self._load(turned), version
        return refused

    def _is_young(self, epoch: Epoch, now: datetime) -> bool:
        made = self._ratchet.made(epoch.key_version)
        # A date that lies ahead says nothing: a clock was set, or the file was copied.
        return made is not None and made <= now <= made + OLD

    async def catch_up(self) -> None:
        """Looks at the ratchet again: another process has turned it."""
        async with self._changing_keys, self.engine.begin() as connection:
            epoch = await self._lock_epoch(connection)
            # While the epoch is held nobody can turn: what is older is certainly of no more use.
            identity = await self._load(epoch)
            await asyncio.to_thread(self._ratchet.erase_below, epoch.key_version)
            self._identity, self._version = identity, epoch.key_version

    async def _lock_epoch(self, connection: AsyncConnection) -> Epoch:
        newest = self._identity.newest
        first = Epoch(newest, self._identity.fingerprint(newest))
        return await tables.lock_epoch(connection, self.partnership_id, first)

    async def _load(self, epoch: Epoch) -> IdentityKeys:
        identity = await asyncio.to_thread(self._keys.identity, self.partnership_id)
        version = epoch.key_version
        if not identity.holds(version) or identity.fingerprint(version) != epoch.fingerprint:
            raise WrongKeysError
        return identity

    async def _rewrap(
        self, connection: AsyncConnection, identity: IdentityKeys, version: int
    ) -> int:
        refused = 0
        async for rows in tables.pages(connection, self.partnership_id, _BATCH):
            fresh, broken = await asyncio.to_thread(rewrapped, identity, rows, version)
            refused += len(broken)
            if fresh:
                changes = [tables.rewrapped(self.partnership_id, row) for row in fresh]
                await connection.execute(tables.REWRAP, changes)
        return refused

    async def _delete(self, connection: AsyncConnection, gone: Gone) -> None:
        for some in gone.any_of:
            here = ring.c.partnership_id == self.partnership_id
            await connection.execute(delete(ring).where(here, some))
        if gone.waiting:
            here = waiting.c.partnership_id == self.partnership_id
            await connection.execute(delete(waiting).where(here, waiting.c.id.in_(gone.waiting)))

    async def _erase_journal(self) -> None:
        if not await erase_journal(self.engine):
            words = "Rows are deleted but not yet erased: destroy them once more."
            raise ErasureUnfinishedError(words)
