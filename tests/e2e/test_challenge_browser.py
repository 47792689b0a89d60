"""A challenge in Chromium: up the ladder by keyboard alone, and by a code from a private window."""

import pytest
from playwright.async_api import Browser

from tests.e2e.challenge_pages import (
    DECISION,
    LEAD,
    NAME,
    OWNER,
    RAISER,
    READER,
    WHAT,
    adopts,
    answers,
    challenges,
    code_in_both_languages,
    draft,
    every_page,
    not_settled,
    opens,
    opens_with,
)
from tests.e2e.demo import LANGUAGES, Inspector, private, window

STAYS = "It stays: they were seen in May."
ADAPT = "See them first, then decide."
CHANGE = "We see them on Friday, and decide again."


@pytest.mark.parametrize("language", LANGUAGES)
async def test_from_the_owner_to_a_reader_to_a_lead_to_settled(
    browser: Browser, address: str, language: str
) -> None:
    async with (
        window(browser, address, RAISER, language) as raiser,
        window(browser, address, OWNER, language) as owner,
        window(browser, address, READER, language) as reader,
        window(browser, address, LEAD, language) as lead,
    ):
        await challenges(raiser)
        await answers(owner, "keep", STAYS)
        await opens(raiser)
        await not_settled(raiser, STAYS)
        await raiser.reads(raiser.words("bot-to-reader"))

        await answers(reader, "adapt", ADAPT)
        await opens(raiser)
        await not_settled(raiser, ADAPT)
        await raiser.reads(raiser.words("bot-to-adopt"))

        await adopts(lead)
        await opens(raiser)
        await raiser.reads(raiser.words("bot-adopted", name="Grace Okafor"))

        await answers(owner, "change", CHANGE)
        await opens(raiser)
        await raiser.reads(CHANGE, raiser.words("settled-question"))
        await raiser.press("button-settled")
        await raiser.reads(raiser.words("settled-done"))
        await raiser.press("web-home")
        await raiser.press("quiet-button")
        await raiser.reads(raiser.words("quiet-none"))
        await owner.press("web-home")
        await owner.reads(owner.words("card-settled"), owner.words("waiting-none"))


@pytest.mark.parametrize(("language", "script"), [("en", False), ("cy", True)])
async def test_by_a_code_alone_from_a_private_window(
    browser: Browser, address: str, language: str, script: bool
) -> None:
    async with (
        window(browser, address, RAISER, language) as raiser,
        window(browser, address, OWNER, language) as owner,
        window(browser, address, READER, language) as reader,
    ):
        await challenges(raiser, "receipt")
        code = await code_in_both_languages(raiser)
        await raiser.press("receipt-title")  # the way there stands at the foot of every page
        await raiser.reads(raiser.words("receipt-page"))
        await raiser.go(f"{address}/as/{RAISER}")
        await raiser.press("quiet-button")
        await raiser.reads(raiser.words("quiet-none"))
        await answers(owner, "keep", STAYS)
        async with private(browser, address, language, script=script) as alone:
            await opens_with(alone, code)
            await not_settled(alone, STAYS)
            await alone.press("button-answer")
            await alone.write("text", "They have moved since.")
            await alone.press("answer-submit")
            await alone.reads(alone.words("answer-done-title"))
            await alone.press("receipt-back")
            await alone.reads("They have moved since.")
        await reader.press("web-home")
        await reader.press("button-open")
        await reader.reads("They have moved since.")
        await answers(reader, "change", CHANGE)
        # Written down by hand: in small letters, with spaces.
        async with private(browser, address, language, script=script) as alone:
            await opens_with(alone, code.lower().replace("-", " "))
            await alone.reads(CHANGE)
            assert NAME not in await alone.page.content()
            await alone.press("button-settled")
            await alone.reads(alone.words("settled-done"))
            await alone.press("receipt-again")
            await opens_with(alone, code)
            await alone.reads(alone.words("receipt-nothing"))
            assert WHAT not in await alone.page.content()


async def test_a_decision_in_the_meeting_is_challenged_and_its_link_goes_along(
    browser: Browser, address: str
) -> None:
    async with (
        window(browser, address, RAISER, "en") as raiser,
        window(browser, address, OWNER, "en") as owner,
    ):
        await raiser.press("web-meeting")
        await raiser.press("web-flag-decision")
        await draft(raiser)
        await raiser.press("challenge-submit")
        await raiser.reads(raiser.words("challenge-sent-title"))
        await owner.press("web-home")
        await owner.press("button-open")
        link = owner.page.get_by_role("link", name=owner.words("flagged-link"))
        assert (await link.get_attribute("href") or "").startswith(f"{address}/")
        await owner.reads(DECISION)
        assert NAME not in await owner.page.content()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_axe_finds_nothing_on_any_page_of_a_challenge(
    browser: Browser, address: str, language: str
) -> None:
    inspector = Inspector()
    async with (
        window(browser, address, RAISER, language, after=inspector.look) as raiser,
        window(browser, address, OWNER, language, after=inspector.look) as owner,
        window(browser, address, READER, language, after=inspector.look) as reader,
        window(browser, address, LEAD, language, after=inspector.look) as lead,
        private(browser, address, language, after=inspector.look) as alone,
    ):
        await every_page(raiser, owner, reader, lead, alone)
        assert len(inspector.seen) > 20
        inspector.seen.clear()
        for here, pages in ((raiser, ("challenge",)), (lead, ("mine", "receipt"))):
            await here.page.emulate_media(color_scheme="dark")
            for page in pages:
                await here.go(f"{address}/as/{RAISER if here is raiser else LEAD}/do/{page}")
        await alone.page.emulate_media(color_scheme="dark")
        await alone.go(f"{address}/receipt")
    assert inspector.found == []
