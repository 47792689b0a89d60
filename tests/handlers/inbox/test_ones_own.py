"""In one's own lists: which is which, and where the newest message is for whoever raised it."""

import pytest

from prompts.shapes import Text
from prompts.words import say
from tests.core.anytown import CONCERN, Page, Town

NEWS = "The newest message here is for you."


async def _list(town: Town, how: str) -> Page:
    return await town.does("leila", "mine" if how == "named" else "mine.quiet")


@pytest.mark.parametrize("how", ["named", "confidence", "anonymous"])
async def test_two_of_one_day_and_kind_are_told_apart_by_their_agency(town: Town, how: str) -> None:
    for agency in ("police", "childrens-social-care"):
        await town.raises("leila", how=how, agency=agency, release="slot")
    page = (await _list(town, how)).sees("Anytown Police · today", "Social Care · today")
    page.sees_not(str(CONCERN["what"]))


@pytest.mark.parametrize("how", ["named", "anonymous"])
async def test_a_list_says_where_the_newest_message_is_for_whoever_raised_it(
    town: Town, how: str
) -> None:
    await town.raises("leila", how=how, release="now")
    await town.raises("leila", how=how, release="now", agency="police")
    lead = await town.presses_card("grace", "I’ll pick this up")
    (await _list(town, how)).sees_not(NEWS)
    await (await lead.presses("Add a note")).fills(text="Nobody is told.")
    (await _list(town, how)).sees_not(NEWS)
    stored = await town.dump()
    await (await lead.presses("Reply")).fills(text="Thank you.")
    page = await _list(town, how)
    assert page.text.count(NEWS) == 1
    assert (await _list(town, how)).text == page.text, "looking changes nothing"
    assert set(await town.dump()) == set(stored)
    news = Text(say("listed-news"))
    [own] = [section for section in page.form.sections if news in section.blocks]
    answer = await town.does("leila", "mine.answer", own.buttons[0].subject)
    await answer.fills(text="It was on Friday.")
    (await _list(town, how)).sees_not(NEWS)
