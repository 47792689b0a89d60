"""`upstander migrate`, `backup`, `restore`, `hold`, `purge` and `audit`, as they are typed."""

import asyncio
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from storage.audit.days import seal_days
from storage.engine.database import make_engine
from storage.keyring.tables import ring, ring_epoch
from storage.schema import main_metadata
from tests.cli.operator import Operator
from tests.conftest import STORES, Stores
from tests.core import anytown as town_of
from tests.peers.postgres import bring_up

pytestmark = pytest.mark.unmigrated


def tables(file: Path) -> set[str]:
    """What an SQLite file holds."""
    with closing(sqlite3.connect(file)) as connection:
        return {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}


def test_before_a_migration_each_says_that_one_is_due(anytown: Operator) -> None:
    anytown.types("backup", "copy.db").refused("There is no main database yet")
    due = "The main database is not up to date: run upstander migrate"
    for command in (["purge"], ["hold"], ["audit", "verify"], ["audit", "root"]):
        anytown.types(*command).refused(due)
    assert [path.name for path in anytown.folder.iterdir()] == ["partnership.yaml"]


def test_a_backup_has_the_main_database_and_only_its_owner_reads_it(anytown: Operator) -> None:
    for _ in range(2):
        said = anytown.types("migrate")
        assert (said.code, said.text) == (0, "Both databases are up to date.\n")
    anytown.types("backup", "copy.db").tells("Written to copy.db. The keyring is never part")
    copy = anytown.folder / "copy.db"
    assert set(main_metadata.tables) <= tables(copy)
    assert {ring.name, ring_epoch.name} & tables(copy) == set()
    assert copy.stat().st_mode & 0o077 == 0
    before = copy.read_bytes()
    anytown.types("backup", "copy.db").refused("copy.db is there already: name a new file")
    anytown.types("backup", "no/copy.db").refused("no is no folder")
    assert copy.read_bytes() == before
    assert anytown.types("purge").text == "Purged 0.\n"


def test_a_backup_with_the_keyring_in_it_is_refused_however_it_is_spelt(anytown: Operator) -> None:
    anytown.settings |= {
        "UPSTANDER_DATABASE_URL": "sqlite+aiosqlite:///one.db",
        "UPSTANDER_KEYRING_URL": "sqlite+aiosqlite:///./one.db",
    }
    anytown.types("migrate").refused("Give the keyring a store of its own.")
    for store in STORES:
        asyncio.run(bring_up(f"sqlite+aiosqlite:///{anytown.folder / 'one.db'}", store))
    anytown.types("backup", "copy.db").refused("Give the keyring a store of its own.")
    assert not (anytown.folder / "copy.db").exists()
    anytown.types("restore", "one.db", "--replace").refused("Give the keyring a store of its own.")
    anytown.settings.clear()
    anytown.types("restore", "one.db").refused("one.db carries the keyring")


def test_a_restore_says_what_it_mended(anytown: Operator) -> None:
    anytown.types("migrate")
    anytown.types("backup", "copy.db")
    anytown.types("restore", "nowhere.db").refused("nowhere.db is no file")
    anytown.types("restore", "copy.db").refused("is there already: add --replace")
    said = anytown.types("restore", "copy.db", "--replace")
    said.tells(
        "The backup is in place, and up to date.",
        "Threads closed since the backup: 0.",
        "Legal holds set since the backup: 0. They are set again.",
    )
    assert said.code == 0
    assert anytown.types("audit", "verify").code == 0


def test_a_folder_in_which_nothing_was_done_says_so(anytown: Operator) -> None:
    anytown.types("migrate")
    assert anytown.types("hold").text == "Nothing is under legal hold.\n"
    anytown.types("hold", "nowhere").refused("There is no thread nowhere here")
    for id in ("-Xabc", "--Xabc", "-h-l_9"):  # an id may begin as an option does
        for typed in ([id], [id, "--lift"], ["--lift", id]):
            anytown.types("hold", *typed).refused(f"There is no thread {id} here")
    anytown.types("audit", "root").refused("No day is sealed yet")
    anytown.types("audit", "root", "--day", "2026-11-23").refused("2026-11-23 has no seal")
    anytown.types("audit", "rot").refused("Say upstander audit verify, or upstander audit root.")
    said = anytown.types("audit", "verify")
    assert said.code == 0
    said.tells("0 threads, 0 entries and 0 days walked.\nAll of it agrees.")


@pytest.fixture
async def thread(stores: Stores, anytown: Operator) -> str:
    """A thread that somebody picked up two days ago, in a day that is sealed; gives its id."""
    anytown.settings |= {
        "UPSTANDER_DATABASE_URL": stores.main_url,
        "UPSTANDER_KEYRING_URL": stores.keyring_url,
        "UPSTANDER_DATA_DIR": "data",
    }
    async with town_of.anytown(stores, anytown.folder / "data") as town:
        await town.raises("leila")
        await town.presses_card("grace", "I’ll pick this up")
        tomorrow = town.clock.now().date() + timedelta(days=1)
        await seal_days(town.core.engine, town.core.keys, town.core.partnership.id, tomorrow)
        [id] = await town.column("thread", "id")
    return str(id)


async def test_a_hold_is_set_listed_and_lifted(anytown: Operator, thread: str) -> None:
    async def typed(*words: str) -> str:
        return (await asyncio.to_thread(anytown.types, "hold", *words)).text

    assert await typed(thread) == f"{thread} is under legal hold.\n"
    assert await typed(thread) == f"{thread} is under legal hold, as it was before.\n"
    assert await typed() == f"{thread}\n"
    assert await typed(thread, "--lift") == f"{thread} is no longer under legal hold.\n"
    assert await typed() == "Nothing is under legal hold.\n"


async def test_the_audit_is_verified_and_says_where_it_was_altered(
    anytown: Operator, thread: str, stores: Stores
) -> None:
    said = await asyncio.to_thread(anytown.types, "audit", "verify")
    assert said.code == 0
    said.tells("1 threads, 1 entries and 1 days walked.\nAll of it agrees.")
    root = await asyncio.to_thread(anytown.types, "audit", "root")
    day, digest = root.text.split()
    again = await asyncio.to_thread(anytown.types, "audit", "root", "--day", day)
    assert (again.text, len(bytes.fromhex(digest))) == (root.text, 32)
    engine = make_engine(stores.main_url)
    async with engine.begin() as connection:
        await connection.execute(text("UPDATE audit SET what = 'passed on'"))
    await engine.dispose()
    said = await asyncio.to_thread(anytown.types, "audit", "verify")
    assert said.code == 1
    said.tells(f"thread {thread}, entry 1: was altered", "1 don't agree.")


def test_only_what_is_named_is_given_up(anytown: Operator) -> None:
    anytown.types("migrate")
    anytown.types("undelivered", "--give-up").refused("Say which, by their ids")
    for also in ((), ("--give-up",)):
        said = anytown.types("undelivered", "nothing-of-ours", *also)
        said.refused("Nothing has the id nothing-of-ours", "upstander undelivered lists")
        assert said.code == 1
