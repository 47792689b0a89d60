"""What everybody else needs to know of a challenge's thread."""

from dataclasses import replace

from handlers.challenge import escalation
from handlers.challenge.case import ChallengeCase
from handlers.challenge.leaving import without
from handlers.contract.commands import ThreadKind
from handlers.shared.closing import heal_forget
from handlers.shared.desk.deadlines import due_while
from handlers.shared.labels import by
from handlers.shared.raiser_page import listed_by, raiser_page
from handlers.shared.release import heal_release
from prompts.shapes import Facts, Form, Section
from prompts.words import Words, say
from storage.partnership import PersonId
from storage.repository import Repository
from storage.schema import Thread
from storage.schema.values import State, ThreadRole

_entry = listed_by("challenge.open")


async def page(thread: Thread, repo: Repository, note: Words | None) -> Form:
    """Shows every step to whoever challenged, and by when there is an answer."""
    case = await ChallengeCase.of(thread, repo)
    facts = (Facts(((say("fact-due"), case.due_words),)),) if case.due_words is not None else ()
    last = case.challenge.step == ThreadRole.PERSON and thread.state != State.CLOSED
    return await raiser_page(thread, repo, note, facts=facts, elsewhere=last, withdrawable=True)


async def listed(thread: Thread, name: str, reader: PersonId | None, repo: Repository) -> Section:
    """Shows it in a list: where it stands, and whether its answer is overdue."""
    entry = await _entry(thread, name, reader, repo)
    case = await ChallengeCase.of(thread, repo)
    return replace(entry, title=by(entry.title, over=case.is_overdue))


async def named(thread: Thread, _repo: Repository) -> Words:
    """Says why the decision is challenged, as it was chosen from a list."""
    return say("desk-challenge", topic=say(f"topic-{thread.topic}"))


KIND = ThreadKind(
    raiser_page=page,
    listed=listed,
    heard=escalation.heard,
    settle=escalation.settle,
    withdrawable=lambda _thread: True,
    without=without,
    named=named,
    due=due_while(State.OPEN),
    unsettled=say("unsettled-challenge"),
    heal={"release": heal_release, "forget": heal_forget, "silent": escalation.heal_silent},
)
