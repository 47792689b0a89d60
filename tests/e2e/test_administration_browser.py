"""In Chromium against the real server: administrators replace a lead, undo it, and add an agency;
an operator sees what can't be delivered. At the width of a phone, some of it without scripts."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import Browser

from tests.e2e.concern_pages import raises_by_name
from tests.e2e.demo import LANGUAGES, Inspector, Window
from tests.e2e.served import Served, serving
from tests.e2e.signing_in import by_link, window
from tests.peers import free_port
from tests.signin.town import GRACE

WORDS = "The meeting ended before the health visitor could speak."
LINE = "County advice line"
ADDRESS = "bo.dean.who.is.told.when.no.lead.answers@hospice.anytown.example"
WIDE = "document.documentElement.scrollWidth"
CSC = "childrens-social-care"
PEOPLE = ("daniel-reid", "fiona-grant", "helen-ward", "james-holt", "ruth-ellison")
MAILBOXES = {slug: f"{slug}@anytown.example" for slug in PEOPLE}


@asynccontextmanager
async def signed_in(
    browser: Browser, served: Served, look: Inspector, who: str, language: str, *, script: bool
) -> AsyncIterator[Window]:
    """Somebody's window, on a phone. Axe looks at each page where scripts run."""
    mailbox = {**MAILBOXES, "grace-okafor": GRACE}[who]
    name = who.replace("-", " ").title()
    async with window(browser, language, look, script=script, wide=360) as here:
        await by_link(here, served, mailbox, name)
        yield here
        assert await here.page.evaluate(WIDE) <= 360


async def replaces(ruth: Window, served: Served) -> None:
    """Daniel's colleague Grace does nothing there any more: Amina takes all of it over."""
    await ruth.go(f"{served.address}/me/do/administration.agency?subject={CSC}")
    await ruth.press("administration-role-title")
    await ruth.page.locator("select[name=holds]").select_option("every")
    await ruth.page.locator("select[name=leaver]").select_option("web:grace-okafor")
    await ruth.page.locator("input[name=owner]").fill("Amina Yusuf")
    await ruth.press("administration-role-submit")
    two = ruth.words("administration-takes-two", day="#").partition("#")[0]
    await ruth.reads("Grace Okafor", two)
    await ruth.press("administration-right-change")  # with all that was filled in
    assert await ruth.page.locator("input[name=owner]").input_value() == "Amina Yusuf"
    await ruth.press("administration-role-submit")
    await ruth.reads("Grace Okafor", two)
    await ruth.page.go_back()
    assert await ruth.page.locator("select[name=leaver]").input_value() == "web:grace-okafor"
    await ruth.press("administration-role-submit")
    await ruth.press("administration-confirm")
    assert await ruth.page.evaluate("Object.keys(sessionStorage).length") == 0


async def agrees(second: Window, served: Served) -> None:
    """The second person finds it on the page of administration."""
    await second.go(f"{served.address}/me/do/administration")
    await second.press("administration-agree")
    await second.reads(second.words("administration-done"))


async def adds_an_agency(helen: Window, served: Served) -> None:
    """A hospice comes in."""
    await helen.go(f"{served.address}/me/do/administration.new")
    lines = {"name": "Anytown Hospice", "lead": "Al Dean", "lead_job": "Head",
             "fallback": "Bo Dean", "fallback_job": "Chair", "fallback_email": ADDRESS}  # fmt: skip
    for name, text in lines.items():
        await helen.page.locator(f"input[name={name}]").fill(text)
    await helen.page.locator("select[name=sector]").select_option("voluntary")
    await helen.press("administration-new-submit")
    await helen.reads("Anytown Hospice", "Al Dean")
    assert await helen.page.evaluate(WIDE) <= 360
    await helen.press("administration-confirm")


async def adds_where_to_turn(helen: Window, served: Served) -> None:
    """Everybody can turn to an advice line from now on, on weekdays."""
    await helen.go(f"{served.address}/me/do/administration.elsewhere")
    await helen.press("administration-route-title")
    lines = {"number": "01632 960177", "name": LINE, "purpose": "Advice on speaking up"}
    for name, text in lines.items():
        await helen.page.locator(f"input[name={name}]").fill(text)
    await helen.page.locator("input[name=kind][value=advice]").check()
    await helen.page.locator("input[name=limited]").check()
    await helen.press("administration-route-submit")
    await helen.reads(LINE, helen.words("administration-of-other-routes"))
    await helen.press("administration-confirm")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_lead_is_replaced_and_comes_back_and_an_agency_comes_in(
    browser: Browser, tmp_path: Path, language: str
) -> None:
    look = Inspector()
    async with (
        serving(tmp_path, free_port(), MAILBOXES) as served,
        signed_in(browser, served, look, "helen-ward", language, script=False) as helen,
        signed_in(browser, served, look, "grace-okafor", language, script=True) as grace,
        signed_in(browser, served, look, "ruth-ellison", language, script=True) as ruth,
    ):
        served.mail.unknown, served.mail.refusal = MAILBOXES["daniel-reid"], "451 4.3.0 later"
        await raises_by_name(helen, WORDS, "yes")
        await grace.go(f"{served.address}/me")
        await grace.press("button-open")
        await grace.reads(WORDS)
        await grace.press("button-pick")
        await replaces(ruth, served)
        await grace.page.reload()
        await grace.reads(WORDS)  # one alone changes nothing
        await agrees(helen, served)
        await grace.go(f"{served.address}/me")
        assert not await grace.page.get_by_text(WORDS[:20]).count()
        await ruth.go(f"{served.address}/me/do/administration")
        await ruth.press("administration-undo")
        await agrees(helen, served)
        await adds_an_agency(helen, served)
        async with signed_in(browser, served, look, "fiona-grant", language, script=False) as fiona:
            await agrees(fiona, served)
            await adds_where_to_turn(helen, served)
            await agrees(fiona, served)
        await grace.go(f"{served.address}/me/do/help")
        await grace.reads(LINE, "01632 960177")
        await grace.go(f"{served.address}/me/do/concern")
        assert await grace.page.locator("select[name=agency] option[value=anytown-hospice]").count()
        async with signed_in(browser, served, look, "james-holt", language, script=True) as james:
            await james.go(f"{served.address}/me/operating")
            await james.reads(james.words("operating-undelivered-about"))
            assert await james.page.locator("button[name=_again]").count()
    assert look.found == []
