"""One writer on SQLite: who waits for it doesn't hold up anybody else."""

import asyncio
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from storage.engine.database import PRAGMAS, make_engine, read, together
from tests.conftest import Stores
from tests.storage.test_due_steps_found import heard

pytestmark = pytest.mark.unmigrated
HERE = text("SELECT name FROM thing ORDER BY name")


def _table(connection: Connection) -> None:
    connection.execute(text("CREATE TABLE thing (name VARCHAR(20) PRIMARY KEY)"))


def _add(connection: Connection, name: str) -> None:
    connection.execute(text("INSERT INTO thing VALUES (:name)"), {"name": name})


def _add_and_fail(connection: Connection, name: str) -> None:
    _add(connection, name)
    raise ValueError(name)


async def test_what_is_done_together_is_there_whole_or_not_at_all(stores: Stores) -> None:
    engine = make_engine(stores.main_url)
    await together(engine, _table)
    await together(engine, _add, "kept")
    with pytest.raises(ValueError, match="lost"):
        await together(engine, _add_and_fail, "lost")
    assert [name for (name,) in await read(engine, HERE, {})] == ["kept"]
    await engine.dispose()


async def test_another_process_that_writes_holds_up_writers_only(
    sqlite_stores: Stores, tmp_path: Path
) -> None:
    engine = make_engine(sqlite_stores.main_url)
    await together(engine, _table)
    replica = make_engine(sqlite_stores.main_url)
    other = sqlite3.connect(tmp_path / "main.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    other.execute("INSERT INTO thing VALUES ('theirs')")
    ours = asyncio.ensure_future(together(engine, _add, "ours"))
    assert await read(replica, HERE, {}) == []  # the loop goes on, and readers don't wait
    assert not ours.done()
    other.execute("COMMIT")
    other.close()
    await ours
    assert [name for (name,) in await read(replica, HERE, {})] == ["ours", "theirs"]
    await engine.dispose()
    await replica.dispose()


async def test_whoever_gives_up_waiting_leaves_the_pen_to_others(stores: Stores) -> None:
    engine = make_engine(stores.main_url)
    await together(engine, _table)
    for name in "abcdefgh":
        given_up = asyncio.ensure_future(together(engine, _add, name))
        await asyncio.wait({given_up}, timeout=0)
        given_up.cancel()
        await asyncio.gather(given_up, return_exceptions=True)
    await together(engine, _add, "z")
    found = [name for (name,) in await read(engine, HERE, {})]
    assert found[-1] == "z"
    await engine.dispose()
    await asyncio.sleep(0.5)  # whoever gave up is answered all the same, by a thread of its own


@pytest.mark.postgres
async def test_connections_that_the_server_dropped_are_made_anew_without_asking_each_time(
    postgres_stores: Stores,
) -> None:
    engine = make_engine(postgres_stores.main_url)
    await together(engine, _table)
    with heard(engine) as said:
        await together(engine, _add, "before")
    assert len(said) == 1
    hangs_up = make_engine(postgres_stores.main_url)
    others = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = "
    mine = "current_database() AND pid <> pg_backend_pid()"
    async with hangs_up.connect() as connection:
        assert await connection.scalar(text(others + mine))
    await hangs_up.dispose()
    await together(engine, _add, "since")
    assert [name for (name,) in await read(engine, HERE, {})] == ["before", "since"]
    await engine.dispose()


async def test_a_new_file_gets_its_page_size_and_keeps_it(sqlite_stores: Stores) -> None:
    for wanted in (8192, 4096):
        engine = make_engine(sqlite_stores.keyring_url, wanted)
        async with engine.begin() as connection:
            await connection.execute(text("CREATE TABLE IF NOT EXISTS t (n INTEGER PRIMARY KEY)"))
            assert await connection.scalar(text("PRAGMA page_size")) == 8192
            assert await connection.scalar(text("PRAGMA journal_mode")) == "wal"
        await engine.dispose()


def test_what_is_committed_is_on_the_disk() -> None:
    # Tests themselves don't wait for it (`hurried` in tests/conftest.py).
    assert "synchronous=FULL" in PRAGMAS
