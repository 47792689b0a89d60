"""What can't be an activity from Teams is refused before anything reads it, without a word."""

from collections.abc import AsyncIterator

import httpx
import pytest

from bot.base.requests import RefusedRequest
from bot.teams.connector.hosts import Hosts, is_message_link
from bot.teams.guard import MOST_BYTES, TeamsGuard
from tests.edge.teams.fakes import Here, unstarted
from tests.peers.teams_person import PATH

JSON = {"content-type": "application/json"}


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        (b"{}", {}, 415),
        (b"{}", {"content-type": "text/plain"}, 415),
        (b"", JSON, 400),
        (b"not json", JSON, 400),
        (b"\xff\xfe", JSON, 400),
        (b"[]", JSON, 400),
        (b'"text"', JSON, 400),
        (b"[" * 100_000, JSON, 400),
        (b"{}", JSON, 400),
        (b" " * (MOST_BYTES + 1), JSON, 413),
    ],
)
async def test_malformed_bodies(
    bot: Here, body: bytes, headers: dict[str, str], status: int
) -> None:
    answer = await bot.http.post(PATH, content=body, headers=headers)
    assert (answer.status_code, answer.content) == (status, b"")


@pytest.mark.parametrize(
    "change",
    [
        {"serviceUrl": None},
        {"serviceUrl": 7},
        {"serviceUrl": "https://evil.example/"},
        {"serviceUrl": "http://smba.trafficmanager.net/emea/"},
        {"serviceUrl": "https://smba.trafficmanager.net@evil.example/"},
        {"serviceUrl": "https://smba.trafficmanager.net:port/"},
        {"channelId": "webchat"},
        {"channelId": None},
        {"type": 5},
    ],
)
async def test_activities_from_elsewhere(bot: Here, change: dict[str, object]) -> None:
    answer = await bot.pat.post(bot.pat.activity("message", text="concern") | change)
    assert (answer.status_code, answer.content) == (400, b"")
    assert bot.teams.sent == []


@pytest.mark.parametrize(
    "activity",
    [
        {"type": "invoke", "name": "task/fetch"},
        {"type": "invoke", "name": "adaptiveCard/action", "value": {"action": 5}},
        {"type": "unheard-of"},
        {"type": "message", "from": "nobody", "text": "x"},
    ],
)
async def test_signed_nonsense_is_a_4xx_too(bot: Here, activity: dict[str, object]) -> None:
    answer = await bot.pat.post(bot.pat.activity("message") | activity)
    assert answer.status_code == 400
    assert bot.dispatch.came == []


@pytest.mark.parametrize("data", [None, [], "text", {}, {"verb": 5}, {"verb": "x", "asked": "y"}])
async def test_strange_data_in_a_press_is_answered_kindly(bot: Here, data: object) -> None:
    answer = await bot.pat.post(
        bot.pat.activity("invoke", name="task/submit", value={"data": data})
    )
    assert answer.json()["task"]["value"]["title"] == "Sorry"


async def test_reactions_and_edits_are_taken_and_forgotten(bot: Here) -> None:
    activity = bot.pat.activity("messageReaction", reactionsAdded=[{"type": "like"}])
    assert (await bot.pat.post(activity)).status_code == 200
    assert bot.dispatch.came == []


async def test_before_it_is_started_the_door_is_shut(bot: Here) -> None:
    async with unstarted(bot.teams) as http:
        answer = await http.post(PATH, json=bot.pat.activity("message", text="concern"))
    assert answer.status_code == 503


async def test_a_body_without_a_length_is_cut_off_while_it_comes() -> None:
    read = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal read
        while True:
            read += 1
            yield b" " * 65536

    with pytest.raises(RefusedRequest):
        await TeamsGuard(Hosts()).admit(httpx.Headers(JSON), endless())
    assert read <= MOST_BYTES / 65536 + 1


@pytest.mark.parametrize(
    ("url", "allowed"),
    [
        ("https://smba.trafficmanager.net/emea/", True),
        ("https://smba.infra.gcc.teams.microsoft.com/teams", True),
        ("https://SMBA.trafficmanager.net/uk/", True),
        ("https://smba.trafficmanager.net.evil.example/", False),
        ("https://peer.example/", True),
        ("http://peer.example/", False),
        ("http://127.0.0.1:9/", True),
        ("http://127.0.0.1:8/", False),
        ("ftp://smba.trafficmanager.net/", False),
    ],
)
def test_service_addresses(url: str, allowed: bool) -> None:
    assert Hosts(("peer.example", "127.0.0.1:9")).allow(url) is allowed


@pytest.mark.parametrize(
    ("url", "real"),
    [
        ("https://teams.microsoft.com/l/message/x", True),
        ("https://teams.cloud.microsoft/l/message/x", True),
        ("https://gov.teams.microsoft.us/l/message/x", True),
        ("https://notteams.microsoft.com.evil.example/", False),
        ("javascript:alert(1)", False),
        (None, False),
    ],
)
def test_links_to_messages(url: object, real: bool) -> None:
    assert is_message_link(url) is real
