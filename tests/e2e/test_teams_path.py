"""Teams and the real core on SQLite: from a typed word to the answer, with nobody's name told."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.e2e.teams_town import RAE, Anytown, anytown, opened, said, school
from tests.peers.teams_person import Dialog, texts

WHAT = "The plan was agreed and nobody did it."
ASKED = {"danger": "no", "topic": "delay", "agency": "school", "what": WHAT}


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Anytown]:
    async with anytown(tmp_path, school()) as town:
        yield town


async def raised(town: Anytown, how: str, **more: str) -> Dialog:
    form = await opened(town.rae, "concern", "Raise a concern")
    page = await form.press(said("concern-submit"), **ASKED, how=how, **more)
    if any(action["title"] == said("concern-submit") for action in page.card["actions"]):
        page = await page.press(said("concern-submit"), anyway="yes")
    assert said("concern-sent-title") in texts(page.card)
    await town.deliver()
    return page


@pytest.mark.parametrize("how", ["named", "confidence", "anonymous"])
async def test_from_a_typed_word_to_an_answer(town: Anytown, how: str) -> None:
    teams, rae, lee, lou = town.teams, town.rae, town.lee, town.lou
    await raised(town, how, release="now")

    card = teams.last(lee.chat)
    assert card == teams.last(lou.chat)
    assert WHAT not in texts(card)
    await lee.press(card, said("button-pick"))
    await town.deliver()
    assert said("card-yours") in texts(teams.last(lee.chat))
    assert "Lee has picked this up" in texts(teams.last(lou.chat))

    page = await lee.open(teams.last(lee.chat), said("button-open"))
    assert WHAT in texts(page.card)
    assert (RAE in texts(page.card)) is (how != "anonymous")
    reply = await page.press(said("button-reply"))
    done = await reply.press(said("reply-submit"), text="We are on it *today*.")
    assert said("reply-done-title") in texts(done.card)
    await town.deliver()

    news = teams.last(rae.chat)
    assert texts(news) == said("news-title")
    home = await rae.open(news, said("news-button"))
    if how != "named":
        home = await home.press(said("quiet-button"))
    mine = await home.press(said("button-open"))
    assert "We are on it *today*." in texts(mine.card)


async def test_content_never_stands_in_a_message(town: Anytown) -> None:
    await raised(town, "confidence")
    await town.lee.press(town.teams.last(town.lee.chat), said("button-pick"))
    await town.deliver()
    everything = repr([sent.activity for sent in town.teams.sent])
    assert WHAT not in everything
    assert RAE not in everything


async def test_what_is_missing_is_asked_again_and_nothing_is_lost(town: Anytown) -> None:
    form = await opened(town.rae, "pryder", "Raise a concern")
    again = await form.press(said("concern-submit"), **ASKED | {"what": "  "}, how="named")
    assert said("missing-what") in texts(again.card)
    sent = await again.press(said("concern-submit"), what=WHAT)
    assert said("concern-sent-title") in texts(sent.card)


async def test_somebody_without_a_seat_cannot_press_a_leads_buttons(town: Anytown) -> None:
    await raised(town, "named")
    card = town.teams.last(town.lee.chat)
    assert await town.rae.press(card, said("button-pick")) == said("not-for-you")
    page = await town.rae.open(card, said("button-open"))
    assert WHAT not in texts(page.card)


async def test_a_flagged_message_from_a_chat_of_two_keeps_its_link_back(town: Anytown) -> None:
    link = "https://teams.microsoft.com/l/message/19:x/1700"
    chat = {"id": "19:a_b@unq.gbl.spaces", "conversationType": "personal"}
    form = await town.rae.flag(link, chat)
    await form.press(said("concern-submit"), **ASKED, how="confidence")
    await town.deliver()
    await town.lee.press(town.teams.last(town.lee.chat), said("button-pick"))
    await town.deliver()
    page = await town.lee.open(town.teams.last(town.lee.chat), said("button-open"))
    assert WHAT in texts(page.card)
    assert link not in repr(page.card)
