"""What a run leaves out, another day's takes; nothing is left out by all of them."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.scheduling import DAY, DAYS, IN_TURNS, LANGUAGES, not_today

ROOT = Path(__file__).resolve().parents[2]
PAGE = "tests/handlers/help/test_page.py::test_"
ON_EITHER = [f"{PAGE}{n}[{store}]" for n in range(60) for store in ("sqlite", "postgres")]
SEARCHED = [
    f"tests/privacy/test_{file}.py::test_{n}[{store}-kept]"
    for file in ("search", "keyring", "opinions")
    for n in range(5)
    for store in ("sqlite", "postgres")
]
STORIES = [f"tests/e2e/test_{n}_browser.py::test_it[{how}" for n in "abc" for how in ("", "named-")]
IN_CHROMIUM = [f"{story}{language}]" for story in STORIES for language in LANGUAGES]
AT_ONCE = [
    *(f"tests/e2e/test_{n}_browser.py::test_it" for n in range(12)),
    *(f"{place}[{n}]" for place in IN_TURNS for n in range(2)),
]
HEAVY = [f"tests/drill/test_it.py::test_{n}" for n in range(12)]
ALWAYS = [
    "tests/handlers/help/test_page.py::test_it",
    "tests/handlers/help/test_page.py::test_nowhere_else[sqlite]",
    "tests/storage/test_sweep.py::test_it[postgres]",
    "tests/storage/test_sweep.py::test_it[sqlite]",
    "tests/e2e/test_a_slack.py::test_it[en]",
    "tests/drill/test_kill_points.py::test_it",
]
EVERYTHING = [*ON_EITHER, *SEARCHED, *IN_CHROMIUM, *AT_ONCE, *HEAVY, *ALWAYS]


def taken(day: str, patched: pytest.MonkeyPatch) -> set[str]:
    patched.setenv(DAY, day)
    heavy = {"drill": True}
    items = [SimpleNamespace(nodeid=id, keywords=heavy if id in HEAVY else {}) for id in EVERYTHING]
    left = not_today(items)  # type: ignore[arg-type]  # it asks for these two only
    return set(EVERYTHING) - {item.nodeid for item in left}


def test_six_days_take_everything_and_each_of_them_a_part(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    days = [taken(str(day), monkeypatch) for day in range(DAYS)]
    assert set().union(*days) == set(EVERYTHING)
    for one in days:
        assert one.issuperset(ALWAYS)
        assert len(one.intersection(ON_EITHER)) == len(ON_EITHER) // 2
        assert 10 < len([id for id in one.intersection(ON_EITHER) if "postgres" in id]) < 30
        assert len(one.intersection(IN_CHROMIUM)) < len(STORIES)
        assert 0 < len(one.intersection(HEAVY)) < len(HEAVY)


def test_three_days_tell_each_story_once(monkeypatch: pytest.MonkeyPatch) -> None:
    for first in (0, 3):
        days = [taken(str(first + n), monkeypatch) for n in range(3)]
        told = [id for one in days for id in one.intersection([*IN_CHROMIUM, *AT_ONCE])]
        assert sorted(id.rstrip("]")[:-2] for id in told if id in IN_CHROMIUM) == sorted(STORIES)
        assert sorted(id for id in told if id in AT_ONCE) == sorted(AT_ONCE)


def test_what_searches_one_story_stays_together(monkeypatch: pytest.MonkeyPatch) -> None:
    for day in range(DAYS):
        one = taken(str(day), monkeypatch).intersection(SEARCHED)
        for shared in ("opinions", "search|keyring"):
            files = tuple(f"tests/privacy/test_{file}." for file in shared.split("|"))
            for store in ("sqlite", "postgres"):
                story = {id for id in SEARCHED if id.startswith(files) and store in id}
                assert story & one in (story, set())


def test_all_of_it_can_be_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    assert taken("all", monkeypatch) == set(EVERYTHING)


@pytest.mark.parametrize("place", IN_TURNS)
def test_what_takes_turns_is_there(place: str) -> None:
    file, _, name = place.partition("::")
    found = [*ROOT.glob(f"{file.removesuffix('.py')}*.py")]
    assert found
    assert any(f"def {name}" in path.read_text("utf-8") for path in found)
