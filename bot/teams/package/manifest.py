"""The app package that each agency's Teams administrator installs. It asks for very little."""

import io
import json
import zipfile
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from bot.teams.package import icons
from bot.teams.typed import COMMANDS
from prompts.words import say, speak

VERSION = "1.30"
SCHEMA = (
    "https://developer.microsoft.com/json-schemas/teams/v{version}/MicrosoftTeams{part}.schema.json"
)
LANGUAGE, OTHERS = "en", ("cy",)
LISTED = tuple(command for command in COMMANDS if command != "language")
"""What Teams offers while somebody types: ten at most, so the language is left to its button."""
SCOPES = ["personal", "team", "groupChat"]
MESSAGE, COMPOSE = ["message"], ["commandBox", "compose"]
"""Where an action stands: in a message's menu, or beside the compose box."""

SITE = "https://upstander.example"
"""Stands in until this deployment's own address is given."""

_WRITTEN = (1980, 1, 1, 0, 0, 0)

Json = dict[str, Any]


def build_teams_package(
    client_id: str, site: str = SITE, *, developer: str = "Upstander", version: str = "1.0.0"
) -> bytes:
    """The zip. `site` is where this deployment's own pages are."""
    site = site.rstrip("/")
    files = {"manifest.json": _text(manifest(client_id, site, developer, version))}
    files |= {f"{language}.json": _text(translation(language)) for language in OTHERS}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in (
            *files.items(),
            ("color.png", icons.color()),
            ("outline.png", icons.outline()),
        ):
            # A fixed date: the same settings give the same package, byte by byte.
            package.writestr(zipfile.ZipInfo(name, _WRITTEN), content)
    return packed.getvalue()


def manifest(client_id: str, site: str, developer: str, version: str) -> Json:
    """The manifest. No permission to read any message is in it, and none is needed."""
    return {
        "$schema": SCHEMA.format(version=VERSION, part=""),
        "manifestVersion": VERSION,
        "version": version,
        "id": str(uuid5(NAMESPACE_URL, f"upstander:{client_id}")),
        "developer": {
            "name": developer,
            "websiteUrl": site,
            "privacyUrl": f"{site}/privacy",
            "termsOfUseUrl": f"{site}/terms",
        },
        "name": {"short": _said("app-name"), "full": _said("app-full")},
        "description": {"short": _said("app-short"), "full": _said("app-about")},
        "icons": {"color": "color.png", "outline": "outline.png"},
        "accentColor": "#0F5C68",
        "localizationInfo": {
            "defaultLanguageTag": LANGUAGE,
            "additionalLanguages": [{"languageTag": tag, "file": f"{tag}.json"} for tag in OTHERS],
        },
        "bots": [_bot(client_id)],
        "composeExtensions": [_extension(client_id)],
        "permissions": ["identity", "messageTeamMembers"],
        "defaultInstallScope": "personal",
    }


def translation(language: str) -> Json:
    """The same words in another language, by their place in the manifest."""
    found: Json = {
        "$schema": SCHEMA.format(version=VERSION, part=".Localization"),
        "name.short": _said("app-name", language),
        "name.full": _said("app-full", language),
        "description.short": _said("app-short", language),
        "description.full": _said("app-about", language),
    }
    for place, command in enumerate(LISTED):
        at = f"bots[0].commandLists[0].commands[{place}]"
        found[f"{at}.title"] = _said(f"typed-{command}", language)
        found[f"{at}.description"] = _said(f"app-{command}-about", language)
    for place, (_, title, about) in enumerate(_ACTIONS.values()):
        at = f"composeExtensions[0].commands[{place}]"
        found[f"{at}.title"] = _said(title, language)
        found[f"{at}.description"] = _said(about, language)
    return found


_ACTIONS = {
    "flag": (MESSAGE, "app-flag", "app-flag-about"),
    "flag-decision": (MESSAGE, "app-flag-decision", "app-flag-decision-about"),
    "concern": (COMPOSE, "open-concern", "app-concern-about"),
    "challenge": (COMPOSE, "open-challenge", "app-challenge-about"),
    "referral": (COMPOSE, "open-referral", "app-referral-about"),
    "second-opinion": (COMPOSE, "open-second-opinion", "app-second-opinion-about"),
    "pause": (COMPOSE, "open-pause", "app-pause-about"),
}
"""By their ids; which command each opens stands in `bot.teams.payloads.OPENS`."""


def _bot(client_id: str) -> Json:
    commands = [
        {"title": _said(f"typed-{name}"), "description": _said(f"app-{name}-about")}
        for name in LISTED
    ]
    return {
        "botId": client_id,
        "scopes": SCOPES,
        "supportsFiles": False,
        "isNotificationOnly": False,
        "commandLists": [{"scopes": SCOPES, "commands": commands}],
    }


def _extension(client_id: str) -> Json:
    commands = [
        {
            "id": name,
            "type": "action",
            "title": _said(title),
            "description": _said(about),
            "context": where,
            "fetchTask": True,
        }
        for name, (where, title, about) in _ACTIONS.items()
    ]
    return {"botId": client_id, "commands": commands}


def _said(words: str, language: str = LANGUAGE) -> str:
    return speak(say(f"teams-{words}"), language)


def _text(content: Json) -> bytes:
    return json.dumps(content, ensure_ascii=False, indent=2).encode()
