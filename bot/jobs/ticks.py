"""What happens by the clock: due steps are taken, the outbox is drained, both stores are swept."""

from collections.abc import Sequence
from datetime import datetime
from time import monotonic

from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from bot.base.logs import log
from bot.core.courier import Courier
from bot.core.outbox_writer import post
from bot.jobs.auditor import Auditor
from bot.jobs.digest import Digests
from bot.jobs.recalculator import Recalculator
from handlers.registry import commands
from storage.audit.days import seal_days
from storage.crypto.keys import Keys
from storage.delivery.due_steps import AT_ONCE, DueStep, StepStore
from storage.delivery.outbox import OutboxStore
from storage.delivery.stranded import Late
from storage.engine.clock import Clock
from storage.keyring.ballots import Ballots, Counted
from storage.keyring.store import Keyring
from storage.maintenance.reconcile import reconcile
from storage.partnership import Partnership
from storage.repository import Repository
from storage.repository.deduplication import Seen
from storage.repository.preloaded import Ahead


class Ticks:
    """Each tick may run in any number of processes at once."""

    def __init__(
        self,
        engine: AsyncEngine,
        keyring: Keyring,
        keys: Keys,
        partnership: Partnership,
        clock: Clock,
        courier: Courier,
        outbox: OutboxStore,
    ) -> None:
        self._outbox = outbox
        self._engine = engine
        self._keyring = keyring
        self._keys = keys
        self._partnership = partnership
        self._clock = clock
        self._courier = courier
        self._steps = StepStore(engine, partnership.id)
        self._ballots = Ballots(keyring)
        self._seen = Seen(engine, partnership.id, keys, clock)
        self._auditor = Auditor(engine, keys, partnership, clock)
        self._realigner = Recalculator(engine, keys, partnership, clock)
        self._mornings = Digests(engine, keys, partnership, clock)
        self.ran_at = monotonic()
        """When the steps last went through; this process's own clock, which nobody moves."""

    async def sweep(self) -> None:
        """Mends what a crash left between main and keyring. Runs before anything is served."""
        mended = await reconcile(
            self._engine, self._keyring, self._keys, self._partnership.id, self._clock.now().date()
        )
        log.said("swept both stores", orphans=mended.orphans, closed=mended.closed)

    async def steps(self) -> int:
        """Takes every step that is due, many together."""
        taken = 0
        while some := await self._some():
            taken += some
            self.ran_at = monotonic()
        if taken:
            self._courier.wake()
        self.ran_at = monotonic()
        return taken

    async def _some(self) -> int:
        ended: list[str] = []
        counted: list[Counted] = []

        async def take(session: AsyncSession, steps: Sequence[DueStep]) -> None:
            repo = Ahead(session, self._partnership, self._keys, self._clock.now(), self._ballots)
            await repo.read([step.thread_id for step in steps])
            for step in steps:
                await _decide(step, repo)
            await repo.finish()
            ended.extend(repo.ended)
            counted.extend(repo.pauses.counted)

        try:
            taken = await self._steps.take_some(self._clock.now(), take)
        except Exception as error:
            # One of them spoils it for all, so each is taken for itself.
            log.failed("steps", error)
            return await self._each()
        await self._ballots.burn(counted)
        await self._keyring.destroy(ended)
        return taken

    async def _each(self) -> int:
        taken = 0
        while taken < AT_ONCE and await self._one():
            taken += 1
        return taken

    async def _one(self) -> bool:
        ended: list[str] = []
        begun: list[str] = []
        counted: list[Counted] = []

        async def take(session: AsyncSession, step: DueStep) -> None:
            begun.append(step.id)
            repo = Repository(
                session, self._partnership, self._keys, self._clock.now(), self._ballots
            )
            await _decide(step, repo)
            await repo.finish()
            ended.extend(repo.ended)
            counted.extend(repo.pauses.counted)

        try:
            found = await self._steps.take_one(self._clock.now(), take)
        except Exception as error:
            log.failed("step", error)
            for id in begun:
                await self._steps.postpone(id, self._clock.now())
            return bool(begun)
        await self._ballots.burn(counted)
        await self._keyring.destroy(ended)
        return found

    async def outbox(self) -> None:
        """Delivers what is due."""
        while await self._courier.drain():
            pass

    async def audit(self) -> int:
        """Counts what the clock left undone, and sets it right."""
        return await self._auditor.audit()

    async def recalculate(self) -> int:
        """Moves what is open to when it is due by the partnership's file as it is now."""
        moved = await self._realigner.recalculate()
        if moved:
            self._courier.wake()
        return moved

    async def digests(self) -> int:
        """Sends the leads of agencies that have opened what waits for them."""
        begun = await self._mornings.begin()
        if begun:
            self._courier.wake()
        return begun

    async def late(self) -> Late:
        """Steps that were due ten minutes ago and more, and were not taken."""
        return await self._auditor.late()

    async def tidy(self) -> None:
        """Forgets what is kept for minutes or days only."""
        await self._seen.tidy()

    async def rotate(self) -> None:
        """Turns the keyring's ratchet, so that an old copy of it opens nothing."""
        await self._keyring.rotate()

    async def seal(self) -> None:
        """Seals the audit of the days that are over."""
        await seal_days(self._engine, self._keys, self._partnership.id, self._clock.now().date())

    async def settle(self) -> None:
        """Takes and delivers everything due until nothing is: for the demo and for tests."""
        while await self.steps():
            await self.outbox()
        await self.outbox()

    async def next_due(self) -> datetime | None:
        """When something falls due next: a step, or a message."""
        now = self._clock.now()
        found = (await self._steps.next_due(now), await self._outbox.next_due(now))
        return min((due for due in found if due is not None), default=None)

    async def overdue_seconds(self) -> float:
        """How long the oldest step has waited beyond its time."""
        now = self._clock.now()
        due = await self._steps.oldest_due(now)
        return (now - due).total_seconds() if due else 0.0


async def _decide(step: DueStep, repo: Repository) -> None:
    thread = await repo.thread(step.thread_id)
    decide = commands()[step.command].steps.get(step.name)
    if thread is not None and decide is not None:
        await post(repo, await decide(thread, step.arg, repo))
