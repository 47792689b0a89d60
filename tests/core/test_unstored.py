"""A database that can't keep anything: whoever speaks up is told, and it recovers by itself."""

import os
import shutil
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.conftest import Stores
from tests.core.anytown import CONCERN, Page, Town, anytown
from tests.core.test_auditor import readyz
from tests.peers import disks, frozen, where_there_is

KEYRING = ("ring", "waiting")
NOT_KEPT = "Nothing was stored, and nobody has been told."
CALL = "do not wait: call"


async def pages(engine: AsyncEngine, most: int | None) -> None:
    """No page more than there are, as on a full disk; None lets it grow again."""
    async with engine.connect() as connection:
        count = await connection.scalar(text("PRAGMA page_count"))
        await connection.execute(text(f"PRAGMA max_page_count = {most or 4_294_967_294}"))
        assert count


@pytest.mark.parametrize("store", ["main", "keyring"])
async def test_on_a_full_disk_nothing_is_stored_and_the_person_reads_so(
    sqlite_stores: Stores, tmp_path: Path, store: str
) -> None:
    async with anytown(sqlite_stores, tmp_path / "data") as town:
        engine = town.core.engine if store == "main" else town.core.keyring.engine
        asked = await town.does("leila", "concern")
        before = await town.dump()
        await pages(engine, 1)
        # What waits for its release isn't in main yet: it can be kept though that is full.
        hidden = ("anonymous",) if store == "keyring" else ()
        for how in (*hidden, "confidence", "named"):
            while "We have your concern" in (page := await spoken(town, how)).text:
                before = await town.dump()  # it went into pages that were free
            page.refused(NOT_KEPT, "danger").refused(f"{CALL} ", "danger")
            assert {k: v for k, v in (await town.dump()).items() if k not in KEYRING} == {
                k: v for k, v in before.items() if k not in KEYRING
            }
        await pages(engine, None)
        sent = await asked.fills({**CONCERN, "how": "anonymous", "release": "now"})
        sent.sees("We have your concern")
        await town.core.ticks.tidy_stores()
        waiting = [ref for ref in await town.column("thread", "return_ref") if ref]
        assert await town.core.keyring.refs() == set(waiting)


@where_there_is(disks.lacking)
@pytest.mark.parametrize("store", ["main", "keyring"])
async def test_readiness_tells_of_a_full_disk_and_of_room_again(
    sqlite_stores: Stores, tmp_path: Path, store: str
) -> None:
    with disks.small_disk(tmp_path / "small") as disk:
        urls = {"main": sqlite_stores.main_url, "keyring": sqlite_stores.keyring_url}
        shutil.copy(make_url(urls[store]).database or "", disk / "it.db")
        urls[store] = f"sqlite+aiosqlite:///{disk}/it.db"
        async with anytown(Stores(**{f"{k}_url": v for k, v in urls.items()}, kind="sqlite"),
                           tmp_path / "data") as town:  # fmt: skip
            assert (await readyz(town)).status_code == 200
            disks.fill(disk / "full")
            town.core.readiness.forget()
            answer = await readyz(town)
            assert (answer.status_code, answer.json()["why"]) == (
                503, [f"the {store} database has no room left: make room on its disk"],
            )  # fmt: skip
            page = await spoken(town)
            page.refused(NOT_KEPT, "danger")
            (disk / "full").unlink()
            assert (await readyz(town)).status_code == 200
            (await spoken(town)).sees("We have your concern")


async def spoken(town: Town, how: str = "confidence") -> Page:
    """A long concern is sent."""
    answers = {**CONCERN, "how": how, "what": "long words " * 200}
    return await town.does("leila", "concern.send", "", answers, os.urandom(12).hex())


@pytest.mark.postgres
async def test_readiness_tells_of_a_database_that_hangs_within_seconds(
    postgres_stores: Stores, tmp_path: Path
) -> None:
    async with frozen.before(postgres_stores.keyring_url) as proxy:
        by_proxy = Stores(postgres_stores.main_url, proxy.url, "postgres")
        async with anytown(by_proxy, tmp_path / "data") as town:
            assert (await readyz(town)).status_code == 200
            proxy.freeze()
            town.core.readiness.forget()
            answer = await readyz(town)
            assert (answer.status_code, answer.json()["why"]) == (
                503,
                ["a database doesn't answer"],
            )
            assert (await readyz(town)).status_code == 503  # at once: it isn't waited for anew
            proxy.thaw()
            while (await readyz(town)).status_code != 200:
                pass
