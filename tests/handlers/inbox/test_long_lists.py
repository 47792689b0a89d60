"""Two hundred referrals wait: the most pressing stand first, and everything can be reached."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack.render.surfaces import VIEW_BLOCKS, home, modal
from bot.teams.render.cards import MOST as TEAMS_MOST
from bot.teams.render.cards import dialog
from bot.teams.render.text import weight
from handlers.contract.people import Event
from handlers.inbox.lists import MOST, shares
from prompts.shapes import Form
from prompts.words import LANGUAGES, speak
from tests.conftest import Stores
from tests.core.anytown import Page, Town, anytown
from tests.render.slack_limits import problems

REFERRAL = {
    "kind": "other", "agency": "childrens-social-care", "what": "A decision, please.",
    "owner": "Amina Yusuf", "role": "lead", "anyway": "yes",
}  # fmt: skip


async def _refers(town: Town, number: int, **more: str) -> None:
    """The later a referral is recorded here, the sooner it is due."""
    due = (town.clock.now() + timedelta(days=400 - number)).date().isoformat()
    told = {**REFERRAL, "reference": f"CASE-{number:03}", "due": due, **more}
    (await (await town.does("leila", "referral")).fills(told)).sees("Recorded")


def _listed(form: Form) -> list[str]:
    titles = [speak(section.title, "en") for section in form.sections]
    return [title.split()[1].rstrip(",") for title in titles if title.startswith("Referral ")]


def _fits(form: Form) -> None:
    for language in LANGUAGES:
        for view in (home(form, language), modal(form, language, Event("mine"))):
            assert problems(view) == []
            assert len(view["blocks"]) < VIEW_BLOCKS  # nothing was left out to make it fit
        assert weight(dialog(form, language)) < TEAMS_MOST


async def _all(page: Page) -> list[str]:
    """Every reference, as somebody finds them who goes on to the next page until there is none."""
    _fits(page.form)
    found = _listed(page.form)
    while "See the next ones" in page.pressable:
        page = await page.presses("See the next ones")
        _fits(page.form)
        found += _listed(page.form)
    return found


async def test_of_two_hundred_the_first_that_is_due_stands_first_and_none_is_lost(
    sqlite_stores: Stores, tmp_path: Path
) -> None:
    async with anytown(sqlite_stores, tmp_path / "data") as town:
        for number in range(200):
            await _refers(town, number)
        page = await town.does("amina", "mine")
        page.sees("Waiting for me", "All: 200", "1 to 20 of 200")
        assert await _all(page) == [f"CASE-{number:03}" for number in reversed(range(200))]


async def test_a_list_as_long_as_can_be_leaves_the_others_their_room(town: Town) -> None:
    for number in range(MOST + 5):
        await _refers(town, number, owner="")
    await town.raises("grace", danger="yes")
    page = await town.does("grace", "mine")
    _fits(page.form)
    page.sees("Waiting for me", f"Unassigned: {MOST + 5}", "Raised by name")
    assert page.pressable.count("See the next ones") == 1
    assert "mine.open" in [b.verb for section in page.form.sections for b in section.buttons]


async def test_a_concern_stands_above_every_referral(town: Town) -> None:
    for number in range(MOST + 5):
        await _refers(town, number, owner="Grace Okafor")
    await town.raises("leila")
    page = await town.does("grace", "mine")
    lines = [section for section in page.form.sections if section.look == "line"]
    verbs = [b.verb for section in lines for b in section.buttons]
    assert verbs[0] == "thread.open"


@pytest.mark.parametrize(
    "subject", ["", "waiting", "waiting-", "raised-x", "other-20", "raised-99"]
)
async def test_a_page_that_is_not_there_any_more_is_the_first(town: Town, subject: str) -> None:
    (await town.does("amina", "mine.more", subject)).sees("My concerns", "Waiting for me")


@given(st.lists(st.integers(0, 300), max_size=5), st.integers(0, 40))
def test_room_is_shared_and_none_is_wasted(counts: list[int], most: int) -> None:
    given_ = shares(counts, most)
    assert sum(given_) == min(most, sum(counts))
    assert all(got <= count for got, count in zip(given_, counts, strict=True))
    cut = [got for got, count in zip(given_, counts, strict=True) if got < count]
    assert all(got <= least + 1 for least in cut for got in given_)
