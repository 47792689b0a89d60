"""Help me say it in Chromium, on a phone: two presses, by keyboard, with or without scripts."""

import pytest
from playwright.async_api import Browser, Page

from tests.e2e.demo import Window, window
from tests.e2e.phone import PHONE
from tests.peers.browser import axe, overhang

pytestmark = pytest.mark.browser
OWN = {"en": "In Anytown we agreed", "cy": "Yn Anytown fe gytunwyd"}
BLAMING = {"en": "She puts herself at risk.", "cy": "Mae hi'n rhoi ei hun mewn perygl."}


async def _looked_at(page: Page, scripts: bool) -> None:
    assert await overhang(page) <= 0
    if scripts:
        for scheme in ("light", "dark"):
            await page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            assert await axe(page) == [], scheme


async def _two_presses(here: Window, scripts: bool) -> None:
    page, box = here.page, here.page.locator("textarea[name=what]")
    await box.fill("Mine.")
    await page.locator("select[name=topic]").select_option("closure")
    await page.get_by_label(here.words("how-named"), exact=True).check()
    await page.locator("button[name=_help]").first.focus()
    async with page.expect_navigation():
        await page.keyboard.press("Enter")
    assert await page.evaluate("document.activeElement.id") == "what-suggested"
    await _looked_at(page, scripts)
    first = page.locator(".suggestion").first
    words = await first.inner_text()
    assert words.startswith(OWN[here.language])
    async with page.expect_navigation():
        await first.press("Enter")
    assert await box.input_value() == f"Mine.\n\n{words}"
    assert await page.evaluate("document.activeElement.name") == "what"
    assert await page.locator("select[name=topic]").input_value() == "closure"


async def _hinted(here: Window, scripts: bool) -> None:
    """Words that wound come back once, with a hint; sent again they are sent."""
    page = here.page
    for label in ("danger-no", "how-named"):
        await page.get_by_label(here.words(label), exact=True).check()
    await page.locator("textarea[name=what]").fill(BLAMING[here.language])
    for _ in range(2):
        async with page.expect_navigation():
            await page.locator("form.main .button.primary").click()
        if await page.locator("form.main").count():
            await _looked_at(page, scripts)
            await page.get_by_label(here.words("wording-label"), exact=True).check()
    await here.reads(here.words("concern-sent-title"))


@pytest.mark.parametrize(("language", "scripts"), [("en", False), ("cy", True)])
async def test_two_presses_put_words_into_the_box_and_a_hint_is_no_block(
    browser: Browser, address: str, language: str, scripts: bool
) -> None:
    async with window(browser, address, "leila-haddad", language, script=scripts) as here:
        await here.page.set_viewport_size(PHONE)
        await here.page.goto(f"{address}/as/leila-haddad/do/concern")
        await _two_presses(here, scripts)
        await _hinted(here, scripts)
