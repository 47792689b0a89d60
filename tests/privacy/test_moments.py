"""No moment in the main database tells when within an hour something hidden was sent or closed."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from shutil import copytree

import pytest
from sqlalchemy import Table, select

from storage.engine.rows import Moment
from storage.schema import main_metadata
from tests.conftest import STORES, Stores
from tests.core.anytown import MONDAY, FixedClock, Town, anytown
from tests.handlers.challenge.acts import answers, challenges, settled
from tests.handlers.second_opinion.acts import asks
from tests.peers.postgres import Postgres

HIDDEN = ("anonymous", "confidence")
EARLY, LATE = timedelta(minutes=7, seconds=13.25), timedelta(minutes=41, seconds=52.5)
"""Two moments of one hour."""
COLUMNS: Mapping[str, str] = {
    "step.due_at": "counted from the full hour, or at one hour of a day",
    "opinion.due_at": "counted from the full hour, and gone once all is shown",
    "step.kept_at": "of a referral, which is always by name",
    "referral.began": "always by name",
    "referral.due_at": "always by name",
    "referral.answer_by": "always by name",
    "pause.began_at": "always by name",
    "pause.closes_at": "always by name",
    "outbox.due_at": "gone once it has arrived",
    "outbox.leased_until": "gone once it has arrived",
    "outbox.since": "gone once it has arrived",
    "mailbox.next_at": "of somebody named, to five minutes, and gone within the hour",
    "mailbox.leased_until": "while an e-mail to somebody named is on its way",
    "seen_event.until": "of no thread, for ten minutes",
}
"""Every moment that the main database keeps, and why it tells nothing of somebody hidden."""


def _moments() -> Iterator[tuple[Table, str]]:
    for table in main_metadata.tables.values():
        for column in table.columns:
            if isinstance(column.type, Moment):
                yield table, column.name


def test_every_moment_that_is_kept_has_been_thought_about() -> None:
    assert {f"{table.name}.{column}" for table, column in _moments()} == COLUMNS.keys()


async def _of_hidden(town: Town) -> list[tuple[str, str, object]]:
    """Every moment beside a hidden thread: its column, what it is of, and when."""
    thread = main_metadata.tables["thread"]
    found: list[tuple[str, str, object]] = []
    async with town.core.engine.connect() as connection:
        hidden = select(thread.c.id).where(thread.c.how.in_(HIDDEN))
        ids = list(await connection.scalars(hidden))
        assert ids
        for table, column in _moments():
            if "thread_id" not in table.columns:
                continue
            rows = await connection.execute(select(table).where(table.c.thread_id.in_(ids)))
            found += [
                (f"{table.name}.{column}", str(row.get("name", "")), row[column])
                for row in rows.mappings()
                if row[column] is not None
            ]
    return sorted(found, key=str)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def two_stores(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[list[Stores]]:
    """Stores for the same story told twice."""
    if request.param == "postgres":
        server: Postgres = request.getfixturevalue("postgres_server")
        with server.migrated_stores() as one, server.migrated_stores() as other:
            yield [Stores(*urls, "postgres") for urls in (one, other)]
        return
    templates: Path = request.getfixturevalue("sqlite_templates")
    folders = [copytree(templates, tmp_path / name) for name in ("one", "other")]
    urls = [[f"sqlite+aiosqlite:///{f / store}.db" for store in STORES] for f in folders]
    yield [Stores(main, keyring, "sqlite") for main, keyring in urls]


async def _told(stores: Stores, folder: Path, how: str, after: timedelta) -> list[object]:
    """One story, that much after the full hour; what was kept of it at each of its turns."""
    kept: list[object] = []
    async with anytown(stores, folder, FixedClock(MONDAY + after)) as town:
        await town.raises("leila", how=how, release="now")
        await challenges(town, "sian", how=how, release="now", keeps="yes")
        await asks(town, "owen", how=how, release="now", role="reviewer", soon="hours")
        kept.append(await _of_hidden(town))
        await answers(town, "amina")
        kept.append(await _of_hidden(town))
        await settled(town, "sian")
        kept.append(await _of_hidden(town))
        await town.passes(timedelta(days=91))
        kept.append(await _of_hidden(town))
        assert await town.column("outbox", "due_at") == []
    return kept


@pytest.mark.parametrize("how", HIDDEN)
async def test_the_same_is_kept_whenever_within_the_hour_it_came(
    two_stores: list[Stores], tmp_path: Path, how: str
) -> None:
    one, other = two_stores
    early = await _told(one, tmp_path / "early", how, EARLY)
    late = await _told(other, tmp_path / "late", how, LATE)
    assert early == late
    assert all(early[:3])  # there was something to look at, at each turn


async def test_what_is_asked_after_closing_comes_at_one_hour_of_the_day(
    stores: Stores, tmp_path: Path
) -> None:
    async with anytown(stores, tmp_path, FixedClock(MONDAY + EARLY)) as town:
        await challenges(town, "sian", release="now", keeps="yes")
        await answers(town, "amina")
        await settled(town, "sian")
        due = [when for _, name, when in await _of_hidden(town) if name == "asked"]
    day = MONDAY.replace(hour=10, minute=0)
    assert due == [day + timedelta(days=30), day + timedelta(days=90)]


async def test_of_somebody_named_and_in_danger_time_is_counted_from_the_moment(
    stores: Stores, tmp_path: Path
) -> None:
    async with anytown(stores, tmp_path, FixedClock(MONDAY + EARLY)) as town:
        await town.raises("leila", how="anonymous", danger="yes")
        first = min(when for _, _, when in await _of_hidden(town) if isinstance(when, datetime))
        assert first - (MONDAY + EARLY) == town.core.partnership.times.danger_nudge
