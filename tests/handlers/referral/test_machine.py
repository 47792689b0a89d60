"""Whatever people do, whenever the server runs, and however the file changes: nobody is missed.

Each question is asked once, at its moment, to whoever has it, while somebody is there: held
against rules that are written out plainly, and of which the code knows nothing.
"""

import os
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from storage.partnership import Limit, Nation
from tests.conftest import Stores
from tests.handlers.referral.acts import Act, acts
from tests.handlers.referral.files import OFFICES, File
from tests.handlers.referral.machine import Watch, watching

MINUTE = timedelta(minutes=1)
# Before Christmas, before Easter and the clocks that go forward, before they go back, before a
# leap day, before a holiday of Northern Ireland's, and on a plain Monday.
BEGINS = [
    datetime(2026, 12, 22, 8, tzinfo=UTC),
    datetime(2027, 3, 24, 8, tzinfo=UTC),
    datetime(2026, 10, 22, 8, tzinfo=UTC),
    datetime(2028, 2, 25, 8, tzinfo=UTC),
    datetime(2027, 7, 8, 8, tzinfo=UTC),
    datetime(2026, 11, 23, 8, tzinfo=UTC),
]
NATIONS: list[Nation] = ["england", "wales", "scotland", "northern_ireland"]
LIMITS = [
    Limit(2, "working day"), Limit(1, "working day"), Limit(5, "working day"),
    Limit(4, "working hour"), Limit(3, "calendar day"), Limit(1, "month"), Limit(4, "hour"),
    Limit(90, "minute"),
]  # fmt: skip
ZONES = st.sampled_from(
    [None, None, "Europe/London", "America/New_York", "Asia/Tokyo", "Australia/Lord_Howe"]
)
MANY = int(os.environ.get("UPSTANDER_TESTS_EXAMPLES", "20"))
"""More of them are a longer walk: the suite has a short one, the same each time."""


@pytest.fixture
async def watch(sqlite_stores: Stores, tmp_path: Path) -> AsyncIterator[Watch]:
    """One town for all examples."""
    async with watching(sqlite_stores, tmp_path) as watch:
        yield watch


FILES = st.builds(
    File, st.sampled_from(NATIONS), st.sampled_from(sorted(OFFICES)), st.sampled_from(LIMITS)
)
STARTS = st.builds(
    lambda begins, minutes: begins + minutes * MINUTE,
    st.sampled_from(BEGINS),
    st.one_of(st.integers(0, 600), st.integers(0, 4 * 1440)),
)


@settings(
    max_examples=MANY,
    phases=(Phase.generate,) if MANY < 50 else (Phase.generate, Phase.shrink),
    deadline=None,
    derandomize=MANY < 50,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    file=FILES,
    start=STARTS,
    owner=st.sampled_from(["amina", "amina", "daniel", ""]),
    day=st.sampled_from([0, 0, 0, 1, 5]),
    zones=st.fixed_dictionaries({"amina": ZONES, "daniel": ZONES, "leila": ZONES}),
    walk=st.lists(acts(), min_size=5, max_size=18),
)
async def test_each_is_asked_once_at_its_moment_by_whoever_has_it(
    watch: Watch,
    file: File,
    start: datetime,
    owner: str,
    day: int,
    zones: dict[str, str | None],
    walk: list[Act],
) -> None:
    await watch.begins(file, start, owner, day, zones)
    for act in walk:
        await act.happens(watch)
        await watch.agrees()
