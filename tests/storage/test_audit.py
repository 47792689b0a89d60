"""The audit: whoever alters what was done to a thread, however they do it, is found out."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import ColumnElement, Executable, and_, delete, insert, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.audit.days import heads_of, newest_root, root_of, seal_day
from storage.audit.verification import in_words
from storage.crypto.keys import Keys
from storage.crypto.secrets_file import create_secret
from tests.conftest import Stores
from tests.storage.records import (
    AUDIT,
    DAYS,
    ELSEWHERE,
    MONDAY,
    THREAD,
    TUESDAY,
    WEDNESDAY,
    Records,
    dealt_with,
)


@pytest.fixture
async def records(stores: Stores, tmp_path: Path) -> AsyncIterator[Records]:
    async with dealt_with(stores, tmp_path) as records:
        yield records


def entry(thread: str, number: int) -> ColumnElement[bool]:
    """The place of one entry."""
    here = AUDIT.c.partnership_id == "anytown"
    return and_(here, AUDIT.c.thread_id == thread, AUDIT.c.number == number)


def changed(thread: str, at: int, /, **values: object) -> Executable:
    """One entry says something else."""
    return update(AUDIT).where(entry(thread, at)).values(**values)


async def test_what_nobody_touched_agrees(records: Records) -> None:
    verdict = await records.verdict()
    assert (verdict.threads, verdict.entries, verdict.days) == (3, 6, 2)
    assert list(in_words(verdict)) == [
        "3 threads, 6 entries and 2 days walked.",
        "All of it agrees.",
    ]


@pytest.mark.parametrize(
    "values",
    [
        {"what": "passed on"},
        {"day": TUESDAY},
        {"sealed_by": b"somebody"},
        {"link": bytes(32)},
    ],
    ids=lambda values: next(iter(values)),
)
async def test_a_changed_entry_is_named(records: Records, values: Mapping[str, object]) -> None:
    await records.tampers(changed("a", 2, **values))
    found = [str(wrong) for wrong in (await records.verdict()).wrong]
    assert "thread a, entry 2: was altered, or doesn't belong here" in found
    assert not any("thread b" in line or "thread c" in line for line in found)


async def middle_is_deleted(records: Records) -> None:
    await records.tampers(delete(AUDIT).where(entry("a", 2)))


async def first_is_deleted(records: Records) -> None:
    await records.tampers(delete(AUDIT).where(entry("a", 1)))


async def middle_is_closed_up(records: Records) -> None:
    await records.tampers(
        delete(AUDIT).where(entry("a", 2)),
        changed("a", 3, number=2),
        changed("a", 4, number=3),
    )


async def last_of_the_day_is_cut(records: Records) -> None:
    await records.tampers(delete(AUDIT).where(entry("a", 4)))


async def whole_last_day_is_cut(records: Records) -> None:
    await records.tampers(delete(AUDIT).where(entry("a", 3)), delete(AUDIT).where(entry("a", 4)))


async def everything_is_cut(records: Records) -> None:
    await records.tampers(delete(AUDIT).where(AUDIT.c.thread_id == "b"))


async def two_are_swapped(records: Records) -> None:
    await records.tampers(
        changed("a", 1, number=99), changed("a", 2, number=1), changed("a", 99, number=2)
    )


async def one_is_added(records: Records) -> None:
    row = {"partnership_id": "anytown", "thread_id": "b", "number": 2, "day": TUESDAY}
    await records.tampers(insert(AUDIT).values(**row, what="passed on", link=bytes(range(32))))


async def another_thread_is_replayed(records: Records) -> None:
    [row] = [r for r in await records.rows(AUDIT) if (r["thread_id"], r["what"]) == ("a", "hold")]
    await records.tampers(insert(AUDIT).values(**{**row, "thread_id": "d", "number": 1}))


async def another_partnership_is_replayed(records: Records) -> None:
    [row] = [r for r in await records.rows(AUDIT) if r["partnership_id"] == ELSEWHERE]
    await records.tampers(insert(AUDIT).values(**{**row, "partnership_id": "anytown",
                                                  "thread_id": "d"}))  # fmt: skip


async def entries_come_after_the_seal(records: Records) -> None:
    # By somebody who has the key, such as the server itself with its clock put back.
    await records.does(MONDAY, ("d", "picked up"))


async def root_is_changed(records: Records) -> None:
    await records.tampers(update(DAYS).where(DAYS.c.day == TUESDAY).values(root=bytes(32)))


async def heads_are_changed(records: Records) -> None:
    await records.tampers(update(DAYS).where(DAYS.c.day == TUESDAY).values(heads=b""))


async def first_day_is_taken_away(records: Records) -> None:
    await records.tampers(delete(DAYS).where(DAYS.c.day == MONDAY))


@pytest.mark.parametrize(
    ("tampering", "found"),
    [
        (middle_is_deleted, "thread a, entry 2: is missing"),
        (first_is_deleted, "thread a, entry 1: is missing"),
        (middle_is_closed_up, "thread a, entry 2: was altered"),
        (last_of_the_day_is_cut, "day 2026-11-24, thread a, entry 3: isn't the last of that day"),
        (
            whole_last_day_is_cut,
            "day 2026-11-24, thread a: what was done to it on that day",
        ),
        (everything_is_cut, "day 2026-11-23, thread b: what was done to it on that day"),
        (two_are_swapped, "thread a, entry 1: was altered"),
        (one_is_added, "thread b, entry 2: was altered"),
        (another_thread_is_replayed, "thread d, entry 1: was altered"),
        (another_partnership_is_replayed, "thread d, entry 1: was altered"),
        (entries_come_after_the_seal, "day 2026-11-23, thread d, entry 1: was put there after"),
        (root_is_changed, "day 2026-11-24: its root doesn't match"),
        (heads_are_changed, "day 2026-11-24: its root doesn't match"),
        (first_day_is_taken_away, "day 2026-11-23: entries stand on a day that has no seal"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
async def test_tampering_is_named_by_thread_and_entry(
    records: Records, tampering: Callable[[Records], Awaitable[None]], found: str
) -> None:
    await tampering(records)
    lines = list(in_words(await records.verdict()))
    assert [line for line in lines if line.startswith(found)], lines
    assert lines[-1].endswith("don't agree.")


async def test_who_makes_a_new_seal_without_the_key_is_found_out(
    records: Records, tmp_path: Path
) -> None:
    create_secret(tmp_path / "another.key")
    theirs = Keys.load(tmp_path / "another.key", tmp_path)
    await whole_last_day_is_cut(records)
    async with AsyncSession(records.engine) as session:
        monday = await newest_root(session, "anytown", MONDAY)
    assert monday is not None
    heads = heads_of(theirs.audit, "anytown", TUESDAY, {"c": (1, bytes(32))})
    root = root_of(theirs.audit, "anytown", TUESDAY, monday[1], heads)
    await records.tampers(update(DAYS).where(DAYS.c.day == TUESDAY).values(heads=heads, root=root))
    found = [str(wrong) for wrong in (await records.verdict()).wrong]
    assert any(line.startswith("day 2026-11-24: its root doesn't match") for line in found)


async def test_a_purged_thread_leaves_its_heads_and_nothing_is_wrong(records: Records) -> None:
    await records.tampers(
        delete(AUDIT).where(AUDIT.c.thread_id == "a"), delete(THREAD).where(THREAD.c.id == "a")
    )
    verdict = await records.verdict()
    assert (verdict.threads, verdict.purged, verdict.wrong) == (2, 2, [])


async def test_a_day_that_is_not_over_or_not_sealed_yet_is_not_held_against_anyone(
    records: Records,
) -> None:
    await records.does(WEDNESDAY, ("b", "closed"))
    assert (await records.verdict()).waiting == 0
    verdict = await records.verdict(WEDNESDAY + timedelta(days=1))
    assert (verdict.waiting, verdict.wrong) == (1, [])


async def test_a_day_is_sealed_once_and_never_before_a_later_one(records: Records) -> None:
    before = await records.rows(DAYS)
    assert not await seal_day(records.engine, records.keys, "anytown", TUESDAY)
    assert not await seal_day(records.engine, records.keys, "anytown", MONDAY - timedelta(days=1))
    assert await records.rows(DAYS) == before


async def test_the_newest_root_hangs_on_everything_before(records: Records) -> None:
    async with AsyncSession(records.engine) as session:
        newest = await newest_root(session, "anytown")
        monday = await newest_root(session, "anytown", MONDAY)
    assert newest is not None
    assert newest[0] == TUESDAY
    assert monday is not None
    assert monday[1] != newest[1]


async def test_the_heads_of_a_day_join_no_thread_to_another_day(records: Records) -> None:
    halves: list[bytes] = []
    for row in await records.rows(DAYS):
        heads = row["heads"]
        assert isinstance(heads, bytes)
        halves += [heads[start : start + 16] for start in range(0, len(heads), 16)]
        assert heads == b"".join(sorted(heads[i : i + 32] for i in range(0, len(heads), 32)))
    assert len(halves) == 8
    assert len(set(halves)) == len(halves)
