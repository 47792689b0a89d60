"""In which meeting something is done: told with every press, and known when a form is sent."""

import json
from typing import Any
from urllib.parse import parse_qsl, urlencode

import pytest

from bot.slack.private_metadata import MOST, Metadata
from handlers.contract.outcomes import Ask
from handlers.contract.people import Event
from handlers.registry import commands
from prompts.shapes import Button, Card, Form
from prompts.words import Plain
from tests.edge.slack.conftest import CONCERN, MEETING, TEACHER, Desk
from tests.peers.slack_payloads import TEAM, answered, chosen, command, flag, press, shortcut

ANSWER = {"action_id": "press:card.0", "value": "pause.answer t1", "text": {}}


def _typed(channel: str, team: str = TEAM) -> bytes:
    fields = dict(parse_qsl(command(TEACHER, "/concern").decode(), keep_blank_values=True))
    return urlencode(fields | {"channel_id": channel, "team_id": team}).encode()


def _in_channel(channel: str, team: str = TEAM) -> dict[str, Any]:
    pressed = press(TEACHER, ANSWER, team=team)
    return pressed | {"container": pressed["container"] | {"channel_id": channel}}


async def test_what_is_opened_in_a_channel_is_sent_from_there(desk: Desk) -> None:
    await desk.post(command(TEACHER, "/concern"))
    assert desk.dispatch.last.event == Event("concern", place=MEETING)
    view = desk.slack.view
    now = answered(view, {"danger": "yes", "what": "Jo"})
    await desk.interact(chosen(TEACHER, now, "field:danger"))
    assert desk.dispatch.last.event.place == MEETING
    await desk.send(TEACHER, desk.slack.view, what="")
    await desk.send(TEACHER, desk.slack.view, what="I saw it.")
    assert desk.dispatch.last.event.verb == "concern.send"
    assert desk.dispatch.last.event.place == MEETING


@pytest.mark.parametrize("channel", ["C02", "G03MPDM"])
async def test_a_channel_and_a_group_of_people_are_places(desk: Desk, channel: str) -> None:
    await desk.post(_typed(channel))
    place = desk.dispatch.last.event.place
    assert place is not None
    assert json.loads(place.address) == {"channel": channel, "team": TEAM}


async def test_a_direct_conversation_is_no_meeting(desk: Desk) -> None:
    await desk.post(_typed("D01TEACHER"))
    await desk.interact(press(TEACHER, ANSWER))
    await desk.interact(flag(TEACHER, "D01", "directmessage"))
    await desk.interact(shortcut(TEACHER))
    assert [done.event.place for done in desk.dispatch.done] == [None] * 4


async def test_a_card_in_a_channel_leads_to_a_page_whose_buttons_know_the_channel(
    desk: Desk,
) -> None:
    page = Form(Plain("Pause"), buttons=(Button(Plain("Join"), "pause.join"),))
    desk.dispatch.replies |= {
        "pause.answer": lambda _: Ask(page),
        "pause.join": lambda _: Ask(page),
    }
    await desk.interact(_in_channel("C01GEN"))
    assert desk.dispatch.last.event == Event("pause.answer", "t1", place=MEETING)
    view = desk.slack.view
    await desk.interact(press(TEACHER, view["blocks"][-1]["elements"][0], view))
    assert desk.dispatch.last.event == Event("pause.join", place=MEETING)


async def test_those_of_a_partners_workspace_are_told_the_same_place(desk: Desk) -> None:
    theirs = _in_channel("C01GEN", team="T77PARTNER") | {"team": {"id": "T77PARTNER"}}
    await desk.interact(theirs)
    assert desk.dispatch.last.actor.person == f"slack:T77PARTNER:{TEACHER}"
    assert desk.dispatch.last.event.place == MEETING


async def test_a_flagged_message_tells_where_it_stands(desk: Desk) -> None:
    await desk.interact(flag(TEACHER, "C01GEN", "strategy-meeting"))
    assert desk.dispatch.last.event.place == MEETING


async def test_the_shortcut_pauses_where_no_command_works(desk: Desk) -> None:
    desk.dispatch.replies["pause"] = lambda _: Ask(CONCERN)
    await desk.interact(shortcut(TEACHER) | {"callback_id": "pause"})
    assert desk.dispatch.last.event == Event("pause")


@pytest.mark.parametrize("name", ["pause", "debrief"])
async def test_pausing_and_looking_back_are_typed(desk: Desk, name: str) -> None:
    assert commands()[name].typed
    desk.dispatch.replies[name] = lambda _: Ask(CONCERN)
    answer = await desk.post(command(TEACHER, f"/upstander-{name}"))
    assert (answer.status_code, answer.text) == (200, "")
    assert desk.dispatch.last.event == Event(name, place=MEETING)


async def test_a_room_is_sent_to_by_its_address(desk: Desk) -> None:
    ref = await desk.edge.client.send(MEETING.address, Card(Plain("A round is open")), "en")
    await desk.edge.client.update(MEETING.address, ref, Card(Plain("It is over")), "en")
    assert [m["text"] for m in desk.slack.messages["C01GEN"]] == ["It is over"]


@pytest.mark.parametrize("kept", [8, 9])
async def test_a_modal_from_before_its_values_had_names_is_still_sent(
    desk: Desk, kept: int
) -> None:
    await desk.post(command(TEACHER, "/concern"))
    view = desk.slack.view
    rows = [*json.loads(view["private_metadata"]).values()]
    old = view | {"private_metadata": json.dumps(rows[:kept])}
    assert (await desk.send(TEACHER, old, what="I saw it.")).status_code == 200
    assert desk.dispatch.last.event.verb == "concern.send"
    assert desk.dispatch.last.event.place == (MEETING if kept == 9 else None)


@pytest.mark.parametrize("place", ["C01GEN", "slack:T01:D01", "teams:19:x", "slack:T01:C1:x", 7])
async def test_a_modal_with_another_place_isnt_ours(desk: Desk, place: object) -> None:
    await desk.post(command(TEACHER, "/concern"))
    view, done = desk.slack.view, len(desk.dispatch.done)
    ours = json.loads(view["private_metadata"])
    forged = view | {"private_metadata": json.dumps(ours | {"place_id": place})}
    assert (await desk.send(TEACHER, forged, what="x")).status_code == 400
    assert len(desk.dispatch.done) == done


def test_a_place_is_kept_where_a_long_link_is_not() -> None:
    opened = Event("concern", link="https://" + "x" * MOST, place=MEETING)
    packed = Metadata.of(Form(Plain("A form"), verb="concern.send"), opened).pack()
    assert len(packed) < MOST
    assert Metadata.unpack(packed).opened == Event("concern", place=MEETING)
