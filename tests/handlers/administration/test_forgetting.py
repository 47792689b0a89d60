"""Who was taken out stands in earlier versions for 90 days, and then nowhere."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.ops.retention import purge_closed
from storage.maintenance.old_versions import KEPT
from tests.conftest import Stores
from tests.core.anytown import Town
from tests.core.tools import settings_of
from tests.handlers.administration.changing import changeable

CSC = "childrens-social-care"


@pytest.fixture
async def town(stores: Stores, tmp_path: Path) -> AsyncIterator[Town]:
    """What a purge leaves is asked of either kind of database."""
    async with changeable(stores, tmp_path) as town:
        yield town


async def _kept(town: Town) -> str:
    stored = await town.dump()
    names = ("partnership_version", "partnership_proposal", "former_person", "member")
    return str([stored[name] for name in names])


async def test_after_90_days_a_purge_leaves_only_the_day_and_a_mark(
    town: Town, stores: Stores, tmp_path: Path
) -> None:
    settings = settings_of(stores, tmp_path / "data")
    form = await town.does("ruth", "administration.leaver", CSC)
    await (await form.fills(person="web:daniel-reid")).presses("Confirm")
    form = await town.does("helen", "administration.new")
    await form.fills(name="Hospice", lead="Al Dean", lead_job="Head", fallback="Bo Dean",
                     fallback_job="Chair", sector="voluntary", nation="england")  # fmt: skip
    town.clock.set(town.clock.now() + KEPT - timedelta(days=1))
    assert (await purge_closed(settings, town.clock)).versions == 0
    assert "Daniel Reid" in await _kept(town)
    assert "Al Dean" not in await _kept(town)  # never confirmed
    (await town.does("ruth", "administration")).sees("Changed by Ruth Ellison", "Undo")
    town.clock.set(town.clock.now() + timedelta(days=1))
    assert (await purge_closed(settings, town.clock)).versions == 1
    kept = await _kept(town)
    assert "aniel" not in kept
    assert "Grace Okafor" in kept  # in force
    (await town.does("ruth", "administration")).sees_not("Changed by", "Undo")
    assert (await purge_closed(settings, town.clock)).versions == 0
    # Whoever comes back under that id finds what was theirs: it takes two, still.
    form = await town.does("ruth", "administration.person", CSC)
    page = await form.fills(name="Daniel Reid", job="Practice lead", email="d@care.anytown.example")
    page.sees("So it takes two")
    page = await form.fills(name="Jo New", job="Nurse", email="j@care.anytown.example")
    page.sees_not("So it takes two")
