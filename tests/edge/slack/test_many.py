"""With 250 agencies: somebody types a part of a name in Slack, and finds the one that they mean."""

import json
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import httpx
import pytest
from slack_bolt.async_app import AsyncAck
from slack_bolt.response import BoltResponse
from starlette.applications import Starlette

from bot.core.admission import Incoming
from bot.core.ports import Reply
from bot.slack.app import SlackEdge, build_slack
from storage.partnership import AgencyId, Partnership
from storage.partnership.loading import read_partnership
from tests.conftest import Stores
from tests.core.anytown import Town, anytown
from tests.county import FILE
from tests.peers import fake_slack, slack_socket
from tests.peers.fake_slack import FakeSlack, person
from tests.peers.slack_payloads import (
    SECRET,
    answered,
    chosen,
    command,
    form,
    signed,
    submission,
    suggestion,
)
from tests.peers.slack_socket import Wire
from tests.render.slack_limits import suggested

Json = dict[str, Any]

WORKSPACE = "T0LEARNING"
TEACHER, STRANGER, WELSH = "U01TEACHER", "U02STRANGER", "U03WELSH"
CONCERN: dict[str, str | list[str]] = {
    "danger": "no", "about": "decision", "topic": "threshold", "what": "Nobody asked her.",
    "how": "named",
}  # fmt: skip


@pytest.fixture(scope="module")
def county() -> Partnership:
    return read_partnership(FILE)


@pytest.fixture
def own(county: Partnership) -> str:
    """The last school of the file, which shares its workspace with others."""
    return [a.id for a in county.agencies if WORKSPACE in a.slack_workspaces][-1]


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
        changed = chosen(user, answered(view, given), block, WORKSPACE)
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
                members=town.core.members, pace=0,
            )  # fmt: skip
            await edge.start()
            ours = httpx.ASGITransport(Starlette(routes=[edge.route()]))
            async with httpx.AsyncClient(transport=ours, base_url="https://bot.example") as http:
                yield Desk(town, edge, slack, wire, http)
            await edge.stop()
        assert slack.refused == []


@pytest.fixture
async def desk(
    county: Partnership, own: str, sqlite_stores: Stores, tmp_path: Path
) -> AsyncIterator[Desk]:
    async with desk_in(county, own, sqlite_stores, tmp_path / "data") as desk:
        yield desk


class Answer(AsyncAck):
    """What Slack is answered."""

    def __init__(self) -> None:
        self.options: list[Json] = []

    async def __call__(self, *_: Any, **answer: Any) -> BoltResponse:
        self.options = answer["options"]
        return BoltResponse(status=200)


def names(options: list[Json]) -> list[str]:
    return [option["text"]["text"] for option in options]


def values(options: list[Json]) -> list[str]:
    return [option["value"] for option in options]


async def test_before_anything_is_typed_ones_own_agency_comes_first(desk: Desk, own: str) -> None:
    view = await desk.opens(TEACHER, "/concern")
    first = await desk.types(TEACHER, view, "")
    assert len(first) == 100
    assert values(first)[:2] == [own, "police"]
    assert names(first)[-1] == "There are more: type more of the name"
    agency = next(b for b in view["blocks"] if b.get("block_id") == "field:agency")
    assert agency["element"]["initial_option"]["value"] == own


async def test_each_of_all_agencies_is_found_by_its_name(desk: Desk, county: Partnership) -> None:
    view = await desk.opens(TEACHER, "/concern")
    for agency in county.agencies:
        found = await desk.types(TEACHER, view, agency.name["en"])
        assert values(found)[0] == agency.id


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("therese", "St Thérèse's School"),
        ("ST THÉRÈSE’S", "St Thérèse's School"),
        ("ty gwyn", "Ysgol Tŷ Gwyn"),
        ("TŶ", "Ysgol Tŷ Gwyn"),
        ("primary hillcrest", "Hillcrest Primary School"),
        ("Ysgol Gynradd Hillcrest", "Hillcrest Primary School"),
        ("illcrest prim", "Hillcrest Primary School"),
    ],
)
async def test_accents_case_order_and_language_are_no_matter(
    desk: Desk, typed: str, found: str
) -> None:
    view = await desk.opens(TEACHER, "/concern")
    assert names(await desk.types(TEACHER, view, typed))[0] == found


async def test_of_more_than_fit_the_last_line_says_to_type_more(desk: Desk) -> None:
    view = await desk.opens(TEACHER, "/concern")
    many = await desk.types(TEACHER, view, "school")
    assert len(many) < 100
    many = await desk.types(TEACHER, view, "a")
    assert len(many) == 100
    assert names(many)[-1] == "There are more: type more of the name"
    assert values(many)[-1] == "~"
    assert await desk.types(TEACHER, view, "no such agency") == []


async def test_in_welsh_it_is_said_in_welsh(desk: Desk) -> None:
    view = await desk.opens(WELSH, "/concern")
    assert names(await desk.types(WELSH, view, "hillcrest"))[1] == "Ysgol Gynradd Hillcrest"
    assert names(await desk.types(WELSH, view, ""))[-1] == "Mae rhagor: teipiwch fwy o’r enw"


async def test_a_stranger_is_answered_with_nothing(desk: Desk) -> None:
    view = await desk.opens(TEACHER, "/concern")
    assert await desk.types(STRANGER, view, "police") == []
    assert await desk.types("U0NOBODY", view, "police") == []


async def test_a_concern_goes_to_the_agency_that_was_found(desk: Desk) -> None:
    view = await desk.opens(TEACHER, "/concern")
    found = await desk.types(TEACHER, view, "yarpole academy")
    sent = answered(view, CONCERN | {"agency": values(found)[0]})
    answer = await desk.post(form(submission(TEACHER, sent, WORKSPACE)))
    assert "Your concern is sent" in json.dumps(answer.json())
    assert await desk.town.column("thread", "agency") == ["yarpole-academy"]


async def test_a_search_leaves_no_row_and_no_log_line(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    view = await desk.opens(TEACHER, "/concern")
    before = await desk.town.dump()
    caplog.set_level(logging.DEBUG, "upstander")
    caplog.clear()
    for typed in ("", "pol", "therese", "nothing like it"):
        await desk.types(TEACHER, view, typed)
        await desk.types(STRANGER, view, typed)
    assert await desk.town.dump() == before
    assert [r for r in caplog.records if r.name.startswith("upstander")] == []


async def test_a_search_does_nothing_whatever_the_view_says_it_is_for(desk: Desk) -> None:
    view = await desk.opens(TEACHER, "/concern")
    meta = json.loads(view["private_metadata"])
    done: list[Incoming] = []
    real = desk.edge.listeners.dispatch

    class Watched:
        """Remembers what comes through, and hands it on."""

        async def handle(self, incoming: Incoming) -> Reply:
            done.append(incoming)
            return await real.handle(incoming)

        async def first_time(self, event_id: str) -> bool:
            return await real.first_time(event_id)

    listeners = replace(desk.edge.listeners, dispatch=Watched())
    for verb in ("thread.pick", "mine.settled", "concern.send.send", "no-such-verb"):
        changed = view | {"private_metadata": json.dumps(meta | {"verb": verb})}
        answer = Answer()
        await listeners.suggestion(suggestion(TEACHER, changed, "agency", "", WORKSPACE), answer)
        assert answer.options == []
    assert done == []


async def test_what_was_chosen_before_changes_no_order(desk: Desk) -> None:
    view = await desk.opens(TEACHER, "/concern")
    before = await desk.types(TEACHER, view, "primary")
    sent = answered(view, CONCERN | {"agency": values(before)[-1]})
    await desk.post(form(submission(TEACHER, sent, WORKSPACE)))
    view = await desk.opens(TEACHER, "/concern")
    assert await desk.types(TEACHER, view, "primary") == before
    assert await desk.types(WELSH, view, "primary") != []


async def test_over_a_socket_it_is_answered_alike(
    county: Partnership, own: str, sqlite_stores: Stores, tmp_path: Path
) -> None:
    async with desk_in(
        county, own, sqlite_stores, tmp_path / "data", app_token="xapp-test"
    ) as desk:
        view = await desk.opens(TEACHER, "/concern")
        for typed in ("", "therese", "no such agency"):
            asked = suggestion(TEACHER, view, "agency", typed, WORKSPACE)
            over_http = await desk.types(TEACHER, view, typed)
            assert (await desk.wire.ask(asked))["options"] == over_http


def asked(view: Json, name: str) -> Json | None:
    blocks = (b for b in view["blocks"] if b.get("block_id", "").partition(":")[2] == name)
    return next((block["element"] for block in blocks), None)


async def test_whom_it_is_about_is_shown_where_it_goes(desk: Desk, county: Partnership) -> None:
    view = await desk.opens(TEACHER, "/concern")
    assert asked(view, "left_out") is None
    for agency in county.agencies[::20]:
        given = {"agency": agency.id, "someone": "yes"}
        view = await desk.answers(TEACHER, view, "tick:someone", **given)
        people = asked(view, "left_out")
        assert people is not None
        offered = {option["value"] for option in people["options"]}
        assert {*agency.leads, *agency.roles["fallback"]} <= offered
        assert len(offered) <= 20
    view = await desk.answers(TEACHER, view, "field:agency", agency="police", someone="yes")
    assert "web:aisha-abbott" in {o["value"] for o in (asked(view, "left_out") or {})["options"]}


async def test_whoever_it_is_about_does_not_get_it(desk: Desk, own: str) -> None:
    [lead, other] = desk.town.core.partnership.leads(AgencyId(own))
    view = await desk.opens(TEACHER, "/concern")
    view = await desk.answers(TEACHER, view, "tick:someone", agency=own, someone="yes")
    out = CONCERN | {"agency": own, "someone": "yes", "left_out": [lead]}
    await desk.post(form(submission(TEACHER, answered(view, out), WORKSPACE)))
    await desk.town.core.ticks.drain()
    assert desk.town.client.to(lead.partition(":")[2]) == []
    assert desk.town.client.to(other.partition(":")[2]) != []


async def test_a_stand_in_is_chosen_at_their_agency(desk: Desk, own: str) -> None:
    view = await desk.opens(TEACHER, "/upstander-standin")
    assert (asked(view, "agency") or {})["initial_option"]["value"] == own
    view = await desk.answers(TEACHER, view, "field:agency", agency="police")
    people = {option["value"] for option in (asked(view, "person") or {})["options"]}
    police = desk.town.core.partnership.agency(AgencyId("police"))
    assert people == {*police.leads, *police.roles["fallback"]}
