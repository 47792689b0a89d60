"""With 250 agencies: somebody types a part of a name in Slack, and finds the one that they mean."""

import json
import logging
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from slack_bolt.async_app import AsyncAck
from slack_bolt.response import BoltResponse

from bot.core.admission import Incoming
from bot.core.ports import Reply
from storage.partnership import Partnership
from storage.partnership.loading import read_partnership
from tests.conftest import Stores
from tests.county import FILE
from tests.edge.slack.county_desk import (
    CONCERN,
    OPENED,
    STRANGER,
    TEACHER,
    WELSH,
    WORKSPACE,
    Desk,
    Json,
    desk_in,
)
from tests.peers.slack_payloads import (
    answered,
    form,
    submission,
    suggestion,
)


@pytest.fixture(scope="module")
def county() -> Partnership:
    return read_partnership(FILE)


@pytest.fixture
def own(county: Partnership) -> str:
    """The last school of the file, which shares its workspace with others."""
    return [a.id for a in county.agencies if WORKSPACE in a.slack_workspaces][-1]


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
    view = await desk.opens_whole(TEACHER, "/concern")
    first = await desk.types(TEACHER, view, "")
    assert len(first) == 100
    assert values(first)[:2] == [own, "police"]
    assert names(first)[-1] == "There are more: type more of the name"
    agency = next(b for b in view["blocks"] if b.get("block_id") == "field:agency")
    assert agency["element"]["initial_option"]["value"] == own


async def test_each_of_all_agencies_is_found_by_its_name(desk: Desk, county: Partnership) -> None:
    view = await desk.opens_whole(TEACHER, "/concern")
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
    view = await desk.opens_whole(TEACHER, "/concern")
    assert names(await desk.types(TEACHER, view, typed))[0] == found


async def test_of_more_than_fit_the_last_line_says_to_type_more(desk: Desk) -> None:
    view = await desk.opens_whole(TEACHER, "/concern")
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
    view = await desk.opens_whole(TEACHER, "/concern")
    assert await desk.types(STRANGER, view, "police") == []
    assert await desk.types("U0NOBODY", view, "police") == []


async def test_a_concern_goes_to_the_agency_that_was_found(desk: Desk) -> None:
    view = await desk.opens_whole(TEACHER, "/concern")
    found = await desk.types(TEACHER, view, "yarpole academy")
    sent = answered(view, CONCERN | OPENED | {"agency": values(found)[0]})
    answer = await desk.post(form(submission(TEACHER, sent, WORKSPACE)))
    assert "We have your concern" in json.dumps(answer.json())
    assert await desk.town.column("thread", "agency") == ["yarpole-academy"]


async def test_a_search_leaves_no_row_and_no_log_line(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    view = await desk.opens_whole(TEACHER, "/concern")
    before = await desk.town.dump()
    caplog.set_level(logging.DEBUG, "upstander")
    caplog.clear()
    for typed in ("", "pol", "therese", "nothing like it"):
        await desk.types(TEACHER, view, typed)
        await desk.types(STRANGER, view, typed)
    assert await desk.town.dump() == before
    assert [r for r in caplog.records if r.name.startswith("upstander")] == []


async def test_a_search_does_nothing_whatever_the_view_says_it_is_for(desk: Desk) -> None:
    view = await desk.opens_whole(TEACHER, "/concern")
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
    view = await desk.opens_whole(TEACHER, "/concern")
    before = await desk.types(TEACHER, view, "primary")
    sent = answered(view, CONCERN | OPENED | {"agency": values(before)[-1]})
    await desk.post(form(submission(TEACHER, sent, WORKSPACE)))
    view = await desk.opens_whole(TEACHER, "/concern")
    assert await desk.types(TEACHER, view, "primary") == before
    assert await desk.types(WELSH, view, "primary") != []


async def test_over_a_socket_it_is_answered_alike(
    county: Partnership, own: str, sqlite_stores: Stores, tmp_path: Path
) -> None:
    async with desk_in(
        county, own, sqlite_stores, tmp_path / "data", app_token="xapp-test"
    ) as desk:
        view = await desk.opens_whole(TEACHER, "/concern")
        for typed in ("", "therese", "no such agency"):
            asked = suggestion(TEACHER, view, "agency", typed, WORKSPACE)
            over_http = await desk.types(TEACHER, view, typed)
            assert (await desk.wire.ask(asked))["options"] == over_http


async def test_an_agency_that_comes_in_is_found_in_a_form_that_stands_open(desk: Desk) -> None:
    living = desk.town.core.partnership
    view, name = await desk.opens_whole(TEACHER, "concern"), "Hospice beyond the Moon"
    assert await desk.types(TEACHER, view, name) == []
    stands = living.as_it_stands()
    hospice = stands.agencies[-1].model_copy(update={"id": "hospice", "name": {"en": name}})
    living.becomes(stands.model_copy(update={"agencies": (*stands.agencies, hospice)}))
    assert names(await desk.types(TEACHER, view, name)) == [name]
