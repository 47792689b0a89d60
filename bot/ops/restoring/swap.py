"""Putting a backup where the main database stands, on SQLite and on PostgreSQL."""

import asyncio
import sqlite3
from collections.abc import Collection
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.engine import URL

from bot.base.postgres import run_tool
from bot.ops.restoring.backup_file import Backup, opened_to_read
from storage.engine.database import make_engine, opened
from storage.schema import main_metadata


@dataclass(frozen=True)
class BackupCopy:
    """A backup's copy beside the database, before it takes its place."""

    path: Path
    target: Path

    @property
    def url(self) -> str:
        """How the draft is opened, so that it can be set right while nobody could use it."""
        return f"sqlite+aiosqlite:///{self.path.absolute()}"

    async def take_place(self) -> None:
        """Replaces the old database by the new one, in one moment."""
        await asyncio.to_thread(self._replace)

    def _replace(self) -> None:
        _unlink_journal(self.target)  # SQLite would play the old one's into the new
        self.path.replace(self.target)


async def draft_on_sqlite(url: URL, backup: Backup) -> BackupCopy:
    """Copies the backup beside the database. Nothing stands in its place yet."""
    return await asyncio.to_thread(_drafted, Path(url.database or ""), backup.file)


def _drafted(target: Path, file: Path) -> BackupCopy:
    target.parent.mkdir(0o700, parents=True, exist_ok=True)
    path = target.with_name(f"{target.name}.restoring")
    path.unlink(missing_ok=True)
    _unlink_journal(path)
    path.touch(mode=0o600)
    with closing(opened_to_read(file)) as source, closing(sqlite3.connect(path)) as copy:
        source.backup(copy)
    return BackupCopy(path, target)


def _unlink_journal(database: Path) -> None:
    for journal in ("-wal", "-shm"):
        database.with_name(database.name + journal).unlink(missing_ok=True)


async def put_on_postgres(url: URL, backup: Backup) -> None:
    """Puts a dump there with pg_restore, in one transaction."""
    how = ("--clean", "--if-exists", "--single-transaction", "--no-owner", "--no-privileges")
    await run_tool("pg_restore", *how, str(backup.file), at=url)
    await _drop(url, set(main_metadata.tables) - set(backup.tables))


async def _drop(url: URL, later: Collection[str]) -> None:
    """Tables that came after the backup: migrating makes them again, in the newest form."""
    engine = make_engine(url.render_as_string(hide_password=False))
    async with opened(engine), engine.begin() as connection:
        for name in sorted(later):
            await connection.execute(text(f'DROP TABLE IF EXISTS "{name}"'))
