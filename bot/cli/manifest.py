"""`upstander manifest`: what each platform needs to install the app."""

import re
from pathlib import Path

from bot.base.credentials.mistakes import client_id_mistake
from bot.base.postgres import NotDoneError
from bot.base.settings import Settings

NUMBERS = re.compile(r"[1-9][0-9]{0,4}(\.(0|[1-9][0-9]{0,4})){2}")


def write_manifest(
    platform: str, settings: Settings, out: Path | None, url: str, version: str = ""
) -> str:
    """Gives Slack's manifest as text; writes Teams' package to a file, and says where it stands."""
    if platform == "slack":
        from bot.slack.manifest import manifest_text

        if url and not url.startswith("https://"):
            raise NotDoneError("Slack calls https only: add --url https://bot.example, or none.")
        return manifest_text(url)
    if platform != "teams":
        raise NotDoneError("Ask for slack or teams.")
    file, tab = out or Path("upstander-teams.zip"), settings.teams_tab
    return _teams(settings.teams_client_id, file, url, version, tab=tab)


def _teams(client_id: str, file: Path, url: str, version: str, *, tab: bool) -> str:
    if wrong := _wrong(client_id, file, url, version):
        raise NotDoneError(wrong)
    from bot.teams.package.manifest import build_teams_package, package_version

    version = version or package_version()
    file.write_bytes(build_teams_package(client_id, url, version=version, tab=tab))
    return (
        f"Written to {file}, version {version}: upload it in the Teams admin centre. If it is an "
        "update and Teams says that its version isn't higher, add --version."
    )


def _wrong(client_id: str, file: Path, url: str, version: str) -> str:
    if not client_id:
        return "Set TEAMS_CLIENT_ID to the app's client id first."
    if mistake := client_id_mistake(client_id):
        return mistake
    if not url.startswith("https://"):
        return "Teams wants to know where the bot is: add --url https://bot.example"
    if version and not NUMBERS.fullmatch(version):
        return "A version has three numbers, such as --version 1.4.1"
    if not file.absolute().parent.is_dir():
        return f"{file.parent} is no folder: make it first, or name another file."
    return ""
