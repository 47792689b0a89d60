"""Thirty and ninety days on, for whoever kept an address for it: how did you fare?

Main learns nothing of who answers, or when: not even a lock. Answers wait sealed in the keyring,
and are counted by the quarter, from five on. Guardians ask the same two questions every year (3.9 %
were treated worse; 79.8 % would speak up again).
"""

from handlers.contract.commands import Command, Verb, asks
from handlers.contract.outcomes import Ask, LetGo, Outcomes, Refuse, SayFared, no
from handlers.contract.people import Event, Named, Raiser
from handlers.registry import kind_of
from handlers.shared import questions
from handlers.shared.pages import done, own_thread
from handlers.shared.raiser_page import unanswered
from prompts.shapes import Choice, Form, Text
from prompts.words import say
from storage.repository import Repository
from storage.repository.challenges import quarter_of
from storage.schema import Thread
from storage.schema.values import State

ASKED = {"worse": ("no", "yes", "unsaid"), "again": ("yes", "no", "unsaid")}


async def ask(_who: Raiser, event: Event, repo: Repository) -> Outcomes:
    """Asks the two questions, or shows the page of what they raised where none is due."""
    thread = await own_thread(event, repo)
    if not thread.keeps or await unanswered(thread, repo) is None:
        return [Ask(await kind_of(thread).raiser_page(thread, repo, None))]
    return [Ask(_form(event, thread))]


def _form(event: Event, thread: Thread) -> Form:
    fields = (
        Choice(name, say(f"{name}-label"), questions.options(name, values), value=event.one(name))
        for name, values in ASKED.items()
    )
    intro = Text(say("afterwards-intro"))
    return questions.form("afterwards", "afterwards", thread.id, *fields, blocks=(intro,))


async def take(_who: Raiser, event: Event, repo: Repository) -> Outcomes:
    """Takes their answer, once. The way back goes when the questions end, answered or not."""
    thread = await own_thread(event, repo)
    days = await unanswered(thread, repo)
    if not thread.keeps or days is None:
        return [Ask(done("afterwards-title", "afterwards-done"))]
    if wrong := questions.not_chosen(event, ASKED):
        return [Refuse(wrong)]
    quarter = quarter_of(repo.today_at(thread.agency))
    worse, again = event.one("worse"), event.one("again")
    answer = SayFared(thread.way_back, days, quarter, worse, again)
    return [Ask(done("afterwards-title", "afterwards-done")), answer]


async def gone(who: Raiser, event: Event, repo: Repository) -> Outcomes:
    """Destroys the way back to somebody who would rather not be asked.

    Of somebody hidden main keeps what it has until the questions end, as if they were still there.
    """
    thread = await own_thread(event, repo)
    if thread.state != State.CLOSED:
        return no("gone-not-closed")
    page = Ask(done("gone-title", "gone-done"))
    if thread.keeps and not isinstance(who, Named):
        return [page, LetGo(thread.way_back)]
    if thread.keeps and await repo.thread(thread.id):  # locked
        await repo.destroy_address(thread)
    return [page]


COMMAND = Command(
    name="detriment",
    verbs={
        "afterwards": asks("raiser", ask, unseen=True),
        "afterwards.send": Verb("raiser", take, unseen=True),
        "afterwards.gone": Verb("raiser", gone, unseen=True),
    },
)
