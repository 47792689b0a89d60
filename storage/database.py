"""Engines for the main database and the keyring, with the guards each needs."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool

from storage.keyring_tables import truncate_journal
from storage.sqlite_inline import open_inline

PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=ON",
    "busy_timeout=10000",
    "trusted_schema=OFF",
)


def make_engine(url: str) -> AsyncEngine:
    """An engine whose errors never show parameters. SQLite gets one writer, PostgreSQL a pool."""
    if make_url(url).get_backend_name() == "sqlite":
        return _sqlite(url)
    return create_async_engine(
        url, hide_parameters=True, pool_size=8, max_overflow=8, pool_pre_ping=True
    )


def _sqlite(url: str) -> AsyncEngine:
    # One connection is one writer: tasks wait their turn in the pool, not in SQLite's busy loop.
    engine = create_async_engine(
        url,
        hide_parameters=True,
        poolclass=AsyncAdaptedQueuePool,
        pool_size=1,
        max_overflow=0,
        pool_timeout=60,
        connect_args={"async_creator_fn": open_inline},
    )
    event.listen(engine.sync_engine, "connect", _prepare)
    event.listen(engine.sync_engine, "begin", _begin_as_writer)
    return engine


def _prepare(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_as_writer(connection: Any) -> None:
    # A deferred BEGIN that turns into a write fails at once when another process writes.
    connection.exec_driver_sql("BEGIN IMMEDIATE")


@asynccontextmanager
async def transaction(engine: AsyncEngine) -> AsyncIterator[AsyncSession]:
    """One transaction, committed at the end. Its session costs nothing until it is used."""
    async with engine.begin() as connection:
        session = AsyncSession(bind=connection, expire_on_commit=False)
        try:
            yield session
        finally:
            if session.in_transaction():
                await session.close()


async def erase_journal(engine: AsyncEngine) -> None:
    """Takes what was just deleted out of SQLite's journal too, once no reader needs it."""
    if engine.dialect.name != "sqlite":
        return  # PostgreSQL's journal and pages keep it until they are vacuumed and recycled
    for _ in range(50):
        async with engine.connect() as connection:
            if await truncate_journal(connection):
                return
        await asyncio.sleep(0.02)
