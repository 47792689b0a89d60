"""Forms in Chromium: nothing typed is lost; what has a good answer opens by keyboard and touch."""

import pytest
from playwright.async_api import Browser, Page

from tests.e2e.demo import window
from tests.e2e.phone import PHONE
from tests.peers.browser import axe, follow

pytestmark = pytest.mark.browser
RAISER = "leila-haddad"
TYPED = "The meeting ended before the health visitor could speak."
FINGER = 44
"""Pixels that a finger needs."""
KEPT = "() => Object.keys(sessionStorage)"


async def _is_all_there(page: Page) -> None:
    assert await page.locator("#what").input_value() == TYPED
    assert await page.locator("#topic").input_value() == "delay"
    for chosen in ("#danger-0", "#how-2", "#release-1"):
        assert await page.locator(chosen).is_checked(), chosen


async def test_nothing_typed_is_lost_until_it_is_sent(browser: Browser, address: str) -> None:
    async with window(browser, address, RAISER, "en") as here:
        page = here.page
        await here.press("concern-button")
        await here.write("what", TYPED)
        await here.choose("danger", "danger-no")
        await here.choose("topic", "topic-delay")
        await here.choose("how", "how-anonymous")
        assert await page.locator("#release-1").is_hidden()
        await here.tick("change_release")
        await here.choose("release", "release-slot")
        left = here.words("web-left", left=f"{2500 - len(TYPED):,}")
        await page.locator(".left", has_text=left).wait_for()

        await page.reload()
        await _is_all_there(page)
        await here.reads(here.words("web-brought"))
        await follow(page.get_by_role("link", name=here.words("web-home")))
        await page.go_back()
        await _is_all_there(page)
        await follow(page.get_by_role("button", name="Cymraeg"))
        assert await page.locator("html").get_attribute("lang") == "cy"
        await _is_all_there(page)
        assert await axe(page) == []

        here.language = "cy"
        await here.press("concern-submit")
        await here.reads(here.words("concern-sent-title"))
        assert await page.evaluate(KEPT) == []


@pytest.mark.parametrize("way", ["web-cancel", "web-anew"])
async def test_whoever_thinks_better_of_it_leaves_nothing(
    browser: Browser, address: str, way: str
) -> None:
    async with window(browser, address, RAISER, "en", mouse=True) as here:
        await here.press("concern-button")
        await here.page.locator("#what").fill(TYPED)
        await here.page.reload()
        assert await here.page.evaluate(KEPT) != []
        await here.press(way)
        assert await here.page.evaluate(KEPT) == []
        await here.go(f"{address}/as/{RAISER}/do/concern")
        assert await here.page.locator("#what").input_value() == ""


@pytest.mark.parametrize("scripts", [True, False])
async def test_by_touch_what_is_folded_opens_and_stays_open(
    browser: Browser, address: str, scripts: bool
) -> None:
    context = await browser.new_context(
        viewport=PHONE, has_touch=True, is_mobile=True, java_script_enabled=scripts
    )
    page = await context.new_page()
    await page.goto(f"{address}/as/{RAISER}/do/concern")
    press = page.locator("#change_where")
    box = await press.bounding_box()
    assert box is not None
    assert box["height"] >= FINGER
    assert await page.locator("#agency").is_hidden()
    await press.tap()
    assert await page.locator("#agency").is_visible()
    assert await press.is_hidden()
    assert await page.locator("#change_where-line").is_hidden()
    await page.locator("#what").fill(TYPED)
    await page.locator("#agency").select_option("police")
    await follow(page.get_by_role("button", name="Cymraeg"), touch=True)
    assert await page.locator("#what").input_value() == TYPED
    assert await page.locator("#agency").input_value() == "police"
    assert await page.locator("#agency").is_visible()
    await context.close()
