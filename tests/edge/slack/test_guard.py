"""What doesn't come from Slack, whole and fresh, gets a 4xx, no reason, and changes nothing."""

import json
import time
from typing import Any

import pytest
from starlette.requests import Request
from starlette.types import Message

from bot.slack.guard import MOST_BYTES, SlackGuard
from tests.edge.slack.conftest import TEACHER, Desk
from tests.peers.slack_payloads import FORM, JSON, SECRET, command, event, form, shortcut, signed

GOOD = command(TEACHER, "/concern")


async def _status(desk: Desk, body: bytes, headers: dict[str, str]) -> int:
    answer = await desk.http.post("/slack/events", content=body, headers=headers)
    assert desk.dispatch.done == []
    assert desk.slack.asked("views.open") == []
    assert answer.text == ""
    return answer.status_code


def _with(name: str, value: str, body: bytes = GOOD) -> dict[str, str]:
    return signed(body) | {name: value}


async def test_the_same_request_unharmed_is_taken(desk: Desk) -> None:
    assert (await desk.post(GOOD)).status_code == 200
    assert desk.dispatch.last.event.verb == "concern"


@pytest.mark.parametrize("stamp", ["yesterday", "", "12e3", "-1", "١٧٠٠٠٠٠٠٠٠", "9" * 40, "1.5"])
async def test_a_timestamp_that_is_no_number(desk: Desk, stamp: str) -> None:
    headers = signed(GOOD)
    raw = [(k.encode(), v.encode()) for k, v in headers.items() if "timestamp" not in k]
    raw.append((b"x-slack-request-timestamp", stamp.encode()))
    answer = await desk.http.post("/slack/events", content=GOOD, headers=raw)
    assert (answer.status_code, answer.text, desk.dispatch.done) == (401, "", [])


@pytest.mark.parametrize("age", [301, -301])
async def test_a_request_recorded_earlier_and_sent_again(desk: Desk, age: int) -> None:
    assert await _status(desk, GOOD, signed(GOOD, at=time.time() - age)) == 401


@pytest.mark.parametrize("signature", ["", "v0=", "v0=" + "0" * 64, "v1=abc"])
async def test_a_wrong_signature(desk: Desk, signature: str) -> None:
    assert await _status(desk, GOOD, _with("x-slack-signature", signature)) == 401


async def test_a_signature_in_letters_that_cannot_be_compared(desk: Desk) -> None:
    raw = [(k.encode(), v.encode()) for k, v in signed(GOOD).items() if "signature" not in k]
    raw.append((b"x-slack-signature", "v0=é".encode()))
    answer = await desk.http.post("/slack/events", content=GOOD, headers=raw)
    assert (answer.status_code, desk.dispatch.done) == (401, [])


async def test_a_body_that_was_changed_on_the_way(desk: Desk) -> None:
    changed = GOOD.replace(b"U01TEACHER", b"U09LEAD")
    assert await _status(desk, changed, signed(GOOD)) == 401


async def test_no_headers_at_all(desk: Desk) -> None:
    assert await _status(desk, GOOD, {"content-type": FORM}) == 401


@pytest.mark.parametrize(
    "body",
    [
        b'{"type": ',
        b"[]",
        b'[{"type": "event_callback"}]',
        b"null",
        b'"text"',
        b"",
        b"\xff\xfe{}",
        b"[" * 100_000,
        b"{}",
        json.dumps({"type": 7}).encode(),
        json.dumps({"type": "event_callback", "event": []}).encode(),
        json.dumps({"type": "event_callback", "authorizations": [1]}).encode(),
    ],
)
async def test_bodies_that_are_no_event(desk: Desk, body: bytes) -> None:
    assert await _status(desk, body, signed(body, JSON)) == 400


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"nothing",
        b"payload=",
        b"payload=%7B",
        b"payload=[]",
        b"payload=%FF",
        b"text=payload",
        b'{"type": "event_callback"}',
        form({"type": "block_actions", "actions": "x"}),
        form({"type": "view_submission", "view": []}),
        form({"type": "block_actions", "user": 5}),
    ],
)
async def test_bodies_that_are_no_form(desk: Desk, body: bytes) -> None:
    assert await _status(desk, body, signed(body)) == 400


@pytest.mark.parametrize("kind", ["text/plain", "", "multipart/form-data; boundary=x"])
async def test_other_types_of_content(desk: Desk, kind: str) -> None:
    assert await _status(desk, GOOD, _with("content-type", kind)) == 415


async def test_a_body_that_is_too_long(desk: Desk) -> None:
    body = GOOD + b"&x=" + b"y" * MOST_BYTES
    assert await _status(desk, body, signed(body)) == 413


async def test_other_methods_and_slack_asking_whether_we_are_there(desk: Desk) -> None:
    assert (await desk.http.get("/slack/events")).status_code == 405
    asked = json.dumps({"type": "url_verification", "challenge": "abc", "token": "t"}).encode()
    answer = await desk.event(asked)
    assert (answer.status_code, answer.json()) == (200, {"challenge": "abc"})


@pytest.mark.parametrize("lacking", ["user", "team", "trigger_id"])
async def test_interactions_without_what_slack_always_sends(desk: Desk, lacking: str) -> None:
    payload: dict[str, Any] = shortcut(TEACHER)
    del payload[lacking]
    if lacking == "team":
        payload["user"].pop("team_id")
    answer = await desk.interact(payload)
    assert 400 <= answer.status_code < 500 or lacking == "trigger_id"
    assert desk.slack.asked("views.open") == [] or lacking == "trigger_id"


@pytest.mark.parametrize("kind", ["no_such_type", "block_suggestion", "workflow_step_edit"])
async def test_interactions_we_never_asked_for(desk: Desk, kind: str) -> None:
    answer = await desk.interact(shortcut(TEACHER) | {"type": kind})
    assert (answer.status_code, desk.dispatch.done) == (404, [])


async def test_without_a_signing_secret_nothing_that_is_posted_is_from_slack() -> None:
    from starlette.requests import Request

    from bot.base.requests import RefusedRequest
    from bot.slack.guard import SlackGuard

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": GOOD, "more_body": False}

    headers = [(k.encode(), v.encode()) for k, v in signed(GOOD).items()]
    request = Request({"type": "http", "method": "POST", "headers": headers}, receive)
    with pytest.raises(RefusedRequest):
        await SlackGuard("").payload_of(request)


async def test_an_event_from_slack_is_taken(desk: Desk) -> None:
    answer = await desk.event(event(TEACHER, "app_home_opened", tab="home"))
    assert answer.status_code == 200


@pytest.mark.parametrize(
    "typed", ["a=b&c", "100 %", "%41 %zz", "=20=\r\n", "a+b", "über 😀", "tab\tline\nend ", "\x00"]
)
async def test_what_was_typed_comes_through_as_it_was_typed(typed: str) -> None:
    body = form({"type": "shortcut", "typed": typed})
    headers = [(name.encode(), value.encode()) for name, value in signed(body).items()]

    async def received() -> Message:
        return {"type": "http.request", "body": body}

    request = Request({"type": "http", "headers": headers}, received)
    assert (await SlackGuard(SECRET).payload_of(request))["typed"] == typed
