"""A database is away: the counts say so, and the log says what to do and isn't drowned by it."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from bot.base.logs import Log, log
from bot.base.outage import AWAY, MINUTE, OVER, Outage
from bot.health import operators_health, watch_stores
from bot.jobs.readiness import unstored
from bot.wiring import Platforms
from storage.engine.failures import StillAwayError, is_away
from tests.conftest import Stores
from tests.core.anytown import Town, anytown
from tests.core.test_logs import as_served

READY, LATE = "upstander_ready", "upstander_late_steps"


async def counts(town: Town) -> dict[str, str]:
    """What Prometheus reads."""
    transport = httpx.ASGITransport(operators_health(town.core, Platforms(None, None)))
    async with httpx.AsyncClient(transport=transport, base_url="http://here.example") as http:
        answer = await http.get("/metrics")
    assert answer.status_code == 200
    lines = (line for line in answer.text.splitlines() if not line.startswith("#"))
    return dict(line.rsplit(" ", 1) for line in lines)


async def renamed(town: Town, before: str, after: str) -> None:
    """Takes a table away, or brings it back."""
    async with town.core.engine.begin() as there:
        await there.execute(text(f"ALTER TABLE {before} RENAME TO {after}"))


@pytest.fixture
async def town(sqlite_stores: Stores, tmp_path: Path) -> AsyncIterator[Town]:
    """On SQLite, where a table that is missing is a database that can't do its work."""
    async with anytown(sqlite_stores, tmp_path / "data") as opened:
        yield opened


async def test_counts_are_given_while_main_is_away_and_say_so(town: Town) -> None:
    found = await counts(town)
    assert (found[READY], found[LATE]) == ("1.0", "0.0")
    await renamed(town, "step", "elsewhere")
    found = await counts(town)
    assert (found[READY], found[LATE]) == ("0.0", "NaN")
    await renamed(town, "elsewhere", "step")
    assert (await counts(town))[READY] == "1.0"


async def test_the_log_says_each_error_once_while_main_is_away_and_that_it_is_over(
    town: Town,
) -> None:
    with as_served() as stream:
        await renamed(town, "step", "elsewhere")
        for _ in range(20):
            await town.core.ticks.steps()
            await watch_stores(town.core)
        said = stream.getvalue().splitlines()
        assert len([line for line in said if "steps failed" in line]) == 1
        assert len([line for line in said if "not ready" in line]) == 1
        await renamed(town, "elsewhere", "step")
        await watch_stores(town.core)
        await watch_stores(town.core)
        assert stream.getvalue().count(OVER) == 1
        assert not log.fails


def test_while_a_database_is_away_a_line_a_minute_says_what_to_do() -> None:
    now = [1000.0]
    outage = Outage(lambda: now[0])
    said: list[str] = []
    for second in range(int(3 * MINUTE)):
        now[0] = 1000.0 + second
        for error in ("tick follow failed", "steps failed", "courier failed"):
            said += outage.lines(error)
    assert said[:4] == ["tick follow failed", AWAY, "steps failed", "courier failed"]
    assert [line.startswith(f"{AWAY} more_errors=") for line in said[4:]] == [True, True]
    assert "upstander check" in AWAY
    outage.over()
    assert outage.lines("steps failed") == ["steps failed", AWAY]


def test_other_errors_are_each_said() -> None:
    with as_served() as stream:
        for _ in range(3):
            Log().failed("delivery", ValueError())
            log.failed("delivery", ValueError())
    assert stream.getvalue().count("delivery failed (ValueError)") == 6


def test_why_nothing_can_be_stored_says_where_to_look() -> None:
    error = OperationalError("BEGIN", {}, ConnectionError())
    assert "look whether it runs" in unstored("main", error)
    assert is_away(StillAwayError())
