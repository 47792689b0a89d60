"""The page of a second opinion: who did what and notes, once nobody has to think alone any more."""

import pytest

from prompts.shapes import Said
from prompts.words import say
from tests.core.anytown import Town
from tests.handlers.second_opinion.acts import QUESTION, answers, asked, asks

ALONE = ("Notes among you", "Add a note", "All opinions shown")
NOTE = "Shall we meet on Friday?"


@pytest.mark.parametrize("how", ["named", "anonymous"])
async def test_those_who_answered_note_for_each_other_once_all_is_shown(
    town: Town, how: str
) -> None:
    await asks(town, "leila", how=how)
    first, second = asked(town)
    await answers(town, first, "agree", "It is the rule here.")
    [thread] = await town.column("thread", "id")
    page = (await town.opens(first)).sees("Who did what", "Gave an opinion").sees_not(*ALONE)
    (await town.opens(second)).sees("Who did what").sees_not("Gave an opinion", *ALONE)
    (await town.does(first, "opinion.note", str(thread))).refused("cannot answer this any more")

    await answers(town, second, "disagree", "Not by itself.")
    page = await town.presses_card(first, "Open")
    assert page.text.count("Gave an opinion (") == 2
    page.sees("All opinions shown", "The person who asked never sees them")
    sent = len(town.client.messages)
    noted = await (await page.presses("Add a note")).fills(text=NOTE)
    await town.core.ticks.drain()
    assert len(town.client.messages) == sent, "nobody is told"
    (await noted.presses("Back to this case")).sees(NOTE)
    (await town.presses_card(second, "Open")).sees(NOTE)
    (await town.mine("leila")).sees_not(NOTE, "Notes", "Who did what")


async def test_whoever_was_not_asked_or_did_not_answer_notes_nothing(town: Town) -> None:
    await asks(town, "leila", wanted="1")
    [first] = asked(town)
    await town.presses_card(first, "I can’t")
    await town.core.ticks.drain()
    [second] = asked(town)
    await answers(town, second, "agree", "Yes.")
    [thread] = await town.column("thread", "id")
    (await town.does(first, "opinion.note", str(thread))).refused("cannot answer this any more")
    (await town.does("kofi", "opinion.note", str(thread))).refused("not open to you")
    (await town.opens(second)).sees_not("declined", "I can’t")


async def test_the_question_stays_in_sight_and_the_proposal_next_to_the_answer(town: Town) -> None:
    await asks(town, "leila", wanted="1", what="w" * 1400)
    [first] = asked(town)
    form = await (await town.opens(first)).presses("Give my opinion")
    form.sees("w" * 1400, "CASE-77")
    assert form.text.count(QUESTION["proposal"]) == 1
    assert form.form.blocks[-1] == Said(say("part-proposal"), QUESTION["proposal"])
