"""Teams and the real core on SQLite: from a typed word to the answer, with nobody's name told."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from bot.app import open_stores
from bot.settings import Settings
from bot.wiring import Core, build_core, build_platforms
from prompts.words import say, speak
from storage.partnership import Partnership
from tests.peers.fake_teams import CLIENT_ID, TENANT, TOKEN, FakeTeams, running
from tests.peers.teams_person import Dialog, Person, texts

WHAT = "The plan was agreed and nobody did it."
ASKED = {"danger": "no", "about": "decision", "topic": "delay", "agency": "school", "what": WHAT}


def said(id: str) -> str:
    return speak(say(id), "en")


@dataclass
class Anytown:
    """A school in Teams: Rae works there, Lee and Lou listen."""

    core: Core
    teams: FakeTeams
    rae: Person
    lee: Person
    lou: Person

    async def deliver(self) -> None:
        while await self.core.courier.drain():
            pass


def partnership() -> Partnership:
    agency = {
        "id": "school",
        "name": {"en": "Anytown School"},
        "sector": "education",
        "nation": "wales",
        "urgent": [{"name": "Police", "number": "999"}],
        "leads": [f"teams:{TENANT}:lee", f"teams:{TENANT}:lou"],
        "roles": {"fallback": [f"teams:{TENANT}:lou"]},
        "teams_tenants": [TENANT],
    }
    return Partnership.model_validate({"id": "anytown", "name": "Anytown", "agencies": [agency]})


@asynccontextmanager
async def anytown(folder: Path) -> AsyncIterator[Anytown]:
    async with running() as teams:
        settings = Settings.model_validate(
            {
                "data_dir": folder,
                "TEAMS_CLIENT_ID": CLIENT_ID,
                "TEAMS_TENANT_ID": TENANT,
                "TEAMS_OPENID_URL": teams.openid_url,
                "TEAMS_SERVICE_HOSTS": teams.host,
                "TEAMS_STATIC_TOKEN": TOKEN,
            }
        )
        core = build_core(settings, partnership=partnership())
        platforms, app = build_platforms(core), FastAPI()
        platforms.mount(app)
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://bot") as http:
            await open_stores(core)
            await platforms.start()
            people = [Person(http, teams, name, name.lower()) for name in ("Rae", "Lee", "Lou")]
            for person in people:
                await person.install()
            try:
                yield Anytown(core, teams, *people)
            finally:
                await platforms.stop()
                await core.close()


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Anytown]:
    async with anytown(tmp_path) as town:
        yield town


async def opened(person: Person, command: str, button: str) -> Dialog:
    """Types a command, and presses the button of the card that answers."""
    await person.types(command)
    return await person.open(person.teams.last(person.chat), button)


async def raised(town: Anytown, how: str, **more: str) -> Dialog:
    form = await opened(town.rae, "concern", "Raise a concern")
    page = await form.press(said("concern-submit"), **ASKED, how=how, **more)
    if any(action["title"] == said("concern-submit") for action in page.card["actions"]):
        page = await page.press(said("concern-submit"), anyway="yes")
    assert said("sent-title") in texts(page.card)
    await town.deliver()
    return page


@pytest.mark.parametrize("how", ["named", "confidence", "anonymous"])
async def test_from_a_typed_word_to_an_answer(town: Anytown, how: str) -> None:
    teams, rae, lee, lou = town.teams, town.rae, town.lee, town.lou
    await raised(town, how, release="now")

    card = teams.last(lee.chat)
    assert card == teams.last(lou.chat)
    assert WHAT not in texts(card)
    await lee.press(card, said("button-pick"))
    await town.deliver()
    assert said("card-yours") in texts(teams.last(lee.chat))
    assert "Lee has picked this up" in texts(teams.last(lou.chat))

    page = await lee.open(teams.last(lee.chat), said("button-open"))
    assert WHAT in texts(page.card)
    assert ("Rae" in texts(page.card)) is (how != "anonymous")
    reply = await page.press(said("button-reply"))
    done = await reply.press(said("reply-submit"), text="We are on it *today*.")
    assert said("reply-done-title") in texts(done.card)
    await town.deliver()

    news = teams.last(rae.chat)
    assert texts(news) == said("news-title")
    home = await rae.open(news, said("news-button"))
    if how != "named":
        home = await home.press(said("quiet-button"))
    mine = await home.press(said("button-open"))
    assert "We are on it *today*." in texts(mine.card)


async def test_content_never_stands_in_a_message(town: Anytown) -> None:
    await raised(town, "confidence")
    await town.lee.press(town.teams.last(town.lee.chat), said("button-pick"))
    await town.deliver()
    everything = repr([sent.activity for sent in town.teams.sent])
    assert WHAT not in everything
    assert "Rae" not in everything


async def test_what_is_missing_is_asked_again_and_nothing_is_lost(town: Anytown) -> None:
    form = await opened(town.rae, "pryder", "Raise a concern")
    again = await form.press(said("concern-submit"), **ASKED | {"what": "  "}, how="named")
    assert said("missing-what") in texts(again.card)
    sent = await again.press(said("concern-submit"), what=WHAT)
    assert said("sent-title") in texts(sent.card)


async def test_somebody_without_a_seat_cannot_press_a_leads_buttons(town: Anytown) -> None:
    await raised(town, "named")
    card = town.teams.last(town.lee.chat)
    assert await town.rae.press(card, said("button-pick")) == said("not-for-you")
    page = await town.rae.open(card, said("button-open"))
    assert WHAT not in texts(page.card)


async def test_a_flagged_message_from_a_chat_of_two_keeps_its_link_back(town: Anytown) -> None:
    link = "https://teams.microsoft.com/l/message/19:x/1700"
    chat = {"id": "19:a_b@unq.gbl.spaces", "conversationType": "personal"}
    form = await town.rae.flag(link, chat)
    await form.press(said("concern-submit"), **ASKED, how="confidence")
    await town.deliver()
    await town.lee.press(town.teams.last(town.lee.chat), said("button-pick"))
    await town.deliver()
    page = await town.lee.open(town.teams.last(town.lee.chat), said("button-open"))
    assert WHAT in texts(page.card)
    assert link not in repr(page.card)
