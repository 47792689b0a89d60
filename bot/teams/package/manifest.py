"""The app package that each agency's Teams administrator installs. It asks for very little."""

import io
import json
import zipfile
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from bot import VERSION as PRODUCT
from bot.teams.package import icons
from bot.teams.typed import typed_names, typed_word
from handlers.registry import flags, offered
from prompts.words import first_known, say, speak

VERSION = "1.30"
SCHEMA = (
    "https://developer.microsoft.com/json-schemas/teams/v{version}/MicrosoftTeams{part}.schema.json"
)
LANGUAGE, OTHERS = "en", ("cy",)
MOST_LISTED = 10
"""So many commands does Teams offer while somebody types."""
SCOPES = ["personal", "team", "groupChat"]
MESSAGE, COMPOSE = ["message"], ["commandBox", "compose"]
"""Where an action stands: in a message's menu, or beside the compose box."""

SITE = "https://upstander.example"
"""Stands in until this deployment's own address is given."""

_TAB_NAME = "staticTabs[1].name"
_WRITTEN = (1980, 1, 1, 0, 0, 0)

Json = dict[str, Any]


def package_version() -> str:
    """Gives the package's version: the product's, a whole number higher, for Teams takes an update
    only if its version is higher, and the first packages had 1.0.0."""
    first, rest = PRODUCT.split(".", 1)
    return f"{int(first) + 1}.{rest}"


def build_teams_package(
    client_id: str,
    site: str = SITE,
    *,
    developer: str = "Upstander",
    version: str = "",
    tab: bool = False,
) -> bytes:
    """Packs the zip. `site` is where this deployment's own pages are; without a `version` it has
    the product's. With a `tab`, one of them stands beside the chat, and leads to the others."""
    version = version or package_version()
    site = site.rstrip("/")
    made, more = manifest(client_id, site, developer, version), _tabs(site) if tab else {}
    files = {"manifest.json": _text({**made, **more})}
    for language in OTHERS:
        words = {_TAB_NAME: _said("tab-name", language)} if tab else {}
        files[f"{language}.json"] = _text({**translation(language), **words})
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
    """Makes the manifest. No permission to read any message is in it, and none is needed."""
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
        # From 1.25 on, an app with the team scope must say that it works in every kind of channel.
        "supportsChannelFeatures": "tier1",
    }


def _tabs(site: str) -> Json:
    """Keeps the chat first; the tab's page is the only one that Teams may show in a frame."""
    page = {
        "entityId": "pages",
        "name": _said("tab-name"),
        "contentUrl": f"{site}/teams-tab",
        "websiteUrl": f"{site}/",
        "scopes": ["personal"],
    }
    chat = {"entityId": "conversations", "scopes": ["personal"]}
    return {"staticTabs": [chat, page], "validDomains": [site.partition("://")[2]]}


def translation(language: str) -> Json:
    """Says the same in another language, by its place in the manifest."""
    found: Json = {
        "$schema": SCHEMA.format(version=VERSION, part=".Localization"),
        "name.short": _said("app-name", language),
        "name.full": _said("app-full", language),
        "description.short": _said("app-short", language),
        "description.full": _said("app-about", language),
    }
    for place, command in enumerate(_listed(language)):
        found |= _placed(f"bots[0].commandLists[0].commands[{place}]", command)
    for place, action in enumerate(_actions(language)):
        found |= _placed(f"composeExtensions[0].commands[{place}]", action)
    return found


def _placed(at: str, said: Json) -> Json:
    return {f"{at}.{part}": said[part] for part in ("title", "description")}


def _listed(language: str = LANGUAGE) -> list[Json]:
    """Lists the most needed commands, and always help."""
    names = [name for name in typed_names() if name != "help"]
    return [
        {"title": typed_word(name, language), "description": _about(name, language)}
        for name in (*names[: MOST_LISTED - 1], "help")
    ]


def _about(name: str, language: str) -> str:
    return speak(first_known(f"teams-app-{name}-about", f"{name}-title"), language)


def _actions(language: str = LANGUAGE) -> list[Json]:
    """Lists the actions in a message's menu, then those beside the compose box."""
    flagging = [
        {"id": id, "title": _said(f"app-{id}", language), "context": MESSAGE} for id in flags()
    ]
    opening = [
        {"id": name, "title": _title(name, language), "context": COMPOSE}
        for name in offered("shortcut")
    ]
    return [
        {**action, "description": _about(str(action["id"]), language)}
        for action in (*flagging, *opening)
    ]


def _title(name: str, language: str) -> str:
    return speak(first_known(f"teams-open-{name}", f"{name}-title"), language)


def _bot(client_id: str) -> Json:
    return {
        "botId": client_id,
        "scopes": SCOPES,
        "supportsFiles": False,
        "isNotificationOnly": False,
        "commandLists": [{"scopes": SCOPES, "commands": _listed()}],
    }


def _extension(client_id: str) -> Json:
    actions = [{**action, "type": "action", "fetchTask": True} for action in _actions()]
    return {"botId": client_id, "commands": actions}


def _said(words: str, language: str = LANGUAGE) -> str:
    return speak(say(f"teams-{words}"), language)


def _text(content: Json) -> bytes:
    return json.dumps(content, ensure_ascii=False, indent=2).encode()
