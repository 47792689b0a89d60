"""The real demo on a free port, and windows in which people work by keyboard alone."""

import asyncio
import re
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import uvicorn
from playwright.async_api import Browser, Page

from bot.cli.demo import EXAMPLE, build_demo, demo_settings
from bot.web.context import DemoClock
from prompts.words import say, speak
from tests.core.anytown import FixedClock
from tests.peers.browser import axe

LANGUAGES = ("en", "cy")

# What the person would hear or see where the focus is: the words of a control, not its id.
_FOCUSED = """() => {
  const at = document.activeElement;
  const words = at.labels && at.labels.length ? at.labels[0] : at;
  return {text: words.textContent.trim().replace(/\\s+/g, " "), kind: at.type || at.localName,
          name: at.name || "", chosen: at.selectedOptions ? at.selectedOptions[0].text : ""};
}"""


class StillClock(FixedClock):
    """The demo's clock, begun on a day that is known, and moved by nothing but its buttons."""

    def forward_to(self, moment: datetime) -> None:
        """Moves to that moment; never back."""
        self.set(max(moment, self.now()))


@asynccontextmanager
async def serving(
    clock: DemoClock | None = None, partnership: Path = EXAMPLE
) -> AsyncIterator[str]:
    """The demo with nothing in it, for the length of an `async with`; gives its address."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
        app = build_demo(demo_settings("127.0.0.1", port), clock, None, partnership)
        config = uvicorn.Config(app, log_config=None, access_log=False, lifespan="on")
        server = uvicorn.Server(config)
        running = asyncio.create_task(server.serve(sockets=[listening]))
        while not server.started:
            if running.done():
                await running
            await asyncio.sleep(0.02)
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            server.should_exit = True
            await running


@dataclass
class Window:
    """One person's window. Everything is done with Tab, arrows, Space, Enter and typing.

    With a mouse, what leads to another page is clicked: for long stories, since that is quicker.
    """

    page: Page
    language: str
    after: Callable[["Window"], Awaitable[None]] | None = None
    """Looks at each page that a press leads to."""
    mouse: bool = False

    def words(self, id: str, **values: str | int) -> str:
        """What people read, in this window's language."""
        return " ".join(speak(say(id, **values), self.language).split())

    async def reach(self, id: str, most: int = 150) -> None:
        """Tabs on until the focus is on what is called so."""
        wanted = self.words(id)
        for _ in range(most):
            await self.page.keyboard.press("Tab")
            at = await self.page.evaluate(_FOCUSED)
            if at["text"] == wanted or at["text"].startswith((f"{wanted}:", f"{wanted} (")):
                return
            if not id.startswith("web-"):
                await self._skip(at)
        raise AssertionError(f"No Tab leads to {wanted!r} on {await self.page.title()!r}.")

    async def press(self, id: str) -> None:
        """Reaches a link or a button, and presses Enter; the first, if there are several."""
        if self.mouse:
            called = re.compile(rf"^\s*{re.escape(self.words(id))}\s*($|:|\()")
            async with self.page.expect_navigation():
                await self.page.locator("a, button").filter(has_text=called).first.click()
        else:
            await self.reach(id)
            async with self.page.expect_navigation():
                await self.page.keyboard.press("Enter")
        await self._looked_at()

    async def go(self, url: str) -> None:
        """Opens an address."""
        await self.page.goto(url)
        await self._looked_at()

    async def _looked_at(self) -> None:
        if self.after is not None:
            await self.after(self)

    async def move_clock(self, to: str = "web-to-slot") -> None:
        """To the next slot or the next working day, by the button that says so."""
        if self.mouse:
            await self.press(to)
            return
        await self._tab_to("name", "to")
        if to == "web-to-day":
            await self.page.keyboard.press("Tab")
        async with self.page.expect_navigation():
            await self.page.keyboard.press("Enter")

    async def time(self) -> str:
        """What the demo's clock says, as a machine writes it."""
        return await self.page.locator(".clock time").get_attribute("datetime") or ""

    async def choose(self, name: str, id: str) -> None:
        """Reaches a group of answers, then goes through it with the arrows."""
        await self.choose_text(name, self.words(id))

    async def choose_text(self, name: str, wanted: str) -> None:
        """The same for an answer in the partnership's own words."""
        at = await self._tab_to("name", name)
        await self.page.keyboard.press("Home" if at["kind"] == "select-one" else "Space")
        for _ in range(20):
            at = await self.page.evaluate(_FOCUSED)
            if wanted in (at["text"], at["chosen"]):
                break
            await self.page.keyboard.press("ArrowDown")
        else:
            raise AssertionError(f"No arrow leads to {wanted!r}.")

    async def tick(self, name: str) -> None:
        """Reaches a box, and ticks it."""
        await self._tab_to("name", name)
        await self.page.keyboard.press("Space")

    async def write(self, name: str, text: str) -> None:
        """Reaches a field, and types."""
        await self._tab_to("name", name)
        await self.page.keyboard.type(text)

    async def reads(self, *texts: str) -> None:
        """All of this is to be seen on the page."""
        seen = " ".join((await self.page.locator("body").inner_text()).split())
        missing = [text for text in texts if text not in seen]
        assert not missing, f"{missing} not in: {seen}"

    async def _skip(self, at: dict[str, str]) -> None:
        # What stands around every page is passed over by the link that is there for it.
        if at["text"] == self.words("web-skip"):
            await self.page.keyboard.press("Enter")

    async def _tab_to(self, what: str, wanted: str) -> dict[str, str]:
        for _ in range(150):
            at: dict[str, str] = await self.page.evaluate(_FOCUSED)
            if at[what] == wanted:
                return at
            if wanted != "to":
                await self._skip(at)
            await self.page.keyboard.press("Tab")
        raise AssertionError(f"No Tab leads to {wanted!r} on {await self.page.title()!r}.")


class Inspector:
    """Lets axe look at each kind of page once, and counts its headings."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self.seen: set[str] = set()

    async def look(self, here: Window) -> None:
        """Remembers what is wrong with the page that is open."""
        buttons = await here.page.locator("main button").count()
        address = here.page.url.partition("?")[0]
        kind = f"{address} {await here.page.title()} {buttons}"
        if kind in self.seen:
            return
        self.seen.add(kind)
        headings = await here.page.locator("h1").count()
        wrong = [*await axe(here.page), *(["not one h1"] if headings != 1 else [])]
        self.found.extend(f"{address}: {line}" for line in wrong)


@asynccontextmanager
async def window(
    browser: Browser,
    address: str,
    slug: str,
    language: str,
    *,
    script: bool = True,
    after: Callable[[Window], Awaitable[None]] | None = None,
    mouse: bool = False,
) -> AsyncIterator[Window]:
    """A window of its own: chosen on the first page, in this language.

    Nothing moves in it: half-way between day and night, a button's colours would be neither's.
    """
    context = await browser.new_context(java_script_enabled=script, reduced_motion="reduce")
    try:
        page = await context.new_page()
        await page.goto(f"{address}/as/{slug}")
        here = Window(page, language, after, mouse)
        if await page.locator("html").get_attribute("lang") != language:
            other = {"en": "English", "cy": "Cymraeg"}[language]
            async with page.expect_navigation():
                await page.get_by_role("button", name=other, exact=True).click()
        yield here
    finally:
        await context.close()


@asynccontextmanager
async def private(
    browser: Browser,
    address: str,
    language: str,
    *,
    script: bool = True,
    after: Callable[[Window], Awaitable[None]] | None = None,
) -> AsyncIterator[Window]:
    """A private window at the page of codes: no cookies, nothing remembered, a browser's tongue."""
    context = await browser.new_context(
        locale=f"{language}-GB", java_script_enabled=script, reduced_motion="reduce"
    )
    try:
        here = Window(await context.new_page(), language, after)
        await here.go(f"{address}/receipt")
        yield here
        assert await context.cookies() == []
    finally:
        await context.close()
