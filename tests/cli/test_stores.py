"""What is wrong with the stores: `check` and `serve` say the same sentence, and make nothing."""

import asyncio
import logging
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from bot.app import MENDED
from storage.crypto.secrets_file import create_secret
from storage.engine.migrate import Store
from tests.cli.operator import Operator
from tests.cli.served import DATA, KEYS, everything, serve_once
from tests.peers import free_port
from tests.peers.postgres import bring_up

pytestmark = pytest.mark.unmigrated


def _file(operator: Operator, name: str) -> Path:
    return operator.folder / DATA / name


def _key(operator: Operator, name: str) -> Path:
    return operator.folder / KEYS / name


def a_mistyped_address(operator: Operator) -> None:
    operator.settings["UPSTANDER_DATABASE_URL"] = f"sqlite+aiosqlite:///{DATA}/mian.sqlite3"


def a_fresh_volume(operator: Operator) -> None:
    _file(operator, "main.sqlite3").unlink()


def a_keyring_elsewhere(operator: Operator) -> None:
    operator.settings["UPSTANDER_KEYRING_URL"] = f"sqlite+aiosqlite:///{DATA}/ring.sqlite3"


def another_secret(operator: Operator) -> None:
    _key(operator, "secret.key").unlink()
    create_secret(_key(operator, "secret.key"))


def no_secret(operator: Operator) -> None:
    _key(operator, "secret.key").unlink()


def no_ratchet(operator: Operator) -> None:
    for path in _key(operator, "ratchet-anytown").iterdir():
        path.unlink()


def one_store(operator: Operator) -> None:
    operator.settings["UPSTANDER_KEYRING_URL"] = (
        f"sqlite+aiosqlite:///{operator.folder}/{DATA}/../{DATA}/main.sqlite3"
    )


def _named(operator: Operator, main: str, keyring: str) -> None:
    for setting, name in (("DATABASE", main), ("KEYRING", keyring)):
        url = f"sqlite+aiosqlite:///{DATA}/{name}.sqlite3"
        operator.settings[f"UPSTANDER_{setting}_URL"] = url


def swapped(operator: Operator) -> None:
    _named(operator, "keyring", "main")


def swapped_and_started_once(operator: Operator) -> None:
    """By a version that didn't notice: each has the other's tables, too."""
    _migrated_as_the_other(operator)
    swapped(operator)


def _migrated_as_the_other(operator: Operator) -> None:
    others: tuple[tuple[str, Store], ...] = (("main", "keyring"), ("keyring", "main"))
    for name, store in others:
        asyncio.run(bring_up(f"sqlite+aiosqlite:///{_file(operator, f'{name}.sqlite3')}", store))


def a_keyring_for_main(operator: Operator) -> None:
    _named(operator, "keyring", "new")


def a_main_for_the_keyring(operator: Operator) -> None:
    _named(operator, "new", "main")


def from_the_future(operator: Operator) -> None:
    with closing(sqlite3.connect(_file(operator, "main.sqlite3"))) as connection:
        connection.execute("UPDATE main_version SET version_num = '9999'")
        connection.commit()


def no_database_at_all(operator: Operator) -> None:
    for end in ("-wal", "-shm"):
        _file(operator, f"keyring.sqlite3{end}").unlink(missing_ok=True)
    _file(operator, "keyring.sqlite3").write_bytes(b"something else entirely" * 500)


def a_file_in_the_folders_place(operator: Operator) -> None:
    operator.settings["UPSTANDER_DATABASE_URL"] = "sqlite+aiosqlite:///partnership.yaml/main.db"


def nobody_listens(operator: Operator) -> None:
    port = free_port()
    operator.settings["UPSTANDER_DATABASE_URL"] = (
        f"postgresql+psycopg://me:hush@127.0.0.1:{port}/main"
    )


def no_such_host(operator: Operator) -> None:
    operator.settings["UPSTANDER_DATABASE_URL"] = "postgresql+psycopg://me:hush@nobody.invalid/main"


def another_id(operator: Operator) -> None:
    operator.has_the_example(lambda text: text.replace("\nid: anytown", "\nid: newtown"))


WRONG: list[tuple[Callable[[Operator], None], str, str]] = [
    (a_mistyped_address, "don't belong together", "upstander stores --join"),
    (a_fresh_volume, "don't belong together", "upstander restore FILE"),
    (a_keyring_elsewhere, "don't belong together", "UPSTANDER_KEYRING_URL"),
    (another_secret, "written with another secret", "bring back the secret file"),
    (no_secret, "written with another secret", "set UPSTANDER_SECRET_FILE"),
    (no_ratchet, "written with another ratchet", "bring back the folder ratchet-anytown"),
    (one_store, "UPSTANDER_KEYRING_URL names the main database", "a store of its own"),
    (swapped, "these two are swapped", "give each the other's address"),
    (swapped_and_started_once, "these two are swapped", "give each the other's address"),
    (a_keyring_for_main, "UPSTANDER_DATABASE_URL names a keyring", "name the main database there"),
    (a_main_for_the_keyring, "UPSTANDER_KEYRING_URL names a main", "name the keyring there"),
    (from_the_future, "made by a newer Upstander", "install that version again"),
    (no_database_at_all, "that file is no database", "See UPSTANDER_KEYRING_URL"),
    (a_file_in_the_folders_place, "is no folder", "see UPSTANDER_DATABASE_URL"),
    (nobody_listens, "nothing listens there: is it running?", "See UPSTANDER_DATABASE_URL"),
    (no_such_host, "there is no such host", "See UPSTANDER_DATABASE_URL"),
    (another_id, "hold the partnership anytown and nothing of newtown", "Write the id back"),
]


@pytest.mark.parametrize(("wrong", "what", "mend"), WRONG, ids=[w.__name__ for w, _, _ in WRONG])
def test_check_and_serve_agree_and_change_nothing(
    used: Operator, wrong: Callable[[Operator], None], what: str, mend: str
) -> None:
    wrong(used)
    before = everything(used)
    checked = used.types("check")
    checked.refused(what, mend)
    assert "hush" not in checked.text
    served = used.types("serve")
    assert served.code == 2
    served.refused(what, mend)
    assert [line for line in served.text.splitlines() if line not in checked.text] == []
    assert everything(used) == before


def test_swapped_back_all_is_well(used: Operator) -> None:
    _migrated_as_the_other(used)
    used.types("stores").tells("They belong together.")
    assert "swapped" not in used.types("check").text


def test_a_first_check_makes_nothing(anytown: Operator) -> None:
    said = anytown.types("check")
    said.refused("The main database is not up to date: run upstander migrate.")
    assert [path.name for path in anytown.folder.iterdir()] == ["partnership.yaml"]


def test_a_check_before_migrating_says_so_and_asks_the_platforms(used: Operator) -> None:
    with closing(sqlite3.connect(_file(used, "main.sqlite3"))) as connection:
        connection.execute("UPDATE main_version SET version_num = '0001'")
        connection.execute("ALTER TABLE outbox DROP COLUMN why")
        connection.execute("DROP TABLE departed")
        connection.commit()
    said = used.types("check")
    said.refused("The main database is not up to date: run upstander migrate.")
    said.tells("Slack can't be reached from here, so nothing could be asked", "2 to fix.")


def test_a_secret_that_is_named_and_not_there(anytown: Operator) -> None:
    anytown.settings["UPSTANDER_SECRET_FILE"] = "nowhere.key"
    for command in ("check", "serve"):
        anytown.types(command).refused("The secret file nowhere.key can't be read")


def test_stores_are_compared_and_joined(used: Operator) -> None:
    used.types("stores").tells("whose address is in the keyring: 2.", "They belong together.")
    a_fresh_volume(used)
    said = used.types("stores")
    said.tells("Addresses without a thread in the main database: 2 ", "no server starts on them")
    said = used.types("stores", "--join")
    said.tells("belong together now.", "Addresses without a thread: 2. Destroyed.")
    used.types("stores").tells("They belong together.")


def test_a_restore_asks_before_it_loses_what_is_newer(used: Operator) -> None:
    used.types("backup", "older.db")
    with closing(sqlite3.connect(used.folder / "older.db")) as older:
        older.execute("DELETE FROM thread WHERE how = 'named'")
        older.commit()
    before = everything(used)
    restoring = "restore", "older.db", "--replace"
    for answers in ("n\n", ""):
        said = used.types(*restoring, answers=answers)
        said.refused("lost for good if it takes their place: 1.", "Nothing was changed.", "--yes")
    assert {name: it for name, it in everything(used).items() if name in before} == before
    used.types(*restoring, "--yes").tells("aren't in the backup: 1. Destroyed.")


def test_a_restore_beside_an_empty_keyring_says_so(used: Operator) -> None:
    used.types("backup", "copy.db")
    _file(used, "keyring.sqlite3").unlink()
    said = used.types("restore", "copy.db", "--replace")
    said.refused("The keyring is empty", "Bring back the keyring", "add --without-keyring")
    said = used.types("restore", "copy.db", "--replace", "--without-keyring")
    said.tells("Threads without an address in this keyring: 2. They are closed; their text")


def test_another_partnership_in_the_same_stores_is_let_in_by_saying_so(used: Operator) -> None:
    another_id(used)
    used.types("stores", "--join").tells("belong together now.")
    assert "nothing of newtown" not in used.types("check").text


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_files_are_private_whatever_the_umask_and_check_finds_those_that_are_not(
    anytown: Operator, caplog: pytest.LogCaptureFixture
) -> None:
    before = os.umask(0)
    try:
        anytown.types("migrate")
        anytown.types("backup", "copy.db")
    finally:
        os.umask(before)
    data, keys = anytown.folder / DATA, anytown.folder / KEYS
    mine = [data, *data.rglob("*"), keys, *keys.rglob("*"), anytown.folder / "copy.db"]
    assert len(mine) > 5
    assert [path for path in mine if path.stat().st_mode & 0o077] == []
    for path in (data, keys, keys / "secret.key", data / "main.sqlite3"):
        path.chmod(path.stat().st_mode | 0o044)
        named = path.relative_to(anytown.folder)
        anytown.types("check").refused(f"Others than its owner may look into {named}:")
    caplog.set_level(logging.INFO, logger="upstander")
    asyncio.run(serve_once(anytown))
    assert "Others than its owner" not in anytown.types("check").text
    said = [getattr(record, "upstander_said", "") for record in caplog.records]
    [told] = [sentence for sentence in said if sentence.startswith(MENDED)]
    assert told.endswith(" keys=1")
    caplog.clear()
    asyncio.run(serve_once(anytown))
    assert not any(MENDED in getattr(r, "upstander_said", "") for r in caplog.records)
