"""Who was treated worse: two backups around an answer don't tell who answered, when, or what."""

import asyncio
import json
import sqlite3
from collections.abc import AsyncIterator, Collection
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
import pytest
import pytest_asyncio
from psycopg import sql
from sqlalchemy import select
from sqlalchemy.engine import make_url

from bot.jobs.afterwards import ENOUGH, FaredCounts
from storage.crypto.identity import ReturnAddress
from storage.engine.ids import new_id
from storage.keyring.afterwards import FARED, Fared, FaredAnswers
from storage.schema import main_metadata
from tests.conftest import Stores
from tests.core.anytown import Town, anytown
from tests.core.tools import address
from tests.handlers.challenge.acts import answers, challenges, code_on, settled

Q4, Q1 = "2026-Q4", "2027-Q1"
DAY = timedelta(days=1)
Rows = dict[str, list[tuple[object, ...]]]


@pytest_asyncio.fixture
async def town(stores: Stores, tmp_path: Path) -> AsyncIterator[Town]:
    async with anytown(stores, tmp_path / "data") as town:
        yield town


def main_of(stores: Stores) -> Rows:
    """Every row of main as a thief of a copy has it: also when and by what it was touched."""
    if stores.kind == "sqlite":
        with closing(sqlite3.connect(make_url(stores.main_url).database or "")) as main:
            return {n: list(main.execute(f"SELECT * FROM {n}")) for n in main_metadata.tables}
    touched = "SELECT ctid::text, xmin::text, xmax::text, t.* FROM {} AS t ORDER BY ctid"
    with psycopg.connect(address(stores.main_url)) as main:
        return {
            name: main.execute(sql.SQL(touched).format(sql.Identifier(name))).fetchall()
            for name in main_metadata.tables
        }


def journal_of(stores: Stores) -> bytes:
    """SQLite's journal, in which even a row that was written as it stood would show."""
    if stores.kind == "postgres":
        return b""
    file = Path(make_url(stores.main_url).database or "")
    return file.read_bytes() + file.with_name(f"{file.name}-wal").read_bytes()


async def _asked(town: Town, who: str = "leila", replies: str = "chat") -> str:
    """Somebody's challenge is over, and they are asked how they fared; gives the code, if any."""
    page = await challenges(town, who, keeps="yes", replies=replies)
    await answers(town, "amina", "change")
    if replies == "chat":
        await settled(town, who)
        code = ""
    else:
        code = code_on(page)
        shown = await (await town.does(who, "receipt")).fills(code=code)
        await shown.presses("Yes, it is settled")
    await town.passes(30 * DAY)
    return code


@pytest.mark.parametrize("worse", ["yes", "no"])
async def test_two_backups_around_an_answer_are_the_same(
    town: Town, stores: Stores, worse: str
) -> None:
    await _asked(town)
    before, journal = main_of(stores), journal_of(stores)
    page = await (await town.mine("leila")).presses("Answer two questions")
    (await page.fills(worse=worse, again="no")).sees("Thank you")
    assert main_of(stores) == before
    assert journal_of(stores) == journal
    (await page.fills(worse="unsaid", again="yes")).refused("Your answers are in already")
    assert main_of(stores) == before
    found = await FaredAnswers(town.core.keyring).waiting()
    assert [(a.quarter, a.days, a.worse, a.again) for a in found.values()] == [
        (Q4, 30, worse, "no")
    ]


async def test_nor_does_a_copy_tell_who_wanted_to_hear_no_more_of_it(
    town: Town, stores: Stores
) -> None:
    await _asked(town)
    before, journal = main_of(stores), journal_of(stores)
    page = await town.mine("leila")
    (await page.presses("Don’t ask me: delete the link back to me")).sees("is deleted")
    assert main_of(stores) == before
    assert journal_of(stores) == journal
    assert await town.core.keyring.mine(town.actor("leila").person) == []


async def test_in_the_end_main_is_the_same_whether_they_answered_went_or_said_nothing(
    town: Town,
) -> None:
    for who in ("leila", "kofi", "sarah"):
        await challenges(town, who, keeps="yes")
        await answers(town, "amina", "change")
        await settled(town, who)
    await (await town.mine("kofi")).presses("Don’t ask me: delete the link back to me")
    await town.passes(30 * DAY)
    page = await (await town.mine("leila")).presses("Answer two questions")
    await page.fills(worse="yes", again="no")
    await town.passes(105 * DAY)
    assert await town.core.keyring.refs() == set()
    assert await town.column("step", "id") == []
    dump = await town.dump()
    for table in ("message", "audit"):
        by_thread: dict[object, list[object]] = {}
        names = [column.name for column in main_metadata.tables[table].columns]
        shown = "kind" if table == "message" else "what"
        for row in dump[table]:
            values = dict(zip(names, row, strict=True))
            by_thread.setdefault(values["thread_id"], []).append(
                (values["number"], values[shown], values["day"])
            )
        told = [sorted(each, key=repr) for each in by_thread.values()]
        assert len(told) == 3
        assert told == [told[0]] * 3


async def test_when_they_are_asked_does_not_tell_when_they_said_that_it_is_settled(
    town: Town,
) -> None:
    await challenges(town, "leila", keeps="yes")
    await answers(town, "amina", "change")
    await town.passes(timedelta(hours=2, minutes=37))
    await settled(town, "leila")
    due = [at for at in await town.column("step", "due_at") if isinstance(at, datetime)]
    assert [(at.hour, at.minute, at.second) for at in due] == [(10, 0, 0)] * 2


async def _answer(town: Town, count: int, days: int = 30, worse: str = "yes") -> None:
    """So many people answer, of whom each has a way back of their own."""
    kept = FaredAnswers(town.core.keyring)
    now = town.clock.now()
    for _ in range(count):
        ref = new_id()
        await town.core.keyring.put_dummy(ref)
        answer = Fared(f"{now.year}-Q{(now.month + 2) // 3}", days, worse, "no")
        assert await kept.take(ref, answer)


async def _counted(town: Town) -> dict[tuple[object, ...], object]:
    afterwards = main_metadata.tables["afterwards"].c
    wanted = (getattr(afterwards, n) for n in ("quarter", "days", "worse", "again", "count"))
    async with town.core.engine.connect() as connection:
        found = await connection.execute(select(*wanted))
        return {tuple(row)[:4]: row[4] for row in found}


def _published(quarter: str, days: int, count: int, yes: int) -> dict[tuple[object, ...], object]:
    cells = {("yes", "all"): yes, ("no", "all"): count - yes, ("all", "no"): count}
    full = cells | {("all", "all"): count}
    return {(quarter, days, *cell): number for cell, number in full.items() if number}


async def _quarter_ends(town: Town) -> None:
    now = town.clock.now()
    month = 3 * ((now.month - 1) // 3) + 4
    first = datetime(now.year + month // 13, (month - 1) % 12 + 1, 1, 12, tzinfo=UTC)
    town.clock.set(first + 2 * DAY)


async def test_answers_are_counted_by_the_quarter_and_from_five_on(town: Town) -> None:
    await _answer(town, ENOUGH - 1)
    await _answer(town, ENOUGH, days=90)
    count = town.core.ticks.count_fared
    assert await count() == 0  # the quarter isn't over
    await _quarter_ends(town)
    assert await count() == ENOUGH
    assert await _counted(town) == _published(Q4, 90, ENOUGH, ENOUGH)
    assert await count() == 0
    # Four wait on, and come out with the next quarter's, as the next quarter's.
    await _answer(town, 2, worse="no")
    assert await count() == 0
    await _quarter_ends(town)
    assert await count() == ENOUGH + 1
    assert await _counted(town) == _published(Q4, 90, 5, 5) | _published(Q1, 30, 6, 4)
    assert await FaredAnswers(town.core.keyring).waiting() == {}


async def test_until_two_days_into_the_next_quarter_nothing_is_counted(town: Town) -> None:
    await _answer(town, ENOUGH)
    town.clock.set(datetime(2027, 1, 2, 12, tzinfo=UTC))
    assert await town.core.ticks.count_fared() == 0
    town.clock.set(datetime(2027, 1, 3, 12, tzinfo=UTC))
    assert await town.core.ticks.count_fared() == ENOUGH


class _Dies(FaredAnswers):
    """A process that is killed as soon as main has the counts."""

    async def destroy(self, refs: Collection[str]) -> None:
        raise ConnectionAbortedError(len(refs))


async def test_a_crash_between_the_stores_loses_and_doubles_nothing(town: Town) -> None:
    await _answer(town, ENOUGH)
    await _quarter_ends(town)
    with pytest.raises(ConnectionAbortedError):
        await FaredCounts(town.core.transactions, _Dies(town.core.keyring)).count()
    assert await _counted(town) == _published(Q4, 30, ENOUGH, ENOUGH)
    assert len(await FaredAnswers(town.core.keyring).waiting()) == ENOUGH
    assert await town.core.ticks.count_fared() == ENOUGH  # destroyed, and not counted again
    assert await _counted(town) == _published(Q4, 30, ENOUGH, ENOUGH)
    assert await FaredAnswers(town.core.keyring).waiting() == {}


async def test_before_main_commits_nothing_is_destroyed(town: Town) -> None:
    await _answer(town, ENOUGH)
    await _quarter_ends(town)
    async with town.core.engine.begin() as connection:
        await connection.run_sync(main_metadata.tables["afterwards"].drop)
    with pytest.raises(Exception, match="afterwards"):
        await town.core.ticks.count_fared()
    async with town.core.engine.begin() as connection:
        await connection.run_sync(main_metadata.tables["afterwards"].create)
    assert await town.core.ticks.count_fared() == ENOUGH
    assert await _counted(town) == _published(Q4, 30, ENOUGH, ENOUGH)


async def test_two_replicas_count_once(town: Town) -> None:
    await _answer(town, ENOUGH)
    await _quarter_ends(town)
    many = [FaredCounts(town.core.transactions) for _ in range(3)]
    await asyncio.gather(*(one.count() for one in many), return_exceptions=True)
    assert await _counted(town) == _published(Q4, 30, ENOUGH, ENOUGH)
    await town.core.ticks.count_fared()
    assert await FaredAnswers(town.core.keyring).waiting() == {}


async def test_one_person_counts_once_however_often_and_fast_they_send(town: Town) -> None:
    kept, keyring = FaredAnswers(town.core.keyring), town.core.keyring
    await keyring.put("ref", ReturnAddress("web:leila", "", "en", None, "", "anonymous"))
    given = [Fared(Q4, 30, "yes", "no"), Fared(Q4, 30, "no", "yes")]
    assert sorted(await asyncio.gather(*(kept.take("ref", one) for one in given))) == [False, True]
    assert len(await kept.waiting()) == 1
    await keyring.rotate()
    assert not await kept.take("ref", given[0])
    assert await kept.take("ref", Fared(Q1, 90, "yes", "no"))
    assert await keyring.mine("web:leila") == ["ref"]
    assert not await kept.take("nobody", given[0])


async def test_with_the_key_an_answer_leads_to_nobody_and_no_thread(
    town: Town, stores: Stores
) -> None:
    await _asked(town)
    await town.raises("kofi", how="anonymous", release="now")
    page = await (await town.mine("leila")).presses("Answer two questions")
    await page.fills(worse="yes", again="no")
    rows = await town.core.keyring.rows()
    [answer] = [row for row in rows if row.kind == FARED]
    assert len({len(row.sealed) for row in rows}) == 1
    assert len(rows) == 3
    plain = json.loads(town.core.keyring.sealer[0].open_bytes(*answer))
    assert plain == {"quarter": Q4, "days": 30, "worse": "yes", "again": "no"}
    refs = {row.ref for row in rows if row.kind == "return"}
    assert answer.ref not in refs | {str(id) for id in await town.column("thread", "id")}
    if stores.kind == "postgres":
        # The transaction that wrote it would tie it to a way back: the key's turn rewrites all.
        with psycopg.connect(address(stores.keyring_url)) as keyring:
            written = keyring.execute("SELECT DISTINCT xmin::text FROM ring").fetchall()
        assert len(written) == 1


async def test_what_goes_to_a_codes_holder_is_alike(town: Town, stores: Stores) -> None:
    code = await _asked(town, replies="receipt")
    page = await (await town.does("kofi", "receipt")).fills(code=code)
    asked = await page.presses("Answer two questions")
    before = main_of(stores)
    (await asked.fills(worse="yes", again="no")).sees("Thank you")
    assert main_of(stores) == before


async def test_a_lost_pair_is_not_seen_in_answers(town: Town) -> None:
    await _answer(town, 3)
    await town.core.keyring.destroy(await town.core.keyring.refs())
    assert (await town.core.ticks.pairing.look()).addresses == 0
    await town.core.ticks.sweep()
    assert len(await FaredAnswers(town.core.keyring).waiting()) == 3
