"""What an attacker with a copy sees: every row of every table, and the files byte by byte."""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import LiteralString

import psycopg
from psycopg import sql
from sqlalchemy.engine import make_url

Rows = dict[str, list[dict[str, object]]]
DIRECTORY = "member"
"""Rightly holds everybody alike: looked at apart."""


@dataclass(frozen=True)
class Look:
    """Both stores at one moment; on PostgreSQL with the transaction that wrote each row."""

    main: Rows = field(repr=False)
    ring: Rows = field(repr=False)


def look(main_url: str, ring_url: str) -> Look:
    """Every row there is, by SELECT."""
    return Look(_rows(main_url), _rows(ring_url))


def texts(rows: Rows, without: Iterable[str] = (DIRECTORY,)) -> dict[str, bytes]:
    """Each table as one text to be searched."""
    hidden = set(without)
    return {
        f"table {table}": b"\n".join(_raw(value) for row in found for value in row.values())
        for table, found in rows.items()
        if table not in hidden
    }


def values(rows: Rows, without: Iterable[str] = (DIRECTORY,)) -> Iterator[object]:
    """Each stored value."""
    hidden = set(without)
    for table, found in rows.items():
        if table not in hidden:
            yield from (value for row in found for value in row.values())


def _raw(value: object) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode()


def _rows(url: str) -> Rows:
    return _sqlite_rows(file_of(url)) if is_sqlite(url) else _postgres_rows(url)


def is_sqlite(url: str) -> bool:
    """Which kind of database it is."""
    return make_url(url).get_backend_name() == "sqlite"


def file_of(url: str) -> Path:
    """Where a SQLite database stands."""
    return Path(make_url(url).database or "")


def plain(url: str) -> str:
    """The address as PostgreSQL's own tools take it."""
    return make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)


def _sqlite_rows(file: Path) -> Rows:
    with sqlite3.connect(file) as connection:
        connection.row_factory = sqlite3.Row
        tables = [
            row[0]
            for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        rows = {
            table: [dict(row) for row in connection.execute(f'SELECT * FROM "{table}"')]
            for table in tables
        }
    connection.close()
    return rows


def _postgres_rows(url: str) -> Rows:
    with psycopg.connect(plain(url)) as connection:
        found = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        rows: Rows = {}
        for (table,) in found.fetchall():
            chosen = connection.execute(
                sql.SQL("SELECT *, xmin::text AS xmin_ FROM {}").format(sql.Identifier(table))
            )
            names = [column.name for column in chosen.description or ()]
            rows[table] = [dict(zip(names, row, strict=True)) for row in chosen]
    return rows


def files(url: str) -> dict[str, bytes]:
    """A SQLite database's files as they lie on the disk."""
    file = file_of(url)
    return {p.name: p.read_bytes() for p in sorted(file.parent.glob(f"{file.name}*"))}


def settle_files(url: str) -> None:
    """Begins from files in which everything stands once: the journal is written back."""
    connection = sqlite3.connect(file_of(url))
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


@dataclass(frozen=True)
class Disk:
    """A PostgreSQL server's data folder, read from a moment on."""

    url: str
    since: str

    @staticmethod
    def begin(url: str) -> "Disk":
        """From now on."""
        with psycopg.connect(plain(url), autocommit=True) as connection:
            connection.execute("CHECKPOINT")
            # A slot that nobody reads: no part of the journal is recycled meanwhile.
            _one(connection, "SELECT pg_create_physical_replication_slot('witness', true)::text")
            return Disk(url, str(_one(connection, "SELECT pg_current_wal_lsn()::text")))

    def read(self) -> dict[str, bytes]:
        """The database's files without the directory's own, and the journal written since."""
        with psycopg.connect(plain(self.url), autocommit=True) as connection:
            connection.execute("CHECKPOINT")
            folder = Path(str(_one(connection, "SHOW data_directory")))
            places = [folder / str(row[0]) for row in connection.execute(_PLACES).fetchall()]
            ends = str(_one(connection, "SELECT pg_current_wal_lsn()::text"))
            found = {f"file {path.name}": path.read_bytes() for path in places if path.exists()}
            found["journal"] = _journal(folder / "pg_wal", self.since, ends)
            _one(connection, "SELECT pg_drop_replication_slot('witness')::text")
        return found


# Every table, index and overflow of ours but the directory's own.
_PLACES: LiteralString = """
    SELECT pg_relation_filepath(c.oid) FROM pg_class c
    WHERE (c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'i')
           OR c.oid IN (SELECT reltoastrelid FROM pg_class
                        WHERE relnamespace = 'public'::regnamespace AND relname <> 'member'))
      AND c.relname NOT IN ('member', 'member_pkey')
"""
_SEGMENT = 16 * 1024 * 1024


def _one(connection: psycopg.Connection, query: LiteralString) -> object:
    row = connection.execute(query).fetchone()
    return row[0] if row else None


def _journal(folder: Path, since: str, ends: str) -> bytes:
    start, end = (_position(lsn) for lsn in (since, ends))
    segments = sorted(path for path in folder.iterdir() if len(path.name) == 24)
    raw = bytearray()
    for path in segments:
        number = int(path.name[8:16], 16) * (2**32 // _SEGMENT) + int(path.name[16:], 16)
        begins = number * _SEGMENT
        if begins < end and begins + _SEGMENT > start:
            raw += path.read_bytes()[max(0, start - begins) : end - begins]
    return bytes(raw)


def _position(lsn: str) -> int:
    high, _, low = lsn.partition("/")
    return int(high, 16) * 2**32 + int(low, 16)
