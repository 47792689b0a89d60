"""Platforms that refuse us, are away for an hour, or have eight hundred people to be met."""

import asyncio
from collections import Counter
from datetime import timedelta
from pathlib import Path
from random import Random

import aiohttp
import pytest

from bot.core.delivery.answers import TryAgain
from bot.health import stuck_seconds
from tests.conftest import Stores
from tests.core.anytown import CONCERN, anytown
from tests.drill.cards import DELIVERY, Cards
from tests.drill.forms import filled, is_over, opened, post, senders
from tests.drill.server import HEAD, LEADS, Process, serving, upstander
from tests.peers import fake_slack
from tests.peers.fake_slack import FakeSlack, person
from tests.peers.slack_payloads import unique
from tests.peers.slack_troubles import Refusal

pytestmark = pytest.mark.thorough

TEACHER = "U20TEACHER"
MANY = 60


async def _raise(server: Process, slack: FakeSlack, many: int) -> None:
    """So many concerns in danger, each acknowledged."""
    async with senders() as http:
        views = await opened(http, server.url, slack, TEACHER)
        for number in range(many):
            token = unique("drill-form-token-")
            form = filled(views, TEACHER, "named", token, f"Visit {number}")
            status, answer = await post(http, server.url, form.body())
            assert (status, is_over(answer)) == (200, True)


async def _ready(server: Process) -> tuple[int, dict[str, object]]:
    async with aiohttp.ClientSession() as http, http.get(f"{server.watch}/readyz") as answer:
        return answer.status, await answer.json()


async def test_a_revoked_token_that_is_mended_later(sqlite_stores: Stores, tmp_path: Path) -> None:
    people = [person(id, id.title()) for id in (TEACHER, *LEADS, HEAD)]
    async with fake_slack.running(people) as slack:
        server = upstander(tmp_path, slack.api, sqlite_stores.main_url, sqlite_stores.keyring_url)
        async with serving(server):
            slack.lasting["chat.postMessage"] = Refusal("token_revoked")
            await _raise(server, slack, MANY)
            await slack.until("chat.postMessage", times=MANY * len(LEADS))
            _, state = await _ready(server)
            assert state["refused_by"] == {"slack": "token_revoked"}
            listed = (await server.run_out("undelivered")).stdout
            assert listed.count("concern for school") > MANY  # some have not had their turn
            assert TEACHER not in listed
            assert "token_revoked" in (await server.run_out("check")).stdout
            await server.kill()
            del slack.lasting["chat.postMessage"]  # the operator has a new token
            await server.start()
            async with asyncio.timeout(DELIVERY):
                while len(slack.posted) < MANY * len(LEADS):
                    await asyncio.sleep(0.5)
            got = Counter(body["channel"] for _, body in slack.posted)
            assert {got[fake_slack.direct(lead)] for lead in LEADS} == {MANY}
            assert (await _ready(server))[1]["refused_by"] == {}
    said = server.log.read_text("utf-8")
    assert said.count("messages wait: slack answers token_revoked") == 1


async def test_an_hour_away(sqlite_stores: Stores, tmp_path: Path) -> None:
    """By a clock of its own: what is raised meanwhile arrives once, within minutes."""
    chance = Random(20261128)
    async with anytown(sqlite_stores, tmp_path) as town:
        back = town.clock.now() + timedelta(hours=1)
        while town.clock.now() < back:
            town.client.trouble = [TryAgain(chance.choice([0, 0, 30])) for _ in range(2000)]
            for _ in range(chance.randint(0, 3)):
                danger = chance.choice(["yes", "no"])
                await (await town.does("leila", "concern")).fills({**CONCERN, "danger": danger})
            while await town.core.courier.drain():
                pass
            town.clock.set(town.clock.now() + timedelta(seconds=chance.randint(10, 90)))
        assert await stuck_seconds(town.core) > 600
        town.client.trouble.clear()
        for _ in range(2):
            town.clock.set(town.clock.now() + timedelta(minutes=5))
            while await town.core.courier.drain():
                pass
        raised = len(await town.column("thread", "id"))
        assert raised > 50
        for lead in ("grace", "daniel"):
            opens = Counter(b.subject for c in town.cards(lead) for b in c.card.buttons[:1])
            assert opens.total() == len(opens) == raised
        assert await town.core.outbox.waiting() == await town.core.outbox.dead() == 0
        assert await stuck_seconds(town.core) == 0


async def test_eight_hundred_people_with_the_leads_last(
    sqlite_stores: Stores, tmp_path: Path
) -> None:
    """At 1.2 s a person all of them take a quarter of an hour: danger doesn't wait for that."""
    everyone = [person(f"U{n:04}MANY", f"Person {n}") for n in range(800)]
    people = [person(TEACHER, "A Teacher"), *everyone, *(person(id, id) for id in (*LEADS, HEAD))]
    async with fake_slack.running(people) as slack:
        server = upstander(tmp_path, slack.api, sqlite_stores.main_url, sqlite_stores.keyring_url)
        async with serving(server):
            await _raise(server, slack, 1)
            await Cards(slack).until_delivered(1)
            met = len(slack.asked("conversations.open"))
            assert met < 100
