"""What `upstander check` says about Teams."""

from dataclasses import dataclass

import httpx
import pytest

from bot.teams.connector.keys import SigningKeys
from bot.teams.connector.tokens import REFUSED, NoTokenError, StaticToken, Tokens
from bot.teams.credentials import Credentials
from tests.edge.teams.fakes import TestDispatch, TestMembers, built, partnership
from tests.peers.fake_teams import FakeTeams


@dataclass
class Failing:
    """A sign-in that fails in one way."""

    error: Exception

    async def token(self) -> str:
        raise self.error


async def found(
    teams: FakeTeams, tokens: Tokens, path: str = "", tenants: bool = True
) -> list[str]:
    agencies = partnership().agencies
    if not tenants:
        agencies = tuple(a.model_copy(update={"teams_tenants": ()}) for a in agencies)
    town = partnership().model_copy(update={"agencies": agencies})
    async with httpx.AsyncClient() as http:
        keys = SigningKeys(f"{teams.url}{path}" if path else teams.openid_url, http)
        return await Credentials(tokens, keys, town).problems()


async def test_a_good_setup_has_no_problems(teams: FakeTeams) -> None:
    assert await built(teams, TestDispatch(), TestMembers()).check() == []


async def test_an_agency_needs_a_tenant(teams: FakeTeams) -> None:
    [problem] = await found(teams, StaticToken("t"), tenants=False)
    assert "teams_tenants" in problem


async def test_the_key_server_must_be_reachable(teams: FakeTeams) -> None:
    [problem] = await found(teams, StaticToken("t"), path="/nothing-here")
    assert "signing keys" in problem


@pytest.mark.parametrize(
    ("error", "words"),
    [(NoTokenError(REFUSED), "TEAMS_CLIENT_ID"), (ConnectionError("hidden-text"), "network")],
)
async def test_the_bot_needs_a_token(teams: FakeTeams, error: Exception, words: str) -> None:
    [problem] = await found(teams, Failing(error))
    assert words in problem
    assert "hidden-text" not in problem
