"""What operators do beside a running server: check, back up, purge."""

import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from bot.checking import check_all
from bot.demo import EXAMPLE
from bot.keeping import KeepingError, back_up, migrate_both, purge_closed
from bot.settings import Settings
from storage.clock import SystemClock
from storage.tables import main_metadata
from tests.conftest import Stores
from tests.core.anytown import FixedClock, Town, anytown


def _settings(stores: Stores, folder: Path, file: Path = EXAMPLE) -> Settings:
    return Settings(
        data_dir=folder, partnership=file, database_url=stores.main_url,
        keyring_url=stores.keyring_url,
    )  # fmt: skip


async def _closes(town: Town) -> None:
    await town.raises("leila")
    page = await town.presses_card("grace", "I’ll pick this up")
    asked = await page.presses("Give the final answer")
    await asked.fills(outcome="acted", text="Done.")
    await (await town.mine("leila")).presses("Yes, it is settled")
    await town.core.ticks.settle()


async def test_check_names_a_file_that_is_not_there(stores: Stores, tmp_path: Path) -> None:
    problems = await check_all(_settings(stores, tmp_path / "data", tmp_path / "nowhere.yaml"))
    assert len(problems) == 1
    assert "nowhere.yaml" in problems[0]


async def test_check_names_the_line_of_a_mistake(stores: Stores, tmp_path: Path) -> None:
    file = tmp_path / "partnership.yaml"
    file.write_text(EXAMPLE.read_text("utf-8").replace("nudge: 2 hours", "nudge: a while"), "utf-8")
    line = next(n for n, text in enumerate(file.read_text().splitlines(), 1) if "a while" in text)
    assert f"{line}" in "\n".join(await check_all(_settings(stores, tmp_path / "data", file)))


async def test_check_names_databases_to_migrate_and_missing_platforms(
    stores: Stores, tmp_path: Path
) -> None:
    settings = _settings(stores, tmp_path / "data")
    problems = "\n".join(await check_all(settings))
    assert "main database is not up to date: run upstander migrate" in problems
    assert "keyring database is not up to date" in problems
    assert "Neither Slack nor Teams is set up" in problems
    await migrate_both(settings)
    assert len(await check_all(settings)) == 1


async def test_check_refuses_one_store_for_both(sqlite_stores: Stores, tmp_path: Path) -> None:
    one = Stores(sqlite_stores.main_url, sqlite_stores.main_url, "sqlite")
    problems = await check_all(_settings(one, tmp_path / "data"))
    assert "a backup would carry the keyring" in problems[0]
    with pytest.raises(KeepingError, match="keyring"):
        await back_up(_settings(one, tmp_path / "data"), tmp_path / "copy")


async def test_check_names_a_database_that_cannot_be_reached(tmp_path: Path) -> None:
    stores = Stores(f"sqlite+aiosqlite:///{tmp_path / 'no' / 'a.db'}", "", "sqlite")
    problems = "\n".join(await check_all(_settings(stores, tmp_path / "data")))
    assert (
        "The main database can't be reached (OperationalError): see UPSTANDER_DATABASE_URL"
        in problems
    )


async def test_a_backup_has_every_thread_and_nothing_of_the_keyring(
    sqlite_stores: Stores, tmp_path: Path
) -> None:
    settings = _settings(sqlite_stores, tmp_path / "data")
    copy = tmp_path / "copy.sqlite3"
    async with anytown(sqlite_stores, tmp_path / "data") as town:
        for how in ("named", "confidence", "anonymous"):
            await town.raises("leila", how=how)
        await back_up(settings, copy)
        sealed = [row[4] for row in (await town.dump())["ring"]]
    assert len(sealed) == 3
    assert not any(isinstance(each, bytes) and each in copy.read_bytes() for each in sealed)
    with sqlite3.connect(copy) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        assert connection.execute("SELECT count(*) FROM thread").fetchone() == (3,)
    assert {"thread", "message"} <= tables
    assert {"ring", "ring_epoch"} & tables == set()
    connection.close()
    with pytest.raises(KeepingError, match="is there already"):
        await back_up(settings, copy)


async def test_a_backup_of_nothing_says_so(sqlite_stores: Stores, tmp_path: Path) -> None:
    with pytest.raises(KeepingError, match="no main database yet"):
        await back_up(_settings(sqlite_stores, tmp_path / "data"), tmp_path / "copy")


async def test_purging_takes_what_was_closed_long_ago_and_nothing_else(
    stores: Stores, tmp_path: Path
) -> None:
    settings = _settings(stores, tmp_path / "data")
    async with anytown(stores, tmp_path / "data", FixedClock(SystemClock().now())) as town:
        await _closes(town)
        [old] = await town.column("thread", "id")
        await town.raises("leila")
        assert await purge_closed(settings) == 0
        long_ago = town.clock.now().date() - timedelta(days=120)
        async with town.core.engine.begin() as connection:
            audit = main_metadata.tables["audit"]
            await connection.execute(
                update(audit).where(audit.c.thread_id == old).values(day=long_ago)
            )
        assert await purge_closed(settings) == 1
        stored = await town.dump()
    assert len(stored["thread"]) == 1
    assert str(old) not in str(stored)
