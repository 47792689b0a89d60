"""What is held until others have seen the same tells nobody that anybody holds anything.

A raiser's colleague may hold as much as they like: what becomes of theirs depends on somebody
else's only where that goes out with it, and it goes out only with as many people as was chosen.
"""

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from bot.core.waiting.matching import Candidate, come_together
from storage.repository.held import COUNTS_AFTER, FEWEST, MOST, Held
from tests.conftest import Stores
from tests.core.anytown import MONDAY, Town, anytown
from tests.handlers.together.acts import holds, later
from tests.privacy.test_fared import journal_of, main_of

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
WORLDS = 3000
AGENCIES = ("police", "school", "health-trust", None)


@pytest.fixture
async def town(stores: Stores, tmp_path: Path) -> AsyncIterator[Town]:
    async with anytown(stores, tmp_path / "data") as town:
        yield town


async def test_main_and_every_page_stay_as_they_are_until_enough_have_come(
    town: Town, stores: Stores
) -> None:
    await holds(town, "leila")
    await later(town, 6)
    before, journal = main_of(stores), journal_of(stores)
    await holds(town, "kofi", how="confidence")
    page = (await town.mine("leila")).text
    await later(town, 6)  # it was looked at in between, and two are too few
    assert (main_of(stores), journal_of(stores)) == (before, journal)
    assert page == (await town.mine("leila")).text.replace("12 days", "6 days")
    assert town.cards("leila") == town.cards("grace") == []


def _world(chance: Random) -> list[Candidate]:
    people = [(f"p{n}", chance.choice(AGENCIES)) for n in range(chance.randint(1, 7))]
    return [
        Candidate(f"c{n}", _held(chance), *chance.choice(people))
        for n in range(chance.randint(1, 9))
    ]


def _held(chance: Random) -> Held:
    same = ("practice", "school", chance.choice(("closure", "delay")))
    many, two = chance.randint(FEWEST, MOST), chance.random() < 0.3
    counts_from = NOW + timedelta(days=chance.choice((-3, -2, -1, 1)))
    return Held(same, many, two, NOW - timedelta(days=9), counts_from)


def _go_out(world: Sequence[Candidate]) -> set[str]:
    return come_together(world, NOW)


def test_what_becomes_of_theirs_depends_on_nobody_who_stays_held() -> None:
    chance = Random(15)
    out = 0
    for _ in range(WORLDS):
        world = _world(chance)
        gone = _go_out(world)
        out += bool(gone)
        for other in world:
            if other.id not in gone:
                assert _go_out([each for each in world if each is not other]) == gone
    assert out > WORLDS / 20  # both happen


def test_nothing_goes_out_with_fewer_people_or_agencies_than_whoever_raised_it_chose() -> None:
    chance = Random(16)
    for _ in range(WORLDS):
        world = _world(chance)
        gone = [each for each in world if each.id in _go_out(world)]
        for each in gone:
            beside = [other for other in gone if other.held.same == each.held.same]
            assert len({other.person for other in beside}) >= each.held.many
            assert not each.held.two or len({o.agency for o in beside} - {None}) > 1
            assert each.held.counts_from <= NOW


def test_no_few_colleagues_bring_it_out_however_much_they_hold_and_whatever_they_choose() -> None:
    chance = Random(17)
    for _ in range(WORLDS):
        raised = Candidate("raised", replace(_held(chance), counts_from=NOW), "raiser", "school")
        few = raised.held.many - FEWEST  # with one more it would be enough
        theirs = [
            Candidate(
                f"c{n}",
                replace(_held(chance), same=raised.held.same, many=FEWEST, counts_from=NOW),
                f"p{chance.randrange(few)}",
                chance.choice(AGENCIES),
            )
            for n in range(12 if few else 0)
        ]
        assert "raised" not in _go_out([raised, *theirs])
        # Nor do they learn from theirs that it is there.
        assert _go_out([raised, *theirs]) == _go_out(theirs)


def test_the_day_on_which_they_go_out_says_little_of_who_came_last() -> None:
    same = ("case", "school", "rosehouse")
    waits = [Held.from_now(same, 2, False, MONDAY).counts_from - MONDAY for _ in range(400)]
    first, last = COUNTS_AFTER
    assert first <= min(waits) <= max(waits) <= last
    days = [sum(wait.days == day for wait in waits) for day in range(first.days, last.days)]
    assert min(days) > 60  # of 400 on four days: each is as likely


def test_those_before_whom_it_would_come_bring_nothing_out() -> None:
    chance = Random(23)
    for _ in range(WORLDS):
        leads = frozenset(f"lead{n}" for n in range(4))
        raised = Candidate(
            "raised", replace(_held(chance), counts_from=NOW), "raiser", "school", leads
        )
        theirs = [
            Candidate(
                f"c{n}",
                replace(_held(chance), same=raised.held.same, many=FEWEST, counts_from=NOW),
                lead,
                chance.choice(AGENCIES),
                leads,
            )
            for n, lead in enumerate(leads)
        ]
        assert "raised" not in _go_out([raised, *theirs])
