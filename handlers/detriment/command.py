"""Thirty and ninety days on, for whoever kept an address for it: how did you fare?

Answers are counted and tied to no thread. Guardians ask the same two questions every year (3.9 %
were treated worse; 79.8 % would speak up again).
"""

from handlers.contract.commands import Command, Verb, asks
from handlers.contract.outcomes import Ask, Outcomes, Refuse, no
from handlers.contract.people import Event, Raiser
from handlers.registry import kind_of
from handlers.shared import questions
from handlers.shared.pages import done, own_thread
from handlers.shared.raiser_page import unanswered
from prompts.shapes import Choice, Form, Text
from prompts.words import say
from storage.repository import Repository
from storage.schema import Thread
from storage.schema.values import State

ASKED = {"worse": ("no", "yes", "unsaid"), "again": ("yes", "no", "unsaid")}
LAST = 90


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
    """Counts one more answer. After the last question nothing leads back to them any more."""
    thread = await own_thread(event, repo)
    days = await unanswered(thread, repo)
    if not thread.keeps or days is None:
        return [Ask(done("afterwards-title", "afterwards-done"))]
    if wrong := questions.not_chosen(event, ASKED):
        return [Refuse(wrong)]
    today = repo.today_at(thread.agency)
    quarter = f"{today.year}-Q{(today.month + 2) // 3}"
    await repo.challenges.count_detriment(quarter, days, event.one("worse"), event.one("again"))
    await repo.say(thread, "bot", f"fared-{days}")
    if days == LAST:
        await repo.destroy_address(thread)
    return [Ask(done("afterwards-title", "afterwards-done"))]


async def gone(_who: Raiser, event: Event, repo: Repository) -> Outcomes:
    """Destroys the way back to somebody who would rather not be asked."""
    thread = await own_thread(event, repo)
    if thread.state != State.CLOSED:
        return no("gone-not-closed")
    if thread.keeps:
        await repo.destroy_address(thread)
    return [Ask(done("gone-title", "gone-done"))]


COMMAND = Command(
    name="detriment",
    verbs={
        "afterwards": asks("raiser", ask),
        "afterwards.send": Verb("raiser", take),
        "afterwards.gone": Verb("raiser", gone),
    },
)
