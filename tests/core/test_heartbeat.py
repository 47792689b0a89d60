"""The dead man's switch: it is asked while the clock does its work, and hears nothing."""

import asyncio
import logging
from collections.abc import AsyncIterator
from datetime import timedelta
from functools import partial

import pytest
from pydantic import SecretStr, ValidationError

from bot.base.settings import Settings
from bot.health import stuck_seconds
from bot.jobs.heartbeat import Heartbeat
from tests.core.anytown import Town
from tests.handlers.referral.test_dialogue import refers

SECRET = "an-address-that-is-nobody-elses"


class Switch:
    """Somebody else's server, on loopback; keeps every byte that comes."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.status = "200 OK"
        self.url = ""

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One request."""
        self.heard.append((await reader.readuntil(b"\r\n\r\n")).decode())
        writer.write(f"HTTP/1.1 {self.status}\r\ncontent-length: 0\r\n\r\n".encode())
        await writer.drain()
        writer.close()


@pytest.fixture
async def switch() -> AsyncIterator[Switch]:
    """It runs."""
    switch = Switch()
    server = await asyncio.start_server(switch.answer, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    switch.url = f"http://127.0.0.1:{port}/{SECRET}"
    async with server:
        yield switch


async def test_it_beats_once_each_time_the_clock_did_its_work(town: Town, switch: Switch) -> None:
    heart = Heartbeat(SecretStr(switch.url), town.core.ticks, partial(stuck_seconds, town.core))
    assert not await heart.beat()
    for beats in (1, 2):
        await town.core.ticks.steps()
        assert await heart.beat()
        assert not await heart.beat()
        assert len(switch.heard) == beats


async def test_it_says_nothing(town: Town, switch: Switch) -> None:
    heart = Heartbeat(SecretStr(switch.url), town.core.ticks, partial(stuck_seconds, town.core))
    await town.core.ticks.steps()
    await heart.beat()
    await refers(town, "leila")
    await heart.beat()
    first, second = switch.heard
    assert first == second
    lines = first.split("\r\n")
    assert lines[0] == f"GET /{SECRET} HTTP/1.1"
    names = {line.partition(":")[0].lower() for line in lines[1:] if line}
    assert names == {"host", "accept", "accept-encoding", "connection", "user-agent"}


async def test_it_stops_while_something_is_late(town: Town, switch: Switch) -> None:
    await refers(town, "leila")
    heart = Heartbeat(SecretStr(switch.url), town.core.ticks, partial(stuck_seconds, town.core))
    town.core.ticks.ran_at += 1
    town.clock.set(town.clock.now() + timedelta(days=9))
    assert not await heart.beat()
    await town.core.ticks.drain()
    assert await heart.beat()


@pytest.mark.parametrize("status", ["404 Not Found", "302 Found"])
async def test_a_refusal_is_told_without_the_address(
    town: Town, switch: Switch, status: str, caplog: pytest.LogCaptureFixture
) -> None:
    switch.status = status
    heart = Heartbeat(SecretStr(switch.url), town.core.ticks, partial(stuck_seconds, town.core))
    await town.core.ticks.steps()
    with caplog.at_level(logging.INFO, logger="upstander"):
        assert not await heart.beat()
    said = [str(getattr(record, "upstander_said", "")) for record in caplog.records]
    assert f"heartbeat was refused status={status[:3]}" in said
    assert SECRET not in str([vars(r) for r in caplog.records if r.name == "upstander"])


async def test_nobody_there_is_told_without_the_address(
    town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    heart = Heartbeat(
        SecretStr(f"http://127.0.0.1:9/{SECRET}"),
        town.core.ticks,
        partial(stuck_seconds, town.core),
    )
    await town.core.ticks.steps()
    with caplog.at_level(logging.INFO, logger="upstander"):
        assert not await heart.beat()
    [said] = [
        str(getattr(r, "upstander_said", "")) for r in caplog.records if r.name == "upstander"
    ]
    assert said.startswith("heartbeat failed (ConnectError")
    assert SECRET not in said


@pytest.mark.parametrize(
    "url", ["http://switch.example/x", "ftp://127.0.0.1/x", "switch.example/x", "https:///x"]
)
def test_an_address_that_is_not_safe_is_refused(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UPSTANDER_HEARTBEAT_URL", url)
    with pytest.raises(ValidationError, match="UPSTANDER_HEARTBEAT_URL") as refused:
        Settings()
    assert url not in str(refused.value)


@pytest.mark.parametrize("url", ["", "https://switch.example/x", "http://127.0.0.1:8000/x"])
def test_an_address_that_is_safe_is_taken(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UPSTANDER_HEARTBEAT_URL", url)
    settings = Settings()
    assert settings.heartbeat_url.get_secret_value() == url
    assert "switch.example" not in repr(settings)
