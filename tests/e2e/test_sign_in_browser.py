"""In Chromium against the real server: somebody signs in, raises a concern, and a lead has it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractContextManager, asynccontextmanager, suppress
from pathlib import Path

from playwright.async_api import Browser, Error

from tests.e2e.concern_pages import raises_by_name
from tests.e2e.demo import Inspector, Window
from tests.e2e.served import Served, certified_lacking, certified_provider, provider, serving
from tests.e2e.signing_in import by_link, in_their_language, window
from tests.peers import free_port, where_there_is
from tests.signin.town import KOFI

Provides = Callable[[str], AbstractContextManager[str]]
WORDS = "The meeting ended before the health visitor could speak."


async def with_provider(here: Window, served: Served, who: str) -> None:
    """Goes to the provider's own page, and is who they say there."""
    await here.go(served.address)
    await here.press("sign-in-own")
    async with here.page.expect_navigation(url=f"{served.address}/**"):
        await here.page.locator(f"button[name=sub][value={who}]").click()


async def with_certified_provider(here: Window, served: Served) -> None:
    """Goes to the certified provider's pages: one asks for a password, one for consent."""
    await here.go(served.address)
    await here.press("sign-in-own")
    await here.page.locator("[name=login]").fill("grace")
    await here.page.locator("[name=password]").fill("anything")
    async with here.page.expect_navigation():
        await here.page.locator("button[type=submit]").click()
    async with here.page.expect_navigation(url=f"{served.address}/**"):
        await here.page.locator("button[type=submit]").click()


async def story(
    kofi: Window, grace: Window, served: Served, lets_in: Callable[[], Awaitable[None]]
) -> None:
    """Kofi signs in by a link and raises a concern; Grace, of another agency, picks it up."""
    await by_link(kofi, served, KOFI, "Kofi Mensah")
    await raises_by_name(kofi, WORDS, "no")
    await lets_in()
    await grace.reads("Grace Okafor")
    await in_their_language(grace)
    await grace.page.locator("ul.lines a").first.click()
    await grace.reads(WORDS)
    await grace.press("button-pick")
    await kofi.go(f"{served.address}/me")
    await kofi.reads("Grace Okafor")
    await kofi.page.get_by_role("link", name=kofi.words("sign-out"), exact=True).click()
    await kofi.press("sign-out-here")
    await kofi.reads(kofi.words("sign-out-done"))
    for _ in range(3):
        with suppress(Error):  # what a form led to is kept nowhere: there is no such page any more
            await kofi.page.go_back()
        assert "Kofi Mensah" not in await kofi.page.locator("body").inner_text()


@asynccontextmanager
async def both(
    browser: Browser, tmp_path: Path, provides: Provides, language: str, script: bool
) -> AsyncIterator[tuple[Window, Window, Served]]:
    """The server with a provider beside it, and two people's windows, at which axe looks."""
    look, port = Inspector(), free_port()
    with provides(f"http://127.0.0.1:{port}/sign-in/back/openid") as issuer:
        own = {
            "UPSTANDER_OIDC_ISSUER": issuer,
            "UPSTANDER_OIDC_CLIENT_ID": "upstander",
            "UPSTANDER_OIDC_CLIENT_SECRET": "hush",
        }
        async with (
            serving(tmp_path, port, None, None, **own) as served,
            window(browser, language, look, script=script) as kofi,
            window(browser, language, look, script=script) as grace,
        ):
            yield kofi, grace, served
    # What the provider's own pages lack is the provider's.
    assert [line for line in look.found if line.startswith(served.address)] == []


async def test_somebody_signs_in_and_a_lead_picks_up_what_they_raise(
    browser: Browser, tmp_path: Path
) -> None:
    async with both(browser, tmp_path, provider, "en", True) as (kofi, grace, served):
        await with_provider(grace, served, "stranger")
        await grace.reads(grace.words("sign-in-not-known"))
        await story(kofi, grace, served, lambda: with_provider(grace, served, "grace"))


@where_there_is(certified_lacking)
async def test_the_same_in_welsh_without_scripts_and_with_a_certified_provider(
    browser: Browser, tmp_path: Path
) -> None:
    async with both(browser, tmp_path, certified_provider, "cy", False) as (kofi, grace, served):
        await story(kofi, grace, served, lambda: with_certified_provider(grace, served))
