"""What a card sent back, as our event. The client may send anything: nothing here trusts it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.teams.activity import Activity
from bot.teams.connector.hosts import is_message_link
from bot.teams.render.fields import YES
from bot.teams.render.suggestions import HELP
from handlers.contract.people import Event
from handlers.registry import flags, offered
from prompts.shapes import Answers

Carry = Mapping[str, str]
_OURS = frozenset(("action", "verb", "subject", "token", "carry", "several", "ticks", HELP))


def opens() -> Mapping[str, str]:
    """Finds what an action in a message's menu or beside the compose box opens, by its id."""
    return {**flags(), **{name: name for name in offered("shortcut")}}


@dataclass(frozen=True)
class Submitted:
    """A press or a submission."""

    event: Event
    token: str
    carry: Carry
    help: str = ""
    """What a press below a box asks for; then nothing is sent."""


def submitted(data: object) -> Submitted:
    """Reads what Action.Submit or Action.Execute put together."""
    found = data if isinstance(data, dict) else {}
    carry = _carry(found.get("carry"))
    event = Event(
        verb=_text(found, "verb") or _text(found, "action"),
        subject=_text(found, "subject"),
        answers=_answers(found),
        link=carry.get("link", ""),
        link_tells=carry.get("tells", "") == YES,
    )
    return Submitted(event, _text(found, "token"), carry, _text(found, HELP))


def flagged(activity: Activity) -> Carry:
    """Gives a link to the flagged message, and whether it tells who was there.

    Only a channel's link doesn't: how many are in a chat isn't known without reading its roster.
    """
    message = activity.value.get("messagePayload")
    link = message.get("linkToMessage") if isinstance(message, dict) else None
    if not is_message_link(link):
        return {}
    in_channel = activity.conversation.conversation_type == "channel"
    return {"link": str(link), "tells": "no" if in_channel else YES}


def _carry(value: object) -> Carry:
    if not isinstance(value, dict) or not is_message_link(value.get("link")):
        return {}
    # Whatever isn't a plain "no" tells: in doubt, for the person's cover.
    return {"link": str(value["link"]), "tells": "no" if value.get("tells") == "no" else YES}


def _answers(found: Mapping[str, Any]) -> Answers:
    several, ticks = set(_names(found, "several")), set(_names(found, "ticks"))
    answers: dict[str, str | tuple[str, ...]] = {}
    asked = _names(found, "asked") or _inputs(found)
    for name in asked:
        text = _text(found, name)
        if name in several:
            answers[name] = tuple(part for part in text.split(",") if part)
        elif name in ticks:
            answers[name] = YES if text == YES else ""
        else:
            answers[name] = text
    return answers


def _inputs(found: Mapping[str, Any]) -> list[str]:
    """Lists the questions in a press that doesn't say which there are: there may be many such."""
    return [name for name in found if name not in _OURS] if _text(found, HELP) else []


def _names(found: Mapping[str, Any], key: str) -> list[str]:
    value = found.get(key)
    return [name for name in value if isinstance(name, str)] if isinstance(value, list) else []


def _text(found: Mapping[str, Any], key: str) -> str:
    value = found.get(key)
    return value if isinstance(value, str) else ""
