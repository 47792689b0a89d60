"""Stands in front of Bolt, which answers 500 to some malformed requests before it checks who sent
them. What doesn't come from Slack, whole and fresh, gets a 4xx without a reason."""

import json
import re
from binascii import a2b_qp
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

from slack_sdk.signature import SignatureVerifier
from starlette.requests import Request

from bot.base.requests import RefusedRequest, media_type, whole_body
from bot.slack.render.text import Json

MOST_BYTES = 1_000_000
KEPT = frozenset(
    ("command", "team_id", "enterprise_id", "is_enterprise_install", "user_id", "trigger_id",
     "channel_id")
)  # fmt: skip
"""What we take from a typed command. The text behind it goes no further than this file."""
OBJECTS = frozenset(("team", "user", "view", "container", "channel", "message", "event", "state"))
OR_IDS = frozenset(("team", "user", "channel", "message", "state"))
LISTS = frozenset(("actions", "authorizations"))

KINDS = frozenset(
    ("url_verification", "event_callback", "shortcut", "message_action", "block_actions",
     "view_submission")
)  # fmt: skip
"""What we asked Slack for. Bolt fails on some other kinds when they aren't complete."""
NEEDED = {"event_callback": "event", "block_actions": "actions", "view_submission": "view"}
"""What these can't do without: Bolt looks into it before any listener does."""

JUST_A_PAYLOAD = re.compile(r"payload=((?:[A-Za-z0-9_.~*+-]++|%[0-9A-Fa-f]{2})++)")
"""How Slack sends everything but typed commands."""


class SlackGuard:
    """Checks a raw request: size, encoding, age, signature, type and shape, in this order."""

    def __init__(self, signing_secret: str) -> None:
        # Without a secret (Socket Mode) nothing that is posted here can be from Slack.
        self._verifier = SignatureVerifier(signing_secret) if signing_secret else None

    async def payload_of(self, request: Request) -> Json:
        """Reads what is in a request that Slack signed. Raises RefusedRequest."""
        raw = await whole_body(request.stream(), MOST_BYTES)
        try:
            body = raw.decode("utf-8")
        except UnicodeDecodeError:
            raise RefusedRequest(400) from None
        self._signed(body, request.headers)
        return _well_formed(body, media_type(request.headers))

    def _signed(self, body: str, headers: Mapping[str, str]) -> None:
        stamp = headers.get("x-slack-request-timestamp", "")
        signature = headers.get("x-slack-signature", "")
        # int() and compare_digest() raise on what isn't ASCII.
        readable = stamp.isascii() and stamp.isdigit() and len(stamp) < 12 and signature.isascii()
        if not readable or self._verifier is None:
            raise RefusedRequest(401)
        if not self._verifier.is_valid(body, stamp, signature):
            raise RefusedRequest(401)


def _well_formed(body: str, kind: str) -> Json:
    try:
        if kind == "application/json":
            return check_shape(json.loads(body))
        if kind == "application/x-www-form-urlencoded":
            return _form(body)
    except (ValueError, RecursionError):
        raise RefusedRequest(400) from None
    raise RefusedRequest(415)


def _form(body: str) -> Json:
    if alone := JUST_A_PAYLOAD.fullmatch(body):
        return check_shape(json.loads(_unquoted(alone[1])))
    fields = dict(parse_qsl(body, keep_blank_values=True, strict_parsing=True, max_num_fields=100))
    if "payload" in fields:
        return check_shape(json.loads(fields["payload"]))
    if not fields.get("command"):
        raise RefusedRequest(400)
    return {name: value for name, value in fields.items() if name in KEPT}


def _unquoted(value: str) -> str:
    # Quoted-printable's decoder is written in C, and differs by its sign only: urllib's took as
    # long as storing what is in it. `=` and line ends, which it would take as its own, can't occur.
    sound = value.replace("+", " ").replace("%", "=")
    return a2b_qp(sound).decode(errors="replace")


def check_shape(payload: Any) -> Json:
    """Gives the payload. Raises RefusedRequest unless all that is indexed into are objects."""
    if not isinstance(payload, dict):
        raise RefusedRequest(400)
    objects = all(_object(name, payload.get(name)) for name in OBJECTS)
    lists = all(_objects(payload.get(name)) for name in LISTS)
    if not (objects and lists and isinstance(payload.get("type"), str)):
        raise RefusedRequest(400)
    if payload["type"] not in KINDS:
        raise RefusedRequest(404)
    if not payload.get(NEEDED.get(payload["type"], "type")):
        raise RefusedRequest(400)
    return payload


def _object(name: str, value: object) -> bool:
    return value is None or isinstance(value, dict) or (name in OR_IDS and isinstance(value, str))


def _objects(value: object) -> bool:
    return value is None or (isinstance(value, list) and all(isinstance(v, dict) for v in value))
