"""Who does what is changed on pages: seen first, in force on every replica, undone at one press."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.cli.demo import EXAMPLE
from storage.partnership import AgencyId, PersonId
from storage.partnership.loading import read_written
from tests.conftest import Stores
from tests.core.anytown import Page, Town, anytown

CSC = AgencyId("childrens-social-care")
GRACE, AMINA = PersonId("web:grace-okafor"), PersonId("web:amina-yusuf")


@pytest.fixture
async def towns(stores: Stores, tmp_path: Path) -> AsyncIterator[tuple[Town, Town]]:
    """Two replicas, which read one file."""
    file, folder = read_written(EXAMPLE), tmp_path / "data"
    async with (
        anytown(stores, folder, partnership=file) as one,
        anytown(stores, folder, one.clock, file) as other,
    ):
        yield one, other


async def _proposes(town: Town, who: str, **answers: str) -> Page:
    page = await (await town.does(who, "mine")).presses("Administration")
    form = await (
        await page.presses(answers.pop("agency", "Anytown Children's Social Care"))
    ).presses("Change who does what")
    return await form.fills({"leaver": "nobody", "owner": "", **answers})


async def test_a_lead_goes_at_once_and_comes_back_only_by_two(towns: tuple[Town, Town]) -> None:
    one, other = towns
    page = await _proposes(one, "ruth", holds="lead", leaver=GRACE)
    page.sees("Anytown Children's Social Care: leads", "Taken out: Grace Okafor")
    assert GRACE in one.core.partnership.leads(CSC)  # only shown so far
    (await page.presses("Confirm")).sees("in force now")
    assert GRACE not in one.core.partnership.leads(CSC)
    assert GRACE in other.core.partnership.leads(CSC)
    await other.core.ticks.follow()
    assert GRACE not in other.core.partnership.leads(CSC)
    # To have her back gives her everything to read.
    home = await other.does("ruth", "administration")
    (await home.sees("Changed by Ruth Ellison").presses("Undo")).sees("We have asked")
    await other.core.ticks.drain()
    assert GRACE not in other.core.partnership.leads(CSC)
    asked = await other.presses_card("helen", "Open")
    (await other.does("ruth", "administration")).sees("Waiting for a second person")
    (await asked.presses("Agree")).sees("in force now")
    await one.core.ticks.follow()
    assert GRACE in one.core.partnership.leads(CSC)
    (await one.does("fiona", "administration")).sees("Changed by Ruth Ellison and Helen Ward")
