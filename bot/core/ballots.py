"""Puts an answer into a round's ballot box: here, and nowhere else, it is still somebody's."""

from dataclasses import dataclass, field

from bot.core.admission import Incoming, no
from handlers.contract.outcomes import CastAnswer
from storage.crypto.codes import read_code
from storage.keyring.ballots import Ballots, Vote


@dataclass(frozen=True)
class Casting:
    """An answer that its handler let count, with whose it is."""

    what: CastAnswer
    vote: Vote = field(repr=False)

    async def into(self, ballots: Ballots) -> str:
        """Puts it into its box; gives the thread whose round is full now, or ''.

        Raises Refused when the round is over.
        """
        if not await ballots.cast(self.what.keeper, self.what.ballot, self.vote):
            raise no("pause-round-over")
        full_at = self.what.full_at
        full = full_at and await ballots.count(self.what.ballot) >= full_at
        return self.what.thread if full else ""


def casting_of(what: CastAnswer, incoming: Incoming) -> Casting:
    """Says whose an answer is: the person's, or the code's that they showed."""
    code = read_code(incoming.event.one("code"))
    vote = Vote(
        participant=f"code {code}" if code else incoming.actor.person,
        answer=what.answer,
        name=incoming.actor.name if what.by_name and not code else "",
        coded=bool(code),
        lasting=bool(code) and what.alarms,
        size=what.size,
    )
    return Casting(what, vote)
