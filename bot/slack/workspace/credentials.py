"""What Slack says is wrong with our settings, each with what to do about it."""

import re

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.base.standing import Passing
from bot.slack.client import code_of
from bot.slack.manifest import SCOPES
from bot.slack.workspace.authorization import FAILURES, Authorization
from storage.partnership import Partnership

AWAY = Passing("Slack can't be reached from here, so nothing could be asked: is the network open?")
PASSING = frozenset(
    ("ratelimited", "internal_error", "fatal_error", "service_unavailable", "request_timeout")
)
WITHDRAWN = frozenset(("token_revoked", "token_expired", "account_inactive"))
_CODE = re.compile(r"[a-z_]{1,40}")


async def problems(
    web: AsyncWebClient, own: Authorization, partnership: Partnership, app_token: str
) -> list[str]:
    """Lists everything that is wrong; empty if nothing is."""
    try:
        await own.ask(anew=True)
    except SlackApiError as failed:
        return [_refused(failed)]
    except FAILURES:
        return [AWAY]
    found = [*_scopes(own.granted), *_workspace(own.team, partnership)]
    return [*found, *await _socket(web, app_token)]


def _refused(failed: SlackApiError) -> str:
    code = _said(failed)
    if not code:
        return AWAY
    if code in WITHDRAWN:
        return (
            f"Slack has withdrawn SLACK_BOT_TOKEN ({code}): install the app in the workspace "
            "again, and set the new token."
        )
    return f"Slack doesn't accept SLACK_BOT_TOKEN ({code}): copy it again from the app's page."


def _said(failed: SlackApiError) -> str:
    """Slack's own word for a refusal; '' if it is only busy, or if a proxy spoke in its place."""
    code = code_of(failed)
    plain = getattr(failed.response, "status_code", 0) == 200 and _CODE.fullmatch(code)
    return code if plain and code not in PASSING else ""


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
    except SlackApiError as failed:
        if not (code := _said(failed)):
            return [AWAY]
        return [
            f"Slack doesn't accept SLACK_APP_TOKEN ({code}): it needs the scope connections:write."
        ]
    except FAILURES:
        return [AWAY]
    return []
