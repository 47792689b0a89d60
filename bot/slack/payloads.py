"""Slack's payloads as our events. What people wrote in a channel is never taken along."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from bot.core.ask_again import SEND
from bot.slack.private_metadata import Metadata
from bot.slack.render.blocks import LINK, PRESS
from bot.slack.render.fields import FIELD, TICK, answers_in, asked_in
from bot.slack.render.suggestions import PRESSED
from bot.slack.render.text import Json
from bot.slack.workspace.channels import place_in
from handlers.contract.people import Event
from handlers.registry import flags, offered


@cache
def shortcuts() -> Mapping[str, Mapping[str, str]]:
    """Finds what each shortcut opens, by its callback id; of global ones Slack takes five."""
    return {"global": {name: name for name in offered("shortcut")[:5]}, "message": flags()}


KINDS = {"shortcut": "global", "message_action": "message"}
"""Slack's payloads call the kinds of shortcuts otherwise than its manifest."""
OWN_NAME = "upstander-"
"""Begins the typed commands whose plain names other apps may have taken."""


class MalformedError(ValueError):
    """Slack doesn't send such a thing: it is answered with 400."""


@dataclass(frozen=True)
class Acted:
    """Something somebody did on Slack."""

    user: str = field(repr=False)
    team: str = field(repr=False)
    event: Event
    trigger: str = field(default="", repr=False)
    token: str = field(default="", repr=False)
    response_url: str = field(default="", repr=False)
    """Where whoever acted can be answered, if Slack gave an address."""


@dataclass(frozen=True)
class View:
    """A modal or Home tab in which something was done."""

    id: str
    hash: str
    kind: str
    meta: Metadata
    blocks: Sequence[Json] = field(repr=False)
    submit: Json | None
    answers: Mapping[str, str | Sequence[str]] = field(repr=False)


def at(body: Any, *path: str | int) -> Any:
    """Finds what stands at a path in a payload, or None."""
    for step in path:
        try:
            body = body[step]
        except (KeyError, IndexError, TypeError):
            return None
    return body


def text(body: Any, *path: str | int) -> str:
    """Reads the text at a path, or ''."""
    found = at(body, *path)
    return found if isinstance(found, str) else ""


def need(body: Any, *path: str | int) -> str:
    """Reads the text at a path. Raises MalformedError if there is none."""
    if not (found := text(body, *path)):
        raise MalformedError("something that Slack always sends is missing")
    return found


def workspace(body: Any) -> str:
    """Reads in which workspace an event happened, or else in which organization."""
    return text(body, "team_id") or need(body, "enterprise_id")


def command(body: Any, workspace: str = "") -> Acted:
    """Reads a typed command; whatever stands behind it is not looked at."""
    name = need(body, "command").removeprefix("/").removeprefix(OWN_NAME)
    team = need(body, "team_id")
    place = place_in(workspace or team, text(body, "channel_id"))
    event, trigger = Event(name, place=place), need(body, "trigger_id")
    return Acted(need(body, "user_id"), team, event, trigger, "", text(body, "response_url"))


def _acted(body: Any, event: Event, token: str = "") -> Acted:
    # A person's own workspace: in a shared channel it isn't the one the app stands in. On
    # Enterprise Grid it may be the whole organization, and the workspace may be left out.
    team = text(body, "user", "team_id") or text(body, "team", "id")
    team = team or need(body, "enterprise", "id")
    trigger, answer_at = text(body, "trigger_id"), text(body, "response_url")
    return Acted(need(body, "user", "id"), team, event, trigger, token, answer_at)


def shortcut(body: Any, workspace_url: str, workspace: str = "") -> Acted:
    """Reads a global shortcut, or a flagged message: its address, made without asking Slack."""
    kind = KINDS.get(text(body, "type"), "")
    if (verb := shortcuts().get(kind, {}).get(text(body, "callback_id"))) is None:
        raise MalformedError("none of our shortcuts")
    acted = _acted(body, Event(verb))
    if kind == "global":
        return acted
    channel, stamp = need(body, "channel", "id"), need(body, "message", "ts")
    url = workspace_url or f"https://{need(body, 'team', 'domain')}.slack.com/"
    link = f"{url}archives/{channel}/p{stamp.replace('.', '')}"
    if (thread := text(body, "message", "thread_ts")) and thread != stamp:
        link += f"?thread_ts={thread}&cid={channel}"
    place = place_in(workspace or text(body, "team", "id"), channel)
    # Until somebody counts, it names the people of a small circle.
    return replace(acted, event=replace(acted.event, link=link, link_tells=True, place=place))


def countable(body: Any) -> str:
    """Finds the channel of a flagged message if it is public, to ask for its size; else ''."""
    channel, name = text(body, "channel", "id"), text(body, "channel", "name")
    hidden = name in {"directmessage", "privategroup"} or name.startswith("mpdm-")
    return channel if channel.startswith("C") and not hidden else ""


def press(body: Any, seen: View | None = None, workspace: str = "") -> Acted:
    """Reads a pressed button, in a channel's message or in a view that was opened from one."""
    verb, _, subject = need(body, "actions", 0, "value").partition(" ")
    team, channel = text(body, "team", "id"), text(body, "container", "channel_id")
    # Those of a partner's workspace see the same channel, and must be told the same place.
    place = place_in(workspace or team, channel) if seen is None else seen.meta.place
    return _acted(body, Event(verb, subject, place=place))


def helping(body: Any, seen: View) -> tuple[Acted, str]:
    """Reads a press below a box that asks for words to start from; gives also what it asks for."""
    return submission(body, seen), need(body, "actions", 0, "value")


def is_helping(body: Any) -> bool:
    """Tells whether a button was pressed that helps with the box above it."""
    return text(body, "actions", 0, "action_id").startswith(PRESSED)


def is_link(body: Any) -> bool:
    """Tells a pressed link from everything that something is done about."""
    return text(body, "actions", 0, "action_id") == LINK


def is_press(body: Any) -> bool:
    """Tells a pressed button from an answer. Raises MalformedError for what is neither."""
    if text(body, "actions", 0, "action_id").startswith(PRESS):
        return True
    if text(body, "actions", 0, "block_id").startswith((FIELD, TICK)) and at(body, "view"):
        return False
    raise MalformedError("nothing of ours has this action id")


def view(body: Any) -> View | None:
    """Reads the view in which something was done, if it was one."""
    if not isinstance(at(body, "view"), dict):
        return None
    kind = text(body, "view", "type")
    meta = _meta(text(body, "view", "private_metadata")) if kind == "modal" else Metadata()
    return View(
        id=need(body, "view", "id"),
        hash=text(body, "view", "hash"),
        kind=kind,
        meta=meta,
        blocks=_blocks(at(body, "view", "blocks")),
        submit=_object(at(body, "view", "submit")),
        answers={**meta.kept, **_answers(at(body, "view", "state", "values"))},
    )


def submission(body: Any, seen: View) -> Acted:
    """Reads a form that was sent."""
    meta = seen.meta
    event = Event(meta.verb, meta.subject, seen.answers, meta.link, meta.link_tells, meta.place)
    return _acted(body, event, meta.token)


def reopening(body: Any, seen: View) -> Acted:
    """Asks once more for a form answered in part, to show what the answer changes."""
    return _acted(body, replace(seen.meta.opened, answers=seen.answers))


def looking(body: Any, seen: View) -> tuple[Acted, str, str]:
    """Asks once more for the form in which somebody looks for an answer; gives also the question's
    name, and what they typed so far."""
    meta, name = seen.meta, need(body, "action_id")
    if asked_in(text(body, "block_id")) != name:
        raise MalformedError("nothing of ours has this block id")
    verb = meta.verb.removesuffix(SEND)
    event = Event(verb, meta.subject, seen.answers, meta.link, meta.link_tells, meta.place)
    return _acted(body, event), name, text(body, "value")


def _meta(packed: str) -> Metadata:
    try:
        return Metadata.unpack(packed)
    except ValueError:
        raise MalformedError("this modal isn't ours") from None


def _object(found: Any) -> Json | None:
    return found if isinstance(found, dict) else None


def _blocks(found: Any) -> Sequence[Json]:
    return [b for b in found if isinstance(b, dict)] if isinstance(found, list) else []


def _answers(values: Any) -> Mapping[str, str | Sequence[str]]:
    try:
        return answers_in(values or {})
    except (AttributeError, TypeError):
        raise MalformedError("these aren't the answers of a form") from None
