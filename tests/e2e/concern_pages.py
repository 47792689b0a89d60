"""A concern on the web pages, as whoever raises it answers its form."""

from tests.e2e.demo import Window

CARE = "childrens-social-care"


async def answers_concern(
    here: Window, words: str, danger: str, how: str, agency: str = CARE
) -> None:
    """Fills in what has no good answer yet: what, whether in danger, about what, before whom."""
    page = here.page
    await page.get_by_label(here.words(f"danger-{danger}"), exact=True).check()
    await page.locator("select[name=topic]").select_option("threshold")
    await page.locator("#change_where").check()
    await page.locator("select[name=agency]").select_option(agency)
    await page.locator("textarea").fill(words)
    await page.get_by_label(here.words(f"how-{how}"), exact=True).check()


async def raises_by_name(here: Window, words: str, danger: str, agency: str = CARE) -> None:
    """From the own page on; what is pointed out is sent as it is."""
    await here.press("concern-button")
    await answers_concern(here, words, danger, "named", agency)
    await here.press("concern-submit")
    if await here.page.locator("[name=anyway]").count():
        await here.page.locator("[name=anyway]").check()
        await here.press("concern-submit")
