"""What waits for a lead in an independent Slack: the Home tab, its counts, the filter, a search."""

import json
from pathlib import Path

import pytest

from tests.e2e.slack_screen import fill, said
from tests.e2e.test_referral_slack import WHAT, desk_at
from tests.peers.local_slack import LEAD

pytestmark = pytest.mark.slack_peer


async def test_a_lead_works_from_the_home_tab(tmp_path: Path) -> None:
    async with desk_at(tmp_path) as desk:
        await desk.refers()
        await desk.told(LEAD, said("referral-card-unowned"), "MASH-204")
        home = await desk.home(LEAD, said("waiting-title"), "Referral MASH-204")
        [line] = [b for b in home["blocks"] if "accessory" in b]
        assert "Referral MASH-204" in line["accessory"]["accessibility_label"]
        assert WHAT not in json.dumps(home)

        pressed = next(
            e
            for b in home["blocks"]
            if b["type"] == "actions"
            for e in b["elements"]
            if e["text"]["text"] == said("desk-count-unassigned", count="1")
        )
        anchor = desk.cards[LEAD]
        await desk.slack.press(LEAD, anchor["channel"], anchor["ts"], pressed)
        await desk.screen.modal("1 is found", "Referral MASH-204")

        await desk.press(LEAD, home, "desk-narrow-button")
        form = await desk.screen.modal(said("desk-narrow-title"), said("desk-sort-label"))
        await fill(desk.slack, LEAD, form, kind="referral", late="overdue")
        await desk.screen.modal(said("desk-found-none"))

        await desk.press(LEAD, home, "desk-find-button")
        form = await desk.screen.modal(said("desk-find-hint"))
        await fill(desk.slack, LEAD, form, reference="m")
        await desk.refused(reference=said("desk-find-short"))
        await fill(desk.slack, LEAD, form, reference="mash 204")
        found = await desk.screen.modal("Referral MASH-204")
        await desk.press(LEAD, found, "button-open")
        await desk.screen.modal(said("referral-page-title"), WHAT)
