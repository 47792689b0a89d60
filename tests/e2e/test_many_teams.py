"""With 250 agencies in Teams: each can be chosen in a dialog that isn't too heavy."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from starlette.responses import JSONResponse

from storage.partnership import AgencyId, Partnership
from storage.partnership.loading import read_partnership
from tests.county import county
from tests.e2e.teams_town import Anytown, anytown, opened, said
from tests.peers.fake_teams import TENANT
from tests.peers.teams_person import Dialog, Json, everything, texts

POLICE = "8f1c2d3e-0000-4000-8000-000000000001"
HEAVIEST = 30_000
CONCERN = {
    "danger": "no", "topic": "delay", "how": "named",
    "what": "The plan was agreed and nobody did it.",
}  # fmt: skip


def partnership(folder: Path) -> Partnership:
    """The county, whose police have this tenant."""
    file = folder / "county.yaml"
    file.write_text(county().replace(POLICE, TENANT), encoding="utf-8")
    return read_partnership(file)


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Anytown]:
    async with anytown(tmp_path, partnership(tmp_path)) as town:
        yield town


def asked(dialog: Dialog, name: str) -> Json | None:
    assert len(JSONResponse(dialog.card).body) < HEAVIEST
    return next((part for part in everything(dialog.card) if part.get("id") == name), None)


def people(dialog: Dialog, name: str) -> set[str]:
    return {choice["value"] for choice in (asked(dialog, name) or {"choices": ()})["choices"]}


async def test_each_agency_can_be_chosen_and_whoever_it_is_about_left_out(town: Anytown) -> None:
    form = await opened(town.rae, "concern", "Raise a concern")
    agencies = asked(form, "agency")
    assert agencies is not None
    assert agencies["style"] == "filtered"
    assert agencies["value"] == agencies["choices"][0]["value"] == "police"
    assert len(agencies["choices"]) == 250
    assert asked(form, "left_out") is None
    there = town.core.partnership.agency(AgencyId("yarpole-academy"))
    answers = CONCERN | {"agency": there.id, "someone": "yes"}
    again = await form.press(said("concern-submit"), **answers)
    assert "Nothing has gone out yet" in texts(again.card)
    offered = people(again, "left_out")
    assert {*there.leads, *there.roles["fallback"]} <= offered
    assert len(offered) <= 8
    sent = await again.press(said("concern-submit"), **answers, left_out=there.leads[0])
    assert said("concern-sent-title") in texts(sent.card)


async def test_a_stand_in_is_chosen_in_a_second_step(town: Anytown) -> None:
    partners = town.core.partnership
    form = await opened(town.rae, "standin", said("teams-open-standin"))
    police = partners.agency(AgencyId("police"))
    assert people(form, "person") == {*police.leads, *police.roles["fallback"]}
    fire = partners.agency(AgencyId("fire"))
    again = await form.press(said("standin-submit"), agency="fire", person=police.leads[0])
    assert "Now please choose who" in texts(again.card)
    assert people(again, "person") == {*fire.leads, *fire.roles["fallback"]}
    done = await again.press(said("standin-submit"), agency="fire", person=fire.leads[1])
    assert said("standin-done-title") in texts(done.card)
