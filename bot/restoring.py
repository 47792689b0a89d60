"""Bringing a backup back: what was closed since then stays closed, what is held stays held."""

import asyncio
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncSession
from sqlmodel import col, select

from bot.postgres_tools import KeepingError, run_tool
from bot.settings import Settings
from bot.wiring import Core, build_core
from storage.audit import record
from storage.clock import Clock
from storage.database import make_engine
from storage.keyring_tables import keyring_metadata
from storage.migrate import migrate
from storage.serving_lock import serving_alone
from storage.sweep import Mended, mend
from storage.tables import Thread, main_metadata

HELD: Final = "SELECT partnership_id, id FROM thread WHERE hold"
OURS: Final = "it isn't a backup of the main database"
Holds = frozenset[tuple[str, str]]


@dataclass(frozen=True)
class Restored:
    """What was mended after a backup was brought back."""

    mended: Mended
    holds: int | None
    """Legal holds set since the backup, set again; None if what stood here couldn't be read."""

    def in_words(self) -> Iterator[str]:
        """What an operator reads."""
        yield "The backup is in place, and up to date."
        yield (
            f"{self.mended.closed} threads have no way back in the keyring any more, so they were "
            "closed since the backup: they are closed again, and their text can't be read."
        )
        yield f"{self.mended.orphans} ways back led to no thread of the backup: destroyed."
        if self.holds is None:
            yield (
                "What stood here before couldn't be read: if legal holds were set since the "
                "backup, set them again now, before the next purge (upstander hold THREAD)."
            )
        else:
            yield f"{self.holds} legal holds set since the backup are set again."
        yield "A message that was sent since the backup may be sent once more."


async def restore(
    settings: Settings, file: Path, replace: bool = False, clock: Clock | None = None
) -> Restored:
    """Puts a backup in the main database's place, while nothing is served."""
    if settings.main_url == settings.ring_url:
        raise KeepingError("The keyring is in the main database: give it a store of its own first.")
    if not await asyncio.to_thread(file.is_file):
        raise KeepingError(f"{file} is no file: name a backup that upstander backup wrote.")
    url = make_url(settings.main_url)
    on_sqlite = url.get_backend_name() == "sqlite"
    with serving_alone(settings.main_url):
        before = await (_on_sqlite if on_sqlite else _on_postgres)(url, file, replace)
        core = build_core(settings, clock)
        try:
            return await _mended(core, before)
        finally:
            await core.close()


async def _mended(core: Core, before: Holds | None) -> Restored:
    await migrate(core.engine, "main")
    await core.keyring.migrate()
    await core.keyring.finish_rotation()
    today = core.clock.now().date()
    holds = None if before is None else await _hold_again(core, before)
    mended = await mend(core.engine, core.keyring, core.keys, core.partnership.id, today)
    return Restored(mended, holds)


async def _hold_again(core: Core, before: Holds) -> int:
    mine = [id for partnership_id, id in before if partnership_id == core.partnership.id]
    again = []
    async with AsyncSession(core.engine) as session, session.begin():
        for id in sorted(mine):
            thread = await session.get(Thread, (core.partnership.id, id))
            if thread is not None and not thread.hold:
                thread.hold = True
                again.append((id, "hold"))
        await record(session, core.keys, core.partnership.id, core.clock.now().date(), again)
    return len(again)
