"""Whether this process can take what people send, and does what falls due: asked by `/readyz`."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from time import monotonic
from typing import Final

from sqlalchemy.ext.asyncio import AsyncEngine

from bot.base.logs import log
from storage.engine.failures import is_full
from storage.engine.probe import probe

FRESH: Final = 5.0
"""Seconds for which a good answer holds."""
WAIT: Final = 5.0
"""Seconds within which the databases have to answer."""
STOPPED: Final = 600.0
"""Seconds without the clock, after which this process is not ready."""
HANGS: Final = "a database doesn't answer"
CLOCK: Final = "the clock of this process has stopped: start it anew"


@dataclass(frozen=True)
class Ready:
    """What `/readyz` says."""

    why: tuple[str, ...]
    """Why it isn't; empty when all is well."""
    numbers: Mapping[str, object] = field(default_factory=dict)


def unstored(name: str, error: Exception) -> str:
    """Says why nothing can be stored in a database."""
    if is_full(error):
        return f"the {name} database has no room left: make room on its disk"
    return (
        f"nothing can be stored in the {name} database: look whether it runs, whether this server "
        "reaches it, and whether it may be written"
    )


Work = Callable[[], Awaitable[Ready]]
"""Looks at what this process has to do: asked only when both stores are sound."""


class Readiness:
    """Looks at both stores, at most once in a few seconds, and waits for them no longer."""

    def __init__(
        self, stores: Mapping[str, tuple[AsyncEngine, str]], ran_at: Callable[[], float]
    ) -> None:
        self._stores = stores
        self._ran_at = ran_at
        self._looking: asyncio.Task[Ready] | None = None
        self._began = 0.0
        self._sound_at = monotonic() - FRESH
        self._said: tuple[str, ...] = ()

    async def look(self, work: Work) -> Ready:
        """Tells whether all is well, within a few seconds whatever happens."""
        found = await self._newest(work)
        if monotonic() - self._ran_at() >= STOPPED:
            found = Ready((*found.why, CLOCK), found.numbers)
        if found.why != self._said:
            self._said = found.why
            log.said(f"not ready: {'; '.join(found.why)}" if found.why else "ready again")
        return found

    async def _newest(self, work: Work) -> Ready:
        task = self._looking
        if task is None or task.done():
            task = self._looking = asyncio.create_task(self._look(work), name="readiness")
            self._began = monotonic()
        # Whoever asks while one look hangs isn't kept waiting once more.
        await asyncio.wait({task}, timeout=max(WAIT + self._began - monotonic(), 0.05))
        return task.result() if task.done() else Ready((HANGS,))

    async def _look(self, work: Work) -> Ready:
        try:
            why = tuple(filter(None, await self._probed()))
            return Ready(why) if why else await work()
        except Exception as error:
            log.failed("readiness", error)
            return Ready((HANGS,))

    async def _probed(self) -> Sequence[str]:
        if monotonic() - self._sound_at < FRESH:
            return ()
        # A group that is ended waits for all of it: each holds a connection.
        async with asyncio.TaskGroup() as trying:
            each = [self._store(name, *where) for name, where in self._stores.items()]
            tried = [trying.create_task(one) for one in each]
        why = [one.result() for one in tried]
        if not any(why):
            self._sound_at = monotonic()
        return why

    async def _store(self, name: str, engine: AsyncEngine, url: str) -> str:
        try:
            await probe(engine, url)
        except Exception as error:
            log.failed("readiness", error)
            return unstored(name, error)
        return ""

    def forget(self) -> None:
        """Looks anew the next time, whatever was found a moment ago."""
        self._sound_at = monotonic() - FRESH

    async def stop(self) -> None:
        """Ends what is under way."""
        if self._looking is not None:
            self._looking.cancel()
            await asyncio.gather(self._looking, return_exceptions=True)
