import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
import pytest_asyncio
from sqlalchemy import delete, text, update

from storage.crypto.errors import SealBrokenError
from storage.crypto.keys import Keys
from storage.crypto.secrets_file import create_secret
from storage.engine.clock import MovableClock
from storage.keyring.store import WrongKeysError, new_ref
from storage.keyring.tables import ring_epoch
from tests.conftest import Stores
from tests.storage.keyring_bench import ALEX, SAM, Bench


@pytest_asyncio.fixture
async def bench(stores: Stores, tmp_path: Path) -> AsyncIterator[Bench]:
    bench = Bench(stores.keyring_url, tmp_path)
    yield bench
    for engine in bench.engines:
        await engine.dispose()


async def test_an_old_copy_is_worthless_once_the_ratchet_has_turned(bench: Bench) -> None:
    keyring = await bench.opened()
    await keyring.put("ref", SAM)
    old_rows, old_print = await bench.rows(), await keyring.fingerprint()
    assert await keyring.rotate() == 0
    assert await keyring.open("ref") == SAM
    assert await keyring.fingerprint() != old_print
    assert bench.versions() == ["v2.key"]
    await bench.alter("ref", key_version=old_rows[0][3], sealed=old_rows[0][4])
    with pytest.raises(SealBrokenError):
        await bench.process().open("ref")


async def test_a_keyring_from_before_the_turn_is_not_served(bench: Bench) -> None:
    keyring = await bench.opened()
    old_print = await keyring.fingerprint()
    await keyring.rotate()
    async with bench.engines[0].begin() as connection:
        await connection.execute(update(ring_epoch).values(key_version=1, fingerprint=old_print))
    with pytest.raises(WrongKeysError, match="another secret or ratchet"):
        await bench.process().finish_rotation()


async def test_another_secret_is_refused_and_changes_nothing(bench: Bench) -> None:
    keyring = await bench.opened()
    await keyring.put("ref", SAM)
    create_secret(bench.folder / "wrong")
    stranger = bench.process(secret="wrong")
    with pytest.raises(WrongKeysError):
        await stranger.finish_rotation()
    with pytest.raises(WrongKeysError):
        await stranger.rotate()
    with pytest.raises(SealBrokenError):
        await stranger.open("ref")
    assert await keyring.open("ref") == SAM
    # A turn that it began was left beside; the next that holds the right keys completes it.
    await (await bench.opened()).finish_rotation()
    assert await keyring.open("ref") == SAM


async def test_a_turn_that_crashed_before_its_commit_is_completed(bench: Bench) -> None:
    keyring = await bench.opened()
    await keyring.put("ref", SAM)
    Keys.load(bench.folder / "secret", bench.folder / "ratchets").ratchet("anytown").write(2)
    assert bench.versions() == ["v1.key", "v2.key"]
    restarted = bench.process()
    await restarted.put("between", ALEX)
    await restarted.finish_rotation()
    assert bench.versions() == ["v2.key"]
    assert {row[3] for row in await bench.rows()} == {2}
    assert await restarted.open("ref") == SAM
    assert await restarted.open("between") == ALEX


async def test_a_turn_that_crashed_after_its_commit_erases_the_old_key(bench: Bench) -> None:
    keyring = await bench.opened()
    await keyring.put("ref", SAM)
    old = (bench.ratchet / "v1.key").read_bytes()
    await keyring.rotate()
    (bench.ratchet / "v1.key").write_bytes(old)
    restarted = bench.process()
    await restarted.finish_rotation()
    assert bench.versions() == ["v2.key"]
    assert await restarted.open("ref") == SAM


async def test_a_turn_that_fails_leaves_everything_readable(bench: Bench) -> None:
    keyring = await bench.opened()
    await keyring.put("ref", SAM)
    async with bench.engines[0].begin() as connection:
        await connection.execute(delete(ring_epoch))
        await connection.execute(text("ALTER TABLE ring RENAME TO away"))
    with pytest.raises(Exception, match="ring"):
        await keyring.rotate()
    async with bench.engines[0].begin() as connection:
        await connection.execute(text("ALTER TABLE away RENAME TO ring"))
    assert await bench.process().open("ref") == SAM


async def test_a_process_whose_ratchet_was_turned_by_another_carries_on(bench: Bench) -> None:
    first, second = await bench.opened(), await bench.opened()
    await first.put("before", SAM)
    await second.rotate()
    assert await first.open("before") == SAM
    await second.rotate()
    await first.put("after", ALEX)
    await second.rotate()
    assert await first.mine(SAM.person) == ["before"]
    assert {row[3] for row in await bench.rows()} == {4}
    for process in (first, second, await bench.opened()):
        assert await process.open("after") == ALEX


async def test_nothing_is_lost_when_two_processes_write_while_both_turn(bench: Bench) -> None:
    first, second = await bench.opened(), await bench.opened()
    refs = [new_ref() for _ in range(40)]
    doomed = refs[:6]
    for ref in doomed:
        await first.put(ref, ALEX)
    work: list[Callable[[], Awaitable[object]]] = []
    for number, ref in enumerate(refs[6:]):
        keyring = (first, second)[number % 2]
        work.append(partial(keyring.put, ref, SAM))
        if number % 10 == 0:
            work.append(keyring.rotate)
        if number % 6 == 0:
            work.append(partial(keyring.destroy, [doomed[number // 6]]))
    await asyncio.gather(*(each() for each in work))
    assert await first.refs() == set(refs[6:])
    assert set(await second.mine(SAM.person)) == set(refs[6:])
    assert await second.broken() == []
    assert len(bench.versions()) == 1


async def test_at_a_start_an_old_key_turns_once_however_many_start_at_once(bench: Bench) -> None:
    clock = MovableClock()
    first = await bench.opened()
    await first.put("ref", SAM)
    assert not await first.turn_when_old(clock.now())
    clock.forward_to(clock.now() + timedelta(days=3))
    starting = [bench.process() for _ in range(2)]
    for keyring in starting:
        await keyring.finish_rotation()
    turned = await asyncio.gather(*(k.turn_when_old(clock.now()) for k in starting))
    assert sorted(turned) == [False, True]
    assert bench.versions() == ["v2.key"]
    assert [await keyring.open("ref") for keyring in (first, *starting)] == [SAM] * 3
    clock.forward_to(clock.now() + timedelta(days=2))
    assert await first.turn_when_old(clock.now())


async def test_a_keys_file_bears_a_day_and_no_time(bench: Bench) -> None:
    keyring = await bench.opened()
    await keyring.rotate()
    [file] = bench.ratchet.iterdir()
    assert file.stat().st_mtime % timedelta(days=1).total_seconds() == 0
