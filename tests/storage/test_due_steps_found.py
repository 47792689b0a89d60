"""What is due is found by an index, however much is open: a tick costs the same among a million."""

from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, insert, text
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.crypto.keys import Keys
from storage.crypto.secrets_file import create_secret
from storage.delivery.card_places import CardPlaces
from storage.delivery.due_steps import StepStore
from storage.delivery.outbox import OutboxStore
from storage.delivery.stranded import RELEASE, Overdue
from storage.engine.database import make_engine, transaction
from storage.engine.ids import new_id
from storage.engine.migrate import migrate
from storage.schema import main_metadata
from tests.core.anytown import MONDAY, FixedClock

OPEN, DUE = 4000, 20
NOW = MONDAY
Said = list[tuple[str, Any]]
"""What the database was asked, and with which values."""


@pytest.fixture
async def engine(database_url: str) -> AsyncIterator[AsyncEngine]:
    """A main database in which much is open and little is due."""
    engine = make_engine(database_url)
    await migrate(engine, "main")
    ids = [new_id() for _ in range(OPEN)]
    async with engine.begin() as connection:
        for table, rows in (
            ("thread", [_thread(id) for id in ids]),
            ("step", [_step(id, number) for number, id in enumerate(ids)]),
            ("outbox", [_message(id, number) for number, id in enumerate(ids)]),
        ):
            await connection.execute(insert(main_metadata.tables[table]), rows)
        if engine.dialect.name == "postgresql":
            await connection.execute(text("ANALYZE"))
    yield engine
    await engine.dispose()


def _thread(id: str) -> dict[str, Any]:
    return {"partnership_id": "anytown", "id": id, "command": "referral", "how": "named",
            "danger": False, "agency": "school",
            "name_goes": True, "release": "now", "state": "open",
            "keeps": False, "hold": False, "day": NOW.date()}  # fmt: skip


def _due(number: int) -> datetime:
    return NOW - timedelta(hours=1) if number < DUE else NOW + timedelta(minutes=number)


def _step(id: str, number: int) -> dict[str, Any]:
    return {"partnership_id": "anytown", "id": new_id(), "thread_id": id, "command": "referral",
            "name": "nudge", "number": 0, "last": False, "again": False,
            "due_at": _due(number), "attempts": 0}  # fmt: skip


def _message(id: str, number: int) -> dict[str, Any]:
    return {"partnership_id": "anytown", "id": new_id(), "action": "send", "key": id,
            "person": "web:amina-yusuf", "card": "{}", "due_at": _due(number),
            "attempts": 0}  # fmt: skip


@contextmanager
def heard(engine: AsyncEngine) -> Iterator[Said]:
    """What the database is asked meanwhile."""
    said: Said = []

    def hears(_c: object, _cursor: object, statement: str, values: object, *_: object) -> None:
        said.append((statement, values))

    event.listen(engine.sync_engine, "before_cursor_execute", hears)
    yield said
    event.remove(engine.sync_engine, "before_cursor_execute", hears)


async def plans(engine: AsyncEngine, said: Said) -> str:
    """How the database goes about it."""
    explain = "EXPLAIN QUERY PLAN " if engine.dialect.name == "sqlite" else "EXPLAIN "
    lines = []
    async with engine.connect() as connection:
        for statement, values in said:
            if statement.startswith(("SELECT", "DELETE", "UPDATE")):
                found = await connection.exec_driver_sql(explain + statement, values)
                lines += [str(row[-1]) for row in found]
    return "\n".join(lines)


async def claimed(engine: AsyncEngine) -> int:
    async with transaction(engine) as session:
        return len(await StepStore(engine, "anytown").claim(session, NOW))


def found_by_index(plan: str, table: str, *names: str) -> None:
    """Each of these was used, and the table was not read through."""
    for read_through in (f"SCAN {table}", f"Seq Scan on {table}"):
        assert read_through not in plan, plan
    # By the partnership alone, a table that has one partnership is read through as well.
    assert f"SEARCH {table} USING PRIMARY KEY (partnership_id=?)" not in plan, plan
    assert "TEMP B-TREE" not in plan, plan
    for name in names:
        assert name in plan, plan


async def test_what_is_due_is_claimed_by_the_index(engine: AsyncEngine) -> None:
    with heard(engine) as said:
        assert await claimed(engine) == DUE
        assert await claimed(engine) == 0
    found_by_index(await plans(engine, said), "step", "step_due")


async def test_what_waits_longest_is_found_by_the_index(engine: AsyncEngine) -> None:
    steps = StepStore(engine, "anytown")
    with heard(engine) as said:
        assert await steps.oldest_due(NOW) == NOW - timedelta(hours=1)
        assert await steps.next_due(NOW) == NOW + timedelta(minutes=DUE)
    found_by_index(await plans(engine, said), "step", "step_due")


async def test_what_is_late_is_counted_by_the_index(engine: AsyncEngine) -> None:
    async with engine.begin() as connection:
        failing = "UPDATE step SET attempts = 9 WHERE id = (SELECT max(id) FROM step)"
        await connection.execute(text(failing))
    with heard(engine) as said:
        late = await Overdue(engine, "anytown", 1).late(NOW)
    assert late.oldest == timedelta(hours=1)
    assert late.count in (DUE, DUE + 1)  # the one that fails may be late anyway
    found_by_index(await plans(engine, said), "step", "step_due", "step_failing")


async def test_messages_that_are_due_are_claimed_by_the_index(
    engine: AsyncEngine, tmp_path: Path
) -> None:
    create_secret(tmp_path / "secret")
    places = CardPlaces(Keys.load(tmp_path / "secret", tmp_path / "ratchets"))
    with heard(engine) as said:
        assert len(await OutboxStore(engine, "anytown", places).claim(FixedClock(NOW))) == DUE
    found_by_index(await plans(engine, said), "outbox", "outbox_due")


async def test_what_waits_for_nothing_is_found_page_by_page(engine: AsyncEngine) -> None:
    async with engine.begin() as connection:
        found = await connection.scalars(text("SELECT id FROM thread ORDER BY id"))
        waiting = list(found)[::9]
        rows = [{"id": id} for id in waiting]
        await connection.execute(text("UPDATE thread SET state = 'waiting' WHERE id = :id"), rows)
    overdue = Overdue(engine, "anytown", 1, page=100)
    with heard(engine) as said:
        assert [id async for id in overdue.stranded(RELEASE)] == waiting
    assert len(said) == 2 * (len(waiting) // 100 + 1)
    plan = await plans(engine, said)
    found_by_index(plan, "step")
    found_by_index(plan, "thread", "thread_live")
