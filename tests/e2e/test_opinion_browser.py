"""A second opinion in Chromium: asked, answered alone, shown to all at once, decided on."""

from datetime import UTC, datetime

import pytest
from playwright.async_api import Browser

from tests.e2e.demo import LANGUAGES, StillClock, Window, serving, window
from tests.e2e.phone import PhoneInspector
from tests.e2e.referral_pages import AGENCIES, LEAD, REFERRER

MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
COLLEAGUE = "daniel-reid"
QUESTION, VIEW = "Is three weeks without a visit reason enough?", "Quietly, I think so."
RULE, SEEN = "It is the rule here.", "Not by itself: the school sees her daily."


async def asks(here: Window) -> None:
    """From home to "they are being asked", with the form answered from the top down."""
    await here.press("opinion-button")
    await here.choose("danger", "danger-no")
    await here.write("what", QUESTION)
    await here.write("proposal", "We wait.")
    await here.write("view", VIEW)
    agency = AGENCIES["childrens-social-care"][here.language]
    await here.choose_text("agency", agency)
    await here.choose("role", "opinion-role-lead")
    await here.press("opinion-submit")
    await here.reads(here.words("opinion-sent-title"))


async def opens(here: Window, *texts: str) -> None:
    """From home to the question."""
    await here.press("web-home")
    await here.press("button-open")
    await here.reads(QUESTION, *texts)


async def answers(here: Window, verdict: str, why: str) -> None:
    """From home to the answer."""
    await opens(here, here.words("opinion-alone"))
    assert VIEW not in await here.page.content()
    await here.press("button-opinion")
    await here.choose("verdict", f"opinion-{verdict}")
    await here.write("text", why)
    await here.press("opining-submit")
    await here.reads(here.words("opining-done"))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_from_asking_to_what_was_decided(browser: Browser, language: str) -> None:
    inspector = PhoneInspector(language)
    async with (
        serving(StillClock(MONDAY)) as address,
        window(browser, address, REFERRER, language) as asker,
        window(browser, address, LEAD, language) as first,
        window(browser, address, COLLEAGUE, language, after=inspector.look) as second,
    ):
        await inspector.hold(asker, first)
        await asks(asker)
        await answers(first, "agree", RULE)
        await opens(first, first.words("opinion-given-note"), RULE)
        await opens(asker, asker.words("second-opinion-state-open"), VIEW)
        assert RULE not in await asker.page.content()
        await answers(second, "disagree", SEEN)
        for here in (first, second, asker):
            await opens(here, here.words("opinion-differ"), RULE, SEEN)
        await asker.press("button-decide")
        await asker.write("text", "It stays open.")
        await asker.write("why", "Nobody saw her.")
        await asker.press("deciding-submit")
        await asker.reads(asker.words("deciding-done"))
        await opens(second, "It stays open.", "Nobody saw her.")
    assert inspector.found == []
