"""APScheduler that ticks on when somebody sets the machine's clock.

It reckons its next wake-up by the time of day, so that a clock that is set back has it sleep as
long as that (agronholm/apscheduler #351, #794), and one that is set forward has it count every run
that was missed. Here a steady clock notices, and what is to run is reckoned anew.
"""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any, Final

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.base import BaseTrigger

from bot.base.logs import log
from storage.engine.clock import Clock, Jumps

LOOKING: Final = 1.0
"""Seconds between two looks at both clocks."""
NIGHT: Final = timedelta(hours=12)
"""What ran less than this ago isn't due again because the same time of day comes once more."""


ONE_AT_A_TIME: Final = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
"""Nothing piles up, and nothing is too late to run."""


class Every(BaseTrigger):  # type: ignore[misc]  # APScheduler ships no types
    """So long after it was begun last; what was missed meanwhile is one run, not many."""

    def __init__(self, **of: int) -> None:
        self._every = timedelta(**of)

    def get_next_fire_time(self, _previous: datetime | None, now: datetime) -> datetime:
        """Tells when it runs next."""
        return now + self._every


class SteadyScheduler(AsyncIOScheduler):  # type: ignore[misc]  # APScheduler ships no types
    """Runs jobs by the time of day, and notices when that is set."""

    def __init__(self, clock: Clock, **options: Any) -> None:
        super().__init__(**{"timezone": "UTC", "job_defaults": ONE_AT_A_TIME, **options})
        self._clock = clock
        self._ran: dict[str, datetime] = {}
        self._at_work: set[asyncio.Task[Any]] = set()

    def ran(self, name: str) -> None:
        """Takes note that this job has begun, by the clock that nobody sets."""
        self._ran[name] = self._clock.steady()

    def start(self, paused: bool = False) -> None:
        """Starts the jobs, and to look at the clocks."""
        super().start(paused)
        self._at_work.add(asyncio.create_task(self._look(), name="clocks"))

    @contextmanager
    def at_work(self, name: str) -> Iterator[None]:
        """Keeps the task of a job that begins, until it ends: whoever stops all waits for it."""
        self.ran(name)
        task = asyncio.current_task()
        if task is not None:
            self._at_work.add(task)
            task.add_done_callback(self._at_work.discard)
        yield

    async def stop(self) -> None:
        """Ends both, and waits for what was under way: it holds connections to the stores."""
        self.shutdown(wait=False)
        await asyncio.sleep(0)  # that is done in the loop's next turn, and begins nothing any more
        tasks = [*self._at_work]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _look(self) -> None:
        jumps = Jumps(self._clock)
        while True:
            await asyncio.sleep(LOOKING)
            if jump := jumps.since():
                log.said("the machine's clock was set", by_seconds=round(jump.total_seconds()))
                self.reckon()

    def reckon(self) -> None:
        """Has each job run by the clock as it is now: what runs often at once, the others once a
        night.
        """
        for job in self.get_jobs():
            due = self._clock.now()
            if not isinstance(job.trigger, Every):
                due = job.trigger.get_next_fire_time(None, due + self._rests(job.id))
            # What the clock has just jumped over is due before: it runs at once, too.
            job.modify(next_run_time=min(due, job.next_run_time))

    def _rests(self, name: str) -> timedelta:
        ran = self._ran.get(name)
        return max(NIGHT - (self._clock.steady() - ran), timedelta()) if ran else timedelta()
