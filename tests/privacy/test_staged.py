"""What somebody anonymous sends with a delay is in no main database before its release, and with
the day of the release after it; taken back before, nothing is left of it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete
from sqlalchemy.engine import make_url

from storage.crypto.errors import SealBrokenError
from storage.keyring.tables import ring, waiting
from storage.keyring.waiting_rows import SIZES, WAITING
from storage.schema import main_metadata
from tests.conftest import Stores
from tests.core.anytown import MONDAY, FixedClock, Town, anytown
from tests.handlers.challenge.acts import challenges
from tests.handlers.second_opinion.acts import asks
from tests.privacy.test_fared import journal_of, main_of

SATURDAY = datetime(2026, 11, 21, 15, 20, tzinfo=UTC)
HOUR = timedelta(hours=1)
ADDED = 28
"""Bytes by which sealing makes it longer: a nonce and a tag."""
Sends = Callable[[Town], Awaitable[object]]


async def _adds(town: Town) -> None:
    await (await (await town.mine("leila")).presses("Add something")).fills(text="There is more.")


SENT: dict[str, Sends] = {
    "a concern, soon": lambda town: town.raises("sian", how="anonymous", release="soon"),
    "a concern, at a set time": lambda town: town.raises("sian", how="anonymous", release="slot"),
    "a challenge": lambda town: challenges(town, "sian", release="soon"),
    "one with a code": lambda town: challenges(town, "sian", release="soon", replies="receipt"),
    "a question": lambda town: asks(town, "sian", how="anonymous", release="soon"),
    "something added": _adds,
}


@pytest.fixture
async def town(stores: Stores, tmp_path: Path) -> AsyncIterator[Town]:
    async with anytown(stores, tmp_path / "data") as town:
        yield town


async def _heard(town: Town) -> None:
    """Something of leila's is before a lead, and all is quiet."""
    await town.raises("leila", how="anonymous", release="soon")
    await town.passes(HOUR)
    await town.presses_card("daniel", "I’ll pick this up")
    await town.passes(HOUR)


@pytest.mark.parametrize("what", SENT)
async def test_at_sending_nothing_is_written_to_main(town: Town, stores: Stores, what: str) -> None:
    await _heard(town)
    before, journal = main_of(stores), journal_of(stores)
    await SENT[what](town)
    assert main_of(stores) == before
    assert journal_of(stores) == journal
    await town.passes(HOUR * 24)
    assert main_of(stores) != before  # it wasn't lost


async def test_danger_in_confidence_and_at_once_are_written_at_once(
    town: Town, stores: Stores
) -> None:
    for more in ({"danger": "yes", "release": "slot"}, {"how": "confidence"}, {"release": "now"}):
        before = main_of(stores)["thread"]
        await town.raises("sian", **{"how": "anonymous", **more})
        assert len(main_of(stores)["thread"]) == len(before) + 1


async def test_it_has_the_day_of_its_release(stores: Stores, tmp_path: Path) -> None:
    clock = FixedClock(SATURDAY)
    async with anytown(stores, tmp_path / "data", clock) as town:
        await town.raises("leila", how="anonymous", release="slot")
        await town.until(MONDAY)
        for table in ("thread", "message", "submission"):
            days = await town.column(table, "day")
            assert {str(day) for day in days} == {"2026-11-23"}, table
        (await town.opens("grace")).sees("23 November").sees_not("21 November")


async def test_what_is_due_together_enters_in_no_order(stores: Stores, tmp_path: Path) -> None:
    """Ten in the order in which they were sent would come of chance once in 3.6 million times."""
    async with anytown(stores, tmp_path / "data") as town:
        sent: list[str] = []
        for _ in range(10):
            await town.raises("leila", how="anonymous", release="slot")
            waits = {str(row[1]) for row in (await town.dump())["waiting"]}
            sent += waits - set(sent)
        await town.passes(3 * HOUR)
        entered = [str(next(v for v in row if v in sent)) for row in main_of(stores)["submission"]]
    assert sorted(entered) == sorted(sent)
    assert entered not in (sent, sent[::-1])


async def test_a_message_to_somebody_hidden_moves_nothing_in_main(
    town: Town, stores: Stores
) -> None:
    await _heard(town)
    page = await town.opens("daniel")
    await (await page.presses("Reply")).fills(text="I am looking into it.")
    (await town.mine("leila")).sees("I am looking into it.")
    await town.core.ticks.drain()
    cards, before, journal = len(town.cards("leila")), main_of(stores), journal_of(stores)
    await town.passes(HOUR)
    assert len(town.cards("leila")) == cards + 1
    assert main_of(stores) == before
    assert journal_of(stores) == journal


async def test_of_what_waits_both_databases_tell_how_many_and_when_they_are_due(
    town: Town,
) -> None:
    await _heard(town)
    before = await town.dump()
    for send in SENT.values():
        await send(town)
    after = await town.dump()
    keys = [row for row in after["ring"] if row not in before["ring"] and row[2] == WAITING]
    assert len(keys) == len(after["waiting"]) == len(SENT)
    assert len({len(bytes(row[-1])) for row in keys if isinstance(row[-1], bytes)}) == 1
    assert [c.name for c in waiting.c] == ["partnership_id", "id", "due", "leased_until", "sealed"]
    ids = {str(row[1]) for row in after["waiting"]}
    lengths = {len(row[4]) for row in after["waiting"] if isinstance(row[4], bytes)}
    assert lengths <= {size + ADDED for size in SIZES}
    main = str({name: rows for name, rows in after.items() if name in main_metadata.tables})
    assert [id for id in ids if id in main] == []


def _bytes_of(url: str) -> bytes:
    """A SQLite database's file and its journal."""
    file = Path(make_url(url).database or "")
    return b"".join(path.read_bytes() for path in file.parent.glob(f"{file.name}*"))


async def test_taken_back_nothing_of_it_is_left(town: Town, stores: Stores) -> None:
    before, empty = main_of(stores), await town.dump()
    await town.raises("leila", how="anonymous", release="slot")
    held = await town.dump()
    rows = [row for row in held["ring"] if row not in empty["ring"]]
    sealed = [bytes(row[-1]) for row in (*rows, *held["waiting"]) if isinstance(row[-1], bytes)]
    asked = await (await town.mine("leila")).presses("Take it back")
    await asked.fills()
    assert main_of(stores) == before
    after = await town.dump()
    assert after["ring"] == empty["ring"]
    assert after["waiting"] == []
    if stores.kind == "sqlite":
        left = _bytes_of(stores.main_url) + _bytes_of(stores.keyring_url)
        assert [each for each in sealed if each[20:84] in left] == []
        return
    # PostgreSQL's pages and journal keep it until they are written anew: nothing opens it.
    identity, _ = town.core.keyring.sealer
    for _, ref, kind, version, kept in rows:
        assert isinstance(kept, bytes)
        with pytest.raises(SealBrokenError):
            identity.open_bytes(str(ref), str(kind), int(str(version)), kept)


async def test_a_lost_keyring_loses_what_waited_and_the_page_says_so(town: Town) -> None:
    sent = await town.raises("leila", how="anonymous", release="slot")
    sent.sees("If that page is gone before it has gone out, it was lost")
    async with town.core.keyring.engine.begin() as connection:
        for table in (ring, waiting):
            await connection.execute(delete(table))
    await town.passes(timedelta(days=1))
    assert await town.column("thread", "id") == []
    (await town.does("leila", "mine.quiet")).sees("it was lost: please raise it again")
