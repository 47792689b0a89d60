"""Whoever raised something says whether its story may be told, and can take a yes back."""

from collections.abc import Mapping

from handlers.contract.commands import Verb
from handlers.contract.outcomes import Ask, Outcomes, no
from handlers.contract.people import Event, Raiser
from handlers.registry import kind_of
from handlers.shared.desk.telling import NO, SAID_AS, YES, last_answer, was_asked
from handlers.shared.pages import STORY, own_thread
from handlers.shared.release import delayed_until
from prompts.words import Words, say
from storage.repository import Repository
from storage.schema import Thread
from storage.schema.values import How, State


def _saying(answer: str) -> Verb:
    async def handle(_who: Raiser, event: Event, repo: Repository) -> Outcomes:
        thread = await own_thread(event, repo)
        said = await repo.said(thread, "raiser")
        if not was_asked(said):
            return no("unknown-verb")
        if await repo.stories.is_told(thread.id):
            return [await _page(thread, repo, say("story-told-already"))]
        if last_answer(said) == answer:
            return [await _page(thread, repo, say(f"story-noted-{answer}"))]
        if thread.state == State.CLOSED:
            return await _once_closed(thread, answer, repo)
        return await _said(thread, answer, repo)

    return Verb("raiser", handle)


async def _said(thread: Thread, answer: str, repo: Repository) -> Outcomes:
    """Says it as they say everything: somebody hidden with the delay that they chose."""
    parts = {STORY: answer}
    if at := delayed_until(thread, repo):
        await repo.to_come.say(thread, SAID_AS, "", at, parts=parts)
        return [await _page(thread, repo, say("story-noted-later"))]
    number = await repo.say(thread, "raiser", SAID_AS, parts=parts)
    heard = kind_of(thread).heard
    told = await heard(thread, SAID_AS, number, repo) if heard is not None else []
    return [await _page(thread, repo, say(f"story-noted-{answer}")), *told]


async def _once_closed(thread: Thread, answer: str, repo: Repository) -> Outcomes:
    """Takes a yes back by name, until the story is told; hidden, there is no way back any more."""
    if thread.how != How.NAMED or answer == YES:
        return no("thread-closed")
    await repo.say(thread, "raiser", SAID_AS, parts={STORY: answer})
    await repo.stories.take_back(thread.id)
    return [await _page(thread, repo, say("story-noted-no"))]


async def _page(thread: Thread, repo: Repository, note: Words) -> Ask:
    return Ask(await kind_of(thread).raiser_page(thread, repo, note))


VERBS: Mapping[str, Verb] = {"story.yes": _saying(YES), "story.no": _saying(NO)}
