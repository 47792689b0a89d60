"""Migrating, backing up and purging: what operators do beside a running server."""

import asyncio
import os
import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, delete, select

from bot.settings import Settings
from bot.wiring import build_core
from storage.database import erase_journal
from storage.migrate import is_current, migrate
from storage.tables import Audience, Audit, CardSent, Message, Outbox, Step, Thread, ThreadKey


class KeepingError(Exception):
    """It can't be done as asked; the text says what to do instead."""


async def migrate_both(settings: Settings) -> None:
    """Brings both databases to the newest schema."""
    core = build_core(settings)
    await migrate(core.engine, "main")
    await core.keyring.migrate()
    await core.close()


async def back_up(settings: Settings, file: Path) -> None:
    """A consistent copy of the main database. The keyring is another store, and stays out."""
    if await asyncio.to_thread(file.exists):
        raise KeepingError(f"{file} is there already: name a new file.")
    if settings.main_url == settings.ring_url:
        raise KeepingError("The keyring is in the main database: give it a store of its own first.")
    if not await asyncio.to_thread(os.path.isdir, file.parent):
        raise KeepingError(f"{file.parent} is no folder: make it first, or name another file.")
    url = make_url(settings.main_url)
    if url.get_backend_name() == "sqlite":
        await asyncio.to_thread(_copy, Path(url.database or ""), file)
        return
    dump = shutil.which("pg_dump")
    if dump is None:
        raise KeepingError("pg_dump isn't here: install PostgreSQL's client, then try again.")
    # The password goes by the environment: a command line is for everyone on the machine to see.
    plain = url.set(drivername="postgresql", password=None).render_as_string()
    secret = {} if url.password is None else {"PGPASSWORD": url.password}
    process = await asyncio.create_subprocess_exec(
        dump, "-Fc", "-f", str(file), plain, env=os.environ | secret
    )
    if await process.wait() != 0:
        raise KeepingError("pg_dump did not finish; what it said stands above.")


def _copy(database: Path, file: Path) -> None:
    if not database.exists():
        raise KeepingError("There is no main database yet: start the server once first.")
    with closing(sqlite3.connect(database)) as source:
        named = {name for (name,) in source.execute("SELECT name FROM sqlite_master")}
        if "thread" not in named:
            raise KeepingError("The main database is empty: run upstander migrate first.")
        if "ring" in named:
            raise KeepingError("The keyring is in this database: give it a store of its own first.")
        file.touch(mode=0o600, exist_ok=False)
        with closing(sqlite3.connect(file)) as target:
            source.backup(target)


async def purge_closed(settings: Settings) -> int:
    """Deletes closed threads after the partnership's retention; gives how many."""
    core = build_core(settings)
    if not await is_current(core.engine, "main"):
        await core.close()
        raise KeepingError("The main database is not up to date: run upstander migrate first.")
    before = core.clock.now().date() - timedelta(days=core.partnership.retention.days_after_closing)
    async with AsyncSession(core.engine) as session, session.begin():
        closed = select(Audit.thread_id).where(
            col(Audit.partnership_id) == core.partnership.id,
            col(Audit.what) == "closed",
            col(Audit.day) <= before,
        )
        ids = list(await session.scalars(closed))
        for table in (ThreadKey, Message, Audience, Step, Audit):
            await session.execute(delete(table).where(col(table.thread_id).in_(ids)))
        for keyed in (CardSent, Outbox):
            await session.execute(delete(keyed).where(col(keyed.key).in_(ids)))
        await session.execute(delete(Thread).where(col(Thread.id).in_(ids)))
    await erase_journal(core.engine)
    await core.close()
    return len(set(ids))
