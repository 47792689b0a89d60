"""What the numbers say, in Chromium: wide and on a phone, by day and by night."""

from pathlib import Path
from typing import cast

import pytest
from playwright.async_api import Browser, Page, ViewportSize

from bot.web.frame import Frame, WhoView
from bot.web.render.pages import page as drawn
from handlers.insight.pages import group_page, overview
from prompts.shapes import Form
from storage.repository import Repository
from tests.core.anytown import MONDAY, example
from tests.core.years import year
from tests.e2e.demo import LANGUAGES
from tests.e2e.phone import PHONE
from tests.peers.browser import axe, overhang

pytestmark = pytest.mark.browser
STYLE = (Path(__file__).resolve().parents[2] / "bot/web/static/style.css").read_text("utf-8")


class _Asked:
    """What the overview needs of a transaction."""

    partnership = example()
    now = MONDAY


def pages() -> list[Form]:
    """All numbers, and those of one group with each kind of question."""
    return [
        overview(year(), cast("Repository", _Asked())),
        group_page("concern", year(), example()),
        group_page("stage-2", year(), example()),
    ]


async def show(page: Page, form: Form, language: str) -> None:
    """The page as the web draws it."""
    frame = Frame(language, WhoView("leila-haddad", "Leila Haddad", "School"))
    html = drawn(form, language, frame)
    await page.set_content(html.replace("</head>", f"<style>{STYLE}</style></head>"))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_numbers_and_their_pictures_keep_nobody_out(browser: Browser, language: str) -> None:
    page = await browser.new_page(viewport=ViewportSize(width=1280, height=800))
    for form in pages():
        await show(page, form, language)
        for width in (1280, PHONE["width"]):
            await page.set_viewport_size(ViewportSize(width=width, height=800))
            wide = await overhang(page)
            assert wide <= 0, (form, width)
        for scheme in ("light", "dark"):
            await page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            assert await axe(page) == []
    assert await page.locator("table caption").count() == 3
    assert await page.locator("tbody tr").count() == await page.locator("tbody svg").count() == 6
    await page.close()
