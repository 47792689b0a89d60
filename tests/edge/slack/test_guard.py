"""What doesn't come from Slack, whole and fresh, gets a 4xx, no reason, and changes nothing."""

import json
import time
from typing import Any
from urllib.parse import parse_qsl, urlencode

import pytest
from starlette.requests import Request
from starlette.types import Message

from bot.slack.reading.guard import MOST_BYTES, SlackGuard
from tests.edge.slack.conftest import TEACHER, Desk
from tests.peers.slack_payloads import (
    FORM,
    JSON,
    SECRET,
    answered,
    chosen,
    command,
    event,
    flag,
    form,
    press,
    shortcut,
    signed,
    submission,
)

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


def _said(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [str(record.__dict__.get("upstander_said")) for record in caplog.records
            if record.name == "upstander"]  # fmt: skip


async def test_a_secret_that_fits_nothing_is_named_once_with_how_to_mend_it(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(40):
        assert await _status(desk, GOOD, _with("x-slack-signature", "v0=" + "0" * 64)) == 401
    [said] = _said(caplog)
    assert "didn't fit SLACK_SIGNING_SECRET" in said
    assert "copy the Signing Secret again from the app's page Basic Information" in said


async def test_strangers_requests_say_nothing_once_the_secret_has_fitted(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    assert (await desk.post(GOOD)).status_code == 200
    for _ in range(40):
        wrong = _with("x-slack-signature", "v0=" + "0" * 64)
        assert (await desk.http.post("/slack/events", content=GOOD, headers=wrong)).is_error
    assert _said(caplog) == []


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


async def test_slack_looks_at_our_certificate(desk: Desk) -> None:
    for body in (b"ssl_check=1&token=legacy", b"token=legacy&ssl_check=1"):
        assert await _status(desk, body, {"content-type": FORM}) == 200
        assert await _status(desk, body, signed(body)) == 200


@pytest.mark.parametrize("field", ["user_id", "team_id", "trigger_id", "command"])
@pytest.mark.parametrize("value", ["", "U1:U2", "a b", "\x00"])
async def test_commands_without_what_slack_always_sends(desk: Desk, field: str, value: str) -> None:
    fields = dict(parse_qsl(GOOD.decode(), keep_blank_values=True)) | {field: value}
    body = urlencode(fields).encode()
    answer = await desk.post(body)
    assert answer.status_code in {200, 400}
    assert desk.dispatch.done == [] or field == "trigger_id"


WRONG: tuple[Any, ...] = (7, True, [], ["x"], {}, {"id": 5}, "", "x:y", "\ud800", "\x00")
PARTS = ("type", "user", "user.id", "user.team_id", "team", "team.id", "enterprise", "channel",
         "channel.id", "message", "message.ts", "message.thread_ts", "container", "actions",
         "actions.0", "actions.0.value", "actions.0.action_id", "actions.0.block_id", "view",
         "view.id", "view.hash", "view.type", "view.private_metadata", "view.blocks",
         "view.blocks.0", "view.blocks.0.type", "view.blocks.0.block_id", "view.submit",
         "view.state", "view.state.values", "view.state.values.field:what",
         "view.state.values.field:what.what", "view.state.values.field:what.what.value",
         "view.state.values.field:how.how.selected_option", "trigger_id", "response_url",
         "callback_id", "event", "event.type", "event.user", "event.channel", "event.ts",
         "event.subtype", "event.tab", "event_id", "team_id", "authorizations")  # fmt: skip


def _put(payload: Any, path: str, value: object) -> bool:
    *way, last = path.split(".")
    for step in way:
        payload = payload[int(step)] if isinstance(payload, list) and payload else payload
        if isinstance(payload, dict) and not step.isdigit():
            payload = payload.get(step)
    if isinstance(payload, dict) and last in payload:
        payload[last] = value
        return True
    if isinstance(payload, list) and payload and last.isdigit():
        payload[int(last)] = value
        return True
    return False


async def test_parts_of_another_type_are_a_4xx_or_a_kind_answer(desk: Desk) -> None:
    await desk.post(GOOD)
    view = answered(desk.slack.view, {"what": "I saw it.", "how": "named"})
    button = {"action_id": "press:x", "value": "mine.open t1", "text": {}}
    sent = [form(p) for p in (
        press(TEACHER, button), press(TEACHER, button, view), chosen(TEACHER, view, "field:how"),
        submission(TEACHER, view), shortcut(TEACHER), flag(TEACHER, "C01GEN", "meeting"),
    )]  # fmt: skip
    said = [event(TEACHER, kind, channel="D01", channel_type="im", tab="home", subtype="")
            for kind in ("message", "app_mention", "app_home_opened")]  # fmt: skip
    tried, failed = 0, list[str]()
    for body, kind in [*((b, FORM) for b in sent), *((b, JSON) for b in said)]:
        for path in PARTS:
            for value in (*WRONG, None):
                text = body.decode() if kind == JSON else parse_qsl(body.decode())[0][1]
                payload = json.loads(text)
                if not _put(payload, path, value):
                    continue
                changed = form(payload) if kind == FORM else json.dumps(payload).encode()
                answer = await desk.http.post(
                    "/slack/events", content=changed, headers=signed(changed, kind)
                )
                tried += 1
                if answer.status_code >= 500:
                    failed.append(f"{answer.status_code} {payload['type']} {path}={value!r}")
    assert failed == []
    assert tried > 1500


@pytest.mark.parametrize("lacking", ["user", "team", "trigger_id"])
async def test_interactions_without_what_slack_always_sends(desk: Desk, lacking: str) -> None:
    payload: dict[str, Any] = shortcut(TEACHER)
    del payload[lacking]
    if lacking == "team":
        payload["user"].pop("team_id")
    answer = await desk.interact(payload)
    assert 400 <= answer.status_code < 500 or lacking == "trigger_id"
    assert desk.slack.asked("views.open") == [] or lacking == "trigger_id"


@pytest.mark.parametrize("kind", ["no_such_type", "dialog_suggestion", "workflow_step_edit"])
async def test_interactions_we_never_asked_for(desk: Desk, kind: str) -> None:
    answer = await desk.interact(shortcut(TEACHER) | {"type": kind})
    assert (answer.status_code, desk.dispatch.done) == (404, [])


async def test_without_a_signing_secret_nothing_that_is_posted_is_from_slack() -> None:
    from starlette.requests import Request

    from bot.base.requests import RefusedRequest
    from bot.slack.reading.guard import SlackGuard

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
    "typed", ["a=b&c", "100 %", "%41 %zz", "=20=\r\n", "a+b", "über 😀", "tab\tline\nend "]
)
async def test_what_was_typed_comes_through_as_it_was_typed(typed: str) -> None:
    body = form({"type": "shortcut", "callback_id": typed})
    headers = [(name.encode(), value.encode()) for name, value in signed(body).items()]

    async def received() -> Message:
        return {"type": "http.request", "body": body}

    request = Request({"type": "http", "headers": headers}, received)
    assert (await SlackGuard(SECRET).payload_of(request))["callback_id"] == typed
