"""What a transaction does to threads is chained, and whoever did it is sealed with the thread."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from storage.audit.trail import on
from storage.crypto.content import open_text
from storage.schema import ThreadKey
from tests.conftest import Stores
from tests.storage.records import AUDIT, WEDNESDAY, Records, dealt_with, trail


@pytest.fixture
async def records(stores: Stores, tmp_path: Path) -> AsyncIterator[Records]:
    async with dealt_with(stores, tmp_path) as records:
        yield records


async def test_two_that_write_at_once_never_make_two_chains(records: Records) -> None:
    [row] = [r for r in await records.rows(AUDIT) if r["thread_id"] == "c"]
    with pytest.raises(IntegrityError):
        await records.tampers(insert(AUDIT).values(**{**row, "what": "passed on"}))


async def test_who_acted_is_sealed_with_the_threads_key_and_always_as_long(
    records: Records,
) -> None:
    people = ["web:li", "slack:T0123ABCD:U0456EFGH", "teams:" + "0" * 36 + ":" + "1" * 36, None]
    async with AsyncSession(records.engine) as session, session.begin():
        noted, texts = trail(records, session)
        wrapped = texts.begin("e")
        session.add(ThreadKey(partnership_id="anytown", thread_id="e", wrapped=wrapped))
        for person in people:
            noted.note("e", "picked up", person)
        await noted.write(on(WEDNESDAY), {"e"})
    rows = [row for row in await records.rows(AUDIT) if row["thread_id"] == "e"]
    sealed = [row["sealed_by"] for row in sorted(rows, key=lambda row: str(row["number"]))]
    assert [one is None for one in sealed] == [False, False, False, True]
    assert len({len(one) for one in sealed if isinstance(one, bytes)}) == 1
    key = records.keys.content.unwrap_content_key("e", wrapped)
    for number, (one, person) in enumerate(zip(sealed, people, strict=True), 1):
        if isinstance(one, bytes):
            assert open_text(key, "e", str(-number), one) == f'{{"by": "{person}"}}'
    assert (await records.verdict()).wrong == []


async def test_where_the_key_was_shredded_nobody_is_named(records: Records) -> None:
    async with AsyncSession(records.engine) as session, session.begin():
        noted, _ = trail(records, session)
        noted.note("b", "picked up", "web:grace-hopper")
        await noted.write(on(WEDNESDAY))
    assert "grace" not in str(await records.rows(AUDIT))
    verdict = await records.verdict()
    assert (verdict.entries, verdict.wrong) == (7, [])


async def test_what_one_transaction_notes_in_two_goes_is_one_chain(records: Records) -> None:
    async with AsyncSession(records.engine) as session, session.begin():
        noted, _ = trail(records, session)
        for what in ("passed on", "picked up"):
            noted.note("a", what)
            noted.note("f", what)
            await noted.write(on(WEDNESDAY), {"f"})
    assert (await records.verdict()).wrong == []
    rows = [(r["number"], r["what"]) for r in await records.rows(AUDIT) if r["thread_id"] == "f"]
    assert sorted(rows, key=str) == [(1, "passed on"), (2, "picked up")]
