"""A second opinion moves on when somebody who was asked for it left, or can't be reached."""

from handlers.contract.commands import Absence
from handlers.contract.outcomes import Outcomes
from handlers.second_opinion.case import OpinionCase, is_waited_for
from handlers.second_opinion.reminders import ask_more
from handlers.shared.people.leaving import farewell, leave, tell_raiser
from storage.repository import Repository
from storage.schema import Thread
from storage.schema.values import State


async def without(thread: Thread, absence: Absence, repo: Repository) -> Outcomes:
    """Asks the next one. What somebody has said already stays; whoever isn't reached may answer."""
    if not await leave(thread, absence, repo):
        return []
    case = await OpinionCase.of(thread, repo)
    gone = await farewell(thread, absence, repo)
    waited_for = [r for r in await case.reviewers() if is_waited_for(r)]
    theirs = next((r for r in waited_for if r.person == absence.person), None)
    if thread.state != State.OPEN or theirs is None:
        return gone
    theirs.declined = absence.gone
    told = await tell_raiser(thread, "opinion", absence, repo)
    return [*gone, *await ask_more(case, 1), told]
