"""How two stores stand, looked at from outside: nothing is made, locked or written."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Table, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from sqlmodel import col

from storage.crypto.errors import SealBrokenError
from storage.crypto.keys import Keys
from storage.engine.migrate import Schema, Store, schema_of
from storage.keyring.tables import read_epoch, ring_epoch
from storage.maintenance.pairing import tables_in
from storage.schema import Thread, ThreadKey, main_metadata

UNUSABLE: Final = (SQLAlchemyError, sqlite3.Error, OSError)
A_FEW: Final = 5
"""One key that was altered says nothing; if none of so many opens, the secret is another one."""


@dataclass(frozen=True)
class Standing:
    """What one store is, or why it can't be looked at."""

    schema: Schema
    failed: Exception | None = None


async def standing(engine: AsyncEngine, store: Store) -> Standing:
    """Looks at one store."""
    try:
        async with engine.connect() as connection:
            return Standing(await schema_of(connection, store))
    except UNUSABLE as error:
        return Standing("none", failed=error)


async def wrong_secret(main: AsyncEngine, keys: Keys, partnership_id: str) -> bool | None:
    """Tells whether main was written with another secret; None where it has nothing to tell by."""
    async with main.connect() as connection:
        if ThreadKey.__tablename__ not in await tables_in(connection):
            return None
        mine = col(ThreadKey.partnership_id) == partnership_id
        some = select(col(ThreadKey.thread_id), col(ThreadKey.wrapped)).where(mine).limit(A_FEW)
        rows = (await connection.execute(some)).all()
    return none_opens(keys, [(id, wrapped) for id, wrapped in rows])


def none_opens(keys: Keys, wrapped: Sequence[tuple[str, bytes]]) -> bool | None:
    """Tells whether threads' keys were wrapped with another secret; None if there are none."""
    return not any(_opens(keys, *each) for each in wrapped[:A_FEW]) if wrapped else None


def _opens(keys: Keys, thread_id: str, wrapped: bytes) -> bool:
    try:
        keys.content.unwrap_content_key(thread_id, wrapped)
    except SealBrokenError:
        return False
    return True


async def wrong_ratchet(keyring: AsyncEngine, keys: Keys, partnership_id: str) -> bool | None:
    """Tells whether the keyring was written with other keys; None where it was never written."""
    async with keyring.connect() as connection:
        if ring_epoch.name not in await tables_in(connection):
            return None
        epoch = await read_epoch(connection, partnership_id)
    if epoch is None:
        return None
    identity = keys.identity(partnership_id)
    held = identity.holds(epoch.key_version)
    return not held or identity.fingerprint(epoch.key_version) != epoch.fingerprint


async def partnerships_in(main: AsyncEngine, keyring: AsyncEngine) -> set[str]:
    """Finds whose threads main has, and for whom the keyring was ever opened."""
    thread = main_metadata.tables[str(Thread.__tablename__)]
    async with main.connect() as one, keyring.connect() as other:
        return await _ids(one, thread) | await _ids(other, ring_epoch)


async def _ids(connection: AsyncConnection, table: Table) -> set[str]:
    if table.name not in await tables_in(connection):
        return set()
    return set((await connection.scalars(select(table.c.partnership_id).distinct())).all())
