"""Teams and the bot, for the tests of this room."""

from collections.abc import AsyncIterator

import pytest

from tests.edge.teams.fakes import Here, here
from tests.peers.fake_teams import FakeTeams, running


@pytest.fixture
async def teams() -> AsyncIterator[FakeTeams]:
    async with running() as teams:
        yield teams


@pytest.fixture
async def bot(teams: FakeTeams) -> AsyncIterator[Here]:
    async with here(teams) as bot:
        yield bot
