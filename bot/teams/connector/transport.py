"""Tries again for a moment when Teams asks for that; longer waits are the courier's affair."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx

PASSING = frozenset({412, 429, 502, 504})
"""Microsoft asks bots to repeat these."""

TRIES = 3
PATIENCE = 2.0
"""Seconds to wait here at most."""

Sleep = Callable[[float], Awaitable[None]]


class Retrying(httpx.AsyncBaseTransport):
    """Repeats a request a few times, as `Retry-After` says."""

    def __init__(self, inner: httpx.AsyncBaseTransport, sleep: Sleep = asyncio.sleep) -> None:
        self._inner = inner
        self._sleep = sleep

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Gives the first answer that isn't passing, or the last."""
        answer = await self._inner.handle_async_request(request)
        for tried in range(1, TRIES):
            if answer.status_code not in PASSING:
                break
            pause = retry_after(answer)
            pause = 0.25 * tried if pause is None else pause
            if pause > PATIENCE:
                break
            await answer.aclose()
            await self._sleep(pause)
            answer = await self._inner.handle_async_request(request)
        return answer

    async def aclose(self) -> None:
        """Closes the connections."""
        await self._inner.aclose()


def retry_after(answer: httpx.Response) -> float | None:
    """Reads how many seconds an answer asks us to wait, if it does."""
    said = answer.headers.get("retry-after", "").strip()
    if said.isdecimal():
        return float(said)
    try:
        then = parsedate_to_datetime(said)
    except ValueError:
        return None
    then = then if then.tzinfo else then.replace(tzinfo=UTC)
    return max(0.0, (then - datetime.now(UTC)).total_seconds())
