"""Two servers, 200 people who answer through both at once: one result, every answer once.

Each server is killed in the middle of a round. The first round is ended by the clock, the second
by the chair, through both servers at once; while each ends, some go on changing their minds.
"""

import asyncio
import random
from pathlib import Path
from time import monotonic

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from handlers.pause.case import PauseCase
from handlers.pause.results import Result
from prompts.words import say, speak
from storage.keyring.tables import ring
from storage.repository import Repository
from storage.schema import Submission, Thread
from tests.conftest import Stores
from tests.drill.forms import senders
from tests.drill.replicas import Replica, serving, two
from tests.drill.rounds import (
    CHAIR,
    MARK,
    ROOM,
    Chair,
    Crowd,
    killed_after,
    restless,
    voices,
    workspace,
)
from tests.drill.stores import opened
from tests.peers import fake_slack
from tests.peers.fake_slack import FakeSlack, direct

pytestmark = pytest.mark.drill
PEOPLE = voices(200)
RESTLESS = PEOPLE[:30]
EARLY, ALMOST_OVER = 12.0, 55.0
"""Seconds of the minute: by then everybody has answered; from then on some answer once more."""
SHOWN, OVER = (speak(say(words), "en") for words in ("voices-result", "voices-over"))


async def until_time_is_up(crowd: Crowd, chance: random.Random) -> None:
    """Everybody answers, every third twice; one server is killed, then the other."""
    almost_over = monotonic() + ALMOST_OVER

    async def one(number: int, who: str) -> None:
        await asyncio.sleep(chance.uniform(0, EARLY))
        for _ in range(2 if number % 3 == 0 else 1):
            assert await crowd.answers(who)
        if who in RESTLESS:
            await restless(crowd, who, almost_over)

    async def kills() -> None:
        for replica, moment in zip(crowd.replicas, (40, 160), strict=True):
            await killed_after(replica, crowd, moment, chance)

    async with asyncio.TaskGroup() as group:
        group.create_task(kills())
        for number, who in enumerate(PEOPLE):
            group.create_task(one(number, who))


async def until_the_chair_shows_it(crowd: Crowd, chair: Chair, chance: random.Random) -> None:
    """Everybody answers at once; a server is killed; then the chair presses, through both."""
    everybody = asyncio.Event()

    async def one(who: str) -> None:
        assert await crowd.answers(who)
        if who in RESTLESS:
            await everybody.wait()
            await restless(crowd, who, monotonic())

    async def shows() -> None:
        await killed_after(crowd.replicas[0], crowd, len(PEOPLE) // 3, chance)
        await crowd.until_taken(len(PEOPLE))
        everybody.set()
        await crowd.until_taken(len(PEOPLE) + len(RESTLESS))
        await chair.presses("pause.show", *(r.process.url for r in crowd.replicas))

    async with asyncio.TaskGroup() as group:
        group.create_task(shows())
        for who in PEOPLE:
            group.create_task(one(who))


async def played(
    slack: FakeSlack, replicas: tuple[Replica, Replica], chance: random.Random
) -> tuple[Crowd, Crowd]:
    """The whole pause."""
    here, there = replicas
    async with senders() as http:
        chair = Chair(http, slack)
        await chair.pauses(here.process.url)
        crowds = []
        for number in (1, 2):
            form = await chair.form_of_an_answer(there.process.url, PEOPLE[0])
            crowds.append(crowd := Crowd(http, form, replicas, chance))
            if number == 1:
                await until_time_is_up(crowd, chance)
                await chair.until_card(1, SHOWN)
                await chair.presses("pause.again", there.process.url)
                await chair.until_card(2, "My answer")
            else:
                await until_the_chair_shows_it(crowd, chair, chance)
                await chair.until_card(2, SHOWN)
    return crowds[0], crowds[1]


async def found(settings: dict[str, str]) -> tuple[list[Result], set[str], int]:
    """The results, what is left in the keyring, and how many forms main remembers."""
    async with opened(settings) as stores, AsyncSession(stores.core.engine) as session:
        core = stores.core
        repo = Repository(session, core.partnership, core.keys, core.clock.now())
        [thread] = await session.scalars(select(Thread).where(col(Thread.command) == "pause"))
        shown = await (await PauseCase.of(thread, repo)).results()
        forms = len(list(await session.scalars(select(Submission))))
        async with core.keyring.engine.connect() as connection:
            left = set(await connection.scalars(select(ring.c.kind)))
    return shown, left, forms


@pytest.mark.postgres
async def test_200_answer_through_two_servers_each_of_which_is_killed(
    postgres_stores: Stores, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with fake_slack.running(workspace(PEOPLE)) as slack:
        replicas = two(tmp_path, slack, postgres_stores)
        async with opened(replicas[0].process.settings, new=True):
            pass  # the tables are there before either starts, as after an operator's `migrate`
        async with serving(*replicas):
            crowds = await played(slack, replicas, random.Random(5))
            shown, left, forms = await found(replicas[0].process.settings)
        with capsys.disabled():
            print(report(crowds))
        for result, crowd in zip(shown, crowds, strict=True):
            assert len(crowd.last) == len(PEOPLE)
            assert result.shows == "picture"
            assert result.counts == crowd.counts
            assert sorted(line.text for line in result.lines) == crowd.lines
            assert crowd.sent_again > 0
            assert crowd.too_late >= len(RESTLESS)
        assert crowds[1].cut_off > 0  # all 200 were sent at once
        assert left == {"keeper"}  # every answer is burnt, and no box is open
        assert forms == 1  # the chair's; of those who answered main knows nothing
        assert len(slack.messages[ROOM]) == 2
        told = [message["text"] for message in slack.messages[direct(CHAIR)]]
        assert told.count(OVER) == 2
        assert slack.refused == []
    assert all(MARK not in r.process.log.read_text("utf-8") for r in replicas)


def report(crowds: tuple[Crowd, Crowd]) -> str:
    """One line on what came of it."""
    said = (
        f"round {number}: {crowd.taken} answers of {len(crowd.last)} people acknowledged, "
        f"{crowd.cut_off} cut off by a kill, {crowd.sent_again} sent again, "
        f"{crowd.too_late} told that it was over, "
        f"median {sorted(crowd.took)[len(crowd.took) // 2] * 1000:.0f} ms"
        for number, crowd in enumerate(crowds, start=1)
    )
    return "\nTwo servers, three kills; every last answer is in the result, once; " + "; ".join(
        said
    )
