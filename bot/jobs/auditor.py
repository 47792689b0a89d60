"""Proof that the clock did its work: each hour what it left undone is counted, and set right.

A thread that waits for no step would wait for ever, and nobody would notice. Which threads those
are is a question to the database, so it is asked of the database, and not remembered.
"""

from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from bot.base import metrics
from bot.base.logs import log
from handlers.pause.rounds import LEFT_OPEN
from handlers.referral.owner import hours_of, limit_of, remind
from handlers.shared.release import release_at
from storage.crypto.errors import SealBrokenError
from storage.crypto.keys import Keys
from storage.delivery.stranded import (
    FORGET,
    PAUSED,
    RELEASE,
    SHOWN,
    SILENT,
    TURN,
    WAITS,
    Late,
    Overdue,
    Wait,
)
from storage.engine.clock import Clock
from storage.partnership import AgencyId, Partnership, WorkingTime, due
from storage.partnership.turns import Turn, after, first_turn, in_working_time
from storage.repository import Repository
from storage.schema import Thread

Heal = Callable[[Thread, Repository], Awaitable[None]]


class Auditor:
    """Runs in any number of processes at once: what one has set right, another leaves alone."""

    def __init__(
        self, engine: AsyncEngine, keys: Keys, partnership: Partnership, clock: Clock
    ) -> None:
        self._engine = engine
        self._keys = keys
        self._partnership = partnership
        self._clock = clock
        above = sum(stage.answers != "owner" for stage in partnership.stages)
        self._overdue = Overdue(engine, partnership.id, above)

    async def audit(self) -> int:
        """Counts what is late, and gives each stranded thread its step; how many those were."""
        late = await self.late()
        if late.count:
            log.said("steps are late", count=late.count, oldest_seconds=late.oldest.total_seconds())
        healed = 0
        for wait in WAITS:
            healed += await self._heal_all(wait)
        if healed:
            metrics.HEALED.inc(healed)
            log.said("threads waited for no step, and do now", count=healed)
        return healed

    async def late(self) -> Late:
        """Steps that were due ten minutes ago and more, and were not taken."""
        return await self._overdue.late(self._clock.now())

    async def _heal_all(self, wait: Wait) -> int:
        healed, after = 0, ""
        while stranded := await self._overdue.stranded(wait, after):
            for id in stranded:
                healed += await self._heal(wait, id)
            after = stranded[-1]
        return healed

    async def _heal(self, wait: Wait, id: str) -> bool:
        try:
            async with (
                AsyncSession(self._engine, expire_on_commit=False) as session,
                session.begin(),
            ):
                repo = Repository(session, self._partnership, self._keys, self._clock.now())
                thread = await repo.thread(id)
                if thread is None or not await self._overdue.is_stranded(session, wait, id):
                    return False  # somebody acted on it meanwhile
                await _HEALS[wait.name](thread, repo)
                repo.note(id, f"clock set again: {wait.name}")
                await repo.finish()
                return True
        except (SQLAlchemyError, SealBrokenError, LookupError, ValueError) as error:
            log.failed("healing", error)  # the others are healed all the same
            return False


async def _release(thread: Thread, repo: Repository) -> None:
    at = release_at(thread.release, thread.agency, repo)
    repo.timers.remind(thread, "release", at or repo.now)


async def _forget(thread: Thread, repo: Repository) -> None:
    repo.timers.remind(thread, "forget", repo.now + repo.answered_for)


async def _turn(thread: Thread, repo: Repository) -> None:
    referral = await repo.referrals.of(thread)
    limit, hours = limit_of(referral, repo), await hours_of(thread, referral, repo)
    if repo.now < referral.answer_by:
        turn = first_turn(limit, hours, repo.now, referral.answer_by)
    elif referral.heard:  # whoever made it was asked when it fell due, and so was whoever has it
        home = repo.partnership.agency(AgencyId(thread.agency))
        turn = after("due", limit, hours, repo.now, referral.answer_by, home)
    else:
        turn = Turn("due", in_working_time(repo.now, limit, hours))
    remind(thread, turn, repo)


async def _silent(thread: Thread, repo: Repository) -> None:
    """A working day after the day on which it is due; in danger they have the whole limit again."""
    challenge = await repo.challenges.of(thread)
    agency = repo.partnership.agency(AgencyId(thread.agency))
    if thread.danger:
        at = due(repo.partnership.times.danger_answer, agency, repo.now)
    else:
        end = datetime.combine(challenge.due or repo.today, time.max, ZoneInfo(agency.timezone))
        working = WorkingTime(agency)
        at = working.next_opening(max(repo.now, end.astimezone(UTC)))
    repo.timers.remind(thread, "silent", at)


async def _shown(thread: Thread, repo: Repository) -> None:
    opinion = await repo.opinions.of(thread)
    repo.timers.remind(thread, "due", max(repo.now, opinion.due_at or repo.now))


async def _paused(thread: Thread, repo: Repository) -> None:
    pause = await repo.pauses.of(thread)
    if pause.ballot is None:
        repo.timers.remind(thread, "forget", repo.now + LEFT_OPEN)
    else:
        at = max(repo.now, pause.closes_at or repo.now)
        repo.timers.remind(thread, "reveal", at, str(pause.round))


_HEALS: Mapping[str, Heal] = {
    RELEASE.name: _release,
    FORGET.name: _forget,
    TURN.name: _turn,
    SILENT.name: _silent,
    SHOWN.name: _shown,
    PAUSED.name: _paused,
}
