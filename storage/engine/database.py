"""Engines for the main database and the keyring, with the guards each needs."""

import asyncio
import select as ready
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from typing import Any, Concatenate, ParamSpec, TypeVar
from urllib.parse import quote

from psycopg import OperationalError
from sqlalchemy import Connection, Engine, Executable, Row, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool, NullPool
from sqlalchemy.util.concurrency import greenlet_spawn

from storage.engine.postgres import ANSWER, connect_bounded, limit
from storage.engine.private_files import file_of
from storage.engine.sqlite import READS, open_inline, truncate_journal

PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=ON",
    "busy_timeout=10000",
    "trusted_schema=OFF",
)
_ALONE = {"isolation_level": "AUTOCOMMIT"}
"""A single SELECT needs no transaction around it on PostgreSQL: that is two trips less."""
_POOLED = "upstander_pooled"
"""Set on a connection to a pooler, in whose sessions others leave what they have set."""
_TURN = 15.0
"""Seconds for which somebody waits until a connection is free."""

Given = ParamSpec("Given")
Found = TypeVar("Found")


def make_engine(url: str, page_size: int = 4096, patience: float = ANSWER) -> AsyncEngine:
    """Makes an engine whose errors never show parameters: one writer on SQLite, else a pool.

    A page's size in bytes holds for a new SQLite file; one that is there keeps its own. PostgreSQL
    has so many seconds for each answer.
    """
    if make_url(url).get_backend_name() == "sqlite":
        return _sqlite(url, page_size)
    engine = create_async_engine(
        url,
        hide_parameters=True,
        pool_size=8,
        max_overflow=8,
        pool_timeout=_TURN,
        connect_args={"async_creator_fn": partial(connect_bounded, patience)},
    )
    event.listen(engine.sync_engine, "connect", _know_pooler)
    event.listen(engine.sync_engine, "checkout", _refuse_dropped)
    event.listen(engine.sync_engine, "begin", limit)
    return engine


@asynccontextmanager
async def opened(engine: AsyncEngine) -> AsyncIterator[AsyncEngine]:
    """Closes the engine's connections at the end, whatever happens meanwhile."""
    try:
        yield engine
    finally:
        await engine.dispose()


def _know_pooler(connection: Any, record: Any) -> None:
    """A pooler makes up the number of the session that it gives us."""
    cursor = connection.cursor()
    cursor.execute("SELECT pg_backend_pid()")
    (session,) = cursor.fetchone()
    cursor.close()
    connection.rollback()
    record.info[_POOLED] = session != connection.driver_connection.info.backend_pid


def _refuse_dropped(connection: Any, _record: object, _proxy: object) -> None:
    """Has the pool connect anew where the server has hung up: that costs no trip to it.

    Nobody writes to an idle connection but to say that it ends.
    """
    try:
        dropped, _, _ = ready.select([connection.driver_connection.fileno()], [], [], 0)
    except (OperationalError, ValueError):
        dropped = [connection]
    if dropped:
        raise DisconnectionError


def _sqlite(url: str, page_size: int) -> AsyncEngine:
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
    event.listen(engine.sync_engine, "connect", partial(_prepare, page_size))
    event.listen(engine.sync_engine, "begin", _begin_as_writer)
    return engine


def looking_engine(url: str) -> AsyncEngine:
    """Makes an engine that writes nothing; where there is no file yet, on an empty database."""
    path = file_of(url)
    if path is None:
        return make_engine(url)
    if not path.exists():
        return create_async_engine("sqlite+aiosqlite:///:memory:", hide_parameters=True)
    # A database that nobody has open has no journal; SQLite would make one even to read.
    journal = path.with_name(f"{path.name}-wal").exists()
    query = {"uri": "true", "mode": "ro"} | ({} if journal else {"immutable": "1"})
    name = f"file:{quote(str(path.absolute()))}"
    read_only = URL.create("sqlite+aiosqlite", database=name, query=query)
    return create_async_engine(read_only, hide_parameters=True, poolclass=NullPool)


def _prepare(page_size: int, connection: Any, _record: object) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (f"page_size={page_size:d}", *PRAGMAS):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_as_writer(connection: Connection) -> None:
    # A deferred BEGIN that turns into a write fails at once when another process writes. A single
    # SELECT needs none.
    if connection.get_execution_options().get(READS):
        return
    cursor = connection.connection.cursor()
    cursor.execute("BEGIN IMMEDIATE")
    cursor.close()


@asynccontextmanager
async def transaction(engine: AsyncEngine) -> AsyncIterator[AsyncSession]:
    """Begins a transaction, committed at the end. Its session costs nothing until it is used."""
    connection = AsyncConnection(engine, await greenlet_spawn(_begun, engine.sync_engine))
    session = AsyncSession(bind=connection, expire_on_commit=False)
    try:
        yield session
        if session.in_transaction():
            await session.close()
        await greenlet_spawn(_committed, connection.sync_connection)
    except BaseException:
        # Whoever waited may be gone by now; the connection goes back to the pool all the same.
        await asyncio.shield(_left(session, connection))
        raise


def _begun(engine: Engine) -> Connection:
    connection = engine.connect()
    try:
        connection.begin()
    except BaseException:
        connection.close()
        raise
    return connection


def _committed(connection: Connection) -> None:
    with connection:
        connection.commit()


async def _left(session: AsyncSession, connection: AsyncConnection) -> None:
    if session.in_transaction():
        await session.close()
    await connection.close()


async def together(
    engine: AsyncEngine,
    work: Callable[Concatenate[Connection, Given], Found],
    *args: Given.args,
    **kwargs: Given.kwargs,
) -> Found:
    """Does the work in one transaction and one trip, and commits it."""

    def done() -> Found:
        with engine.sync_engine.begin() as connection:
            return work(connection, *args, **kwargs)

    return await greenlet_spawn(done)


async def read(
    engine: AsyncEngine, statement: Executable, values: dict[str, Any]
) -> list[Row[Any]]:
    """Reads what a SELECT finds, in one trip; nobody waits for it, and it waits for nobody."""

    def found() -> list[Row[Any]]:
        with engine.sync_engine.connect() as connection:
            connection.execution_options(**_reading(connection))
            return list(connection.execute(statement, values))

    return await greenlet_spawn(found)


def _reading(connection: Connection) -> dict[str, Any]:
    if connection.dialect.name == "sqlite":
        return {READS: True}
    return {} if connection.info.get(_POOLED) else {READS: True, **_ALONE}


async def erase_journal(engine: AsyncEngine) -> bool:
    """Takes what was just deleted out of SQLite's journal; False while another reader needs it."""
    if engine.dialect.name != "sqlite":
        return True  # PostgreSQL's journal and pages keep it until they are vacuumed and recycled
    # SQLite doesn't wait for another checkpoint that is under way: try again, and not for ever.
    for _ in range(50):
        async with engine.connect() as connection:
            if await truncate_journal(connection):
                return True
        await asyncio.sleep(0.02)
    return False
