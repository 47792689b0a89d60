"""Somebody in another time zone is asked while it is day where they are."""

from dataclasses import replace
from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest

from storage.partnership import PersonId
from tests.core.anytown import Town

AMINA = PersonId("web:amina-yusuf")
REFERRAL = {
    "reference": "MASH-204",
    "kind": "information",
    "what": "The minutes, please.",
    "agency": "childrens-social-care",
    "owner": "Amina Yusuf",
    "role": "lead",
    "anyway": "yes",
}


async def is_in(town: Town, zone: str | None) -> str | None:
    """Their platform says that Amina is there now; what is kept of it."""
    amina = await town.core.members.find(AMINA)
    assert amina is not None
    await town.core.members.remember([replace(amina, timezone=zone)])
    kept = await town.core.members.find(AMINA)
    return kept.timezone if kept else None


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "America/Los_Angeles"])
async def test_they_are_asked_within_the_agencys_hours_on_their_own_clock(
    town: Town, zone: str
) -> None:
    assert await is_in(town, zone) == zone
    await (await town.does("leila", "referral")).fills(REFERRAL)
    await town.core.ticks.drain()
    asked = [len(town.cards("amina"))]
    while await town.column("referral", "level") == [0]:
        due = [at for at in await town.column("step", "due_at") if isinstance(at, datetime)]
        await town.until(min(due))
        if len(town.cards("amina")) > asked[-1]:
            asked.append(len(town.cards("amina")))
            local = town.clock.now().astimezone(ZoneInfo(zone))
            assert local.weekday() < 5
            assert time(8, 30) <= local.time() < time(17, 30)
    assert asked == [1, 2, 3]  # recorded, three quarters on, due


async def test_it_is_renewed_and_what_no_clock_knows_is_not_kept(town: Town) -> None:
    for zone in ("Europe/Dublin", "Europe/Athens"):
        assert await is_in(town, zone) == zone
    for unknown in ("Mars/Base", "Europe", "../../etc/passwd", "/etc/localtime", "x" * 300, ""):
        assert await is_in(town, unknown) is None, unknown
    assert await is_in(town, "Europe/Dublin") == "Europe/Dublin"
    assert await is_in(town, None) is None
