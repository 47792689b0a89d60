import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from sqlalchemy import insert
from sqlalchemy.ext.asyncio import create_async_engine

from storage.crypto.errors import SealBrokenError
from storage.crypto.keys import Keys
from storage.crypto.secrets_file import create_secret
from storage.engine.database import make_engine
from storage.keyring.store import Keyring, RefTakenError, new_ref
from storage.keyring.tables import ring
from tests.conftest import Stores
from tests.storage.keyring_bench import ALEX, SAM, Bench


@pytest_asyncio.fixture
async def bench(stores: Stores, tmp_path: Path) -> AsyncIterator[Bench]:
    bench = Bench(stores.keyring_url, tmp_path)
    yield bench
    for engine in bench.engines:
        await engine.dispose()


async def test_an_address_comes_back_whole_until_its_thread_is_closed(bench: Bench) -> None:
    keyring = await bench.opened()
    sam, nobody = new_ref(), new_ref()
    await keyring.put(sam, SAM)
    await keyring.put_dummy(nobody)
    assert await keyring.open(sam) == SAM
    dummy = await keyring.open(nobody)
    assert dummy is not None
    assert dummy.mode == "dummy"
    assert await keyring.refs() == {sam, nobody}
    await keyring.destroy([sam])
    await keyring.destroy([sam])
    assert await keyring.open(sam) is None
    assert await keyring.refs() == {nobody}


async def test_people_find_their_own_threads_and_no_others(bench: Bench) -> None:
    keyring = await bench.opened()
    refs = [new_ref() for _ in range(4)]
    for ref, address in zip(refs, (SAM, ALEX, SAM), strict=False):
        await keyring.put(ref, address)
    await keyring.put_dummy(refs[3])
    assert set(await keyring.mine(SAM.person)) == {refs[0], refs[2]}
    assert await keyring.mine(ALEX.person) == [refs[1]]
    assert await keyring.mine("slack:T01:U01") == []
    assert await keyring.mine("") == []
    assert await keyring.belongs(refs[0], SAM.person)
    assert not await keyring.belongs(refs[0], ALEX.person)
    assert not await keyring.belongs(refs[3], "")
    assert not await keyring.belongs(new_ref(), SAM.person)


async def test_everybody_finds_their_own_among_a_thousand(bench: Bench) -> None:
    keyring = await bench.opened()
    await keyring.put("first", SAM)
    await copy_rows(bench, keyring, 1000)
    await keyring.put("last", SAM)
    assert set(await keyring.mine(SAM.person)) == {"first", "last"}
    assert await keyring.rotate() == 0
    assert set(await keyring.mine(SAM.person)) == {"first", "last"}


async def copy_rows(bench: Bench, keyring: Keyring, count: int) -> None:
    # Straight into the table, since a thousand commits aren't what is looked at.
    identity = Keys.load(bench.folder / "secret", bench.folder / "ratchets").identity("anytown")
    refs = [new_ref() for _ in range(count)]
    rows = [
        {
            "partnership_id": "anytown",
            "ref": ref,
            "kind": "return",
            "key_version": 1,
            "sealed": identity.seal(ref, "return", 1, ALEX),
        }
        for ref in refs
    ]
    async with bench.engines[0].begin() as connection:
        await connection.execute(insert(ring), rows)
    assert await keyring.refs() >= set(refs)


async def test_rows_say_nothing_of_who_is_behind_them(bench: Bench) -> None:
    keyring = await bench.opened()
    await keyring.put(new_ref(), SAM)
    await keyring.put(new_ref(), ALEX)
    await keyring.put_dummy(new_ref())
    rows = await bench.rows()
    assert {len(row[4]) for row in rows} == {1052}
    assert {(row[0], row[2], row[3]) for row in rows} == {("anytown", "return", 1)}
    assert {len(row[1]) for row in rows} == {22}
    for hidden in (b"U01SAM", b"ALEX", b"Morgan", b"D01", b"school", b"dummy", b"anonymous"):
        assert all(hidden not in row[4] for row in rows)


async def test_a_reference_is_never_used_twice(bench: Bench) -> None:
    keyring = await bench.opened()
    await keyring.put("ref", SAM)
    with pytest.raises(RefTakenError) as refusal:
        await keyring.put("ref", ALEX)
    assert "ref)" not in str(refusal.value)
    assert refusal.value.__suppress_context__
    assert await keyring.open("ref") == SAM


async def test_rows_swapped_between_threads_are_refused(bench: Bench) -> None:
    keyring = await bench.opened()
    await keyring.put("sams", SAM)
    await keyring.put("alexs", ALEX)
    sealed = {row[1]: row[4] for row in await bench.rows()}
    await bench.alter("sams", sealed=sealed["alexs"])
    with pytest.raises(SealBrokenError):
        await keyring.open("sams")
    with pytest.raises(SealBrokenError):
        await keyring.belongs("sams", ALEX.person)
    assert await keyring.mine(ALEX.person) == ["alexs"]
    assert await keyring.broken() == ["sams"]


async def test_cut_rows_and_wrong_versions_are_refused_and_hide_nobody_else(bench: Bench) -> None:
    keyring = await bench.opened()
    for ref in ("cut", "version", "sound"):
        await keyring.put(ref, SAM)
    await bench.alter("cut", sealed=b"\0" * 40)
    await bench.alter("version", key_version=7)
    for ref in ("cut", "version"):
        with pytest.raises(SealBrokenError):
            await keyring.open(ref)
    assert await keyring.mine(SAM.person) == ["sound"]
    assert await keyring.rotate() == 2
    assert await keyring.open("sound") == SAM
    await keyring.destroy(await keyring.broken())
    assert await keyring.refs() == {"sound"}


async def test_a_partnership_neither_sees_nor_turns_anothers_rows(bench: Bench) -> None:
    here, there = await bench.opened(), await bench.opened("othertown")
    await here.put("ref", SAM)
    await there.put("ref", ALEX)
    await here.rotate()
    await here.rotate()
    assert await there.open("ref") == ALEX
    assert await there.mine(SAM.person) == []
    await here.destroy(["ref"])
    assert await there.refs() == {"ref"}


async def test_destroyed_rows_leave_nothing_for_the_key_to_open(bench: Bench) -> None:
    keyring = await bench.opened()
    await keyring.put("closed", SAM)
    await keyring.put("open", ALEX)
    sealed = {row[1]: row for row in await bench.rows()}["closed"]
    await keyring.destroy(["closed"])
    if bench.url.startswith("sqlite"):
        files = list(bench.folder.glob("keyring.db*"))
        assert files
        assert all(sealed[4][:16] not in path.read_bytes() for path in files)
    else:
        # Its bytes stay in PostgreSQL's pages for a while: the key that opens them must be gone.
        identity = Keys.load(bench.folder / "secret", bench.folder / "ratchets").identity("anytown")
        assert not identity.holds(sealed[3])
        assert bench.versions() == ["v2.key"]
    assert await keyring.open("open") == ALEX


async def test_sqlite_keeps_no_row_numbers_from_which_an_order_could_be_read(
    sqlite_stores: Stores, tmp_path: Path
) -> None:
    keyring = Bench(sqlite_stores.keyring_url, tmp_path).process()
    await keyring.create()
    await keyring.put("ref", SAM)
    await keyring.close()
    connection = sqlite3.connect(tmp_path / "keyring.db")
    for table in ("ring", "ring_epoch"):
        with pytest.raises(sqlite3.OperationalError, match="rowid"):
            connection.execute(f"SELECT rowid FROM {table}")
    connection.close()


async def test_an_address_is_kept_by_an_engine_that_is_not_in_autocommit(
    sqlite_stores: Stores, tmp_path: Path
) -> None:
    create_secret(tmp_path / "secret")
    keys = Keys.load(tmp_path / "secret", tmp_path / "ratchets")
    plain = Keyring(create_async_engine(sqlite_stores.keyring_url), keys, "anytown")
    await plain.create()
    await plain.put("ref", SAM)
    await plain.close()
    reopened = Keyring(make_engine(sqlite_stores.keyring_url), keys, "anytown")
    assert await reopened.open("ref") == SAM
    await reopened.close()
