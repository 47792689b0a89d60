"""What is wrong with Slack's settings, each with what to do about it: for `upstander check`."""

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack.manifest import SCOPES
from storage.partnership import Partnership

AWAY = "Slack can't be reached from here: is the network open to it?"


async def problems(
    web: AsyncWebClient, partnership: Partnership, app_token: str, signing_secret: str
) -> list[str]:
    """Lists everything that is wrong; empty if nothing is."""
    if not (app_token or signing_secret):
        return ["Set SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET for HTTP."]
    try:
        told = await web.auth_test()
    except SlackApiError:
        return ["Slack doesn't accept SLACK_BOT_TOKEN: copy it again from the app's page."]
    except (aiohttp.ClientError, TimeoutError):
        return [AWAY]
    return [
        *_scopes(str(told.headers.get("x-oauth-scopes", ""))),
        *_workspace(str(told["team_id"]), partnership),
        *await _socket(web, app_token),
    ]


def _scopes(granted: str) -> list[str]:
    have = {scope.strip() for scope in granted.split(",")}
    lacking = ", ".join(scope for scope in SCOPES if scope not in have)
    if not granted or not lacking:
        return []
    return [f"The Slack app lacks {lacking}: install it anew with deploy/slack-manifest.yaml."]


def _workspace(team: str, partnership: Partnership) -> list[str]:
    if any(team in agency.slack_workspaces for agency in partnership.agencies):
        return []
    return [f"The workspace {team} is in no agency's slack_workspaces: add it to the partnership."]


async def _socket(web: AsyncWebClient, app_token: str) -> list[str]:
    if not app_token:
        return []
    try:
        await web.apps_connections_open(app_token=app_token)
    except SlackApiError:
        return ["Slack doesn't accept SLACK_APP_TOKEN: it needs the scope connections:write."]
    except (aiohttp.ClientError, TimeoutError):
        return [AWAY]
    return []
