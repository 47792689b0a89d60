"""SQLite without a thread's detour for every statement.

A submission makes some fifty trips to aiosqlite's thread and back, and they were four fifths of its
time. A statement on local pages takes microseconds, so it runs where it is; what may wait, for the
disk or for another process, still goes to the thread. See docs/decisions/0003.
"""

import sqlite3
from collections.abc import Callable
from functools import partial
from typing import Any

import aiosqlite

WAITS = ("BEGIN", "COMMIT", "PRAGMA", "VACUUM")


class InlineConnection(aiosqlite.Connection):
    """aiosqlite's connection, whose short statements stay on the event loop."""

    async def _execute(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        if self._connection is None or _waits(fn, args):
            return await super()._execute(fn, *args, **kwargs)  # type: ignore[no-untyped-call]
        return fn(*args, **kwargs)


def _waits(fn: Callable[..., Any], args: tuple[Any, ...]) -> bool:
    if isinstance(getattr(fn, "__self__", None), sqlite3.Connection):
        return fn.__name__ not in ("cursor", "rollback")
    return bool(args) and isinstance(args[0], str) and args[0].lstrip().upper().startswith(WAITS)


def open_inline(database: str, **options: Any) -> InlineConnection:
    """A connection for SQLAlchemy's aiosqlite dialect."""
    connect = partial(sqlite3.connect, database, **{**options, "check_same_thread": False})
    connection = InlineConnection(connect, iter_chunk_size=64)
    connection._thread.daemon = True  # noqa: SLF001 - as SQLAlchemy does for its own
    return connection
