"""One transaction with its repository, and everything that belongs around its commit.

The keyring comes first, and main's commit decides. What is to vanish vanishes only afterwards: a
crash in between leaves the sweep something to tidy, and loses nothing.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final, Generic, TypeVar

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from bot.base.logs import log
from bot.core.ballots import Casting
from bot.core.delivery.posting import news_for_hidden, post
from bot.core.waiting.bodies import WORDS, closes, is_a, words
from handlers.contract.outcomes import Outcomes
from storage.crypto.errors import SealBrokenError
from storage.crypto.identity import DUMMY, ReturnAddress
from storage.crypto.keys import Keys
from storage.engine.clock import Clock
from storage.engine.database import transaction
from storage.keyring.ballots import Ballots
from storage.keyring.store import Keyring
from storage.keyring.waiting import Waiting, WaitingRoom
from storage.partnership import Partnership
from storage.repository import Repository
from storage.repository.preloaded import Ahead
from storage.waiting.scratch import Scratch


class LeftoverError(Exception):
    """What was to vanish after a commit is still there: start anew, and the sweep takes it."""


Repo_co = TypeVar("Repo_co", bound=Repository, covariant=True)


@dataclass
class UnitOfWork(Generic[Repo_co]):
    """One open transaction, and what is to be done as it commits and after it."""

    session: AsyncSession
    repo: Repo_co
    addresses: dict[str, ReturnAddress] = field(default_factory=dict, repr=False)
    """By return reference, where to reach whoever begins a thread here; the others get a dummy."""
    casting: Casting | None = None
    """An answer for a round's ballot box, which may refuse it."""
    full: str = ""
    """The thread whose round everybody has answered now."""
    posted: bool = False
    news: list[Waiting] = field(default_factory=list, repr=False)
    """What goes to somebody hidden, at a time of its own."""
    already_waits: Sequence[Waiting] = field(default=(), repr=False)
    """What whoever acts has said before in the thread at hand, and that waits."""

    async def post(self, outcomes: Outcomes) -> None:
        """Puts what a handler wants sent into the outbox, or has it wait for its time."""
        self.posted |= await post(self.repo, outcomes)
        self.news += await news_for_hidden(self.repo, outcomes)

    @property
    def no_longer_waits(self) -> list[str]:
        """Finds what is taken back: whoever says more doesn't close it, or closes it once."""
        return [item.id for item in self.already_waits if self.repo.to_come.added and closes(item)]


class Underway:
    """What has begun and isn't over, so that one can wait until none of it goes on."""

    def __init__(self) -> None:
        self._open: set[asyncio.Future[None]] = set()

    @contextmanager
    def one(self) -> Iterator[None]:
        """Counts as under way for the length of a `with`."""
        over = asyncio.get_running_loop().create_future()
        self._open.add(over)
        try:
            yield
        finally:
            self._open.discard(over)
            over.set_result(None)

    async def over(self, within: timedelta) -> None:
        """Waits until everything is over that is under way now, but no longer than this."""
        if self._open:
            await asyncio.wait(set(self._open), timeout=within.total_seconds())


def _nobody() -> None:
    pass


async def _nothing() -> None:
    pass


SPOILS: Final = (SQLAlchemyError, SealBrokenError, LookupError, ValueError)
"""What one thread may raise that is taken together with others: then each is taken by itself."""


@dataclass(frozen=True, repr=False)
class Transactions:
    """Opens units of work, for what people do and for what the clock does alike."""

    engine: AsyncEngine
    keyring: Keyring
    ballots: Ballots
    room: WaitingRoom
    scratch: Scratch
    keys: Keys
    partnership: Partnership
    clock: Clock
    wake: Callable[[], None] = _nobody
    """Hears that there is something to deliver."""
    renew: Callable[[], Awaitable[object]] = _nothing
    """Has this process follow the partnership's newest version."""
    underway: Underway = field(default_factory=Underway)
    """Transactions by whichever version of the partnership they began with."""

    def begin(self) -> AbstractAsyncContextManager[UnitOfWork[Repository]]:
        """Begins a transaction; it commits at the end of the block, or leaves no trace."""
        return self._begin(Repository)

    def begin_many(self) -> AbstractAsyncContextManager[UnitOfWork[Ahead]]:
        """Begins one for many threads, whose repository reads what they need together."""
        return self._begin(Ahead)

    @asynccontextmanager
    async def _begin(self, kind: type[Repo_co]) -> AsyncIterator[UnitOfWork[Repo_co]]:
        with self.underway.one():
            async with transaction(self.engine) as session:
                here = self.partnership.as_it_stands()
                repo = kind(session, here, self.keys, self.clock.now(), self.ballots)
                repo.to_come.until = self._words_until
                work = UnitOfWork(session, repo)
                yield work
                await self._finish(work)
        await self._follow_up(work)

    async def _finish(self, work: UnitOfWork[Repository]) -> None:
        # Whatever main would refuse, it refuses before an address is kept; and the sweep, which
        # holds the threads, never sees an address whose thread is still to come.
        await work.repo.finish()
        # A thread in somebody's name gets a dummy of the same length, so that no row stands out.
        for ref in [thread.return_ref for thread in work.repo.begun if thread.return_ref]:
            await self.keyring.put(ref, work.addresses.get(ref, DUMMY))
        if waits := [*work.news, *self._later(work)]:
            await self.room.keep(waits, instead_of=work.no_longer_waits)
        if work.casting is not None:
            work.full = await work.casting.into(self.ballots)

    async def _follow_up(self, work: UnitOfWork[Repository]) -> None:
        try:
            await self.ballots.destroy_ballots(work.repo.pauses.counted)
            await self.keyring.destroy(work.repo.ended)
            if gone := work.no_longer_waits:
                await self.room.destroy(gone)  # it waits no longer, and its bytes go only now
        except Exception as error:
            raise LeftoverError from error
        if work.repo.versions.added or work.repo.accounts.changed:
            await self._renewed()
        if work.full:
            await self._end_round(work.full)
        if work.posted:
            self.wake()

    async def _renewed(self) -> None:
        try:
            await self.renew()
        except Exception as error:  # it is stored, and the next tick follows
            log.failed("following the partnership", error)

    def _later(self, work: UnitOfWork[Repository]) -> list[Waiting]:
        to_come, before = work.repo.to_come, len(work.already_waits)
        forms = [to_come.sent, *(None for _ in to_come.added)]
        added = enumerate(zip(to_come.added, forms, strict=False), before)
        return [words(later, form, place) for place, (later, form) in added]

    async def _words_until(self, ref: str) -> datetime | None:
        items = [item for item in await self.room.of((ref,)) if is_a(item, WORDS)]
        return max((item.due for item in items), default=None)

    async def _end_round(self, thread_id: str) -> None:
        """Everybody in a round by name has answered: it needn't wait until its time is up."""
        async with self.begin() as work:
            thread = await work.repo.thread(thread_id)
            if thread is not None:
                await work.repo.timers.bring_forward(thread, "reveal", work.repo.now)
