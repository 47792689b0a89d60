"""Hidden words that leave a trace as they are sent or as somebody is reached, as they once did.

The insider must find every one.
"""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from sqlmodel import col, select

from bot.base.metrics import DELIVERED, REFUSED
from bot.core.admission import Incoming
from bot.core.dispatch import Dispatch, Reply
from bot.wiring import Core
from prompts.shapes import Card
from storage.engine.ids import new_id
from storage.schema import Member, Submission
from tests.core.anytown import Town
from tests.peers.transcript import Transcript

Trace = Callable[[Core], Awaitable[None]]
SAYS = ("concern.send", "mine.answer.send")


class TellingDispatch(Dispatch):
    """Leaves a trace of whatever is said."""

    core: Core
    trace: Trace

    async def handle(self, incoming: Incoming) -> Reply:
        """As ever, and then the trace is left."""
        reply = await super().handle(incoming)
        if incoming.event.verb in SAYS:
            await self.trace(self.core)
        return reply


def telling(town: Town, trace: Trace) -> None:
    """Whatever is said leaves this trace."""
    dispatch = TellingDispatch(town.core.transactions)
    dispatch.core, dispatch.trace = town.core, trace
    town.core = replace(town.core, dispatch=dispatch)


async def a_row_at_once(core: Core) -> None:
    """The form's token, in main from the moment of sending."""
    async with core.transactions.begin() as work:
        work.repo.add(Submission, tag=new_id(), reply="", words=None, day=work.repo.today_at(None))


async def a_count(_core: Core) -> None:
    """A counter moves, and nothing else."""
    REFUSED.inc()


async def a_lock(core: Core) -> None:
    """Rows of the directory are locked, and nothing is written."""
    async with core.engine.begin() as connection:
        await connection.execute(select(col(Member.person)).with_for_update())


class CountedTranscript(Transcript):
    """Every message is counted, to whomever it goes."""

    async def send(self, address: str, card: Card, language: str) -> str:
        """As ever, and it is counted."""
        DELIVERED.inc()
        return await super().send(address, card, language)
