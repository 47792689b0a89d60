"""What happens to a card between the courier and Teams, and what the courier is told."""

import json

import httpx
import pytest

from bot.core.delivery.answers import Misconfigured, PerhapsArrived, TryAgain, Unreachable
from bot.teams.connector.client import TeamsClient
from bot.teams.connector.hosts import Hosts
from bot.teams.connector.tokens import NoTokenError, StaticToken
from bot.teams.connector.transport import PATIENCE, Retrying, retry_after
from tests.edge.teams.fakes import LEADS, Here
from tests.peers.fake_teams import Trouble
from tests.peers.teams_person import texts


@pytest.mark.parametrize("status", [412, 429, 502, 504])
async def test_passing_trouble_is_tried_again(bot: Here, status: int) -> None:
    await bot.pat.install()
    bot.teams.troubles = [Trouble(status, retry_after="0")]
    await bot.edge.client.send(bot.address(bot.pat), LEADS, "en")
    assert texts(bot.teams.last(bot.pat.chat)).startswith("A concern")
    assert bot.teams.troubles == []


async def test_a_longer_wait_is_the_couriers(bot: Here) -> None:
    await bot.pat.install()
    bot.teams.troubles = [Trouble(429, retry_after="37")]
    with pytest.raises(TryAgain) as told:
        await bot.edge.client.send(bot.address(bot.pat), LEADS, "en")
    assert told.value.after == 37
    assert bot.teams.sent == []


async def test_lasting_trouble_is_given_back_after_a_few_tries(bot: Here) -> None:
    await bot.pat.install()
    bot.teams.troubles = [Trouble(429, retry_after="0") for _ in range(3)]
    with pytest.raises(TryAgain):
        await bot.edge.client.send(bot.address(bot.pat), LEADS, "en")
    assert bot.teams.troubles == []


@pytest.mark.parametrize("status", [408, 500, 503])
async def test_trouble_of_theirs_is_tried_later(bot: Here, status: int) -> None:
    await bot.pat.install()
    bot.teams.troubles = [Trouble(status)]
    with pytest.raises(TryAgain):
        await bot.edge.client.send(bot.address(bot.pat), LEADS, "en")


async def test_who_took_the_bot_out_is_unreachable(bot: Here) -> None:
    await bot.pat.install()
    address = bot.address(bot.pat)
    bot.teams.installed.clear()
    with pytest.raises(Unreachable) as told:
        await bot.edge.client.send(address, LEADS, "en")
    assert bot.pat.chat not in str(told.value)


@pytest.mark.parametrize(
    "trouble",
    [
        Trouble(403, text="<html>Please sign in.</html>"),
        Trouble(200, text="<html>Please sign in.</html>"),
        Trouble(404, text=""),
        Trouble(404, text="Not Found"),
        Trouble(401),
        Trouble(400, code="BadArgument"),
        Trouble(403, code="AWordOfNextYear"),
    ],
    ids=repr,
)
async def test_whatever_says_nothing_of_the_person_is_ours_to_mend(
    bot: Here, trouble: Trouble
) -> None:
    await bot.pat.install()
    bot.teams.troubles = [trouble]
    with pytest.raises(Misconfigured):
        await bot.edge.client.send(bot.address(bot.pat), LEADS, "en")


async def test_what_the_connector_took_is_with_them_whatever_it_answers(bot: Here) -> None:
    await bot.pat.install()
    bot.teams.troubles = [Trouble(201, text="OK", takes=True)]
    ref = await bot.edge.client.send(bot.address(bot.pat), LEADS, "en")
    assert len(bot.teams.to(bot.pat.chat)) == 1
    await bot.edge.client.update(bot.address(bot.pat), ref, LEADS, "cy")  # nobody knows where


async def test_an_empty_answer_may_be_the_connectors(bot: Here) -> None:
    await bot.pat.install()
    bot.teams.troubles = [Trouble(200, text="", takes=True)]
    with pytest.raises(PerhapsArrived):
        await bot.edge.client.send(bot.address(bot.pat), LEADS, "en")


async def test_a_card_is_changed_where_it_stands(bot: Here) -> None:
    await bot.pat.install()
    address = bot.address(bot.pat)
    ref = await bot.edge.client.send(address, LEADS, "en")
    await bot.edge.client.update(address, ref, LEADS, "cy")
    [sent] = bot.teams.to(bot.pat.chat)
    assert (sent.edits, sent.card["lang"]) == (1, "cy")


async def test_somebody_known_from_a_group_is_reached_one_to_one(bot: Here) -> None:
    bot.teams.installed[bot.pat.chat] = bot.pat.user
    where = {"user": bot.pat.user, "tenant": "t", "serviceUrl": bot.teams.service_url}
    for _ in range(2):
        await bot.edge.client.send(json.dumps(where), LEADS, "en")
    assert len(bot.teams.to(bot.pat.chat)) == 2
    assert bot.teams.asked.count("POST /teams/v3/conversations") == 1


@pytest.mark.parametrize(
    "address",
    [
        "not json",
        "[]",
        "{}",
        '{"conversation": "a:1", "serviceUrl": "https://evil.example/"}',
    ],
)
async def test_our_token_goes_nowhere_else(bot: Here, address: str) -> None:
    with pytest.raises((Unreachable, Misconfigured)):
        await bot.edge.client.send(address, LEADS, "en")
    assert bot.teams.asked == []


async def test_when_teams_cannot_be_reached_it_is_tried_later(bot: Here) -> None:
    async def broken(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("no route to 19:somebody", request=request)

    http = httpx.AsyncClient(transport=httpx.MockTransport(broken))
    client = TeamsClient(http, StaticToken("t"), Hosts(), "28:bot")
    address = '{"conversation": "a:1", "serviceUrl": "https://smba.trafficmanager.net/uk/"}'
    with pytest.raises(TryAgain) as told:
        await client.send(address, LEADS, "en")
    assert told.value.__cause__ is None
    assert told.value.__suppress_context__


@pytest.mark.parametrize("error", [NoTokenError(), ConnectionError("offline"), ValueError("?")])
async def test_without_a_token_nothing_is_sent(bot: Here, error: Exception) -> None:
    class Broken:
        async def token(self) -> str:
            raise error

    await bot.pat.install()
    bot.teams.asked.clear()
    client = TeamsClient(bot.edge.client.http, Broken(), Hosts((bot.teams.host,)), "28:bot")
    with pytest.raises((TryAgain, Misconfigured)):
        await client.send(bot.address(bot.pat), LEADS, "en")
    assert bot.teams.asked == []


async def test_the_wait_asked_for_is_kept() -> None:
    answers = iter([httpx.Response(429, headers={"Retry-After": "1"}), httpx.Response(200)])
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    transport = Retrying(httpx.MockTransport(lambda _: next(answers)), sleep)
    async with httpx.AsyncClient(transport=transport) as http:
        assert (await http.get("http://peer.example")).status_code == 200
    assert slept == [1.0]
    assert slept[0] <= PATIENCE


@pytest.mark.parametrize(
    ("said", "seconds"),
    [("5", 5.0), ("", None), ("soon", None), ("Wed, 21 Oct 2015 07:28:00 GMT", 0.0)],
)
def test_retry_after(said: str, seconds: float | None) -> None:
    assert retry_after(httpx.Response(429, headers={"Retry-After": said})) == seconds
