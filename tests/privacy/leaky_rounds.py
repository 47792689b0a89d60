"""Rounds that leak, as a well-meant change might make them. The watcher must see every one."""

from collections.abc import Awaitable, Callable, Collection
from dataclasses import replace
from hashlib import sha256

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, update

from bot.core.admission import Incoming
from bot.core.dispatch import Dispatch, Reply
from bot.wiring import Core
from storage.keyring.ballots import VOTE, Ballots, CountedRound, Vote
from storage.schema import CardSent, Pause
from tests.core.anytown import Town

_AROUND = 16
"""Bytes that a sealed value needs beyond what is in it."""


class TellingBallots(Ballots):
    """Tags are bare hashes of people, and answers are sealed to the length they happen to have."""

    _voice = ""

    async def cast(self, keeper: str, ballot: str, vote: Vote) -> bool:
        """As ever, but whose it is will stand in the row's reference."""
        self._voice = vote.participant
        return await super().cast(keeper, ballot, vote)

    async def _put(self, ref: str, kind: str, plain: bytes, size: int, *, gate: str = "") -> bool:
        if kind.startswith(VOTE):
            ref, size = sha256(self._voice.encode()).hexdigest()[:22], len(plain) + _AROUND
        return await super()._put(ref, kind, plain, size, gate=gate)


class KeepingBallots(Ballots):
    """Answers that outlive their result."""

    async def destroy_ballots(self, counted: Collection[CountedRound]) -> None:
        """Kept, in case they are wanted."""


def boxed(town: Town, kind: type[Ballots]) -> None:
    """People answer into such boxes."""
    core = town.core
    dispatch = Dispatch(replace(core.transactions, ballots=kind(core.keyring)))
    town.core = replace(core, dispatch=dispatch)


Stir = Callable[[AsyncSession, str, Incoming], Awaitable[None]]


class StirringDispatch(Dispatch):
    """Writes something into main beside each answer."""

    core: Core
    stir: Stir

    async def handle(self, incoming: Incoming) -> Reply:
        """As ever, and then it is written."""
        reply = await super().handle(incoming)
        if incoming.event.verb == "pause.answer.send":
            async with AsyncSession(self.core.engine) as session, session.begin():
                await self.stir(session, incoming.event.subject, incoming)
        return reply


def stirring(town: Town, stir: Stir) -> None:
    """Main is written to whenever somebody answers."""
    core = town.core
    dispatch = StirringDispatch(core.transactions)
    dispatch.core, dispatch.stir = core, stir
    town.core = replace(core, dispatch=dispatch)


async def how_many(session: AsyncSession, pause: str, _incoming: Incoming) -> None:
    """How many have answered, for everybody to see growing."""
    mine = update(Pause).where(col(Pause.thread_id) == pause)
    await session.execute(mine.values(minutes=Pause.minutes + 1))


async def a_stop_at_once(session: AsyncSession, _pause: str, incoming: Incoming) -> None:
    """A stop, told before the round is over."""
    if incoming.event.one("answer") == "stop":
        await session.execute(update(CardSent).values(key="stop"))


async def last_seen(session: AsyncSession, _pause: str, incoming: Incoming) -> None:
    """The directory's row of whoever answers, written anew with nothing changed."""
    same = text("UPDATE member SET name = name WHERE person = :id")
    await session.execute(same, {"id": incoming.actor.person})
