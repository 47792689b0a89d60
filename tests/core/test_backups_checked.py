"""A backup is checked before it counts, and a password with signs in it goes nowhere but in."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from sqlalchemy.engine import URL, make_url

from bot.base.postgres import NotDoneError
from bot.ops.backup import back_up
from bot.ops.restoring.restore import Meant, restore
from tests.conftest import Stores
from tests.core.anytown import anytown
from tests.core.tools import address, put_first, settings_of
from tests.peers.postgres import Postgres, running

WORD = "p@ss/w:rd #41% &é'\"\\ "


@pytest.fixture
def with_a_password(
    postgres_stores: Stores, postgres_server: Postgres, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Stores]:
    """Somebody who has to give a password with every sign in it."""
    where = f"host={postgres_server.socket_folder} user=postgres dbname=postgres"
    with psycopg.connect(where, autocommit=True) as connection:
        word = WORD.replace("'", "''")
        if not connection.execute("SELECT FROM pg_roles WHERE rolname = 'carol'").fetchall():
            connection.execute(f"CREATE ROLE carol SUPERUSER LOGIN PASSWORD '{word}'".encode())
        [found] = connection.execute("SHOW hba_file").fetchone() or ("",)
        hba = Path(str(found))
        before = hba.read_text()
        hba.write_text(f"local all carol scram-sha-256\n{before}")
        connection.execute("SELECT pg_reload_conf()")
        yield Stores(
            _as_carol(postgres_stores.main_url), _as_carol(postgres_stores.keyring_url), "postgres"
        )
        hba.write_text(before)
        connection.execute("SELECT pg_reload_conf()")


def _as_carol(url: str) -> str:
    here = make_url(url)
    carol = URL.create(here.drivername, "carol", WORD, here.host, here.port, here.database)
    return carol.update_query_dict(here.query).render_as_string(hide_password=False)


@pytest.mark.unmigrated
@pytest.mark.parametrize("place", ["before the host", "among the options"])
async def test_back_and_forth_with_a_password(
    with_a_password: Stores,
    postgres_stores: Stores,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    place: str,
) -> None:
    stores = with_a_password
    if place == "among the options":
        main = make_url(stores.main_url)
        bare = URL.create(main.drivername, "carol", database=main.database, query=main.query)
        told = bare.update_query_dict({"password": WORD}).render_as_string(hide_password=False)
        stores = Stores(told, stores.keyring_url, "postgres")
    settings = settings_of(stores, tmp_path / "data")
    put_first(postgres_stores, monkeypatch)
    async with anytown(stores, tmp_path / "data") as town:
        await town.raises("leila", how="anonymous")
        before = await town.dump()
        await back_up(settings, tmp_path / "copy")
    assert (tmp_path / "copy").stat().st_mode & 0o077 == 0
    await restore(settings, tmp_path / "copy", Meant(replace=True))
    async with anytown(stores, tmp_path / "data") as town:
        assert (await town.dump())["message"] == before["message"]
    monkeypatch.setenv("PGPASSWORD", "another")
    wrong = make_url(stores.main_url).set(password="wrong").difference_update_query(["password"])
    bad = Stores(wrong.render_as_string(hide_password=False), stores.keyring_url, "postgres")
    with pytest.raises(NotDoneError, match="pg_dump did not finish"):
        await back_up(settings_of(bad, tmp_path / "data"), tmp_path / "never")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy", "data", "data-keys"]


async def test_a_corrupt_page_is_found_and_the_copy_is_not_kept(
    sqlite_stores: Stores, tmp_path: Path
) -> None:
    settings = settings_of(sqlite_stores, tmp_path / "data")
    async with anytown(sqlite_stores, tmp_path / "data") as town:
        for _ in range(8):
            await town.raises("leila")
    await back_up(settings, tmp_path / "good")
    good = (tmp_path / "good").read_bytes()
    main = Path(make_url(sqlite_stores.main_url).database or "")
    with closing(sqlite3.connect(main)) as connection:
        [(page,)] = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'message'")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with main.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)
    with pytest.raises(NotDoneError, match="The main database is damaged, so this copy was not"):
        await back_up(settings, tmp_path / "never")
    assert (tmp_path / "good").read_bytes() == good
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith("never")] == []


@pytest.mark.postgres
async def test_what_postgresql_cannot_read_is_no_backup(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    with running(tmp_path_factory.mktemp("damaged")) as server, server.stores() as (main, keyring):
        stores = Stores(main, keyring, "postgres")
        put_first(stores, monkeypatch)
        settings = settings_of(stores, tmp_path / "data")
        async with anytown(stores, tmp_path / "data") as town:
            await town.raises("leila")
        await back_up(settings, tmp_path / "good")
        with psycopg.connect(address(main), autocommit=True) as connection:
            where = "current_setting('data_directory') || '/' || pg_relation_filepath('message')"
            [(file,)] = connection.execute(f"SELECT {where}".encode()).fetchall()
            connection.execute("CHECKPOINT")
        server.stop()
        with Path(str(file)).open("r+b") as page:
            page.write(b"\xff" * 8192)
        server.start()
        with pytest.raises(NotDoneError, match="pg_dump did not finish"):
            await back_up(settings, tmp_path / "never")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "data-keys", "good"]
