"""What Slack sends, in the shapes it really sends, signed as it signs."""

import hashlib
import hmac
import json
import time
from itertools import count
from typing import Any
from urllib.parse import urlencode

Json = dict[str, Any]

SECRET = "8f742231b10e8888abcd99eeefff85a5"
TEAM, APP, BOT = "T01TEST", "A01APP", "U0BOT"
FORM, JSON = "application/x-www-form-urlencoded", "application/json"
_numbers = count(1)


def unique(prefix: str) -> str:
    """An id that no other payload has."""
    return f"{prefix}{next(_numbers):08d}"


def signed(
    body: bytes, content_type: str = FORM, at: float | None = None, secret: str = SECRET
) -> dict[str, str]:
    """The headers with which Slack would send this body."""
    stamp = str(int(time.time() if at is None else at))
    digest = hmac.new(secret.encode(), b"v0:" + stamp.encode() + b":" + body, hashlib.sha256)
    return {
        "content-type": content_type,
        "x-slack-request-timestamp": stamp,
        "x-slack-signature": f"v0={digest.hexdigest()}",
    }


def command(user: str, typed: str, text: str = "", trigger: str = "", team: str = TEAM) -> bytes:
    """A slash command."""
    fields = {
        "token": "legacy", "team_id": team, "team_domain": "anytown", "channel_id": "C01GEN",
        "channel_name": "strategy-meeting", "user_id": user, "user_name": user.lower(),
        "command": typed, "text": text, "api_app_id": APP, "is_enterprise_install": "false",
        "response_url": "https://hooks.slack.example/commands/1",
        "trigger_id": trigger or unique("t."),
    }  # fmt: skip
    return urlencode(fields).encode()


def form(payload: Json) -> bytes:
    """Interactive payloads come as one field of a form."""
    return urlencode({"payload": json.dumps(payload)}).encode()


def _interactive(kind: str, user: str, trigger: str = "", team: str = TEAM) -> Json:
    return {
        "type": kind,
        "team": {"id": TEAM, "domain": "anytown"},
        "user": {"id": user, "username": user.lower(), "name": user.lower(), "team_id": team},
        "api_app_id": APP,
        "token": "legacy",
        "trigger_id": trigger or unique("t."),
        "enterprise": None,
        "is_enterprise_install": False,
    }


def shortcut(user: str) -> Json:
    """The global shortcut."""
    return _interactive("shortcut", user) | {"callback_id": "concern", "action_ts": "1700000000.1"}


def flag(user: str, channel: str, name: str, thread: str = "") -> Json:
    """The message shortcut."""
    message = {"type": "message", "user": "U09", "ts": "1700000000.000100", "text": "Said there"}
    return _interactive("message_action", user) | {
        "callback_id": "flag",
        "channel": {"id": channel, "name": name},
        "message": message | ({"thread_ts": thread} if thread else {}),
        "message_ts": "1700000000.000100",
        "response_url": "https://hooks.slack.example/app/1",
    }


def press(user: str, button: Json, view: Json | None = None, team: str = TEAM) -> Json:
    """A pressed button, in a message or in a view."""
    action = {
        "type": "button", "action_id": button["action_id"], "block_id": button.get("block_id", "b"),
        "text": button["text"], "value": button.get("value", ""), "action_ts": "1700000001.2",
    }  # fmt: skip
    payload = _interactive("block_actions", user, team=team) | {"actions": [action]}
    if view is None:
        place = {"type": "message", "message_ts": "1700000000.3", "channel_id": "D01"}
        channel = {"id": "D01", "name": "directmessage"}
        return payload | {"container": place, "channel": channel, "message": {"ts": "1700000000.3"}}
    return payload | {"container": {"type": "view", "view_id": view["id"]}, "view": view}


def chosen(user: str, view: Json, block_id: str, team: str = TEAM) -> Json:
    """An answer on which other questions depend was chosen: the view carries it in its state."""
    name = block_id.partition(":")[2]
    action = {"action_id": name, "block_id": block_id, "type": "radio_buttons"}
    payload = _interactive("block_actions", user, team=team)
    return payload | {
        "actions": [action | {"action_ts": "1700000002.2"}],
        "container": {"type": "view", "view_id": view["id"]},
        "view": view,
    }


def suggestion(
    user: str, view: Json, name: str, typed: str, team: str = TEAM, **answers: str | list[str]
) -> Json:
    """Somebody types into a field that is searched; it brings no trigger."""
    payload = _interactive("block_suggestion", user, team=team)
    del payload["trigger_id"]
    container = {"type": "view", "view_id": view["id"]}
    field = {"action_id": name, "block_id": f"field:{name}", "value": typed}
    return payload | field | {"container": container, "view": answered(view, answers)}


def submission(user: str, view: Json, team: str = TEAM) -> Json:
    """A form that was sent, with its answers in the view's state."""
    return _interactive("view_submission", user, team=team) | {"view": view, "response_urls": []}


def event(user: object, kind: str, **more: Any) -> bytes:
    """An event, as JSON; of some kinds `user` is all that Slack shows of somebody."""
    return json.dumps(
        {
            "type": "event_callback", "token": "legacy", "team_id": TEAM, "api_app_id": APP,
            "event_id": unique("Ev"), "event_time": 1700000000,
            "authorizations": [{"team_id": TEAM, "user_id": BOT, "is_bot": True}],
            "event": {"type": kind, "user": user, "ts": "1700000000.5", "team": TEAM} | more,
        }
    ).encode()  # fmt: skip


def answered(view: Json, answers: dict[str, str | list[str]]) -> Json:
    """The view as Slack sends it back, with these answers by field name."""
    values: Json = {}
    for block in view["blocks"]:
        if block["type"] == "input":
            name = block["element"]["action_id"]
            values[block["block_id"]] = {name: _state(block["element"], answers.get(name))}
    return view | {"state": {"values": values}}


def _state(element: Json, answer: str | list[str] | None) -> Json:
    kind = element["type"]
    if kind == "plain_text_input":
        return {"type": kind, "value": answer or None}
    if kind == "datepicker":
        return {"type": kind, "selected_date": answer or None}
    wanted = [answer] if isinstance(answer, str) else answer or []
    if kind in {"external_select", "multi_external_select"}:
        chosen = [{"text": {"type": "plain_text", "text": w}, "value": w} for w in wanted if w]
        if kind == "multi_external_select":
            return {"type": kind, "selected_options": chosen}
        return {"type": kind, "selected_option": chosen[0] if chosen else None}
    found = [o for o in element["options"] if o["value"] in wanted]
    assert len(found) == len([w for w in wanted if w]), f"no such option: {answer!r}"
    if kind in {"radio_buttons", "static_select"}:
        return {"type": kind, "selected_option": found[0] if found else None}
    return {"type": kind, "selected_options": found}
