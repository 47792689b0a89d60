"""Somebody sets the clock of a server that is at work; and two servers' clocks are apart."""

import asyncio
import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import aiohttp
import pytest

from tests.conftest import Stores
from tests.drill.cards import Cards
from tests.drill.forms import filled, is_over, opened, post, senders
from tests.drill.nudges import on_slack
from tests.drill.replicas_story import falling_due, report
from tests.drill.server import HEAD, LEADS, Process, serving, town_file, upstander
from tests.drill.stores import opened as stores_of
from tests.drill.test_replicas import assert_each_was_asked_once
from tests.peers import fake_slack, set_clock, where_there_is
from tests.peers.fake_slack import FakeSlack, direct, person
from tests.peers.set_clock import SetClock
from tests.peers.slack_payloads import unique
from tests.peers.slack_troubles import Busy

pytestmark = pytest.mark.thorough
DAY, HOUR = 86_400, 3_600
STEPS = (-DAY, -HOUR, HOUR, DAY)
BETWEEN, EVERY, MANY = 40, 7, 1_000
TEACHER = "U20TEACHER"
LATER = {"nudge": "11 working days", "second": "12 working days", "fallback": "13 working days"}
SOON = {"danger_nudge": "1 minutes", "danger_second": "2 minutes", "danger_fallback": "3 minutes"}
"""When the last are asked in danger, after three minutes."""
APART = 300


@dataclass
class Stream:
    """One concern after another, to a server whose clock is set meanwhile; Slack's goes along."""

    server: Process
    slack: FakeSlack
    clock: SetClock
    acknowledged: int = 0
    refused: int = 0
    """Signed a moment before the clock was set: they come again, as Slack's own would."""
    ready: Counter[int] = field(default_factory=Counter)

    async def flows(self) -> None:
        """As many before each step as after the last."""
        async with senders() as http:
            views = await opened(http, self.server.url, self.slack, TEACHER)
            for number, step in enumerate((*STEPS, 0)):
                await self._noticed(number)
                for visit in range(BETWEEN):
                    if visit % EVERY == 0:
                        self.slack.next("chat.postMessage", Busy())
                    token = unique("drill-form-token-")
                    form = filled(views, TEACHER, "named", token, f"Visit {visit} of {step}")
                    await self._sent(http, form.body())
                self.clock.set(self.clock.ahead + step)  # with cards on their way
                await self._looks(http)

    async def _noticed(self, sets: int) -> None:
        """One step after the other: an hour back and at once on again is no step at all."""
        async with asyncio.timeout(30):
            while len(_was_set(self.server)) < sets:
                await asyncio.sleep(0.1)

    async def _sent(self, http: aiohttp.ClientSession, body: bytes) -> None:
        status, answer = await post(http, self.server.url, body, self.clock.now())
        while status == 401:
            self.refused += 1
            status, answer = await post(http, self.server.url, body, self.clock.now())
        assert (status, is_over(answer)) == (200, True), answer
        self.acknowledged += 1

    async def _looks(self, http: aiohttp.ClientSession) -> None:
        async with http.get(f"{self.server.url}/readyz") as answer:
            self.ready[answer.status] += 1


@where_there_is(set_clock.lacking)
async def test_a_clock_that_is_set_under_a_stream_of_concerns(
    sqlite_stores: Stores, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    people = [person(id, id.title()) for id in (TEACHER, *LEADS, HEAD)]
    async with fake_slack.running(people) as slack:
        server, clock = _by_a_clock(tmp_path, slack, sqlite_stores)
        # A day later by the clock they would be asked again, by a second card.
        town_file(tmp_path, times=LATER)
        async with serving(server):
            stream, cards = Stream(server, slack, clock), Cards(slack)
            await stream.flows()
            await cards.until_delivered(stream.acknowledged)
            async with asyncio.timeout(30), stores_of(server.settings) as stores:
                while await stores.on_their_way():
                    await asyncio.sleep(0.1)
                assert (await stores.concerns()).total() == stream.acknowledged
    standing = cards.standing()
    twice = standing.total() - len(standing)
    with capsys.disabled():
        print(
            f"\nA clock that is set: {stream.acknowledged} concerns acknowledged, stored and "
            f"delivered; {stream.refused} signed by the clock before; {twice} cards twice"
        )
    assert stream.acknowledged == BETWEEN * 5
    assert len(standing) == stream.acknowledged * len(LEADS)
    assert twice == 0
    assert stream.ready == {200: 5}
    assert _was_set(server) == list(STEPS)


@where_there_is(set_clock.lacking)
async def test_in_danger_the_day_by_which_a_clock_was_ahead_is_not_waited_for(
    sqlite_stores: Stores, tmp_path: Path
) -> None:
    people = [person(id, id.title()) for id in (TEACHER, *LEADS, HEAD)]
    async with fake_slack.running(people) as slack:
        server, clock = _by_a_clock(tmp_path, slack, sqlite_stores, ahead=DAY)
        town_file(tmp_path, times=SOON)
        async with serving(server), senders() as http:
            views = await opened(http, server.url, slack, TEACHER, clock.now())
            form = filled(views, TEACHER, "named", unique("drill-form-token-"), "Now", danger="yes")
            status, answer = await post(http, server.url, form.body(), clock.now())
            assert (status, is_over(answer)) == (200, True), answer
            await Cards(slack).until_delivered(1)
            clock.set(0)
            async with asyncio.timeout(240):  # a minute until the nudge, three until the fallback
                while direct(HEAD) not in {body["channel"] for _, body in slack.posted}:
                    await asyncio.sleep(1)
    assert _was_set(server) == [-DAY]


@where_there_is(set_clock.lacking)
@pytest.mark.postgres
async def test_two_servers_five_minutes_apart_and_one_is_set_meanwhile(
    postgres_stores: Stores, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = SetClock(tmp_path / "clock", APART)
    spread = timedelta(seconds=20)
    async with (
        fake_slack.running() as slack,
        falling_due(
            tmp_path / "two", postgres_stores, slack, on_slack(100), MANY, spread,
            shaken=clock.settings,
        ) as story,
    ):  # fmt: skip
        ahead = [await _ahead(r.process.watch) for r in (story.steady, story.shaken)]
        assert ahead == [pytest.approx(0, abs=2), pytest.approx(APART, abs=2)]
        for number, step in enumerate(STEPS, 1):
            await story.nudged.until(MANY * number // 6)
            clock.set(clock.ahead + step)
            assert await _ahead(story.shaken.process.watch) == pytest.approx(clock.ahead, abs=2)
        await story.until_asked()
        told = (await story.shaken.process.run_out("check")).stdout
    with capsys.disabled():
        print(report("Two servers 300 s apart", story))
    assert story.nudged.twice() == 0
    assert_each_was_asked_once(story)
    assert "clock differs from the database's" in story.said()
    assert f"clock is {APART} s ahead of" in told


def _by_a_clock(
    folder: Path, slack: FakeSlack, stores: Stores, ahead: int = 0
) -> tuple[Process, SetClock]:
    server = upstander(folder, slack.api, stores.main_url, stores.keyring_url)
    clock = SetClock(folder / "clock", ahead)
    server.settings |= clock.settings
    return server, clock


async def _ahead(watch: str) -> float:
    async with aiohttp.ClientSession() as http, http.get(f"{watch}/readyz") as answer:
        assert answer.status == 200
        return float((await answer.json())["clock_ahead_seconds"])


def _was_set(server: Process) -> list[int]:
    """By how many seconds each time, as the log says."""
    said = server.log.read_text("utf-8")
    return [int(by) for by in re.findall(r"clock was set.*?by_seconds=(-?\d+)", said)]
