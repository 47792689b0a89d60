"""A referral in Chromium, by keyboard alone, with the demo's clock moved on."""

from datetime import UTC, datetime

import pytest
from playwright.async_api import Browser

from tests.e2e.demo import LANGUAGES, Inspector, StillClock, Window, serving, window
from tests.e2e.referral_pages import (
    LEAD,
    MANAGER,
    OWNER,
    REFERRER,
    asks_again_on,
    does,
    goes_home,
    opens,
    records,
    subject_of,
    waits,
)
from tests.peers.browser import overhang

MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
BEFORE_CHRISTMAS = datetime(2026, 12, 23, 16, 0, tzinfo=UTC)
HALF = "We have seen one of them."
ALL = "We have seen both, and we assess."
FORMS = ("done", "later", "notmine")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_from_recording_to_heard_back(browser: Browser, language: str) -> None:
    async with (
        serving(StillClock(MONDAY)) as address,
        window(browser, address, REFERRER, language) as referrer,
        window(browser, address, OWNER, language) as owner,
        window(browser, address, MANAGER, language) as manager,
    ):
        await records(referrer, "referral-decision", "Amina Yusuf")
        await goes_home(referrer, "referred-title")
        await opens(referrer, referrer.words("referral-state-asked", name="Amina Yusuf"))

        await goes_home(owner, "web-something-new", "waiting-title")
        await owner.press("button-open")
        await owner.press("button-mine")
        await owner.reads(owner.words("referral-yours"), "Leila Haddad")
        await opens(referrer, referrer.words("referral-state-picked", name="Amina Yusuf"))
        await opens(owner)
        await does(owner, "part", HALF)
        await goes_home(owner, "referral-is-done", "waiting-none")

        await goes_home(referrer, "web-something-new")
        await referrer.reads(referrer.words("referral-came-of-it", name="Amina Yusuf"))
        await opens(referrer, HALF)
        await referrer.press("button-further")
        await referrer.reads(referrer.words("referral-further"))
        await opens(manager, HALF)
        await does(manager, "done", ALL)
        await opens(referrer, HALF, ALL)
        await referrer.press("button-heard")
        await referrer.reads(referrer.words("referral-closed"))
        await goes_home(referrer)
        assert referrer.words("referred-title") not in await referrer.page.content()
        await goes_home(manager, "waiting-none")


async def test_nobody_owns_it_and_it_goes_up_three_stages(browser: Browser) -> None:
    async with (
        serving(StillClock(MONDAY)) as address,
        window(browser, address, REFERRER, "en", mouse=True) as referrer,
        window(browser, address, "mei-chen", "en", mouse=True) as lead,
        window(browser, address, "fiona-grant", "en", mouse=True) as manager,
        window(browser, address, MANAGER, "en", mouse=True) as chair,
    ):
        await records(referrer, "referral-decision", agency="health-trust")
        await goes_home(lead, "waiting-title", "desk-unassigned")
        await opens(lead, lead.words("referral-state-open"))
        for stage, asked in ((1, manager), (2, manager), (3, chair)):
            up = asked.words("referral-state-up", asked=stage)
            await waits(asked, up)
            await opens(asked, up)
            await opens(referrer, up)
        await chair.press("button-mine")
        await chair.reads(chair.words("referral-yours"))
        await goes_home(referrer)
        await referrer.reads(referrer.words("referral-taken", name="Ruth Ellison"))
        for told in (lead, manager):
            await opens(told, told.words("referral-state-picked", name="Ruth Ellison"))


async def test_taken_and_forgotten_it_is_nobodys_again(browser: Browser) -> None:
    async with (
        serving(StillClock(MONDAY)) as address,
        window(browser, address, REFERRER, "en", mouse=True) as referrer,
        window(browser, address, OWNER, "en", mouse=True) as owner,
        window(browser, address, LEAD, "en", mouse=True) as lead,
    ):
        await records(referrer, "information", "Amina Yusuf")
        await owner.press("web-home")
        await owner.press("button-open")
        await owner.press("button-mine")
        await goes_home(lead, "waiting-none")
        await waits(lead, lead.words("desk-unassigned"))
        await goes_home(lead, "waiting-title", "desk-unassigned")
        lapsed = "Amina Yusuf had taken it, but there was no news since"
        for told in (lead, referrer, owner):
            await opens(told, lapsed, told.words("referral-state-open"))
        assert await owner.page.get_by_role("button", name=owner.words("button-mine")).count() == 0
        await lead.press("button-mine")
        await goes_home(referrer)
        await referrer.reads(referrer.words("referral-taken", name="Grace Okafor"))


async def test_put_off_over_christmas_it_is_asked_again_in_the_new_year(
    browser: Browser,
) -> None:
    async with (
        serving(StillClock(BEFORE_CHRISTMAS)) as address,
        window(browser, address, REFERRER, "en", mouse=True) as referrer,
        window(browser, address, OWNER, "en", mouse=True) as owner,
        window(browser, address, "kofi-mensah", "en", mouse=True) as police,  # they work every day
    ):
        await records(referrer, "information", "Amina Yusuf")
        await owner.press("web-home")
        await owner.press("button-open")
        await owner.press("button-mine")
        await asks_again_on(owner, "tomorrow")
        await owner.reads("4 January 2027", "08:30")
        while "2027-01-03" not in await police.time():
            await police.move_clock("web-to-day")
        await goes_home(owner)
        assert await owner.page.locator(".new").count() == 0
        await owner.move_clock("web-to-day")
        assert "2027-01-04T08:30" in await owner.time()
        await owner.reads(owner.words("web-something-new"))
        await opens(owner)


async def test_nothing_on_the_pages_keeps_anybody_out(browser: Browser) -> None:
    inspector = Inspector()

    async def look(here: Window) -> None:
        await inspector.look(here)
        wide = await overhang(here.page)
        inspector.found.extend([f"{here.page.url} is too wide"] if wide > 0 else [])

    async with (
        serving(StillClock(MONDAY)) as address,
        window(browser, address, REFERRER, "en", after=look, mouse=True) as referrer,
        window(browser, address, OWNER, "en", after=look, mouse=True) as owner,
    ):
        await owner.page.set_viewport_size({"width": 360, "height": 740})
        await referrer.press("referral-button")
        await referrer.press("referral-submit")
        await referrer.reads(referrer.words("web-problem"))
        await referrer.press("web-home")
        await records(referrer, "referral-decision", "Amina Yusuf")
        await opens(referrer)
        await opens(owner)
        await owner.press("button-mine")
        for form in FORMS:
            await owner.go(f"{address}/as/{OWNER}/do/referral.{form}?{subject_of(referrer)}")
            await owner.reads(owner.words(f"referral-{form}-submit"))
        inspector.seen.clear()
        await owner.page.emulate_media(color_scheme="dark")
        for path in ("", "/do/referral", f"/do/referral.open?{subject_of(referrer)}"):
            await owner.go(f"{address}/as/{OWNER}{path}")
    assert inspector.found == []
