"""The rounds of a pause: they open, last a little longer if somebody needs it, and are revealed.

Nothing is shown while a round is open. Revealing is one transaction: the result, every card, and
the round's end; the answers themselves are destroyed right after it.
"""

from collections.abc import Mapping
from datetime import timedelta

from handlers.contract.commands import Step, at_its_time
from handlers.contract.outcomes import Outcome, Outcomes, Send, ToPerson
from handlers.pause.cards import over_card, post_cards, update_cards
from handlers.pause.case import PauseCase
from handlers.pause.results import result_of
from storage.delivery.due_steps import DueStep
from storage.repository import Repository
from storage.schema import Thread
from storage.schema.values import State

LEFT_OPEN = timedelta(days=7)
"""A pause whose chair records nothing closes by itself."""
A_MINUTE = timedelta(minutes=1)


async def open_round(case: PauseCase) -> list[Outcome]:
    """Opens a silent round, with a new card in every room."""
    pause, repo = case.pause, case.repo
    pause.ballot = await repo.pauses.ballots.open()
    pause.counting = pause.codes
    pause.began_at, pause.asked_longer = repo.now, False
    pause.closes_at = repo.now + timedelta(minutes=pause.minutes)
    repo.timers.remind(case.thread, "reveal", pause.closes_at, pause.round)
    repo.note(case.id, "round opened")
    return await post_cards(case)


async def make_longer(case: PauseCase) -> list[Outcome]:
    """Adds a minute to the round, and tells every room."""
    pause, repo = case.pause, case.repo
    pause.longer += 1
    pause.asked_longer = False
    pause.closes_at = (pause.closes_at or repo.now) + A_MINUTE
    await repo.timers.forget(case.id, "reveal")
    repo.timers.remind(case.thread, "reveal", pause.closes_at, pause.round)
    return await update_cards(case)


async def time_is_up(thread: Thread, step: DueStep, repo: Repository) -> Outcomes:
    """Ends the round; one that was made longer, or has been shown already, is left alone."""
    case = await PauseCase.of(thread, repo)
    due = case.is_open() and case.in_round() and case.pause.round == step.number
    return await reveal(case) if due else []


async def reveal(case: PauseCase) -> list[Outcome]:
    """Ends the round and shows everything at once, in every room; the chair is told too."""
    pause, repo = case.pause, case.repo
    counted = await repo.pauses.shut(pause, case.chair)
    length = timedelta(minutes=pause.minutes) + pause.longer * A_MINUTE
    quick = pause.began_at is not None and repo.now - pause.began_at < length / 2
    least = case.partnership.thresholds
    result = result_of(pause.kind, pause.round, counted, pause.by_name, quick, least)
    await repo.say(case.thread, "room", "result", result.text())
    pause.closes_at = None
    await repo.timers.forget(case.id, "reveal", "forget")
    repo.timers.remind(case.thread, "forget", repo.now + LEFT_OPEN)
    repo.note(case.id, "round shown")
    over = Send(ToPerson(case.chair), over_card(case), thread=case.id)
    return [*await update_cards(case, result), *([over] if case.chair else [])]


async def end(case: PauseCase) -> None:
    """Closes the pause: what the keyring kept of it goes."""
    case.pause.ballot = None
    await case.repo.close(case.thread)
    case.repo.ended.append(case.pause.keeper)


async def forget(thread: Thread, repo: Repository) -> Outcomes:
    """Closes a pause for which nothing was recorded for days."""
    if thread.state == State.OPEN:
        await end(await PauseCase.of(thread, repo))
    return []


async def heal_paused(thread: Thread, repo: Repository) -> None:
    """Sets the clock again of a round that is open, or of a pause that was left open."""
    pause = await repo.pauses.of(thread)
    if pause.ballot is None:
        repo.timers.remind(thread, "forget", repo.now + LEFT_OPEN)
    else:
        at = max(repo.now, pause.closes_at or repo.now)
        repo.timers.remind(thread, "reveal", at, pause.round)


STEPS: Mapping[str, Step] = {"reveal": time_is_up, "forget": at_its_time(forget)}
