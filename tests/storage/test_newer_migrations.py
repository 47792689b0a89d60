"""The migrations that came with the pages, over a full database: what was there before is there
afterwards, one step up and one step back, and nothing is said of anybody that nobody said."""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, MetaData, Table, insert, inspect, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.cli.demo import EXAMPLE
from bot.wiring import build_core
from storage.delivery.mailboxes import Mailboxes
from storage.directory.accounts import links_now
from storage.engine.migrate import _config, migrate
from storage.partnership import PlatformId
from storage.partnership.changes.tree import plain
from storage.partnership.loading import read_written
from tests.conftest import Stores
from tests.core.anytown import FixedClock, anytown, example
from tests.core.tools import settings_of
from tests.storage.rows_of_0004 import NOW, fill

pytestmark = pytest.mark.unmigrated
ADDS = {
    "0025": {"session_mark"},
    "0027": {"mailbox"},
    "0028": {"figure"},
    "0031": {"web_message", "session_over"},
    "0032": {"partnership_version", "partnership_proposal", "agency_check"},
    "0029": {"story", "story_draft"},
    "0033": {"account_link", "account_moved", "link_code"},
    "0034": {"former_person"},
}
"""Tables that each of them adds, in their order."""
Rows = dict[str, list[str]]
SAMPLES: dict[type, object] = {
    str: "x", int: 1, bool: False, bytes: b"x", date: NOW.date(), datetime: NOW,
}  # fmt: skip


@dataclass
class Database:
    """A database at some revision, whatever stands in it."""

    engine: AsyncEngine

    async def up(self, revision: str) -> None:
        """Comes up to this revision."""
        await migrate(self.engine, "main", revision)

    async def down(self, revision: str) -> None:
        """Goes back to this revision."""
        async with self.engine.begin() as connection:
            await connection.run_sync(lambda c: command.downgrade(_config("main", c), revision))

    async def rows(self) -> Rows:
        """Every row of every table."""
        async with self.engine.connect() as connection:
            return await connection.run_sync(_rows)

    async def fill(self) -> None:
        """Every table that has no row gets one."""
        async with self.engine.begin() as connection:
            await connection.run_sync(_fill)

    async def refuses_again(self, table: str) -> None:
        """Nothing in a table is there twice."""
        async with self.engine.begin() as connection:
            with pytest.raises(IntegrityError):
                await connection.run_sync(_add, table)


def _rows(connection: Connection) -> Rows:
    return {
        name: sorted(
            repr(tuple(row)) for row in connection.execute(text(f'SELECT * FROM "{name}"'))
        )
        for name in inspect(connection).get_table_names()
        if name != "main_version"
    }


def _fill(connection: Connection) -> None:
    for name, rows in _rows(connection).items():
        if not rows:
            _add(connection, name)


def _add(connection: Connection, name: str) -> None:
    table = Table(name, MetaData(), autoload_with=connection)
    row = {column.name: SAMPLES[column.type.python_type] for column in table.columns}
    connection.execute(insert(table).values(row | {"partnership_id": "anytown"}))


@pytest.fixture
async def full(stores: Stores, tmp_path: Path) -> AsyncIterator[Database]:
    """What revision 0004 left, at the revision before the first of them, and a row in each table
    that came since."""
    core = build_core(settings_of(stores, tmp_path / "data"), FixedClock(NOW), example())
    await migrate(core.engine, "main", "0004")
    await core.keyring.migrate()
    await core.keyring.finish_rotation()
    old = await fill(core)
    await old.write_addresses()
    async with core.engine.begin() as connection:
        await connection.run_sync(old.write)
    yield Database(core.engine)
    await core.close()


def _before(revision: str) -> str:
    found = ScriptDirectory.from_config(_config("main")).get_revision(revision)
    assert isinstance(found.down_revision, str)
    return found.down_revision


async def test_all_that_was_there_stays_on_the_way_up_and_back(full: Database) -> None:
    for revision, added in ADDS.items():
        await full.up(_before(revision))
        await full.fill()
        before = await full.rows()
        assert all(before.values())
        after = before | {name: [] for name in added}
        await full.up(revision)
        assert await full.rows() == after, revision
        await full.fill()
        assert all((await full.rows()).values())
        for name in added:
            await full.refuses_again(name)
        await full.down(_before(revision))
        assert await full.rows() == before, revision
        await full.up(revision)
        assert await full.rows() == after, revision
    await full.up("head")


async def test_what_waited_before_it_had_a_number_waits_on(full: Database) -> None:
    await full.up("0034")
    await full.fill()
    before = await full.rows()
    [proposal] = before["partnership_proposal"]
    await full.up("0035")
    assert await full.rows() == before | {"partnership_proposal": [f"{proposal[:-1]}, 0)"]}
    await full.down("0034")
    assert await full.rows() == before


async def test_they_say_nothing_of_anybody(full: Database, stores: Stores, tmp_path: Path) -> None:
    await full.up("head")
    file = read_written(EXAMPLE)
    async with anytown(stores, tmp_path / "data", FixedClock(NOW), file) as town:
        core, people = town.core, [member.id for member in file.partnership.members]
        mailboxes = Mailboxes(core.engine, "anytown")
        for person in people:
            assert await core.marks.of(person) == ""  # nobody was signed out
            assert not await mailboxes.is_off(person)  # everybody is told by e-mail
            assert await core.boxes.lying(PlatformId.read(person).own) == []
        assert await links_now(core.engine, "anytown") == {}
        async with core.transactions.begin() as work:
            repo = work.repo
            # What the file says is the first version, and its people come for the first time.
            first = await repo.versions.number(1)
            assert first is not None
            assert (first.source, json.loads(first.settings)) == ("file", plain(file.tree))
            assert [each.number for each in await repo.versions.latest(9)] == [1]
            assert await repo.versions.ever(["web:somebody-new"]) == frozenset()
            assert await repo.versions.waiting() == []
            assert await repo.checks.all() == {}
            assert await repo.figures.latest() == []
            assert await repo.stories.of("2026-Q3") == []
