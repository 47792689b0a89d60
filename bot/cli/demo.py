"""`upstander demo`: a living partnership in the browser, with nothing to configure."""

import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select
from starlette.applications import Starlette

from bot.app import build_app
from bot.base.settings import Settings
from bot.files.exporting import Exporting
from bot.files.importing import Importing
from bot.ops.checking.operating import Operating
from bot.web.context import DemoClock, Web
from bot.web.demo.stored import StoredTable, StoredThread
from bot.web.routes import web_routes
from bot.wiring import Core, Platforms, build_core, build_web_client
from handlers.contract.people import Named
from storage.engine.clock import MovableClock
from storage.keyring.tables import ring, waiting
from storage.keyring.waiting_rows import WAITING
from storage.maintenance.inspect import rows_of
from storage.partnership import earliest_day
from storage.partnership.loading import read_written
from storage.schema import Thread

DEPLOY = Path(__file__).parents[2] / "deploy"
EXAMPLE = DEPLOY / "partnership.example.yaml"
COUNTY = DEPLOY / "county.example.yaml"
REFERRALS = DEPLOY / "referrals.example.csv"
RECORDER = "sarah-lloyd"
"""Who recorded the example's referrals: of an agency that doesn't have them, and reads English."""


def build_demo(
    settings: Settings,
    clock: DemoClock | None = None,
    referrals: Path | None = REFERRALS,
    partnership: Path = EXAMPLE,
) -> Starlette:
    """Builds the real product on embedded SQLite in a folder of its own, with a movable clock.

    It begins with a few referrals, so that the lists aren't empty; None begins with nothing.
    """
    clock = clock or MovableClock()
    core = build_core(settings, clock, read_written(partnership))
    client = build_web_client(core)
    seeing = _Seeing(core)
    importing = Importing(core.transactions, core.members)
    web = Web(
        dispatch=core.dispatch,
        partnership=core.partnership,
        clock=clock,
        drain=_doing_what_is_due(core),
        stored_rows=seeing.rows,
        client=client,
        stored_threads=seeing.threads,
        files=(importing, Exporting(core.engine, core.keys, core.partnership, clock)),
        operations=Operating(core, dict),
        next_due=core.ticks.next_due,
        next_morning=core.ticks.next_morning,
        by_the_calendar=core.ticks.by_the_calendar,
    )
    app = build_app(core, Platforms(None, None), web_routes(web))
    if referrals is not None:
        _begin_with(referrals.read_bytes(), app, web, importing)
    return app


def _doing_what_is_due(core: Core) -> Callable[[], Awaitable[None]]:
    """Makes what is due happen by the demo's own clock: the numbers of a quarter, too, which
    elsewhere come by the machine's hour."""

    async def do() -> None:
        await core.ticks.drain()
        await core.ticks.publish_figures()

    return do


def _begin_with(referrals: bytes, app: Starlette, web: Web, importing: Importing) -> None:
    """Once the stores are open, what stands in the file is recorded as anybody would do it."""
    opened = app.router.lifespan_context

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        async with opened(app):
            actor = web.people.actor(RECORDER)
            who = Named(actor.person, actor.name, actor.agency)
            await importing.take(who, referrals, anyway=True)
            await web.drain()
            yield

    app.router.lifespan_context = lifespan


def demo_settings(host: str, port: int) -> Settings:
    """Makes a fresh folder for each demo: nothing of it is kept."""
    folder = Path(tempfile.mkdtemp(prefix="upstander-demo-"))
    return Settings(
        data_dir=folder,
        keys_dir=folder / "keys",
        host=host,
        port=port,
        metrics_port=0,
        database_url="",
        keyring_url="",
        secret_file=None,
    )


def _kind_of(thread: Thread) -> str:
    return f"about-{thread.about}" if thread.about else f"kind-of-{thread.command}"


class _Seeing:
    """Lets the demo's visitors look into both stores."""

    def __init__(self, core: Core) -> None:
        self._core = core

    async def threads(self) -> Sequence[StoredThread]:
        """Lists all threads, by their day and kind only."""
        async with AsyncSession(self._core.engine) as session:
            found = await session.scalars(
                select(Thread).order_by(col(Thread.day).desc(), col(Thread.id))
            )
            threads = [StoredThread(t.id, t.day, _kind_of(t)) for t in found]
        today = earliest_day(self._core.partnership, self._core.clock.now())
        waits = [StoredThread(WAITING, today, "web-waiting")] if await self._waiting() else []
        return [*waits, *threads]

    async def _waiting(self) -> Sequence[StoredTable]:
        """What waits, of everybody: nobody can tell whose a row is, or for which thread."""
        core = self._core
        async with core.keyring.engine.connect() as connection:
            both = (ring, ring.select().where(ring.c.kind == WAITING)), (waiting, waiting.select())
            found = [(t, [tuple(r) for r in await connection.execute(rows)]) for t, rows in both]
        return [
            StoredTable("keyring", table.name, tuple(column.name for column in table.c), rows)
            for table, rows in found
            if rows
        ]

    async def rows(self, thread_id: str) -> Sequence[StoredTable]:
        """Reads the rows of one thread in both stores."""
        if thread_id == WAITING:
            return await self._waiting()
        core = self._core
        async with AsyncSession(core.engine) as session:
            thread = await session.get(Thread, (core.partnership.id, thread_id))
        if thread is None:
            return []
        found = await rows_of(
            core.engine, core.keyring.engine, core.partnership.id, thread_id, thread.return_ref
        )
        return [StoredTable(t.store, t.table, t.columns, t.rows) for t in found]
