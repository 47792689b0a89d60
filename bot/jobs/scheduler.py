"""APScheduler jobs without arguments, nothing else."""

import logging
from collections.abc import Awaitable, Callable, Coroutine
from datetime import UTC, datetime
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.base.logs import log
from bot.jobs.ticks import Ticks

Tick = Callable[[], Awaitable[object]]
"""Something done by the clock; what it gives back is for whoever calls it otherwise."""


def start_clock(ticks: Ticks, beat: Tick | None = None) -> AsyncIOScheduler:
    """Starts the ticks; each may run in every replica, and none piles up."""
    scheduler = AsyncIOScheduler(
        timezone="UTC",
        job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
    )
    for name, tick, every in (
        ("steps", ticks.steps, {"seconds": 1}),
        ("outbox", ticks.outbox, {"seconds": 1}),
        ("digests", ticks.digests, {"minutes": 1}),
        ("tidy", ticks.tidy, {"minutes": 5}),
        *((("heartbeat", beat, {"minutes": 1}),) if beat is not None else ()),
    ):
        scheduler.add_job(_guarded(name, tick), "interval", id=name, **every)
    for name, tick in (("recalculate", ticks.recalculate), ("audit", ticks.audit)):
        # At the start too: the file may have changed, and a crash may have left something.
        now = datetime.now(UTC)
        scheduler.add_job(_guarded(name, tick), "interval", id=name, hours=1, next_run_time=now)
    scheduler.add_job(_guarded("rotate", ticks.rotate), "cron", id="rotate", hour=3, minute=10)
    scheduler.add_job(_guarded("seal", ticks.seal), "cron", id="seal", hour=3, minute=20)
    # A tick that is still at work when the next is due is left out, and that is nothing to report.
    logging.getLogger("apscheduler.scheduler").setLevel(logging.ERROR)
    scheduler.start()
    return scheduler


def _guarded(name: str, tick: Tick) -> Callable[[], Coroutine[Any, Any, None]]:
    async def run() -> None:
        try:
            await tick()
        except Exception as error:
            log.failed(f"tick {name}", error)

    return run
