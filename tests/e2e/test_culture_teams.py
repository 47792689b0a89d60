"""What is agreed, held together, the numbers and the other side, in Teams alone."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.e2e.partnerships import agreeing
from tests.e2e.passing import monday, passes
from tests.e2e.pausing_rooms import CHAT, InTeams
from tests.e2e.teams_town import Anytown, anytown, opened, said, school
from tests.peers.teams_person import texts
from tests.privacy.people import LEADS
from tests.privacy.world import world

WHAT = "The plan from March was not carried out again."


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Anytown]:
    async with anytown(tmp_path, agreeing(school()), monday()) as town:
        yield town


async def test_a_lead_stands_by_what_was_agreed_and_others_read_it(town: Anytown) -> None:
    page = await opened(town.lee, "agreement", said("agreement-button"))
    assert said("agreement-due") in texts(page.card)
    confirmed = await page.press(said("agreement-confirm"))
    assert said("agreement-thanks") in texts(confirmed.card)
    read = texts((await opened(town.rae, "agreement", said("agreement-button"))).card)
    assert "Lee" in read
    assert said("agreement-confirm") not in read


async def test_a_concern_is_held_and_nobody_is_told(town: Anytown) -> None:
    form = await opened(town.rae, "together", said("together-button"))
    held = await form.press(
        said("together-submit"), danger="no", what=WHAT, topic="plan-not-done", how="confidence"
    )
    assert said("together-sent-title") in held.title + texts(held.card)
    await town.deliver()
    assert len(await town.core.transactions.room.held()) == 1
    assert WHAT not in str(town.teams.sent)


async def test_the_numbers_and_what_leaders_can_say_are_a_command_away(town: Anytown) -> None:
    for command in ("insight", "leaders"):
        page = await opened(town.rae, command, said(f"{command}-button"))
        assert said(f"{command}-title") in page.title + texts(page.card)


async def test_a_meeting_takes_turns_at_the_other_side(tmp_path: Path) -> None:
    async with world(tmp_path, {}) as here:
        lead = InTeams(here, LEADS["teams"][0], CHAT)
        lead.comes()
        page = await lead.types("advocate", said("advocate-button"))
        assert said("advocate-intro") in texts(page.card)
        joined = await page.press(said("advocate-join"))
        assert said("advocate-joined") in texts(joined.card)
        day = await joined.press(said("advocate-day-button"))
        soon = (here.core.clock.now() + timedelta(days=14)).date()
        saved = await day.press(said("advocate-day-submit"), day=soon.isoformat(), weeks="1")
        assert said("advocate-day-done") in texts(saved.card)

        await passes(here.core, timedelta(days=14))
        told = here.peers.teams.last(lead.person.chat)
        assert said("advocate-card") in texts(told)
        declined = await lead.person.open(told, said("advocate-skip"))
        assert said("advocate-skipped") in texts(declined.card)
