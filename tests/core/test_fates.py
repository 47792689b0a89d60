"""No message is lost without a word, whatever platforms, servers, clocks and people do."""

from pathlib import Path

import pytest

from tests.conftest import Stores
from tests.core.anytown import anytown
from tests.core.fates import Story

SHORT, LONG = 30, 60
"""Acts in a story."""
SEEDS = [
    *((seed, SHORT) for seed in range(5)),
    *(pytest.param(seed, LONG, marks=pytest.mark.thorough) for seed in range(1000, 1020)),
]


@pytest.mark.parametrize(("seed", "acts"), SEEDS)
async def test_every_message_arrives_or_somebody_who_can_act_is_asked(
    sqlite_stores: Stores, tmp_path: Path, seed: int, acts: int
) -> None:
    async with anytown(sqlite_stores, tmp_path) as town:
        story = Story(town, seed)
        await story.told(acts)
        assert await story.holds() == []
        assert story.ledger.arrived
