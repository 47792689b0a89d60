"""Two servers, 200 people who answer through both at once: one result, every answer once.

Each server is killed in the middle of a round. The first round is ended by the clock, the second
by the chair, through both servers at once; while each ends, some go on changing their minds.
"""

import asyncio
import random
from collections import Counter
from pathlib import Path

import aiohttp
import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from handlers.pause_results import Result
from handlers.pause_rounds import results
from storage.keyring_tables import ring
from storage.repository import Repository
from storage.tables import Thread
from tests.conftest import Stores
from tests.drill.replicas import Replica, serving, two
from tests.drill.rounds import (
    CHAIR,
    MARK,
    ROOM,
    Chair,
    Crowd,
    killed_after,
    together,
    until_over,
    voices,
    workspace,
)
from tests.drill.stores import opened
from tests.peers import fake_slack
from tests.peers.fake_slack import FakeSlack, direct

pytestmark = pytest.mark.drill
MANY, RESTLESS = 200, 30
EARLY, ALMOST_OVER = 15.0, 52.0
"""Seconds of the minute: by then everybody has answered; from then on some answer once more."""


async def first_round(crowd: Crowd, people: list[str], chance: random.Random) -> None:
    """Everybody answers in the first seconds, some twice; both servers are killed meanwhile."""
    again = people[::3]
    early = [crowd.answers(who, chance.uniform(0, EARLY)) for who in people]
    kills = [
        killed_after(replica, crowd, moment, chance)
        for replica, moment in zip(crowd.replicas, (MANY // 4, MANY * 3 // 4), strict=True)
    ]
    later = [until_over(crowd, who, ALMOST_OVER) for who in people[:RESTLESS]]
    twice = [crowd.answers(who, 2 * EARLY) for who in again]
    await together(_each_in_turn(early, twice, again, people), *kills, *later)


async def _each_in_turn(early: list, twice: list, again: list, people: list) -> None:
    raise NotImplementedError
