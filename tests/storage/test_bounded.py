"""PostgreSQL whose connections freeze, and PostgreSQL behind a pooler."""

import asyncio
import time
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from bot.ops.backup import back_up
from storage.directory.members import Members
from storage.engine.database import make_engine, read, together
from storage.engine.postgres import unhurried
from tests.conftest import Stores
from tests.core.anytown import anytown
from tests.core.tools import put_first, settings_of
from tests.drill.drill import people
from tests.drill.server import town_file, upstander
from tests.peers import fake_slack, frozen, pgbouncer, where_there_is
from tests.peers.postgres import Postgres

pytestmark = pytest.mark.postgres
BOUND = 0.4


async def test_a_frozen_connection_fails_in_time_and_the_next_one_works(
    postgres_stores: Stores,
) -> None:
    async with frozen.before(postgres_stores.main_url) as proxy:
        engine = make_engine(proxy.url, patience=BOUND)
        assert [tuple(r) for r in await read(engine, text("SELECT 1"), {})] == [(1,)]
        proxy.freeze()
        began = time.monotonic()
        with pytest.raises(DBAPIError):
            await read(engine, text("SELECT 1"), {})
        with pytest.raises(DBAPIError):
            await together(engine, lambda connection: connection.execute(text("SELECT 1")))
        assert time.monotonic() - began < 5 + 2 * BOUND + 3  # a new connection has five seconds
        proxy.thaw()
        assert [tuple(r) for r in await read(engine, text("SELECT 1"), {})] == [(1,)]
        await engine.dispose()


async def test_whoever_holds_a_lock_and_freezes_lets_go_of_it(postgres_stores: Stores) -> None:
    engine = make_engine(postgres_stores.main_url)
    for setting, value in (
        ("statement_timeout", "15s"),
        ("lock_timeout", "10s"),
        ("idle_in_transaction_session_timeout", "1min"),
    ):
        async with engine.begin() as connection:
            assert await connection.scalar(text(f"SHOW {setting}")) == value
        assert [tuple(r) for r in await read(engine, text(f"SHOW {setting}"), {})] == [("0",)]
    await engine.dispose()


async def test_whatever_becomes_of_a_migration_answers_are_waited_for_as_ever_after_it(
    postgres_stores: Stores,
) -> None:
    engine = make_engine(postgres_stores.main_url, patience=BOUND)
    with pytest.raises(DBAPIError, match="no_such_table"):
        async with engine.begin() as connection, unhurried(connection):
            await connection.execute(text("SELECT * FROM no_such_table"))
    began = time.monotonic()
    with pytest.raises(DBAPIError):
        await read(engine, text("SELECT pg_sleep(5)"), {})
    assert time.monotonic() - began < 5
    await engine.dispose()


async def test_two_servers_start_together_on_empty_databases(
    postgres_server: Postgres, tmp_path: Path
) -> None:
    with postgres_server.stores() as (main, keyring):
        async with fake_slack.running(people()) as slack:
            file = town_file(tmp_path)
            servers = [
                upstander(tmp_path, slack.api, main, keyring, file, f"server-{number}")
                for number in range(2)
            ]
            try:
                await asyncio.gather(*(server.start() for server in servers))
                engine = make_engine(main)
                members = Members(engine, "anytown")
                async with asyncio.timeout(30):
                    while len(await members.everyone()) < len(people()):
                        await asyncio.sleep(0.1)
                await engine.dispose()
            finally:
                await asyncio.gather(*(server.stop() for server in servers))
    for server in servers:
        assert "failed" not in server.log.read_text("utf-8")


@where_there_is(pgbouncer.lacking)
async def test_a_server_behind_a_pooler_goes_on_through_a_backup(
    postgres_stores: Stores, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_first(postgres_stores, monkeypatch)
    direct = postgres_stores.main_url, postgres_stores.keyring_url
    with pgbouncer.before(tmp_path / "pooler", *direct) as (main, keyring):
        pooled = Stores(main, keyring, "postgres")
        async with anytown(pooled, tmp_path / "data") as town:
            for number in range(12):  # psycopg would prepare a statement at the fifth
                await town.raises("leila", how=("named", "anonymous")[number % 2])
            await back_up(settings_of(pooled, tmp_path / "data"), tmp_path / "copy")
            for _ in range(6):
                await asyncio.gather(*(town.does("grace", "mine") for _ in range(6)))
                await town.raises("leila", how="anonymous")
                await town.core.members.everyone()
            await town.core.ticks.tidy_stores()
            assert len(await town.core.keyring.refs()) == 18
        async with anytown(pooled, tmp_path / "data") as town:
            (await town.mine("leila")).sees("The meeting ended")
