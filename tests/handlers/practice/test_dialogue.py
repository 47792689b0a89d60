"""Somebody practises alone: what they are shown, and that it goes on from what they say."""

import pytest

from prompts.shapes import Callout
from prompts.words import speak
from tests.core.anytown import Page, Town


async def _begins(town: Town, scenario: str = "hard-word") -> Page:
    return await (await town.does("leila", "practice")).fills(scenario=scenario)


async def test_a_scenario_from_its_first_moment_to_what_is_worth_remembering(town: Town) -> None:
    first = await town.does("leila", "practice")
    first.sees("no score", "is kept nowhere", "No answer to a referral")
    moment = await first.fills(scenario="hard-word")
    moment.sees("told a teacher twice", "I’m worried that this hides how scared she is.")
    moment.sees_not("Alert: say", "What often happens")  # not before they have chosen
    page = await moment.fills(say="alert")
    page.sees("You would say: “I’m worried", "What often happens: The chair hears your worry.")
    assert not any(isinstance(block, Callout) for block in page.form.blocks)  # nothing is warned of
    page.sees("Probe: ask", "What did we see that makes us think so?", "Another way")
    page.sees_not("To take with you")
    pressed = await page.presses("Go on")
    pressed.sees("We all know what she is like")
    end = await pressed.fills(say="challenge")
    end.sees("Asked a second time, most chairs stop.", "To take with you", "from file to file")
    assert "Go on" not in end.pressable
    (await end.presses("Try this one again")).sees("told a teacher twice")
    (await end.presses("Choose another one")).sees("A joke about a mother")


async def test_where_it_leads_depends_on_what_is_said(town: Town) -> None:
    moment = await _begins(town)
    assert "Go on" in (await moment.fills(say="probe")).pressable
    ended = (await moment.fills(say="escalate")).sees("To take with you")
    assert "Go on" not in ended.pressable


async def test_words_of_ones_own_are_shown_back_beside_every_strength(town: Town) -> None:
    page = await (await _begins(town)).fills(say="own", own="Hang on, what did she say herself?")
    page.sees("Your words", "Hang on, what did she say herself?", "None of them is the right one")
    page.sees("Probe:", "Alert:", "Challenge:", "Escalate:")
    *compared, below = page.form.sections  # on the web buttons of a page stand above its sections
    assert page.form.buttons == ()
    assert not any(section.buttons for section in compared)
    assert speak(below.buttons[0].words, "en") == "Go on"
    both = await (await _begins(town)).fills(say="probe", own="And why?")
    both.sees("You would say: “What did we see").sees_not("And why?")  # its box was hidden


async def test_whoever_says_nothing_at_all_is_asked_again(town: Town) -> None:
    (await (await town.does("leila", "practice")).fills(scenario="")).refused(
        "choose a scenario", "scenario"
    )
    moment = await _begins(town)
    (await moment.fills()).refused("choose an answer", "say")
    (await moment.fills(say="own")).refused("write what you would say", "own")
    (await moment.fills(say="own", own="x" * 501)).refused("500", "own")


@pytest.mark.parametrize("place", ["", "hard-word", "hard-word_", "gone_step", "hard-word_gone"])
async def test_a_place_that_is_no_more_says_where_to_begin(town: Town, place: str) -> None:
    for verb in ("practice.on", "practice.step", "practice.step.send"):
        (await town.does("leila", verb, place, {"say": "probe"})).refused("begin again")


async def test_somebody_of_no_agency_is_told_whom_to_turn_to(town: Town) -> None:
    (await town.does("stranger", "practice")).refused("999")
