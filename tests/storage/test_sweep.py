"""Before anything is served, what a crash left between the two stores is mended."""

import sqlite3
from collections import Counter
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import aiosqlite
import pytest
from sqlalchemy import (
    Insert,
    String,
    Table,
    case,
    cast,
    func,
    insert,
    literal,
    select,
    true,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.keyring.store import new_ref
from storage.keyring.tables import ring
from storage.maintenance.reconcile import PAGE
from storage.schema import Thread, main_metadata
from tests.conftest import Stores
from tests.core.anytown import Town, anytown

MOST_VALUES = {"sqlite": 2_000, "postgresql": 65_535}
"""What a statement takes: PostgreSQL's own limit; SQLite's depends on its build, so it is set."""
FEW = 2 * PAGE + 1


@pytest.fixture
async def town(stores: Stores, tmp_path: Path) -> AsyncIterator[Town]:
    async with anytown(stores, tmp_path / "data") as town:
        yield town


async def _ref(town: Town) -> str:
    [ref] = await town.column("thread", "return_ref")
    return str(ref)


async def test_an_address_whose_thread_never_came_is_destroyed(town: Town) -> None:
    await town.raises("leila", how="anonymous", release="now")
    kept = await _ref(town)
    await town.raises("leila", how="anonymous", release="slot")
    [waits] = await town.core.keyring.refs() - {kept}
    await town.core.keyring.put_dummy(new_ref())
    await town.core.ticks.sweep()
    assert await town.core.keyring.refs() == {kept, waits}


async def test_a_thread_without_its_address_is_closed_and_its_text_shredded(town: Town) -> None:
    await town.raises("leila", how="anonymous", release="now")
    await town.core.keyring.destroy([await _ref(town)])
    await town.core.ticks.sweep()
    assert await town.column("thread", "state") == ["closed"]
    for table in ("thread_key", "step"):
        assert await town.column(table, "thread_id") == []
    assert "closed" in await town.column("audit", "what")
    [subject] = await town.column("thread", "id")
    (await town.does("grace", "thread.open", str(subject))).refused("not open to you")


async def test_its_raiser_can_still_see_that_it_is_closed(town: Town) -> None:
    await town.raises("leila")
    await town.core.keyring.destroy([await _ref(town)])
    await town.core.ticks.sweep()
    (await town.mine("leila")).sees("This is closed.").sees_not("The meeting ended")


async def test_what_was_on_its_way_to_nobody_is_removed(town: Town) -> None:
    await town.raises("leila", how="anonymous", release="slot")
    await town.passes(timedelta(hours=2))
    await town.presses_card("grace", "I’ll pick this up")
    assert len(await town.waiting()) == 1
    await town.core.keyring.destroy([await _ref(town)])
    await town.core.ticks.sweep()
    await town.passes(timedelta(hours=4))
    assert await town.waiting() == []
    assert town.cards("leila") == []


async def test_a_sound_store_stays_as_it_is(town: Town) -> None:
    for how in ("named", "confidence", "anonymous"):
        await town.raises("leila", how=how)
    before = await town.dump()
    await town.core.ticks.sweep()
    assert await town.dump() == before


async def test_a_crash_between_closing_and_destroying_is_made_good(town: Town) -> None:
    await town.raises("leila", how="confidence")
    page = await town.presses_card("grace", "I’ll pick this up")
    asked = await page.presses("Give the final answer")
    await asked.fills(outcome="acted", text="Done.")
    ref = await _ref(town)
    address = await town.core.keyring.open(ref)
    assert address is not None
    await (await town.mine("leila")).presses("Yes, it is settled")
    await town.core.keyring.put(ref, address)  # as if the crash had come before the destruction
    await town.core.ticks.sweep()
    assert await town.core.keyring.refs() == set()


@pytest.fixture
async def later(town: Town) -> Town:
    """A town that has closed one concern, whose raiser keeps a way back for later questions."""
    await town.raises("leila", how="anonymous", release="now")
    await _update(town, state="closed", keeps=True)
    return town


async def _update(town: Town, **values: object) -> None:
    async with town.core.engine.begin() as connection:
        await connection.execute(update(Thread).values(**values))


async def test_an_address_kept_beyond_closing_is_no_orphan(later: Town) -> None:
    before = await later.dump()
    await later.core.ticks.sweep()
    assert await later.dump() == before
    assert await later.core.keyring.refs() == {await _ref(later)}


async def test_an_address_its_raiser_no_longer_keeps_is_destroyed(later: Town) -> None:
    await _update(later, keeps=False)
    await later.core.ticks.sweep()
    assert await later.core.keyring.refs() == set()


async def test_a_closed_thread_that_lost_its_kept_address_loses_nothing_else(
    later: Town,
) -> None:
    text = await later.column("thread_key", "wrapped")
    await later.core.keyring.destroy([await _ref(later)])
    await later.core.ticks.sweep()
    assert await later.column("thread", "keeps") == [False]
    assert await later.column("thread", "state") == ["closed"]
    assert await later.column("thread_key", "wrapped") == text != []
    assert await later.column("step", "thread_id") == []
    assert "way back destroyed" in await later.column("audit", "what")


async def test_more_threads_than_a_statement_takes_values_are_swept(town: Town) -> None:
    await town.raises("leila", how="anonymous", release="slot")
    await town.passes(timedelta(hours=2))
    await town.presses_card("grace", "I’ll pick this up")
    ref = await _ref(town)
    many = MOST_VALUES[town.core.engine.dialect.name] + 1
    async with town.core.engine.begin() as connection:
        await limit_values(connection)
        table = main_metadata.tables["thread"]
        await connection.execute(copies(table, ("id", "return_ref"), ref, "lost", many))
    async with town.core.keyring.engine.begin() as connection:
        await connection.execute(copies(ring, ("ref",), ref, "orphan", many))
    await town.core.ticks.sweep()
    kept = {ref, *(f"kept-{number}" for number in range(1, many + 1))}
    # Differences, for two sets of this size that aren't the same take minutes to tell.
    assert await town.core.keyring.refs() ^ kept == set()
    states = Counter(await town.column("thread", "state"))
    assert states == {"picked": 1 + many, "closed": FEW}
    assert (await town.column("audit", "what")).count("closed") == FEW


async def limit_values(connection: AsyncConnection) -> None:
    """SQLite's limit lies between 999 and 250,000 values, as it was built."""
    if connection.dialect.name == "sqlite":
        driver = (await connection.get_raw_connection()).driver_connection
        assert isinstance(driver, aiosqlite.Connection)
        driver._conn.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, MOST_VALUES["sqlite"])


def copies(table: Table, names: tuple[str, ...], ref: str, other: str, many: int) -> Insert:
    """Copies of the row with this reference: many called kept-1 and so on, a few called otherwise.

    Both come by one statement, since each reads the table anew for every copy.
    """
    at = select(literal(1 - FEW).label("at")).cte("at", recursive=True)
    at = at.union_all(select(at.c.at + 1).where(at.c.at < many))
    called = case((at.c.at > 0, "kept-"), else_=f"{other}-")
    name = called + cast(func.abs(at.c.at), String)
    columns = [name if column.name in names else column for column in table.c]
    one = select(*columns).join_from(table, at, true()).where(table.c[names[-1]] == ref)
    return insert(table).from_select([column.name for column in table.c], one)
