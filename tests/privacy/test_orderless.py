"""A backup says nothing of who wrote before whom; rows are written in a known order, and sought.

400 rows: by chance alone Kendall's rank correlation lies beyond 0.11 once in a thousand backups,
and an order that is kept as little as 0.22 (1 is all of it) within that as seldom.
"""

import asyncio
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from sqlalchemy import insert
from sqlalchemy.engine import make_url

from bot.ops.backup import back_up
from bot.ops.restoring.restore import Meant, restore
from storage.engine.database import make_engine, opened
from storage.engine.ids import new_id
from storage.schema import main_metadata
from tests.conftest import Stores
from tests.core.anytown import anytown
from tests.core.tools import address, put_first, run, settings_of
from tests.storage.records import a_thread

ROWS = 400
CHANCE = 0.11
"""3.3 standard deviations of a rank correlation over so many."""
HEADER = 100
"""Bytes at the beginning of an SQLite file, which count how often it was changed."""


def kept(order: Sequence[str], file: bytes) -> float:
    """How much of an order a file has: 1 all, -1 all backwards, 0 none (Kendall's)."""
    places = [_place(id, file) for id in order]
    pairs = [later > one for one, later in combinations(places, 2)]
    return 2 * sum(pairs) / len(pairs) - 1


def _place(id: str, file: bytes) -> int:
    """Where its row is, and not what points to it."""
    dump, page = file.find(f"\t{id}\tconcern".encode()), file.find(f"{id}concern".encode())
    return max(dump, page)


async def _written(stores: Stores, folder: Path) -> list[str]:
    """Threads that are written one after the other; gives what each is called, in that order."""
    order = [new_id() for _ in range(ROWS)]
    async with anytown(stores, folder):
        await _write(stores.main_url, order)
    return order


async def _write(url: str, order: Sequence[str]) -> None:
    async with opened(make_engine(url)) as engine, engine.connect() as connection:
        for id in order:
            # Closed, so that no sweep misses its way back.
            row = a_thread(id) | {"state": "closed", "return_ref": None}
            await connection.execute(insert(main_metadata.tables["thread"]).values(row))
            await connection.commit()


def _as_it_lies(stores: Stores, folder: Path) -> bytes:
    """What the database's own tool copies."""
    if stores.kind == "postgres":
        url = stores.main_url
        return run(url, "pg_dump", "--data-only", "--table=thread", "--dbname", address(url))
    main, copy = make_url(stores.main_url).database or "", folder / "pages"
    with closing(sqlite3.connect(main)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    return copy.read_bytes()


async def test_a_backup_carries_no_order(
    stores: Stores, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_first(stores, monkeypatch)
    order = await _written(stores, tmp_path / "data")
    await back_up(settings_of(stores, tmp_path / "data"), tmp_path / "copy")
    file = await asyncio.to_thread((tmp_path / "copy").read_bytes)
    assert abs(kept(order, file)) < CHANCE
    if stores.kind == "postgres":
        # What would be seen: its own tool copies rows as they came.
        assert kept(order, _as_it_lies(stores, tmp_path)) > 0.99


async def test_written_forwards_or_backwards_the_backup_has_the_same_bytes(
    sqlite_stores: Stores, tmp_path: Path
) -> None:
    """Within SQLite's pages, too, nothing lies by when it came; a copy of pages tells it."""
    await _written(sqlite_stores, tmp_path / "data")
    order, backups, pages = [new_id() for _ in range(ROWS)], [], []
    for way in (1, -1):
        folder = tmp_path / f"written {way}"
        folder.mkdir()
        file = shutil.copy(make_url(sqlite_stores.main_url).database or "", folder / "main.db")
        stores = replace(sqlite_stores, main_url=f"sqlite+aiosqlite:///{file}")
        await _write(stores.main_url, order[::way])
        await back_up(settings_of(stores, tmp_path / "data"), folder / "copy")
        backups.append((folder / "copy").read_bytes()[HEADER:])
        pages.append(_as_it_lies(stores, folder)[HEADER:])
    assert backups[0] == backups[1]
    assert pages[0] != pages[1]


async def test_what_is_restored_has_no_order_either(
    stores: Stores, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_first(stores, monkeypatch)
    order = await _written(stores, tmp_path / "data")
    settings = settings_of(stores, tmp_path / "data")
    await back_up(settings, tmp_path / "copy")
    await restore(settings, tmp_path / "copy", Meant(replace=True))
    assert abs(kept(order, _as_it_lies(stores, tmp_path))) < CHANCE


async def test_a_backup_from_before_is_still_brought_back(
    stores: Stores, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_first(stores, monkeypatch)
    order = await _written(stores, tmp_path / "data")
    settings = settings_of(stores, tmp_path / "data")
    old = tmp_path / "old"
    if stores.kind == "postgres":
        url = stores.main_url
        run(url, "pg_dump", "-Fc", "-f", str(old), "--dbname", address(url))
    else:
        old.write_bytes(_as_it_lies(stores, tmp_path))
    await restore(settings, old, Meant(replace=True))
    async with anytown(stores, tmp_path / "data") as town:
        assert sorted(map(str, await town.column("thread", "id"))) == sorted(order)
