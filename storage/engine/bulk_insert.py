"""Rows to be written, gathered and then written together.

A submission is rows in five tables. As objects they cost three times what plain inserts cost that
share one trip to the database, and these go straight to the driver.
"""

from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import Connection, insert
from sqlalchemy.engine import Dialect
from sqlalchemy.ext.asyncio import AsyncSession

from storage.engine.rows import Row

Values = dict[str, Any]


class _Insert(NamedTuple):
    """A statement as the driver takes it."""

    sql: str
    order: tuple[str, ...]
    """The names of its values in their order; empty where it takes them by name."""
    processors: dict[str, Callable[[Any], Any]]
    """What the types of some columns make of a value before the driver sees it."""

    def values(self, row: Values) -> Any:
        ready = row | {name: into(row[name]) for name, into in self.processors.items()}
        return tuple(ready[name] for name in self.order) if self.order else ready


@lru_cache(maxsize=256)
def _insert(model: type[Row], columns: tuple[str, ...], dialect: Dialect) -> _Insert:
    table = model.__table__  # type: ignore[attr-defined]
    compiled = insert(table).compile(dialect=dialect, column_keys=columns)
    made = {n: table.c[n].type.dialect_impl(dialect).bind_processor(dialect) for n in columns}
    processors = {name: into for name, into in made.items() if into is not None}
    return _Insert(str(compiled), tuple(compiled.positiontup or ()), processors)


class Pending:
    """New rows of one transaction, in the order of their tables' first row."""

    def __init__(self) -> None:
        self._rows: dict[type[Row], list[Values]] = {}

    def add(self, model: type[Row], **values: object) -> None:
        """Adds a row to be written; every column that may not be null is named."""
        self._rows.setdefault(model, []).append(values)

    async def write(self, session: AsyncSession) -> None:
        """Writes what was gathered. The session's transaction is still open."""
        if self._rows:
            rows, self._rows = self._rows, {}
            connection = await session.connection()
            await connection.run_sync(_write, rows)


def _write(connection: Connection, rows: dict[type[Row], list[Values]]) -> None:
    for model, every in rows.items():
        for columns, some in _alike(every):
            statement = _insert(model, columns, connection.dialect)
            connection.exec_driver_sql(statement.sql, [statement.values(row) for row in some])


def _alike(rows: list[Values]) -> Iterator[tuple[tuple[str, ...], list[Values]]]:
    """Rows that leave out different columns can't share a statement."""
    for columns, some in groupby(rows, key=lambda row: tuple(sorted(row))):
        yield columns, list(some)
