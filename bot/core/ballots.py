"""Puts an answer into a round's ballot box: here, and nowhere else, it is still somebody's."""

from dataclasses import dataclass, field

from bot.core.admission import Incoming, Refused, no
from handlers.contract.outcomes import CastAnswer, Refuse
from prompts.words import say
from storage.crypto.codes import read_code
from storage.keyring.ballots import Ballots, Vote


@dataclass(frozen=True)
class Casting:
    """An answer that its handler let count, with whose it is."""

    what: CastAnswer
    vote: Vote = field(repr=False)

    async def into(self, ballots: Ballots) -> str:
        """Puts it into its box; gives the thread whose round is full now, or ''.

        Raises Refused when the round is over, or the code was used in it.
        """
        taken = await ballots.cast(self.what.keeper, self.what.ballot, self.vote)
        if taken == "used":
            raise Refused(Refuse({"code": say("pause-code-used")}))
        if taken == "shut":
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
        name=incoming.actor.name if what.by_name else "",
        token=incoming.token,
        chair=not code and incoming.actor.person == what.chair,
        stands=bool(code),
        size=what.size,
    )
    return Casting(what, vote)
