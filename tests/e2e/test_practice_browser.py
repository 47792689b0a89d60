"""Practising alone on a phone, in Chromium: to the end of a scenario, and nothing in an address."""

from collections.abc import Mapping

import pytest
from playwright.async_api import Browser, Page

from handlers.shared.scenarios.pack import shipped
from prompts.words import say, speak
from tests.e2e.demo import LANGUAGES
from tests.e2e.phone import PHONE
from tests.peers.browser import axe, follow, overhang

pytestmark = pytest.mark.browser
OWN = "Hang on, what did she say herself?"


async def _looked_at(page: Page) -> None:
    wide = await overhang(page)
    assert wide <= 0, page.url
    for scheme in ("light", "dark"):
        await page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        assert await axe(page) == [], (page.url, scheme)


async def _says(page: Page, answer: str) -> str:
    await page.get_by_label(answer, exact=True).check()
    await follow(page.locator("form.main .primary"))
    return await page.locator("main").inner_text()


async def _is_read_in_both(page: Page, language: str, own: str, then: Mapping[str, str]) -> None:
    """What was shown is shown in the other language, and in the first one again."""
    other = "en" if language == "cy" else "cy"
    for tongue in (other, language):
        await follow(page.locator(f".tongue button[value={tongue}]"))
        read = await page.locator("main").inner_text()
        assert own in read
        assert then[tongue] in read


@pytest.mark.parametrize("language", LANGUAGES)
async def test_somebody_practises_to_the_end(browser: Browser, address: str, language: str) -> None:
    scenario = shipped()[0]
    first, second = scenario.steps
    context = await browser.new_context(viewport=PHONE)
    page = await context.new_page()
    await page.goto(f"{address}/as/sian-morgan" if language == "cy" else f"{address}/as/tom-barker")
    await follow(page.get_by_role("link", name=speak(say("practice-button"), language)).first)
    await _looked_at(page)
    await page.get_by_label(scenario.title[language], exact=True).check()
    await follow(page.locator("form.main .primary"))
    await _looked_at(page)
    await follow(page.locator("form.main .primary"))  # nothing chosen
    assert speak(say("missing-say"), language) in await page.locator(".summary").inner_text()
    assert await page.locator("textarea").is_hidden()
    own = speak(say("practice-own-option"), language)
    await page.get_by_label(own, exact=True).check()
    await page.locator("textarea").fill(OWN)
    shown = await _says(page, own)
    assert OWN in shown
    assert first.answers[0].then[language] in shown
    await _looked_at(page)
    await _is_read_in_both(page, language, OWN, first.answers[0].then)
    await follow(page.get_by_role("button", name=speak(say("practice-on-button"), language)))
    assert scenario.remember[language] in await _says(page, second.answers[0].says[language])
    await _looked_at(page)
    # Neither where they are nor what they said stands in the browser's history.
    assert scenario.id not in page.url
    assert "?" not in page.url
    await context.close()
