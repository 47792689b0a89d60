"""Which tests run, in what order, and which of them in one process.

The longest come first, so that no process is left alone with one at the end. On PostgreSQL every
run takes a third of the dialogues, another one each day; all of them run on SQLite, and everything
that can be done is done on PostgreSQL each time (`tests/handlers/test_obligations.py`).
"""

import os
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import PurePath
from typing import Final
from zlib import crc32

import pytest
from xdist.scheduler.loadscope import LoadScopeScheduling

THIRD: Final = "UPSTANDER_TESTS_THIRD"
"""Which third of the dialogues on PostgreSQL: 0, 1 or 2, or `all`; by the day, if it isn't set."""
ONE_STORY: Final = {"challengers", "guessing", "keyring", "pairs", "search"}
"""Files of tests/privacy that search what one story left behind."""
OWN_STORY: Final = {"opinions", "referrals"}
LONGEST: Final = (
    "tests/drill/test_clocks.py::test_in_danger",
    "tests/privacy/test_rounds.py",
    "tests/e2e/test_pause_browser.py",
    "tests/e2e/test_challenge_browser.py",
    "tests/e2e/",
    "tests/handlers/test_obligations.py",
    "tests/privacy/",
    "tests/drill/",
    "tests/cli/",
)


def unit_of(nodeid: str) -> str:
    """Tells by what a test is kept together with others, so that what they share is made once."""
    file = nodeid.partition("::")[0]
    name = PurePath(file).stem.removeprefix("test_")
    store = "postgres" if "[postgres" in nodeid else "sqlite"
    if file.startswith("tests/privacy/") and name in ONE_STORY:
        return f"story {store}"
    if file.startswith("tests/privacy/") and name in OWN_STORY:
        return f"story of {name} {store}"
    return file if name == "obligations" else nodeid


class Units(LoadScopeScheduling):  # type: ignore[misc]  # xdist ships no types
    """Hands out units to whichever process is free, in the order of collection.

    Not by `xdist_group`: with pytest 9.2 its marks have no effect, and nothing says so.
    """

    def _split_scope(self, nodeid: str) -> str:
        return unit_of(nodeid)


def longest_first(items: list[pytest.Item]) -> None:
    """Sorts tests by where they stand in `LONGEST`; the others keep their order."""

    def place(item: pytest.Item) -> int:
        return next((n for n, p in enumerate(LONGEST) if item.nodeid.startswith(p)), len(LONGEST))

    items.sort(key=place)


def choose_third() -> str:
    """Settles it once, for this process and those it starts, even if midnight comes between."""
    return os.environ.setdefault(THIRD, str(datetime.now(UTC).toordinal() % 3))


def not_today(items: Iterable[pytest.Item]) -> list[pytest.Item]:
    """Finds the dialogues on PostgreSQL that are another day's."""
    third = choose_third()
    return [
        item for item in items
        if item.nodeid.startswith("tests/handlers/") and "[postgres" in item.nodeid
        and third not in ("all", str(crc32(item.nodeid.encode()) % 3))
    ]  # fmt: skip
