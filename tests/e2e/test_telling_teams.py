"""What comes again, and a story that is told with its raiser's yes, in Teams alone."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.e2e.passing import monday
from tests.e2e.teams_town import Anytown, anytown, opened, said, school
from tests.e2e.telling import ANSWER, DID, HOME, NAMING, SAID, WHAT, quarter_passes
from tests.peers.teams_person import Dialog, Person, texts


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Anytown]:
    async with anytown(tmp_path, school(), monday()) as town:
        yield town


async def _raised(town: Anytown, who: Person) -> None:
    form = await opened(who, "concern", said("concern-button"))
    asked = {"danger": "no", "topic": "delay", "agency": "school", "what": WHAT}
    page = await form.press(said("concern-submit"), **asked, how="named", reference=HOME)
    assert said("concern-sent-title") in texts(page.card)
    await town.deliver()


async def _page_of_it(town: Anytown) -> Dialog:
    """Lee takes it from the card, and opens it."""
    await town.lee.press(town.teams.last(town.lee.chat), said("button-pick"))
    await town.deliver()
    return await town.lee.open(town.teams.last(town.lee.chat), said("button-open"))


async def _own_page(town: Anytown) -> Dialog:
    home = await opened(town.rae, "mine", said("teams-open-mine"))
    return await home.press(said("button-open"))


async def test_a_pattern_is_seen_and_its_story_told(town: Anytown) -> None:
    await _raised(town, town.lou)
    await _raised(town, town.rae)
    page = await _page_of_it(town)
    tagged = await (await page.press(said("button-tag"))).press(said("tag-submit"), word="visits")
    themes = await tagged.press(said("themes-button"))
    assert f"{HOME}: 2" in texts(themes.card)
    assert said("themes-line", theme="visits", count="1") in texts(themes.card)
    assert WHAT not in texts(themes.card)

    asked = await page.press(said("button-close"))
    await asked.press(said("close-submit"), outcome="acted", text=ANSWER, tell="yes")
    await town.deliver()
    yes = await (await _own_page(town)).press(said("button-story-yes"))
    assert said("story-noted-yes") in texts(yes.card)

    stories = await opened(town.lee, "story", said("story-button"))
    form = await stories.press(said("button-story-write"))
    again = await form.press(said("story-submit"), said=NAMING, did=DID)
    assert said("story-names-it", words=f"“{HOME}”") in texts(again.card)
    kept = await again.press(said("story-submit"), said=SAID, did=DID)
    assert said("story-kept") in texts(kept.card)

    await quarter_passes(town.core)
    leaders = texts((await opened(town.rae, "leaders", said("leaders-button"))).card)
    assert SAID in leaders
    assert DID in leaders
    assert HOME not in leaders
