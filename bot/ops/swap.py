"""Putting a backup where the main database stands, on SQLite and on PostgreSQL."""

import asyncio
import re
import sqlite3
from collections.abc import Callable, Collection
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import text
from sqlalchemy.engine import URL
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.base.postgres import NotDoneError, run_tool
from storage.engine.database import make_engine, opened
from storage.keyring.tables import keyring_metadata
from storage.schema import main_metadata

Names = frozenset[tuple[str, str]]
"""Threads, each with its partnership."""


@dataclass(frozen=True)
class Replaced:
    """What stood in the database that a backup took the place of, and must not be forgotten."""

    held: Names
    closed: Names
    """Closed, and not by their way back being gone: that was kept for the later questions."""


HELD: Final = "SELECT partnership_id, id FROM thread WHERE hold"
CLOSED: Final = "SELECT partnership_id, id FROM thread WHERE state = 'closed' AND keeps"
OTHERS: Final = text(
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
    " AND backend_type = 'client backend' AND pid <> pg_backend_pid()"
)
THERE: Final = "SELECT to_regclass('thread') IS NOT NULL"


@dataclass(frozen=True)
class BackupCopy:
    """A backup's copy beside the database, before it takes its place; and what stands there now."""

    path: Path
    target: Path
    before: Replaced | None
    """None if nothing stands there, or nothing that can be read."""

    @property
    def url(self) -> str:
        """How the draft is opened, so that it can be set right while nobody could use it."""
        return f"sqlite+aiosqlite:///{self.path.absolute()}"

    async def take_place(self) -> None:
        """Replaces the old database by the new one, in one moment."""
        await asyncio.to_thread(self._replace)

    def _replace(self) -> None:
        _unlink_journal(self.target)  # SQLite would play the old one's into the new
        self.path.replace(self.target)


async def draft_on_sqlite(url: URL, file: Path, replace: bool) -> BackupCopy:
    """Copies the backup beside the database. Nothing stands in its place yet."""
    return await asyncio.to_thread(_drafted, Path(url.database or ""), file, replace)


def _drafted(target: Path, file: Path, replace: bool) -> BackupCopy:
    try:
        with closing(_opened(file)) as source:
            _refuse_unless_ours(_names(source), file)
            if source.execute("PRAGMA quick_check").fetchone() != ("ok",):
                raise NotDoneError(f"{file} is damaged: take another backup.")
            before = _before(target, replace)
            _refuse_to_lose(before, lambda id: _has(source, id))
            path = target.with_name(f"{target.name}.restoring")
            path.unlink(missing_ok=True)
            _unlink_journal(path)
            path.touch(mode=0o600)
            with closing(sqlite3.connect(path)) as copy:
                source.backup(copy)
    except sqlite3.DatabaseError:
        raise NotDoneError(f"{file} can't be read as a backup of the main database.") from None
    return BackupCopy(path, target, before)


def _unlink_journal(database: Path) -> None:
    for journal in ("-wal", "-shm"):
        database.with_name(database.name + journal).unlink(missing_ok=True)


def _opened(file: Path) -> sqlite3.Connection:
    # Nobody writes to a backup, so nothing need be written beside it either.
    journal = file.with_name(f"{file.name}-wal")
    how = "mode=ro" if journal.exists() else "mode=ro&immutable=1"
    return sqlite3.connect(f"{file.absolute().as_uri()}?{how}", uri=True)


def _names(connection: sqlite3.Connection) -> set[str]:
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}


def _has(connection: sqlite3.Connection, id: str) -> bool:
    found = connection.execute("SELECT count(*) FROM thread WHERE id = ?", (id,)).fetchone()
    return bool(found[0])


def _before(target: Path, replace: bool) -> Replaced | None:
    if not target.exists():
        return None
    if not replace:
        raise NotDoneError(f"{target} is there already: add --replace to put the backup there.")
    try:
        with closing(sqlite3.connect(target)) as old:
            return Replaced(frozenset(old.execute(HELD)), frozenset(old.execute(CLOSED)))
    except sqlite3.DatabaseError:
        return None


def _refuse_unless_ours(tables: Collection[str], file: Path) -> None:
    if set(keyring_metadata.tables) & set(tables):
        raise NotDoneError(
            f"{file} carries the keyring, which is never brought back: use a backup without it."
        )
    if not {"thread", "message", "main_version"} <= set(tables):
        raise NotDoneError(f"{file} isn't a backup of the main database: upstander backup FILE.")


def _refuse_to_lose(before: Replaced | None, is_there: Callable[[str], bool]) -> None:
    lost = sorted(id for _, id in before.held if not is_there(id)) if before else []
    if lost:
        raise NotDoneError(
            f"Under legal hold and not in this backup: {', '.join(lost)}. Restoring would delete "
            "them: take a newer backup, or lift the hold first (upstander hold THREAD --lift)."
        )


async def put_on_postgres(url: URL, file: Path, replace: bool) -> Replaced | None:
    """Puts a dump there with pg_restore, in one transaction; gives what stood there before."""
    listed = await run_tool("pg_restore", "--list", str(file))
    tables = set(re.findall(r"(?m)^\d+; \d+ \d+ TABLE \S+ (\S+) ", listed))
    _refuse_unless_ours(tables, file)
    before = await _before_on_postgres(url, replace)
    if before and before.held:
        rows = await run_tool("pg_restore", "--data-only", "--table=thread", "-f", "-", str(file))
        _refuse_to_lose(before, lambda id: f"\t{id}\t" in rows)
    how = ("--clean", "--if-exists", "--single-transaction", "--no-owner", "--no-privileges")
    await run_tool("pg_restore", *how, str(file), at=url)
    await _drop(url, set(main_metadata.tables) - tables)
    return before


async def _before_on_postgres(url: URL, replace: bool) -> Replaced | None:
    engine = make_engine(url.render_as_string(hide_password=False))
    async with opened(engine), engine.connect() as connection:
        if await connection.scalar(OTHERS):
            raise NotDoneError(
                "The database is in use: end every server, and whatever else is connected. "
                "Behind a pooler, name the database itself in UPSTANDER_DATABASE_URL for it."
            )
        return await _stood(connection, replace)


async def _stood(connection: AsyncConnection, replace: bool) -> Replaced | None:
    if not await connection.scalar(text(THERE)):
        return None
    if not replace:
        raise NotDoneError("The main database is there already: add --replace to put it there.")
    try:
        held, closed = [
            frozenset((pid, id) for pid, id in await connection.execute(text(wanted)))
            for wanted in (HELD, CLOSED)
        ]
        return Replaced(held, closed)
    except SQLAlchemyError:
        return None


async def _drop(url: URL, later: Collection[str]) -> None:
    """Tables that came after the backup: migrating makes them again, in the newest form."""
    engine = make_engine(url.render_as_string(hide_password=False))
    async with opened(engine), engine.begin() as connection:
        for name in sorted(later):
            await connection.execute(text(f'DROP TABLE IF EXISTS "{name}"'))
