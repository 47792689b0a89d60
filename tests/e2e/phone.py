"""A page as it looks on a phone: nothing wider than the screen, nothing that keeps anybody out."""

from playwright.async_api import ViewportSize

from tests.e2e.demo import LANGUAGES, Inspector, Window
from tests.peers.browser import axe, overhang

PHONE = ViewportSize(width=360, height=740)


class PhoneInspector(Inspector):
    """Looks at each kind of page: with axe, by day and, in one language, by night."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._by_night = language == LANGUAGES[0]

    async def hold(self, *windows: Window) -> None:
        """From now on these windows are phones, and looked at after every press."""
        for here in windows:
            await here.page.set_viewport_size(PHONE)
            here.after = self.look

    async def look(self, here: Window) -> None:
        """Remembers what is wrong with it, and whether it is wider than the screen."""
        known = len(self.seen)
        await super().look(here)
        if len(self.seen) == known:
            return
        wide = await overhang(here.page)
        self.found.extend([f"{here.page.url} is too wide"] if wide > 0 else [])
        if self._by_night:
            await here.page.emulate_media(color_scheme="dark")
            self.found.extend(f"{here.page.url}, dark: {line}" for line in await axe(here.page))
            await here.page.emulate_media(color_scheme="light")
