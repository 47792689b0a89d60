"""With 800 people: whom something is about, and a stand-in, are looked for at their agency."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.partnership import AgencyId, Partnership
from storage.partnership.loading import read_partnership
from tests.conftest import Stores
from tests.county import FILE
from tests.edge.slack.county_desk import CONCERN, OPENED, TEACHER, WORKSPACE, Desk, Json, desk_in
from tests.peers.slack_payloads import (
    answered,
    form,
    submission,
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


def asked(view: Json, name: str) -> Json | None:
    blocks = (b for b in view["blocks"] if b.get("block_id", "").partition(":")[2] == name)
    return next((block["element"] for block in blocks), None)


async def test_whom_it_is_about_is_shown_where_it_goes(desk: Desk, county: Partnership) -> None:
    view = await desk.opens_whole(TEACHER, "/concern")
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
    view = await desk.opens_whole(TEACHER, "/concern")
    view = await desk.answers(TEACHER, view, "tick:someone", agency=own, someone="yes")
    out = CONCERN | OPENED | {"agency": own, "someone": "yes", "left_out": [lead]}
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
