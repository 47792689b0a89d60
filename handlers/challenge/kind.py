"""What everybody else needs to know of a challenge's thread."""

from handlers.challenge import escalation
from handlers.challenge.case import ChallengeCase
from handlers.challenge.leaving import without
from handlers.contract.commands import ThreadKind
from handlers.shared.closing import heal_forget
from handlers.shared.raiser_page import listed_by, raiser_page
from handlers.shared.release import heal_release
from prompts.shapes import Facts, Form
from prompts.words import Day, Words, say
from storage.repository import Repository
from storage.schema import Thread
from storage.schema.values import State, ThreadRole


async def page(thread: Thread, repo: Repository, note: Words | None) -> Form:
    """Shows every step to whoever challenged, and by when there is an answer."""
    case = await ChallengeCase.of(thread, repo)
    facts = (Facts(((say("fact-due"), Day(case.due)),)),) if case.due is not None else ()
    last = case.challenge.step == ThreadRole.PERSON and thread.state != State.CLOSED
    return await raiser_page(thread, repo, note, facts=facts, elsewhere=last, withdrawable=True)


KIND = ThreadKind(
    raiser_page=page,
    listed=listed_by("challenge.open"),
    heard=escalation.heard,
    settle=escalation.settle,
    withdrawable=True,
    without=without,
    unsettled=say("unsettled-challenge"),
    heal={"release": heal_release, "forget": heal_forget, "silent": escalation.heal_silent},
)
