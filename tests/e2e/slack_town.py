"""The real server, on SQLite, in front of a Slack: a school with a teacher and two leads."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import uvicorn
from pydantic import SecretStr

from bot.app import build_app
from bot.base.settings import Settings
from bot.wiring import Core, build_core, build_platforms
from storage.engine.clock import Clock
from storage.partnership import Partnership
from tests.e2e import partnerships


def school(team: str, *leads: str, reviewer: str = "") -> Partnership:
    """One agency in one workspace; with a reviewer, another one that reads what it decides."""
    people = [f"slack:{team}:{lead}" for lead in leads]
    agency = {
        "id": "school", "name": "Anytown School", "sector": "education", "nation": "england",
        "urgent": [{"name": "Police", "number": "999"}], "leads": people,
        "roles": {"fallback": people[-1:]}, "slack_workspaces": [team],
        "hours": {"days": [*range(7)], "opens": "00:00", "closes": "00:00",
                  "open_on_bank_holidays": True},
    }  # fmt: skip
    return partnerships.of(agency, f"slack:{team}:{reviewer}" if reviewer else "")


@asynccontextmanager
async def serving(
    folder: Path,
    partnership: Partnership,
    api_url: str,
    secret: str,
    *,
    port: int,
    socket: bool,
    clock: Clock | None = None,
) -> AsyncIterator[Core]:
    """`upstander serve`, built as it builds itself; everyone is introduced."""
    settings = _settings(folder, api_url, secret, socket=socket)
    core = build_core(settings, clock, partnership)
    platforms = build_platforms(core)
    assert platforms.slack is not None
    app = build_app(core, platforms)
    server = uvicorn.Server(
        uvicorn.Config(app, host="127.0.0.1", port=port, log_config=None, ws="none")
    )
    running = asyncio.create_task(server.serve())
    while not server.started and not running.done():
        await asyncio.sleep(0.01)  # until it listens
    try:
        await platforms.slack.introduce()
        yield core
    finally:
        server.should_exit = True
        await running


def _settings(folder: Path, api_url: str, secret: str, *, socket: bool) -> Settings:
    slack = {
        "slack_bot_token": SecretStr("xoxb-test"),
        "slack_signing_secret": SecretStr("" if socket else secret),
        "slack_app_token": SecretStr("xapp-test" if socket else ""),
        "slack_api_url": api_url,
    }
    # People here wait in real time for what comes a second apart elsewhere.
    return Settings(data_dir=folder, pace_seconds=0.1).model_copy(update=slack)
