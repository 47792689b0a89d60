"""`upstander demo`: a living partnership in the browser, with nothing to configure."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from fastapi import FastAPI
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from bot.app import build_app
from bot.exporting import Exporting
from bot.importing import Importing
from bot.settings import Settings
from bot.web.client import WebClient
from bot.web.routes import web_routes
from bot.web.stored import StoredTable, StoredThread
from bot.web.web import Web
from bot.wiring import Core, Platforms, build_core
from storage.clock import MovableClock
from storage.partnership.reading import read_partnership
from storage.stored import rows_of
from storage.tables import Thread

EXAMPLE = Path(__file__).parent.parent / "deploy" / "partnership.example.yaml"


def build_demo(settings: Settings) -> FastAPI:
    """The real product on embedded SQLite in a folder of its own, with a movable clock."""
    clock = MovableClock()
    core = build_core(settings, clock, read_partnership(EXAMPLE))
    client = WebClient([m.id.partition(":")[2] for m in core.partnership.members])
    core.clients["web"] = client
    seeing = _Seeing(core)
    web = Web(
        dispatch=core.dispatch,
        partnership=core.partnership,
        clock=clock,
        settle=core.ticks.settle,
        stored_rows=seeing.rows,
        client=client,
        stored_threads=seeing.threads,
        files=(
            Importing(core.engine, core.keys, core.partnership, core.members, clock),
            Exporting(core.engine, core.keys, core.partnership, clock),
        ),
        next_due=core.ticks.next_due,
    )
    return build_app(core, Platforms(None, None), web_routes(web))


def demo_settings(host: str, port: int) -> Settings:
    """A fresh folder for each demo: nothing of it is kept."""
    folder = Path(tempfile.mkdtemp(prefix="upstander-demo-"))
    return Settings(
        data_dir=folder,
        host=host,
        port=port,
        database_url="",
        keyring_url="",
        secret_file=None,
    )


class _Seeing:
    """Lets the demo's visitors look into both stores."""

    def __init__(self, core: Core) -> None:
        self._core = core

    async def threads(self) -> Sequence[StoredThread]:
        """All threads, by their day and kind only."""
        async with AsyncSession(self._core.engine) as session:
            found = await session.scalars(
                select(Thread).order_by(col(Thread.day).desc(), col(Thread.id))
            )
            return [StoredThread(t.id, t.day, f"about-{t.about}") for t in found]

    async def rows(self, thread_id: str) -> Sequence[StoredTable]:
        """The rows of one thread in both stores."""
        core = self._core
        async with AsyncSession(core.engine) as session:
            thread = await session.get(Thread, (core.partnership.id, thread_id))
        if thread is None:
            return []
        found = await rows_of(
            core.engine, core.keyring.engine, core.partnership.id, thread_id, thread.return_ref
        )
        return [StoredTable(t.store, t.table, t.columns, t.rows) for t in found]
