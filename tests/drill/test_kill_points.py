"""Killed between any two steps, both stores are mended to the state before or the state after.

Never an address without a thread, nor a thread whose text can't be read, or can't be shredded.
"""

import asyncio
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.drill.kill_places import OnSqlite, Places
from tests.drill.kill_points import drilled
from tests.drill.kill_postgres import running_in_haste
from tests.drill.kill_scenes import (
    CLOSING,
    DEEDS,
    RESTORING,
    ROTATING,
    STARTING,
    Deed,
    Scene,
    break_scene,
    hold_in_scene,
    set_scene,
)
from tests.drill.kill_waiting import DEEDS as WHAT_WAITS
from tests.drill.kill_waiting import FEWER, REPLYING, WITHDRAWING, set_waiting_scene
from tests.drill.kill_wrongly import KEYRING_FIRST, MAIN_FIRST
from tests.scheduling import choose_day

ALL = choose_day() == "all"
A_THIRD, A_SIXTH = (1, 1) if ALL else (3, 6)
"""So many days take every step; on PostgreSQL each kill takes twice as long."""


@dataclass(frozen=True)
class OnDisk:
    """Anytown in files, copied for whatever is done in it."""

    places: Places
    scene: Scene


@pytest.fixture(scope="module")
def sqlite(tmp_path_factory: pytest.TempPathFactory) -> OnDisk:
    places = OnSqlite(tmp_path_factory.mktemp("places"))
    return OnDisk(places, asyncio.run(set_scene(places)))


def assert_nothing_is_torn(
    deeds: tuple[Deed, ...],
    scene: Scene,
    places: Places,
    capsys: pytest.CaptureFixture[str],
    reading: bool = True,
    every: int = A_THIRD,
) -> None:
    for deed in deeds:
        report = drilled(deed, scene, places, reading, every)
        with capsys.disabled():
            print(f"\n{report}", end="")
        assert report.points > 10
        assert report.wrong == []


def test_killed_while_closing_and_while_turning_the_ratchet(sqlite: OnDisk) -> None:
    for deed in (CLOSING, ROTATING):
        report = drilled(deed, sqlite.scene, sqlite.places, False, A_THIRD)
        assert report.points > 10
        assert report.wrong == []


def test_killed_while_what_waits_is_taken_back_or_answered(tmp_path: Path) -> None:
    places = OnSqlite(tmp_path)
    scene = asyncio.run(set_waiting_scene(places))
    for deed in (REPLYING, WITHDRAWING):
        report = drilled(deed, scene, places, False, A_THIRD)
        assert report.points > 10
        assert report.wrong == []


@pytest.mark.drill
@pytest.mark.parametrize("deed", [KEYRING_FIRST, MAIN_FIRST], ids=lambda deed: deed.name)
def test_the_wrong_order_of_the_stores_is_noticed(sqlite: OnDisk, deed: Deed) -> None:
    report = drilled(deed, sqlite.scene, sqlite.places, reading=False)
    torn = {wrong.partition(": ")[0] for wrong in report.wrong if "neither as" in wrong}
    assert 0 < len(torn) < report.points


@pytest.mark.drill
def test_killed_at_the_days_steps_on_sqlite(
    sqlite: OnDisk, capsys: pytest.CaptureFixture[str]
) -> None:
    assert_nothing_is_torn((*DEEDS, RESTORING), sqlite.scene, sqlite.places, capsys)
    broken = asyncio.run(break_scene(sqlite.scene, sqlite.places))
    assert_nothing_is_torn((STARTING,), broken, sqlite.places, capsys)


@pytest.mark.drill
def test_killed_while_restoring_a_hold_that_was_set_since(
    sqlite: OnDisk, capsys: pytest.CaptureFixture[str]
) -> None:
    held = asyncio.run(hold_in_scene(sqlite.scene, sqlite.places))
    assert_nothing_is_torn((RESTORING,), held, sqlite.places, capsys, reading=False)


@pytest.mark.drill
def test_killed_at_the_days_steps_of_what_waits_on_sqlite(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    places = OnSqlite(tmp_path)
    scene = asyncio.run(set_waiting_scene(places))
    assert_nothing_is_torn(WHAT_WAITS, scene, places, capsys, reading=False)


@pytest.mark.drill
@pytest.mark.postgres
def test_killed_at_the_days_steps_of_what_waits_on_postgres(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with running_in_haste(tmp_path) as places:
        scene = asyncio.run(set_waiting_scene(places))
        assert_nothing_is_torn(FEWER, scene, places, capsys, reading=False, every=A_SIXTH)


@pytest.mark.drill
@pytest.mark.postgres
def test_killed_at_the_days_steps_that_write_on_postgres(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with running_in_haste(tmp_path) as places:
        scene = asyncio.run(set_scene(places))
        assert_nothing_is_torn(DEEDS, scene, places, capsys, reading=False, every=A_SIXTH)
        broken = asyncio.run(break_scene(scene, places))
        assert_nothing_is_torn((STARTING,), broken, places, capsys, reading=False, every=A_SIXTH)
