"""Somebody sets a running machine's clock: what the clock does goes on, once, and says so."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.core.delivery.answers import TryAgain
from bot.health import stuck_seconds
from bot.jobs.steady_scheduler import Every, SteadyScheduler
from storage.delivery.set_back import ASKING, follow_back
from storage.engine.clock import SystemClock, utc
from storage.engine.database import make_engine, together
from storage.engine.shared_clock import SharedClock
from storage.schema import main_metadata
from tests.conftest import Stores
from tests.core.anytown import CONCERN, FixedClock, Town
from tests.core.clocks import SetClock
from tests.handlers.challenge.acts import challenges
from tests.handlers.referral.test_dialogue import refers

HOURS = (-24, -1, 1, 24, 24 * 365 * 30)
JUMPS = [timedelta(hours=hours) for hours in HOURS]
NIGHT = datetime(2026, 11, 24, 3, 10, tzinfo=UTC)


async def test_ticks_go_on_however_the_clock_is_set() -> None:
    async def ticks_on(jump: timedelta) -> None:
        clock, ran = SetClock(), asyncio.Event()

        async def tick() -> None:
            ran.set()

        scheduler = SteadyScheduler(clock, timezone=clock)
        scheduler.add_job(tick, Every(seconds=1))
        scheduler.start()
        await asyncio.wait_for(ran.wait(), 10)
        for _ in range(2):
            clock.by += jump
            ran.clear()
            await asyncio.wait_for(ran.wait(), 10)
        await scheduler.stop()

    await asyncio.gather(*(ticks_on(jump) for jump in JUMPS))


class Nights:
    """A scheduler at night, of which only the reckoning is asked."""

    def __init__(self, clock: FixedClock) -> None:
        self.clock = clock
        self.scheduler = SteadyScheduler(clock)
        self.scheduler.add_job(self._nothing, "cron", id="rotate", hour=3, minute=10,
                               timezone="UTC", next_run_time=NIGHT)  # fmt: skip
        self.ran: list[datetime] = []

    async def _nothing(self) -> None: ...

    def set(self, jump: timedelta) -> None:
        """Somebody sets the clock, and that is noticed."""
        self.clock.jump(jump)
        self.scheduler.reckon()

    def goes_on(self, until: datetime) -> None:
        """As APScheduler would: it runs what is due, many missed runs as one."""
        while True:
            [job] = self.scheduler.get_jobs()
            if job.next_run_time > until:
                break
            self.clock.set(max(job.next_run_time, self.clock.now()))
            self.scheduler.ran("rotate")
            self.ran.append(self.clock.steady())
            after = job.trigger.get_next_fire_time(job.next_run_time, self.clock.now())
            job.modify(next_run_time=after)
        self.clock.set(until)


@pytest.mark.parametrize("minutes", [-30, 5, 30, 12 * 60])
@pytest.mark.parametrize("jump", JUMPS[:4])
async def test_what_runs_once_a_night_is_neither_left_out_nor_done_twice(
    minutes: int, jump: timedelta
) -> None:
    began = NIGHT - timedelta(hours=2)
    nights = Nights(FixedClock(began))
    nights.scheduler.start(paused=True)
    nights.goes_on(NIGHT + timedelta(minutes=minutes))
    nights.set(jump)
    nights.goes_on(nights.clock.now() + timedelta(days=3))
    gaps = [b - a for a, b in zip([began, *nights.ran], nights.ran, strict=False)]
    await nights.scheduler.stop()
    assert len(nights.ran) in (3, 4, 5)
    assert max(gaps) <= timedelta(hours=26)
    often = timedelta(minutes=1) if jump == timedelta(days=1) else timedelta(hours=12)
    assert min(gaps[1:]) >= often  # a night that the clock jumped over is made up for


@pytest.mark.parametrize("hours", [-24, -1, 1, 24])
async def test_what_is_on_its_way_arrives_though_the_clock_is_set_back(
    town: Town, hours: int
) -> None:
    await town.core.ticks.keep_time()
    await (await town.does("leila", "concern")).fills(CONCERN)
    town.clock.jump(timedelta(hours=hours))
    await town.core.ticks.keep_time()
    assert await town.core.courier.drain() == 2
    assert len(town.cards("grace")) == len(town.cards("daniel")) == 1


async def test_what_is_to_be_tried_again_is_though_the_clock_is_set_back(town: Town) -> None:
    await town.core.ticks.keep_time()
    await (await town.does("leila", "concern")).fills(CONCERN)
    town.client.trouble = [TryAgain(600), TryAgain(600)]
    assert await town.core.courier.drain() == 2
    town.clock.jump(timedelta(days=-1))
    await town.core.ticks.keep_time()
    town.clock.set(town.clock.now() + timedelta(minutes=10))
    await town.core.courier.drain()
    assert len(town.cards("grace")) == len(town.cards("daniel")) == 1


@pytest.mark.parametrize("hours", [-24, 1, 24])
async def test_what_has_just_failed_is_called_old_after_ten_minutes_however_the_clock_is_set(
    town: Town, hours: int
) -> None:
    await town.core.ticks.keep_time()
    await (await town.does("leila", "concern")).fills(CONCERN)
    town.client.trouble = [TryAgain(3600)] * 2
    await town.core.courier.drain()
    town.clock.jump(timedelta(hours=hours))
    assert await stuck_seconds(town.core) == 0
    await town.core.ticks.keep_time()
    town.clock.set(town.clock.now() + timedelta(minutes=11))
    assert await stuck_seconds(town.core) > 600


async def test_a_release_at_a_time_of_day_follows_the_clock(town: Town) -> None:
    await town.core.ticks.keep_time()
    await town.raises("leila", how="anonymous", release="slot")
    due = await town.waiting()
    town.clock.jump(timedelta(hours=-24))
    await town.core.ticks.keep_time()
    await town.core.ticks.drain()
    assert await town.waiting() == due
    assert town.cards("grace") == []


@pytest.mark.parametrize("hours", [-24, -1])
async def test_what_goes_soon_is_minutes_away_though_the_clock_is_set_back(
    town: Town, hours: int
) -> None:
    await town.core.ticks.keep_time()
    await town.raises("leila", how="anonymous", release="soon")
    town.clock.jump(timedelta(hours=hours))
    await town.core.ticks.keep_time()
    await town.passes(timedelta(minutes=21))
    await town.presses_card("grace", "I’ll pick this up")  # and the word of it is held in turn
    town.clock.jump(timedelta(hours=hours))
    await town.core.ticks.keep_time()
    await town.passes(timedelta(minutes=21))
    assert town.cards("leila")


@pytest.mark.postgres
@pytest.mark.parametrize("seconds", [-300, 0, 300])
async def test_a_server_goes_by_the_databases_clock_and_says_how_far_its_own_is_off(
    postgres_stores: Stores, seconds: int
) -> None:
    machine = FixedClock(SystemClock().now() + timedelta(seconds=seconds))
    clock, engine = SharedClock(machine), make_engine(postgres_stores.main_url)
    await clock.ask(engine)
    await engine.dispose()
    assert abs(clock.now() - SystemClock().now()) < timedelta(seconds=2)
    assert round(clock.ahead.total_seconds()) == pytest.approx(seconds, abs=2)
    machine.jump(timedelta(days=1))  # and nothing moves
    assert abs(clock.now() - SystemClock().now()) < timedelta(seconds=2)


@pytest.mark.parametrize("hours", [-24, -1])
async def test_in_danger_nobody_waits_for_the_day_by_which_the_clock_was_ahead(
    town: Town, hours: int
) -> None:
    await town.core.ticks.keep_time()
    await _all_in_danger(town)
    waits, slots = await _waits(town), await _at_their_time(town)
    owed = await town.column("referral", "answer_by")
    town.clock.jump(timedelta(hours=hours))
    for _ in range(2):  # it is noticed once
        await town.core.ticks.keep_time()
    assert await _waits(town) == waits
    assert await _at_their_time(town) == slots
    moved = [utc(by) + timedelta(hours=hours) for by in owed if isinstance(by, datetime)]
    owes = await town.column("referral", "answer_by")
    assert [utc(by) for by in owes if isinstance(by, datetime)] == moved
    before = len(town.cards("ruth"))
    await town.passes(timedelta(minutes=16))
    assert len(town.cards("ruth")) > before  # nobody picked it up, so the last is asked


async def test_a_second_server_that_notices_the_same_moves_nothing_more(town: Town) -> None:
    await _all_in_danger(town)
    waits, old = await _waits(town), town.clock.now()
    town.clock.jump(timedelta(hours=-24))
    for later in (0, 40):
        now = town.clock.now() + timedelta(seconds=later)
        then, until = old + timedelta(seconds=later), old + timedelta(days=1, seconds=later)
        kinds = ["safe-tonight"]
        await together(town.core.engine, follow_back, "anytown", kinds, then, now, until)
    assert await _waits(town) == waits


async def _all_in_danger(town: Town) -> None:
    """What asks within minutes, and words that wait for a time of day."""
    await town.raises("leila", how="named", danger="yes")
    await challenges(town, "kofi", danger="yes", sentence="Keep her safe.")
    await refers(town, "leila", kind="safe-tonight")
    await town.raises("leila", how="anonymous", release="slot")


async def _waits(town: Town) -> list[tuple[str, timedelta]]:
    return [(name, due - town.clock.now()) for name, due in await _steps(town) if name in ASKING]


async def _at_their_time(town: Town) -> list[tuple[str, datetime]]:
    return [(name, due) for name, due in await _steps(town) if name not in ASKING]


async def _steps(town: Town) -> list[tuple[str, datetime]]:
    step = main_metadata.tables["step"]
    async with town.core.engine.connect() as connection:
        rows = await connection.execute(select(step.c.name, step.c.due_at).order_by(step.c.id))
        return [(name, due) for name, due in rows]
