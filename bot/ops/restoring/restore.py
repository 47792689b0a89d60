"""Bringing a backup back: what was closed since then stays closed, what is held stays held."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession
from sqlmodel import col, delete

from bot.base.postgres import NotDoneError
from bot.base.settings import Settings
from bot.ops.restoring.backup_file import Backup, Names, read_backup
from bot.ops.restoring.lost import (
    addresses_in,
    newer,
    refuse_to_lose_holds,
    refuse_without_keyring,
)
from bot.ops.restoring.replaced import Replaced, replaced
from bot.ops.restoring.swap import draft_on_sqlite, put_on_postgres
from bot.ops.stores import fitting_keys, refuse_misplaced
from bot.wiring import Core, build_core
from storage.audit.trail import record
from storage.engine.clock import Clock
from storage.engine.database import make_engine, opened
from storage.engine.migrate import migrate
from storage.engine.private_files import file_of
from storage.engine.single_server import AlreadyServedError, serving_alone
from storage.maintenance.pairing import Pairing
from storage.maintenance.reconcile import reconcile
from storage.partnership import earliest_day
from storage.partnership.loading import read_written
from storage.schema import Step, Thread
from storage.schema.values import State


@dataclass(frozen=True)
class Meant:
    """What an operator said of a restore."""

    replace: bool = False
    """That it may take the place of a main database."""
    without_keyring: bool = False
    """That the keyring is lost, and with it the way back of every thread that was open."""
    agrees: Callable[[str], bool] = lambda _: False
    """Asks whether what is newer, as these words say, may be lost."""


@dataclass(frozen=True)
class Restored:
    """What was set right after a backup was brought back."""

    closed: int
    orphans: int
    holds: int | None
    """Legal holds set since the backup, set again; None if what stood here couldn't be read."""
    without_keyring: bool = False

    def in_words(self) -> Iterator[str]:
        """Says what an operator reads."""
        yield "The backup is in place, and up to date."
        closed = (
            "Threads without an address in this keyring: {}. They are closed"
            if self.without_keyring
            else "Threads closed since the backup: {}. They are closed again"
        )
        yield (
            f"{closed.format(self.closed)}; their text can't be read any more, and whoever raised "
            "them can't be reached through us."
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
    settings: Settings, file: Path, meant: Meant, clock: Clock | None = None
) -> Restored:
    """Puts a backup in the main database's place, while nothing is served.

    Everything is looked at first: what is refused leaves all as it was.
    """
    await refuse_misplaced(settings)
    if not await asyncio.to_thread(file.is_file):
        raise NotDoneError(f"{file} is no file: name a backup that upstander backup wrote.")
    written = read_written(settings.partnership)
    backup = await read_backup(make_url(settings.main_url), file)
    keys = await fitting_keys(
        settings, written.partnership.id, backup.keys, begins_keyring=meant.without_keyring
    )
    await asyncio.to_thread(_make_folder, settings)
    try:
        async with build_core(settings, clock, written, keys) as core:
            with serving_alone(settings.main_url):
                before = await _agreed(core, backup, meant)
                return await _put(core, backup, before, meant)
    except AlreadyServedError:
        raise NotDoneError("A server runs on this database: end it first, then restore.") from None


def _make_folder(settings: Settings) -> None:
    for folder in (
        settings.data_dir,
        path.parent if (path := file_of(settings.main_url)) else None,
    ):
        if folder is not None:
            folder.mkdir(0o700, parents=True, exist_ok=True)


async def _agreed(core: Core, backup: Backup, meant: Meant) -> Replaced | None:
    """Finds what stands there. Raises NotDoneError for what would be lost, unless that is meant."""
    url = make_url(core.settings.main_url)
    before = await replaced(url, meant.replace)
    refuse_to_lose_holds(before, backup)
    here = await addresses_in(core)
    if not meant.without_keyring:
        refuse_without_keyring(core.partnership.id, backup, before, here)
    words = newer(core.partnership.id, backup, before, here)
    if not words:
        return before
    if not meant.agrees(words):
        raise NotDoneError("Nothing was changed. To lose what is newer than the backup: add --yes.")
    # They may have thought about it for long, and a server was started meanwhile.
    before = await replaced(url, meant.replace)
    refuse_to_lose_holds(before, backup)
    return before


async def _put(core: Core, backup: Backup, before: Replaced | None, meant: Meant) -> Restored:
    url = make_url(core.settings.main_url)
    if url.get_backend_name() == "sqlite":
        draft = await draft_on_sqlite(url, backup)
        # All that is known of what stands there goes in first: a kill can't come between.
        async with opened(make_engine(draft.url)) as engine:
            again = await _brought_up(core, engine, before)
        await draft.take_place()
    else:
        await put_on_postgres(url, backup)
        again = await _brought_up(core, core.engine, before)
    await core.keyring.migrate()
    await core.keyring.finish_rotation()
    today = earliest_day(core.partnership, core.clock.now())
    left = await reconcile(core.engine, core.keyring, core.keys, core.partnership.id, today)
    await Pairing(core.engine, core.keyring.engine, core.partnership.id).renew(joining=True)
    closed = left.closed + again.closed
    return Restored(closed, left.orphans, again.holds, meant.without_keyring)


@dataclass(frozen=True)
class _StillClosed:
    """What had been done since the backup, and is done again."""

    closed: int
    holds: int | None


async def _brought_up(core: Core, engine: AsyncEngine, before: Replaced | None) -> _StillClosed:
    await migrate(engine, "main")
    if before is None:
        return _StillClosed(0, None)
    async with AsyncSession(engine) as session, session.begin():
        # What stood here comes first: reconciling then destroys what leads to no thread any more.
        closed = await _close_again(session, core, before.kept)
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
