"""The same on PostgreSQL: databases of one server, refilled for each kill point."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from typing import Any, LiteralString

import psycopg
from psycopg import sql
from sqlalchemy.engine import make_url

from tests.drill.kill_places import Place, digest_of, name_partnership
from tests.peers import postgres

Contents = dict[str, bytes]

# It is never the server that is killed: what its disk would have kept of a power cut is not asked.
IN_HASTE: tuple[LiteralString, ...] = (
    "ALTER SYSTEM SET fsync = off",
    "ALTER SYSTEM SET full_page_writes = off",
    "SELECT pg_reload_conf()",
)
TABLES = (
    "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
)


@dataclass(frozen=True)
class OnPostgres:
    """Making a database takes half a second, so those that are no longer needed are used again."""

    root: Path
    server: postgres.Postgres
    kind: str = "PostgreSQL"
    _contents: dict[str, Contents] = field(default_factory=dict)

    def empty(self) -> Place:
        """Stores without a table."""
        place = self._made("template1", "template1")
        place.folder.mkdir(parents=True)
        name_partnership(place.folder)
        return place

    def copied(self, place: Place) -> Place:
        """The same stores once more."""
        copy = self._spare() or self._made(*map(_name, _urls(place)))
        shutil.copytree(place.folder, copy.folder)
        for old, new in zip(_urls(place), _urls(copy), strict=True):
            self._refill(old, new)
        return copy

    def gone(self, place: Place) -> None:
        """They are no longer needed."""
        shutil.rmtree(place.folder)
        (self.root / f"{place.folder.name}.spare").touch()

    def digest(self, place: Place) -> bytes:
        """Two that have the same are the same in every row and file."""
        digest = sha256(digest_of(place.folder))
        for url in _urls(place):
            for table, rows in sorted(self._read(url).items()):
                digest.update(f"{table}\0".encode() + b"\n".join(sorted(rows.splitlines())))
        return digest.digest()

    def _spare(self) -> Place | None:
        # Several processes take from here, and only one of them can take a file away.
        for path in self.root.glob("*.spare"):
            try:
                path.unlink()
            except FileNotFoundError:
                continue
            return self._named(path.stem)
        return None

    def _made(self, *like: str) -> Place:
        self.root.mkdir(exist_ok=True)
        place = self._named(f"kill{token_hex(4)}")
        with self._on("postgres") as connection:
            for url, template in zip(_urls(place), like, strict=True):
                names = sql.Identifier(_name(url)), sql.Identifier(template)
                connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(*names))
        return place

    def _named(self, name: str) -> Place:
        return Place(
            self.root / name, self.server.url(f"main_{name}"), self.server.url(f"keyring_{name}")
        )

    def _refill(self, old: str, new: str) -> None:
        if old not in self._contents:
            self._contents[old] = self._read(old)
        with self._on(_name(new)) as connection, connection.transaction():
            for table, rows in self._contents[old].items():
                connection.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(table)))
                into = sql.SQL("COPY {} FROM STDIN").format(sql.Identifier(table))
                with connection.cursor().copy(into) as copy:
                    copy.write(rows)

    def _read(self, url: str) -> Contents:
        with self._on(_name(url)) as connection:
            tables = [table for (table,) in connection.execute(TABLES)]
            return {table: _copied_out(connection, table) for table in tables}

    @contextmanager
    def _on(self, database: str) -> Iterator[psycopg.Connection[Any]]:
        where = f"host={self.server.socket_folder} user=postgres dbname={database}"
        with psycopg.connect(where, autocommit=True) as connection:
            yield connection


@contextmanager
def running_in_haste(folder: Path) -> Iterator[OnPostgres]:
    """A server of its own, which doesn't wait for the disk."""
    with postgres.running(folder / "pg") as server:
        places = OnPostgres(folder / "places", server)
        with places._on("postgres") as connection:
            for statement in IN_HASTE:
                connection.execute(statement)
        yield places


def _urls(place: Place) -> tuple[str, str]:
    return place.main_url, place.keyring_url


def _name(url: str) -> str:
    return make_url(url).database or ""


def _copied_out(connection: psycopg.Connection[Any], table: str) -> bytes:
    out = sql.SQL("COPY {} TO STDOUT").format(sql.Identifier(table))
    with connection.cursor().copy(out) as copy:
        return b"".join(bytes(block) for block in copy)
