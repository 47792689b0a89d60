"""What happens by the clock: due steps are taken, the outbox is drained, both stores are swept."""

import asyncio
from datetime import datetime, timedelta
from time import monotonic

from bot.base.logs import log
from bot.core.delivery.courier import Courier
from bot.core.unit_of_work import LeftoverError, Transactions, UnitOfWork
from bot.core.waiting.news import News
from bot.core.waiting.releasing import Releasing
from bot.jobs.afterwards import FaredCounts
from bot.jobs.auditor import Auditor
from bot.jobs.digest import Digests
from bot.jobs.follower import Follower
from bot.jobs.insight import InsightFigures
from bot.jobs.joiners import Joiners
from bot.jobs.leavers import Leavers
from bot.jobs.quarterly import Quarterly
from bot.jobs.recalculator import Recalculator
from bot.jobs.timekeeper import Timekeeper
from handlers.registry import commands
from storage.audit.days import seal_days
from storage.delivery.due_steps import AT_ONCE, DueStep, StepStore
from storage.delivery.mailboxes import Mailboxes
from storage.delivery.outbox import OutboxStore
from storage.delivery.web_boxes import WebBoxes
from storage.directory.accounts import tidy_codes
from storage.directory.session_marks import SessionMarks
from storage.maintenance.pairing import Pairing
from storage.maintenance.reconcile import reconcile, sweep_orphans
from storage.partnership import earliest_day
from storage.repository import Repository
from storage.repository.deduplication import SeenEvents

YIELDING = 5
"""After so many others are served: on SQLite nothing else in a transaction lets go of the loop."""

BEFORE = timedelta(seconds=30)
"""So long is waited for what began before; what takes longer is compared within the hour."""


class Ticks:
    """Each tick may run in any number of processes at once."""

    def __init__(
        self,
        transactions: Transactions,
        courier: Courier,
        outbox: OutboxStore,
        news: News,
        follower: Follower,
    ) -> None:
        self._news, self.release = news, Releasing(transactions, news).release
        of = self._transactions = transactions
        self._commands = commands()
        self._outbox = outbox
        self._courier = courier
        self._steps = StepStore(of.engine, of.partnership.id)
        # The ticks that others do.
        timekeeper = Timekeeper(of, outbox)
        self.keep_time, self.was_set_lately = timekeeper.keep_time, timekeeper.was_set_lately
        auditor = Auditor(of)
        self.audit, self.late = auditor.audit, auditor.late
        leavers = Leavers(of)
        self.depart, self.compare = leavers.depart, leavers.compare
        self._joiners = Joiners(of)
        self.recalculate = Recalculator(of).recalculate
        digests = Digests(of)
        self.digests, self.next_morning = digests.begin, digests.next_morning
        self.ask_quarterly = Quarterly(of).ask
        self._follower, self._compared = follower, 0
        self.count_fared = FaredCounts(of).count
        self.publish_figures = InsightFigures(of, self.count_fared).publish
        self._seen = SeenEvents(of.engine, of.partnership.id, of.keys, of.clock)
        self._mailboxes = Mailboxes(of.engine, of.partnership.id)
        self._marks = SessionMarks(of.engine, of.partnership.id)
        self._boxes = WebBoxes(of.engine, of.partnership.id, of.keys)
        self.rotate = of.keyring.rotate
        self.pairing = Pairing(of.engine, of.keyring.engine, of.partnership.id)
        self.ran_at = monotonic()
        """When the steps last went through; this process's own clock, which nobody moves."""

    async def sweep(self) -> None:
        """Sets right what a crash left between main and keyring. Runs before anything is served.

        Raises StoresApartError, and takes nothing, where the two don't belong together.
        """
        of = self._transactions
        await self.pairing.verify()
        today = earliest_day(of.partnership, of.clock.now())
        left = await reconcile(of.engine, of.keyring, of.keys, of.partnership.id, today)
        log.said("swept both stores", orphans=left.orphans, closed=left.closed)

    async def follow(self) -> None:
        """Follows the partnership's newest version; what former people hold moves on at once."""
        await self._follower.follow()
        if self._follower.number != self._compared:
            since = self._compared or self._follower.number - 1
            self._compared = self._follower.number
            # What began by the version before may still ask somebody who leads no more.
            await self._transactions.underway.over(BEFORE)
            await self.compare()
            await self._joiners.ask(since)
            await self.recalculate()

    async def tidy_stores(self) -> None:
        """Destroys addresses that a failed submission left behind, and renews both stores' mark."""
        of = self._transactions
        await self.pairing.renew()
        if orphans := await sweep_orphans(of.engine, of.keyring, of.partnership.id):
            log.said("swept the keyring", orphans=orphans)

    async def steps(self) -> int:
        """Takes every step that is due, many together; gives how many those were.

        What has waited for its release enters main before, and is a step there.
        """
        taken = await self.release()
        while some := await self._some():
            taken += some
            self.ran_at = monotonic()
        self.ran_at = monotonic()
        return taken

    async def _some(self) -> int:
        try:
            async with self._transactions.begin_many() as work:
                steps = await self._steps.claim(work.session, work.repo.now)
                if steps:
                    await work.repo.read([step.thread_id for step in steps])
                for number, step in enumerate(steps, 1):
                    await self._take(step, work)
                    if number % YIELDING == 0:
                        await asyncio.sleep(0)
            return len(steps)
        except LeftoverError:
            raise  # they are taken
        except Exception as error:
            # One of them spoils it for all, so each is taken for itself.
            log.failed("steps", error)
            return await self._each()

    async def _take(self, step: DueStep, work: UnitOfWork[Repository]) -> None:
        thread = await work.repo.thread(step.thread_id)
        decide = self._commands[step.command].steps.get(step.name)
        if thread is not None and decide is not None:
            await work.post(await decide(thread, step, work.repo))

    async def _each(self) -> int:
        taken = 0
        while taken < AT_ONCE and await self._one():
            taken += 1
        return taken

    async def _one(self) -> bool:
        steps: list[DueStep] = []
        try:
            async with self._transactions.begin() as work:
                steps = await self._steps.claim(work.session, work.repo.now, most=1)
                for step in steps:
                    await self._take(step, work)
        except LeftoverError:
            raise
        except Exception as error:
            log.failed("step", error)
            for step in steps:
                await self._steps.postpone(step.id, self._transactions.clock.now())
        return bool(steps)

    async def outbox(self) -> None:
        """Has the courier look at what is due; nobody waits for a conversation that hangs."""
        self._courier.wake()

    async def deliver(self) -> None:
        """Delivers what is due, and waits until that is done."""
        while await self._courier.drain():
            pass
        await self._news.drain()

    async def tidy(self) -> None:
        """Forgets which events came, who was written to, which sessions were ended and what lies on
        pages, once that is of no use any more.
        """
        await self._seen.tidy()
        now = self._transactions.clock.now()
        await self._mailboxes.tidy(now)
        await self._marks.tidy(now.date())
        await self._boxes.tidy(now.date())
        of = self._transactions
        await tidy_codes(of.engine, of.partnership.id, earliest_day(of.partnership, now))

    async def free_all(self) -> None:
        """Frees what a process that is gone had claimed, since nobody else is sending."""
        await self._outbox.free_all()
        await self._mailboxes.free_all()
        await self._transactions.room.free_all()

    async def stop(self) -> None:
        """Ends what is on its way to hidden people."""
        await self._news.stop()

    async def seal(self) -> None:
        """Seals the audit of the days that are over."""
        of = self._transactions
        today = earliest_day(of.partnership, of.clock.now())
        await seal_days(of.engine, of.keys, of.partnership.id, today)

    async def drain(self) -> None:
        """Takes and delivers everything due until nothing is: for the demo and for tests."""
        while await self.steps():
            await self.deliver()
        await self.deliver()

    async def by_the_calendar(self) -> None:
        """Does what elsewhere the machine's minutes and hours bring: for the demo, whose clock is
        moved. The lists of a morning, what is asked once a quarter, and a quarter's numbers."""
        await self.digests()
        await self.ask_quarterly()
        await self.publish_figures()
        await self.drain()

    async def next_due(self) -> datetime | None:
        """Finds when something falls due next: a step, or a message."""
        now = self._transactions.clock.now()
        steps, room = self._steps, self._transactions.room
        found = [await store.next_due(now) for store in (steps, self._outbox, room)]
        return min((due for due in found if due is not None), default=None)

    async def overdue_seconds(self) -> float:
        """Counts the seconds that the oldest step has waited beyond its time."""
        now = self._transactions.clock.now()
        due = await self._steps.oldest_due(now)
        return (now - due).total_seconds() if due else 0.0
