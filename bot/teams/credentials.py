"""What is wrong with Teams' settings, each with what to do about it: for `upstander check`."""

from dataclasses import dataclass

import httpx

from bot.teams.connector.keys import SigningKeys
from bot.teams.connector.tokens import NoTokenError, Tokens
from storage.partnership import Partnership


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
        await self.keys.warm()
        if self.keys.has_keys:
            return []
        return ["Microsoft's signing keys can't be fetched: is the network open to it?"]

    async def _token(self) -> list[str]:
        try:
            await self.tokens.token()
        except NoTokenError:
            return ["Microsoft gives the bot no token: look at TEAMS_CLIENT_ID and its secret."]
        except (httpx.HTTPError, OSError, ValueError):
            return ["Microsoft's sign-in can't be reached: is the network open to it?"]
        return []
