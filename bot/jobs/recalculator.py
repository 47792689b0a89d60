"""Finds what stands by old rules, and has it moved: a few hundred a transaction, each for once.

A server that dies on the way begins again where it was: what was moved has the new rules.
"""

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from bot.base.logs import log
from bot.core.outbox_writer import post
from handlers.referral.recalculation import recalculate
from storage.crypto.errors import SealBrokenError
from storage.crypto.keys import Keys
from storage.engine.clock import Clock
from storage.partnership import Partnership
from storage.partnership.turns import rules_of
from storage.repository.preloaded import Ahead
from storage.repository.referrals import Moved

AT_ONCE = 500
Old = tuple[str, str, str]
"""A kind, an agency, and the rules by which their deadlines stand."""


class Recalculator:
    """Runs in any number of processes at once: they pass over what another one holds."""

    def __init__(
        self,
        engine: AsyncEngine,
        keys: Keys,
        partnership: Partnership,
        clock: Clock,
        most: int = AT_ONCE,
    ) -> None:
        self._engine = engine
        self._keys = keys
        self._partnership = partnership
        self._clock = clock
        self._most = most
        self._moved = Moved(engine, partnership.id)

    async def recalculate(self) -> int:
        """Moves everything that is open and stands by old rules; gives how many that were."""
        now = {
            (kind.id, str(agency.id)): rules_of(kind.within, agency)
            for agency in self._partnership.agencies
            for kind in self._partnership.referrals
        }
        moved = 0
        for kind, agency, rules in await self._moved.rules():
            # A kind or an agency that the file no longer has keeps what it was promised.
            if now.get((kind, agency), rules) != rules:
                moved += await self._all((kind, agency, rules))
        if moved:
            log.said("referrals stand by the new rules now", count=moved)
        return moved

    async def _all(self, old: Old) -> int:
        moved, last, most = 0, "", self._most
        while True:
            begun: list[str] = []
            try:
                await self._some(old, last, most, begun)
            except (SQLAlchemyError, SealBrokenError, LookupError, ValueError) as error:
                log.failed("realigning", error)
                if most == 1 and not begun:
                    return moved
                # One of them spoils it for all: each for itself from here, and that one not now.
                last, most = begun[-1] if most == 1 else last, 1
                continue
            if not begun:
                return moved
            moved, last = moved + len(begun), begun[-1]

    async def _some(self, old: Old, after: str, most: int, begun: list[str]) -> None:
        async with AsyncSession(self._engine, expire_on_commit=False) as session, session.begin():
            begun += await self._moved.some(session, *old, after, most)
            repo = Ahead(session, self._partnership, self._keys, self._clock.now())
            await repo.read(begun)
            for id in begun:
                thread = await repo.thread(id)
                if thread is not None:
                    await post(
                        repo, await recalculate(thread, await repo.referrals.of(thread), repo)
                    )
            await repo.finish()
