"""Against an independent Slack: from a slash command to the raiser's Home tab."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Literal

import pytest

from bot.wiring import Core
from prompts.words import say, speak
from storage.partnership import PersonId
from tests.e2e.slack_town import school, serving
from tests.peers import free_port, local_slack
from tests.peers.local_slack import LEAD, OTHER_LEAD, TEACHER, TEAM, TOKENS, LocalSlack
from tests.peers.slack_payloads import answered

Json = dict[str, Any]
WHAT = "The plan was agreed and nobody did it."
REPLY = "I have asked for it to be done this week."
ANSWERS = {
    "danger": "no",
    "about": "decision",
    "topic": "delay",
    "agency": "school",
    "how": "named",
}

pytestmark = pytest.mark.slack_peer


def said(id: str, **values: str) -> str:
    return speak(say(id, **values), "en")


@asynccontextmanager
async def town(
    folder: Path, mode: Literal["events", "socket"]
) -> AsyncIterator[tuple[LocalSlack, Core]]:
    port = free_port()
    url = f"http://127.0.0.1:{port}/slack/events"
    async with local_slack.running(folder, url, mode) as slack:
        partnership = school(TEAM, LEAD, OTHER_LEAD)
        async with serving(
            folder, partnership, slack.api, TOKENS["signingSecret"],
            port=port, socket=mode == "socket",
        ) as core:  # fmt: skip
            yield slack, core


class Screen:
    """What local-slack shows, in whatever order its parts arrive."""

    def __init__(self, slack: LocalSlack) -> None:
        self.slack = slack
        self._unread: list[Json] = []

    async def shown(self, kind: str, *words: str) -> Json:
        """The next change on screen that says this."""
        async with asyncio.timeout(20):
            while True:
                for event in self._unread:
                    if event["t"] == kind and all(word in _text(event) for word in words):
                        self._unread.remove(event)
                        return event
                self._unread.append(json.loads(await self.slack.ui.recv()))

    async def modal(self, *words: str) -> Json:
        """The modal on top, once it says this."""
        view: Json = (await self.shown("view", *words))["stack"][-1]
        return view


def _text(event: Json) -> str:
    return json.dumps(event, ensure_ascii=False)


async def fill(slack: LocalSlack, user: str, view: Json, **answers: str) -> None:
    given: dict[str, str | list[str]] = {**answers}
    await slack.submit(user, answered(view, given)["state"]["values"])


def button(surface: Json, words: str) -> Json:
    """The button that says this."""
    pressed = (e for b in surface["blocks"] if b["type"] == "actions" for e in b["elements"])
    found: Json = next(e for e in pressed if e["text"]["text"] == words)
    return found


async def raise_concern(slack: LocalSlack, screen: Screen) -> None:
    """From the slash command, past an empty answer, to "your concern is sent"."""
    await slack.command("/concern", user=TEACHER)
    view = await screen.modal(said("concern-title"))
    await fill(slack, TEACHER, view, **ANSWERS)
    errors = await screen.shown("view_errors")
    assert errors["errors"] == {"field:what": said("missing-what")}
    await fill(slack, TEACHER, view, **ANSWERS, what=WHAT)
    await screen.modal(said("sent-title"))


async def both_cards(screen: Screen) -> dict[str, Json]:
    """Each lead's card, by the direct conversation it stands in."""
    cards: dict[str, Json] = {}
    while len(cards) < 2:
        sent = await screen.shown("message", said("button-pick"))
        cards[sent["message"]["channel"]] = sent["message"]
    return cards


async def conversation(core: Core, user: str) -> str:
    """Someone's direct conversation with the bot."""
    seen = await core.members.find(PersonId(f"slack:{TEAM}:{user}"))
    assert seen is not None
    return str(json.loads(seen.address)["channel"])


@pytest.mark.parametrize("mode", ["events", "socket"])
async def test_from_a_slash_command_to_the_raisers_home(
    tmp_path: Path, mode: Literal["events", "socket"]
) -> None:
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
