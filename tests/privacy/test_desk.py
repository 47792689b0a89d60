"""The list of what waits tells nothing of when a hidden person did what, and keeps no search."""

import logging
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from prompts.words import speak
from tests.conftest import Stores
from tests.core.anytown import Page, Town, anytown
from tests.peers.transcript import read

HIDDEN = {"how": "anonymous", "release": "now", "tell_agency": ""}
VIEWS = ("", "late=overdue", "kind=concern&sort=newest", "sort=oldest&page=2")


@pytest.fixture
async def town(stores: Stores, tmp_path: Path) -> AsyncIterator[Town]:
    async with anytown(stores, tmp_path / "data") as town:
        yield town


def _lines(page: Page) -> list[tuple[str, str]]:
    """Each line's thread, and every word of it."""
    found = (s for s in page.form.sections if s.look == "line")
    return [(s.buttons[0].subject, read(s)) for s in found]


def _code(line: str) -> str:
    return line.partition("\n")[0].rpartition(" ")[2]


@pytest.mark.parametrize("sort", ["", "oldest", "newest"])
async def test_what_came_on_one_day_stands_by_its_random_id(town: Town, sort: str) -> None:
    for _ in range(12):
        await town.raises("leila", **HIDDEN)
        town.clock.set(town.clock.now() + timedelta(minutes=11))
    page = await town.does("grace", "mine.narrow.send", answers={"sort": sort})
    ids = [id for id, _ in _lines(page)]
    assert len(ids) == 12
    assert ids == sorted(ids)


async def test_what_a_hidden_person_adds_moves_nothing(town: Town) -> None:
    for _ in range(3):
        await town.raises("leila", **HIDDEN)
    before = {view: _lines(await town.does("grace", "mine.desk", view)) for view in VIEWS}
    await (await (await town.mine("leila")).presses("Add something")).fills(text="And more.")
    await town.core.ticks.drain()
    assert {v: _lines(await town.does("grace", "mine.desk", v)) for v in VIEWS} == before


async def test_when_it_was_released_on_a_day_changes_no_word_of_its_line(town: Town) -> None:
    await town.raises("leila", **HIDDEN)
    town.clock.set(town.clock.now() + timedelta(hours=4))
    await town.raises("leila", **HIDDEN)
    found = _lines(await town.does("grace", "mine"))
    assert len({id for id, _ in found}) == 2
    assert len({text.replace(_code(text), "") for _, text in found}) == 1


async def test_looking_and_searching_leave_no_row_and_no_log_line(
    town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    await town.raises("leila", **HIDDEN)
    before = await town.dump()
    caplog.set_level(logging.DEBUG, "upstander")
    caplog.clear()
    for view in VIEWS:
        await town.does("grace", "mine.desk", view)
        await town.does("grace", "mine", view)
    form = await town.does("grace", "mine.narrow")
    await form.fills(late="overdue")
    form = await town.does("grace", "mine.find")
    (await form.fills(reference="CASE-17")).sees("1 is found")
    assert await town.dump() == before
    assert [r for r in caplog.records if r.name.startswith("upstander")] == []


async def test_a_hidden_raisers_own_page_shows_none_of_the_letters_that_a_lead_sees(
    town: Town,
) -> None:
    await town.raises("leila", **HIDDEN)
    [(_, line)] = _lines(await town.does("grace", "mine"))
    code = _code(line)
    quiet = await (await town.does("leila", "mine")).presses("Raised without showing my name")
    assert len(code) == 5
    assert code not in quiet.text
    assert [speak(s.title, "en")[-1] for s in quiet.form.sections] == ["1"]
