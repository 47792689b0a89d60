"""Against an independent Slack: from a slash command to the raiser's Home tab."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Literal

import pytest

from prompts.words import say, speak
from tests.e2e.slack_town import school, serving
from tests.peers import free_port, local_slack
from tests.peers.local_slack import LEAD, OTHER_LEAD, TEACHER, TEAM, TOKENS, LocalSlack
from tests.peers.slack_payloads import answered

Json = dict[str, Any]
WHAT = "The plan was agreed and nobody did it."
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
async def town(folder: Path, mode: Literal["events", "socket"]) -> AsyncIterator[LocalSlack]:
    port = free_port()
    url = f"http://127.0.0.1:{port}/slack/events"
    async with local_slack.running(folder, url, mode) as slack:
        partnership = school(TEAM, LEAD, OTHER_LEAD)
        async with serving(
            folder, partnership, slack.api, TOKENS["signingSecret"],
            port=port, socket=mode == "socket",
        ):  # fmt: skip
            yield slack


async def shown_to(slack: LocalSlack, kind: str, *words: str) -> Json:
    """The next change on screen that says this."""
    while True:
        event = await slack.shown(kind)
        if all(word in json.dumps(event, ensure_ascii=False) for word in words):
            return event


async def fill(slack: LocalSlack, user: str, view: Json, **answers: str) -> None:
    given: dict[str, str | list[str]] = {**answers}
    await slack.submit(user, answered(view, given)["state"]["values"])


def button(message: Json, words: str) -> Json:
    found: Json = next(
        e for b in message["blocks"] for e in b.get("elements", ())
        if b["type"] == "actions" and e["text"]["text"] == words
    )  # fmt: skip
    return found


@pytest.mark.parametrize("mode", ["events", "socket"])
async def test_from_a_slash_command_to_the_raisers_home(
    tmp_path: Path, mode: Literal["events", "socket"]
) -> None:
    async with town(tmp_path, mode) as slack:
        await slack.command("/concern", user=TEACHER)
        view = (await shown_to(slack, "view", said("concern-title")))["view"]

        await fill(slack, TEACHER, view, **ANSWERS)
        errors = await slack.shown("view_errors")
        assert said("missing-what") in json.dumps(errors)

        await fill(slack, TEACHER, view, **ANSWERS, what=WHAT)
        cards = {}
        while len(cards) < 2:
            sent = await shown_to(slack, "message", said("button-pick"))
            cards[sent["channel"]] = sent["message"]
        assert WHAT not in json.dumps(cards)

        channel, card = next(iter(cards.items()))
        await slack.press(LEAD, channel, card["ts"], button(card, said("button-pick")))
        await shown_to(slack, "message_update", "picked this up")
