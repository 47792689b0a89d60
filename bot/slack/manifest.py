"""The app manifest: what Slack is asked for, and nothing more. Pure."""

from io import StringIO

from ruamel.yaml import YAML

from bot.slack.payloads import OWN_NAME, shortcuts
from bot.slack.render.text import Json
from handlers.registry import commands, typed_plainly
from prompts.words import first_known, say, speak

PATH = "/slack/events"
EXAMPLE = "https://upstander.example"
"""Stands in deploy/slack-manifest.yaml until it is replaced."""

ABOUT = """\
# Slack's app manifest. Written by `upstander manifest slack --url https://your.address`, or, for
# Socket Mode, without --url. Paste it at "Create New App", "From a manifest".
"""

SCOPES = (
    "app_mentions:read",  # answers a mention with buttons
    "channels:read",  # counts a public channel, so that a link doesn't tell who was in it
    "chat:write",
    "chat:write.public",  # a pause's card stands in a public channel without an invitation
    "commands",
    "im:history",  # answers a direct message with buttons
    "im:write",  # opens everyone's direct conversation beforehand
    "users:read",
    "users:read.email",  # tells agencies apart that share a workspace
)
EVENTS = (
    "app_home_opened",
    "app_mention",
    "message.im",
    "team_join",  # somebody new is met at once
    "user_change",  # a new name, a guest by now, somebody who left
)


def manifest(url: str = "") -> Json:
    """Makes the manifest of a bot reached at `url`, or over Socket Mode if there is none."""
    return {
        "display_information": {
            "name": _said("slack-app-name"),
            "description": _said("slack-app-line"),
            "long_description": _said("slack-app-about"),
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": _said("slack-app-name"), "always_online": True},
            "shortcuts": [_shortcut(kind, id) for kind, ids in shortcuts().items() for id in ids],
            "slash_commands": [_command(name, url) for name in typed_names()],
        },
        "oauth_config": {"scopes": {"bot": list(SCOPES)}},
        "settings": _settings(url),
    }


def manifest_text(url: str = "") -> str:
    """Writes the manifest as YAML, to paste where Slack asks for one."""
    written = StringIO()
    yaml = YAML()
    yaml.width = 4096
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.dump(manifest(url), written)
    return f"{ABOUT}{written.getvalue()}"


def typed_names() -> list[str]:
    """Lists the typed commands: those with plain names first, then by name."""
    names = [name for name, command in commands().items() if command.typed]
    return [
        *(name for name in names if typed_plainly(name)),
        *sorted(name for name in names if not typed_plainly(name)),
    ]


def typed(name: str) -> str:
    """Says how a command is typed on Slack: few are plain, since short words may be taken."""
    return f"/{name}" if typed_plainly(name) else f"/{OWN_NAME}{name}"


def _said(words: str) -> str:
    return speak(say(words), "en")  # a manifest has one language


def _first(*ids: str) -> str:
    return speak(first_known(*ids), "en")


def _about(name: str) -> str:
    # A new command need not touch Slack's words.
    return _first(f"slack-command-{name}", f"{name}-title")


def _at(url: str) -> str:
    return f"{url.rstrip('/')}{PATH}"


def _shortcut(kind: str, callback_id: str) -> Json:
    return {
        "name": _first(f"slack-shortcut-{callback_id}", f"{callback_id}-title"),
        "type": kind,
        "callback_id": callback_id,
        "description": _first(f"slack-shortcut-{callback_id}-about", f"{callback_id}-title"),
    }


def _command(name: str, url: str) -> Json:
    entry: Json = {"command": typed(name), "description": _about(name), "should_escape": False}
    return entry | ({"url": _at(url)} if url else {})


def _settings(url: str) -> Json:
    reached = {"request_url": _at(url)} if url else {}
    asked = {"message_menu_options_url": _at(url)} if url else {}
    return {
        "event_subscriptions": {**reached, "bot_events": list(EVENTS)},
        "interactivity": {"is_enabled": True, **reached, **asked},
        "org_deploy_enabled": False,
        "socket_mode_enabled": not url,
        "token_rotation_enabled": False,
    }
