"""Whoever raised it, hidden or not, thanks those who answered: once, in words of ours."""

from handlers.contract.outcomes import Ask, Outcomes, no
from handlers.contract.people import Event
from handlers.inbox.talking import add, talking
from handlers.registry import kind_of
from handlers.shared.desk.thanking import GRATEFUL, has_thanked
from prompts.words import say
from storage.repository import Repository
from storage.schema import Thread
from storage.schema.values import State


@talking(until_closed=True, adds=True)
async def thanks(thread: Thread, _event: Event, repo: Repository) -> Outcomes:
    """Says thank you to whoever answered, once; like all that they say it keeps its release."""
    page = kind_of(thread).raiser_page
    if thread.state != State.ANSWERED:
        return no("not-answered-yet")
    if await has_thanked(thread, repo):
        return [Ask(await page(thread, repo, say("grateful-already")))]
    told = await add(thread, GRATEFUL, "", repo)
    return [Ask(await page(thread, repo, say("grateful-done"))), *told]
