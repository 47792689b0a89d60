"""What waits for a lead in Teams alone: the personal chat's list, its counts, filter and search."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.e2e.partnerships import following
from tests.e2e.passing import monday
from tests.e2e.teams_town import Anytown, anytown, opened, said, school
from tests.e2e.test_referral_teams import WHAT, recorded
from tests.peers.teams_person import everything, texts


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Anytown]:
    async with anytown(tmp_path, following(school()), monday()) as town:
        yield town


async def test_a_lead_works_from_the_personal_chat(town: Anytown) -> None:
    await recorded(town)
    await town.deliver()
    page = await opened(town.lou, "mine", said("teams-open-mine"))
    assert "Referral MASH-204" in texts(page.card)
    assert WHAT not in texts(page.card)
    tips = [e["tooltip"] for e in everything(page.card) if "tooltip" in e]
    assert any(tip.startswith("Open: Referral MASH-204") for tip in tips)

    counted = await page.press(said("desk-count-unassigned", count="1"))
    assert "1 is found" in texts(counted.card)

    form = await page.press(said("desk-narrow-button"))
    assert said("desk-sort-label") in texts(form.card)
    none = await form.press(said("desk-narrow-submit"), kind="referral", late="overdue")
    assert said("desk-found-none") in texts(none.card)

    form = await page.press(said("desk-find-button"))
    again = await form.press(said("desk-find-submit"), reference="m")
    assert said("desk-find-short") in texts(again.card)
    found = await again.press(said("desk-find-submit"), reference="mash 204")
    assert "Referral MASH-204" in texts(found.card)
    assert WHAT in texts((await found.press(said("button-open"))).card)
