"""How a platform stands: what is wrong with it now, said once in the log and always in /readyz."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Literal

from bot.base.logs import log

SOON = 60.0
"""Seconds between two looks while something is wrong."""
RARELY = 3600.0
PATIENCE = 5.0
State = Literal["starting", "ok", "away", "wrong"]


class Passing(str):
    """A problem that may pass by itself: whoever couldn't be reached is asked again."""

    __slots__ = ()


class Standing:
    """What was found the last time that a platform was asked."""

    def __init__(
        self, name: str, ask: Callable[[], Awaitable[list[str]]], patience: float = PATIENCE
    ) -> None:
        self._name = name
        self._patience = patience
        self._ask = ask
        self._problems: Sequence[str] | None = None
        self._asked = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    @property
    def state(self) -> State:
        """Gives `away` while it can't be reached, and `wrong` when somebody must mend something."""
        if self._problems is None:
            return "starting"
        if not self._problems:
            return "ok"
        return "away" if all(isinstance(p, Passing) for p in self._problems) else "wrong"

    async def start(self) -> None:
        """Asks, and goes on asking: each minute while anything is wrong, and else each hour.
        Whoever starts waits a few seconds for the first answer, and no longer."""
        self._task = asyncio.create_task(self._watch(), name=f"{self._name} standing")
        with suppress(TimeoutError):
            async with asyncio.timeout(self._patience):
                await self._asked.wait()

    async def stop(self) -> None:
        """Asks no more."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _watch(self) -> None:
        while True:
            await self.look()
            self._asked.set()
            await asyncio.sleep(RARELY if self.state == "ok" else SOON)

    async def look(self) -> None:
        """Asks again; what has changed since goes to the log, each in one sentence."""
        try:
            found = await self._ask()
        except Exception as error:
            log.failed(f"asking {self._name} how it stands", error)
            found = [Passing(f"{self._name} answers what nobody expects.")]
        before, self._problems = self._problems or (), found
        for problem in found:
            if problem not in before:
                log.wrong(problem)
        if before and not found:
            log.said(f"{self._name} is well again")
