"""What `upstander check` sees of the machines below: a full disk, one server for both stores."""

import tempfile
from pathlib import Path

from tests.cli.operator import Operator
from tests.conftest import Stores
from tests.peers import disks, postgres, where_there_is

ROOM = "database has no room left: make room on its disk."
ONE = "Worth knowing: Both stores are on one PostgreSQL server"


@where_there_is(disks.lacking)
def test_check_tells_of_a_full_disk_as_readyz_does(anytown: Operator) -> None:
    with disks.small_disk(anytown.folder / "small") as disk:
        anytown.settings["UPSTANDER_DATABASE_URL"] = f"sqlite+aiosqlite:///{disk}/main.sqlite3"
        anytown.types("migrate")
        assert ROOM not in anytown.types("check").text
        disks.fill(disk / "full")
        there = sorted(disk.iterdir())
        said = anytown.types("check")
        said.refused(f"The main {ROOM}")
        assert f"The keyring {ROOM}" not in said.text
        assert sorted(disk.iterdir()) == there
        (disk / "full").unlink()
        assert ROOM not in anytown.types("check").text


def _named(operator: Operator, main: str, keyring: str) -> None:
    operator.settings |= {"UPSTANDER_DATABASE_URL": main, "UPSTANDER_KEYRING_URL": keyring}


def test_both_stores_on_one_server_are_worth_knowing(
    anytown: Operator, postgres_stores: Stores
) -> None:
    _named(anytown, postgres_stores.main_url, postgres_stores.keyring_url)
    anytown.types("check").tells(ONE, "Give the keyring a server of its own")


def test_two_servers_are_not(anytown: Operator, postgres_stores: Stores) -> None:
    assert ONE not in anytown.types("check").text
    with (
        tempfile.TemporaryDirectory() as folder,
        postgres.running(Path(folder)) as server,
        server.migrated("keyring") as keyring,
    ):
        _named(anytown, postgres_stores.main_url, keyring)
        said = anytown.types("check")
    said.tells("Neither Slack nor Teams")
    assert ONE not in said.text
    assert "can't be used" not in said.text
