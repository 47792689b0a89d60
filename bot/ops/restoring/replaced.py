"""What stands where a backup is to be put, and must not be forgotten."""

import asyncio
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from sqlalchemy import text
from sqlalchemy.engine import URL
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.base.postgres import NotDoneError
from bot.ops.restoring.backup_file import Names
from storage.engine.database import make_engine, opened

THREADS: Final = "SELECT partnership_id, id, hold, state = 'closed', keeps FROM thread"
OTHERS: Final = text(
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
    " AND backend_type = 'client backend' AND pid <> pg_backend_pid()"
)
THERE: Final = "SELECT to_regclass('thread') IS NOT NULL"


class _Row(NamedTuple):
    partnership_id: str
    id: str
    hold: bool
    closed: bool
    keeps: bool


@dataclass(frozen=True)
class Replaced:
    """The threads of the database that a backup takes the place of."""

    threads: Names
    held: Names
    closed: Names
    kept: Names
    """Closed, and not by their way back being gone: that was kept for the later questions."""


async def replaced(url: URL, replace: bool) -> Replaced | None:
    """Finds what stands there; None if that is nothing, or nothing that can be read.

    Raises NotDoneError if something does and isn't to be replaced, or is in use.
    """
    if url.get_backend_name() == "sqlite":
        return await asyncio.to_thread(_on_sqlite, Path(url.database or ""), replace)
    engine = make_engine(url.render_as_string(hide_password=False))
    async with opened(engine), engine.connect() as connection:
        if await connection.scalar(OTHERS):
            raise NotDoneError(
                "The database is in use: end every server, and whatever else is connected. "
                "Behind a pooler, name the database itself in UPSTANDER_DATABASE_URL for it."
            )
        return await _on_postgres(connection, replace)


def _on_sqlite(target: Path, replace: bool) -> Replaced | None:
    if not target.exists():
        return None
    if not replace:
        raise NotDoneError(f"{target} is there already: add --replace to put the backup there.")
    try:
        with closing(sqlite3.connect(target)) as old:
            return _of(_Row(*row) for row in old.execute(THREADS))
    except sqlite3.DatabaseError:
        return None


async def _on_postgres(connection: AsyncConnection, replace: bool) -> Replaced | None:
    if not await connection.scalar(text(THERE)):
        return None
    if not replace:
        raise NotDoneError("The main database is there already: add --replace to put it there.")
    try:
        return _of([_Row(*row) for row in await connection.execute(text(THREADS))])
    except SQLAlchemyError:
        return None


def _of(rows: Iterable[_Row]) -> Replaced:
    every = [((row.partnership_id, row.id), row) for row in rows]
    return Replaced(
        frozenset(name for name, _ in every),
        frozenset(name for name, row in every if row.hold),
        frozenset(name for name, row in every if row.closed),
        frozenset(name for name, row in every if row.closed and row.keeps),
    )
