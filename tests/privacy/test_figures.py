"""From all figures together, over all quarters and questions, nobody works out a small one."""

import random
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

import pytest

from handlers.insight.counting import Counts
from handlers.insight.questions import GROUPS
from handlers.insight.small_numbers import OFF, shown, shown_parts
from tests.privacy.solving import Examples, Onlooker, Spot

LEAST = 8
QUARTERS = ("2026-Q1", "2026-Q2", "2026-Q3")
SOME, MANY = range(50), range(50, 500)
"""Random partnerships: a tenth of them always, and the others in `make drill`."""


def split(total: int, parts: int, chance: random.Random) -> list[int]:
    """Parts a number as it falls in life: often one part has nearly all, and some have nothing."""
    weights = [chance.choice((0, 0.05, 0.3, 1, 4)) for _ in range(parts)]
    weights[chance.randrange(parts)] += 1
    counts = [0] * parts
    for place in chance.choices(range(parts), weights, k=total):
        counts[place] += 1
    return counts


def happened(chance: random.Random) -> Counts:
    """A quarter of a partnership, of which everything there may be much, little or nothing."""
    counts, much = Counts(), chance.choice((3, 12, 40, 120))
    for group, questions in GROUPS.items():
        total = min(int(chance.expovariate(1 / much)), 300)
        counts.totals[group] = total
        for question in questions:
            for part, many in zip(
                question.parts, split(total, len(question.parts), chance), strict=True
            ):
                counts.parts[group, question.name, part] = many
    return counts


def rounds(hidden: Sequence[Spot]) -> Iterator[list[Spot]]:
    """Takes what is hidden in rounds, one part of each question at a time."""
    left = list(hidden)
    while left:
        one = {(quarter, *place[:2]): (quarter, place) for quarter, place in left}
        yield list(one.values())
        left = [spot for spot in left if spot not in one.values()]


def hold(seeds: Sequence[int]) -> None:
    hidden = small = 0
    for seed in seeds:
        chance = random.Random(seed)
        life = {quarter: happened(chance) for quarter in QUARTERS}
        onlooker = Onlooker({q: dict(counts.published(LEAST)) for q, counts in life.items()}, LEAST)
        examples = Examples(onlooker)
        for some in rounds(list(onlooker.hidden())):
            for spot, found in examples.all_can_be(some).items():
                true = count_of(life, spot)
                # What no such table shows, the whole of what is known may still leave open.
                shows = found[0] == 0 and found[1] >= max(true, LEAST - 1)
                low, high = found if shows else onlooker.can_be(spot)
                assert low == 0, (seed, spot)
                assert high >= max(true, LEAST - 1), (seed, spot)
                hidden, small = hidden + 1, small + (true < LEAST)
    assert hidden > 100 * len(seeds)
    assert small > hidden / 3


def count_of(life: Mapping[str, Counts], spot: Spot) -> int:
    """What really happened."""
    quarter, (group, question, part) = spot
    counts = life[quarter]
    return counts.parts[group, question, part] if part else counts.totals[group]


def test_no_hidden_count_can_be_worked_out_of_all_figures_together() -> None:
    hold(SOME)


@pytest.mark.thorough
def test_nor_of_many_more_partnerships() -> None:
    hold(MANY)


def test_the_onlooker_does_find_out_what_is_hidden_alone() -> None:
    chance = random.Random(1)
    life = happened(chance)
    life.totals["concern"] = 41
    for part, many in (("named", 30), ("confidence", 8), ("anonymous", 3)):
        life.parts["concern", "how", part] = many
    published = dict(life.published(LEAST))
    careless = published | {
        ("concern", "how", "named"): 30,
        ("concern", "how", "confidence"): 10,
        ("concern", "how", "anonymous"): None,
    }
    spot = "q", ("concern", "how", "anonymous")
    assert Onlooker({"q": careless}, LEAST).can_be(spot)[1] < LEAST
    low, high = Onlooker({"q": published}, LEAST).can_be(spot)
    assert low == 0
    assert high >= LEAST


def test_what_two_totals_differ_by_leaves_many_numbers_open() -> None:
    life = Counts()
    life.totals.update({"concern": 40, "concern-picked": 36})
    onlooker = Onlooker({"q": dict(life.published(LEAST))}, LEAST)
    low, high = onlooker.apart(("q", ("concern", "", "")), ("q", ("concern-picked", "", "")))
    assert high - low >= LEAST - 1


BRACKETS = sorted({tuple(q.together) for questions in GROUPS.values() for q in questions}, key=len)


@pytest.mark.parametrize("together", [b for b in BRACKETS if len(b) < 4])
def test_whoever_tries_every_table_there_can_be_knows_no_more(together: tuple[int, ...]) -> None:
    most = 45
    came_of: dict[tuple[int | None, ...], list[tuple[int, ...]]] = {}
    for counts in product(range(most), repeat=len(together)):
        if sum(counts) < most:
            seen = shown(sum(counts), LEAST), *shown_parts(counts, together, LEAST)
            came_of.setdefault(seen, []).append(counts)
    for (total, *parts), tables in came_of.items():
        if total is None or total + OFF >= most:
            continue
        for place, part in enumerate(parts):
            could = {counts[place] for counts in tables}
            if part is None:
                assert min(could) == 0
                assert max(could) >= LEAST
            else:
                assert min(could) >= LEAST


@pytest.mark.parametrize("least", [5, 8, 20])
def test_nothing_under_the_least_is_shown_and_all_that_is_shown_is_rounded(least: int) -> None:
    for count in range(200):
        told = shown(count, least)
        assert (told is None) == (count < least)
        if told is not None:
            assert told % 5 == 0
            assert abs(told - count) <= OFF
