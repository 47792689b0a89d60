"""Teams, put together. Imported only when Teams is configured: the SDK takes a second and 85 MB."""

import asyncio
import logging
import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import httpx
from microsoft_teams.api.auth.cloud_environment import PUBLIC, with_overrides
from starlette.applications import Starlette

from bot.base.logs import log
from bot.base.standing import Standing
from bot.core.delivery.attempts import PATIENCE
from bot.core.ports import Directory, Dispatching
from bot.teams.activities import Intake
from bot.teams.connector.client import TeamsClient
from bot.teams.connector.hosts import Hosts
from bot.teams.connector.keys import SigningKeys
from bot.teams.connector.rosters import Rosters
from bot.teams.connector.server import PATH, InboundTokens, Server
from bot.teams.connector.tokens import MsalTokens, StaticToken, Tokens
from bot.teams.connector.transport import Retrying
from bot.teams.credentials import Credentials
from bot.teams.guard import TeamsGuard
from bot.teams.onboarding import Onboarding
from bot.teams.people import TeamsPeople
from storage.partnership import Partnership

TIMEOUT = 15.0
DAY = 24 * 60 * 60
SOON = 60

LOUD = ("microsoft_teams", "microsoft_teams.common.http.client", "httpx", "httpcore", "msal")
"""Loggers that write whole activities, or addresses with conversation ids in them. The SDK sets
httpx's level back to that of its own HTTP client, so that one is named as well."""


@dataclass(eq=False, repr=False)
class TeamsEdge:
    """Teams: a route, a client for the courier, and keys that are kept warm."""

    client: TeamsClient
    server: Server
    credentials: Credentials
    http: tuple[httpx.AsyncClient, ...]
    onboarding: Onboarding
    standing: Standing
    _warming: asyncio.Task[None] | None = None
    _renewing: asyncio.Task[None] | None = None

    def mount(self, app: Starlette) -> None:
        """Adds POST /teams/messages."""
        app.add_route(PATH, self.server.answer, methods=["POST"])

    async def start(self) -> None:
        """Fetches the signing keys and lets requests in. Without keys, every request gets 401.
        What is wrong is told, and Microsoft asked again, however long it takes."""
        quieten()
        await self.standing.start()
        self.server.open()
        self._warming = asyncio.create_task(self.credentials.keys.stay_warm(), name="teams keys")
        self._renewing = asyncio.create_task(self._renew(), name="teams onboarding")

    async def _renew(self) -> None:
        while True:
            try:
                await self.onboarding.renew()
                await asyncio.sleep(DAY)
            except Exception as error:  # whatever it was, the directory is not left as it is
                log.failed("teams onboarding", error)
                await asyncio.sleep(SOON)

    async def check(self) -> list[str]:
        """Finds what is wrong with the settings, for `upstander check`."""
        found = await self.credentials.problems()
        await self.stop()
        return found

    async def stop(self) -> None:
        """Closes connections."""
        await self.standing.stop()
        tasks = [task for task in (self._renewing, self._warming) if task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.gather(*(client.aclose() for client in self.http))


def quieten() -> None:
    """Keeps the libraries from writing people, conversations and content to the log."""
    for name in LOUD:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


@cache
def _trusted() -> ssl.SSLContext:
    # Reading the certificate authorities takes a fifth of a second: once is enough.
    return httpx.create_ssl_context()


def build_teams(
    *,
    client_id: str,
    client_secret: str,
    tenant_id: str,
    openid_url: str = "",
    service_hosts: Sequence[str] = (),
    static_token: str = "",
    dispatch: Dispatching,
    partnership: Partnership,
    members: Directory,
    certificate: Path | None = None,
    pages: str = "",
) -> TeamsEdge:
    """Puts Teams together. Does no network I/O: that is `start`'s. `pages` is empty where nobody
    can sign in in a browser."""
    quieten()
    hosts = Hosts(service_hosts)
    tokens: Tokens = MsalTokens(client_id, tenant_id, client_secret, certificate)
    if static_token:
        tokens = StaticToken(static_token)
    sending, fetching = _connections()
    client = TeamsClient(sending, tokens, hosts, bot_id=f"28:{client_id}")
    cloud = with_overrides(PUBLIC, openid_metadata_url=openid_url or None)
    keys = SigningKeys(cloud.openid_metadata_url, fetching)
    people = TeamsPeople(partnership)
    onboarding = Onboarding(people, members, Rosters(sending, tokens, hosts), client)
    client.people = onboarding
    intake = Intake(dispatch, people, members, client, onboarding, pages)
    take = onboarding.before(intake.take)
    server = Server(TeamsGuard(hosts), InboundTokens(client_id, cloud, keys), take)
    credentials = Credentials(tokens, keys, partnership)
    standing = Standing("Teams", credentials.problems)
    return TeamsEdge(client, server, credentials, (sending, fetching), onboarding, standing)


def _connections() -> tuple[httpx.AsyncClient, httpx.AsyncClient]:
    """One to send with, which tries again for a moment; one to fetch keys with."""
    transport = Retrying(httpx.AsyncHTTPTransport(verify=_trusted(), retries=1))
    patient = httpx.Timeout(TIMEOUT, read=PATIENCE.total_seconds())
    sending = httpx.AsyncClient(transport=transport, timeout=patient)
    return sending, httpx.AsyncClient(verify=_trusted(), timeout=TIMEOUT)
