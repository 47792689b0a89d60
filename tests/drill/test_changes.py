"""A hundred changes of leads and hours while ten thousand steps fall due on two replicas.

On PostgreSQL: SQLite is served by one process alone.
"""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.conftest import Stores
from tests.drill.changes import Changing, fall_due, town_of_many
from tests.handlers.administration.changing import replicas

pytestmark = [pytest.mark.drill, pytest.mark.postgres]
CHANGES, MANY = 100, 10_000


async def test_nothing_goes_to_a_former_lead_in_a_hundred_changes_of_ten_thousand_steps(
    postgres_stores: Stores, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with replicas(postgres_stores, tmp_path / "data", town_of_many()) as towns:
        due = await fall_due(towns[0], MANY)
        changing = Changing(towns)
        for number in range(1, CHANGES + 1):
            await changing.next(due[number * MANY // CHANGES - 1])
        # Where hours were made longer, those of the last hour are asked later.
        await changing.until(due[-1] + timedelta(hours=1))
        await changing.stands()
        assert len(changing.asked()) == MANY
    with capsys.disabled():
        cards = len(towns[0].client.messages)
        print(f"\n{CHANGES} changes while {changing.steps} steps fell due: {cards} cards")
    assert changing.steps >= MANY
