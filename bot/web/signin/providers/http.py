"""Asks providers: over TLS, for so many bytes and seconds, and led nowhere else."""

from dataclasses import dataclass
from typing import Any, Final

import httpx

from bot.web.signin.providers.tokens import Claims

SECONDS: Final = 10.0
_MOST: Final = 256 * 1024


class AwayError(Exception):
    """A provider doesn't answer, or says that it can't: that says nothing of the person."""

    def __init__(self) -> None:
        super().__init__("The provider gave no answer.")


@dataclass(frozen=True)
class Http:
    """Where requests to providers leave; tests put a peer of theirs behind it."""

    transport: Any = None

    async def asked(self, method: str, url: str, **how: Any) -> tuple[int, Claims]:
        """Asks, and gives the status with what JSON came. Raises AwayError without an answer."""
        try:
            async with httpx.AsyncClient(transport=self.transport, timeout=SECONDS) as client:
                answer = await client.request(method, url, **how)
            found = answer.json() if len(answer.content) <= _MOST else None
        except (httpx.HTTPError, ValueError):
            # `from None`: its text may have a code or a secret in it.
            raise AwayError from None
        if answer.status_code >= 500 or not isinstance(found, dict):
            raise AwayError
        return answer.status_code, found

    def blocking(self) -> httpx.Client:
        """Gives a client for msal, which blocks; whoever takes it closes it."""
        return httpx.Client(transport=self.transport, timeout=SECONDS)
