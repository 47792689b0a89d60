"""Whoever left is found within a minute, what they held moves on once, and no misreading of a
directory moves everything on."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.base.metrics import exposition
from bot.core.delivery.absences import Absences
from handlers.contract.commands import Absence
from storage.directory.leavers import too_many
from storage.directory.members import Seen
from storage.partnership import AgencyId
from tests.conftest import Stores
from tests.core.anytown import Town
from tests.handlers.people.held import REFERRAL
from tests.handlers.people.story import Story, story

MINUTE = timedelta(minutes=1)


@pytest.fixture
async def told(stores: Stores, tmp_path: Path) -> AsyncIterator[Story]:
    async with story("Slack", stores, tmp_path / "data") as told:
        yield told


def _metric(name: str) -> float:
    lines = exposition().decode().splitlines()
    return next(float(line.split()[1]) for line in lines if line.startswith(f"{name} "))


async def _refers(story: Story, owner: str) -> None:
    form = await story.town.does("leila", "referral")
    await form.fills({**REFERRAL, "owner": owner})
    await story.town.passes(MINUTE)


async def test_what_a_leaver_held_moves_on_within_a_minute_and_once(told: Story) -> None:
    await _refers(told, "Amina Yusuf")
    await told.leaves("amina")
    ticks = told.town.core.ticks
    await asyncio.gather(ticks.depart(), ticks.compare())  # as two servers do
    await told.town.passes(MINUTE)
    assert [len(told.town.cards(who)) for who in ("grace", "daniel")] == [1, 1]
    assert await ticks.depart() == await ticks.compare() == 0


async def test_somebody_who_is_back_in_time_keeps_what_they_hold(told: Story) -> None:
    await _refers(told, "Amina Yusuf")
    await told.leaves("amina")
    await told.town.core.members.remember([told.seen("amina")])
    assert await told.town.core.ticks.depart() == 0
    assert await told.town.core.ticks.compare() == 0


async def test_a_directory_that_is_empty_all_at_once_moves_nothing_on(told: Story) -> None:
    await told.town.raises("leila")
    await told.town.presses_card("grace", "I’ll pick this up")
    people = [seen.person for seen in await told.town.core.members.everyone()]
    await told.town.core.members.forget(people)
    assert await told.town.core.ticks.depart() == 0
    assert await told.town.core.ticks.compare() == 0
    assert _metric("upstander_vanished_people") == len(people)
    (await told.town.opens("grace")).sees("The meeting ended")
    # It is read again, and all is as it was.
    await told.meets()
    await told.town.core.ticks.compare()
    assert _metric("upstander_vanished_people") == 0


async def test_an_owner_who_was_never_in_the_file_is_found_by_the_directory(told: Story) -> None:
    await _refers(told, "Amina Yusuf")
    await told.changes_file("amina")  # nobody names her there
    assert await told.town.core.ticks.compare() == 0
    seen = told.seen("amina")
    elsewhere = Seen(seen.person, AgencyId("school"), seen.name, "en", seen.address)
    await told.town.core.members.remember([elsewhere])
    assert await told.town.core.ticks.depart() == 1


async def test_whoever_is_still_named_is_asked_nothing_once_they_left(told: Story) -> None:
    """The file names her until somebody changes it; a new concern doesn't wait for that."""
    await told.leaves("grace")
    await told.ticks()
    await told.town.raises("leila")
    await told.town.passes(MINUTE)
    assert [len(told.town.cards(who)) for who in ("grace", "daniel")] == [0, 1]
    await told.town.core.members.remember([told.seen("grace")])  # she is back
    await told.town.raises("leila")
    await told.town.passes(MINUTE)
    assert len(told.town.cards("grace")) == 1


async def test_operators_read_that_something_is_before_nobody(town: Town) -> None:
    await town.raises("kofi")  # about this one they can all be reached
    other = await town.column("thread", "id")
    await town.raises("leila")
    [thread] = {*await town.column("thread", "id")}.difference(other)
    absences = Absences(town.core.transactions)
    for who in ("grace", "daniel", "amina", "ruth", "fiona", "anne", "helen"):
        await absences.move_on(str(thread), Absence(town.actor(who).person, gone=False))
    await town.core.ticks.compare()
    assert _metric("upstander_threads_without_anybody") == 1
    (await town.mine("leila")).sees("Nobody has picked this up yet", "0800 028 0285")


@pytest.mark.parametrize(
    ("vanished", "everybody", "wrong"),
    [(0, 0, False), (3, 3, False), (4, 12, False), (4, 11, True), (300, 800, True)],
)
def test_how_many_are_too_many(vanished: int, everybody: int, wrong: bool) -> None:
    assert too_many(vanished, everybody) is wrong


async def test_what_is_logged_names_nobody(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    await town.raises("leila")
    await town.presses_card("grace", "I’ll pick this up")
    await town.core.ticks.compare()
    said = capsys.readouterr()
    assert "grace" not in (said.out + said.err).lower()
