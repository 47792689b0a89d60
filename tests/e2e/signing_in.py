"""Windows at the real server, and how somebody signs in there by a link in a letter."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from playwright.async_api import Browser

from tests.e2e.demo import Inspector, Window
from tests.e2e.served import Served


@asynccontextmanager
async def window(
    browser: Browser, language: str, look: Inspector, *, script: bool = True, wide: int = 1280
) -> AsyncIterator[Window]:
    """A window of somebody whose browser asks for this language."""
    context = await browser.new_context(
        locale=f"{language}-GB", java_script_enabled=script, reduced_motion="reduce",
        viewport={"width": wide, "height": 720},
    )  # fmt: skip
    try:
        after = look.look if script else None
        yield Window(await context.new_page(), language, after, mouse=True)
    finally:
        await context.close()


async def by_link(here: Window, served: Served, mailbox: str, name: str) -> None:
    """Asks for a link, and opens it when it comes."""
    await here.go(served.address)
    await here.page.get_by_label(here.words("sign-in-email")).fill(mailbox)
    await here.press("sign-in-send")
    await here.reads(here.words("sign-in-sent"))
    await here.go(await served.link(mailbox))
    await here.press("sign-in-go")
    await here.reads(name)
    await in_their_language(here)


async def in_their_language(here: Window) -> None:
    """The file may say another language than their browser does: the top bar switches."""
    if await here.page.locator("html").get_attribute("lang") != here.language:
        async with here.page.expect_navigation():
            await here.page.get_by_role("button", name="Cymraeg", exact=True).click()
