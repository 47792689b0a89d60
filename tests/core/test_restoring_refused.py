"""A restore looks at everything first: keys, keyring, what is newer, whether the file is whole."""

import asyncio
import shutil
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest
from sqlalchemy.engine import make_url

from bot.base.postgres import NotDoneError, run_tool
from bot.ops.backup import back_up
from bot.ops.restoring.restore import Meant, restore
from storage.crypto.secrets_file import create_secret
from tests.conftest import Stores
from tests.core.anytown import FixedClock
from tests.core.keeper import DONE, Operator, answered
from tests.core.tools import address, put_first

pytestmark = pytest.mark.unmigrated
YES = Meant(replace=True, agrees=bool)


@pytest.fixture
def operator(stores: Stores, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Operator:
    put_first(stores, monkeypatch)
    return Operator(stores, tmp_path, FixedClock())


@dataclass
class _Asked:
    """Somebody who reads what would be lost, and declines."""

    words: str = ""

    def declines(self, words: str) -> bool:
        self.words = words
        return False


def _files(operator: Operator) -> dict[str, bytes]:
    """Everything in the operator's folder, byte for byte, but for a server's lock."""
    every = (path for path in operator.folder.rglob("*") if path.is_file())
    found = (path for path in every if path.suffix != ".serving")
    return {str(path.relative_to(operator.folder)): path.read_bytes() for path in found}


def another_secret(keys: Path) -> None:
    (keys / "secret.key").unlink()
    create_secret(keys / "secret.key")


def no_keys(keys: Path) -> None:
    shutil.rmtree(keys)


def no_ratchet(keys: Path) -> None:
    shutil.rmtree(keys / "ratchet-anytown")


def another_ratchet(keys: Path) -> None:
    [file] = (keys / "ratchet-anytown").glob("*.key")
    file.write_bytes(file.read_bytes()[:-32] + bytes(32))


WRONG: list[tuple[Callable[[Path], None], str]] = [
    (another_secret, "written with another secret: bring back the secret file"),
    (no_keys, "written with another secret: bring back the secret file"),
    (no_ratchet, "written with another ratchet: bring back the folder ratchet-anytown"),
    (another_ratchet, "written with another ratchet: bring back the folder ratchet-anytown"),
]


@pytest.mark.parametrize(("wrong", "words"), WRONG, ids=[wrong.__name__ for wrong, _ in WRONG])
@pytest.mark.parametrize("without", [False, True], ids=["", "without the keyring"])
async def test_with_wrong_keys_nothing_is_touched_and_none_are_made(
    operator: Operator, wrong: Callable[[Path], None], words: str, without: bool
) -> None:
    async with operator.town() as town:
        await answered(town)
        await back_up(operator.settings, operator.copy)
        await town.raises("leila", how="anonymous", release="now")
    away = shutil.copytree(operator.settings.keys_folder, operator.folder / "away")
    wrong(operator.settings.own_keys_folder)
    before = _files(operator)
    with pytest.raises(NotDoneError, match=words):
        await restore(operator.settings, operator.copy, Meant(True, without, bool), operator.clock)
    assert _files(operator) == before
    shutil.rmtree(operator.settings.own_keys_folder, ignore_errors=True)
    away.rename(operator.settings.own_keys_folder)
    async with operator.town() as town:
        assert len(await town.core.keyring.refs()) == 2
        assert set(await town.column("thread", "state")) == {"answered", "open"}


async def test_in_a_new_place_the_secret_comes_first(sqlite_stores: Stores, tmp_path: Path) -> None:
    here = Operator(sqlite_stores, tmp_path, FixedClock())
    async with here.town() as town:
        await answered(town)
        await back_up(here.settings, here.copy)
    there = Operator(_new(tmp_path), tmp_path / "new", here.clock)
    shutil.copy(here.copy, there.copy)
    for meant in (Meant(), Meant(without_keyring=True)):
        with pytest.raises(NotDoneError, match="another secret: bring back the secret file"):
            await restore(there.settings, there.copy, meant, here.clock)
    assert [path.name for path in there.folder.iterdir()] == ["copy"]


def _new(folder: Path) -> Stores:
    place = folder / "new"
    place.mkdir()
    main, keyring = (f"sqlite+aiosqlite:///{place / name}.db" for name in ("main", "keyring"))
    return Stores(main, keyring, "sqlite")


@pytest.mark.parametrize("ratchet", [True, False], ids=["", "nor ratchet"])
async def test_without_its_keyring_nothing_is_closed_until_that_is_meant(
    sqlite_stores: Stores, tmp_path: Path, ratchet: bool
) -> None:
    operator = Operator(sqlite_stores, tmp_path, FixedClock())
    async with operator.town() as town:
        await answered(town)
        await town.raises("leila", how="anonymous", release="now")
        await back_up(operator.settings, operator.copy)
    for left in Path(make_url(sqlite_stores.keyring_url).database or "").parent.glob("keyring*"):
        left.unlink()
    before = _files(operator)
    with pytest.raises(NotDoneError, match=r"keyring is empty: .* \(2\), .* --without-keyring"):
        await restore(operator.settings, operator.copy, YES, operator.clock)
    assert _files(operator) == before
    if not ratchet:
        no_ratchet(operator.settings.keys_folder)
    done = await restore(operator.settings, operator.copy, Meant(True, True), operator.clock)
    words = "\n".join(done.in_words())
    assert "Threads without an address in this keyring: 2. They are closed; their text can" in words
    assert "closed since" not in words
    async with operator.town() as town:
        assert await town.column("thread", "state") == ["closed", "closed"]


async def test_a_keyring_of_a_new_beginning_is_not_the_one_that_goes_with_it(
    sqlite_stores: Stores, tmp_path: Path
) -> None:
    """A server was started anew and spoken to, before anybody thought of the backup."""
    here = Operator(sqlite_stores, tmp_path / "here", FixedClock())
    here.folder.mkdir()
    async with here.town() as town:
        await answered(town)
        await back_up(here.settings, here.copy)
    there = Operator(_new(tmp_path), tmp_path / "new", here.clock)
    shutil.copytree(here.settings.keys_folder, there.settings.own_keys_folder)
    async with there.town() as town:
        await town.raises("leila", how="anonymous", release="now")
    with pytest.raises(NotDoneError, match="isn't the one that goes with this backup"):
        await restore(there.settings, here.copy, YES, here.clock)
    async with there.town() as town:
        assert await town.column("thread", "state") == ["open"]


async def test_what_is_newer_is_counted_and_kept_until_somebody_agrees(operator: Operator) -> None:
    said = _Asked()
    async with operator.town() as town:
        await answered(town)
        await back_up(operator.settings, operator.copy)
        for _ in range(2):
            await town.raises("leila", how="anonymous", release="now")
    declined = Meant(replace=True, agrees=said.declines)
    with pytest.raises(NotDoneError, match=r"Nothing was changed\. .* add --yes"):
        await restore(operator.settings, operator.copy, declined, operator.clock)
    assert "newer than this backup, and are lost for good if it takes their place: 2." in said.words
    async with operator.town() as town:
        assert len(await town.core.keyring.refs()) == 3
    done = await restore(operator.settings, operator.copy, YES, operator.clock)
    assert (done.closed, done.orphans) == (0, 2)


async def test_whoever_starts_a_server_while_it_asks_is_noticed(
    postgres_stores: Stores, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_first(postgres_stores, monkeypatch)
    operator = Operator(postgres_stores, tmp_path, FixedClock())
    async with operator.town() as town:
        await back_up(operator.settings, operator.copy)
        await answered(town)
    with ExitStack() as connected:

        def takes_long(_words: str) -> bool:
            connected.enter_context(psycopg.connect(address(postgres_stores.main_url)))
            return True

        meant = Meant(replace=True, agrees=takes_long)
        with pytest.raises(NotDoneError, match="The database is in use: end every server"):
            await restore(operator.settings, operator.copy, meant, operator.clock)
    async with operator.town() as town:
        assert await town.column("thread", "state") == ["answered"]


async def test_where_nothing_can_be_read_any_more_the_addresses_are_counted(
    sqlite_stores: Stores, tmp_path: Path
) -> None:
    operator, said = Operator(sqlite_stores, tmp_path, FixedClock()), _Asked()
    async with operator.town() as town:
        await answered(town)
        await back_up(operator.settings, operator.copy)
        await town.raises("leila", how="anonymous", release="now")
        await town.raises("leila", how="anonymous", release="slot")  # waits, and isn't lost
    Path(make_url(sqlite_stores.main_url).database or "").unlink()
    declined = Meant(agrees=said.declines)
    with pytest.raises(NotDoneError, match="add --yes"):
        await restore(operator.settings, operator.copy, declined, operator.clock)
    assert "whose threads aren't in this backup: 1." in said.words


async def test_a_dump_that_is_cut_short_is_refused_at_once(
    postgres_stores: Stores, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_first(postgres_stores, monkeypatch)
    operator = Operator(postgres_stores, tmp_path, FixedClock())
    async with operator.town() as town:
        await answered(town)
        await back_up(operator.settings, operator.copy)
    whole = operator.copy.read_bytes()
    for size in (600, 50_000, len(whole) // 2, len(whole) - 1024, len(whole) - 1):
        operator.copy.write_bytes(whole[:size])
        async with asyncio.timeout(60):
            with pytest.raises(NotDoneError, match="is cut short or damaged: take another"):
                await restore(operator.settings, operator.copy, YES, operator.clock)
    operator.copy.write_bytes(whole)
    await restore(operator.settings, operator.copy, YES, operator.clock)
    async with operator.town() as town:
        (await town.mine("leila")).sees(DONE)


async def test_a_tool_that_finds_no_end_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    endless = tmp_path / "pg_restore"
    endless.write_text("#!/bin/sh\nwhile :; do :; done\n", "utf-8")
    endless.chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NotDoneError, match=r"found no end within 0\.2 s, and was stopped"):
        await run_tool("pg_restore", "--list", within=0.2)
