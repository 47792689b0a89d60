"""Rows of the main database as they wait outside of it: spelled as JSON, and read again."""

import base64
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Column, Connection, exists, literal, select, union_all
from sqlalchemy.ext.asyncio import AsyncSession

from storage.engine.clock import utc
from storage.engine.rows import Moment, Row
from storage.schema import main_metadata

Rows = Mapping[str, Sequence[Mapping[str, Any]]]
"""By the name of their table."""

AUDIT: Final = "audit"
"""Is chained anew as a thread enters main: its links name the day."""


def _models(of: type[Row]) -> dict[str, type[Row]]:
    found = {}
    for model in of.__subclasses__():
        if hasattr(model, "__table__"):
            found[model.__table__.name] = model
        found |= _models(model)
    return found


MODELS: Final = _models(Row)
_FILLED: Final = union_all(
    *(
        select(literal(name, literal_execute=True)).where(exists().select_from(table))
        for name, table in main_metadata.tables.items()
        if name != AUDIT
    )
)
"""Names the tables in which anything lies: one question, as nearly all are empty."""


async def rows_of(session: AsyncSession) -> dict[str, list[dict[str, Any]]]:
    """Spells every row that lies here, but the audit's."""
    return await (await session.connection()).run_sync(_every_row)


def _every_row(connection: Connection) -> dict[str, list[dict[str, Any]]]:
    found, filled = {}, set(connection.execute(_FILLED).scalars())
    for name, table in main_metadata.tables.items():
        if name in filled:
            rows = connection.execute(select(table)).mappings()
            found[name] = [spelled({**row}) for row in rows]
    return found


async def noted_in(session: AsyncSession) -> list[str]:
    """Lists what was noted for the audit, in its order."""
    audit = main_metadata.tables[AUDIT]
    noted = select(audit.c.what).order_by(audit.c.number)
    return list((await (await session.connection()).execute(noted)).scalars())


async def lay_out(session: AsyncSession, rows: Rows) -> None:
    """Puts rows as they were spelled into a database in which nothing else lies."""
    connection = await session.connection()
    for name, every in rows.items():
        table = main_metadata.tables[name]
        await connection.execute(table.insert(), [read(name, row) for row in every])


def read(name: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """Reads one row of this table again."""
    columns = main_metadata.tables[name].c
    return {key: _read(columns[key], value) for key, value in row.items()}


def spelled(row: Mapping[str, Any]) -> dict[str, Any]:
    """Spells one row."""
    return {key: _spelled(value) for key, value in row.items()}


def _spelled(value: Any) -> Any:
    match value:
        case bytes():
            return base64.b64encode(value).decode()
        case datetime():
            return utc(value).isoformat()
        case date():
            return value.isoformat()
        case _:
            return value


def _read(column: Column[Any], value: Any) -> Any:
    if value is None:
        return None
    kind = column.type.python_type
    if kind is bytes:
        return base64.b64decode(value)
    if isinstance(column.type, Moment):
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if kind is date else value
