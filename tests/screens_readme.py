"""The README's pictures: `python -m tests.screens_readme docs/pictures`, with the fonts of Noto.

Always of the same day, so that only what looks different becomes another picture.
"""

import asyncio
import sys
from pathlib import Path

from playwright.async_api import Browser, FloatRect, Page

from tests import screens_platforms as platforms
from tests.e2e import challenge_pages as challenging
from tests.e2e import pausing_pages as pausing
from tests.e2e import referral_pages as referring
from tests.e2e.concern_pages import answers_concern
from tests.e2e.demo import StillClock, Window, serving, window
from tests.peers import browser as chromium
from tests.screens_referrals import MONDAY
from tests.screens_story import scenes

WIDTH = 800
AROUND = 16
"""So much of the page is left above and below what is only a part of it."""
WHAT = "The referral was closed before anyone saw the child."
ANSWER = "We have opened it again and will see the child tomorrow."
CARDS = {
    "concern": "page-filled",
    "lead-card": "card-card",
    "challenge-card": "card-challenge-card-owner",
    "referral-card": "card-referral-card-unowned",
}
"""Under which name, and the scene that is shown: the first that ends like this."""


async def album(folder: Path) -> None:
    """All of them."""
    folder.mkdir(parents=True, exist_ok=True)
    async with chromium.launched() as browser:
        await _concern(browser, folder)
        await _challenge(browser, folder)
        await _referral(browser, folder)
        await _pause(browser, folder)
        await _desk(browser, folder)
        await _culture(browser, folder)
        await _cards(await browser.new_page(), folder)


async def _take(here: Window, path: Path, part: str = "main", most: int = 900) -> None:
    """A part of the page, as wide as the README shows it, without what is around it in the demo."""
    await here.page.set_viewport_size({"width": WIDTH, "height": most})
    box = await here.page.locator(part).bounding_box()
    assert box is not None
    around = 0 if part == "main" else AROUND
    clip = FloatRect(
        x=0, y=box["y"] - around, width=WIDTH, height=min(box["height"] + 2 * around, most)
    )
    await here.page.screenshot(path=path, full_page=True, clip=clip)


async def _concern(browser: Browser, folder: Path) -> None:
    async with (
        serving(StillClock(MONDAY)) as address,
        window(browser, address, "leila-haddad", "en") as raiser,
        window(browser, address, "sarah-lloyd", "cy") as welsh,
        window(browser, address, "grace-okafor", "en") as lead,
    ):
        for here, name in ((welsh, "web-concern-cy"), (raiser, "web-concern")):
            await here.press("concern-button")
            await _take(here, folder / f"{name}.png")
        await _raises(raiser)
        await lead.press("web-home")
        await lead.press("button-open")
        await _take(lead, folder / "web-lead.png")
        await _answers(lead)
        await raiser.press("mine-button")
        await raiser.press("quiet-button")
        await raiser.press("button-open")
        await _take(raiser, folder / "web-my-concern.png")


async def _raises(here: Window, danger: str = "no") -> None:
    await answers_concern(here, WHAT, danger, "confidence")
    await here.press("concern-submit")


async def _answers(here: Window) -> None:
    await here.press("button-pick")
    await here.press("button-close")
    await here.page.get_by_label(here.words("outcome-explained"), exact=True).check()
    await here.page.locator("textarea").fill(
        "We have opened it again and will see the child tomorrow."
    )
    await here.press("close-submit")


async def _challenge(browser: Browser, folder: Path) -> None:
    async with (
        serving(StillClock(MONDAY)) as address,
        window(browser, address, challenging.RAISER, "en") as raiser,
        window(browser, address, challenging.OWNER, "en") as owner,
    ):
        await raiser.press("challenge-button")
        await challenging.draft(raiser)
        await _take(raiser, folder / "web-challenge.png")
        await raiser.press("challenge-submit")
        await owner.press("web-home")
        await owner.press("button-open")
        await _take(owner, folder / "web-challenge-owner.png")


async def _referral(browser: Browser, folder: Path) -> None:
    async with (
        serving(StillClock(MONDAY)) as address,
        window(browser, address, referring.REFERRER, "en") as referrer,
        window(browser, address, referring.LEAD, "en") as lead,
    ):
        await referring.records(referrer, "referral-decision")
        await lead.press("web-home")
        await lead.press("button-open")
        await _take(lead, folder / "web-referral.png")
        await lead.press("button-mine")
        await referring.opens(referrer)
        await _take(referrer, folder / "web-referral-referrer.png")


async def _pause(browser: Browser, folder: Path) -> None:
    """Without what chance chooses: which questions are put, and in which order lines stand."""
    rounds = {1: (5, 3, 2, 0), 2: (1, 6, 3, 0)}
    async with pausing.room(browser, "en", pausing.TEN) as room:
        await room.pauses()
        someone = room.people[2]
        await pausing.enters(someone)
        await someone.press("pause-answer-button")
        await _take(someone, folder / "web-pause-round.png", "form.main")
        for number, counts in rounds.items():
            if number > 1:
                await room.goes_to("pause-again")
            given = zip(pausing.VOICES, counts, strict=True)
            voices = [voice for voice, count in given for _ in range(count)]
            await room.answer(*voices, line=lambda _: "")
            await room.time_is_up()
        await room.see("voices-result")
        await _take(someone, folder / "web-pause-result.png")


async def _desk(browser: Browser, folder: Path) -> None:
    """What waits for a lead, danger first; and, for anybody, who can help now."""
    async with (
        serving(StillClock(MONDAY)) as address,
        window(browser, address, "leila-haddad", "en") as raiser,
        window(browser, address, "grace-okafor", "en") as lead,
    ):
        for danger in ("no", "yes", "no"):
            await raiser.go(f"{address}/as/leila-haddad/do/concern")
            await _raises(raiser, danger)
        await lead.press("web-home")
        await _take(lead, folder / "web-desk.png")
        await raiser.go(f"{address}/as/leila-haddad/do/help")
        await _take(raiser, folder / "web-help.png")


async def _culture(browser: Browser, folder: Path) -> None:
    """Words to say it, and a scenario to practise on."""
    async with (
        serving(StillClock(MONDAY)) as address,
        window(browser, address, "tom-barker", "en") as here,
    ):
        await here.go(f"{address}/as/tom-barker/do/phrases")
        await here.page.locator("select[name=topic]").select_option("closure")
        await here.page.locator("form.main .primary").click()
        await here.page.wait_for_load_state()
        await _take(here, folder / "web-phrases.png")
        await here.go(f"{address}/as/tom-barker/do/practice")
        await here.page.locator("form.main input[type=radio]").first.check()
        await here.page.locator("form.main .primary").click()
        await here.page.wait_for_load_state()
        await _take(here, folder / "web-practice.png")


async def _cards(page: Page, folder: Path) -> None:
    await page.set_viewport_size({"width": 820, "height": 900})
    found = await scenes()
    drawn = {"slack": platforms.draw_slack, "teams": platforms.draw_teams}
    for name, ending in CARDS.items():
        scene = next(scene for scene in found if scene.name.endswith(ending))
        for platform in platforms.possible():
            await drawn[platform](page, scene, "en")
            await page.locator(".shot").screenshot(path=folder / f"{platform}-{name}.png")


def main() -> None:
    """Takes them all."""
    asyncio.run(album(Path(sys.argv[1])))


if __name__ == "__main__":
    main()
