"""A database of revision 0004, full of what goes on, comes up to today's schema and goes on."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.wiring import build_core
from storage.engine.migrate import migrate
from storage.schema import main_metadata
from tests.conftest import Stores
from tests.core.anytown import FixedClock, Town, anytown, example
from tests.core.tools import settings_of
from tests.storage.rows_of_0004 import KEPT_AT, NOW, Old, fill
from tests.storage.test_migrations import differences

pytestmark = pytest.mark.unmigrated
NEW = {
    "step": {"last", "again", "number", "kept_rules", "kept_name", "kept_at"},
    "submission": {"words", "began"},
    "pause": {"counting"},
    "outbox": {"thread_id", "since", "why", "urgent", "perhaps", "moved"},
}
"""Columns that revision 0004 had not, by table."""
RENAMED = {"rung": "step"}

Look = tuple[str, list[str], list[str], list[str]]
AS_BEFORE: Mapping[str, Look] = {
    "almost": ("open", [], ["silent 24 11:00"], ["amina-yusuf"]),
    "answered": ("closed", [], [], []),
    "asked": ("open", [], ["over 25 08:30"], ["amina-yusuf", "leila-haddad"]),
    "asked-30": ("closed", ["bot asked-30"], [], []),
    "asked-90": ("closed", [], [], []),
    "back": ("open", ["room result"], ["forget 30 11:00"], []),
    "begins": ("open", [], ["due 24 17:30", "nudge 24 13:37"], ["ruth-ellison"]),
    "decided": ("closed", ["raiser decided"], [], []),
    "done": ("closed", [], [], []),
    "due": ("open", [], ["over 25 08:30"], ["amina-yusuf", "leila-haddad"]),
    "left": ("closed", [], [], []),
    "moved": ("open", [], ["over 24 11:00"], []),
    "moved-again": ("open", [], ["due 24 11:00"], []),
    "open": ("open", ["bot nobody-yet"], [],
             ["amina-yusuf", "grace-okafor", "ruth-ellison"]),
    "over": ("open", ["bot climbed"], ["nudge 27 13:37"],
             ["amina-yusuf", "leila-haddad", "ruth-ellison"]),
    "put-off": ("open", [], ["over 25 08:30"], ["amina-yusuf", "leila-haddad"]),
    "reminded": ("open", [], ["due 24 11:00"], ["amina-yusuf"]),
    "round": ("open", ["room result"], ["forget 30 11:00"], ["room:room-1"]),
    "shown": ("answered", ["bot nobody-answered"], ["forget 08 00:00"], ["fiona-grant"]),
    "silent": ("closed", [], [], []),
    "talks": ("closed", ["lead question", "raiser answer", "bot settled"], [],
              ["grace-okafor", "grace-okafor"]),
    "told": ("open", [], [], ["leila-haddad"]),
    "told-up": ("open", [], [], ["leila-haddad"]),
    "unheard": ("open", ["bot no-answer", "bot to-stage"],
                ["due 26 08:30", "nudge 25 11:22", "silent 27 08:30"], ["amina-yusuf"]),
    "views": ("open", [], [], ["fiona-grant"]),
    "waits": ("open", ["raiser answer"], ["fallback 24 10:00", "nudge 23 13:00", "second 23 15:00"],
              ["daniel-reid", "grace-okafor"]),
    "wants": ("closed", [], [], []),
}  # fmt: skip
"""What the code of revision 0004 itself makes of these rows, taken down from a run of it: how far
each thread has come, what was said since, when its next steps are due, and who gets a card."""


@pytest.fixture
async def old(stores: Stores, tmp_path: Path) -> AsyncIterator[Old]:
    """The full database, migrated by command and not yet served."""
    core = build_core(settings_of(stores, tmp_path / "data"), FixedClock(NOW), example())
    await migrate(core.engine, "main", "0004")
    await core.keyring.migrate()
    await core.keyring.finish_rotation()
    full = await fill(core)
    await full.write_addresses()
    async with core.engine.begin() as connection:
        tables = await connection.run_sync(full.write)
    await migrate(core.engine, "main")
    yield full
    await core.close()
    assert tables == set(full.rows), "a table of revision 0004 has no row in this test"


@asynccontextmanager
async def served(stores: Stores, folder: Path) -> AsyncIterator[Town]:
    """A server of today's code on it."""
    async with anytown(stores, folder / "data", FixedClock(NOW)) as town:
        yield town


async def test_every_row_is_there_and_what_meant_nothing_is_nothing(old: Old) -> None:
    async with old.core.engine.connect() as connection:
        assert await connection.run_sync(differences, "main", main_metadata) == []
    for name, rows in old.rows.items():
        found = await _rows(old.core.engine, name)
        assert len(found) == len(rows)
        key = [column.name for column in main_metadata.tables[name].primary_key]
        now = {tuple(row[k] for k in key): row for row in found}
        for row in rows:
            here = now[tuple(row[k] for k in key)]
            assert {k: here[k] for k in here if k not in NEW.get(name, ())} == _today(name, row)


async def test_codes_that_are_out_keep_their_voice_in_the_round_that_goes_on(old: Old) -> None:
    found = await _rows(old.core.engine, "pause")
    assert {(row["codes"], row["counting"]) for row in found} == {(5, 5)}


def _today(table: str, row: dict[str, Any]) -> dict[str, Any]:
    """A row of revision 0004 as it ought to be now, but for the columns that are new."""
    row = {RENAMED.get(name, name): value for name, value in row.items() if name != "arg"}
    if table == "thread" and row["about"] == "system":
        row |= {"about": None, "topic": None, "return_ref": None, "agency": row["agency"] or None}
    if table == "referral":
        row["heard"] = row["heard"] or None
    if table == "step" and row["name"] == "tell":
        row["name"] = {"told": "tell-due", "told-up": "tell-up"}[row["thread_id"]]
    return row


async def test_everything_due_falls_due_as_before(old: Old, stores: Stores, tmp_path: Path) -> None:
    async with served(stores, tmp_path) as town:
        await town.core.ticks.steps()
        assert {id: await look(town, id) for id in AS_BEFORE} == AS_BEFORE
        assert set(await town.column("step", "attempts")) == {0}
        assert set(await town.column("thread", "id")) == set(AS_BEFORE)
        refs = await town.core.keyring.refs()
        assert not {"ref-talks", "ref-answered", "ref-asked-90", "ref-decided"} & refs
        assert {"ref-waits", "ref-open", "ref-asked-30", "ref-shown"} <= refs


async def test_what_other_rules_had_moved_is_moved_back(
    old: Old, stores: Stores, tmp_path: Path
) -> None:
    async with served(stores, tmp_path) as town:
        await town.core.ticks.recalculate()
        for id in ("moved", "moved-again"):
            [step] = await _of(town, "step", id)
            assert (step["name"], step["due_at"]) == ("nudge", KEPT_AT)
            assert step["again"] is (id == "moved-again")
            assert [step[name] for name in ("kept_rules", "kept_name", "kept_at")] == [None] * 3


async def look(town: Town, id: str) -> Look:
    """What somebody sees who looks at everything that belongs to a thread."""
    [thread] = await _of(town, "thread", id, "id")
    said = sorted(await _of(town, "message", id), key=lambda row: int(row["number"]))
    assert not any(row["held"] for row in said)
    steps = [f"{row['name']} {row['due_at']:%d %H:%M}" for row in await _of(town, "step", id)]
    sent = await _rows(town.core.engine, "outbox")
    cards = [row for row in sent if row["key"].partition(":")[0] == id and row["due_at"] == NOW]
    return (
        str(thread["state"]),
        [f"{row['side']} {row['kind']}" for row in said[1:]],
        sorted(steps),
        sorted(str(row["person"]).removeprefix("web:") for row in cards),
    )


async def _of(town: Town, table: str, id: str, key: str = "thread_id") -> list[dict[str, Any]]:
    return [row for row in await _rows(town.core.engine, table) if row[key] == id]


async def _rows(engine: AsyncEngine, table: str) -> list[dict[str, Any]]:
    async with engine.connect() as connection:
        found = await connection.execute(select(main_metadata.tables[table]))
        return [dict(row) for row in found.mappings()]
