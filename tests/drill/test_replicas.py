"""Two servers on one PostgreSQL send every nudge, whatever becomes of either, or of what they use.

Twice comes only what was in flight at a kill; afterwards nothing is leased, overdue or left over.
"""

import asyncio
import random
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import aiohttp
import pytest
from sqlalchemy import delete, select
from sqlmodel import col

from bot.core.delivery.courier import AT_ONCE
from storage.schema import Step, Thread
from tests.conftest import Stores
from tests.drill.drill import people
from tests.drill.nudges import SECRET_WORDS, Owner, in_teams, on_slack, recorded, workspace
from tests.drill.replicas import Fire, serving, two
from tests.drill.replicas_story import (
    Story,
    disturbed,
    falling_due,
    measured,
    report,
    until_measured,
)
from tests.drill.server import serving as one_serving
from tests.drill.server import upstander
from tests.drill.stores import Left, opened
from tests.peers import fake_slack, fake_teams, postgres
from tests.peers.fake_slack import direct

pytestmark = pytest.mark.drill
MANY, KILLS = 10_000, 6
FEWER, STRANDED = 1_000, 200
OVERDUE, HEALED = "upstander_oldest_overdue_seconds", "upstander_healed_total"


def assert_each_was_asked_once(story: Story, gone: int = 0) -> None:
    """Every owner was asked; the referral moved on by one turn; and nothing waits any more.

    What was for owners who are gone waits for them, or is given up; and once it is noticed that
    they left, the agency is asked in their place, from the start.
    """
    many, left = len(story.asked), story.left
    assert left is not None
    assert len(story.missing()) == gone
    assert story.astray() == set()
    assert story.nudged.unexplained(story.killed) == []
    assert story.nudged.twice() <= AT_ONCE * len(story.killed)
    assert left.unmet + left.undeliverable <= gone
    anew = left.asked[1]
    assert anew <= gone
    assert replace(left, undeliverable=0) == Left(
        on_their_way=left.unmet, unmet=left.unmet, undeliverable=0, leased=0, overdue=0,
        waits_for=+Counter({"due": many - anew, "nudge": anew}), one_each=True,
        asked=+Counter({2: many - anew, 1: anew}),
    )  # fmt: skip
    assert SECRET_WORDS not in story.said()


@pytest.mark.postgres
async def test_ten_thousand_nudges_while_one_server_is_killed_again_and_again(
    postgres_stores: Stores, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    owners, spread = on_slack(250), timedelta(seconds=30)
    async with (
        fake_slack.running(workspace(250)) as slack,
        falling_due(tmp_path, postgres_stores, slack, owners, MANY, spread) as story,
    ):
        await Fire(story.shaken, story.nudged, MANY, KILLS, random.Random(4)).run()
        await story.until_asked()
    with capsys.disabled():
        print(report("One server killed", story))
    assert len(story.killed) > KILLS // 2
    assert_each_was_asked_once(story)


@pytest.mark.postgres
async def test_postgres_is_stopped_and_started_meanwhile(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # A server of its own: the others' tests need theirs.
    with postgres.running(tmp_path / "pg") as server, server.stores() as (main, keyring):
        stores = Stores(main, keyring, "postgres")
        async with (
            fake_slack.running(workspace(100)) as slack,
            falling_due(
                tmp_path, stores, slack, on_slack(100), FEWER, timedelta(seconds=10)
            ) as story,
        ):
            await story.recorded()  # by the drill itself, which would not try again
            for moment in (FEWER // 5, FEWER // 2):
                await story.nudged.until(moment)
                await asyncio.to_thread(server.stop)
                await asyncio.to_thread(server.start)
            await story.until_asked()
    with capsys.disabled():
        print(report("PostgreSQL stopped and started twice", story))
    assert story.nudged.twice() == 0
    assert_each_was_asked_once(story)


@pytest.mark.postgres
async def test_slack_is_busy_and_broken_and_teams_knows_some_no_more(
    postgres_stores: Stores, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with fake_slack.running(workspace(100)) as slack, fake_teams.running() as teams:
        there, gone = _half_gone(in_teams(100, teams.service_url), teams)
        owners = [*on_slack(100), *there, *gone]
        spread = timedelta(seconds=10)
        async with falling_due(
            tmp_path, postgres_stores, slack, owners, 2 * FEWER, spread, teams
        ) as story:
            story.nudged.besides = {direct("ULEAD"), direct("UHEAD")}
            async with disturbed(slack, teams, random.Random(4)) as ordered:
                await story.recorded()
                lost = [c for c in story.asked.values() if c in {o.conversation for o in gone}]
                await story.nudged.until(FEWER // 2)
                # An update of the program, say: nothing that is being sent is sent again.
                await story.shaken.process.stop()
                await story.shaken.start()
                await story.nudged.until(2 * FEWER - len(lost))
            await story.until_asked(gone=len(lost))
    with capsys.disabled():
        print(report("Slack and Teams out of order", story) + f"; troubles: {ordered}")
    assert min(ordered[kind] for kind in ("Busy", "Broken", "Teams")) > 0
    assert story.nudged.twice() == 0
    assert_each_was_asked_once(story, gone=len(lost))


def _half_gone(owners: list[Owner], teams: fake_teams.FakeTeams) -> tuple[list[Owner], list[Owner]]:
    """One in ten took the bot out: Teams answers 403 for their conversation."""
    gone = owners[::10]
    there = [owner for owner in owners if owner not in gone]
    teams.installed = {o.conversation: o.person.rpartition(":")[2] for o in there}
    teams.roster = {id: {"name": "An Owner", "aadObjectId": id} for id in teams.installed.values()}
    return there, gone


@pytest.mark.postgres
async def test_what_lost_its_turn_gets_it_back_once(
    postgres_stores: Stores, tmp_path: Path
) -> None:
    async with fake_slack.running(workspace(10)) as slack:
        replicas = two(tmp_path, slack, postgres_stores)
        async with opened(replicas[0].process.settings, new=True) as stores:
            later = stores.core.clock.now() + timedelta(hours=1)
            await recorded(stores.core, on_slack(10), STRANDED, later, timedelta(seconds=1))
            async with stores.core.engine.begin() as connection:
                await connection.execute(delete(Step))
            async with serving(*replicas):
                urls = [replica.process.watch for replica in replicas]
                await until_measured(HEALED, urls, lambda healed: sum(healed) >= STRANDED)
                left = await stores.left()
                assert sum(await measured(HEALED, urls)) == STRANDED
            assert left.one_each
            assert left.waits_for.total() == STRANDED
        assert slack.posted == []


@pytest.mark.postgres
async def test_what_waits_beyond_its_time_is_seen_from_outside_until_it_is_done(
    postgres_stores: Stores, tmp_path: Path
) -> None:
    async with (
        fake_slack.running(workspace(1)) as slack,
        falling_due(
            tmp_path, postgres_stores, slack, on_slack(1), 1, timedelta(seconds=1)
        ) as story,
    ):
        urls = [replica.process.watch for replica in (story.steady, story.shaken)]
        await story.recorded()
        async with (
            opened(story.steady.process.settings) as stores,
            stores.core.engine.begin() as somebody,
        ):
            # Somebody acts on it all the while, so neither takes its step.
            await somebody.execute(select(col(Thread.id)).with_for_update())
            await until_measured(OVERDUE, urls, lambda overdue: min(overdue) > 1)
            for url in urls:
                async with aiohttp.ClientSession() as http, http.get(f"{url}/readyz") as said:
                    state = await said.json()
                assert said.status == 200
                assert state["oldest_overdue_seconds"] > 1
                assert state["late_steps"] == 0
            assert story.nudged.arrived().total() == 0
        await story.until_asked()
        assert await measured(OVERDUE, urls) == [0, 0]
    assert_each_was_asked_once(story)


async def test_a_second_server_on_one_file_is_refused_and_operators_are_not(
    sqlite_stores: Stores, tmp_path: Path
) -> None:
    async with fake_slack.running(people()) as slack:
        first, second = (
            upstander(tmp_path, slack.api, sqlite_stores.main_url, sqlite_stores.keyring_url)
            for _ in range(2)
        )
        async with one_serving(first):
            refused = await second.run_out()
            assert refused.returncode == 3
            assert f"Another Upstander already serves from {tmp_path / 'main.db'}" in refused.stdout
            assert "end the other one first" in refused.stdout
            assert "Traceback" not in refused.stdout
            for command in (["check"], ["backup", str(tmp_path / "copy.db")], ["purge"]):
                done = await second.run_out(*command)
                assert done.returncode == 0, done.stdout
            assert (tmp_path / "copy.db").exists()
            async with aiohttp.ClientSession() as http, http.get(f"{first.watch}/readyz") as said:
                assert (await said.json())["ready"]
