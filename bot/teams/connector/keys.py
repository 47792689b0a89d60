"""Microsoft's signing keys, fetched beside the event loop and kept; never while a request waits."""

import asyncio
import time
from collections.abc import Callable, Mapping
from typing import Any

import httpx
import jwt

from bot.base.logs import log

PAUSE = 60.0
"""Seconds between two fetches, so that made-up key ids can't make us knock without end."""
EVERY = 6 * 3600.0
CHANNEL = "msteams"


class SigningKeys(jwt.PyJWKClient):
    """Keeps the keys in memory. The SDK asks it as it would ask its own client."""

    def __init__(
        self, openid_url: str, http: httpx.AsyncClient, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(openid_url)
        self._http = http
        self._clock = clock
        self._set: jwt.PyJWKSet | None = None
        self._endorsed: frozenset[str] = frozenset()
        self._tried: float | None = None
        self._lock = asyncio.Lock()

    def get_jwk_set(self, refresh: bool = False) -> jwt.PyJWKSet:
        """Gives the keys in memory: this is called on the event loop, so it never fetches."""
        del refresh
        if self._set is None:
            raise jwt.PyJWKClientError("No signing keys yet.")
        return self._set

    @property
    def has_keys(self) -> bool:
        """Whether any were fetched."""
        return self._set is not None

    def endorses(self, key_id: str) -> bool:
        """Tells whether Microsoft says that this key may speak for Teams."""
        return key_id in self._endorsed

    async def meet(self, key_id: str) -> None:
        """Fetches again for a key nobody has seen, but not more than once a minute."""
        async with self._lock:
            known = self._set is not None and any(k.key_id == key_id for k in self._set.keys)
            rested = self._tried is None or self._clock() - self._tried >= PAUSE
            if not known and rested:
                await self._fetch()

    async def warm(self) -> None:
        """Fetches now."""
        async with self._lock:
            await self._fetch()

    async def stay_warm(self) -> None:
        """Fetches now and then, for ever."""
        while True:
            await asyncio.sleep(EVERY)
            await self.warm()

    async def _fetch(self) -> None:
        self._tried = self._clock()
        try:
            metadata = await self._get(self.uri)
            keys = await self._get(str(metadata["jwks_uri"]))
            self._set = jwt.PyJWKSet.from_dict(keys)
        except (httpx.HTTPError, ValueError, KeyError, jwt.PyJWTError) as error:
            log.failed("fetching Teams' signing keys", error)
            return
        self._endorsed = frozenset(_endorsed(keys))

    async def _get(self, url: str) -> dict[str, Any]:
        answer = await self._http.get(url)
        answer.raise_for_status()
        found = answer.json()
        if not isinstance(found, dict):
            raise ValueError("Not an object.")
        return found


def _endorsed(keys: Mapping[str, Any]) -> list[str]:
    named = [key for key in keys.get("keys", ()) if isinstance(key, dict)]
    return [str(key["kid"]) for key in named if CHANNEL in key.get("endorsements", ())]
