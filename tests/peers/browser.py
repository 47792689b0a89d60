"""Chromium, as the machine has it, and axe to look for what keeps people out."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache

from axe_core_python.base import AXE_FILE_PATH
from playwright.async_api import Browser, Locator, Page, async_playwright

from tests.peers import NODE_MODULES

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The shell first: the same engine, without a desktop's window around each page: half the work."""
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)
WCAG_22_AA = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")

# All that is right takes longer to bring over here than to find: only what is wrong comes.
_LOOKED = """async values => {
  const options = {runOnly: {type: "tag", values}, resultTypes: ["violations"]};
  const {violations} = await axe.run(options);
  return violations.flatMap(wrong => wrong.nodes.map(
    node => `${wrong.id}: ${wrong.help}: ${node.html}`));
}"""


def executable() -> str | None:
    """The first Chromium on the path."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def lacking() -> str | None:
    """Why no browser can be started here, or None."""
    return None if executable() else "no Chromium: apt-get install chromium"


@asynccontextmanager
async def launched() -> AsyncIterator[Browser]:
    """A headless browser for the length of an `async with`."""
    async with async_playwright() as playwright:
        # Chromium's own sandbox needs privileges that a container withholds.
        browser = await playwright.chromium.launch(
            executable_path=executable(), headless=True, args=["--no-sandbox", *QUIET]
        )
        try:
            yield browser
        finally:
            await browser.close()


async def follow(pressed: Locator, *, touch: bool = False) -> None:
    """Presses what leads to another page, and waits until all of that is there."""
    async with pressed.page.expect_navigation():
        await (pressed.tap() if touch else pressed.click())


async def overhang(page: Page) -> int:
    """By how many pixels the page is wider than its window, once it is all there."""
    await page.wait_for_load_state()  # a click comes back while there isn't a document yet
    wide: int = await page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return wide


async def axe(page: Page) -> list[str]:
    """What axe finds wrong on the page, one line each: the rule, the help, and where."""
    await page.wait_for_load_state()
    if not await page.evaluate("typeof axe === 'object'"):
        await page.evaluate(_axe())
    found: list[str] = await page.evaluate(_LOOKED, WCAG_22_AA)
    return found


@cache
def _axe() -> str:
    # The newer axe from npm knows WCAG 2.2; the one in the wheel is there without Node.js.
    newer = NODE_MODULES / "axe-core" / "axe.min.js"
    return (newer if newer.exists() else AXE_FILE_PATH).read_text("utf-8")
