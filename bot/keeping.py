"""Migrating, backing up and purging: what operators do beside a running server."""

import asyncio
import shutil
import sqlite3
from datetime import timedelta
from pathlib import Path

from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, delete, select

from bot.settings import Settings
from bot.wiring import build_core
from storage.database import erase_journal
from storage.migrate import migrate
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
    url = make_url(settings.main_url)
    if url.get_backend_name() == "sqlite":
        await asyncio.to_thread(_copy, Path(url.database or ""), file)
        return
    dump = shutil.which("pg_dump")
    if dump is None:
        raise KeepingError("pg_dump isn't here: install PostgreSQL's client, then try again.")
    plain = url.set(drivername="postgresql").render_as_string(hide_password=False)
    process = await asyncio.create_subprocess_exec(dump, "-Fc", "-f", str(file), plain)
    if await process.wait() != 0:
        raise KeepingError("pg_dump did not finish; what it said stands above.")


def _copy(database: Path, file: Path) -> None:
    if not database.exists():
        raise KeepingError("There is no main database yet: start the server once first.")
    source, target = sqlite3.connect(database), sqlite3.connect(file)
    try:
        source.backup(target)
    finally:
        target.close()
        source.close()


async def purge_closed(settings: Settings) -> int:
    """Deletes closed threads after the partnership's retention; gives how many."""
    core = build_core(settings)
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
