"""Pictures of every page of the demo in both languages: `python -m tests.screens OUT`."""

import asyncio
import sys
from pathlib import Path

from playwright.async_api import Page

from tests import screens_platforms, screens_readme
from tests.e2e.concern_pages import answers_concern
from tests.e2e.demo import Window, serving, window
from tests.peers import browser as chromium
from tests.screens_referrals import referrals

LANGUAGES = ("en", "cy")


class Album:
    """Numbers the pictures in the order in which they are taken."""

    def __init__(self, folder: Path, language: str) -> None:
        self._folder = folder
        self._language = language
        self._taken = 0

    async def take(self, page: Page, name: str) -> None:
        """The whole page."""
        self._taken += 1
        await page.wait_for_load_state()  # or a long page is cut where it had come to
        path = self._folder / f"web-{self._language}-{self._taken:02}-{name}.png"
        await page.screenshot(path=path, full_page=True)


async def fill(here: Window, how: str, danger: str = "no") -> None:
    """The answers of an ordinary concern."""
    await answers_concern(here, "The referral was closed before anyone saw the child.", danger, how)


async def send(here: Window) -> None:
    """Presses the form's own button."""
    await here.page.locator("form.main .primary").click()


async def raising(raiser: Window, address: str, album: Album) -> None:
    """The raiser's half."""
    page = raiser.page
    await album.take(page, "home")
    await page.goto(f"{address}/as/leila-haddad/do/concern")
    await album.take(page, "concern")
    await send(raiser)
    await album.take(page, "concern-errors")
    await fill(raiser, "anonymous", "yes")
    await album.take(page, "concern-anonymous-danger")
    await fill(raiser, "anonymous")
    await page.locator("textarea").fill("Amina Yusuf said so. My number is 01632 960123.")
    await send(raiser)
    await album.take(page, "concern-doubts")
    await fill(raiser, "confidence")
    await send(raiser)
    await album.take(page, "concern-sent")


async def answering(lead: Window, raiser: Window, address: str, album: Album) -> None:
    """The lead's half, and what the raiser then sees."""
    page = lead.page
    await page.goto(f"{address}/as/grace-okafor")
    await album.take(page, "lead-home")
    await page.locator("a[href*='thread.open']").first.click()
    await album.take(page, "lead-page")
    await page.locator("form[action$='thread.pick'] button").first.click()
    await album.take(page, "lead-picked")
    await page.locator("a[href*='thread.pass']").first.click()
    await album.take(page, "lead-pass")
    await page.goto(f"{address}/as/grace-okafor")
    await page.locator("a[href*='thread.open']").first.click()
    await page.locator("a[href*='thread.close']").first.click()
    await album.take(page, "lead-close")
    await page.get_by_label(lead.words("outcome-explained"), exact=True).check()
    await page.locator("textarea").fill("We have opened it again and will see the child tomorrow.")
    await send(lead)
    await album.take(page, "lead-answered")
    await page.goto(f"{address}/as/daniel-reid")
    await album.take(page, "other-lead-home")
    await hearing_back(raiser, address, album)


async def fill_challenge(here: Window) -> None:
    """The answers of an ordinary challenge, with a number that shows who it is."""
    page, words = here.page, here.words
    await page.get_by_label(words("danger-no"), exact=True).check()
    await page.locator("#decision").fill("Closing the case of the two brothers")
    await page.locator("select[name=agency]").select_option("childrens-social-care")
    await page.locator("#owner").fill("Amina Yusuf")
    await page.locator("select[name=topic]").select_option("voice-missing")
    await page.locator("#what").fill("Nobody has seen them for three weeks. Ring 01632 960123.")
    await page.locator("#ask").fill("see them alone before it is closed")
    await page.get_by_label(words("replies-receipt"), exact=True).check()
    await page.get_by_label(words("release-now"), exact=True).check()


async def challenging(raiser: Window, address: str, album: Album) -> None:
    """The challenger's half, with a receipt to carry away."""
    page = raiser.page
    await page.goto(f"{address}/as/leila-haddad/do/challenge?post=3")
    await album.take(page, "challenge")
    await send(raiser)
    await album.take(page, "challenge-errors")
    await fill_challenge(raiser)
    await send(raiser)
    await album.take(page, "challenge-drafted")
    await page.locator("#anyway").check()
    await send(raiser)
    await album.take(page, "challenge-sent")
    code = await page.locator("figure.said blockquote").inner_text()
    await page.goto(f"{address}/as/leila-haddad/do/receipt")
    await album.take(page, "receipt")
    await page.locator("#code").fill(code)
    await send(raiser)
    await album.take(page, "receipt-opened")


async def owning(owner: Window, address: str, album: Album) -> None:
    """The half of whoever made the decision."""
    page = owner.page
    await page.goto(f"{address}/as/amina-yusuf")
    await album.take(page, "owner-home")
    await page.locator("a[href*='challenge.open']").first.click()
    await album.take(page, "owner-page")
    for verb in ("answer", "point"):
        await page.locator(f"a[href*='challenge.{verb}?']").first.click()
        await album.take(page, f"owner-{verb}")
        await page.go_back()
    await page.locator("a[href*='moderate?']").first.click()
    await album.take(page, "owner-moderate")


async def hearing_back(raiser: Window, address: str, album: Album) -> None:
    """My concerns, what is stored, settled."""
    page = raiser.page
    await page.goto(f"{address}/as/leila-haddad")
    await album.take(page, "home-new")
    await page.locator("a[href$='mine.quiet']").click()
    await album.take(page, "quiet")
    await page.locator("a[href*='mine.open']").first.click()
    await album.take(page, "my-concern")
    await page.locator("a[href^='/stored/']").first.click()
    await album.take(page, "stored")
    await page.go_back()
    await page.locator("form[action$='mine.settled'] button").click()
    await album.take(page, "settled")
    for path in ("standin", "language", "help", "nonsense"):
        await page.goto(f"{address}/as/grace-okafor/do/{path}")
        await album.take(page, path)


async def album_of(folder: Path, language: str) -> None:
    """Every page in one language."""
    album = Album(folder, language)
    async with (
        chromium.launched() as browser,
        serving() as address,
        window(browser, address, "leila-haddad", language) as raiser,
        window(browser, address, "grace-okafor", language) as lead,
        window(browser, address, "amina-yusuf", language) as owner,
    ):
        await lead.page.goto(f"{address}/?lang={language}")
        await album.take(lead.page, "choose")
        await raising(raiser, address, album)
        await answering(lead, raiser, address, album)
        await challenging(raiser, address, album)
        await owning(owner, address, album)
        for path in ("as/leila-haddad/meeting", "stored?as=leila-haddad"):
            await raiser.page.goto(f"{address}/{path}")
            await album.take(raiser.page, path.partition("?")[0].rpartition("/")[2])
        await looks(raiser.page, address, album)
        await referrals(browser, language, album.take)


async def looks(page: Page, address: str, album: Album) -> None:
    """The form in the dark, and on a phone."""
    await page.emulate_media(color_scheme="dark")
    await page.goto(f"{address}/as/leila-haddad/do/concern")
    await album.take(page, "dark")
    await page.goto(f"{address}/as/leila-haddad")
    await album.take(page, "dark-home")
    await page.emulate_media(color_scheme="light")
    await page.set_viewport_size({"width": 360, "height": 740})
    await album.take(page, "phone")
    await page.goto(f"{address}/as/leila-haddad/do/concern")
    await album.take(page, "phone-concern")
    await page.goto(f"{address}/as/leila-haddad/do/challenge")
    await album.take(page, "phone-challenge")


def main() -> None:
    """Takes them all."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for language in LANGUAGES:
        asyncio.run(album_of(folder, language))
    asyncio.run(screens_platforms.album(folder, screens_platforms.possible()))
    asyncio.run(screens_readme.album(folder / "readme"))


if __name__ == "__main__":
    main()
