"""Pictures of a referral's life on the web: every page, card and list of it, and what is empty."""

from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from datetime import UTC, datetime

from playwright.async_api import Browser, Page, ViewportSize

from tests.e2e.demo import StillClock, Window, serving, window
from tests.e2e.referral_pages import (
    LEAD,
    MANAGER,
    OWNER,
    REFERRER,
    asks_again_on,
    does,
    goes_home,
    opens,
    records,
    waits,
)

MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
FORMS = ("done", "help", "later", "notmine")
PHONE = ViewportSize(width=360, height=740)
Take = Callable[[Page, str], Awaitable[None]]


async def referrals(browser: Browser, language: str, take: Take) -> None:
    """From the empty form to the last step up, with what each of them sees."""
    async with AsyncExitStack() as open_, serving(StillClock(MONDAY)) as address:
        referrer, owner, lead, manager = [
            await open_.enter_async_context(window(browser, address, slug, language, mouse=True))
            for slug in (REFERRER, OWNER, LEAD, MANAGER)
        ]
        await take(lead.page, "referral-empty-lists")
        await _recorded(referrer, take)
        await _owned(owner, referrer, take)
        await _finished(owner, referrer, manager, take)
        await _nobodys(referrer, owner, lead, manager, take)
        await _looks(lead, address, take)


async def _recorded(referrer: Window, take: Take) -> None:
    await referrer.press("referral-button")
    await take(referrer.page, "referral")
    await referrer.press("referral-submit")
    await take(referrer.page, "referral-errors")
    await referrer.write("what", "Ring Mary Smith on 07700 900123.")
    await referrer.press("web-home")
    await records(referrer, "information", "Amina Yusuf")
    await take(referrer.page, "referral-recorded")


async def _owned(owner: Window, referrer: Window, take: Take) -> None:
    await owner.press("web-home")
    await take(owner.page, "referral-owner-asked")
    await owner.press("button-mine")
    await take(owner.page, "referral-owner-page")
    for form in FORMS:
        await owner.press(f"button-{form}")
        await take(owner.page, f"referral-{form}")
        await owner.press(f"referral-{form}-submit")
        await take(owner.page, f"referral-{form}-errors")
        await opens(owner)
    await asks_again_on(owner, "tomorrow")
    await take(owner.page, "referral-put-off")
    await goes_home(referrer)
    await take(referrer.page, "referral-referrer-home")
    await waits(owner, owner.words("referral-nudge"))
    await take(owner.page, "referral-owner-nudged")


async def _finished(owner: Window, referrer: Window, manager: Window, take: Take) -> None:
    await opens(owner)
    await does(owner, "part", "We have seen one of them.")
    await take(owner.page, "referral-finished")
    await goes_home(owner)
    await take(owner.page, "referral-owner-after")
    await goes_home(referrer)
    await take(referrer.page, "referral-referrer-asked")
    await opens(referrer)
    await take(referrer.page, "referral-referrer-page")
    await referrer.press("button-further")
    await take(referrer.page, "referral-further")
    await manager.press("web-home")
    await take(manager.page, "referral-manager-home")
    await opens(manager)
    await take(manager.page, "referral-manager-page")
    await does(manager, "done", "We have seen both.")
    await opens(referrer)
    await referrer.press("button-heard")
    await take(referrer.page, "referral-closed")


async def _nobodys(
    referrer: Window, owner: Window, lead: Window, manager: Window, take: Take
) -> None:
    """One that lapses; its last step up has nobody after it."""
    await referrer.press("web-home")
    await records(referrer, "referral-decision", "Amina Yusuf")
    await owner.press("web-home")
    await owner.press("button-mine")
    await waits(lead, lead.words("referral-card-unowned"))
    await take(lead.page, "referral-lead-home")
    await opens(lead)
    await take(lead.page, "referral-lapsed")
    for level in (1, 4):
        await waits(manager, manager.words("referral-state-up", asked=level))
        await take(manager.page, f"referral-level-{level}-home")
        await opens(manager)
        await take(manager.page, f"referral-level-{level}")
    await opens(referrer)
    await take(referrer.page, "referral-referrer-level-4")


async def _looks(lead: Window, address: str, take: Take) -> None:
    """In the dark, and on a phone."""
    paths = ("", "/do/referral", "/referrals")
    await lead.page.emulate_media(color_scheme="dark")
    for path in paths:
        await lead.go(f"{address}/as/{LEAD}{path}")
        await take(lead.page, f"referral-dark{path.replace('/', '-')}")
    await opens(lead)
    await take(lead.page, "referral-dark-page")
    await lead.page.emulate_media(color_scheme="light")
    await lead.page.set_viewport_size(PHONE)
    for path in paths:
        await lead.go(f"{address}/as/{LEAD}{path}")
        await take(lead.page, f"referral-phone{path.replace('/', '-')}")
    await opens(lead)
    await take(lead.page, "referral-phone-page")
