"""The Home tab, the launcher, and what happens when Slack is slow, busy or away."""

import asyncio
import json
from dataclasses import replace
from typing import Any

import pytest

from bot.slack.replies import home_view
from bot.slack.waits import USUAL, Waits
from handlers.contract.outcomes import Ask
from prompts.words import say
from tests.edge.slack.conftest import CONCERN, DONE, MINE, PAGES, TEACHER, TOKEN, Desk
from tests.peers.slack_payloads import command, event, press
from tests.peers.slack_troubles import Broken, Hang, Proxy, Refusal


@pytest.fixture
def waits() -> Waits:
    return USUAL


def _said(view: dict[str, Any]) -> str:
    return json.dumps(view["blocks"], ensure_ascii=False)


async def _opened(desk: Desk, user: str = TEACHER) -> dict[str, Any]:
    assert (await desk.post(command(user, "/concern"))).status_code == 200
    return desk.slack.view


async def test_the_home_tab_shows_ones_concerns_and_is_renewed_after_a_press(desk: Desk) -> None:
    await desk.event(event(TEACHER, "app_home_opened", tab="home"))
    home = desk.slack.homes[TEACHER]
    assert home["type"] == "home"
    rows = (b["elements"] for b in home["blocks"] if b["type"] == "actions")
    button = next(element for row in rows for element in row if "url" not in element)
    await desk.interact(press(TEACHER, button, home))
    assert desk.slack.view["title"]["text"] == "A concern"
    await desk.slack.until("views.publish", times=2)


async def test_the_home_tab_leads_to_the_pages_in_a_browser(desk: Desk) -> None:
    await desk.event(event(TEACHER, "app_home_opened", tab="home"))
    home = desk.slack.homes[TEACHER]
    buttons = [e for b in home["blocks"] if b["type"] == "actions" for e in b["elements"]]
    [leads] = [button for button in buttons if "url" in button]
    assert (leads["url"], leads["text"]["text"]) == (PAGES, "Open Upstander in a browser")
    came = len(desk.dispatch.done)
    assert (await desk.interact(press(TEACHER, leads, home))).status_code == 200
    assert len(desk.dispatch.done) == came
    assert "url" not in str(home_view(Ask(MINE), "en"))


async def test_the_messages_tab_of_the_app_is_not_the_home_tab(desk: Desk) -> None:
    await desk.event(event(TEACHER, "app_home_opened", tab="messages"))
    assert desk.slack.homes == {}


async def test_a_message_to_the_bot_is_answered_with_buttons_once(desk: Desk) -> None:
    body = event(TEACHER, "message", channel="D01TEACHER", channel_type="im", text="My colleague")
    for number in ("0", "1"):
        assert (await desk.event(body, **{"x-slack-retry-num": number})).status_code == 200
    (launcher,) = desk.slack.messages["D01TEACHER"]
    verbs = [b["value"] for b in launcher["blocks"][-1]["elements"]]
    assert verbs == [
        *("concern", "challenge", "referral", "second-opinion"),
        *("pause", "debrief", "phrases", "agreement", "mine", "receipt", "together"),
        *("practice", "thanks", "advocate", "insight", "leaders", "routes", "help"),
    ]
    assert (launcher["unfurl_links"], launcher["unfurl_media"]) == (False, False)
    assert "colleague" not in repr(desk.slack.calls)


async def test_a_mention_is_answered_where_it_was_made(desk: Desk) -> None:
    await desk.event(event(TEACHER, "app_mention", channel="C01GEN", text="<@U0BOT> concern"))
    (launcher,) = desk.slack.messages["C01GEN"]
    assert launcher["thread_ts"] == "1700000000.5"


@pytest.mark.parametrize("subtype", ["file_share", "me_message", "thread_broadcast"])
async def test_a_photo_and_other_ways_of_speaking_are_answered_too(
    desk: Desk, subtype: str
) -> None:
    more = {"subtype": subtype, "files": [{"id": "F01", "name": "bruise.jpg"}], "text": ""}
    await desk.event(event(TEACHER, "message", channel="D01", channel_type="im", **more))
    (launcher,) = desk.slack.messages["D01"]
    assert launcher["text"] == "How can we help?"
    assert "bruise" not in repr(desk.slack.calls)


async def test_a_launcher_that_cannot_be_sent_does_no_harm(desk: Desk) -> None:
    for trouble in (Broken(), Refusal("ratelimited"), Proxy(kind="text/plain")):
        desk.slack.next("chat.postMessage", trouble)
        body = event(TEACHER, "message", channel="D01", channel_type="im", text="Hello")
        assert (await desk.event(body)).status_code == 200


@pytest.mark.parametrize(
    "more", [{"bot_id": "B02"}, {"subtype": "message_changed"}, {"subtype": "channel_join"}]
)
async def test_bots_and_edits_are_not_answered(desk: Desk, more: dict[str, str]) -> None:
    await desk.event(event(TEACHER, "message", channel="D01", channel_type="im", **more))
    assert desk.slack.messages == {}


async def test_a_trigger_that_has_expired_is_explained(desk: Desk) -> None:
    desk.slack.next("views.open", Refusal("expired_trigger_id"))
    answer = await desk.post(command(TEACHER, "/concern"))
    assert answer.status_code == 200
    assert "could not open the form" in answer.text
    assert answer.text.endswith("If someone is in danger now, call: Police 999")


async def test_the_same_command_sent_twice_opens_one_form(desk: Desk) -> None:
    body = command(TEACHER, "/concern")
    for _ in range(2):
        assert (await desk.post(body)).status_code == 200
    assert len(desk.slack.views) == 1


async def test_when_slack_is_slow_a_modal_opens_at_once_and_is_filled_later(desk: Desk) -> None:
    hang = Hang()
    desk.slack.next("users.info", hang)
    answering = asyncio.create_task(desk.post(command(TEACHER, "/concern")))
    await desk.slack.until("views.open")
    assert desk.slack.view["title"]["text"] == "One moment"
    assert "Mae hyn yn cymryd" in _said(desk.slack.view)
    hang.released.set()
    assert (await answering).status_code == 200
    assert desk.slack.view["title"]["text"] == "Raise a concern"


async def test_when_it_fails_after_a_wait_nobody_is_left_waiting(desk: Desk) -> None:
    hang = Hang()
    desk.slack.next("users.info", hang)
    desk.dispatch.replies["concern"] = lambda event: Ask(replace(CONCERN, title=say("no-words")))
    answering = asyncio.create_task(desk.post(command(TEACHER, "/concern")))
    await desk.slack.until("views.open")
    hang.released.set()
    await answering
    assert "nothing has changed" in _said(desk.slack.view)


async def test_someone_new_is_not_taken_for_a_stranger_while_slack_is_down(desk: Desk) -> None:
    desk.slack.next("users.info", Broken(503))
    answer = await desk.post(command("U09NEW", "/concern"))
    assert (answer.status_code, desk.dispatch.done) == (200, [])
    assert "nothing has changed" in _said(desk.slack.view)
    assert "call 999" in _said(desk.slack.view)


async def test_a_concern_is_taken_while_slacks_own_api_is_down(desk: Desk) -> None:
    view = await _opened(desk)
    for method in ("auth.test", "users.info", "views.open", "views.update"):
        desk.slack.next(method, Broken(503))
    answer = await desk.send(TEACHER, view, what="I saw it.")
    assert answer.json()["view"]["title"]["text"] == "Sent"
    assert desk.dispatch.replies["concern.send"](desk.dispatch.last.event) == Ask(DONE)


async def test_nothing_people_did_is_logged_even_at_debug(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(0)
    view = await _opened(desk)
    await desk.send(TEACHER, view, what="A marked sentence.")
    desk.slack.next("views.open", Broken())
    await desk.post(command(TEACHER, "/concern"))
    written = caplog.text + repr([r.__dict__ for r in caplog.records if r.name != "httpx"])
    for mark in (TEACHER, "A Teacher", "marked", TOKEN, "xoxb"):
        assert mark not in written
