"""Point 2 of the clock: who could have written it, for somebody inside who sees everything else?"""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.conftest import Stores
from tests.core.anytown import anytown
from tests.privacy.counts import FULL
from tests.privacy.insider import insider
from tests.privacy.insider_days import LEADS, plan, sixty
from tests.privacy.insider_rules import left, users
from tests.privacy.insider_story import Life, Log

SEED = 1
DAYS = {"sqlite": 200 if FULL else 12, "postgres": 40 if FULL else 5}


async def lived(stores: Stores, folder: Path, days: int) -> Log:
    """So many days, as the insider saw them."""
    async with (
        anytown(stores, folder, partnership=sixty()) as town,
        insider(town, stores, LEADS) as watcher,
    ):
        return await Life(watcher).lives(plan(SEED, 200)[: _deeds(days)])


def _deeds(days: int) -> int:
    every = plan(SEED, 200)
    end = every[0].at.date().toordinal() + days
    return sum(deed.at.date().toordinal() < end for deed in every)


@pytest.mark.statistics
async def test_no_fewer_remain_than_used_it_when_it_could_have_been_written(
    stores: Stores, tmp_path: Path
) -> None:
    log = await lived(stores, tmp_path / "data", DAYS[stores.kind])
    print(len(log.uses), len(log.entries), len(log.reached), log.stirred, log.moved)
    for entry in log.entries:
        remain = left(entry, log.uses, log.moved)
        print(entry.release, len(remain))
