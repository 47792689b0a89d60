"""Whoever knows codes, or answers themselves, learns nothing by subtracting what they know.

The chair makes the codes, so an answer by a code may be the chair's. In rounds of up to seven, with
any codes cast in any way, what everybody sees of fewer than five is told by the others' answers
alone: of three or four whether they differ, of fewer nothing; and a stop, whoever gives it.
"""

import re
from collections import defaultdict
from collections.abc import AsyncIterator, Hashable, Iterable, Sequence
from dataclasses import replace
from itertools import chain, combinations_with_replacement, product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.pause.results import COMFORT, Result, result_of
from prompts.pictures import Bars
from storage.keyring.ballots import CountedRound, Given
from storage.partnership import Partnership, Thresholds
from tests.conftest import Stores
from tests.core.anytown import Page, Town, anytown, example
from tests.handlers.pause.acts import (
    ROUND,
    TEN,
    bars,
    by_code,
    card,
    codes_of,
    looks,
    pause_in,
    pauses,
)
from tests.privacy.watching import Row, Watcher, answers, ends, watching

Answers = tuple[str, ...]
NOBODY: Answers = ()
MEANT = re.compile(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b|\b\d\d:\d\d:\d\d\b")
"""Codes, join codes and times: others in every pause."""


# Everything that a round can come to


def of(most: int) -> list[Answers]:
    """Every choice of up to so many answers."""
    sizes = (combinations_with_replacement(COMFORT, size) for size in range(most + 1))
    return list(chain.from_iterable(sizes))


def shown(
    others: Answers, chair: Answers, codes: Answers, *, kind: str = "voices", number: int = 1,
    same: bool = True,
) -> str:  # fmt: skip
    """Everything that is shown and kept of such a round, each with a line of their own."""
    given = (
        *(_given(kind, f"person {n}", answer) for n, answer in enumerate(others)),
        *(replace(_given(kind, "chair", answer), chair=True) for answer in chair),
        *(replace(_given(kind, f"code {n}", a), coded=True) for n, a in enumerate(codes)),
    )
    counted = CountedRound("ballot", "keeper", given, same, "people")
    result = result_of(kind, number, counted, False, True, Thresholds())
    return replace(result, lines=tuple(sorted(result.lines, key=str))).text()


def _given(kind: str, who: str, answer: str) -> Given:
    words = {"line": f"{who} says {answer}"}
    return Given(words if kind != "voices" else {"answer": answer, **words})


def admitted(others: Answers, *known: Answers) -> Hashable:
    """What may be told of fewer than five: nothing else may have a part in what is shown."""
    steps = [COMFORT.index(answer) for answer in others]
    differ = len(others) >= 3 and max(steps) - min(steps) > 1
    return len(others) >= 3, differ, "stop" in chain(others, *known)


KNOWN = [(chair, codes) for chair in of(1) for codes in of(3)]
"""What a chair may give, as themselves and by up to three codes."""


@pytest.mark.parametrize(("number", "same"), [(1, False), (2, True)])
def test_of_few_nothing_is_shown_that_tells_more_with_codes_cast(number: int, same: bool) -> None:
    seen = defaultdict(set)
    for others, (chair, codes) in product(of(4), KNOWN):
        if number == 1 or not codes:  # of codes in a second round see below
            told = admitted(others, chair, codes)
            seen[told].add(shown(others, chair, codes, number=number, same=same))
    assert {told: len(ways) for told, ways in seen.items()} == dict.fromkeys(seen, 1)
    assert len(seen) == 6


@given(
    others=st.lists(st.sampled_from(COMFORT), max_size=4).map(tuple),
    instead=st.lists(st.sampled_from(COMFORT), max_size=4).map(tuple),
    chair=st.sampled_from(of(1)),
    codes=st.lists(st.sampled_from(COMFORT), max_size=40).map(tuple),
    number=st.sampled_from((1, 2)),
    same=st.booleans(),
)
def test_nor_with_forty_codes(
    others: Answers, instead: Answers, chair: Answers, codes: Answers, number: int, same: bool
) -> None:
    if admitted(others, chair, codes) == admitted(instead, chair, codes):
        first = shown(others, chair, codes, number=number, same=same)
        assert first == shown(instead, chair, codes, number=number, same=same)


@pytest.mark.parametrize("kind", ["premortem", "debrief"])
def test_of_what_few_write_nothing_is_shown_whatever_is_written_by_codes(kind: str) -> None:
    every = product(of(4), KNOWN)
    assert {shown(others, *known, kind=kind) for others, known in every} == {
        Result(1, "nothing").text()
    }


@pytest.mark.parametrize("same", [True, False])
def test_of_fewer_than_three_not_even_whether_they_are_the_same_is_told(same: bool) -> None:
    calm = [others for others in of(2) if "stop" not in others]
    seen = {shown(others, *known, number=2, same=same) for others, known in product(calm, KNOWN)
            if "stop" not in chain(*known)}  # fmt: skip
    assert seen == {Result(2, "nothing").text()}


def test_from_five_on_the_picture_has_all_answers_and_not_whose_they_are() -> None:
    seen = defaultdict(set)
    for others, (chair, codes) in product(of(6)[-84:], [(("stop",), ("stop", "concerned"))]):
        result = shown(others, chair, codes)
        seen[tuple(sorted((*others, *chair, *codes)))].add(re.sub(r'"lines".*', "", result))
    assert all(len(ways) == 1 for ways in seen.values())
    assert len(seen) == 84


# The same through the real handlers, in everything that is read and kept


@pytest.fixture
async def town(stores: Stores, tmp_path: Path) -> AsyncIterator[Town]:
    async with anytown(stores, tmp_path / "data", None, _with_one_question()) as town:
        yield town


def _with_one_question() -> Partnership:
    # Three are drawn by chance, which would differ from pause to pause.
    own = example().pauses.model_copy(update={"questions": ({"en": "Why?", "cy": "Pam?"},)})
    return example().model_copy(update={"pauses": own})


async def everything(
    town: Town, watcher: Watcher, others: Answers, chair: Answers, codes: Answers
) -> str:
    """All that anybody is shown of a round, and the shape of all that is stored of it."""
    before = len(town.client.versions)
    await pauses(town, codes="5")
    pause = pause_in(town)
    for who, answer in (*zip(TEN, others, strict=False), *(("leila", a) for a in chair)):
        await answers(town, who, pause, answer)
    made = await codes_of(town, pause)
    for code, answer in zip(made, codes, strict=False):
        await by_code(town, code, answer, "By a code")
    await town.passes(ROUND)
    pages = [await town.does("leila", verb, pause) for verb in ("pause.chair", "pause.codes")]
    pages += [await looks(town), await town.does("nobody", "pause.open", answers={"code": made[0]})]
    # Whose arrives first is as it falls: conversations are served side by side.
    cards = sorted(str(version) for version in town.client.versions[before:])
    kept = sorted(_shapes(watcher, pause))
    await ends(town, pause)
    told = "\n".join([*(page.text for page in pages), *cards, *kept])
    return MEANT.sub("", told).replace(pause, "")


def _shapes(watcher: Watcher, pause: str) -> Iterable[str]:
    for name, rows in watcher.main.tables().items():
        yield from (f"{name} {_shape(row)}" for row in rows if pause in row.values())


def _shape(row: Row) -> list[tuple[str, object]]:
    return [(name, len(v) if isinstance(v, str | bytes) else type(v)) for name, v in row.items()
            if not name.endswith("_")]  # fmt: skip


ALIKE: Sequence[Sequence[Answers]] = (
    (NOBODY, ("concerned",), ("comfortable", "uncomfortable"), ("concerned", "comfortable")),
    (("comfortable",) * 3, ("concerned", "uncomfortable", "concerned", "concerned")),
    (("uncomfortable", "comfortable", "comfortable"), ("concerned", "stop", "comfortable")),
)
"""Of each of these rows what is shown must be the same, whatever the chair and the codes say."""
CAST: Sequence[tuple[Answers, Answers]] = (
    (("comfortable",), NOBODY),
    (("comfortable",), ("uncomfortable",) * 5),
    (NOBODY, ("comfortable", "concerned", "stop", "stop", "comfortable")),
)


@pytest.mark.parametrize("alike", ALIKE, ids=["too few", "similar", "differ"])
async def test_pages_cards_and_rows_are_the_same_whatever_few_say(
    town: Town, stores: Stores, alike: Sequence[Answers]
) -> None:
    with watching(town, stores) as watcher:
        for chair, codes in CAST:
            told = defaultdict(set)
            for others in alike:
                stops = "stop" in chain(others, chair, codes)
                told[stops].add(await everything(town, watcher, others, chair, codes))
            assert all(len(ways) == 1 for ways in told.values())


# Attacks


async def hands_out(town: Town, number: str = "5") -> list[str]:
    """The chair hands out codes in the pause that goes on."""
    await town.does("leila", "pause.codes.send", pause_in(town), {"codes": number})
    await town.core.ticks.drain()
    return await codes_of(town, pause_in(town))


async def test_codes_handed_out_after_people_answered_have_no_voice_in_that_round(
    town: Town,
) -> None:
    await pauses(town)
    for who, answer in zip(TEN, ("comfortable", "uncomfortable"), strict=False):
        await answers(town, who, pause_in(town), answer)
    for code in await hands_out(town):
        form = await town.does("nobody", "pause.answer", answers={"code": code})
        form.refused("It counts from the next round")
        sent = {"code": code, "answer": "concerned", "line": ""}
        late = await town.does("nobody", "pause.answer.send", answers=sent)
        late.refused("It counts from the next round")
    await town.passes(ROUND)
    (await looks(town)).sees("too few answers").sees_not("of 7")


async def test_with_five_people_such_codes_are_not_in_the_picture_but_in_the_next_round(
    town: Town,
) -> None:
    await pauses(town)
    for who in TEN[:5]:
        await answers(town, who, pause_in(town), "comfortable")
    codes = await hands_out(town)
    await town.does("nobody", "pause.answer.send", answers={"code": codes[0], "answer": "stop"})
    await town.passes(ROUND)
    assert [count for count, _ in bars(await looks(town))] == [5, 0, 0, 0]
    await town.does("leila", "pause.again", pause_in(town))
    await town.core.ticks.drain()
    await by_code(town, codes[0], "stop")
    await town.passes(ROUND)
    (await looks(town)).sees("At least one person asks to stop")


async def test_a_chair_who_stands_in_for_a_code_that_left_gets_no_second_picture(
    town: Town,
) -> None:
    await pauses(town, codes="5")
    [theirs, *_] = await codes_of(town, pause_in(town))
    for round_ in (1, 2):
        for who in TEN[:5]:
            await answers(town, who, pause_in(town), "comfortable")
        # The second time the chair casts it: whoever held it has left.
        await by_code(town, theirs, "uncomfortable" if round_ == 1 else "comfortable")
        await town.passes(ROUND)
        if round_ == 1:
            assert [count for count, _ in bars(await looks(town))] == [5, 0, 1, 0]
            await town.does("leila", "pause.again", pause_in(town))
            await town.core.ticks.drain()
    page = (await looks(town)).sees("or someone answered by a code")
    assert not [block for block in page.form.blocks if isinstance(block, Bars)]


async def test_trying_a_code_does_not_tell_whether_it_was_used(town: Town) -> None:
    await pauses(town, codes="5")
    used, unused, *_ = await codes_of(town, pause_in(town))
    await by_code(town, used, "concerned")
    tried: list[list[Page]] = []
    for code in (used, unused):
        pages = [await town.does("nobody", verb, answers={"code": code})
                 for verb in ("pause.open", "pause.answer")]  # fmt: skip
        tried.append([*pages, await by_code(town, code, "comfortable")])
    first, second = ([page.text for page in pages] for pages in tried)
    assert first == second


@pytest.mark.parametrize("others", [0, 2, 4, 5])
async def test_a_stop_by_a_code_is_shown_and_whoever_else_knows_the_code_can_not_take_it_back(
    town: Town, others: int
) -> None:
    await pauses(town, codes="5")
    [code, *_] = await codes_of(town, pause_in(town))
    for who in TEN[:others]:
        await answers(town, who, pause_in(town), "comfortable")
    for answer in ("comfortable", "stop", "comfortable"):
        await by_code(town, code, answer)
    await town.passes(ROUND)
    assert "At least one person asks to stop" in card(town).text
    if others >= 5:
        assert [count for count, _ in bars(await looks(town))] == [others, 0, 0, 1]
