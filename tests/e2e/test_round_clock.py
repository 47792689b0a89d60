"""A round's clock in Chromium: it counts down, speaks at few points, and asks nothing of us."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta

import pytest
from playwright.async_api import Browser, Locator, expect

from tests.e2e.demo import LANGUAGES, StillClock, Window, serving, window
from tests.e2e.pausing_pages import CHAIR, MONDAY, TEN, Room, enters

MINUTE = timedelta(minutes=1)


@asynccontextmanager
async def _room(
    browser: Browser, clock: StillClock, language: str, *, script: bool = True
) -> AsyncIterator[Room]:
    async with AsyncExitStack() as stack:
        address = await stack.enter_async_context(serving(clock))
        chair, *others = [
            await stack.enter_async_context(
                window(browser, address, slug, language, script=script, mouse=True)
            )
            for slug in (CHAIR, *TEN[:5])
        ]
        yield Room(address, chair, others)


def _asked(here: Window) -> list[str]:
    """What this window asks of the server from now on."""
    found: list[str] = []
    here.page.on("request", lambda request: found.append(request.url.partition("/do/")[2]))
    return found


def _said(here: Window) -> Locator:
    """What a screen reader is given to say."""
    return here.page.locator(".countdown [role=status]")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_time_left_is_said_and_the_chairs_count_is_looked_at_by_the_minute(
    browser: Browser, language: str
) -> None:
    clock = StillClock(MONDAY)
    async with _room(browser, clock, language) as meeting:
        chair, other = meeting.chair, meeting.people[0]
        for here in (chair, other):
            await here.page.clock.install(time=MONDAY)
            await here.page.clock.pause_at(MONDAY + MINUTE)  # from here on only a test moves it
        await meeting.pauses()
        await meeting.answer(*("comfortable",) * 5)
        await enters(other)
        await other.press("pause-open-button")
        for here in (chair, other):
            await expect(here.page.get_by_role("timer")).to_contain_text("2:00")
            await expect(_said(here)).to_be_empty()
        asked = _asked(chair), _asked(other)

        for here in (chair, other):
            await here.page.clock.run_for(30_000)
            await expect(here.page.get_by_role("timer")).to_contain_text("1:30")
            await expect(_said(here)).to_be_empty()
        count = chair.page.locator("[data-live]")
        await expect(count).to_contain_text(chair.words("pause-answered-few"))
        clock.set(clock.now() + MINUTE)
        for here in (chair, other):
            await here.page.clock.run_for(31_000)
            await expect(_said(here)).to_have_text(here.words("web-minutes-left", minutes=1))
        await expect(count).to_contain_text(chair.words("pause-answered-many", many=5))
        for here in (chair, other):
            await here.page.clock.run_for(70_000)
            await expect(_said(here)).to_have_text(here.words("web-time-up"))
            await expect(_said(here)).not_to_have_class("unseen")
            await here.page.clock.run_for(300_000)
        assert asked[1] == [], "whoever answers tells nobody that they look"
        assert {url.partition("?")[0] for url in asked[0]} == {"pause.chair"}
        assert len(asked[0]) in (1, 2), "once a minute, and not after the round"


async def test_without_scripts_the_page_says_when_it_ends_and_looks_again(
    browser: Browser,
) -> None:
    async with _room(browser, StillClock(MONDAY), "en", script=False) as meeting:
        await meeting.pauses()
        for here in (meeting.chair, meeting.people[0]):
            if here is not meeting.chair:
                await enters(here)
                await here.press("pause-open-button")
            await here.reads("Silent until 10:02:00")
            await expect(here.page.locator(".countdown")).to_be_hidden()
            await here.press("pause-look")
            await here.reads("Silent until 10:02:00")
