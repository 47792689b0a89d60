"""The real server with both: from a school that signs in on the web to the police in Teams."""

import asyncio
from pathlib import Path

import httpx
import pytest
from playwright.async_api import Browser

from prompts.words import say, speak
from tests.e2e.concern_pages import raises_by_name
from tests.e2e.demo import LANGUAGES, Inspector
from tests.e2e.served import serving
from tests.e2e.signing_in import by_link, window
from tests.peers import free_port
from tests.peers.fake_teams import CLIENT_ID, TENANT, TOKEN, FakeTeams, Json, running
from tests.peers.teams_person import Person, texts

pytestmark = pytest.mark.browser
LEILA = "leila.haddad@school.anytown.example"
WORDS = "He was collected by somebody whom nobody knew."
ANSWER = "We have spoken with his mother."
IN_TEAMS = {
    "leads: [web:priya-nair, web:tom-barker]": f"leads: [teams:{TENANT}:lee]",
    "teams_tenants: []": f"teams_tenants: [{TENANT}]",
}
"""The police have Teams: theirs is the first agency of the file."""


def said(id: str) -> str:
    return speak(say(id), "en")


async def _card(teams: FakeTeams, chat: str) -> Json:
    """The card that the police are sent, once it is there."""
    async with asyncio.timeout(60):
        while not any(chat in str(sent) for sent in teams.sent):
            await asyncio.sleep(0.1)
    return teams.last(chat)


async def _joins(lee: Person) -> None:
    """Adds the app, once the server has Microsoft's keys."""
    async with asyncio.timeout(60):
        while (await lee.install()).status_code != 200:
            await asyncio.sleep(0.2)


async def _answers(lee: Person) -> None:
    """An officer reads it, takes it and replies, without leaving Teams."""
    page = await lee.open(await _card(lee.teams, lee.chat), said("button-open"))
    assert WORDS in texts(page.card)
    picked = await page.press(said("button-pick"))
    form = await picked.press(said("button-reply"))
    await form.press(said("reply-submit"), text=ANSWER)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_from_a_school_on_the_web_to_the_police_in_teams_and_back(
    browser: Browser, tmp_path: Path, language: str
) -> None:
    look, port = Inspector(), free_port()
    async with running() as teams:
        own = {
            "TEAMS_CLIENT_ID": CLIENT_ID, "TEAMS_TENANT_ID": TENANT, "TEAMS_STATIC_TOKEN": TOKEN,
            "TEAMS_OPENID_URL": teams.openid_url, "TEAMS_SERVICE_HOSTS": teams.host,
        }  # fmt: skip
        async with (
            serving(tmp_path, port, {"leila-haddad": LEILA}, IN_TEAMS, **own) as served,
            httpx.AsyncClient(base_url=served.address) as http,
            window(browser, language, look) as leila,
        ):
            lee = Person(http, teams, "Lee", "lee")
            await _joins(lee)
            await by_link(leila, served, LEILA, "Leila Haddad")
            await raises_by_name(leila, WORDS, "no", "police")
            await _answers(lee)
            await leila.go(f"{served.address}/me")
            await leila.page.locator("ul.lines a").first.click()
            await leila.reads(ANSWER, "Lee")
    assert look.found == []
