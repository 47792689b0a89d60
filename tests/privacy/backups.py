"""Backups of the main database, taken and brought back with each database's own tools."""

import sqlite3
import subprocess
from pathlib import Path

import psycopg
from psycopg import sql

from tests.privacy.looks import file_of, is_sqlite, plain

NAME = "stolen-backup"


def back_up(url: str, folder: Path) -> Path:
    """A backup while the product runs: `.backup`, or pg_dump as plain text."""
    file = folder / NAME
    if is_sqlite(url):
        source, target = sqlite3.connect(file_of(url)), sqlite3.connect(file)
        source.backup(target)
        target.close()
        source.close()
        return file
    _tool(url, "pg_dump", "--no-owner", "--file", str(file))
    return file


def restore(url: str, backup: Path) -> str:
    """The backup as a database again; gives its address."""
    if is_sqlite(url):
        place = file_of(url).with_name("restored.sqlite3")
        place.write_bytes(backup.read_bytes())
        return f"sqlite+aiosqlite:///{place}"
    with psycopg.connect(plain(url), autocommit=True) as connection:
        for statement in ("DROP SCHEMA public CASCADE", "CREATE SCHEMA public"):
            connection.execute(sql.SQL(statement))
    _tool(url, "psql", "--quiet", "--output", "/dev/null", "--file", str(backup))
    return url


def without_directory(dump: bytes) -> bytes:
    """A text dump without the rows of the member directory."""
    before, _, rest = dump.partition(b"\nCOPY public.member ")
    return before + rest.partition(b"\n\\.\n")[2]


def _tool(url: str, name: str, *arguments: str) -> None:
    with psycopg.connect(plain(url)) as connection:
        found = connection.execute("SELECT setting FROM pg_config WHERE name = 'BINDIR'").fetchone()
    folder = Path(str(found[0])) if found else Path()
    subprocess.run([str(folder / name), *arguments, plain(url)], check=True, capture_output=True)
