"""Lists are found by indexes and read by the page: the same work however much is stored."""

import re
from collections.abc import AsyncIterator
from typing import Any

import pytest
from sqlalchemy import insert, text
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from storage.engine.database import make_engine
from storage.engine.ids import new_id
from storage.engine.migrate import migrate
from storage.engine.own_rows import OwnRows
from storage.partnership import PersonId
from storage.repository.lists import Lists, Reader, ThreadList
from storage.repository.referrals import Moved
from storage.schema import main_metadata
from tests.core.anytown import MONDAY
from tests.storage.test_due_steps_found import heard, plans

PEOPLE, EACH = 400, 18
SAM = PersonId("web:sam-0")
KINDS = ("concern", "referral")
READER = Reader(SAM, ["referral"], ["agency-0"])


@pytest.fixture
async def engine(database_url: str) -> AsyncIterator[AsyncEngine]:
    """Every person raised as much, in an agency of their own, and as much lies before each."""
    engine = make_engine(database_url)
    await migrate(engine, "main")
    threads = [_thread(n % PEOPLE, n // PEOPLE) for n in range(PEOPLE * EACH)]
    audience = [_before(thread, n % PEOPLE) for n, thread in enumerate(threads)]
    referrals = [_referral(t) for t in threads if t["command"] == "referral"]
    async with engine.begin() as connection:
        for name, rows in (("thread", threads), ("audience", audience), ("referral", referrals)):
            await connection.execute(insert(main_metadata.tables[name]), rows)
        if engine.dialect.name == "postgresql":
            await connection.execute(text("ANALYZE"))
    yield engine
    await engine.dispose()


def _thread(person: int, number: int) -> dict[str, Any]:
    state = ("open", "closed", "picked")[number % 3]
    return {"partnership_id": "anytown", "id": new_id(), "command": KINDS[number % 2],
            "how": "named", "about": "", "topic": "", "danger": number % 5 == 0,
            "agency": f"agency-{person}", "return_ref": "", "raiser": f"web:sam-{person}",
            "name_goes": True, "release": "now", "state": state, "keeps": False, "hold": False,
            "picked_by": f"web:sam-{person}" if state == "picked" else None,
            "day": MONDAY.date()}  # fmt: skip


def _before(thread: dict[str, Any], person: int) -> dict[str, Any]:
    return {"partnership_id": "anytown", "thread_id": thread["id"], "person": f"web:sam-{person}",
            "role": "past" if thread["danger"] else "lead"}  # fmt: skip


def _referral(thread: dict[str, Any]) -> dict[str, Any]:
    return {"partnership_id": "anytown", "thread_id": thread["id"], "kind": "other",
            "began": MONDAY, "due_at": MONDAY, "answer_by": MONDAY, "rules": "now",
            "role": "lead", "owner": None, "news": False, "level": 0, "asked": 0,
            "heard": None}  # fmt: skip


def _all(lists: Lists) -> dict[str, ThreadList]:
    return {
        "thread_raiser": lists.raised_by(SAM, KINDS),
        "audience_person": lists.waiting_for(READER),
        "thread_live": lists.unowned(["agency-0"]),
    }


@pytest.mark.parametrize("index", ["thread_raiser", "audience_person", "thread_live"])
async def test_a_list_is_counted_and_read_by_its_index(engine: AsyncEngine, index: str) -> None:
    async with AsyncSession(engine) as session:
        lists = Lists(OwnRows.within(session, "anytown"))
        wanted = _all(lists)[index]
        with heard(engine) as said:
            [count] = await lists.count([wanted])
            page = await lists.page(wanted, 0, 2)
        assert [t.id for t in await lists.all(wanted)][:2] == [t.id for t in page]
        assert len(await lists.all(wanted)) == count > len(page) == 2
    plan = await plans(engine, said)
    assert index in plan, plan
    for table in ("thread", "audience"):
        assert re.search(rf"(SCAN|Seq Scan on) {table}\b", plan) is None, plan
        assert f"SEARCH {table} USING PRIMARY KEY (partnership_id=?)" not in plan, plan


async def test_what_waits_is_outlined_by_the_same_indexes(engine: AsyncEngine) -> None:
    async with AsyncSession(engine) as session:
        lists = Lists(OwnRows.within(session, "anytown"))
        wanted = [
            *(lists.waiting_for(READER), lists.owned_by(READER), lists.free_for(READER)),
            *(lists.at_rest(READER), lists.raised_by(SAM, KINDS, going_on=True)),
        ]
        with heard(engine) as said:
            outlines = await lists.outlines(wanted)
            threads = await lists.these([outline.id for outline in outlines])
            await lists.raised_words([outline.id for outline in outlines])
        every = [thread for each in wanted for thread in await lists.all(each)]
    assert sorted(o.id for o in outlines) == sorted(t.id for t in every)
    assert {t.id for t in threads} == {t.id for t in every}
    plan = await plans(engine, said)
    for index in ("audience_person", "thread_live", "thread_raiser"):
        assert index in plan, plan
    filled = ("thread", "audience", "referral")  # PostgreSQL reads an empty table as a whole
    for table in (*filled, "message", "challenge", "opinion"):
        whole = "SCAN|Seq Scan on" if table in filled else "SCAN"
        assert re.search(rf"({whole}) {table}\b", plan) is None, plan
        assert f"SEARCH {table} USING PRIMARY KEY (partnership_id=?)" not in plan, plan


async def test_each_thread_stands_in_one_list_and_past_parts_in_none(engine: AsyncEngine) -> None:
    async with AsyncSession(engine) as session:
        lists = Lists(OwnRows.within(session, "anytown"))
        every = lists.waiting_for(READER), lists.owned_by(READER), lists.free_for(READER)
        found = [t for each in every for t in await lists.all(each)]
        assert await lists.count(every) == [len(await lists.all(each)) for each in every]
        assert len({t.id for t in found}) == len(found)
        owned = await lists.all(every[1])
        assert {(t.command, t.picked_by) for t in owned} == {("referral", SAM)}
        assert {t.state for t in await lists.all(every[0])} == {"open", "picked"}
        assert {(t.command, t.state) for t in await lists.all(every[2])} == {("referral", "open")}


async def test_the_rules_that_open_referrals_stand_by_are_found_by_the_index(
    engine: AsyncEngine,
) -> None:
    with heard(engine) as said:
        rules = await Moved(engine, "anytown").rules()
    assert rules == {("other", f"agency-{n}", "now") for n in range(PEOPLE)}
    assert "thread_live" in await plans(engine, said)
