"""Against an independent Slack: from a slash command to the raiser's Home tab."""

import json
from pathlib import Path

import pytest

from tests.e2e.slack_screen import Json, Mode, Screen, button, conversation, fill, said, town
from tests.peers.local_slack import LEAD, TEACHER, LocalSlack

WHAT = "The plan was agreed and nobody did it."
REPLY = "I have asked for it to be done this week."
ANSWERS = {
    "danger": "no",
    "topic": "delay",
    "agency": "school",
    "how": "named",
}

pytestmark = pytest.mark.slack_peer


async def raise_concern(slack: LocalSlack, screen: Screen) -> None:
    """From the slash command, past an empty answer, to "your concern is sent"."""
    await slack.command("/concern", user=TEACHER)
    view = await screen.modal(said("concern-title"))
    await fill(slack, TEACHER, view, **ANSWERS)
    errors = await screen.shown("view_errors")
    assert errors["errors"] == {"field:what": said("missing-what")}
    await fill(slack, TEACHER, view, **ANSWERS, what=WHAT)
    await screen.modal(said("concern-sent-title"))


async def both_cards(screen: Screen) -> dict[str, Json]:
    """Each lead's card, by the direct conversation it stands in."""
    cards: dict[str, Json] = {}
    while len(cards) < 2:
        sent = await screen.shown("message", said("button-pick"))
        cards[sent["message"]["channel"]] = sent["message"]
    return cards


@pytest.mark.parametrize("mode", ["events", "socket"])
async def test_from_a_slash_command_to_the_raisers_home(tmp_path: Path, mode: Mode) -> None:
    async with town(tmp_path, mode) as (slack, core):
        screen = Screen(slack)
        await raise_concern(slack, screen)
        cards = await both_cards(screen)
        assert WHAT not in json.dumps(cards)

        channel = await conversation(core, LEAD)
        card = cards[channel]

        async def press(surface: Json, words: str) -> None:
            # local-slack has no presses inside modals: the same button, pressed from the card.
            await slack.press(LEAD, channel, card["ts"], button(surface, words))

        await press(card, said("button-pick"))
        page = await screen.modal(WHAT)
        (other,) = set(cards) - {channel}
        taken = await screen.shown("message_update", other, "has picked this up")
        assert said("button-pick") not in json.dumps(taken)

        await press(page, said("button-reply"))
        await fill(slack, LEAD, await screen.modal(said("reply-title")), text=REPLY)
        await screen.modal(said("reply-done-title"))

        await slack.open_home(TEACHER)
        home = await screen.shown("home", said("mine-title"))
        await slack.press(TEACHER, channel, card["ts"], button(home["view"], said("button-open")))
        await screen.modal(WHAT, REPLY)
