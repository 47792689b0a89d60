"""Each misconfiguration of a platform: `check` names it with how to fix it, and `serve` doesn't say
that it is ready."""

import asyncio
import json
import subprocess
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import httpx
import pytest

from tests.cli.operator import COMMAND, Operator
from tests.cli.test_check import people, slack
from tests.cli.test_serving import until
from tests.peers import fake_slack, fake_teams, free_port
from tests.peers.fake_slack import FakeSlack
from tests.peers.slack_troubles import Broken, Refusal

GUID = fake_teams.CLIENT_ID
BOT, APP, SIGNING = "xoxb-1-a", "xapp-1-a", "8f742231b10e8888abcd99eeefff85a5"
TEAMS = {"TEAMS_CLIENT_ID": GUID, "TEAMS_CLIENT_SECRET": "Xy8~q", "TEAMS_TENANT_ID": GUID}

NO_SIGNING_SECRET = (
    "SLACK_SIGNING_SECRET must be 32 digits and letters from a to f",
    "copy the Signing Secret (not the Client Secret)",
)
NO_TENANT = "TEAMS_TENANT_ID must be the Directory (tenant) ID", "such as 0d1f7b4e-"

WRITTEN: dict[str, tuple[dict[str, str], str, str]] = {
    "swapped tokens": (
        {"SLACK_BOT_TOKEN": APP, "SLACK_APP_TOKEN": BOT},
        "SLACK_BOT_TOKEN and SLACK_APP_TOKEN are swapped",
        "the bot token begins with xoxb-, the app token with xapp-",
    ),
    "an app token for a bot token": (
        {"SLACK_BOT_TOKEN": APP, "SLACK_SIGNING_SECRET": SIGNING},
        "SLACK_BOT_TOKEN must begin with xoxb-",
        "copy the Bot User OAuth Token from",
    ),
    "a bot token for an app token": (
        {"SLACK_BOT_TOKEN": BOT, "SLACK_APP_TOKEN": BOT},
        "SLACK_APP_TOKEN must begin with xapp-",
        "make an app-level token with connections:write",
    ),
    "a bot token alone": (
        {"SLACK_BOT_TOKEN": BOT},
        "With the bot token alone, nothing that people do in Slack arrives.",
        "Set SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET for HTTP.",
    ),
    "an app token alone": (
        {"SLACK_APP_TOKEN": APP},
        "SLACK_APP_TOKEN is set, and SLACK_BOT_TOKEN isn't",
        "set it too, or Slack stays off",
    ),
    "a signing secret alone": (
        {"SLACK_SIGNING_SECRET": SIGNING},
        "SLACK_SIGNING_SECRET is set, and SLACK_BOT_TOKEN isn't",
        "set it too, or Slack stays off",
    ),
    "a client secret for a signing secret": (
        {"SLACK_BOT_TOKEN": BOT, "SLACK_SIGNING_SECRET": "a-secret-of-another-kind"},
        *NO_SIGNING_SECRET,
    ),
    "a signing secret that was cut off": (
        {"SLACK_BOT_TOKEN": BOT, "SLACK_SIGNING_SECRET": SIGNING[:-1]},
        *NO_SIGNING_SECRET,
    ),
    "a space in a bot token": (
        {"SLACK_BOT_TOKEN": "xoxb-1 -a", "SLACK_SIGNING_SECRET": SIGNING},
        "SLACK_BOT_TOKEN must begin with xoxb- and have no space in it",
        "copy the Bot User OAuth Token from",
    ),
    "a line end in an app token": (
        {"SLACK_BOT_TOKEN": BOT, "SLACK_APP_TOKEN": "xapp-1\n-a"},
        "SLACK_APP_TOKEN must begin with xapp- and have no space in it",
        "make an app-level token with connections:write",
    ),
    "a client id that is none": (
        TEAMS | {"TEAMS_CLIENT_ID": "foo"},
        "TEAMS_CLIENT_ID must be the Application (client) ID",
        "of the app in Entra, such as 8f0a3a52-",
    ),
    "no Teams secret": (
        TEAMS | {"TEAMS_CLIENT_SECRET": ""},
        "TEAMS_CLIENT_SECRET is missing",
        "make a client secret at Certificates & secrets",
    ),
    "a secret's id for its value": (
        TEAMS | {"TEAMS_CLIENT_SECRET": GUID},
        "TEAMS_CLIENT_SECRET holds the secret's id",
        "set its value, which Entra shows once",
    ),
    "no tenant": (
        TEAMS | {"TEAMS_TENANT_ID": ""},
        *NO_TENANT,
    ),
    "a tenant that is none": (
        TEAMS | {"TEAMS_TENANT_ID": "our tenant"},
        *NO_TENANT,
    ),
    "a Teams secret alone": (
        {"TEAMS_CLIENT_SECRET": "Xy8~q"},
        "TEAMS_CLIENT_SECRET is set, and TEAMS_CLIENT_ID isn't",
        "set it too, or Teams stays off",
    ),
}
"""By what is wrong: the settings, what is said, and how to fix it. No network is needed."""


@pytest.mark.parametrize("wrong", WRITTEN)
def test_what_is_written_wrongly_is_named_and_nothing_is_served(
    anytown: Operator, wrong: str
) -> None:
    settings, what, how = WRITTEN[wrong]
    anytown.settings |= settings
    for command in ("check", "serve"):
        said = anytown.types(command)
        said.refused(what, how)
        assert [s for s in settings.values() if s and s in said.text and s != GUID] == []
        assert "Neither Slack nor Teams" not in said.text


ASKED: dict[str, tuple[Callable[[FakeSlack], None], str, str]] = {
    "a wrong token": (
        lambda peer: peer.lasting.__setitem__("auth.test", Refusal("invalid_auth")),
        "Slack doesn't accept SLACK_BOT_TOKEN (invalid_auth)",
        "copy it again from the app's page",
    ),
    "a revoked token": (
        lambda peer: peer.lasting.__setitem__("auth.test", Refusal("token_revoked")),
        "Slack has withdrawn SLACK_BOT_TOKEN (token_revoked)",
        "install the app in the workspace again",
    ),
    "another workspace's token": (
        lambda peer: setattr(peer, "team", "T77OTHER"),
        "The workspace T77OTHER is in no agency's slack_workspaces",
        "add it to the partnership",
    ),
    "a scope that is missing": (
        lambda peer: setattr(peer, "scopes", "chat:write,im:write"),
        "The Slack app lacks app_mentions:read",
        "install it anew with deploy/slack-manifest.yaml",
    ),
    "a proxy in between": (
        lambda peer: peer.lasting.__setitem__("auth.test", Broken(403)),
        "Slack can't be reached from here, so nothing could be asked",
        "is the network open?",
    ),
    "an outage": (
        lambda peer: peer.lasting.__setitem__("auth.test", Broken(503)),
        "Slack can't be reached from here, so nothing could be asked",
        "is the network open?",
    ),
}


@pytest.mark.parametrize("wrong", ASKED)
async def test_what_slack_says_is_named_and_serve_is_not_ready(
    operator: Operator, wrong: str
) -> None:
    order, what, how = ASKED[wrong]
    async with fake_slack.running() as peer:
        slack(operator, peer.api)
        order(peer)
        (await asyncio.to_thread(operator.types, "check")).refused(what, how)
        if wrong in ("a wrong token", "an outage"):
            async with serving(operator) as (log, state):
                assert what in log
                assert how in log
                assert "ready" not in log.replace("running, and not ready", "")
                assert state["slack"] == ("away" if wrong == "an outage" else "wrong")


async def test_a_platform_that_is_away_stops_neither_the_other_nor_the_web(
    operator: Operator,
) -> None:
    async with fake_teams.running() as teams:
        slack(operator, f"http://127.0.0.1:{free_port()}/api/")
        operator.settings |= {
            "TEAMS_CLIENT_ID": GUID,
            "TEAMS_SERVICE_HOSTS": teams.host,
            "TEAMS_STATIC_TOKEN": fake_teams.TOKEN,
            "TEAMS_OPENID_URL": teams.openid_url,
        }
        town = json.loads((operator.folder / "partnership.yaml").read_text("utf-8"))
        town["agencies"][0]["teams_tenants"] = [fake_teams.TENANT]
        (operator.folder / "partnership.yaml").write_text(json.dumps(town), "utf-8")
        async with serving(operator) as (log, state):
            assert "Slack can't be reached from here" in log
            assert (state["ready"], state["slack"], state["teams"]) == (True, "away", "ok")


async def test_secrets_with_what_a_file_left_around_them_are_read_as_meant(
    operator: Operator,
) -> None:
    async with fake_slack.running(people()) as peer:
        slack(operator, peer.api)
        assert (await asyncio.to_thread(operator.types, "migrate")).code == 0
        operator.settings |= {
            "SLACK_BOT_TOKEN": '\ufeff"xoxb-a"\n',
            "SLACK_SIGNING_SECRET": f"{SIGNING}\r\n",
        }
        said = await asyncio.to_thread(operator.types, "check")
    assert said.text.endswith("\nAll is well.\n")


def test_offline_teams_says_that_it_could_not_ask(anytown: Operator) -> None:
    anytown.settings |= TEAMS
    anytown.types("check").refused(
        "Microsoft's signing keys can't be fetched, so nothing could be asked",
        "Microsoft's sign-in can't be reached, so the secret could not be tried",
    )


@asynccontextmanager
async def serving(operator: Operator) -> AsyncIterator[tuple[str, dict[str, object]]]:
    """A server that has started: what it logged by then, and what /readyz tells."""
    port, own = free_port(), free_port()
    ports = {"UPSTANDER_PORT": str(port), "UPSTANDER_METRICS_PORT": str(own)}
    settings = operator.environment | ports
    with subprocess.Popen(
        [*COMMAND, "serve"], cwd=operator.folder, env=settings, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stderr is not None
            stream = process.stderr
            log = await asyncio.to_thread(until, stream, "ready$|not ready")
            async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as http:
                assert (await http.get("/receipt")).status_code == 200
                ready = f"http://127.0.0.1:{own}/readyz"
                state: dict[str, object] = (await http.get(ready)).json()
            yield log.string, state
        finally:
            process.kill()
