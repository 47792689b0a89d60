"""`upstander migrate`, `backup` and `purge`, as they are typed."""

import sqlite3
from contextlib import closing
from pathlib import Path

from storage.keyring_tables import ring, ring_epoch
from storage.tables import main_metadata
from tests.cli.operator import Operator


def tables(file: Path) -> set[str]:
    """What an SQLite file holds."""
    with closing(sqlite3.connect(file)) as connection:
        return {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}


def test_before_a_migration_each_says_that_one_is_due(anytown: Operator) -> None:
    anytown.types("backup", "copy.db").refused("There is no main database yet")
    anytown.types("purge").refused("The main database is not up to date: run upstander migrate")
    anytown.types("backup", "copy.db").refused("The main database is empty: run upstander migrate")
    assert not (anytown.folder / "copy.db").exists()


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
    assert anytown.types("migrate").code == 0
    anytown.types("backup", "copy.db").refused("give it a store of its own first")
    assert not (anytown.folder / "copy.db").exists()
