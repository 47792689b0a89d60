"""On Enterprise Grid one person is one person, whichever of their ids for a place Slack tells."""

import json
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import parse_qsl, urlencode

import pytest

from storage.partnership import PersonId
from tests.edge.slack.conftest import Desk
from tests.peers.fake_slack import FakeSlack, person
from tests.peers.slack_payloads import TEAM, answered, command, event, press, shortcut, submission

ORG, ELSEWHERE, PARTNERS = "E01ORG", "T02OTHER", "E77PARTNER"
PAT, ROAMER, STRANGER = "W01PAT", "U02ROAMER", "U77STRANGER"
BUTTON = {"action_id": "press:card.0", "value": "concern", "text": {}}


def member(id: str, org: str, *teams: str, **more: Any) -> dict[str, Any]:
    """Somebody of an organization, as users.list and users.info show them."""
    of_org = {"id": id, "enterprise_id": org, "enterprise_name": "Org", "teams": list(teams)}
    return person(id, id.title(), enterprise_user=of_org) | more


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    """A workspace of an organization, with a partner's person in a shared channel."""
    from tests.peers import fake_slack

    people = [
        member(PAT, ORG, "T00FIRST", TEAM, team_id="T00FIRST"),
        member(ROAMER, ORG, ELSEWHERE, team_id=ORG),
        member(STRANGER, PARTNERS, "T77PARTNER", team_id="T77PARTNER", is_stranger=True),
    ]
    async with fake_slack.running(people) as running:
        running.enterprise = ORG
        yield running


def typed(user: str, team: str) -> bytes:
    fields = dict(parse_qsl(command(user, "/concern").decode(), keep_blank_values=True))
    return urlencode(fields | {"team_id": team, "enterprise_id": ORG}).encode()


def told(payload: dict[str, Any], **user: Any) -> dict[str, Any]:
    """An interaction of an organization, in which `team` may be null."""
    return payload | {
        "team": None, "enterprise": {"id": ORG, "name": "Org"},
        "user": {"id": payload["user"]["id"], **user},
    }  # fmt: skip


async def _each_way(desk: Desk, user: str) -> set[str]:
    """As whom somebody acts by a command, its form, a button, a shortcut and an event."""
    for team in (TEAM, ELSEWHERE):
        await desk.post(typed(user, team))
    view = answered(desk.slack.view, {"what": "I saw it."})
    for home in ({"team_id": ORG}, {"team_id": TEAM}, {"team_id": ELSEWHERE}, {}):
        sent = await desk.interact(told(submission(user, view), **home))
        assert sent.json()["response_action"] == "update"
        await desk.interact(told(press(user, BUTTON), **home))
        await desk.interact(told(shortcut(user), **home))
    for team in (TEAM, ORG, ELSEWHERE):
        await desk.event(event(user, "app_home_opened", tab="home", team=team))
        body = json.loads(event(user, "app_home_opened", tab="home"))
        body["team_id"] = None
        await desk.event(json.dumps(body | {"enterprise_id": ORG}).encode())
    return {done.actor.person for done in desk.dispatch.done}


async def test_a_command_its_form_a_button_and_an_event_are_one_persons(desk: Desk) -> None:
    await desk.edge.introduce()
    assert await _each_way(desk, PAT) == {f"slack:{TEAM}:{PAT}"}
    assert {done.actor.agency for done in desk.dispatch.done} == {"school"}
    assert desk.members.rows.keys() >= {PersonId(f"slack:{TEAM}:{PAT}")}


async def test_somebody_whom_the_bot_has_not_met_is_one_person_too(desk: Desk) -> None:
    await desk.slack.until("conversations.open")
    desk.members.rows.clear()
    assert await _each_way(desk, PAT) == {f"slack:{TEAM}:{PAT}"}


async def test_somebody_of_another_workspace_of_the_organization_is_one_person(desk: Desk) -> None:
    await desk.slack.until("conversations.open")
    desk.members.rows.clear()
    assert await _each_way(desk, ROAMER) == {f"slack:{ELSEWHERE}:{ROAMER}"}
    assert {done.actor.agency for done in desk.dispatch.done} == {None}


async def test_a_partners_person_is_not_taken_for_one_of_the_organization(desk: Desk) -> None:
    pressed = press(STRANGER, BUTTON, team="T77PARTNER") | {"enterprise": {"id": ORG}}
    await desk.interact(pressed)
    actor = desk.dispatch.last.actor
    assert (actor.person, actor.agency) == (f"slack:T77PARTNER:{STRANGER}", None)


async def test_the_list_of_people_spells_them_alike(desk: Desk) -> None:
    await desk.edge.introduce()
    assert PersonId(f"slack:{TEAM}:{PAT}") in desk.members.rows
    assert not any(STRANGER in id for id in desk.members.rows)
