"""Whoever stands in a row of an older database is found by the one spelling of their id."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import Column, MetaData, Table, select
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.engine.database import make_engine
from storage.engine.migrate import FOLDER, migrate

pytestmark = pytest.mark.unmigrated
SHOUTED, ENTRA = "teams:8F1C-AB:0D2E-FF", "teams:8f1c-ab:0d2e-ff"
WHISPERED, SLACK = "slack:t01:u01", "slack:T01:U01"
ROOM = "teams:room:aBcD-12_x"
NOW = datetime(2026, 11, 23, 11, tzinfo=UTC)
DAY = NOW.date()


@dataclass
class Old:
    """A database as it was before."""

    engine: AsyncEngine
    tables: dict[str, Table]

    async def put(self, table: str, *rows: dict[str, Any]) -> None:
        """Some rows more."""
        async with self.engine.begin() as connection:
            for row in rows:
                values = {"partnership_id": "anytown", **row}
                await connection.execute(self.tables[table].insert().values(values))

    async def found(self, table: str, *columns: str) -> list[tuple[Any, ...]]:
        """What stands there after it was brought up."""
        these = (self.tables[table].c[name] for name in columns)
        async with self.engine.connect() as connection:
            return sorted(tuple(row) for row in await connection.execute(select(*these)))


@pytest.fixture
async def old(database_url: str) -> AsyncIterator[Old]:
    engine = make_engine(database_url)
    before = ScriptDirectory(str(FOLDER / "main")).get_revision("0008").down_revision
    await migrate(engine, "main", str(before))
    async with engine.connect() as connection:
        tables = MetaData()
        await connection.run_sync(tables.reflect)
    yield Old(engine, dict(tables.tables))
    await engine.dispose()


def _member(person: str, name: str) -> dict[str, Any]:
    return {"person": person, "agency": "police", "name": name, "language": "en", "address": ""}


async def test_two_rows_of_one_person_become_the_platforms_own(old: Old) -> None:
    await old.put("member", _member(SHOUTED, "From the file"), _member(ENTRA, "Pat Jones"))
    await old.put("member", _member(WHISPERED, "Siân"), _member("web:ann", "Ann"))
    await migrate(old.engine, "main", "0008")
    assert await old.found("member", "person", "name") == [
        (SLACK, "Siân"), (ENTRA, "Pat Jones"), ("web:ann", "Ann"),
    ]  # fmt: skip


async def test_whoever_was_asked_twice_is_asked_once_and_keeps_their_part(
    old: Old,
) -> None:
    await old.put(
        "audience",
        {"thread_id": "one", "person": SHOUTED, "role": "lead"},
        {"thread_id": "one", "person": ENTRA, "role": "past"},
        {"thread_id": "two", "person": SHOUTED, "role": "past"},
    )  # fmt: skip
    await migrate(old.engine, "main", "0008")
    assert await old.found("audience", "thread_id", "person", "role") == [
        ("one", ENTRA, "lead"), ("two", ENTRA, "past"),
    ]  # fmt: skip


async def test_a_stand_in_is_found_and_a_rooms_card_stays_where_it_is(old: Old) -> None:
    day = {"first": DAY, "last": DAY}
    await old.put("stand_in", {"person": SHOUTED, "stand_in": WHISPERED, **day})
    for person in (SHOUTED, ROOM):
        card = {"id": person[-4:], "key": "k", "person": person, "ref": "{}"}
        await old.put("card_sent", card)
    await migrate(old.engine, "main", "0008")
    assert await old.found("stand_in", "person", "stand_in") == [(ENTRA, SLACK)]
    assert await old.found("card_sent", "person") == [(ENTRA,), (ROOM,)]


async def test_no_column_in_which_people_stand_is_forgotten(old: Old) -> None:
    """A shouted id is put into each column that is as wide as one; none is left."""
    for table, columns in _wide(old).items():
        every = old.tables[table].columns
        row = {c.name: _filler(c) for c in every if not c.nullable and c.name not in columns}
        await old.put(table, row | dict.fromkeys(columns, SHOUTED))
    await migrate(old.engine, "main", "0008")
    for table, columns in _wide(old).items():
        assert await old.found(table, *columns) == [(ENTRA,) * len(columns)], table


def _wide(old: Old) -> dict[str, list[str]]:
    found = {
        name: [c.name for c in table.columns if getattr(c.type, "length", None) == 200]
        for name, table in old.tables.items()
    }
    return {name: columns for name, columns in found.items() if columns}


def _filler(column: Column[Any]) -> object:
    kind = column.type.python_type
    return {date: DAY, datetime: NOW}.get(kind) or kind()
