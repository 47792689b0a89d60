"""What stands on people's screens in local-slack, and what they do there."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Literal

from bot.wiring import Core
from prompts.words import say, speak
from storage.engine.clock import Clock
from storage.partnership import Partnership, PersonId
from tests.e2e.slack_town import school, serving
from tests.peers import free_port, local_slack
from tests.peers.local_slack import LEAD, OTHER_LEAD, PEOPLE, TEAM, TOKENS, LocalSlack
from tests.peers.slack_payloads import answered, chosen, form, signed

Json = dict[str, Any]
Mode = Literal["events", "socket"]
SCHOOL = school(TEAM, LEAD, OTHER_LEAD)


def said(id: str, **values: str) -> str:
    """What people read."""
    return speak(say(id, **values), "en")


@asynccontextmanager
async def town(
    folder: Path,
    mode: Mode,
    partnership: Partnership = SCHOOL,
    clock: Clock | None = None,
    people: Mapping[str, str] = PEOPLE,
) -> AsyncIterator[tuple[LocalSlack, Core]]:
    """local-slack, and the server in front of it."""
    port = free_port()
    url = f"http://127.0.0.1:{port}/slack/events"
    async with local_slack.running(folder, url, mode, people) as slack, serving(
        folder, partnership, slack.api, TOKENS["signingSecret"],
        port=port, socket=mode == "socket", clock=clock,
    ) as core:  # fmt: skip
        yield slack, core


class Screen:
    """What local-slack shows, in whatever order its parts arrive."""

    def __init__(self, slack: LocalSlack) -> None:
        self.slack = slack
        self._unread: list[Json] = []

    async def shown(self, kind: str, *words: str) -> Json:
        """The next change on screen that says this."""
        try:
            async with asyncio.timeout(20):
                return await self._next(kind, words)
        except TimeoutError:
            there = "\n".join(_text(event) for event in self._unread if event["t"] == kind)
            raise AssertionError(f"No {kind} says {words}, only:\n{there}") from None

    async def _next(self, kind: str, words: tuple[str, ...]) -> Json:
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


async def fill(slack: LocalSlack, user: str, view: Json, /, **answers: str) -> None:
    """Answers a form, and presses its button."""
    given: dict[str, str | list[str]] = {**answers}
    await slack.submit(user, answered(view, given)["state"]["values"])


async def unfold(slack: LocalSlack, user: str, view: Json, name: str, /, **answers: str) -> None:
    """Presses what opens a fold of a form; what it shows then is on the screen.

    local-slack has no presses inside modals: the server gets what Slack would send, in `events`.
    """
    given: dict[str, str | list[str]] = {**answers, name: "yes"}
    body = form(chosen(user, answered(view, given), f"tick:{name}"))
    headers = signed(body, secret=TOKENS["signingSecret"])
    answer = await slack.http.post(slack.request_url, content=body, headers=headers)
    answer.raise_for_status()


def button(surface: Json, words: str) -> Json:
    """The button that says this."""
    beside = [b["accessory"] for b in surface["blocks"] if "accessory" in b]
    below = (e for b in surface["blocks"] if b["type"] == "actions" for e in b["elements"])
    found: Json = next(e for e in (*beside, *below) if e["text"]["text"] == words)
    return found


async def conversation(core: Core, user: str) -> str:
    """Someone's direct conversation with the bot."""
    seen = await core.members.find(PersonId(f"slack:{TEAM}:{user}"))
    assert seen is not None
    return str(json.loads(seen.address)["channel"])
