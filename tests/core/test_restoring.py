"""An old backup comes back: what was closed since stays closed, what is held stays held."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url

from bot.base.postgres import NotDoneError
from bot.ops.audit import verified
from bot.ops.backup import back_up, migrate_both
from bot.ops.restoring.backup_file import read_backup
from bot.ops.restoring.restore import Meant, restore
from bot.ops.restoring.swap import put_on_postgres
from bot.ops.retention import Purged, held, hold, purge_closed
from storage.audit.days import seal_days
from storage.engine.database import make_engine
from storage.engine.single_server import serving_alone
from tests.conftest import Stores
from tests.core.anytown import Dump, FixedClock, Town
from tests.core.keeper import DONE, Operator, answered
from tests.core.tools import address, put_first, run

pytestmark = pytest.mark.unmigrated


@pytest.fixture
def operator(stores: Stores, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Operator:
    put_first(stores, monkeypatch)
    return Operator(stores, tmp_path, FixedClock())


def _as_it_was(dump: Dump) -> Dump:
    """Without the keyring's key, which turns as a server starts."""
    return {name: rows for name, rows in dump.items() if not name.startswith("ring")}


async def _settles(town: Town) -> None:
    await (await town.mine("leila")).presses("Yes, it is settled")
    await town.core.ticks.drain()


async def test_what_was_closed_since_is_closed_again_and_unreadable(operator: Operator) -> None:
    async with operator.town() as town:
        thread = await answered(town)
        await back_up(operator.settings, operator.copy)
        await _settles(town)
    done = await restore(operator.settings, operator.copy, Meant(replace=True), operator.clock)
    assert (done.closed, done.orphans, done.holds) == (1, 0, 0)
    assert "Threads closed since the backup: 1." in "\n".join(done.in_words())
    async with operator.town() as town:
        assert await town.column("thread", "state") == ["closed"]
        assert await town.column("thread_key", "thread_id") == []
        (await town.does("grace", "thread.open", thread)).refused("not open to you")
    assert (await verified(operator.settings))[0].wrong == []


async def test_what_was_open_and_still_is_can_be_read_andanswered(operator: Operator) -> None:
    async with operator.town() as town:
        await answered(town)
        await back_up(operator.settings, operator.copy)
    done = await restore(operator.settings, operator.copy, Meant(replace=True), operator.clock)
    assert (done.closed, done.orphans) == (0, 0)
    async with operator.town() as town:
        (await town.mine("leila")).sees(DONE)


async def test_who_raised_something_since_the_backup_leaves_no_address(operator: Operator) -> None:
    async with operator.town() as town:
        await answered(town)
        await back_up(operator.settings, operator.copy)
        await town.raises("leila", how="anonymous", release="now")
        await town.raises("leila", how="anonymous", release="slot")
    meant = Meant(replace=True, agrees=lambda words: "place: 1." in words)
    done = await restore(operator.settings, operator.copy, meant, operator.clock)
    assert (done.closed, done.orphans) == (0, 1)
    async with operator.town() as town:
        assert len(await town.core.keyring.refs()) == 2
        assert await town.column("thread", "state") == ["answered"]
        await town.passes(timedelta(hours=4))
        assert set(await town.column("thread", "state")) == {"answered", "open"}  # it goes out


async def test_what_was_closed_since_with_its_way_back_kept_is_closed_again_without_it(
    operator: Operator,
) -> None:
    async with operator.town() as town:
        await answered(town)
        await back_up(operator.settings, operator.copy)
        async with town.core.engine.begin() as connection:
            await connection.execute(text("UPDATE thread SET state = 'closed', keeps = true"))
    done = await restore(operator.settings, operator.copy, Meant(replace=True), operator.clock)
    assert (done.closed, done.orphans) == (1, 1)
    async with operator.town() as town:
        assert await town.column("thread", "state") == ["closed"]
        assert await town.column("step", "id") == []
        assert await town.core.keyring.refs() == set()
    assert (await verified(operator.settings))[0].wrong == []


async def test_what_was_purged_since_is_unreadable_at_once_and_gone_after_a_purge(
    operator: Operator,
) -> None:
    settings, clock = operator.settings, operator.clock
    async with operator.town() as town:
        thread = await answered(town)
        await town.raises("amina", how="anonymous", release="now")  # its address tells the keyring
        await back_up(settings, operator.copy)
        await _settles(town)
        clock.set(clock.now() + timedelta(days=120))
        await town.core.ticks.tidy()
        assert await purge_closed(settings, clock) == Purged(1, 0)
    done = await restore(settings, operator.copy, Meant(replace=True), clock)
    assert done.closed == 1
    async with operator.town() as town:
        assert thread not in await town.column("thread_key", "thread_id")
        clock.set(clock.now() + timedelta(days=120))
        await town.core.ticks.tidy()
        assert await purge_closed(settings, clock) == Purged(1, 0)
        assert thread not in str(await town.dump())


async def test_a_hold_set_since_the_backup_is_carried_over(operator: Operator) -> None:
    settings = operator.settings
    async with operator.town() as town:
        thread = await answered(town)
        await back_up(settings, operator.copy)
        await hold(settings, thread)
        await seal_days(
            town.core.engine, town.core.keys, town.core.partnership.id,
            operator.clock.now().date() + timedelta(days=1),
        )  # fmt: skip
    done = await restore(settings, operator.copy, Meant(replace=True), operator.clock)
    assert done.holds == 1
    assert "Legal holds set since the backup: 1. They are set again." in list(done.in_words())
    assert await held(settings) == [thread]
    assert (await verified(settings))[0].wrong == []


async def test_a_thread_under_hold_that_is_not_in_the_backup_is_not_lost(
    operator: Operator,
) -> None:
    settings = operator.settings
    async with operator.town() as town:
        await back_up(settings, operator.copy)
        thread = await answered(town)
        await hold(settings, thread)
    with pytest.raises(NotDoneError, match=f"not in this backup: {thread}"):
        await restore(settings, operator.copy, Meant(replace=True), operator.clock)
    assert await held(settings) == [thread]
    await hold(settings, thread, lift=True)
    await restore(settings, operator.copy, Meant(replace=True, agrees=bool), operator.clock)
    assert await held(settings) == []


async def test_it_is_refused_where_a_database_stands_already(operator: Operator) -> None:
    async with operator.town() as town:
        await answered(town)
        await back_up(operator.settings, operator.copy)
        before = await town.dump()
    with pytest.raises(NotDoneError, match="add --replace"):
        await restore(operator.settings, operator.copy, Meant())
    async with operator.town() as town:
        assert _as_it_was(await town.dump()) == _as_it_was(before)


async def test_it_is_refused_while_a_server_runs(operator: Operator) -> None:
    async with operator.town() as town:
        await answered(town)
        await back_up(operator.settings, operator.copy)
        with serving_alone(operator.stores.main_url), pytest.raises(NotDoneError, match="end "):
            await restore(operator.settings, operator.copy, Meant(replace=True))


async def test_what_is_no_backup_is_refused_and_nothing_is_touched(operator: Operator) -> None:
    async with operator.town() as town:
        await answered(town)
        before = await town.dump()
    operator.copy.write_bytes(b"not a database at all" * 100)
    for file, why in (
        (operator.copy, "backup|did not finish"),
        (operator.folder / "no", "no file"),
    ):
        with pytest.raises(NotDoneError, match=why):
            await restore(operator.settings, file, Meant(replace=True))
    async with operator.town() as town:
        assert _as_it_was(await town.dump()) == _as_it_was(before)


async def test_a_backup_comes_back_where_nothing_stands(
    sqlite_stores: Stores, tmp_path: Path
) -> None:
    operator = Operator(sqlite_stores, tmp_path, FixedClock())
    async with operator.town() as town:
        await answered(town)
        await back_up(operator.settings, operator.copy)
    main = Path(make_url(sqlite_stores.main_url).database or "")
    main.unlink()
    done = await restore(operator.settings, operator.copy, Meant(), operator.clock)
    assert done.holds is None
    assert "set them again now" in "\n".join(done.in_words())
    assert main.stat().st_mode & 0o077 == 0
    async with operator.town() as town:
        (await town.mine("leila")).sees(DONE)


async def test_a_damaged_database_is_replaced_and_its_holds_are_asked_for(
    sqlite_stores: Stores, tmp_path: Path
) -> None:
    operator = Operator(sqlite_stores, tmp_path, FixedClock())
    async with operator.town() as town:
        await answered(town)
        await back_up(operator.settings, operator.copy)
    main = Path(make_url(sqlite_stores.main_url).database or "")
    main.write_bytes(b"\0" * 8192)
    done = await restore(operator.settings, operator.copy, Meant(replace=True), operator.clock)
    assert done.holds is None
    async with operator.town() as town:
        (await town.mine("leila")).sees(DONE)


async def test_the_keyring_is_never_brought_back(sqlite_stores: Stores, tmp_path: Path) -> None:
    operator = Operator(sqlite_stores, tmp_path, FixedClock())
    await migrate_both(operator.settings)
    keyring = Path(make_url(sqlite_stores.keyring_url).database or "")
    with pytest.raises(NotDoneError, match="carries the keyring"):
        await restore(operator.settings, keyring, Meant(replace=True))
    with closing(sqlite3.connect(tmp_path / "other.db")) as other:
        other.execute("CREATE TABLE thread (id)")
    with pytest.raises(NotDoneError, match="isn't a backup of the main database"):
        await restore(operator.settings, tmp_path / "other.db", Meant(replace=True))


async def test_a_dump_with_the_keyring_in_it_is_never_brought_back(
    postgres_stores: Stores, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_first(postgres_stores, monkeypatch)
    operator = Operator(postgres_stores, tmp_path, FixedClock())
    await migrate_both(operator.settings)
    url, dump = postgres_stores.keyring_url, str(tmp_path / "ring")
    run(url, "pg_dump", "-Fc", "-f", dump, "--dbname", address(url))
    with pytest.raises(NotDoneError, match="carries the keyring"):
        await restore(operator.settings, tmp_path / "ring", Meant(replace=True))


async def test_tables_that_came_after_the_backup_are_made_anew(
    postgres_stores: Stores, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_first(postgres_stores, monkeypatch)
    operator = Operator(postgres_stores, tmp_path, FixedClock())
    await migrate_both(operator.settings)
    engine = make_engine(postgres_stores.main_url)
    there = text("SELECT to_regclass('afterwards') IS NOT NULL")
    async with engine.begin() as connection:
        await connection.execute(text("DROP TABLE afterwards"))
    await back_up(operator.settings, operator.copy)
    async with engine.begin() as connection:
        await connection.execute(text("CREATE TABLE afterwards (later integer)"))
    await engine.dispose()
    url = make_url(postgres_stores.main_url)
    await put_on_postgres(url, await read_backup(url, operator.copy))
    async with engine.connect() as connection:
        assert await connection.scalar(there) is False
    await engine.dispose()
