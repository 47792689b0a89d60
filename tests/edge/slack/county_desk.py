"""The real product with the county in it, in front of a local Slack."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
from starlette.applications import Starlette

from bot.slack.app import SlackEdge, build_slack
from storage.partnership import Partnership
from tests.conftest import Stores
from tests.core.anytown import Town, anytown
from tests.peers import fake_slack, slack_socket
from tests.peers.fake_slack import FakeSlack, person
from tests.peers.slack_payloads import (
    SECRET,
    answered,
    chosen,
    command,
    form,
    signed,
    suggestion,
)
from tests.peers.slack_socket import Wire
from tests.peers.unhurried import UNHURRIED
from tests.render.slack_limits import suggested

Json = dict[str, Any]

WORKSPACE = "T0LEARNING"
TEACHER, STRANGER, WELSH = "U01TEACHER", "U02STRANGER", "U03WELSH"
CONCERN: dict[str, str | list[str]] = {
    "danger": "no", "topic": "threshold", "what": "Nobody asked her.",
    "how": "named",
}  # fmt: skip
OPENED: dict[str, str | list[str]] = {"change_where": "yes"}


@dataclass
class Desk:
    """The real product in front of a local Slack."""

    town: Town
    edge: SlackEdge
    slack: FakeSlack
    wire: Wire
    http: httpx.AsyncClient

    async def post(self, body: bytes) -> httpx.Response:
        return await self.http.post("/slack/events", content=body, headers=signed(body))

    async def opens(self, user: str, typed: str) -> Json:
        assert (await self.post(command(user, typed, team=WORKSPACE))).status_code == 200
        return self.slack.view

    async def opens_whole(self, user: str, typed: str) -> Json:
        """The form, with whom it goes to before their eyes."""
        view = await self.opens(user, typed)
        return await self.answers(user, view, "tick:change_where", change_where="yes")

    async def types(
        self, user: str, view: Json, typed: str, name: str = "agency", **answers: str
    ) -> list[Json]:
        """What is offered after these letters, as Slack would show it."""
        asked = suggestion(user, view, name, typed, WORKSPACE, **answers)
        answer = await self.post(form(asked))
        assert answer.status_code == 200
        assert suggested(answer.json()) == []
        found: list[Json] = answer.json()["options"]
        return found

    async def answers(self, user: str, view: Json, block: str, **given: str | list[str]) -> Json:
        """The view after an answer on which others depend."""
        changed = chosen(user, answered(view, {**OPENED, **given}), block, WORKSPACE)
        assert (await self.post(form(changed))).status_code == 200
        return self.slack.view


@asynccontextmanager
async def desk_in(
    county: Partnership, own: str, stores: Stores, folder: Path, *, app_token: str = ""
) -> AsyncIterator[Desk]:
    email = f"someone@{own}.wyedale.example"
    people = [
        person(TEACHER, "A Teacher", email=email, team_id=WORKSPACE),
        person(STRANGER, "Somebody", email="x@elsewhere.example", team_id=WORKSPACE),
        person(WELSH, "Athrawes", email=email, locale="cy-GB", team_id=WORKSPACE),
    ]
    async with fake_slack.running(people) as slack, slack_socket.running(slack) as wire:
        slack.team = WORKSPACE
        async with anytown(stores, folder, partnership=county) as town:
            edge = build_slack(
                bot_token="xoxb-test", signing_secret=SECRET, app_token=app_token,
                api_url=slack.api, dispatch=town.core.dispatch, partnership=county,
                members=town.core.members, pace=0, waits=UNHURRIED,
            )  # fmt: skip
            await edge.start()
            ours = httpx.ASGITransport(Starlette(routes=[edge.route()]))
            async with httpx.AsyncClient(transport=ours, base_url="https://bot.example") as http:
                yield Desk(town, edge, slack, wire, http)
            await edge.stop()
        assert slack.refused == []
