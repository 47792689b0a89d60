"""`upstander manifest`: what each platform needs to install the app."""

from pathlib import Path

from bot.base.postgres import NotDoneError
from bot.base.settings import Settings


def write_manifest(platform: str, settings: Settings, out: Path | None, url: str) -> str:
    """Gives Slack's manifest as text; writes Teams' package to a file, and says where it stands."""
    if platform == "slack":
        from bot.slack.manifest import manifest_text

        if url and not url.startswith("https://"):
            raise NotDoneError("Slack calls https only: add --url https://bot.example, or none.")
        return manifest_text(url)
    if platform != "teams":
        raise NotDoneError("Ask for slack or teams.")
    if not settings.teams_client_id:
        raise NotDoneError("Set TEAMS_CLIENT_ID to the app's client id first.")
    from bot.teams.package.manifest import build_teams_package

    file = out or Path("upstander-teams.zip")
    if not url.startswith("https://"):
        raise NotDoneError("Teams wants to know where the bot is: add --url https://bot.example")
    if not file.absolute().parent.is_dir():
        raise NotDoneError(f"{file.parent} is no folder: make it first, or name another file.")
    file.write_bytes(build_teams_package(settings.teams_client_id, url))
    return f"Written to {file}: upload it in the Teams admin centre."
