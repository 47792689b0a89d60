"""A few hundred mutations at each platform's door; `make drill` sends 20,000 to each."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from tests.conftest import Stores
from tests.edge.fuzz import Found, at_slack, at_teams
from tests.privacy.world import World, logged, world

Door = Callable[[World, int, int], Awaitable[Found]]
DRILLED = 20_000


async def fuzzed(door: Door, stores: Stores, folder: Path, number: int, seed: int) -> Found:
    heard: list[str] = []
    urls = {"database_url": stores.main_url, "keyring_url": stores.keyring_url}
    with logged(lambda said, overheard: heard.extend((said, overheard))):
        async with world(folder, urls) as here:
            return await door(here, number, seed)


@pytest.mark.parametrize("door", [at_slack, at_teams], ids=["slack", "teams"])
async def test_mutations_get_no_5xx_and_leave_no_row(
    door: Door, sqlite_stores: Stores, tmp_path: Path
) -> None:
    found = await fuzzed(door, sqlite_stores, tmp_path, 480, 1)
    assert (found.failed, found.touched) == ([], {})
    assert found.answers[200]
    assert found.answers[400]


@pytest.mark.thorough
@pytest.mark.parametrize("door", [at_slack, at_teams], ids=["slack", "teams"])
async def test_twenty_thousand_mutations_get_no_5xx_and_leave_no_row(
    door: Door, sqlite_stores: Stores, tmp_path: Path
) -> None:
    found = await fuzzed(door, sqlite_stores, tmp_path, DRILLED + 400, 12)
    assert (found.failed[:20], found.touched) == ([], {})
    assert sum(found.answers.values()) >= DRILLED
    print(f"\n{door.__name__}: {found.say()}; no 5xx, no row but of what was seen")
