"""Somebody left, and the partnership's file goes on naming them: nothing is open to them."""

from dataclasses import replace
from pathlib import Path

from tests.conftest import Stores
from tests.handlers.people.story import room_on, story

VERBS = ("agreement", "agreement.confirm", "advocate.join", "practice.offer", "concern", "mine")
"""What anybody here may, or a lead."""


async def test_a_leaver_whom_the_file_still_names_as_a_lead_may_nothing(
    sqlite_stores: Stores, tmp_path: Path
) -> None:
    async with story("Slack", sqlite_stores, tmp_path / "told") as told:
        told.town.place = room_on("Slack")
        known, unsure = told.town.actor("grace"), told.town.actor("daniel")
        await told.leaves("grace")
        before = await told.town.dump()
        for verb in VERBS:
            (await told.town.does("grace", verb)).refused("talk to your safeguarding lead")
        assert await told.town.dump() == before
        await told.ticks()  # what they held has moved on, and nothing reminds of them
        (await told.town.does("grace", "agreement.confirm")).refused("call 999")
        # Whose agency nobody can tell just now hasn't left.
        told.town.strangers["daniel"] = replace(unsure, agency=None)
        (await told.town.does("daniel", "agreement.confirm")).sees("that you confirmed it")
        await told.town.core.members.remember([told.seen("grace")])  # and they come back
        told.town.strangers["grace"] = replace(known, agency=None)
        (await told.town.does("grace", "advocate.join")).sees("It is Grace Okafor’s turn next")
