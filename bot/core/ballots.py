"""Puts an answer into a round's ballot box: here, and nowhere else, it is still somebody's."""

from bot.core.admission import Incoming, Refused, no
from handlers.contract import CastAnswer, Outcomes, Refuse
from prompts.words import say
from storage.crypto.codes import read_code
from storage.keyring.ballots import Vote
from storage.repository import Repository


async def cast(outcomes: Outcomes, incoming: Incoming, repo: Repository) -> str:
    """Takes the answer, if the handler let it count; gives the thread whose round is full now."""
    for outcome in outcomes:
        if isinstance(outcome, CastAnswer):
            return await _cast(outcome, incoming, repo)
    return ""


async def _cast(what: CastAnswer, incoming: Incoming, repo: Repository) -> str:
    code = read_code(incoming.event.one("code"))
    ballots = repo.pauses.ballots
    taken = await ballots.cast(
        what.keeper,
        what.ballot,
        Vote(
            voice=f"code {code}" if code else incoming.actor.person,
            answer=what.answer,
            name=incoming.actor.name if what.by_name else "",
            token=incoming.token,
            chair=not code and incoming.actor.person == what.chair,
            stands=bool(code),
            size=what.size,
        ),
    )
    if taken == "used":
        raise Refused(Refuse({"code": say("pause-code-used")}))
    if taken == "shut":
        raise no("pause-round-over")
    full = what.full_at and await ballots.count(what.ballot) >= what.full_at
    return what.thread if full else ""
