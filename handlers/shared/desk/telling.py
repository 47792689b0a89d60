"""Whether a story may be told is asked and answered in its thread, sealed like all else there.

The question is a lead's like any other, and the answer an addition like any other: by its rows no
thread is known to have been asked, and none to have said yes.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from handlers.contract.people import Event, Named
from handlers.shared.desk.notes import Answered
from handlers.shared.pages import STORY
from prompts.shapes import Block, Button, Callout, Said, Tick
from prompts.words import Words, say
from storage.content import Spoken
from storage.repository import Repository
from storage.repository.published.stories import Told
from storage.schema import Thread
from storage.schema.values import How, State

ASKED: Final[Mapping[str, str]] = {STORY: "asked"}
YES: Final = "yes"
NO: Final = "no"
SAID_AS: Final = "answer"
"""The kind of what its raiser says to that."""


def story_tick() -> Tick:
    """Asks beside a final answer whether it asks, too, if the story may be told."""
    return Tick("tell", say("tell-label"), hint=say("tell-hint"))


async def asked_along(case: Answered, event: Event) -> Mapping[str, str]:
    """Gives what goes along with the final answer, if that was ticked and nobody asked before."""
    if event.one("tell") != "yes" or was_asked(await case.repo.said(case.thread, "lead")):
        return {}
    return ASKED


def was_asked(said: Sequence[Spoken]) -> bool:
    """Tells whether whoever raised it was asked if the story may be told."""
    return any(s.side == "lead" and STORY in s.parts for s in said)


def last_answer(said: Sequence[Spoken]) -> str:
    """Finds what whoever raised it said to that last; '' if nothing."""
    answers = [s.parts[STORY] for s in said if s.side == "raiser" and STORY in s.parts]
    return answers[-1] if answers else ""


async def may_be_told(thread: Thread, repo: Repository) -> bool:
    """Tells whether whoever raised it says yes. The owner of a diverted thread hears of none."""
    if thread.command == "challenge":
        diverted = (await repo.challenges.of(thread)).diverted_after
        if diverted is not None:
            return False
    return last_answer(await repo.said(thread, "lead")) == YES


async def is_about_story(thread: Thread, number: int, repo: Repository) -> bool:
    """Tells whether that is what was said last, and takes the story back if it is a no."""
    said = [s for s in await repo.said(thread, "lead") if s.number == number]
    answer = last_answer(said)
    if answer == NO:
        await repo.stories.take_back(thread.id)
    return bool(answer)


async def story_buttons(thread: Thread, who: Named, repo: Repository) -> tuple[Button, ...]:
    """Offers whoever gave the answer to ask, or after a yes to write the story, or to change what
    they wrote; of what is told already nothing."""
    if thread.state != State.ANSWERED or thread.picked_by != who.person:
        return ()
    if await repo.stories.is_told(thread.id):
        return ()
    if await may_be_told(thread, repo):
        kept = await repo.stories.draft_of(thread.id)
        return (Button(writing(kept), "story.write", thread.id),)
    asked = was_asked(await repo.said(thread, "lead"))
    return () if asked else (Button(say("button-story-ask"), "story.ask", thread.id),)


async def story_written(thread: Thread, repo: Repository) -> tuple[Block, ...]:
    """Shows whoever raised it what will be told, as long as they can take their yes back."""
    kept = await repo.stories.draft_of(thread.id)
    if kept is None or last_answer(await repo.said(thread, "raiser")) != YES:
        return ()
    said, did = Said(say("leaders-you-said"), kept.said), Said(say("leaders-we-did"), kept.did)
    return (Callout(say("story-will-be-told"), "note"), said, did)


def writing(kept: Told | None) -> Words:
    """Says on the press that leads to the story whether it is written by now."""
    return say("button-story-change") if kept else say("button-story-write")


async def story_answers(thread: Thread, repo: Repository) -> tuple[Button, ...]:
    """Offers whoever raised it to say yes or no, or to change it while they still can."""
    said = await repo.said(thread, "raiser")
    if not was_asked(said) or await repo.stories.is_told(thread.id):
        return ()
    answer, over = last_answer(said), thread.state == State.CLOSED
    if over and (thread.how != How.NAMED or answer != YES):
        return ()
    yes = Button(say("button-story-yes"), "story.yes", thread.id)
    no = say("button-story-back") if answer == YES else say("button-story-no")
    return (
        *(() if answer == YES else (yes,)),
        *(() if answer == NO else (Button(no, "story.no", thread.id),)),
    )
