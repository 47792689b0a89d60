"""Bringing a backup back: what was closed since then stays closed, what is held stays held."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, delete

from bot.postgres_tools import KeepingError
from bot.replacing import Names, Replaced, put_on_postgres, put_on_sqlite
from bot.settings import Settings
from bot.wiring import Core, build_core
from storage.audit import record
from storage.clock import Clock
from storage.migrate import migrate
from storage.serving_lock import AlreadyServedError, serving_alone
from storage.sweep import mend
from storage.tables import Step, Thread


@dataclass(frozen=True)
class Restored:
    """What was mended after a backup was brought back."""

    closed: int
    orphans: int
    holds: int | None
    """Legal holds set since the backup, set again; None if what stood here couldn't be read."""

    def in_words(self) -> Iterator[str]:
        """What an operator reads."""
        yield "The backup is in place, and up to date."
        yield (
            f"Threads closed since the backup: {self.closed}. They are closed again; "
            "whoever raised them can't be reached through us any more."
        )
        yield f"Addresses whose threads aren't in the backup: {self.orphans}. Destroyed."
        if self.holds is None:
            yield (
                "What stood here before couldn't be read. If legal holds were set since the "
                "backup, set them again now, before the next purge: upstander hold THREAD. A "
                "thread closed since, whose way back was kept for later questions, is open again."
            )
        else:
            yield f"Legal holds set since the backup: {self.holds}. They are set again."
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
    if on_sqlite:
        folder = Path(url.database or "").parent
        await asyncio.to_thread(folder.mkdir, 0o700, parents=True, exist_ok=True)
    try:
        with serving_alone(settings.main_url):
            put = put_on_sqlite if on_sqlite else put_on_postgres
            return await _mended(settings, await put(url, file, replace), clock)
    except AlreadyServedError:
        raise KeepingError("A server runs on this database: end it first, then restore.") from None


async def _mended(settings: Settings, before: Replaced | None, clock: Clock | None) -> Restored:
    core = build_core(settings, clock)
    try:
        await migrate(core.engine, "main")
        await core.keyring.migrate()
        await core.keyring.finish_rotation()
        today = core.clock.now().date()
        # What stood here comes first: mending then destroys what leads to no thread any more.
        closed = await _close_again(core, before.closed) if before else 0
        holds = await _hold_again(core, before.held) if before else None
        mended = await mend(core.engine, core.keyring, core.keys, core.partnership.id, today)
    finally:
        await core.close()
    return Restored(mended.closed + closed, mended.orphans, holds)


async def _hold_again(core: Core, before: Names) -> int:
    again = []
    async with AsyncSession(core.engine) as session, session.begin():
        for partnership_id, id in sorted(before):
            thread = await session.get(Thread, (partnership_id, id))
            if thread is None or partnership_id != core.partnership.id:
                continue
            if not thread.hold or core.engine.dialect.name == "sqlite":  # set in the draft there
                thread.hold = True
                again.append((id, "hold"))
        await record(session, core.keys, core.partnership.id, core.clock.now().date(), again)
    return len(again)


async def _close_again(core: Core, before: Names) -> int:
    """Closed since the backup with their way back kept: without it, so that they stay closed."""
    again = []
    async with AsyncSession(core.engine) as session, session.begin():
        for partnership_id, id in sorted(before):
            thread = await session.get(Thread, (partnership_id, id))
            if thread is None or partnership_id != core.partnership.id or thread.state == "closed":
                continue
            thread.state = "closed"
            again.append((id, "closed"))
            here = col(Step.partnership_id) == partnership_id, col(Step.thread_id) == id
            await session.execute(delete(Step).where(*here))
        await record(session, core.keys, core.partnership.id, core.clock.now().date(), again)
    return len(again)
