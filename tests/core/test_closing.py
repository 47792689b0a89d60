"""Whatever ends, and however: it lets go of the stores before they are closed, and they are."""

import asyncio
import sqlite3
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path
from time import monotonic

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url
from sqlalchemy.pool import QueuePool

from bot.app import build_app
from bot.jobs.steady_scheduler import Every, SteadyScheduler
from bot.ops.backup import migrate_both
from bot.wiring import Platforms, build_core
from storage.engine.clock import SystemClock
from storage.engine.database import transaction
from tests.conftest import Stores
from tests.core.anytown import Town
from tests.core.tools import settings_of

SQLITES = "(_connection_worker_thread)"
"""In the name of the thread that each connection to SQLite has until it is closed."""


def _open() -> set[threading.Thread]:
    return {thread for thread in threading.enumerate() if SQLITES in thread.name}


@asynccontextmanager
async def nothing_left() -> AsyncIterator[None]:
    """Afterwards no more is open than before."""
    before, until = _open(), monotonic() + 10
    yield
    while _open() - before and monotonic() < until:
        await asyncio.sleep(0.01)
    assert _open() - before == set()


def from_the_future(url: str, store: str) -> None:
    """A newer version has migrated it, so that whoever opens it is refused."""
    with closing(sqlite3.connect(make_url(url).database or "")) as connection:
        connection.execute(f"UPDATE {store}_version SET version_num = '9999'")
        connection.commit()


async def test_a_tick_that_is_at_work_lets_go_when_the_clock_stops(town: Town) -> None:
    at_work, scheduler = asyncio.Event(), SteadyScheduler(SystemClock())
    pool = town.core.engine.pool
    assert isinstance(pool, QueuePool)

    async def tick() -> None:
        with scheduler.at_work("tick"):
            async with transaction(town.core.engine) as session:
                await session.execute(text("SELECT 1"))
                at_work.set()
                await asyncio.sleep(60)

    scheduler.add_job(tick, Every(seconds=60), next_run_time=SystemClock().now())
    scheduler.start()
    await at_work.wait()
    assert pool.checkedout() == 1
    await scheduler.stop()
    assert pool.checkedout() == 0


async def test_a_server_that_cannot_start_closes_its_stores(
    sqlite_stores: Stores, tmp_path: Path
) -> None:
    from_the_future(sqlite_stores.keyring_url, "keyring")
    core = build_core(settings_of(sqlite_stores, tmp_path / "data"))
    app = build_app(core, Platforms(None, None))
    async with nothing_left():
        with pytest.raises(Exception, match="9999"):
            async with app.router.lifespan_context(app):
                pass


async def test_a_command_that_fails_closes_its_stores(
    sqlite_stores: Stores, tmp_path: Path
) -> None:
    from_the_future(sqlite_stores.keyring_url, "keyring")
    async with nothing_left():
        with pytest.raises(Exception, match="9999"):
            await migrate_both(settings_of(sqlite_stores, tmp_path / "data"))
