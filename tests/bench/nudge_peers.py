"""Who claims and settles what is due: we, APScheduler and Procrastinate, each as it is meant to.

Each is made ready with so many things due, which isn't timed, and is then let run until none is.
"""

import asyncio
import importlib
import importlib.util
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final, Protocol

from apscheduler.executors.asyncio import AsyncIOExecutor
from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy import create_engine, event, insert, select
from sqlalchemy.engine import make_url

from storage.delivery.due_steps import StepStore
from storage.engine.database import PRAGMAS, transaction
from tests.bench.nudge_town import Due, more_steps
from tests.core.anytown import Town


class Contestant(Protocol):
    """Somebody who works off what is due."""

    name: str

    async def ready(self, many: int) -> None:
        """So many things are due now."""
        ...

    async def run(self, many: int) -> None:
        """Works them off, all of them."""
        ...


@dataclass
class Claims:
    """Ours: each step is claimed and settled, and nothing is done in it."""

    town: Town
    threads: Sequence[str]
    name: str = "claim and settle"

    async def ready(self, many: int) -> None:
        """A step more in so many threads."""
        await more_steps(self.town, self.threads[:many])

    async def run(self, many: int) -> None:
        """As a tick does it, with nothing to decide."""
        store = StepStore(self.town.core.engine, self.town.core.partnership.id)
        taken = 0
        while some := await self._claimed(store):
            taken += some
        assert taken == many, f"{taken} of {many} were claimed"

    async def _claimed(self, store: StepStore) -> int:
        async with transaction(self.town.core.engine) as session:
            return len(await store.claim(session, self.town.clock.now()))


@dataclass
class Nudges:
    """Ours: the whole nudge, up to its cards in the outbox and its next turn."""

    town: Town
    due: Due
    name: str = "the whole nudge"

    async def ready(self, many: int) -> None:
        """The clock moves to the next moment at which so many fall due."""
        self.town.clock.set(self.due.next())

    async def run(self, many: int) -> None:
        """A tick."""
        taken = await self.town.core.ticks.steps()
        assert taken == many, f"{taken} of {many} were taken"


RAN: Final = [0]


async def job() -> None:
    """What the others run: nothing but counting that it ran."""
    RAN[0] += 1


@dataclass
class Jobs:
    """APScheduler with its SQLAlchemyJobStore, a date job a nudge."""

    url: str
    name: str = "APScheduler"
    scheduler: Any = field(init=False)

    def __post_init__(self) -> None:
        logging.getLogger("apscheduler").setLevel(logging.WARNING)
        store = SQLAlchemyJobStore(engine=_engine(self.url))
        self.scheduler = AsyncIOScheduler(
            timezone="UTC",
            jobstores={"default": store},
            executors={"default": AsyncIOExecutor()},
            job_defaults={"misfire_grace_time": None},
        )
        self.scheduler.start(paused=True)

    def later(self, many: int) -> None:
        """So many jobs that aren't due for years, as its store would have written them."""
        store = self.scheduler._lookup_jobstore("default")
        far = datetime(2040, 1, 1, tzinfo=UTC)
        first = self.scheduler.add_job(job, "date", run_date=far, id="first")
        with store.engine.begin() as connection:
            table = store.jobs_t
            [row] = connection.execute(select(table).where(table.c.id == first.id)).mappings()
            at = row["next_run_time"]
            rows = [dict(row, id=f"later-{n}", next_run_time=at + n) for n in range(1, many)]
            connection.execute(insert(table), rows)

    async def ready(self, many: int) -> None:
        """So many jobs, whose date is now."""
        for _ in range(many):
            self.scheduler.add_job(job, "date", run_date=datetime.now(UTC))

    async def run(self, many: int) -> None:
        """Until the last has run."""
        until = RAN[0] + many
        self.scheduler.resume()
        while until > RAN[0]:
            await asyncio.sleep(0.001)
        self.scheduler.pause()


def _engine(url: str) -> Any:
    # The same settings as our own database has: it is to be no slower for the disk's sake.
    found = create_engine(url.replace("+aiosqlite", ""))
    if found.dialect.name == "sqlite":
        event.listen(found, "connect", _prepared)
    return found


def _prepared(connection: Any, _record: object) -> None:
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def procrastinate_lacking() -> str | None:
    """Why Procrastinate can't be measured here, or None."""
    wanted = ("procrastinate", "psycopg_pool")
    if all(importlib.util.find_spec(name) is not None for name in wanted):
        return None
    return "no Procrastinate: install deploy/requirements-dev.txt"


@dataclass
class Tasks:
    """Procrastinate, a job a nudge, and a worker of its own in the same process."""

    app: Any
    task: Any
    name: str = "Procrastinate"

    async def ready(self, many: int) -> None:
        """So many jobs."""
        await self.task.batch_defer_async(*({} for _ in range(many)))

    async def run(self, many: int) -> None:
        """A worker, until it finds no more."""
        until = RAN[0] + many
        await self.app.run_worker_async(
            wait=False,
            concurrency=10,
            listen_notify=False,
            install_signal_handlers=False,
            delete_jobs="always",
        )
        assert until == RAN[0], f"{until - RAN[0]} of {many} didn't run"


@asynccontextmanager
async def tasks(url: str) -> AsyncIterator[Tasks]:
    """Procrastinate on this database."""
    procrastinate = importlib.import_module("procrastinate")
    logging.getLogger("procrastinate").setLevel(logging.ERROR)
    where = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    app = procrastinate.App(connector=procrastinate.PsycopgConnector(conninfo=where, max_size=12))
    async with app.open_async():
        await app.schema_manager.apply_schema_async()
        yield Tasks(app, app.task(name="nudge")(job))
