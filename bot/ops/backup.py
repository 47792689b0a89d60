"""Migrating, and copying the main database: what operators do beside a running server."""

import asyncio
import os
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, contextmanager, suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from sqlalchemy.engine import URL, make_url

from bot.base.postgres import NotDoneError, run_tool
from bot.base.settings import Settings
from bot.ops.orderless import forget_order
from bot.ops.stores import fitting_keys, refuse_misplaced, refuse_wrong_keys
from bot.wiring import Core, build_core
from storage.engine.clock import Clock
from storage.engine.database import looking_engine, opened
from storage.engine.migrate import is_current, migrate
from storage.keyring.tables import keyring_metadata
from storage.partnership.loading import read_written

LAST: Final = "last-backup"
"""An empty file in the data folder: its day is that of the last backup."""
DAMAGED = (
    "The main database is damaged, so this copy was not kept. Keep the backups that you have, end "
    "the server, and bring the newest good one back: upstander restore FILE --replace. Look at the "
    "disk, too."
)


@asynccontextmanager
async def current_core(settings: Settings, clock: Clock | None = None) -> AsyncIterator[Core]:
    """Opens the core on a main database that is up to date, with its keys, and makes neither."""
    await refuse_misplaced(settings)
    written = read_written(settings.partnership)
    async with opened(looking_engine(settings.main_url)) as main:
        if not await is_current(main, "main"):
            raise NotDoneError("The main database is not up to date: run upstander migrate first.")
    keys = await fitting_keys(settings, written.partnership.id)
    async with build_core(settings, clock, written, keys) as core:
        await core.follower.follow(introduces=False)
        yield core


async def migrate_both(settings: Settings) -> None:
    """Brings both databases to the newest schema; where nothing was written yet, makes the keys."""
    await refuse_misplaced(settings)
    written = read_written(settings.partnership)
    await refuse_wrong_keys(settings, written.partnership.id)
    async with build_core(settings, partnership=written) as core:
        await migrate(core.engine, "main")
        await core.keyring.migrate()


async def back_up(settings: Settings, file: Path) -> None:
    """Copies the main database, at one moment, and nothing of the order in which it was written.

    The keyring is another store, and stays out.
    """
    if await asyncio.to_thread(file.exists):
        raise NotDoneError(f"{file} is there already: name a new file.")
    await refuse_misplaced(settings)
    if not await asyncio.to_thread(os.path.isdir, file.parent):
        raise NotDoneError(f"{file.parent} is no folder: make it first, or name another file.")
    url = make_url(settings.main_url)
    if url.get_backend_name() == "sqlite":
        await asyncio.to_thread(_copy, Path(url.database or ""), file)
    else:
        await _dump(url, file)
    await asyncio.to_thread(_note, settings)


def backed_up(settings: Settings) -> date | None:
    """Finds when a backup was last made from this server; None where it doesn't know."""
    with suppress(OSError):
        made = (settings.data_dir / LAST).stat().st_mtime
        return datetime.fromtimestamp(made, UTC).date()
    return None


def _note(settings: Settings) -> None:
    # A backup that was made is none the worse where this can't be written.
    with suppress(OSError):
        (settings.data_dir / LAST).touch(mode=0o600)
        os.utime(settings.data_dir / LAST)


async def _dump(url: URL, file: Path) -> None:
    with _draft_of(file) as draft:
        # Named one by one, so that a keyring that was once put there by mistake stays behind.
        left = [f"--exclude-table={name}" for name in (*keyring_metadata.tables, "keyring_version")]
        await run_tool("pg_dump", "-Ft", "-f", str(draft), *left, at=url)
        await asyncio.to_thread(forget_order, draft)
        # Reads all of it once more: what can't be unpacked is no backup.
        await run_tool("pg_restore", "-f", os.devnull, str(draft))


@contextmanager
def _draft_of(file: Path) -> Iterator[Path]:
    """A file for its owner only, that gets its name once it is whole and was checked."""
    draft = file.with_name(f"{file.name}.draft")
    draft.unlink(missing_ok=True)
    draft.touch(mode=0o600, exist_ok=False)
    try:
        yield draft
        with draft.open("rb") as whole:
            os.fsync(whole.fileno())
        draft.rename(file)
    finally:
        for end in ("", "-journal", "-wal", "-shm"):
            draft.with_name(draft.name + end).unlink(missing_ok=True)


def _copy(database: Path, file: Path) -> None:
    if not database.exists():
        raise NotDoneError("There is no main database yet: start the server once first.")
    try:
        _copy_whole(database, file)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_FULL:
            raise NotDoneError(f"The copy did not finish ({error.sqlite_errorname}).") from None
        raise NotDoneError("The copy did not finish: the disk is full.") from None
    except sqlite3.DatabaseError:
        raise NotDoneError(DAMAGED) from None


def _copy_whole(database: Path, file: Path) -> None:
    with closing(sqlite3.connect(database)) as source:
        named = {name for (name,) in source.execute("SELECT name FROM sqlite_master")}
        if "thread" not in named:
            raise NotDoneError("The main database is empty: run upstander migrate first.")
        if "ring" in named:
            raise NotDoneError("The keyring is in this database: give it a store of its own first.")
        with _draft_of(file) as draft:
            # Row by row in the order of their random keys: neither the pages' order nor what lies
            # in free ones goes along.
            source.execute("VACUUM INTO ?", (str(draft),))
            with closing(sqlite3.connect(draft)) as target:
                _refuse_damage(target)


def _refuse_damage(copy: sqlite3.Connection) -> None:
    if copy.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
        raise NotDoneError(DAMAGED)
