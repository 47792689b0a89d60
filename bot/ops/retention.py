"""What is kept and what goes: legal holds, and the end of threads that were closed long ago."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from sqlalchemy import ColumnElement, delete
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, func, select

from bot.base.postgres import NotDoneError
from bot.base.settings import Settings
from bot.ops.backup import current_core
from bot.wiring import Core
from storage.audit.trail import record
from storage.engine.clock import Clock
from storage.engine.database import erase_journal
from storage.engine.own_rows import OwnRows
from storage.maintenance.old_versions import forget_versions
from storage.partnership import earliest_day
from storage.repository.challenges import quarter_of
from storage.repository.published.figures import Figures, first_day, quarter_before
from storage.schema import Audit, Thread, main_metadata
from storage.schema.values import State

BATCH: Final = 200
QUESTIONS_OVER: Final = timedelta(days=104)
"""The later questions come 30 and 90 days after the closing, and wait two weeks for an answer."""

COUNTED_WITHIN: Final = timedelta(days=7)
"""So long what ended in a quarter waits to be counted once that is over."""

OF_A_THREAD: Final = tuple(
    (table, table.c[name])
    for table in main_metadata.tables.values()
    for name in ("thread_id", "key")
    if name in table.c
)
"""Every table that has rows of a thread, and the column that names it."""


@dataclass(frozen=True)
class Purged:
    """How many threads went, and how many were due but are under legal hold."""

    gone: int
    held: int
    versions: int = 0
    """Earlier versions of the partnership of which only the day is left."""


async def purge_closed(settings: Settings, clock: Clock | None = None) -> Purged:
    """Deletes what was closed longer ago than it is kept, but for what is under legal hold."""
    async with current_core(settings, clock) as core:
        counted = await counted_until(core)
        held = await count_due(core, counted, held=True)
        gone = 0
        while ids := await _purge_some(core, counted):
            gone += len(ids)
        async with AsyncSession(core.engine) as session, session.begin():
            today = earliest_day(core.partnership, core.clock.now())
            versions = await forget_versions(session, core.keys, core.partnership.id, today)
        # Also when nothing was due: a purge that was killed left its deleted bytes there.
        await erase_journal(core.engine)
    return Purged(gone, held, versions)


async def counted_until(core: Core) -> date:
    """Finds the first day whose quarter is still to be counted: what ended since stays till then.

    A quarter that nobody has counted in the week after it is counted no more.
    """
    today = earliest_day(core.partnership, core.clock.now())
    now, over = quarter_of(today), quarter_before(today)
    async with AsyncSession(core.engine) as session:
        figures = Figures(OwnRows.within(session, core.partnership.id))
        is_over = today - first_day(now) > COUNTED_WITHIN or await figures.is_published(over)
    return first_day(now if is_over else over)


def _due(core: Core, counted: date) -> list[ColumnElement[bool]]:
    today, kept_for = (
        earliest_day(core.partnership, core.clock.now()),
        core.partnership.retention.days_after_closing,
    )
    keeps = timedelta(days=max(kept_for, QUESTIONS_OVER.days))
    closed = (
        select(func.max(Audit.day))
        .where(
            col(Audit.partnership_id) == core.partnership.id,
            col(Audit.thread_id) == col(Thread.id),
            col(Audit.what) == "closed",
        )
        .scalar_subquery()
    )
    return [
        col(Thread.partnership_id) == core.partnership.id,
        col(Thread.state) == State.CLOSED,
        closed <= today - timedelta(days=kept_for),
        closed < counted,
        # Whoever lets the way back be kept is asked twice more before it goes.
        col(Thread.keeps).is_(False) | (closed <= today - keeps),
    ]


async def count_due(core: Core, counted: date, *, held: bool) -> int:
    """Counts what is due to go: that, or what a legal hold keeps."""
    due = *_due(core, counted), col(Thread.hold).is_(held)
    wanted = select(func.count()).select_from(Thread).where(*due)
    async with AsyncSession(core.engine) as session:
        return int(await session.scalar(wanted) or 0)


async def _purge_some(core: Core, counted: date) -> Sequence[str]:
    async with AsyncSession(core.engine) as session, session.begin():
        found = await session.execute(
            select(col(Thread.id), col(Thread.return_ref), col(Thread.keeps))
            .where(*_due(core, counted), col(Thread.hold).is_(False))
            .limit(BATCH)
            .with_for_update()
        )
        rows = found.all()
        ids = [id for id, _, _ in rows]
        await _delete(session, core.partnership.id, ids)
    # A way back that was kept goes last: a crash before this leaves it to the sweep.
    await core.keyring.destroy([ref for _, ref, keeps in rows if keeps and ref])
    return ids


async def _delete(session: AsyncSession, partnership_id: str, ids: Sequence[str]) -> None:
    places = sorted(OF_A_THREAD, key=lambda place: place[0].name != "thread_key")
    thread = main_metadata.tables["thread"]
    for table, column in (*places, (thread, thread.c.id)):
        here = table.c.partnership_id == partnership_id
        # Cards of a pause are named by its round, too.
        ends = ("", ":1", ":2") if column.name == "key" else ("",)
        these = [f"{id}{end}" for id in ids for end in ends]
        await session.execute(delete(table).where(here, column.in_(these)))


async def hold(settings: Settings, thread_id: str, lift: bool = False) -> bool:
    """Sets a legal hold, or lifts it; False if it is so already."""
    async with (
        current_core(settings) as core,
        AsyncSession(core.engine) as session,
        session.begin(),
    ):
        here = (core.partnership.id, thread_id)
        thread = await session.get(Thread, here, with_for_update=True)
        if thread is None:
            raise NotDoneError(f"There is no thread {thread_id} here: it may have been purged.")
        if thread.hold is not lift:
            return False
        thread.hold = not lift
        done = [(thread_id, "hold lifted" if lift else "hold")]
        today = earliest_day(core.partnership, core.clock.now())
        await record(session, core.keys, core.partnership.id, today, done)
    return True


async def held(settings: Settings) -> Sequence[str]:
    """Lists the threads under legal hold."""
    async with current_core(settings) as core:
        return await held_in(core)


async def held_in(core: Core) -> Sequence[str]:
    """Lists them on a core that is open."""
    async with AsyncSession(core.engine) as session:
        found = await session.scalars(
            select(col(Thread.id))
            .where(col(Thread.partnership_id) == core.partnership.id, col(Thread.hold).is_(True))
            .order_by(col(Thread.id))
        )
        return list(found)
