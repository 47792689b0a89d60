"""A second opinion in Teams alone: asked, answered alone, shown to all at once, and decided."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.e2e.partnerships import following
from tests.e2e.passing import monday
from tests.e2e.teams_town import Anytown, anytown, opened, said, school
from tests.peers.teams_person import Person, texts

QUESTION, VIEW = "Is three weeks without a visit reason enough?", "Quietly, I think so."
ASKED = {
    "danger": "no", "what": QUESTION, "proposal": "We wait.",
    "view": VIEW, "soon": "day", "wanted": "2",
    "agency": "any", "role": "lead", "how": "named",
}  # fmt: skip


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Anytown]:
    async with anytown(tmp_path, following(school()), monday()) as town:
        yield town


async def asks(town: Anytown) -> None:
    """The typed word, the form, what is missing, and then all of it."""
    form = await opened(town.rae, "second-opinion", said("teams-open-second-opinion"))
    again = await form.press(said("opinion-submit"), **{**ASKED, "what": "  "})
    assert said("missing-question") in texts(again.card)
    sent = await again.press(said("opinion-submit"), what=QUESTION)
    assert said("opinion-sent-title") in texts(sent.card)
    await town.deliver()


async def answers(town: Anytown, who: Person, verdict: str, why: str) -> None:
    """From the card to the answer, without the asker's own view or anybody else's."""
    card = town.teams.last(who.chat)
    assert QUESTION not in texts(card)
    page = await who.open(card, said("button-open"))
    assert said("opinion-alone") in texts(page.card)
    for hidden in (VIEW, "It is the rule here."):
        assert hidden not in texts(page.card)
    form = await page.press(said("button-opinion"))
    again = await form.press(said("opining-submit"), verdict=verdict, text="  ")
    assert said("missing-text") in texts(again.card)
    done = await again.press(said("opining-submit"), text=why)
    assert said("opining-done") in texts(done.card)
    await town.deliver()


async def test_each_answers_alone_and_everything_is_shown_at_once(town: Anytown) -> None:
    await asks(town)
    await answers(town, town.lee, "agree", "It is the rule here.")
    assert said("opinion-given-note") in texts(town.teams.last(town.lee.chat))
    await answers(town, town.lou, "disagree", "Not by itself.")
    for who in (town.lee, town.lou):
        page = await who.open(town.teams.last(who.chat), said("button-open"))
        assert said("opinion-differ") in texts(page.card)
        assert "It is the rule here." in texts(page.card)
        assert "Not by itself." in texts(page.card)
    home = await town.rae.open(town.teams.last(town.rae.chat), said("news-button"))
    assert said("second-opinion-state-answered") in texts(home.card)
    mine = await home.press(said("button-open"))
    assert "Not by itself." in texts(mine.card)
    form = await mine.press(said("button-decide"))
    await form.press(said("deciding-submit"), text="It stays open.", why="Unseen.")
    await town.deliver()
    page = await town.lee.open(town.teams.last(town.lee.chat), said("button-open"))
    assert "It stays open." in texts(page.card)
    written = repr([sent.activity for sent in town.teams.sent])
    for content in (QUESTION, VIEW, "It is the rule here.", "It stays open."):
        assert content not in written
