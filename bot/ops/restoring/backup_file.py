"""What a backup has: read to its end before anything else is looked at, and nothing is written."""

import asyncio
import re
import sqlite3
import tarfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Final, NamedTuple

from sqlalchemy.engine import URL

from bot.base.postgres import NotDoneError, run_tool
from storage.keyring.tables import keyring_metadata

Names = frozenset[tuple[str, str]]
"""Threads, each with its partnership."""
LISTS: Final = 60.0
"""Seconds that listing a dump may take: of some that are cut short pg_restore finds no end."""
READS: Final = 900.0
"""Seconds that reading two of its tables may take."""
END: Final = bytes(1024)
"""How a tar ends."""
_TABLE: Final = re.compile(r"(?m)^\d+; \d+ \d+ TABLE \S+ (\S+) ")
_COPY: Final = re.compile(r"(?ms)^COPY \S*?(\w+) \(([^)]*)\) FROM stdin;\n(.*?)^\\\.$")


class KeptThread(NamedTuple):
    """A thread that a backup has."""

    partnership_id: str
    id: str
    ref: str | None
    """Its reference in the keyring, while a way back belongs to it."""


class WrappedKey(NamedTuple):
    """A thread's own key as it lies there, which opens with the secret it was written with."""

    partnership_id: str
    thread_id: str
    wrapped: bytes


@dataclass(frozen=True)
class Backup:
    """A file that was read to its end, and is a copy of a main database."""

    file: Path
    tables: Collection[str]
    threads: Collection[KeptThread] = field(repr=False)
    keys: Collection[WrappedKey] = field(repr=False)

    @cached_property
    def names(self) -> Names:
        """Every thread in it."""
        return frozenset((thread.partnership_id, thread.id) for thread in self.threads)


async def read_backup(url: URL, file: Path) -> Backup:
    """Reads a backup for the database at this address. Raises NotDoneError if it isn't whole."""
    if url.get_backend_name() == "sqlite":
        return await asyncio.to_thread(_from_sqlite, file)
    await asyncio.to_thread(_refuse_cut, file)
    tables = set(_TABLE.findall(await run_tool("pg_restore", "--list", str(file), within=LISTS)))
    _refuse_unless_ours(tables, file)
    wanted = "--data-only", "--table=thread", "--table=thread_key", "-f", "-"
    printed = await run_tool("pg_restore", *wanted, str(file), within=READS)
    return _backup(file, tables, _copied(printed, "thread"), _copied(printed, "thread_key"))


def opened_to_read(file: Path) -> sqlite3.Connection:
    """Opens an SQLite file: nobody writes to a backup, so nothing is written beside it either."""
    journal = file.with_name(f"{file.name}-wal")
    how = "mode=ro" if journal.exists() else "mode=ro&immutable=1"
    return sqlite3.connect(f"{file.absolute().as_uri()}?{how}", uri=True)


def _from_sqlite(file: Path) -> Backup:
    try:
        with closing(opened_to_read(file)) as source:
            tables = {name for (name,) in source.execute("SELECT name FROM sqlite_master")}
            _refuse_unless_ours(tables, file)
            if source.execute("PRAGMA quick_check").fetchone() != ("ok",):
                raise NotDoneError(f"{file} is damaged: take another backup.")
            source.row_factory = sqlite3.Row
            threads = source.execute("SELECT * FROM thread")
            keys = source.execute("SELECT * FROM thread_key")
            return _backup(file, tables, map(dict, threads), map(dict, keys))
    except sqlite3.DatabaseError:
        raise NotDoneError(f"{file} can't be read as a backup of the main database.") from None


def _refuse_unless_ours(tables: Collection[str], file: Path) -> None:
    if set(keyring_metadata.tables) & set(tables):
        raise NotDoneError(
            f"{file} carries the keyring, which is never brought back: use a backup without it."
        )
    if not {"thread", "thread_key", "message", "main_version"} <= set(tables):
        raise NotDoneError(f"{file} isn't a backup of the main database: upstander backup FILE.")


def _refuse_cut(file: Path) -> None:
    """Reads a tar to its end, which it has if it wasn't cut; older dumps are none, and are left."""
    if not tarfile.is_tarfile(file):
        return
    try:
        with file.open("rb") as stream, tarfile.open(fileobj=stream, mode="r:") as dump:
            for _ in dump:
                pass
            stream.seek(dump.offset)
            whole = stream.read(len(END)) == END
    except tarfile.TarError:
        whole = False
    if not whole:
        raise NotDoneError(f"{file} is cut short or damaged: take another backup.")


def _copied(printed: str, table: str) -> Iterator[Mapping[str, object]]:
    for name, columns, rows in _COPY.findall(printed):
        if name == table:
            names = [column.strip(' "') for column in columns.split(",")]
            for row in rows.split("\n")[:-1]:
                values = (None if value == "\\N" else value for value in row.split("\t"))
                yield dict(zip(names, values, strict=True))


def _backup(
    file: Path,
    tables: Collection[str],
    threads: Iterable[Mapping[str, object]],
    keys: Iterable[Mapping[str, object]],
) -> Backup:
    return Backup(
        file,
        tables,
        [KeptThread(str(t["partnership_id"]), str(t["id"]), _ref(t)) for t in threads],
        [
            WrappedKey(str(k["partnership_id"]), str(k["thread_id"]), _bytes(k["wrapped"]))
            for k in keys
        ],
    )


def _ref(thread: Mapping[str, object]) -> str | None:
    keeps = thread.get("keeps") in (1, "t")  # older backups have none
    ref = thread.get("return_ref") if keeps or thread["state"] != "closed" else None
    return None if ref is None else str(ref)


def _bytes(value: object) -> bytes:
    # Spelt by PostgreSQL: two backslashes and an x before it.
    return value if isinstance(value, bytes) else bytes.fromhex(str(value)[3:])
