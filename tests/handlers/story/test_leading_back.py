"""What is refused in a story, however it is written; and what may stand there."""

import pytest

from handlers.story.days import days_in
from tests.core.anytown import Town
from tests.handlers.story.test_dialogue import TOLD

DAYS = (
    "Nov. 30th", "Nov 30", "30-Nov", "30 nov", "3rd of Nov.", "the third of June", "in June",
    "the 3 rd of June", "Monday 3rd", "30th of this month", "03/06", "30. 11. 2026", "30/11/26",
    "30 / 11 / 26", "2026-11-30", "20261130", "30112026", "on the 3rd", "3 May", "in May",
    "since last March", "y 3ydd o Fehefin", "3ydd Mehefin", "30ain o Dachwedd", "30 Tach",
    "ym mis Mai", "Tachwedd 30",
)  # fmt: skip
NO_DAYS = (
    "It may help", "2 may come", "We march on", "24/7", "1/2 an hour", "2-3 weeks", "3.5 days",
    "on Tuesday", "bob dydd Mawrth", "the 2nd floor", "her third visit", "after 12 weeks",
    "20 people", "within 24 hours", "may not", "a decent plan", "we marked it",
)  # fmt: skip
MARKS = (
    "CS/4471", "cs4471", "C S / 4 4 7 1", "Anytown Childrens Social Care", "Anytown\u00adPolice",
    "Amina Yusuf", "yusuf amina", "amina said", "AMINA said", "ａｍｉｎａ", "AminaYusuf",
    "Amina\u00adYusuf", "A m i n a Y u s u f", "Ámina Yusúf", "Yusuf's view", "Grace said",
    "Leila Haddad", "943 476 5919", "01632 960110",
)  # fmt: skip


@pytest.mark.parametrize("words", DAYS)
def test_a_day_is_found_however_it_is_written(words: str) -> None:
    assert list(days_in(f"So it was {words}."))


@pytest.mark.parametrize("words", NO_DAYS)
def test_what_is_no_day_is_none(words: str) -> None:
    assert list(days_in(f"So it was: {words}.")) == []


async def test_neither_names_nor_marks_of_its_case_stand_in_a_story(town: Town) -> None:
    await town.raises("amina", how="named", reference="CS/4471")
    page = await town.presses_card("grace", "I’ll pick this up")
    closing = await page.presses("Give the final answer")
    await closing.fills(outcome="acted", text="We changed the rota.", tell="yes")
    await town.core.ticks.drain()
    await (await town.mine("amina")).presses("Yes, this may be told")
    form = await (await town.does("grace", "story")).presses("Write the story")
    code = form.form.subject
    for mark in (*MARKS, code):
        kept = await form.fills(TOLD | {"did": f"We heard {mark} and met.", "anyway": "yes"})
        kept.refused("No name, date, agency or reference", "did")
    for harmless in ("We asked for grace.", "We amended it.", "He is a minor.", "Use of the hall."):
        (await form.fills(TOLD | {"did": harmless})).sees("goes out with")
