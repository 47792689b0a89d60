"""Codes of a pause: what whoever holds one does, and what everybody reads of them."""

from datetime import timedelta

import pytest

from tests.core.anytown import Town
from tests.handlers.pause.acts import (
    CALM,
    ELSEWHERE,
    ROUND,
    TEN,
    all_answer,
    answers,
    bars,
    by_code,
    card,
    codes_of,
    looks,
    pause_in,
    pauses,
)


async def test_somebody_without_a_platform_answers_by_a_code_and_the_last_answer_counts(
    town: Town,
) -> None:
    await pauses(town, codes="5")
    assert "5 codes have been handed out for this round" in card(town).text
    (await looks(town)).sees("5 codes have been handed out for this round")
    code, *others = await codes_of(town, pause_in(town))
    assert len(others) == 4
    page = await town.does("nobody", "pause.open", answers={"code": code})
    page.sees("We want to end the weekly visits.", "The chair knows every code")
    await all_answer(town, *CALM[:5])
    await by_code(town, code, "comfortable", "I think so")
    await by_code(town, code, "uncomfortable", "I have thought again")
    wrong = await town.does("nobody", "pause.open", answers={"code": "0000-0000"})
    wrong.refused("does not open any pause", "code")
    await town.passes(ROUND)
    page = (await looks(town)).sees("I have thought again").sees_not("I think so")
    assert [count for count, _ in bars(page)] == [5, 0, 1, 0]


async def test_answers_by_codes_do_not_make_a_picture_of_four_others(town: Town) -> None:
    await pauses(town, codes="5")
    await all_answer(town, *CALM[:4])
    for code in await codes_of(town, pause_in(town)):
        await by_code(town, code, "uncomfortable", "By a code")
    await town.passes(ROUND)
    (await looks(town)).sees("Views are similar").sees_not("By a code", "says")


async def test_every_change_of_the_codes_stands_on_the_card_in_every_room(town: Town) -> None:
    page = await pauses(town)
    word = next(line for line in page.text.split() if len(line) == 9 and line[4] == "-")
    town.place = ELSEWHERE
    await (await town.does("mei", "pause.join")).fills(word=word)
    await town.core.ticks.drain()
    standing = [card(town, room) for room in ("meeting", "annexe")]
    assert [sent.text for sent in standing if "codes" in sent.text] == []
    for number, later in (("5", "5"), ("20", "20")):
        form = await (await town.does("leila", "pause.chair", pause_in(town))).presses(
            "Codes for those without Slack or Teams"
        )
        (await form.fills(codes=number)).sees("count from the next round")
        await town.core.ticks.drain()
        for sent, room in zip(standing, ("meeting", "annexe"), strict=True):
            assert f"{later} more codes have been handed out since this round began" in sent.text
            assert f"The chair has handed out more codes: {number} in all" in card(town, room).text
    await town.passes(ROUND)
    assert all("20 more codes" in sent.text for sent in standing)
    await town.does("leila", "pause.again", pause_in(town))
    await town.core.ticks.drain()
    assert "20 codes have been handed out for this round" in card(town).text
    assert "more codes" not in card(town).text


async def test_where_no_round_is_left_no_codes_are_handed_out(town: Town) -> None:
    await pauses(town, kind="premortem", codes="5")
    page = await town.does("leila", "pause.codes", pause_in(town))
    page.sees("no round left in which more codes could count").sees_not("How many codes")
    more = await town.does("leila", "pause.codes.send", pause_in(town), {"codes": "10"})
    more.refused("no round left in which more codes could count")
    assert len(await codes_of(town, pause_in(town))) == 5


async def test_a_number_of_codes_that_there_is_not_is_asked_for_again(town: Town) -> None:
    form = await town.does("leila", "pause")
    wrong = {"kind": "voices", "what": "The visits.", "by": "alone", "minutes": "2", "codes": "41"}
    (await form.fills(wrong)).refused("Please choose how many", "codes")


async def test_what_is_written_by_codes_is_shown_with_that_of_five_others_and_not_with_four(
    town: Town,
) -> None:
    for many in (4, 5):
        await pauses(town, kind="premortem", minutes="5", codes="5")
        for who in TEN[:many]:
            form = await town.does(who, "pause.answer", pause_in(town))
            await form.fills(line=f"{who} was not asked")
        [code, *_] = await codes_of(town, pause_in(town))
        form = await town.does("nobody", "pause.answer", answers={"code": code})
        await form.fills(line="Nobody visited", code=code)
        await town.passes(timedelta(minutes=5))
        page = await looks(town)
        if many == 4:
            page.sees("Too few people wrote").sees_not("not asked", "Nobody visited")
            await town.does(
                "leila",
                "pause.decide.send",
                pause_in(town),
                {"decision": "go", "why": "As before."},
            )
            await town.core.ticks.drain()
        else:
            page.sees("Nobody visited", "priya was not asked")


async def test_in_a_round_by_name_an_answer_by_a_code_is_called_that(town: Town) -> None:
    await pauses(town, by="named", many="3", codes="5")
    (await looks(town)).sees("shown as “with a code”")
    [code, *_] = await codes_of(town, pause_in(town))
    await by_code(town, code, "stop", "Wait for school")
    await by_code(town, code, "concerned")  # two answers by one code, and still one voice
    await answers(town, "kofi", "concerned")
    await town.core.ticks.drain()
    (await looks(town)).sees_not("Wait for school")
    await answers(town, "amina", "comfortable")
    await town.core.ticks.drain()
    (await looks(town)).sees("With a code: Stop", "Wait for school", "Kofi Mensah: I am concerned")


@pytest.mark.parametrize("where", ["nowhere", "meeting"])
async def test_whoever_pauses_outside_a_room_is_told_what_codes_alone_come_to(
    town: Town, where: str
) -> None:
    if where == "meeting":
        await pauses(town)
        await town.does(
            "leila", "pause.decide.send", pause_in(town), {"decision": "go", "why": "As before."}
        )
    else:
        town.place = None
    form = await town.does("leila", "pause")
    told = "If all of you answer by a code, you only see whether someone asks to stop"
    (form.sees if where == "nowhere" else form.sees_not)(told)
