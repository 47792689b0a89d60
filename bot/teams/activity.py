"""An activity as far as we need it, read from what came over the wire.

The SDK's own models know fewer values than Teams sends (a reaction, an urgent message, a sender
who is a bot), and refused whatever had one of those anywhere. What isn't read can't be refused.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.base.requests import RefusedRequest

Json = Mapping[str, Any]

KINDS = frozenset(
    ("message", "messageUpdate", "messageDelete", "messageReaction", "conversationUpdate",
     "installationUpdate", "invoke", "event", "typing", "endOfConversation", "handoff", "trace",
     "command", "commandResult", "contactRelationUpdate", "suggestion")
)  # fmt: skip
"""The kinds of activities that there are; only some are our business."""
INVOKES = {
    "adaptiveCard/action": "action",
    "composeExtension/fetchTask": "",
    "composeExtension/submitAction": "",
    "task/fetch": "",
    "task/submit": "",
}
"""What we answer, each with the object that its value can't do without."""
_ID = re.compile(r"[^\s\x00-\x1f\x7f]{1,500}")
_ACCOUNT = re.compile(r"[A-Za-z0-9._-]{1,64}")
"""Entra's ids are GUIDs; a colon in one would make it somebody else's."""


@dataclass(frozen=True)
class Sender:
    """Who did it."""

    id: str
    name: str
    aad_object_id: str
    """Empty for somebody who joined without an account."""
    tenant_id: str
    email: str
    user_role: str
    """Whether they are a guest, where it says so; it rarely does."""


@dataclass(frozen=True)
class Conversation:
    """Where it was done."""

    id: str
    conversation_type: str
    tenant_id: str


@dataclass(frozen=True)
class Activity:
    """Something that Teams tells the bot. Shows nothing of itself in a log."""

    type: str
    id: str = field(repr=False)
    from_: Sender = field(repr=False)
    conversation: Conversation = field(repr=False)
    service_url: str = field(repr=False)
    tenant: str = field(repr=False)
    """The tenant in which the conversation stands."""
    team: str = field(default="", repr=False)
    """The team of a channel."""
    locale: str = ""
    name: str = ""
    action: str = ""
    text: str = field(default="", repr=False)
    value: Json = field(default_factory=dict, repr=False)
    members_added: bool = False
    members_removed: bool = False


def read_activity(told: Json) -> Activity:
    """Reads an activity. Raises RefusedRequest with 400 for what Teams doesn't send, and with 501
    for an invoke that isn't ours, as Teams wants it."""
    kind = _text(told, "type")
    if kind not in KINDS:
        raise RefusedRequest(400)
    name = _text(told, "name")
    activity = Activity(
        type=kind,
        id=_id(told, "id"),
        from_=_sender(_object(told, "from")),
        conversation=_conversation(_object(told, "conversation")),
        service_url=_text(told, "serviceUrl"),
        tenant=_account(_object(_object(told, "channelData"), "tenant"), "id"),
        team=_id(_object(_object(told, "channelData"), "team"), "id"),
        locale=_text(told, "locale"),
        name=name,
        action=_text(told, "action"),
        text=_text(told, "text"),
        value=_invoked(told, name) if kind == "invoke" else {},
        members_added=_several(told, "membersAdded"),
        members_removed=_several(told, "membersRemoved"),
    )
    if kind == "message" and not activity.id:
        raise RefusedRequest(400)
    return activity


def _invoked(told: Json, name: str) -> Json:
    if not name:
        raise RefusedRequest(400)
    if name not in INVOKES:
        raise RefusedRequest(501)
    value = told.get("value")
    needed = INVOKES[name]
    if not isinstance(value, dict) or (needed and not isinstance(value.get(needed), dict)):
        raise RefusedRequest(400)
    return value


def _sender(told: Json) -> Sender:
    return Sender(
        id=_needed(_id(told, "id")),
        name=_text(told, "name"),
        aad_object_id=_account(told, "aadObjectId"),
        tenant_id=_account(told, "tenantId"),
        email=_text(told, "email"),
        user_role=_text(told, "userRole"),
    )


def _conversation(told: Json) -> Conversation:
    kind, tenant = _text(told, "conversationType"), _account(told, "tenantId")
    return Conversation(_needed(_id(told, "id")), kind, tenant)


def _needed(found: str) -> str:
    if not found:
        raise RefusedRequest(400)
    return found


def _id(told: Json, key: str) -> str:
    return _matching(_ID, _text(told, key))


def _account(told: Json, key: str) -> str:
    return _matching(_ACCOUNT, _text(told, key))


def _matching(pattern: re.Pattern[str], found: str) -> str:
    if found and not pattern.fullmatch(found):
        raise RefusedRequest(400)
    return found


def _text(told: Json, key: str) -> str:
    """The text there; '' if nothing is. What is there and isn't text, Teams didn't write."""
    found = told.get(key)
    if found is not None and not isinstance(found, str):
        raise RefusedRequest(400)
    return found or ""


def _object(told: Json, key: str) -> Json:
    found = told.get(key)
    if found is not None and not isinstance(found, dict):
        raise RefusedRequest(400)
    return found or {}


def _several(told: Json, key: str) -> bool:
    found = told.get(key)
    if found is not None and not isinstance(found, list):
        raise RefusedRequest(400)
    return bool(found)
