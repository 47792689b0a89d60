"""What hundreds of stores in one process pay for once, where a server pays for it at its start."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy.dialects.postgresql.psycopg import PGDialectAsync_psycopg
from sqlalchemy.dialects.sqlite.aiosqlite import SQLiteDialect_aiosqlite
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.util import LRUCache

from storage.engine import database

KINDS = (SQLiteDialect_aiosqlite, PGDialectAsync_psycopg)


@contextmanager
def hurried() -> Iterator[None]:
    """Hurries every store that is opened during a `with`."""
    with pytest.MonkeyPatch.context() as patched:
        _without_the_disk(patched)
        _compiling_once(patched)
        _migrations_read_once(patched)
        yield


def _without_the_disk(patched: pytest.MonkeyPatch) -> None:
    """Nothing waits for it: that matters only where a machine loses its power."""
    patched.setattr(os, "fsync", lambda _file: None)
    prepare = database._prepare

    def hurry(page_size: int, connection: Any, record: object) -> None:
        prepare(page_size, connection, record)
        connection.execute("PRAGMA synchronous=OFF").close()

    patched.setattr(database, "_prepare", hurry)


def _compiling_once(patched: pytest.MonkeyPatch) -> None:
    """A statement is made into SQL once for each kind of database, not once for each engine."""
    statements: dict[str, LRUCache[Any, Any]] = {}

    def made(*args: Any, **kwargs: Any) -> AsyncEngine:
        engine = create_async_engine(*args, **kwargs)
        kind = engine.dialect.name
        engine.sync_engine._compiled_cache = statements.setdefault(kind, LRUCache(5000))
        return engine

    patched.setattr(database, "create_async_engine", made)
    for kind in KINDS:  # by which the statements are found again
        patched.setattr(kind, "__hash__", lambda self: hash(type(self)))
        patched.setattr(kind, "__eq__", lambda self, other: type(self) is type(other))


def _migrations_read_once(patched: pytest.MonkeyPatch) -> None:
    """The files of a store's migrations are the same for each database."""
    read = ScriptDirectory.from_config

    @cache
    def known(place: str) -> ScriptDirectory:
        config = Config()
        config.set_main_option("script_location", place)
        return read(config)

    def once(config: Config) -> ScriptDirectory:
        return known(str(config.get_main_option("script_location")))

    patched.setattr(ScriptDirectory, "from_config", once)
