"""SQLite without a thread's detour for every statement.

A submission makes some fifty trips to aiosqlite's thread and back, and they were four fifths of its
time. A statement on local pages takes microseconds, so it runs where it is; what may wait, for the
disk or for another process, still goes to the thread. See docs/decisions/0003.
"""

import sqlite3
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import aiosqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine.private_files import created_private

MEMORY = ":memory:"
WAITS = ("COMMIT", "PRAGMA", "VACUUM")
BEGIN = "BEGIN"
READS = "upstander_reads"
"""Set on a connection that writes nothing, so that it needn't hold SQLite's one pen."""
HANDED_OVER = 0.0005
"""Seconds after which a busy loop lets a thread go on that is back from the disk: everybody else
waits for what that thread has committed. Python's own 5 ms are many times what the disk takes."""


class InlineConnection(aiosqlite.Connection):
    """aiosqlite's connection, whose short statements stay on the event loop."""

    async def _execute(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        if self._connection is None or _waits(fn, args):
            return await super()._execute(fn, *args, **kwargs)  # type: ignore[no-untyped-call]
        if args and isinstance(args[0], str) and args[0].startswith(BEGIN):
            return await self._begin(fn, *args)
        return fn(*args, **kwargs)

    async def _begin(self, fn: Callable[..., Any], *args: Any) -> Any:
        """At once if nobody else is writing; otherwise waiting for them is the thread's."""
        [patience] = self._conn.execute("PRAGMA busy_timeout").fetchone()
        self._conn.execute("PRAGMA busy_timeout=0")
        try:
            return fn(*args)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
        finally:
            self._conn.execute(f"PRAGMA busy_timeout={patience:d}")
        return await super()._execute(fn, *args)  # type: ignore[no-untyped-call]


def _waits(fn: Callable[..., Any], args: tuple[Any, ...]) -> bool:
    if isinstance(getattr(fn, "__self__", None), sqlite3.Connection):
        return fn.__name__ not in ("cursor", "rollback")
    return bool(args) and isinstance(args[0], str) and args[0].lstrip().upper().startswith(WAITS)


def open_inline(database: str, **options: Any) -> InlineConnection:
    """Opens a connection for SQLAlchemy's aiosqlite dialect."""
    sys.setswitchinterval(HANDED_OVER)
    if not options.get("uri") and database != MEMORY:
        created_private(Path(database))
    connect = partial(sqlite3.connect, database, **{**options, "check_same_thread": False})
    connection = InlineConnection(connect, iter_chunk_size=64)
    connection._thread.daemon = True  # noqa: SLF001 - as SQLAlchemy does for its own
    return connection


async def truncate_journal(connection: AsyncConnection) -> bool:
    """Erases deleted bytes from SQLite's journal; False while another reader needs them."""
    # Straight on the driver: SQLAlchemy would begin a transaction, in which this can't run.
    cursor = await (await driver_of(connection)).execute("PRAGMA wal_checkpoint(TRUNCATE)")
    answer = await cursor.fetchone()
    await cursor.close()
    return answer is not None and not answer[0]


async def driver_of(connection: AsyncConnection) -> aiosqlite.Connection:
    """Finds SQLite's own connection, below SQLAlchemy. Raises TypeError on another driver."""
    driver = (await connection.get_raw_connection()).driver_connection
    if not isinstance(driver, aiosqlite.Connection):
        raise TypeError("SQLite is spoken to through aiosqlite.")
    return driver
