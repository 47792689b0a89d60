"""What stands in both stores, read without the server."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from bot.app import open_stores
from bot.base.settings import Settings
from bot.wiring import Core, build_core
from storage.keyring.tables import waiting
from storage.repository import Repository
from storage.schema import Member, Outbox, Referral, Step, Submission, Thread
from storage.schema.values import UNMET


@dataclass(frozen=True)
class Disagreement:
    """What one store has and the other lacks."""

    threads_without_a_row: int
    rows_without_a_thread: int


@dataclass(frozen=True)
class Left:
    """What is still to be done, and what was done with every referral."""

    on_their_way: int
    unmet: int
    """Of these, for people whom the bot hasn't met, or no more."""
    undeliverable: int
    leased: int
    overdue: int
    """Steps that fell due and were not taken."""
    waits_for: Counter[str]
    """For which steps the referrals wait, and how many for each."""
    one_each: bool
    """Whether each waits for one step."""
    asked: Counter[int]
    """How often their owners were asked, and how many that often."""


class Stores:
    """Both stores, as the server's own settings name them."""

    def __init__(self, core: Core) -> None:
        self.core = core

    async def disagreement(self) -> Disagreement:
        """How many open threads lack their row in the keyring, and how many rows their thread."""
        open_ones = {thread.return_ref for thread in await self._threads()}
        refs = await self.core.keyring.refs()
        waiting = await self.core.transactions.room.refs()
        return Disagreement(len(open_ones - refs), len(refs - open_ones - waiting))

    async def waiting(self) -> int:
        """How much waits in the keyring."""
        async with self.core.keyring.engine.connect() as connection:
            return int(await connection.scalar(select(func.count()).select_from(waiting)) or 0)

    async def concerns(self) -> Counter[tuple[str, str]]:
        """Every concern by what it says and by whom, as its return address tells."""
        found: Counter[tuple[str, str]] = Counter()
        for thread in await self._threads():
            address = await self.core.keyring.open(thread.way_back)
            assert address is not None
            behind = thread.raiser or address.person
            assert address.mode == {"named": "dummy"}.get(thread.how, thread.how)
            found[await self._text(thread), behind] += 1
        return found

    async def tokens(self) -> set[str]:
        """The keyed hashes of the forms that were taken."""
        async with AsyncSession(self.core.engine) as session:
            return set(await session.scalars(select(col(Submission.tag))))

    def tag(self, token: str) -> str:
        """As which a form's token is kept."""
        return self.core.keys.form_token_tag(f"concern.send {token}")

    async def on_their_way(self) -> int:
        """Messages that aren't delivered."""
        async with AsyncSession(self.core.engine) as session:
            return int(await session.scalar(select(func.count()).select_from(Outbox)) or 0)

    async def until_known(self, many: int) -> None:
        """Waits until so many people are known: of fewer, whoever is hidden is warned at first."""
        known = select(func.count()).select_from(Member)
        async with asyncio.timeout(30):
            while True:
                async with AsyncSession(self.core.engine) as session:
                    if (await session.scalar(known) or 0) >= many:
                        return
                await asyncio.sleep(0.1)

    async def left(self) -> Left:
        """What the drill of nudges looks at in the end."""
        now = self.core.clock.now()
        async with AsyncSession(self.core.engine) as session:
            outbox = list(await session.scalars(select(Outbox)))
            steps = list(await session.scalars(select(Step)))
            asked = Counter(await session.scalars(select(col(Referral.asked))))
        return Left(
            on_their_way=sum(row.dead is None for row in outbox),
            unmet=sum(row.dead is None and row.why == UNMET for row in outbox),
            undeliverable=sum(row.dead is not None for row in outbox),
            leased=sum(row.leased_until is not None for row in outbox),
            overdue=sum(step.due_at is not None and step.due_at <= now for step in steps),
            waits_for=Counter(step.name for step in steps),
            one_each=len({step.thread_id for step in steps}) == len(steps) == asked.total(),
            asked=asked,
        )

    async def _threads(self) -> list[Thread]:
        async with AsyncSession(self.core.engine, expire_on_commit=False) as session:
            return list(await session.scalars(select(Thread).where(col(Thread.state) != "closed")))

    async def _text(self, thread: Thread) -> str:
        core = self.core
        async with AsyncSession(core.engine) as session:
            repo = Repository(session, core.partnership, core.keys, core.clock.now())
            (spoken,) = await repo.said(thread, "lead")
            return spoken.text


@asynccontextmanager
async def opened(settings: dict[str, str], new: bool = False) -> AsyncIterator[Stores]:
    """Opens the stores of a server with these settings; new ones, where none has served yet."""
    core = build_core(
        Settings(
            partnership=Path(settings["UPSTANDER_PARTNERSHIP"]),
            data_dir=Path(settings["UPSTANDER_DATA_DIR"]),
            database_url=settings["UPSTANDER_DATABASE_URL"],
            keyring_url=settings["UPSTANDER_KEYRING_URL"],
        )
    )
    try:
        await (open_stores(core) if new else core.keyring.finish_rotation())
        yield Stores(core)
    finally:
        await core.close()
