"""What was closed long ago goes, whole; what is under legal hold stays."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Column, Enum, Table, insert, update

from bot.base.postgres import NotDoneError
from bot.base.settings import Settings
from bot.ops.audit import verified
from bot.ops.retention import Purged, counted_until, held, hold, purge_closed
from storage.schema import main_metadata
from tests.conftest import Stores
from tests.core.anytown import Town
from tests.core.tools import settings_of

KEPT = timedelta(days=120)
ELSEWHERE = "next-town"


@pytest.fixture
def settings(stores: Stores, tmp_path: Path) -> Settings:
    return settings_of(stores, tmp_path / "data")


async def _closed(town: Town) -> str:
    """A thread that went its whole way; gives its id."""
    before = set(await town.column("thread", "id"))
    await town.raises("leila")
    page = await town.presses_card("grace", "I’ll pick this up")
    asked = await page.presses("Give the final answer")
    await asked.fills(outcome="acted", text="Done.")
    await (await town.mine("leila")).presses("Yes, it is settled")
    await town.core.ticks.drain()
    [id] = set(await town.column("thread", "id")) - before
    return str(id)


def _value(column: Column[object], partnership: str, thread: str) -> object:
    if column.name == "partnership_id":
        return partnership
    if column.name in ("thread_id", "key"):
        return thread
    values = "x", False, 7, date.min, datetime(2026, 1, 1, tzinfo=UTC), b"x"
    if isinstance(column.type, Enum):
        return column.type.enums[0]
    kind = getattr(column.type, "impl", column.type).python_type
    return next(value for value in values if type(value) is kind)


def _about(thread: str, partnership: str) -> list[tuple[Table, dict[str, object]]]:
    return [
        (table, {column.name: _value(column, partnership, thread) for column in table.columns})
        for table in main_metadata.tables.values()
        if {"thread_id", "key"} & set(table.c.keys())
    ]


async def test_what_was_closed_long_ago_goes_and_nothing_else(
    town: Town, settings: Settings
) -> None:
    old = await _closed(town)
    await town.raises("leila")
    town.clock.set(town.clock.now() + KEPT - timedelta(days=1))
    assert await purge_closed(settings, town.clock) == Purged(0, 0)
    town.clock.set(town.clock.now() + timedelta(days=1))
    await town.core.ticks.tidy()
    assert await purge_closed(settings, town.clock) == Purged(1, 0)
    stored = await town.dump()
    assert len(stored["thread"]) == 1
    assert old not in str(stored)


async def test_it_goes_from_every_table_and_the_next_town_keeps_its_own(
    town: Town, settings: Settings
) -> None:
    old = await _closed(town)
    mine, theirs = _about(old, town.core.partnership.id), _about(old, ELSEWHERE)
    async with town.core.engine.begin() as connection:
        for table, row in (*mine, *theirs):
            if table.name != "thread_key" or row["partnership_id"] == ELSEWHERE:
                await connection.execute(insert(table).values(row))
    town.clock.set(town.clock.now() + KEPT)
    await town.core.ticks.tidy()
    await purge_closed(settings, town.clock)
    left = [row for rows in (await town.dump()).values() for row in rows if old in row]
    assert {row[0] for row in left} == {ELSEWHERE}
    assert len(left) == len(theirs) >= 9


async def test_what_is_under_hold_stays_until_the_hold_is_lifted(
    town: Town, settings: Settings
) -> None:
    old = await _closed(town)
    assert await hold(settings, old)
    assert not await hold(settings, old)
    assert await held(settings) == [old]
    town.clock.set(town.clock.now() + KEPT)
    assert await purge_closed(settings, town.clock) == Purged(0, 1)
    assert await town.column("thread", "id") == [old]
    assert await hold(settings, old, lift=True)
    assert not await hold(settings, old, lift=True)
    done = await town.column("audit", "what")
    assert (done.count("hold"), done.count("hold lifted")) == (1, 1)
    assert (await verified(settings))[0].wrong == []
    assert await purge_closed(settings, town.clock) == Purged(1, 0)


async def test_a_thread_that_is_not_here_cannot_be_held(town: Town, settings: Settings) -> None:
    await town.raises("leila")
    with pytest.raises(NotDoneError, match="no thread nowhere here"):
        await hold(settings, "nowhere")
    assert await held(settings) == []


async def test_one_whose_way_back_is_kept_waits_for_its_questions(
    town: Town, settings: Settings, tmp_path: Path
) -> None:
    old = await _closed(town)
    async with town.core.engine.begin() as connection:
        await connection.execute(update(main_metadata.tables["thread"]).values(keeps=True))
    [ref] = await town.column("thread", "return_ref")
    await town.core.keyring.put_dummy(str(ref))
    file = tmp_path / "short.yaml"
    text = settings.partnership.read_text("utf-8")
    assert "days_after_closing: 120" in text
    file.write_text(text.replace("days_after_closing: 120", "days_after_closing: 90"), "utf-8")
    short = settings.model_copy(update={"partnership": file})
    town.clock.set(town.clock.now() + timedelta(days=103))
    assert await purge_closed(short, town.clock) == Purged(0, 0)
    assert await town.column("thread", "id") == [old]
    town.clock.set(town.clock.now() + timedelta(days=1))
    assert await purge_closed(short, town.clock) == Purged(1, 0)
    assert await town.core.keyring.refs() == set()


async def test_what_ended_in_a_quarter_stays_until_it_is_counted_a_week_at_most(
    town: Town,
) -> None:
    await town.core.ticks.publish_figures()  # counting begins
    town.clock.set(datetime(2027, 1, 2, 11, tzinfo=UTC))
    assert await counted_until(town.core) == date(2026, 10, 1)
    town.clock.set(datetime(2027, 1, 3, 11, tzinfo=UTC))
    await town.core.ticks.publish_figures()
    assert await counted_until(town.core) == date(2027, 1, 1)
    assert await _counted_by(town, datetime(2027, 4, 8, 11, tzinfo=UTC)) == date(2027, 1, 1)
    assert await _counted_by(town, datetime(2027, 4, 9, 11, tzinfo=UTC)) == date(2027, 4, 1)


async def _counted_by(town: Town, now: datetime) -> date:
    town.clock.set(now)
    return await counted_until(town.core)
