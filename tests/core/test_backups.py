"""No way of copying the main database takes the keyring along."""

import base64
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from bot.core.admission import Actor
from bot.ops.backup import back_up
from storage.partnership import AgencyId, PersonId
from tests.conftest import Stores
from tests.core.anytown import anytown
from tests.core.tools import address, put_first, run, settings_of
from tests.peers import postgres

pytestmark = pytest.mark.unmigrated
MARKED = "quillfeather-4711"
"""Somebody whom the main database's directory of members doesn't have."""


@pytest.fixture
def two_clusters(
    postgres_server: postgres.Postgres, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Stores]:
    """As documented: the keyring in a PostgreSQL cluster of its own."""
    with (
        postgres.running(tmp_path_factory.mktemp("ring")) as ring,
        postgres_server.database("main") as main,
        ring.database("keyring") as keyring,
    ):
        yield Stores(main, keyring, "postgres")


async def _speaks_up(stores: Stores, folder: Path) -> list[bytes]:
    """A marked person speaks up anonymously; gives what their row in the keyring has."""
    async with anytown(stores, folder) as town:
        agency = AgencyId("childrens-social-care")
        town.strangers["quill"] = Actor(
            PersonId(f"web:{MARKED}"), MARKED, "en", agency, f'{{"slug": "{MARKED}"}}'
        )
        (await town.raises("quill", how="anonymous")).sees("We have your concern")
        stored = await town.dump()
        rows = [*stored["ring"], *stored["waiting"]]
        sealed = [value for row in rows for value in row if isinstance(value, bytes)]
        assert len(sealed) == 3  # the address, the key of what waits, and that
    return [*sealed, MARKED.encode()]


def _traces(file: bytes, needles: list[bytes]) -> list[bytes]:
    """Which of them are in it, as they are, in hexadecimal or in base 64."""
    return [needle for needle in needles if any(form in file for form in _forms(needle))]


def _forms(needle: bytes) -> Iterator[bytes]:
    # In pieces, since a database may spread one value over several pages.
    for start in range(0, max(len(needle) - 48, 0) + 1, 48):
        piece = needle[start : start + 48]
        yield piece
        yield piece.hex().encode()
        yield base64.b64encode(piece).rstrip(b"=")[:-1]


def _every_byte(folder: Path) -> bytes:
    return b"\0".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


async def test_copies_of_sqlite(sqlite_stores: Stores, tmp_path: Path) -> None:
    needles = await _speaks_up(sqlite_stores, tmp_path / "data")
    await back_up(settings_of(sqlite_stores, tmp_path / "data"), tmp_path / "ours")
    main, keyring = (
        Path(make_url(url).database or "")
        for url in (sqlite_stores.main_url, sqlite_stores.keyring_url)
    )
    with closing(sqlite3.connect(main)) as source, closing(sqlite3.connect(tmp_path / "x")) as copy:
        source.backup(copy)  # what sqlite3's own .backup does
    assert _traces(keyring.read_bytes(), needles) == needles[:-1]
    for taken in ("ours", "x"):
        file = (tmp_path / taken).read_bytes()
        assert b"CREATE TABLE thread" in file
        assert _traces(file, needles) == []


async def test_dumps_of_postgres(
    two_clusters: Stores, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_first(two_clusters, monkeypatch)
    needles = await _speaks_up(two_clusters, tmp_path / "data")
    main, keyring = address(two_clusters.main_url), address(two_clusters.keyring_url)
    await back_up(settings_of(two_clusters, tmp_path / "data"), tmp_path / "ours")
    ours = run(two_clusters.main_url, "pg_restore", "-f", "-", str(tmp_path / "ours"))
    theirs = run(two_clusters.main_url, "pg_dump", "--dbname", main)
    assert (
        _traces(run(two_clusters.main_url, "pg_dump", "--dbname", keyring), needles)
        == (needles[:-1])
    )
    for dump in (ours, theirs):
        assert b"CREATE TABLE public.thread " in dump
        assert b"TABLE public.ring" not in dump
        assert _traces(dump, needles) == []


async def test_our_dump_leaves_a_keyring_behind_that_was_put_there_by_mistake(
    postgres_stores: Stores, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_first(postgres_stores, monkeypatch)
    url = postgres_stores.main_url
    needles = await _speaks_up(postgres_stores, tmp_path / "data")
    run(url, "psql", "--dbname", address(url), "-c", "CREATE TABLE ring (sealed bytea)")
    kept = f"INSERT INTO ring VALUES ('\\x{needles[0].hex()}')"
    run(url, "psql", "--dbname", address(url), "-c", kept)
    await back_up(settings_of(postgres_stores, tmp_path / "data"), tmp_path / "ours")
    assert _traces(run(url, "pg_dump", "--dbname", address(url)), needles) == needles[:1]
    assert _traces(run(url, "pg_restore", "-f", "-", str(tmp_path / "ours")), needles) == []


async def test_base_backups_of_postgres(two_clusters: Stores, tmp_path: Path) -> None:
    needles = await _speaks_up(two_clusters, tmp_path / "data")
    taken = {}
    for name, url in (("main", two_clusters.main_url), ("ring", two_clusters.keyring_url)):
        how = "--pgdata", str(tmp_path / name), "--wal-method=fetch", "--checkpoint=fast"
        run(url, "pg_basebackup", *how, "--dbname", address(url))
        taken[name] = _every_byte(tmp_path / name)
    assert _traces(taken["ring"], needles) == needles[:-1]
    assert b"childrens-social-care" in taken["main"]
    assert _traces(taken["main"], needles) == []
