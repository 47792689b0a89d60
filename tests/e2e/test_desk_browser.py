"""What waits for a lead in Chromium, wide and narrow: nothing keeps anybody out, day or night."""

import pytest
from playwright.async_api import Browser, Page, ViewportSize

from prompts.words import say, speak
from tests.core.anytown import CONCERN
from tests.e2e.demo import LANGUAGES
from tests.e2e.phone import PHONE
from tests.peers.browser import axe, follow, overhang

pytestmark = pytest.mark.browser
DESK = ViewportSize(width=1280, height=800)
HOME = "as/grace-okafor"


async def _raised(page: Page, address: str, number: int, danger: str) -> None:
    sent = {**CONCERN, "danger": danger, "release": "now", "_token": f"t{number}" * 11}
    told = await page.request.post(
        f"{address}/as/leila-haddad/do/concern.send",
        form={name: str(value) for name, value in sent.items()},
        headers={"origin": address},
    )
    assert told.ok


async def _looked_at(page: Page) -> None:
    wide = await overhang(page)
    assert wide <= 0, page.url
    for scheme in ("light", "dark"):
        await page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        assert await axe(page) == [], (page.url, scheme)


async def _is_read_in_forced_colours(page: Page) -> None:
    """Otherwise the browser draws a plate of the page's colour behind words of another's."""
    await page.emulate_media(forced_colors="active")
    chosen = page.locator(".counts [aria-current]").first
    assert await chosen.evaluate("at => getComputedStyle(at).forcedColorAdjust") == "none"
    await page.emulate_media(forced_colors="none")


async def _narrowed(page: Page) -> None:
    """Only what is in danger, at an address that can be kept."""
    narrow = page.locator(".asides details")
    await narrow.first.locator("summary").click()
    await narrow.nth(1).locator("summary").click()
    await _looked_at(page)
    await narrow.first.locator("select[name=late]").select_option("danger")
    async with page.expect_navigation():
        await narrow.first.locator("button").click()
    assert "late=danger" in page.url
    assert await page.locator(".lines a").count() == 1
    await _looked_at(page)
    await page.reload()
    assert await page.locator(".lines a").count() == 1


async def _found(page: Page) -> None:
    """By a reference, which stands in no address."""
    await page.locator(".asides details").nth(1).locator("summary").click()
    await page.locator("input[name=reference]").fill("case 17")
    async with page.expect_navigation():
        await page.keyboard.press("Enter")
    assert "case" not in page.url.lower()
    assert await page.locator(".lines a").count() == 3
    await _looked_at(page)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_lead_reaches_danger_first_and_finds_a_reference(
    browser: Browser, address: str, language: str
) -> None:
    context = await browser.new_context(viewport=DESK)
    page = await context.new_page()
    for number, danger in enumerate(("no", "no", "yes")):
        await _raised(page, address, number, danger)
    await page.goto(f"{address}/{HOME}")
    if language != "en":
        await follow(page.get_by_role("button", name="Cymraeg", exact=True))
    for size in (DESK, PHONE):
        await page.set_viewport_size(size)
        await page.goto(f"{address}/{HOME}")
        first = page.locator(".lines li").first
        assert speak(say("desk-danger"), language) in await first.inner_text()
        below = await first.evaluate("element => element.getBoundingClientRect().top")
        assert below < 2 * size["height"]
        assert await page.locator(".lines a").count() == 3
        await _looked_at(page)
        await _is_read_in_forced_colours(page)
        await _narrowed(page)
        await _found(page)
    await context.close()
