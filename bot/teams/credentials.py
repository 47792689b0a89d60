"""What is wrong with Teams' settings, each with what to do about it."""

import asyncio
from dataclasses import dataclass

import httpx

from bot.base.standing import Passing
from bot.teams.connector.keys import SigningKeys
from bot.teams.connector.tokens import NoTokenError, Tokens
from storage.partnership import Partnership

KEYS_AWAY = Passing(
    "Microsoft's signing keys can't be fetched, so nothing could be asked: is the network open to "
    "login.botframework.com?"
)
SIGN_IN_AWAY = Passing(
    "Microsoft's sign-in can't be reached, so the secret could not be tried: is the network open "
    "to login.microsoftonline.com?"
)
PATIENCE = 10.0
"""Seconds to wait for a token: nothing else waits longer for Microsoft than this."""


@dataclass(frozen=True)
class Credentials:
    """What Teams is reached with."""

    tokens: Tokens
    keys: SigningKeys
    partnership: Partnership

    async def problems(self) -> list[str]:
        """Lists everything that is wrong; empty if nothing is."""
        return [*self._tenants(), *await self._keys(), *await self._token()]

    def _tenants(self) -> list[str]:
        if any(agency.teams_tenants for agency in self.partnership.agencies):
            return []
        return ["No agency has a Teams tenant: add its id under teams_tenants."]

    async def _keys(self) -> list[str]:
        if not self.keys.has_keys:
            await self.keys.warm()
        if self.keys.has_keys:
            return []
        return [KEYS_AWAY]

    async def _token(self) -> list[str]:
        try:
            async with asyncio.timeout(PATIENCE):
                await self.tokens.token()
        except NoTokenError as refused:
            return [str(refused)]
        except (httpx.HTTPError, OSError, ValueError):
            return [SIGN_IN_AWAY]
        return []
