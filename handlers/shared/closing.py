"""Closing, and what comes 30 and 90 days after it for whoever kept an address for that."""

from datetime import datetime

from handlers.contract.outcomes import Outcomes, Send, ToRaiser
from handlers.shared.cards import news
from handlers.shared.moments import asked_on, settled_after
from storage.delivery.due_steps import DueStep
from storage.repository import Repository
from storage.schema import Thread
from storage.schema.values import State

QUESTIONS = (30, 90)
"""Days after its end at which whoever kept an address for it is asked how they fared."""


async def close(thread: Thread, repo: Repository) -> None:
    """Closes it. Whoever kept an address for it is asked 30 and 90 days on how they fared."""
    await repo.close(thread)
    if thread.keeps:
        for days in QUESTIONS:
            repo.timers.remind(thread, "asked", asked_on(thread, days, repo), days)


async def asked(thread: Thread, step: DueStep, repo: Repository) -> Outcomes:
    """Asks how they fared: were you treated worse for it, and would you speak up again?"""
    if not thread.keeps:
        return []
    await repo.say(thread, "bot", f"asked-{step.number}")
    if step.number == QUESTIONS[-1]:
        repo.timers.remind(thread, "unasked", settled_after(thread, repo))
    return [Send(ToRaiser(thread.id), news())]


async def unasked(thread: Thread, repo: Repository) -> Outcomes:
    """Destroys the way back, once the last question has waited long enough: answered or not."""
    if thread.keeps:
        await repo.destroy_address(thread)
    return []


async def answered(thread: Thread, repo: Repository) -> None:
    """Marks it answered, not closed: whoever raised it says whether it is settled, or nothing."""
    thread.state = State.ANSWERED
    await repo.timers.forget(thread.id, "forget")
    repo.timers.remind(thread, "forget", settled_after(thread, repo))


async def forget(thread: Thread, repo: Repository) -> Outcomes:
    """Closes what was answered, with not a word since, and destroys the way back."""
    held = await words_wait(thread, repo)
    if thread.state != State.ANSWERED:
        return []
    if held is None:
        await close(thread, repo)
    else:  # these words are heard before it closes
        repo.timers.remind(thread, "forget", settled_after(thread, repo, held))
    return []


async def words_wait(thread: Thread, repo: Repository) -> datetime | None:
    """Finds until when words of theirs wait that nobody has heard yet."""
    due = await repo.timers.last_due(thread.id, "deliver")
    return due or await repo.to_come.waits_until(thread)


async def heal_forget(thread: Thread, repo: Repository) -> None:
    """Sets the clock again of something answered, so that it closes in the end."""
    repo.timers.remind(thread, "forget", settled_after(thread, repo))
