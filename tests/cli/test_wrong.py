"""What goes wrong below is said in words: a full disk, a host that isn't this machine's."""

import sqlite3
from contextlib import closing

import pytest

from bot.base.settings import Settings
from bot.cli.doors import listening
from bot.cli.wrong import FULL, WRONG, in_words
from tests.cli.operator import Operator
from tests.peers import disks, free_port, where_there_is


def test_a_full_disk_is_said_whichever_way_it_comes() -> None:
    with closing(sqlite3.connect(":memory:")) as small:
        small.execute("CREATE TABLE a (b)")
        small.execute("PRAGMA max_page_count = 2")
        with pytest.raises(sqlite3.Error) as found:
            small.execute("INSERT INTO a VALUES (zeroblob(99999))")
    assert isinstance(found.value, WRONG)
    assert list(in_words(found.value)) == [FULL]
    assert list(in_words(OSError(28, "No space left on device"))) == [FULL]


@where_there_is(disks.lacking)
def test_a_purge_on_a_full_disk_says_so(anytown: Operator) -> None:
    with disks.small_disk(anytown.folder / "small") as disk:
        anytown.settings["UPSTANDER_DATABASE_URL"] = f"sqlite+aiosqlite:///{disk}/main.sqlite3"
        anytown.types("migrate")
        disks.fill(disk / "full")
        said = anytown.types("purge")
        assert "Traceback" not in said.text
        (disk / "full").unlink()
        anytown.types("purge").tells("Purged 0.")


@pytest.mark.parametrize("host", ["nonsense.invalid", "192.0.2.1", "::zz"])
def test_a_host_that_is_not_this_machines_is_named(host: str) -> None:
    for named in ("UPSTANDER_HOST", "UPSTANDER_METRICS_HOST"):
        pages = host if named == "UPSTANDER_HOST" else "127.0.0.1"
        watched = host if pages != host else "127.0.0.1"
        settings = Settings(
            host=pages, port=free_port(), metrics_host=watched, metrics_port=free_port()
        )
        with pytest.raises(WRONG, match=f"{named}: this machine has no address {host}") as found:
            listening(settings, "UPSTANDER_PORT")
        assert "Port" not in str(found.value)


def test_a_port_that_is_taken_is_said_for_what_was_started() -> None:
    settings = Settings(port=free_port(), metrics_port=0)
    (door,) = listening(settings, "UPSTANDER_PORT")
    with closing(door), pytest.raises(WRONG, match=r"choose another: UPSTANDER_PORT\."):
        listening(settings, "UPSTANDER_PORT")
