"""Words, practice and thanks in an independent Slack, each from its slash command."""

import json
from pathlib import Path

import pytest

from handlers.shared.scenarios.pack import shipped
from tests.e2e.slack_screen import Json, Screen, button, conversation, fill, said, town
from tests.peers.local_slack import LEAD, TEACHER, LocalSlack

pytestmark = pytest.mark.slack_peer


async def _thanks(slack: LocalSlack, screen: Screen) -> Json:
    """Somebody is thanked; gives the card, which names nobody."""
    await slack.command("/thanks", user=TEACHER)
    await fill(
        slack, TEACHER, await screen.modal(said("thanks-hidden")), why="spoke", owner="A Lead"
    )
    await screen.modal(said("thanks-sent-to", name="A Lead, Anytown School"))
    card: Json = (await screen.shown("message", said("thanks-card")))["message"]
    assert "Teacher" not in json.dumps(card)
    return card


async def test_each_is_a_slash_command_away(tmp_path: Path) -> None:
    async with town(tmp_path, "events") as (slack, core):
        screen = Screen(slack)
        card = await _thanks(slack, screen)
        channel = await conversation(core, LEAD)
        assert card["channel"] == channel
        await slack.press(LEAD, channel, card["ts"], button(card, said("button-open")))
        await screen.modal(said("thanks-for-spoke", name="A Teacher"))

        await slack.command("/phrases", user=TEACHER)
        await fill(slack, TEACHER, await screen.modal(said("phrases-title")), topic="closure")
        await screen.modal("What has got safer since we began?")

        scenario = shipped()[0]
        first, second = scenario.steps
        await slack.command("/practice", user=TEACHER)
        form = await screen.modal(scenario.title["en"])
        await fill(slack, TEACHER, form, scenario=scenario.id)
        moment = await screen.modal(first.scene["en"])
        answer = first.answers[0]
        await fill(slack, TEACHER, moment, say=answer.strength)
        follows = await screen.modal(answer.says["en"], answer.then["en"])
        on = button(follows, said("practice-on-button"))
        await slack.press(TEACHER, channel, card["ts"], on)
        await screen.modal(second.scene["en"])
