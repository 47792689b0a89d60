"""What is agreed, where to turn, the other side, held together and the numbers, in Slack alone."""

from pathlib import Path

import pytest

from tests.e2e.partnerships import agreeing
from tests.e2e.slack_screen import SCHOOL, Screen, fill, said, town
from tests.peers.local_slack import LEAD, MEETING, TEACHER

pytestmark = pytest.mark.slack_peer
WHAT = "The plan from March was not carried out again."


async def test_each_is_read_in_a_form_of_its_own(tmp_path: Path) -> None:
    async with town(tmp_path, "socket", agreeing(SCHOOL)) as (slack, _core):
        screen = Screen(slack)
        await slack.command("/agreement", user=LEAD)
        await screen.modal(said("agreement-due"), said("agreement-not-yet"))

        await slack.command("/routes", user=TEACHER)
        form = await screen.modal(said("routes-title"))
        await fill(slack, TEACHER, form, route="colleague", raised="worse")
        await screen.modal(said("routes-then-worse"), said("routes-protection"))

        for command, words in (("/insight", "insight-title"), ("/leaders", "leaders-title")):
            await slack.command(command, user=TEACHER)
            await screen.modal(said(words))


async def test_a_concern_is_held_and_a_meeting_takes_turns(tmp_path: Path) -> None:
    async with town(tmp_path, "events") as (slack, core):
        screen = Screen(slack)
        await slack.command("/together", user=TEACHER)
        form = await screen.modal(said("together-intro"))
        await fill(
            slack, TEACHER, form, danger="no", what=WHAT, topic="plan-not-done", how="confidence"
        )
        await screen.modal(said("together-sent-title"))
        assert len(await core.transactions.room.held()) == 1

        await slack.command("/advocate", user=TEACHER, channel=MEETING)
        await screen.modal(said("advocate-intro"), said("advocate-join"))
