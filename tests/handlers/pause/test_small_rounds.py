"""What a round of few is told, and what is kept back."""

from datetime import timedelta

import pytest

from prompts.pictures import Bars
from tests.core.anytown import Town
from tests.handlers.pause.acts import (
    CALM,
    ROUND,
    TEN,
    all_answer,
    answers,
    card,
    looks,
    pause_in,
    pauses,
)


@pytest.mark.parametrize(
    "people",
    [TEN[:9], TEN[1:], (*TEN, "sian"), (*TEN[1:], "sian")],
    ids=["the last one left", "the first one left", "one more", "one for another"],
)
async def test_when_others_answer_the_second_time_there_is_no_picture(
    town: Town, people: tuple[str, ...]
) -> None:
    await pauses(town)
    await all_answer(town, *CALM)
    await town.passes(ROUND)
    await town.does("leila", "pause.again", pause_in(town))
    for who in people:
        await answers(town, who)
    await town.passes(ROUND)
    page = await looks(town)
    page.sees("Other people answered than in the first round")
    assert not [b for b in page.form.blocks if isinstance(b, Bars)]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (("comfortable", "concerned", "comfortable", "concerned"), "Views are similar"),
        (("comfortable", "uncomfortable", "comfortable"), "Views differ"),
        (("comfortable", "comfortable"), "too few answers to show anything"),
        ((), "too few answers to show anything"),
    ],
    ids=["four alike", "three apart", "two", "none"],
)
async def test_few_answers_are_not_shown(town: Town, given: tuple[str, ...], words: str) -> None:
    await pauses(town)
    await all_answer(town, *given)
    await town.passes(ROUND)
    page = (await looks(town)).sees(words).sees_not("says")
    assert not [b for b in page.form.blocks if isinstance(b, Bars)]


async def test_the_chairs_own_answer_does_not_open_a_picture_of_four_others(town: Town) -> None:
    await pauses(town)
    await answers(town, "leila")
    await all_answer(town, *CALM[:4])
    await town.passes(ROUND)
    (await looks(town)).sees("Views are similar").sees_not("says")


async def test_a_chair_with_two_people_learns_nothing_of_what_they_think(town: Town) -> None:
    await pauses(town)
    await answers(town, "leila")
    await all_answer(town, "uncomfortable", "comfortable")
    await town.passes(ROUND)
    page = await town.does("leila", "pause.chair", pause_in(town))
    page.sees("too few answers").sees_not("says", "differ")


async def test_one_stop_is_always_shown_and_nobody_is_named(town: Town) -> None:
    await pauses(town)
    (await answers(town, "kofi", "stop")).sees("A “stop” by a code stays until")
    await town.passes(ROUND)
    assert "At least one person asks to stop" in card(town).text
    (await looks(town)).sees("does not ask who it was").sees_not("Kofi")


async def test_very_quick_unanimity_brings_a_question(town: Town) -> None:
    await pauses(town)
    await all_answer(town, *("comfortable",) * 6)
    town.clock.set(town.clock.now() + timedelta(seconds=40))
    await (await town.does("leila", "pause.chair", pause_in(town))).presses(
        "End the round and show it"
    )
    await town.core.ticks.drain()
    (await looks(town)).sees("You all agreed, and fast")


async def test_slow_unanimity_brings_none(town: Town) -> None:
    await pauses(town)
    await all_answer(town, *("comfortable",) * 6)
    await town.passes(ROUND)
    (await looks(town)).sees_not("and fast")
