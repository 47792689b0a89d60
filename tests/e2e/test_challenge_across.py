"""One challenge on three platforms: from Slack, to its owner in Teams, to a reader on the web."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from tests.privacy.challenging import CODE
from tests.privacy.hands import ORIGIN
from tests.privacy.people import CHALLENGERS, COLLEAGUES, LEADS, OWNERS, REVIEWERS, Someone
from tests.privacy.receipt_holders import Page, passes
from tests.privacy.world import World, world

CHALLENGER = CHALLENGERS["diverted"]
OWNER, READER, ADOPTER = OWNERS["teams"], REVIEWERS["web"], LEADS["teams"][0]
SOMEBODY = next(who for who in COLLEAGUES if who.platform == "teams")
WHAT = "Two visits found nobody at home."
STAYS, ADAPT, CHANGE = "It stays: nobody was in.", "Go once more.", "We go again on Friday."
TOLD = {
    "danger": "no",
    "decision": "Ending the visits",
    "agency": "police",
    "owner": OWNER.name,
    "topic": "evidence-missed",
    "what": WHAT,
    "ask": "go once more",
    "level": "challenge",
    "release": "soon",
    "anyway": "yes",
}
SOON = timedelta(minutes=21)


async def challenged(here: World, how: str, replies: str = "chat") -> tuple[str, str]:
    """Somebody in Slack challenges a decision; gives the thread, and the last page they saw."""
    told = {**TOLD, "how": how, "replies": replies}
    await here.does(CHALLENGER, "challenge", **told)
    sent = await here.hand(CHALLENGER).fill(told)
    await here.later(SOON)
    card = here.hand(OWNER).messages()[-1]
    assert "is challenged" in card
    assert WHAT not in card
    return here.hand(OWNER).subject(card, "challenge.open"), sent


async def answers(here: World, by: Someone, thread: str, verdict: str, why: str) -> None:
    """Whoever is asked reads both sides, and answers; nothing says whose challenge it is."""
    page = await here.does(by, "challenge.open", thread)
    assert WHAT in page
    assert not [mark for mark in CHALLENGER.marks if mark in page]
    await here.does(by, "challenge.answer", thread, verdict=verdict, text=why)
    await here.later(SOON)


async def not_settled(here: World, thread: str, why: str) -> None:
    """The challenger finds the answer in Slack, and says that it doesn't settle it."""
    mine = await here.does(CHALLENGER, "mine.quiet")
    assert here.hand(CHALLENGER).subject(mine, "mine.open") == thread
    assert why in await here.does(CHALLENGER, "mine.open", thread)
    await here.does(CHALLENGER, "mine.unsettled", thread)
    await here.later(SOON)


@pytest.mark.parametrize("how", ["anonymous", "confidence"])
async def test_from_slack_to_teams_to_the_web_to_a_lead_and_settled(
    tmp_path: Path, how: str
) -> None:
    async with world(tmp_path, {}) as here:
        thread, _ = await challenged(here, how)
        await answers(here, OWNER, thread, "keep", STAYS)
        await not_settled(here, thread, STAYS)
        assert STAYS in await here.does(READER, "challenge.open", thread)
        await answers(here, READER, thread, "adapt", ADAPT)
        await not_settled(here, thread, ADAPT)

        await here.does(ADOPTER, "challenge.adopt", thread)
        await here.later(SOON)
        learned = CHALLENGER.name in await here.does(ADOPTER, "challenge.open", thread)
        assert learned is (how == "confidence")
        assert ADOPTER.name in await here.does(CHALLENGER, "mine.open", thread)
        await answers(here, OWNER, thread, "change", CHANGE)
        assert CHANGE in await here.does(CHALLENGER, "mine.open", thread)
        await here.does(CHALLENGER, "mine.settled", thread)
        await here.later(SOON)
        assert await here.core.keyring.refs() == set()
        assert "it is settled" in here.hand(OWNER).messages()[-1]


async def test_a_code_from_slack_is_redeemed_in_teams_and_on_the_page(tmp_path: Path) -> None:
    async with world(tmp_path, {}) as here:
        thread, sent = await challenged(here, "anonymous", "receipt")
        (code,) = set(CODE.findall(sent))
        assert not [m for m in here.hand(CHALLENGER).messages() if code in m]
        await answers(here, OWNER, thread, "keep", STAYS)

        # In Teams, where whoever types it has another account.
        page = await here.does(SOMEBODY, "receipt", code=code)
        assert STAYS in page
        shown = here.hand(SOMEBODY).subject(page, "mine.unsettled")
        assert thread not in page
        await here.does(SOMEBODY, "mine.unsettled", shown)
        await here.later(SOON)
        await answers(here, READER, thread, "change", CHANGE)

        # On the page, with no account at all.
        async with private_window(here) as private:
            opened = await private.types(code.lower())
            assert CHANGE in opened.text
            assert "It closes soon" in (await private.does("mine.settled", passes(opened)[0])).text
            await here.later(SOON)
            assert "opens nothing" in (await private.types(code)).text
        assert "opens nothing" in await here.does(SOMEBODY, "receipt", code=code)


@asynccontextmanager
async def private_window(here: World) -> AsyncIterator[Page]:
    """A browser that has never been here, at the page of codes."""
    transport = httpx.ASGITransport(app=here.app)
    async with httpx.AsyncClient(
        transport=transport, base_url=ORIGIN, headers={"origin": ORIGIN}
    ) as browser:
        yield Page(browser)
        assert not browser.cookies
