"""Only Teams itself gets in, by the SDK's real token checks against a key server."""

import pytest

from bot.teams.connector.keys import PAUSE, SigningKeys
from tests.edge.teams.fakes import Here, here
from tests.peers.fake_teams import CLIENT_ID, FakeTeams
from tests.peers.teams_tokens import Mint

BAD = sorted(Mint(CLIENT_ID, "").bad())


@pytest.mark.parametrize("wrong", BAD)
async def test_a_bad_token_gets_401_and_nothing_happens(bot: Here, wrong: str) -> None:
    activity = bot.pat.activity("invoke", name="task/fetch", value={"data": {"verb": "concern"}})
    answer = await bot.pat.post(activity, authorization=bot.teams.mint.bad()[wrong]())
    assert answer.status_code == 401
    assert bot.dispatch.came == []
    assert bot.teams.sent == []


async def test_a_good_token_does_not_help_an_activity_that_names_another_service(bot: Here) -> None:
    activity = bot.pat.activity("message", text="concern")
    activity["serviceUrl"] = f"{bot.teams.url}/another/"
    assert (await bot.pat.post(activity)).status_code == 401


async def test_authentication_cannot_be_switched_off_from_outside(
    teams: FakeTeams, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS", "true")
    async with here(teams) as bot:
        answer = await bot.pat.post(bot.pat.activity("message", text="x"), authorization="")
    assert answer.status_code == 401


async def test_the_keys_are_there_before_anybody_comes(bot: Here) -> None:
    assert bot.teams.key_fetches == 1
    await bot.pat.install()
    await bot.pat.types("concern")
    assert bot.teams.key_fetches == 1


async def test_made_up_key_ids_do_not_make_us_fetch_without_end(bot: Here) -> None:
    for number in range(5):
        token = bot.teams.mint.good("stranger", kid=f"made-up-{number}")
        await bot.pat.post(bot.pat.activity("message", text="x"), f"Bearer {token}")
    assert bot.teams.key_fetches == 1


async def test_a_new_key_is_fetched_when_it_is_first_met(teams: FakeTeams, bot: Here) -> None:
    now = 1000.0
    keys = SigningKeys(teams.openid_url, bot.edge.client.http, clock=lambda: now)
    await keys.meet("teams")
    assert keys.endorses("teams")
    before = teams.key_fetches
    await keys.meet("rotated")
    assert teams.key_fetches == before
    now += PAUSE
    await keys.meet("rotated")
    assert teams.key_fetches == before + 1


async def test_without_a_key_server_it_stays_shut(bot: Here) -> None:
    keys = SigningKeys(f"{bot.teams.url}/nothing-here", bot.edge.client.http)
    await keys.warm()
    assert not keys.endorses("teams")
