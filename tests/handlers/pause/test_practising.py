"""A meeting practises together: everybody chooses, all see the spread, the chair has notes."""

from collections.abc import Sequence

import pytest

from prompts.pictures import Bars
from prompts.shapes import Choice
from prompts.words import speak
from tests.core.anytown import Page, Town
from tests.handlers.pause.acts import ROOM, ROUND, TEN, bars, card, looks, pause_in

CHOSEN = ("probe",) * 3 + ("alert",) * 2 + ("challenge",)
PRACTICE = {"scenario": "hard-word", "minutes": "2", "codes": "none"}


async def begins(town: Town, **more: str) -> Page:
    """Leila leads it in the room."""
    town.place = ROOM
    form = await (await town.does("leila", "practice")).presses("Together in a meeting")
    page = await form.fills({**PRACTICE, **more})
    await town.core.ticks.drain()
    return page


async def all_choose(town: Town, chosen: Sequence[str]) -> None:
    """The first so many of the ten choose, in this order."""
    for who, answer in zip(TEN, chosen, strict=False):
        form = await town.does(who, "pause.answer", pause_in(town))
        await form.fills(answer=answer, line=f"{who} would say it kindly")


async def test_everybody_chooses_and_all_see_the_spread_and_what_often_follows(town: Town) -> None:
    page = await begins(town)
    page.sees("Notes for you", "Let everyone find another word first.", "Questions you can ask")
    assert "Practising together" in card(town).text
    assert "A hard word about a girl" in card(town).text
    assert "her boyfriend" not in card(town).text  # a channel's preview doesn't tell a story
    form = await town.does("kofi", "pause.answer", pause_in(town))
    form.sees("told a teacher twice", "I’m worried that this hides how scared she is.")
    form.sees_not("Notes for you", "What often happens")
    await all_choose(town, CHOSEN)
    (await looks(town)).sees_not("would say it kindly", "What often happens", "3 of 6")
    await town.passes(ROUND)
    shown = (await looks(town)).sees("3 of 6", "kofi would say it kindly", "What often happens")
    shown.sees("To take with you").sees_not("Notes for you")
    assert [count for count, _ in bars(shown)] == [3, 2, 1]
    chair = await town.does("leila", "pause.chair", pause_in(town))
    chair.sees("Questions you can ask", "What would she think if she read this note?")
    assert "An action: make it a referral" not in chair.pressable
    asked = await chair.presses("End the practice")
    asked.sees("nothing is decided").sees_not("referral", "Record it", "what next")
    ended = await asked.fills(why="To ask first.")
    ended.sees("It is over. Thank you.", "What we take with us\nTo ask first.", "It was ended")
    ended.sees_not("recorded", "referral")
    assert "Offer a look back" not in ended.pressable
    await town.core.ticks.drain()
    assert (await town.dump())["ring"] == []  # nobody's answer is kept


@pytest.mark.parametrize("count", [1, 3, 4])
async def test_of_few_nothing_is_shown_not_even_whether_they_differ(town: Town, count: int) -> None:
    await begins(town)
    await all_choose(town, CHOSEN[:count])
    await town.passes(ROUND)
    shown = (await looks(town)).sees("Too few people answered", "What often happens")
    shown.sees_not("would say it kindly", "Views")
    assert not [block for block in shown.form.blocks if isinstance(block, Bars)]


async def test_whoever_chooses_nothing_or_something_else_is_asked_again(town: Town) -> None:
    await begins(town)
    form = await town.does("kofi", "pause.answer", pause_in(town))
    assert [f.name for f in form.form.fields if isinstance(f, Choice)] == ["answer"]
    for answer in ("", "comfortable", "stop"):
        (await form.fills(answer=answer)).refused("choose one of the answers", "answer")
    again = await town.does("mei", "pause.practice")
    again.refused("There is a pause here already")


async def test_it_is_called_a_practice_and_nothing_speaks_of_a_stop(town: Town) -> None:
    page = await begins(town, codes="5")
    page.sees_not("“stop”")
    form = await town.does("kofi", "pause.answer", pause_in(town))
    sent = (await form.fills(answer="probe")).sees("only your last answer counts.")
    sent.sees_not("“stop”")
    (await page.presses("Codes for those without Slack or Teams")).sees_not("“stop”")
    for state in ("Still open.", "Over."):
        listed = await town.does("leila", "mine")
        listed.sees("Practice that you lead, 23 November 2026", state)
        listed.sees_not("Pause that you chair", "record what comes of it")
        await town.does("leila", "pause.show", pause_in(town))
        await town.does("leila", "pause.decide.send", pause_in(town))
    town.place = None
    (await town.does("leila", "pause.practice")).sees("a code, no result is shown")


async def test_it_needs_a_scenario(town: Town) -> None:
    town.place = ROOM
    form = await town.does("leila", "pause.practice")
    (await form.fills({**PRACTICE, "scenario": "none"})).refused("choose a scenario", "scenario")
    assert speak(form.form.title, "cy") == "Ymarfer ynghyd"
