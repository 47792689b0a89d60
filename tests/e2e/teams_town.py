"""Teams and the real core on SQLite: a school whose people have the app."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
from starlette.applications import Starlette

from bot.app import open_stores
from bot.base.settings import Settings
from bot.wiring import Core, build_core, build_platforms
from prompts.words import say, speak
from storage.engine.clock import MovableClock
from storage.partnership import Partnership
from tests.e2e import partnerships
from tests.e2e.passing import arrives
from tests.peers.fake_teams import CLIENT_ID, TENANT, TOKEN, FakeTeams, running
from tests.peers.teams_person import Dialog, Person

RAE = "Rae Oyelaran"  # longer than what a random id spells by chance
NAMES = {"rae": RAE, "lee": "Lee", "lou": "Lou"}


def said(id: str, **values: str) -> str:
    """What people read."""
    return speak(say(id, **values), "en")


@dataclass
class Anytown:
    """A school in Teams: Rae works there, Lee and Lou listen."""

    core: Core
    teams: FakeTeams
    rae: Person
    lee: Person
    lou: Person

    async def deliver(self) -> None:
        """What is on its way arrives."""
        await arrives(self.core)


def school(reviewer: str = "") -> Partnership:
    """One agency; with a reviewer, another one that reads what it decides."""
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
    return partnerships.of(agency, f"teams:{TENANT}:{reviewer}" if reviewer else "")


@asynccontextmanager
async def anytown(
    folder: Path, partnership: Partnership, clock: MovableClock | None = None
) -> AsyncIterator[Anytown]:
    """Teams, and the server in front of it; everyone has the app."""
    async with (
        running() as teams,
        build_core(_settings(folder, teams), clock or MovableClock(), partnership) as core,
    ):
        platforms, app = build_platforms(core), Starlette()
        platforms.mount(app)
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://bot") as http:
            await open_stores(core)
            try:
                await platforms.start()
                people = [Person(http, teams, name, id) for id, name in NAMES.items()]
                for person in people:
                    await person.install()
                yield Anytown(core, teams, *people)
            finally:
                await platforms.stop()


def _settings(folder: Path, teams: FakeTeams) -> Settings:
    return Settings.model_validate(
        {
            "data_dir": folder,
            "TEAMS_CLIENT_ID": CLIENT_ID,
            "TEAMS_TENANT_ID": TENANT,
            "TEAMS_OPENID_URL": teams.openid_url,
            "TEAMS_SERVICE_HOSTS": teams.host,
            "TEAMS_STATIC_TOKEN": TOKEN,
        }
    )


async def opened(person: Person, command: str, button: str) -> Dialog:
    """Types a command, and presses the button of the card that answers."""
    await person.types(command)
    return await person.open(person.teams.last(person.chat), button)
