"""Raw rows of both databases for one thread, for whoever wants to see for themself."""

from dataclasses import dataclass, field
from typing import Literal

from sqlalchemy import MetaData, Table, or_, select
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.keyring.tables import keyring_metadata
from storage.schema import main_metadata


@dataclass(frozen=True)
class Stored:
    """The rows of one table that belong to a thread, as the database gives them."""

    store: Literal["main", "keyring"]
    table: str
    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...] = field(repr=False)


async def rows_of(
    main: AsyncEngine,
    keyring: AsyncEngine,
    partnership_id: str,
    thread_id: str,
    return_ref: str | None,
) -> list[Stored]:
    """Finds every row that carries this thread's id, its return reference, or either as a key."""
    wanted = (thread_id, *([return_ref] if return_ref else []))
    found = [
        *await _in(main, "main", main_metadata, partnership_id, wanted),
        *await _in(keyring, "keyring", keyring_metadata, partnership_id, wanted),
    ]
    return [table for table in found if table.rows]


async def _in(
    engine: AsyncEngine,
    store: Literal["main", "keyring"],
    metadata: MetaData,
    partnership_id: str,
    wanted: tuple[str, ...],
) -> list[Stored]:
    tables = []
    async with engine.connect() as connection:
        for table in metadata.sorted_tables:
            conditions = [table.c[name].in_(wanted) for name in _links(table)]
            if not conditions:
                continue
            mine = table.c.partnership_id == partnership_id
            found = await connection.execute(select(table).where(mine, or_(*conditions)))
            columns = tuple(column.name for column in table.columns)
            tables.append(Stored(store, table.name, columns, tuple(map(tuple, found))))
    return tables


def _links(table: Table) -> list[str]:
    names = ["thread_id", "return_ref", "ref", "key", *(["id"] if table.name == "thread" else [])]
    return [name for name in names if name in table.c]
