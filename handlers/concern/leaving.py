"""A concern moves on when a lead who was asked, or has it, left or can't be reached."""

from handlers.concern.case import ConcernCase
from handlers.concern.escalation import REMINDERS, ask_anew, ask_others
from handlers.contract.commands import Absence
from handlers.contract.outcomes import Outcomes
from handlers.shared.people.leaving import farewell, leave, tell_raiser
from prompts.words import say
from storage.repository import Repository
from storage.schema import Thread
from storage.schema.values import State


async def without(thread: Thread, absence: Absence, repo: Repository) -> Outcomes:
    """Asks the others: all anew if it was with this lead, else those who weren't asked yet."""
    had = thread.picked_by == absence.person
    new = await leave(thread, absence, repo)
    if not new and not had:
        return []
    gone = await farewell(thread, absence, repo)
    case = ConcernCase(thread, repo)
    if thread.state == State.OPEN and new:
        return [*gone, *await ask_others(case)]
    if thread.state == State.ANSWERED and had and absence.gone:
        thread.picked_by = None  # whatever its raiser adds is for the others
    if thread.state != State.PICKED or not had:
        return gone
    thread.state, thread.picked_by, thread.picked_name = State.OPEN, None, None
    await repo.timers.forget(thread.id, *REMINDERS)
    told = await tell_raiser(thread, "lead", absence, repo)
    return [*gone, *await ask_anew(case, say("card-left")), told]
