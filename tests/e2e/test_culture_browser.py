"""What comes of speaking up, on a phone: what is told, what comes again, held together, thanked."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.async_api import Browser

from handlers.shared.scenarios.pack import shipped
from tests.core.anytown import CONCERN
from tests.e2e.demo import LANGUAGES, StillClock, Window, serving, window
from tests.e2e.phone import PHONE, PhoneInspector
from tests.e2e.telling import ANSWER, DID, HOME, SAID

pytestmark = pytest.mark.browser
RAISER, LEAD, OTHER = "leila-haddad", "grace-okafor", "kofi-mensah"
NEW_YEARS_EVE = datetime(2026, 12, 31, 11, tzinfo=UTC)
SCREENS = 5
"""As many of a phone's screens a page of these may be long."""


async def _raised(here: Window, address: str, slug: str) -> None:
    """Somebody raised a concern, at once."""
    sent = {**CONCERN, "release": "now", "reference": HOME, "_token": slug.ljust(22, "x")}
    told = await here.page.request.post(
        f"{address}/as/{slug}/do/concern.send",
        form={name: str(value) for name, value in sent.items()},
        headers={"origin": address},
    )
    assert told.ok


async def _is_short(here: Window) -> None:
    """It takes no more than a few screens to read to its end."""
    long = await here.page.evaluate("document.documentElement.scrollHeight")
    assert long <= SCREENS * PHONE["height"], (here.page.url, long)


async def _what_comes_again(lead: Window) -> None:
    await lead.press("web-home")
    await lead.press("button-open")
    await lead.press("button-pick")
    await lead.press("button-tag")
    await lead.page.locator("input[name=word]").fill(HOME)
    await lead.press("tag-submit")
    await lead.press("themes-button")
    await lead.reads(f"{HOME}: 1", lead.words("themes-by-reference"), f"{HOME}: 2")
    await _is_short(lead)
    await lead.press("themes-see")
    await lead.reads(f"{HOME}: 1", lead.words("themes-button"))


async def _asks_to_tell(lead: Window) -> None:
    await lead.press("button-open")
    await lead.press("button-close")
    await lead.page.get_by_label(lead.words("outcome-acted"), exact=True).check()
    await lead.page.locator("textarea[name=text]").fill(ANSWER)
    await lead.page.locator("input[name=tell]").check()
    await lead.press("close-submit")


async def _writes_it(lead: Window, address: str) -> None:
    await lead.go(f"{address}/as/{LEAD}/do/story")
    await lead.press("button-story-write")
    for name, text in (("said", SAID), ("did", DID)):
        await lead.page.locator(f"textarea[name={name}]").fill(text)
    await _is_short(lead)
    await lead.press("story-submit")
    await lead.reads(lead.words("story-kept"))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_comes_again_is_seen_and_what_was_done_is_told(
    browser: Browser, language: str
) -> None:
    inspector = PhoneInspector(language)
    async with (
        serving(StillClock(NEW_YEARS_EVE)) as address,
        window(browser, address, RAISER, language, mouse=True) as raiser,
        window(browser, address, OTHER, language, mouse=True) as other,
        window(browser, address, LEAD, language, mouse=True) as lead,
    ):
        await _raised(raiser, address, OTHER)
        await _raised(raiser, address, RAISER)
        await inspector.hold(raiser, lead)
        await _what_comes_again(lead)
        await _asks_to_tell(lead)
        for here in (raiser, other):  # whichever of the two she took
            await here.press("web-home")
            await here.press("button-open")
            if ANSWER in await here.page.content():
                await here.press("button-story-yes")
                break
        await _writes_it(lead, address)
        await raiser.move_clock("web-to-day")
        await raiser.go(f"{address}/as/{RAISER}/do/leaders")
        await raiser.reads(raiser.words("leaders-told"), SAID, DID)
        assert HOME not in await raiser.page.content()
        await _is_short(raiser)
    assert inspector.found == []


async def _holds(here: Window, address: str) -> None:
    await here.go(f"{address}/as/{RAISER}/do/together")
    await _is_short(here)
    page = here.page
    assert await page.locator("#people").is_hidden()
    await page.locator("textarea[name=what]").fill("The plan from March was not carried out again.")
    for label in ("danger-no", "how-anonymous"):
        await page.get_by_label(here.words(label), exact=True).check()
    await page.locator("select[name=topic]").select_option("plan-not-done")
    await page.locator("#change_together").check()
    assert await page.locator("#reference").is_hidden()
    await page.get_by_label(here.words("together-same-case"), exact=True).check()
    await page.locator("#reference").fill(HOME)
    await here.press("together-submit")
    await here.reads(here.words("together-sent-title"))
    await here.press("quiet-button")
    await here.press("button-open")
    await here.reads(here.words("together-alone-button"), here.words("together-longer-button"))
    await _is_short(here)


async def _finds_a_route(here: Window, address: str) -> None:
    await here.go(f"{address}/as/{RAISER}/do/routes")
    for label in ("routes-about-agency", "routes-raised-worse"):
        await here.page.get_by_label(here.words(label), exact=True).check()
    await here.press("routes-submit")
    await here.reads(here.words("routes-then-worse"), here.words("routes-protection"))
    await _is_short(here)


async def _thanks(here: Window, other: Window, address: str) -> None:
    await here.go(f"{address}/as/{RAISER}/do/thanks")
    await here.page.locator("input[name=owner]").fill("Kofi")
    await here.press("thanks-submit")
    await here.reads(here.words("owner-which-label"), "Kofi Mensah")
    await here.press("thanks-submit")
    await here.reads("Kofi Mensah")
    await other.go(f"{address}/as/{OTHER}")
    await other.press("button-open")
    await other.reads(other.words("thanks-for-spoke", name="Leila Haddad"))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_held_together_shown_a_route_and_thanked(
    browser: Browser, address: str, language: str
) -> None:
    inspector = PhoneInspector(language)
    async with (
        window(browser, address, RAISER, language, mouse=True) as here,
        window(browser, address, OTHER, language, mouse=True) as other,
    ):
        await inspector.hold(here, other)
        await _holds(here, address)
        await _finds_a_route(here, address)
        await _thanks(here, other, address)
    assert inspector.found == []


async def _stands_by_it(lead: Window, address: str) -> None:
    await lead.go(f"{address}/as/{LEAD}/do/agreement")
    await lead.press("agreement-confirm")
    await lead.reads(lead.words("agreement-thanks"), "Grace Okafor")
    await _is_short(lead)


async def _argues_the_other_side(here: Window, address: str) -> None:
    await here.go(f"{address}/as/{OTHER}/meeting")
    await here.press("advocate-button")
    await here.press("advocate-join")
    await here.reads(here.words("advocate-joined"), "Kofi Mensah")
    await here.press("advocate-day-button")
    soon = datetime.now(UTC).date() + timedelta(days=14)
    await here.page.locator("input[name=day]").fill(soon.isoformat())
    await here.page.locator("select[name=weeks]").select_option("1")
    await here.press("advocate-day-submit")
    await here.reads(here.words("advocate-day-done"))


async def _practise_together(lead: Window, here: Window, address: str) -> None:
    scenario = shipped()[0]
    await lead.go(f"{address}/as/{LEAD}/meeting")
    await lead.press("practice-together-title")
    await lead.page.get_by_label(scenario.title[lead.language], exact=True).check()
    await lead.press("practice-together-submit")
    await lead.reads(lead.words("practice-chair"))
    await here.go(f"{address}/as/{OTHER}/meeting")
    await here.press("pause-answer-button")
    says = scenario.steps[0].answers[0].says[here.language]
    await here.page.get_by_label(says, exact=True).check()
    await here.press("pause-answer-submit")
    await here.reads(here.words("pause-answered"))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_stood_by_argued_and_practised_together(
    browser: Browser, address: str, language: str
) -> None:
    inspector = PhoneInspector(language)
    async with (
        window(browser, address, LEAD, language, mouse=True) as lead,
        window(browser, address, OTHER, language, mouse=True) as here,
    ):
        await inspector.hold(lead, here)
        await _stands_by_it(lead, address)
        await _argues_the_other_side(here, address)
        await _practise_together(lead, here, address)
    assert inspector.found == []
