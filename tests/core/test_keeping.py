"""What operators do beside a running server: check, migrate, back up."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from bot.base.postgres import NotDoneError
from bot.base.settings import Settings
from bot.cli.demo import EXAMPLE
from bot.ops.backup import back_up, migrate_both
from bot.ops.checking.check import check_all
from storage.schema import Outbox
from storage.schema.values import UNMET, CardAction
from tests.conftest import Stores
from tests.core.anytown import anytown
from tests.core.tools import settings_of

pytestmark = pytest.mark.unmigrated


async def wrong(settings: Settings) -> list[str]:
    return (await check_all(settings)).wrong


async def test_check_names_a_file_that_is_not_there(stores: Stores, tmp_path: Path) -> None:
    problems = await wrong(settings_of(stores, tmp_path / "data", tmp_path / "nowhere.yaml"))
    assert len(problems) == 1
    assert "nowhere.yaml" in problems[0]


async def test_check_names_the_line_of_a_mistake(stores: Stores, tmp_path: Path) -> None:
    file = tmp_path / "partnership.yaml"
    file.write_text(EXAMPLE.read_text("utf-8").replace("nudge: 2 hours", "nudge: a while"), "utf-8")
    line = next(n for n, text in enumerate(file.read_text().splitlines(), 1) if "a while" in text)
    assert f"{line}" in "\n".join(await wrong(settings_of(stores, tmp_path / "data", file)))


async def test_check_names_databases_to_migrate_and_missing_platforms(
    stores: Stores, tmp_path: Path
) -> None:
    settings = settings_of(stores, tmp_path / "data")
    problems = "\n".join(await wrong(settings))
    assert "main database is not up to date: run upstander migrate" in problems
    assert "keyring database is not up to date" in problems
    assert "Neither Slack nor Teams is set up" in problems
    await migrate_both(settings)
    assert len(await wrong(settings)) == 1


async def test_check_tells_what_waits_beside_what_is_wrong_elsewhere(
    stores: Stores, tmp_path: Path
) -> None:
    async with anytown(stores, tmp_path / "data") as town:
        person = town.core.partnership.agencies[0].leads[0]
        async with AsyncSession(town.core.engine) as session, session.begin():
            for number, why in enumerate(("token_revoked", "token_revoked", UNMET)):
                here = {"partnership_id": town.core.partnership.id, "id": f"m{number}"}
                what = {"person": person, "action": CardAction.SEND, "card": "{}", "why": why}
                session.add(Outbox.model_validate(here | what))
        problems = await wrong(settings_of(stores, tmp_path / "data"))
    assert [p.partition(":")[0] for p in problems] == [
        "2 message(s) wait (token_revoked)", "Neither Slack nor Teams is set up",
    ]  # fmt: skip


async def test_check_refuses_one_store_for_both(sqlite_stores: Stores, tmp_path: Path) -> None:
    one = Stores(sqlite_stores.main_url, sqlite_stores.main_url, "sqlite")
    problems = await wrong(settings_of(one, tmp_path / "data"))
    assert "a backup would carry the keyring" in problems[0]
    with pytest.raises(NotDoneError, match="keyring"):
        await back_up(settings_of(one, tmp_path / "data"), tmp_path / "copy")


async def test_check_names_a_database_that_cannot_be_reached(tmp_path: Path) -> None:
    stores = Stores(f"sqlite+aiosqlite:///{tmp_path / 'no' / 'a.db'}", "", "sqlite")
    problems = "\n".join(await wrong(settings_of(stores, tmp_path / "data")))
    assert (
        "is no folder that this user may read and write: make it so, or see UPSTANDER_DATABASE_URL"
        in problems
    )


async def test_a_backup_has_every_thread_and_nothing_of_the_keyring(
    sqlite_stores: Stores, tmp_path: Path
) -> None:
    settings = settings_of(sqlite_stores, tmp_path / "data")
    copy = tmp_path / "copy.sqlite3"
    async with anytown(sqlite_stores, tmp_path / "data") as town:
        for how in ("named", "confidence", "anonymous"):
            await town.raises("leila", how=how, release="now")
        await town.raises("leila", how="anonymous", release="slot")  # it waits outside of main
        await back_up(settings, copy)
    with sqlite3.connect(copy) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        assert connection.execute("SELECT count(*) FROM thread").fetchone() == (3,)
    assert {"thread", "message"} <= tables
    assert {"ring", "ring_epoch"} & tables == set()
    connection.close()
    with pytest.raises(NotDoneError, match="is there already"):
        await back_up(settings, copy)


async def test_a_backup_of_nothing_says_so(sqlite_stores: Stores, tmp_path: Path) -> None:
    with pytest.raises(NotDoneError, match="no main database yet"):
        await back_up(settings_of(sqlite_stores, tmp_path / "data"), tmp_path / "copy")
