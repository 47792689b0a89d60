"""A challenge in Teams alone: from a typed word up the ladder to settled, and back by a code."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.e2e.challenge_pages import CODE
from tests.e2e.teams_town import RAE, Anytown, anytown, opened, said, school
from tests.peers.teams_person import Dialog, Person, everything, texts

WHAT = "Nobody has seen them for three weeks"
ASKED = {
    "danger": "no",
    "decision": "Closing the case",
    "agency": "school",
    "owner": "Lee",
    "topic": "voice-missing",
    "ask": "see them alone first",
    "level": "challenge",
    "release": "now",
}


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Anytown]:
    async with anytown(tmp_path, school(reviewer="lou")) as town:
        yield town


async def challenges(town: Anytown, how: str, replies: str = "chat") -> Dialog:
    """The typed word, the form, what is missing, the sentence: gives the last page."""
    form = await opened(town.rae, "challenge", said("teams-open-challenge"))
    given = {**ASKED, "how": how, "replies": replies}
    again = await form.press(said("challenge-next"), **given, what="  ")
    assert said("missing-what") in texts(again.card)
    page = await again.press(said("challenge-next"), what=WHAT)
    asked = {e["id"]: e for e in everything(page.card) if "Input." in str(e.get("type"))}
    assert f"This is what I saw or heard: {WHAT}" in asked["sentence"]["value"]
    # Among so few people it is soon clear who it was, and the form says so.
    warned = {"anyway": "yes"} if how == "anonymous" else {}
    sent = await page.press(said("challenge-submit"), **warned)
    assert said("challenge-sent-title") in texts(sent.card)
    await town.deliver()
    return sent


async def answers(town: Anytown, who: Person, verdict: str, why: str) -> None:
    """Whoever is asked opens their newest card, reads both sides, and answers."""
    card = town.teams.last(who.chat)
    assert WHAT not in texts(card)
    page = await who.open(card, said("button-open"))
    assert WHAT in texts(page.card)
    assert RAE not in texts(page.card)
    form = await page.press(said("button-verdict"))
    done = await form.press(said("verdict-submit"), verdict=verdict, text=why)
    assert said("verdict-done-title") in texts(done.card)
    await town.deliver()


async def opens(town: Anytown) -> Dialog:
    """The challenger, from the news to the challenge: it stands behind its one button."""
    home = await town.rae.open(town.teams.last(town.rae.chat), said("news-button"))
    assert WHAT not in texts(home.card)
    return await (await home.press(said("quiet-button"))).press(said("button-open"))


async def not_settled(town: Anytown, why: str) -> None:
    """The challenger read that answer, and says that it doesn't settle it."""
    page = await opens(town)
    assert why in texts(page.card)
    await page.press(said("button-unsettled"))
    await town.deliver()


@pytest.mark.parametrize("how", ["anonymous", "confidence"])
async def test_from_a_typed_word_up_the_ladder_to_settled(town: Anytown, how: str) -> None:
    await challenges(town, how)
    await answers(town, town.lee, "keep", "It stays.")
    await not_settled(town, "It stays.")
    await answers(town, town.lou, "adapt", "See them first.")
    await not_settled(town, "See them first.")

    adopted = await town.lou.open(town.teams.last(town.lou.chat), said("button-adopt"))
    assert said("adopted-now") in texts(adopted.card)
    assert (RAE in texts(adopted.card)) is (how == "confidence")
    await town.deliver()
    await answers(town, town.lee, "change", "We see them on Friday.")
    page = await opens(town)
    assert "We see them on Friday." in texts(page.card)
    assert said("settled-done") in texts((await page.press(said("button-settled"))).card)
    await town.deliver()
    assert await town.core.keyring.refs() == set()
    assert said("card-settled") in texts(town.teams.last(town.lee.chat))
    written = repr([sent.activity for sent in town.teams.sent])
    assert WHAT not in written
    assert RAE not in written


async def test_back_by_a_code_alone(town: Anytown) -> None:
    sent = await challenges(town, "anonymous", "receipt")
    (code,) = set(CODE.findall(texts(sent.card)))
    await answers(town, town.lee, "keep", "It stays.")
    assert code not in repr([sent.activity for sent in town.teams.sent])
    form = await opened(town.lou, "receipt", said("teams-open-receipt"))
    page = await form.press(said("receipt-submit"), code=code.lower().replace("-", " "))
    assert "It stays." in texts(page.card)
    await page.press(said("button-settled"))
    await town.deliver()
    again = await form.press(said("receipt-submit"), code=code)
    assert said("receipt-nothing") in texts(again.card)
