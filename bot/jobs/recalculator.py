"""Finds what stands by old rules, and has it moved: a few hundred a transaction, each for once.

A server that dies on the way begins again where it was: what was moved has the new rules.
"""

import asyncio

from bot.base.logs import log
from bot.core.unit_of_work import SPOILS, Transactions
from handlers.referral.case import ReferralCase
from handlers.referral.recalculation import recalculate
from storage.partnership.turns import rules_of
from storage.repository.referrals import Moved

AT_ONCE = 500
YIELDING = 20
"""After so many others are served: on SQLite nothing else in a transaction lets go of the loop."""
Old = tuple[str, str, str]
"""A kind, an agency, and the rules by which their deadlines stand."""


class Recalculator:
    """Runs in any number of processes at once: they pass over what another one holds."""

    def __init__(self, transactions: Transactions, most: int = AT_ONCE) -> None:
        self._transactions = transactions
        self._partnership = transactions.partnership
        self._most = most
        self._moved = Moved(transactions.engine, transactions.partnership.id)

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
            except SPOILS as error:
                log.failed("recalculating", error)
                if most == 1 and not begun:
                    return moved
                # One of them spoils it for all: each for itself from here, and that one not now.
                last, most = begun[-1] if most == 1 else last, 1
                continue
            if not begun:
                return moved
            moved, last = moved + len(begun), begun[-1]

    async def _some(self, old: Old, after: str, most: int, begun: list[str]) -> None:
        async with self._transactions.begin_many() as work:
            begun += await self._moved.some(work.session, *old, after, most)
            await work.repo.read(begun)
            await work.repo.read_turns(begun)
            for number, id in enumerate(begun, 1):
                thread = await work.repo.thread(id)
                if thread is not None:
                    case = await ReferralCase.of(thread, work.repo)
                    await work.post(await recalculate(case))
                if number % YIELDING == 0:
                    await asyncio.sleep(0)
