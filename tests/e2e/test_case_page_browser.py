"""The page of a case in Chromium: notes, news, who did what; on paper the case and no buttons."""

import pytest
from playwright.async_api import Browser, Page

from tests.e2e.demo import LANGUAGES, Inspector, Window, window
from tests.e2e.test_demo_browser import LEAD, OTHER, RAISER, TEXT, pick_up, raise_concern

NOTE = "I asked the school to keep their diary."
NEWS = "We are still on it, and see the family on Friday."

# Whatever can be pressed or typed into and would be printed, and words too pale for white paper.
_PRESSED = """() => [...document.querySelectorAll("main a, button, input, textarea, nav a, footer")]
  .filter(part => part.checkVisibility()).map(part => part.textContent)"""
_PALE = """() => [...document.querySelectorAll("main *")].filter(part => part.checkVisibility())
  .map(part => getComputedStyle(part).color.match(/[0-9]+/g).slice(0, 3).map(Number))
  .filter(color => Math.max(...color) > 170)"""


async def _noted(here: Window) -> None:
    await here.press("button-note")
    await here.reads(here.words("note-hint"))
    await here.write("text", NOTE)
    await here.press("note-submit")
    await here.reads(here.words("note-done"))
    await here.press("button-back-to-case")


async def _on_paper(page: Page) -> None:
    await page.emulate_media(media="print", color_scheme="dark")
    assert await page.evaluate(_PRESSED) == []
    assert await page.evaluate(_PALE) == []
    shown = await page.locator("main").inner_text()
    assert [words for words in (TEXT, NOTE, NEWS) if words not in shown] == []
    assert len(await page.pdf(format="A4")) > 1000
    await page.emulate_media(media="screen", color_scheme="light")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_lead_notes_tells_the_news_and_prints_the_case(
    browser: Browser, address: str, language: str
) -> None:
    inspector = Inspector()
    async with (
        window(browser, address, RAISER, language) as raiser,
        window(browser, address, LEAD, language, after=inspector.look) as lead,
        window(browser, address, OTHER, language) as other,
    ):
        await raise_concern(raiser, "named")
        await pick_up(lead, "named")
        await _noted(lead)
        await lead.reads(NOTE, "Grace Okafor", lead.words("timeline-title"))
        await lead.press("button-update")
        await lead.reads(TEXT)  # what they answer is in sight
        await lead.write("text", NEWS)
        await lead.press("update-submit")
        await lead.press("button-back-to-case")
        await lead.reads(lead.words("done-news"), NEWS)
        await lead.reads(lead.words("fact-code"), lead.words("web-print"))
        await _on_paper(lead.page)
        await lead.page.set_viewport_size({"width": 360, "height": 740})
        wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        assert not await lead.page.evaluate(wide)

        await other.press("web-home")
        await other.press("button-open")
        await other.reads(NOTE, NEWS)
        await raiser.press("web-home")
        await raiser.press("button-open")
        await raiser.reads(NEWS)
        assert NOTE not in await raiser.page.content()
    assert inspector.found == []
