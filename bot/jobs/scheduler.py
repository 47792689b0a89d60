"""APScheduler jobs without arguments, nothing else."""

import logging
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from bot.base.logs import log
from bot.jobs.steady_scheduler import Every, SteadyScheduler
from bot.jobs.ticks import Ticks
from storage.engine.clock import SystemClock

Tick = Callable[[], Awaitable[object]]
"""Something done by the clock; what it gives back is for whoever calls it otherwise."""


def start_clock(
    ticks: Ticks, beat: Tick | None = None, watch: Tick | None = None
) -> SteadyScheduler:
    """Starts the ticks; each may run in every replica, and none piles up."""
    machine = SystemClock()  # by which APScheduler reckons, whatever the database's says
    scheduler = SteadyScheduler(machine)

    def add(name: str, tick: Tick, trigger: object, **when: Any) -> None:
        scheduler.add_job(_guarded(name, tick, scheduler), trigger, id=name, **when)

    add("steps", ticks.steps, Every(seconds=1))
    add("outbox", ticks.outbox, Every(seconds=1))
    add("follow", ticks.follow, Every(seconds=1))
    add("time", ticks.keep_time, Every(minutes=1))
    add("digests", ticks.digests, Every(minutes=1))
    add("depart", ticks.depart, Every(minutes=1))
    add("tidy", ticks.tidy, Every(minutes=5))
    if watch is not None:
        add("watch", watch, Every(seconds=10))
    if beat is not None:
        add("heartbeat", beat, Every(minutes=1))
    for name, tick in (
        ("recalculate", ticks.recalculate),
        ("audit", ticks.audit),
        ("compare", ticks.compare),
        ("fared", ticks.count_fared),
        ("figures", ticks.publish_figures),
        ("quarterly", ticks.ask_quarterly),
    ):
        # At the start too: the file may have changed, and a crash may have left something.
        add(name, tick, Every(hours=1), next_run_time=machine.now())
    add("stores", ticks.tidy_stores, Every(hours=1))
    add("rotate", ticks.rotate, "cron", hour=3, minute=10, timezone="UTC")
    add("seal", ticks.seal, "cron", hour=3, minute=20, timezone="UTC")
    # A tick that is still at work when the next is due is left out, and that is nothing to report.
    logging.getLogger("apscheduler.scheduler").setLevel(logging.ERROR)
    scheduler.start()
    return scheduler


def _guarded(
    name: str, tick: Tick, scheduler: SteadyScheduler
) -> Callable[[], Coroutine[Any, Any, None]]:
    async def run() -> None:
        with scheduler.at_work(name):
            try:
                await tick()
            except Exception as error:
                log.failed(f"tick {name}", error)

    return run
