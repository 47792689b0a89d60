"""What Slack's payloads look like: of each, what we or Bolt read, with its type. Pure.

Only that goes on. Whatever else is in a payload (what was said in a channel, tokens, what Slack
will think of next year) is left behind here, and can neither leak nor break anything.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

from bot.base.requests import RefusedRequest
from bot.slack.payloads import at
from bot.slack.render.text import Json

Read = Callable[[object], Any]
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
"""A colon in an id would make it somebody else's."""


def _text(found: object) -> str:
    if not isinstance(found, str):
        raise RefusedRequest(400)
    return found


def _id(found: object) -> str:
    if not _ID.fullmatch(_text(found)):
        raise RefusedRequest(400)
    return _text(found)


def _flag(found: object) -> bool:
    return found is True or found == "true"


def _object(found: object) -> dict[str, Any]:
    if not isinstance(found, dict):
        raise RefusedRequest(400)
    return found


def _only(reads: Mapping[str, Read]) -> Read:
    """Reads an object of these, all of which may be missing; nothing else of it goes on."""

    def read(found: object) -> Json:
        told = _object(found)
        return {name: of(told[name]) for name, of in reads.items() if told.get(name) is not None}

    return read


def _with(reads: Mapping[str, Read]) -> Read:
    """Reads an object that goes on as it is, if these in it are right."""

    def read(found: object) -> Json:
        _only(reads)(found)
        return _object(found)

    return read


def _every(of: Read) -> Read:
    def read(found: object) -> Json:
        return {name: of(each) for name, each in _object(found).items()}

    return read


def _list(of: Read) -> Read:
    def read(found: object) -> list[Any]:
        if not isinstance(found, list):
            raise RefusedRequest(400)
        return [of(each) for each in found]

    return read


def _or(alone: Read, whole: Read) -> Read:
    """Reads either a text or an object: Slack sends some ids both ways."""

    def read(found: object) -> Any:
        return alone(found) if isinstance(found, str) else whole(found)

    return read


_OPTION = _with({"value": _text})
_STATE = _with({
    "type": _text, "value": _text, "selected_date": _text,
    "selected_option": _OPTION, "selected_options": _list(_OPTION),
})  # fmt: skip
_VIEW = _only({
    "id": _id, "hash": _text, "type": _text, "callback_id": _text, "private_metadata": _text,
    "app_installed_team_id": _id, "submit": _object,
    "blocks": _list(_with({"type": _text, "block_id": _text})),
    "state": _only({"values": _every(_every(_STATE))}),
})  # fmt: skip
_EVENT = _only({
    "type": _text, "subtype": _text, "channel": _id, "channel_type": _text, "bot_id": _text,
    "ts": _text, "team": _id, "user_team": _id, "tab": _text, "user": _or(_id, _object),
})  # fmt: skip
_PAYLOAD = _only({
    "type": _text, "challenge": _text, "callback_id": _text, "trigger_id": _text,
    "response_url": _text, "event_id": _text, "team_id": _id, "enterprise_id": _id,
    "is_enterprise_install": _flag, "action_id": _text, "block_id": _text, "value": _text,
    "team": _or(_id, _only({"id": _id, "domain": _text, "enterprise_id": _id})),
    "enterprise": _or(_id, _only({"id": _id})),
    "user": _or(_id, _only({"id": _id, "team_id": _id})),
    "channel": _or(_id, _only({"id": _id, "name": _text})),
    "container": _only({"channel_id": _id}),
    "message": _only({"ts": _text, "thread_ts": _text}),
    "view": _VIEW,
    "event": _EVENT,
    "actions": _list(_with({
        "type": _text, "action_id": _text, "block_id": _text, "value": _text,
    })),
})  # fmt: skip
_COMMAND = _only({
    "command": _text, "trigger_id": _text, "response_url": _text, "team_id": _id,
    "enterprise_id": _id, "is_enterprise_install": _flag, "user_id": _id, "channel_id": _id,
})  # fmt: skip
"""What we take from a typed command. The text behind it goes no further than this file."""

NEEDED: Mapping[str, tuple[tuple[str | int, ...], ...]] = {
    "url_verification": (("challenge",),),
    "event_callback": (("event", "type"),),
    "shortcut": (("callback_id",),),
    "message_action": (("callback_id",),),
    "block_actions": tuple(("actions", 0, name) for name in ("type", "action_id")),
    "block_suggestion": (("action_id",), ("view", "type")),
    "view_submission": (("view", "type"), ("view", "callback_id")),
}
"""What we asked Slack for, and what each can't do without: Bolt looks into it before we do."""


def check_shape(payload: object) -> Json:
    """Reads a payload. Raises RefusedRequest: with 404 for a kind that we never asked for."""
    kind = _text(_object(payload).get("type"))
    if kind not in NEEDED:
        raise RefusedRequest(404)
    read: Json = _PAYLOAD(payload)
    if not all(at(read, *path) for path in NEEDED[kind]):
        raise RefusedRequest(400)
    return read


def check_command(fields: Mapping[str, str]) -> Json:
    """Reads the fields of a typed command. Raises RefusedRequest. Empty ones count as missing."""
    read: Json = _COMMAND({name: value for name, value in fields.items() if value})
    return read
