"""Two doors: what everybody reaches says yes or no; the operators' own tells why, and counts."""

import socket
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from bot.base.settings import Settings
from tests.cli.operator import Operator
from tests.conftest import Stores
from tests.drill.server import Process, serving, upstander
from tests.peers import fake_slack, free_port

SLACK = {"SLACK_BOT_TOKEN": "xoxb-a", "SLACK_SIGNING_SECRET": "8f742231b10e8888abcd99eeefff85a5"}


@pytest.fixture
async def server(sqlite_stores: Stores, tmp_path: Path) -> AsyncIterator[Process]:
    async with fake_slack.running() as slack:
        yield upstander(tmp_path, slack.api, sqlite_stores.main_url, sqlite_stores.keyring_url)


async def test_everybody_reads_one_word_and_no_count(server: Process) -> None:
    async with serving(server), httpx.AsyncClient(base_url=server.url) as http:
        ready = await http.get("/readyz")
        assert (ready.status_code, ready.text) == (200, "yes\n")
        # Neither another name, nor a word about where it came from, leads to the other door.
        port = f"127.0.0.1:{server.metrics_port}"
        for headers in (
            {},
            {"host": port},
            {"x-forwarded-host": port, "forwarded": f"host={port}"},
        ):
            assert (await http.get("/metrics", headers=headers)).status_code == 404
            assert (await http.get("/readyz", headers=headers)).text == "yes\n"
        assert (await http.get("/healthz")).text == "ok\n"


async def test_operators_read_why_and_every_count_and_reach_no_page(server: Process) -> None:
    async with serving(server), httpx.AsyncClient(base_url=server.watch) as http:
        ready = (await http.get("/readyz")).json()
        assert ready["ready"] is True
        assert {"late_steps", "outbox_waiting", "slack"} <= ready.keys()
        assert "upstander_delivered_total" in (await http.get("/metrics")).text
        assert (await http.get("/healthz")).text == "ok\n"
        for page in ("/receipt", "/pause", "/slack/events", "/privacy"):
            assert (await http.get(page)).status_code == 404


async def test_nothing_that_they_say_of_where_they_are_from_is_believed(server: Process) -> None:
    async with serving(server), httpx.AsyncClient(base_url=server.url) as http:
        found = []
        for n in range(60):
            told = {"x-forwarded-for": f"198.51.100.{n}", "forwarded": f"for=198.51.100.{n}"}
            sent = {"_verb": "receipt.send", "code": "0" * 20}
            found.append((await http.post("/receipt", data=sent, headers=told)).status_code)
        assert found[-1] == 429  # all of them count as one


async def test_with_nought_there_is_no_second_door(server: Process) -> None:
    server.settings["UPSTANDER_METRICS_PORT"] = "0"
    async with serving(server), httpx.AsyncClient(base_url=server.url) as http:
        assert (await http.get("/metrics")).status_code == 404
        assert (await http.get("/readyz")).text == "yes\n"
        with pytest.raises(httpx.ConnectError):
            await http.get(f"{server.watch}/readyz")


def test_by_itself_it_opens_on_this_machine_only() -> None:
    settings = Settings()
    assert (settings.metrics_host, settings.metrics_port) == ("127.0.0.1", 8751)


def test_one_port_for_both_is_refused(anytown: Operator) -> None:
    anytown.settings |= SLACK | {"UPSTANDER_PORT": "9000", "UPSTANDER_METRICS_PORT": "9000"}
    for command in ("serve", "check"):
        anytown.types(command).refused("UPSTANDER_METRICS_PORT must be another port")


def test_a_second_door_that_is_taken_is_told_by_its_name(anytown: Operator) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        ports = {"UPSTANDER_PORT": str(free_port()), "UPSTANDER_METRICS_PORT": port}
        anytown.settings |= SLACK | ports
        anytown.starts("serve").refused(f"Port {port} of 127.0.0.1", "UPSTANDER_METRICS_PORT")


def test_check_says_that_a_proxy_is_written_wrongly(anytown: Operator) -> None:
    anytown.settings["UPSTANDER_TRUSTED_PROXIES"] = "127.0.0.1, proxy.example"
    said = anytown.types("check")
    said.refused("Settings: UPSTANDER_TRUSTED_PROXIES: number 2 is no network", "10.1.0.0/16")
    assert "proxy.example" not in said.text
