"""A dead man's switch: somebody else's server is asked each minute, while all is well here.

It rings whoever runs this when nobody asks any more. Nothing goes along: no body, no number, and
nothing that differs from minute to minute.
"""

from collections.abc import Awaitable, Callable

import httpx
from pydantic import SecretStr

from bot.base.logs import log
from bot.jobs.ticks import Ticks

WAIT = 10.0


class Heartbeat:
    """Beats for one process: it has to have done the clock's work itself."""

    def __init__(
        self, url: SecretStr, ticks: Ticks, stuck_seconds: Callable[[], Awaitable[float]]
    ) -> None:
        self._stuck_seconds = stuck_seconds
        self._url = url
        self._ticks = ticks
        self._last = ticks.ran_at

    async def beat(self) -> bool:
        """Asks for the address if the steps went through since, none is late, and no message is
        stuck."""
        ran = self._ticks.ran_at
        if ran == self._last or (await self._ticks.late()).count or await self._stuck_seconds():
            return False
        self._last = ran
        headers = {"user-agent": "upstander"}
        try:
            async with httpx.AsyncClient(timeout=WAIT, headers=headers) as http:
                answer = await http.get(self._url.get_secret_value())
        except httpx.HTTPError as error:
            log.failed("heartbeat", error)
            return False
        if not answer.is_success:
            log.said("heartbeat was refused", status=answer.status_code)
        return answer.is_success
