"""Bringing a backup back: what was closed since then stays closed, what is held stays held."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession
from sqlmodel import col, delete

from bot.base.postgres import NotDoneError
from bot.base.settings import Settings
from bot.ops.stores import refuse_misplaced
from bot.ops.swap import Names, Replaced, draft_on_sqlite, put_on_postgres
from bot.wiring import Core, build_core
from storage.audit.trail import record
from storage.engine.clock import Clock
from storage.engine.database import make_engine, opened
from storage.engine.migrate import migrate
from storage.engine.single_server import AlreadyServedError, serving_alone
from storage.maintenance.pairing import Pairing
from storage.maintenance.reconcile import reconcile
from storage.partnership import earliest_day
from storage.schema import Step, Thread
from storage.schema.values import State


@dataclass(frozen=True)
class Restored:
    """What was set right after a backup was brought back."""

    closed: int
    orphans: int
    holds: int | None
    """Legal holds set since the backup, set again; None if what stood here couldn't be read."""

    def in_words(self) -> Iterator[str]:
        """Says what an operator reads."""
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
    await refuse_misplaced(settings)
    if not await asyncio.to_thread(file.is_file):
        raise NotDoneError(f"{file} is no file: name a backup that upstander backup wrote.")
    try:
        async with build_core(settings, clock) as core:
            with serving_alone(settings.main_url):
                return await _put(core, file, replace)
    except AlreadyServedError:
        raise NotDoneError("A server runs on this database: end it first, then restore.") from None


async def _put(core: Core, file: Path, replace: bool) -> Restored:
    url = make_url(core.settings.main_url)
    if url.get_backend_name() == "sqlite":
        again = await _by_draft(core, url, file, replace)
    else:
        before = await put_on_postgres(url, file, replace)
        again = await _brought_up(core, core.engine, before)
    await core.keyring.migrate()
    await core.keyring.finish_rotation()
    today = earliest_day(core.partnership, core.clock.now())
    left = await reconcile(core.engine, core.keyring, core.keys, core.partnership.id, today)
    await Pairing(core.engine, core.keyring.engine, core.partnership.id).renew(joining=True)
    return Restored(left.closed + again.closed, left.orphans, again.holds)


@dataclass(frozen=True)
class _StillClosed:
    """What had been done since the backup, and is done again."""

    closed: int
    holds: int | None


async def _by_draft(core: Core, url: URL, file: Path, replace: bool) -> _StillClosed:
    folder = Path(url.database or "").parent
    await asyncio.to_thread(folder.mkdir, 0o700, parents=True, exist_ok=True)
    draft = await draft_on_sqlite(url, file, replace)
    # All that is known of what stands there goes into the draft first: a kill can't come between.
    async with opened(make_engine(draft.url)) as engine:
        again = await _brought_up(core, engine, draft.before)
    await draft.take_place()
    return again


async def _brought_up(core: Core, engine: AsyncEngine, before: Replaced | None) -> _StillClosed:
    await migrate(engine, "main")
    if before is None:
        return _StillClosed(0, None)
    async with AsyncSession(engine) as session, session.begin():
        # What stood here comes first: reconciling then destroys what leads to no thread any more.
        closed = await _close_again(session, core, before.closed)
        held = await _hold_again(session, core, before.held)
        today = earliest_day(core.partnership, core.clock.now())
        await record(session, core.keys, core.partnership.id, today, [*closed, *held])
    return _StillClosed(len(closed), len(held))


async def _hold_again(session: AsyncSession, core: Core, before: Names) -> list[tuple[str, str]]:
    again = [t for t in await _standing(session, core, before) if not t.hold]
    for thread in again:
        thread.hold = True
    return [(thread.id, "hold") for thread in again]


async def _close_again(session: AsyncSession, core: Core, before: Names) -> list[tuple[str, str]]:
    """Closed since the backup with their way back kept: without it, so that they stay closed."""
    again = [t for t in await _standing(session, core, before) if t.state != State.CLOSED]
    for thread in again:
        thread.state = State.CLOSED
        here = col(Step.partnership_id) == thread.partnership_id, col(Step.thread_id) == thread.id
        await session.execute(delete(Step).where(*here))
    return [(thread.id, "closed") for thread in again]


async def _standing(session: AsyncSession, core: Core, names: Names) -> list[Thread]:
    ours = [name for name in sorted(names) if name[0] == core.partnership.id]
    found = [await session.get(Thread, name) for name in ours]
    return [thread for thread in found if thread is not None]
