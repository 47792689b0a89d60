"""Which tests run, in what order, and which of them in one process.

The longest come first, so that no process is left alone with one at the end.

What goes through the whole of the product takes turns, by the day. What runs on either database
runs on one of them: on PostgreSQL every third day, on SQLite on the others; what the databases are
about (`tests/storage`) runs on both each time. A story in Chromium is told every third day, in the
other language the next time. Each attack on somebody's anonymity, each start of the program, what
takes long otherwise and each drill has every third day, too. So six days take everything. What is
drawn and said is held to both languages each time, without a browser (`tests/render`), and
everything that can be done is done (`tests/handlers/test_obligations.py`).
"""

import os
import re
from collections.abc import Collection, Iterable
from datetime import UTC, datetime
from pathlib import PurePath
from typing import Final
from zlib import crc32

import pytest
from xdist.scheduler.loadscope import LoadScopeScheduling

DAY: Final = "UPSTANDER_TESTS_DAY"
"""Whose turn it is: that of the day 0 to 5, or of `all`; today's, if it isn't set."""
DAYS: Final = 6
ONE_STORY: Final = {"challengers", "guessing", "keyring", "pairs", "search"}
"""Files of tests/privacy that search what one story left behind."""
ON_THE_TOUR: Final = {"obligations", "rights"}
"""Files of tests/handlers that look at one tour."""
OWN_STORY: Final = {"opinions", "referrals"}
LANGUAGES: Final = ("en", "cy")
IN_TURNS: Final = (
    "tests/cli/",
    "tests/core/test_backups.py::test_base_backups_of_postgres",
    "tests/core/test_days.py::test_each_hour_everything_carries_the_agencys_day",
    "tests/core/test_departed_agency.py::test_nobody_meets_an_error_and_what_is_open_goes_on",
    "tests/core/test_pacing.py::test_two_thousand_nudges_over_two_hundred_conversations",
    "tests/core/test_importing.py::test_five_thousand_rows_with_progress_and_a_sound_audit",
    "tests/core/test_twice.py::test_the_five_hundredth_is_as_good_as_the_first",
    "tests/core/test_unstored.py::test_readiness_tells_of_a_database_that_hangs_within_seconds",
    "tests/edge/test_fuzz.py",
    "tests/handlers/people/test_table.py",
    "tests/handlers/referral/test_machine.py",
    "tests/handlers/referral/test_recalculation.py",
    "tests/handlers/test_many.py",
    "tests/handlers/test_obligations.py::test_everything_that_can_be_done_can_be_done_on_postgresql",
    "tests/house/test_docs.py::test_who_follows_how_to_add_a_command_has_one",
    "tests/privacy/",
    "tests/storage/test_bounded.py",
    "tests/storage/test_lists_found.py",
    "tests/storage/test_partnership_large.py",
    "tests/storage/test_sweep.py::test_more_threads_than_a_statement_takes_values_are_swept",
)
"""What takes long, beside the stories in Chromium."""
LONG: Final = (
    "tests/cli/test_keys_elsewhere.py",
    "tests/core/test_backups.py::test_base_backups_of_postgres",
    "tests/core/test_restoring_refused.py",
    "tests/core/test_twice.py::test_the_five_hundredth_is_as_good_as_the_first",
    "tests/drill/test_kill_points.py",
    "tests/edge/test_fuzz.py",
    "tests/edge/web/test_demo_passes.py",
    "tests/handlers/referral/test_recalculation.py",
    "tests/handlers/test_many.py",
    "tests/handlers/test_obligations.py::test_everything_that_can_be_done_can_be_done_on_postgresql",
    "tests/privacy/test_flooding.py",
)
"""What `make test` leaves to `make drill`, so that it takes six minutes, beside the stories in
Chromium that it doesn't tell."""
TOLD: Final = re.compile(r"tests/e2e/test_(demo|sign_in|web_to_teams)_browser\.py::")
"""The stories in Chromium that `make test` tells."""
HEAVY: Final = {"drill", "statistics", "thorough", "long"}
"""The markers of what `make drill` takes."""
A_PART_EACH_DAY: Final = "tests/drill/test_kill_points.py"
"""It takes a share of all places every day, by itself (`days_turn`)."""
IN_CHROMIUM: Final = re.compile(r"tests/e2e/test_(\w+_browser|round_clock)\.py::")
IN_ONE_LANGUAGE: Final = re.compile(rf"::\w+\[(?:.+-)?({'|'.join(LANGUAGES)})(?:-.+)?\]$")
ON_ONE_DATABASE: Final = re.compile(
    r"tests/(?:core|handlers|signin)/.+\[(?:.+-)?(sqlite|postgres)(?:-.+)?\]$"
)
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
    return "the tour" if name in ON_THE_TOUR else nodeid


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


def is_long(item: pytest.Item) -> bool:
    """Tells whether `make drill` takes it first, if nothing else there does."""
    story = IN_CHROMIUM.match(item.nodeid) and not TOLD.match(item.nodeid)
    if not story and not item.nodeid.startswith(LONG):
        return False
    return not any(item.get_closest_marker(marker) for marker in HEAVY)


def choose_day() -> str:
    """Settles it once, for this process and those it starts, even if midnight comes between."""
    return os.environ.setdefault(DAY, str(datetime.now(UTC).toordinal() % DAYS))


def days_turn(of: int) -> int:
    """Tells which of so many parts is today's: 0 where all of it is wanted."""
    return 0 if (day := choose_day()) == "all" else int(day) % of


def not_today(items: Iterable[pytest.Item]) -> list[pytest.Item]:
    """Finds those whose turn it isn't."""
    if (day := choose_day()) == "all":
        return []
    all_of_them = list(items)
    ids = {item.nodeid for item in all_of_them}
    return [item for item in all_of_them if _another_days(item, ids, int(day))]


def _another_days(item: pytest.Item, ids: Collection[str], day: int) -> bool:
    nodeid = item.nodeid
    if nodeid.startswith(A_PART_EACH_DAY):
        return False
    if nodeid.startswith(IN_TURNS) or IN_CHROMIUM.match(nodeid) or HEAVY & {*item.keywords}:
        return _another_story(nodeid, day)
    found = ON_ONE_DATABASE.match(nodeid)
    if found is None or _with(found, "postgres") not in ids or _with(found, "sqlite") not in ids:
        return False
    return found[1] != ("postgres" if _turn(_with(found, ""), 3) == day % 3 else "sqlite")


def _another_story(nodeid: str, day: int) -> bool:
    told = IN_ONE_LANGUAGE.search(nodeid)
    story = unit_of(nodeid) if _shares(nodeid) else nodeid if told is None else _with(told, "")
    if _turn(story, 3) != day % 3:
        return True
    return told is not None and LANGUAGES[(_turn(story, 2) + day // 3) % 2] != told[1]


def _with(found: re.Match[str], other: str) -> str:
    """The same test's name, with another database or language."""
    return f"{found.string[: found.start(1)]}{other}{found.string[found.end(1) :]}"


def _shares(nodeid: str) -> bool:
    return unit_of(nodeid) != nodeid


def _turn(whose: str, of: int) -> int:
    return crc32(whose.encode()) % of
