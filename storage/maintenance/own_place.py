"""Whether each store is where its address says: before anything is made in the other's place."""

from typing import Final

from sqlalchemy import Table, exists, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.engine.migrate import Store
from storage.keyring.tables import ring
from storage.maintenance.pairing import tables_in, thread
from storage.maintenance.standing import UNUSABLE
from storage.schema import main_metadata

member: Final = main_metadata.tables["member"]
_SIGN: Final[dict[Store, Table]] = {"main": thread, "keyring": ring}
_FILLED: Final[dict[Store, tuple[Table, ...]]] = {"main": (thread, member), "keyring": (ring,)}
"""Of a main database that is used, at least the directory has somebody."""
_SWAPPED: Final = (
    "UPSTANDER_DATABASE_URL and UPSTANDER_KEYRING_URL: these two are swapped. The first names the "
    "keyring, the second the main database: give each the other's address. Nothing was changed."
)
_NO_MAIN: Final = (
    "UPSTANDER_DATABASE_URL names a keyring: name the main database there. Nothing was changed."
)
_NO_KEYRING: Final = (
    "UPSTANDER_KEYRING_URL names a main database: name the keyring there, or a new store for it. "
    "Nothing was changed."
)


async def misplaced(main: AsyncEngine, keyring: AsyncEngine) -> str | None:
    """Says which store stands where the other should, and what to do; makes and changes nothing."""
    in_main = await _held(main) == {"keyring"}
    in_keyring = await _held(keyring) == {"main"}
    if in_main:
        return _SWAPPED if in_keyring else _NO_MAIN
    return _NO_KEYRING if in_keyring else None


async def _held(engine: AsyncEngine) -> set[Store]:
    """Finds what a database is; one that can't be looked at is neither, which is said elsewhere."""
    try:
        async with engine.connect() as connection:
            there = await tables_in(connection)
            held = {store for store, table in _SIGN.items() if table.name in there}
            # A start on swapped addresses once left the other's empty tables.
            return held if len(held) < len(_SIGN) else await _filled(connection) or held
    except UNUSABLE:
        return set()


async def _filled(connection: AsyncConnection) -> set[Store]:
    return {
        store
        for store, tables in _FILLED.items()
        if await connection.scalar(select(or_(*(exists().select_from(t) for t in tables))))
    }
