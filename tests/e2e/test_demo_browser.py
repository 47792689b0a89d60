"""The demo in Chromium: three choices, two windows, two languages, the keyboard alone."""

import pytest
from playwright.async_api import Browser

from tests.e2e.demo import LANGUAGES, Inspector, Window, window
from tests.peers.browser import follow

RAISER, LEAD, OTHER = "leila-haddad", "grace-okafor", "daniel-reid"
NAME = "Leila Haddad"
TEXT = "The referral was closed before anyone saw the child."
REPLY = "Thank you. I am looking into it today."
ANSWER = "It is open again, and the child is seen tomorrow."


async def fill(here: Window, how: str) -> None:
    """Answers the form, from the top down."""
    await here.press("concern-button")
    await here.write("what", TEXT)
    await here.choose("danger", "danger-no")
    await here.choose("topic", "topic-threshold")
    await here.choose("how", f"how-{how}")
    await here.tick("change_where")
    agency = {"en": "Anytown Children's Social Care", "cy": "Gofal Cymdeithasol Plant Anytown"}
    await here.choose_text("agency", agency[here.language])


async def raise_concern(here: Window, how: str) -> None:
    """From My concerns to the confirmation."""
    await fill(here, how)
    await here.press("concern-submit")
    await here.reads(here.words("concern-sent-title"))


async def open_own(here: Window, how: str) -> None:
    """From My concerns to the concern; what doesn't show a name stands behind its one button."""
    await here.press("web-home")
    if how != "named":
        assert TEXT not in await here.page.content()
        await here.press("quiet-button")
    await here.press("button-open")


async def pick_up(here: Window, how: str) -> None:
    """The lead opens the concern, and takes it."""
    await here.press("web-home")
    await here.reads(here.words("web-something-new"))
    await here.press("button-open")
    await here.reads(TEXT)
    assert (NAME in await here.page.content()) == (how == "named")
    await here.press("button-pick")
    await here.reads(here.words("picked-now"))
    assert (NAME in await here.page.content()) == (how != "anonymous")


async def answer(here: Window, kind: str, text: str) -> None:
    """The lead says something, from the concern's page or from home."""
    await here.press("web-home")
    await here.press("button-open")
    await here.press(f"button-{kind}")
    if kind == "close":
        await here.choose("outcome", "outcome-acted")
    await here.write("text", text)
    await here.press(f"{kind}-submit")
    await here.reads(here.words(f"{kind}-done-title"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("how", ["named", "confidence", "anonymous"])
async def test_from_raising_to_settled(
    browser: Browser, address: str, how: str, language: str
) -> None:
    async with (
        window(browser, address, RAISER, language) as raiser,
        window(browser, address, LEAD, language) as lead,
    ):
        late = how == "anonymous"
        await raise_concern(raiser, how)
        await wait(lead, late)
        await pick_up(lead, how)
        await answer(lead, "reply", REPLY)
        await wait(lead, late)
        await open_own(raiser, how)
        await raiser.reads(TEXT, REPLY)
        await answer(lead, "close", ANSWER)
        await wait(lead, late)
        await open_own(raiser, how)
        await raiser.reads(ANSWER, raiser.words("settled-question"))
        await raiser.press("button-settled")
        await raiser.reads(raiser.words("closes-later" if late else "settled-done"))
        await wait(lead, late)
        await lead.press("web-home")
        await lead.reads(lead.words("waiting-none"))


async def wait(here: Window, late: bool) -> None:
    """What is anonymous goes out later: the clock is moved on."""
    if late:
        await here.press("web-home")
        await here.move_clock()


async def go_through(raiser: Window, lead: Window) -> None:
    """The pages that a concern leads to, one after the other."""
    await raiser.press("concern-button")
    await raiser.press("concern-submit")
    await raiser.reads(raiser.words("web-problem"))
    await raiser.press("web-home")
    await raise_concern(raiser, "confidence")
    await pick_up(lead, "confidence")
    for kind in ("ask", "close"):
        await answer(lead, kind, ANSWER)
    await open_own(raiser, "confidence")
    await raiser.press("web-stored-this")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_axe_finds_nothing_on_any_page(browser: Browser, address: str, language: str) -> None:
    inspector = Inspector()
    verbs = ("standin", "thread.pass", "language", "help", "nonsense")
    others = (f"as/{OTHER}", f"as/{RAISER}/meeting", "meeting", "stored", "nowhere")
    chosen = f"?lang={language}"
    async with (
        window(browser, address, RAISER, language, after=inspector.look) as raiser,
        window(browser, address, LEAD, language, after=inspector.look) as lead,
    ):
        await go_through(raiser, lead)
        for path in (*(f"as/{LEAD}/do/{verb}" for verb in verbs), *others, chosen):
            await lead.go(f"{address}/{path}")
        inspector.seen.clear()
        await lead.page.emulate_media(color_scheme="dark")
        for path in (f"as/{RAISER}", f"as/{LEAD}/do/concern", f"as/{RAISER}/meeting", chosen):
            await lead.go(f"{address}/{path}")
    assert inspector.found == []


async def test_an_empty_form_puts_the_focus_on_what_is_wrong(
    browser: Browser, address: str
) -> None:
    async with window(browser, address, RAISER, "en") as here:
        await here.press("concern-button")
        await here.press("concern-submit")
        assert (await here.page.title()).startswith("Error: Raise a concern")
        await here.page.wait_for_function("document.activeElement.className == 'summary'")
        await here.page.keyboard.press("Tab")
        await here.page.keyboard.press("Enter")
        assert await here.page.evaluate("document.activeElement.name") == "what"


async def test_danger_shows_the_urgent_route_and_anonymity_its_questions(
    browser: Browser, address: str
) -> None:
    async with window(browser, address, RAISER, "en") as here:
        await here.press("concern-button")
        urgent = here.page.get_by_text("If someone is in danger now, call:")
        release = here.page.locator("#change_release-line")
        assert not await urgent.is_visible()
        assert not await release.is_visible()
        await here.choose("danger", "danger-yes")
        assert await urgent.is_visible()
        await here.choose("how", "how-anonymous")
        assert await release.is_visible()
        await here.page.keyboard.press("ArrowUp")
        assert not await release.is_visible()


async def test_what_gives_people_away_is_pointed_out_before_sending(
    browser: Browser, address: str
) -> None:
    async with window(browser, address, RAISER, "en") as here:
        await fill(here, "named")
        await here.page.locator("textarea").fill("Amina Yusuf said so.")
        await here.press("concern-submit")
        await here.reads("“Amina Yusuf”")
        assert (await here.page.title()).startswith("Please check:")
        assert await here.page.evaluate("document.activeElement.className") == "again"
        await here.choose("about_named", "named-read")
        await here.tick("anyway")
        await here.press("concern-submit")
        await here.reads(here.words("concern-sent-title"))


@pytest.mark.parametrize(("how", "named"), [("named", True), ("anonymous", False)])
async def test_what_is_stored_names_the_raiser_only_if_they_gave_their_name(
    browser: Browser, address: str, how: str, named: bool
) -> None:
    async with window(browser, address, RAISER, "en") as here:
        await raise_concern(here, how)
        await here.press("web-stored-all")
        await follow(here.page.locator("main li a"))
        rows = await here.page.locator("main").inner_text()
    assert "ring" in rows
    assert TEXT not in rows
    assert (RAISER in rows, NAME in rows) == (named, named)


async def test_it_all_works_without_javascript(browser: Browser, address: str) -> None:
    async with (
        window(browser, address, RAISER, "en", script=False) as raiser,
        window(browser, address, LEAD, "en", script=False) as lead,
    ):
        page = raiser.page
        await page.get_by_role("link", name="Raise a concern").click()
        await page.get_by_role("button", name="Send").click()
        await page.locator(".summary").wait_for(state="visible")
        await page.locator("input[name=danger][value=no]").check()
        await page.locator("select[name=topic]").select_option("threshold")
        await page.locator("textarea").fill(TEXT)
        await page.locator("#change_where").check()
        await page.locator("select[name=agency]").select_option("childrens-social-care")
        await page.locator("input[name=how][value=confidence]").check()
        await page.get_by_role("button", name="Send").click()
        await raiser.reads(raiser.words("concern-sent-title"))
        await lead.page.reload()
        await lead.page.locator("main a", has_text="Open").first.click()
        await lead.page.get_by_role("button", name="I’ll pick this up").first.click()
        await lead.reads(TEXT, NAME)
