"""Who may have written it, for somebody inside who sees everything but the keyring?

With main after every act and every tick, each night's backup, the counts, the leads' pages and the
platform's own list of who used the bot when, nobody is left out of those who used it in time. Had
one part of that moved at one moment of use, in any of the days, it would have been seen: nothing
here is judged by chance, but the order of what entered together. That has to be kept in 47 of 60
pairs to be noticed, which chance does once in 100,000 trials.
"""

import re
from collections.abc import Sequence
from pathlib import Path
from statistics import median

import pytest

from storage.schema.values import Release
from tests.conftest import Stores
from tests.core.anytown import anytown
from tests.core.tools import put_first
from tests.privacy.counts import FULL
from tests.privacy.insider import insider
from tests.privacy.insider_days import LEADS, PEOPLE, Deed, plan, sixty
from tests.privacy.insider_rules import Entry, Figures, figures, kept_order, left, reached, users
from tests.privacy.insider_story import Life, Log
from tests.privacy.leaky_sending import (
    CountedTranscript,
    Trace,
    a_count,
    a_lock,
    a_row_at_once,
    telling,
)
from tests.privacy.test_promises import PAGE

SEED, ALL = 1, 200
DAYS = {"sqlite": 30 if FULL else 5, "postgres": 5 if FULL else 3}
"""On PostgreSQL, where each takes thrice as long, only transactions and locks differ."""
FEW = 3
"""Days in which a leak that was put in must be found."""
HIDING = (Release.SOON, Release.SLOT)


def days(count: int) -> Sequence[Deed]:
    """The first so many days of the plan."""
    every = plan(SEED, ALL)
    first = every[0].at.date()
    return [deed for deed in every if (deed.at.date() - first).days < count]


async def lived(stores: Stores, folder: Path, count: int, trace: Trace | None = None) -> Log:
    """So many days, as the insider saw them."""
    async with (
        anytown(stores, folder, partnership=sixty()) as town,
        insider(town, stores, LEADS) as watcher,
    ):
        if trace is not None:
            telling(town, trace)
        return await Life(watcher).lives(days(count))


def hiding(log: Log) -> list[Entry]:
    """What was to hide among others."""
    return [entry for entry in log.entries if entry.release in HIDING]


@pytest.fixture(autouse=True)
def with_its_own_tools(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The nightly backup on PostgreSQL needs those that fit the server."""
    kind = "postgres" if request.node.get_closest_marker("postgres") else "sqlite"
    if {"stores", "postgres_stores"} & {*request.fixturenames} and kind == "postgres":
        put_first(request.getfixturevalue("postgres_stores"), monkeypatch)


@pytest.mark.statistics
async def test_as_many_remain_as_used_it_when_it_could_have_been_written(
    stores: Stores, tmp_path: Path
) -> None:
    log = await lived(stores, tmp_path / "data", DAYS[stores.kind])
    assert (log.moved, log.stirred) == ({}, {})
    assert {entry.release for entry in log.entries} == {*Release}
    assert len(log.reached) >= len(hiding(log)) / 2  # there were moments at which some were reached
    for entry in log.entries:
        remain = left(entry, log.uses, log.moved)
        assert entry.who in remain
        assert len(remain) >= len(users(entry.release, entry.at, log.uses))
        assert entry.release in HIDING or remain == {entry.who}
    for sign in ("place", "id", "ctid", "card", "backup"):
        kept, pairs = kept_order(hiding(log), sign)
        assert abs(kept - pairs / 2) <= 4.5 * pairs**0.5 / 2, (sign, kept, pairs)
    _whoever_sees_messages(log)


def _whoever_sees_messages(log: Log) -> None:
    """As the page admits: whoever knows whom messages reached needs nothing else."""
    until, counts = log.uses[-1].at, []
    for entry in log.entries:
        who = reached(entry.release, log.acted.get(entry.thread, ()), log.reached, until)
        if entry.number == 1 and who is not None:
            assert entry.who in who
            counts.append(len(who))
    if counts:
        assert median(counts) == 1


@pytest.mark.parametrize("trace", [a_row_at_once, a_count])
async def test_the_insider_finds_whoever_leaves_a_trace_as_they_send(
    sqlite_stores: Stores, tmp_path: Path, trace: Trace
) -> None:
    _all_found(await lived(sqlite_stores, tmp_path / "data", FEW, trace))


@pytest.mark.postgres
async def test_on_postgresql_they_find_whoever_only_locks_a_row(
    postgres_stores: Stores, tmp_path: Path
) -> None:
    _all_found(await lived(postgres_stores, tmp_path / "data", FEW, a_lock))


def _all_found(log: Log) -> None:
    """Every message is traced to whoever wrote it, or one of those who wrote just then too."""
    said = hiding(log)
    writers = {entry.who for entry in said}
    assert len(said) > FEW
    for entry in said:
        remain = left(entry, log.uses, log.moved)
        assert entry.who in remain <= writers
    assert median(len(left(entry, log.uses, log.moved)) for entry in said) == 1
    assert median(len(users(entry.release, entry.at, log.uses)) for entry in said) > 1


async def test_they_see_a_count_that_moves_as_somebody_hidden_is_reached(
    sqlite_stores: Stores, tmp_path: Path
) -> None:
    async with (
        anytown(sqlite_stores, tmp_path / "data", partnership=sixty()) as town,
        insider(town, sqlite_stores, LEADS) as watcher,
    ):
        town.client = town.core.clients["web"] = CountedTranscript()
        log = await Life(watcher).lives(days(FEW))
    assert log.stirred
    assert all(parts == ["counts"] for parts in log.stirred.values())


def test_order_that_is_kept_is_noticed() -> None:
    sent = [deed.at for deed in plan(SEED, ALL)[:12]]
    entries = [
        Entry(f"t{n}", 1, Release.SLOT, sent[-1], "p01", at, {"card": n})
        for n, at in enumerate(sent)
    ]
    assert kept_order(entries, "card") == (66, 66)


def test_the_figures_on_the_page_are_those_of_these_days() -> None:
    rows = re.findall(
        r"(?m)^\| \*([\w ]+)\* \| (\d+), (\d+) \| (\d+), (\d+) \| (\d+), (\d+) \|$", PAGE
    )
    told = {name: tuple(map(int, numbers)) for name, *numbers in rows}
    found = figures(SEED, ALL)
    named = {"soon": Release.SOON, "at the next set time": Release.SLOT, "at once": Release.NOW}
    assert told == {name: _numbers(found[release]) for name, release in named.items()}
    said = " ".join(PAGE.split())
    assert f"{ALL} days" in said
    assert f"{len(PEOPLE)} people" in said


def _numbers(found: Figures) -> tuple[int, ...]:
    return tuple(int(n) for pair in (found.used, found.sat, found.twice) for n in pair)
