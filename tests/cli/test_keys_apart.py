"""Keys lie in a folder of their own; those of an older installation are used where they lie."""

import asyncio
import os
import shutil
import signal
import subprocess
from pathlib import Path

import pytest

from tests.cli.operator import COMMAND, Operator
from tests.conftest import Stores
from tests.core import anytown as town_of
from tests.peers import free_port

DATA, KEYS = ".upstander", ".upstander-keys"
SHARED = Path("/dev/shm")
"""A volume that no folder of a test is on."""
HOW = "move secret.key and each ratchet-* folder from .upstander to .upstander-keys"


@pytest.fixture
def served(anytown: Operator) -> Operator:
    """Has served for a while: an anonymous concern is open."""
    folder = anytown.folder / DATA
    folder.mkdir(mode=0o700)
    asyncio.run(_served(folder))
    return anytown


async def _served(folder: Path) -> None:
    main, keyring = (f"sqlite+aiosqlite:///{folder / name}.sqlite3" for name in ("main", "keyring"))
    async with town_of.anytown(Stores(main, keyring, "sqlite"), folder) as town:
        await town.raises("leila", how="anonymous")


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def as_it_once_was(operator: Operator) -> None:
    """One folder for all of it."""
    for path in (operator.folder / KEYS).iterdir():
        shutil.move(path, operator.folder / DATA)
    (operator.folder / KEYS).rmdir()


def test_a_snapshot_of_the_stores_folder_takes_no_key_along(served: Operator) -> None:
    assert names(served.folder / KEYS) == {"secret.key", "ratchet-anytown"}
    assert not list((served.folder / DATA).rglob("*.key"))


def test_an_older_installation_goes_on_and_is_told_how_to_move(served: Operator) -> None:
    as_it_once_was(served)
    before = {p: p.read_bytes() for p in (served.folder / DATA).rglob("*.key")}
    said = served.types("check")
    said.tells("Worth knowing: The keys lie with the databases in .upstander", HOW)
    assert "another secret" not in said.text
    assert "another ratchet" not in said.text
    served.types("migrate").tells("up to date")
    assert {p: p.read_bytes() for p in (served.folder / DATA).rglob("*.key")} == before
    assert not (served.folder / KEYS).exists()


def test_a_start_says_how_to_move_them(served: Operator) -> None:
    as_it_once_was(served)
    served.settings |= {
        "SLACK_BOT_TOKEN": "xoxb-a",
        "SLACK_SIGNING_SECRET": "8f742231b10e8888abcd99eeefff85a5",
        "SLACK_API_URL": "http://127.0.0.1:9/api/",
        "UPSTANDER_PORT": str(free_port()),
    }
    with (served.folder / "said").open("wb") as said:
        started = subprocess.Popen(
            [*COMMAND, "serve"], cwd=served.folder, env=served.environment, stdout=said, stderr=said
        )
        try:
            with pytest.raises(subprocess.TimeoutExpired):
                started.wait(8)
        finally:
            started.send_signal(signal.SIGTERM)
            started.wait(30)
    assert HOW in (served.folder / "said").read_text()


def test_moved_by_hand_as_told_they_are_used_there(served: Operator) -> None:
    as_it_once_was(served)
    (served.folder / KEYS).mkdir(mode=0o700)
    for path in [*(served.folder / DATA).glob("ratchet-*"), served.folder / DATA / "secret.key"]:
        shutil.move(path, served.folder / KEYS)
    said = served.types("check")
    assert "another secret" not in said.text
    assert "from .upstander to" not in said.text


def test_half_moved_nothing_starts_and_nothing_is_made(served: Operator) -> None:
    as_it_once_was(served)
    (served.folder / KEYS).mkdir(mode=0o700)
    shutil.move(served.folder / DATA / "secret.key", served.folder / KEYS)
    served.types("check").refused("bring back the folder ratchet-anytown in .upstander-keys")
    assert names(served.folder / KEYS) == {"secret.key"}
    shutil.move(served.folder / KEYS / "secret.key", served.folder / DATA)
    shutil.move(served.folder / DATA / "ratchet-anytown", served.folder / KEYS)
    served.types("check").refused("bring back the secret file that belongs to them")
    assert names(served.folder / KEYS) == {"ratchet-anytown"}


def test_keys_on_the_stores_volume_are_worth_knowing(served: Operator) -> None:
    served.types("check").tells("Worth knowing: The keys (.upstander-keys) and a database lie on")


def test_keys_inside_the_stores_folder_are_worth_knowing(anytown: Operator) -> None:
    anytown.settings["UPSTANDER_KEYS_DIR"] = f"{DATA}/keys"
    anytown.types("migrate").tells("up to date")
    anytown.types("check").tells("Worth knowing: The keys lie in one folder with a database")


@pytest.mark.skipif(not SHARED.is_dir(), reason="no second volume here")
def test_keys_on_another_volume_are_told_of_by_nothing(
    anytown: Operator, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    elsewhere = SHARED / f"upstander-test-{os.getpid()}"
    request.addfinalizer(lambda: shutil.rmtree(elsewhere, ignore_errors=True))
    anytown.settings["UPSTANDER_KEYS_DIR"] = str(elsewhere)
    anytown.types("migrate").tells("up to date")
    assert "The keys" not in anytown.types("check").text
    assert names(elsewhere) == {"secret.key", "ratchet-anytown"}
