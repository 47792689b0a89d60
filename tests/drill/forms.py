"""The concern form, opened once a choice for real, then sent as often as the drill wants."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import aiohttp

from bot.slack.private_metadata import Metadata
from tests.peers import slack_payloads as says
from tests.peers.fake_slack import FakeSlack

Json = dict[str, Any]
HOW = ("named", "confidence", "anonymous")
WHEN = {"change_release": "yes"}
ANSWERS = {"danger": "no", "topic": "delay", "agency": "school"}


@dataclass(frozen=True)
class Filled:
    """One person's form, filled in; its token stays the same however often it is sent."""

    user: str
    token: str
    how: str
    what: str
    view: Json

    def body(self) -> bytes:
        """A new request: whoever sends again brings new ids of Slack's, and the same form."""
        return says.form(says.submission(self.user, self.view))


def senders(patience: float = 20) -> aiohttp.ClientSession:
    """Many people's clients; each sends over a connection of its own, as one that idles may be
    closed by the server in the moment in which the next is sent."""
    connector = aiohttp.TCPConnector(limit=0, force_close=True)
    return aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=patience), connector=connector)


async def post(
    http: aiohttp.ClientSession, url: str, body: bytes, at: float | None = None
) -> tuple[int, Json]:
    """A signed form, by another clock at that moment; gives the status and what was answered."""
    where = f"{url}/slack/events"
    async with http.post(where, data=body, headers=says.signed(body, at=at)) as answer:
        text = await answer.text()
        return answer.status, json.loads(text) if answer.status == 200 and text else {}


def is_over(answer: Json) -> bool:
    """Whether the form was taken: what it became asks nothing more."""
    view = answer.get("view", {})
    return answer.get("response_action") == "update" and "input" not in {
        block["type"] for block in view["blocks"]
    }


async def opened(
    http: aiohttp.ClientSession, url: str, slack: FakeSlack, user: str, at: float | None = None
) -> dict[str, Json]:
    """The form as it stands for each choice of what name to give."""
    views = {}
    for how in HOW:
        await post(http, url, says.command(user, "/concern"), at)
        view = says.answered(slack.view, {**ANSWERS, "how": how})
        await post(http, url, says.form(says.chosen(user, view, "field:how")), at)
        if how == "anonymous":  # when it goes is a line until somebody would change it
            view = says.answered(slack.view, {**ANSWERS, "how": how, **WHEN})
            await post(http, url, says.form(says.chosen(user, view, "tick:change_release")), at)
        views[how] = slack.view
    return views


def filled(
    views: Mapping[str, Json], user: str, how: str, token: str, what: str, **more: str
) -> Filled:
    """The form with everything answered and a token of its own."""
    view = views[how]
    at_once = {"release": "now", **WHEN} if how == "anonymous" else {}
    view = says.answered(view, {**ANSWERS, **at_once, "how": how, "what": what, **more})
    meta = replace(Metadata.unpack(view["private_metadata"]), token=token)
    return Filled(user, token, how, what, view | {"private_metadata": meta.pack()})
