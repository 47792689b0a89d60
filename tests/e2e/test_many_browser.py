"""With 250 agencies in Chromium on a phone: a concern for another agency, but not for its lead."""

import pytest
from playwright.async_api import Browser

from bot.cli.demo import COUNTY
from tests.e2e.demo import LANGUAGES, serving
from tests.e2e.phone import PHONE
from tests.peers.browser import axe, follow, overhang

pytestmark = pytest.mark.browser
TALLEST = 8_000
"""Pixels of the longest form at this width; with everybody listed it was 56,733."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scripts", [True, False])
async def test_a_concern_on_a_phone(browser: Browser, language: str, scripts: bool) -> None:
    async with serving(partnership=COUNTY) as address:
        context = await browser.new_context(viewport=PHONE, java_script_enabled=scripts)
        page = await context.new_page()
        await page.goto(f"{address}/?lang={language}")
        await page.locator("select[name=agency]").select_option("yarpole-academy")
        await follow(page.locator("main .primary"))
        await follow(page.locator(".people a").first)
        await page.goto(f"{page.url}/do/concern")
        agency = page.locator("select[name=agency]")
        assert await agency.input_value() == "yarpole-academy"
        assert await page.locator("select[name=agency] option").count() == 250
        await page.locator("#danger-0").check()
        await page.locator("select[name=topic]").select_option("threshold")
        await page.locator("textarea[name=what]").fill("Nobody asked her.")
        await page.locator("#how-0").check()
        await page.locator("#change_where").check()
        await agency.select_option("hillcrest-primary")
        await page.locator("#someone").check()
        await follow(page.locator("form.main .primary"))
        assert await page.locator("input[name=left_out]").count() <= 8
        assert await agency.input_value() == "hillcrest-primary"
        if scripts:
            assert await axe(page) == []
            wide = await overhang(page)
            assert wide <= 0
            assert await page.evaluate("document.documentElement.scrollHeight") < TALLEST
        await page.locator("input[name=left_out]").first.check()
        await follow(page.locator("form.main .primary"))
        assert await page.locator("input[name=left_out]").count() == 0
        await context.close()
