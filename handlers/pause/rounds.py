"""The rounds of a pause: they open, last a little longer if somebody needs it, and are revealed.

Nothing is shown while a round is open. Revealing is one transaction: the result, every card, and
the round's end; the answers themselves are burnt right after it.
"""

from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta

from handlers.contract import Outcome, Outcomes, Send, ToPerson
from handlers.pause.cards import into_rooms, over_card, room_card, to_rooms
from handlers.pause.results import Result, read, result_of
from storage.content import Spoken
from storage.partnership import PersonId
from storage.repository import Repository
from storage.schema import Pause, Thread
from storage.schema.values import State

ROUNDS = 2
MOST_LONGER = 20
"""So often a round can be made longer; WCAG 2.2.1 asks for ten times at least."""
LEFT_OPEN = timedelta(days=7)
"""A pause whose chair records nothing closes by itself."""
A_MINUTE = timedelta(minutes=1)


async def open_round(thread: Thread, pause: Pause, repo: Repository) -> list[Outcome]:
    """A silent round begins, in every room."""
    pause.ballot = await repo.pauses.ballots.open()
    pause.began_at, pause.asked_longer = repo.now, False
    pause.closes_at = repo.now + timedelta(minutes=pause.minutes)
    repo.timers.remind(thread, "reveal", pause.closes_at, str(pause.round))
    repo.note(thread.id, "round opened")
    return await into_rooms(thread, pause, room_card(thread, pause, None, repo.partnership), repo)


async def make_longer(thread: Thread, pause: Pause, repo: Repository) -> list[Outcome]:
    """A minute more, from now if the time is almost up."""
    pause.longer += 1
    pause.asked_longer = False
    pause.closes_at = (pause.closes_at or repo.now) + A_MINUTE
    await repo.timers.forget(thread.id, "reveal")
    repo.timers.remind(thread, "reveal", pause.closes_at, str(pause.round))
    return await to_rooms(thread, pause, room_card(thread, pause, None, repo.partnership), repo)


async def time_is_up(thread: Thread, arg: str, repo: Repository) -> Outcomes:
    """The round ends; one that was made longer, or has been shown already, is left alone."""
    pause = await repo.pauses.of(thread)
    if pause.ballot is None or str(pause.round) != arg or thread.state != State.OPEN:
        return []
    return await reveal(thread, pause, repo)


async def reveal(thread: Thread, pause: Pause, repo: Repository) -> list[Outcome]:
    """Everything at once, in every room; the chair hears of it too."""
    counted = await repo.pauses.shut(pause)
    length = timedelta(minutes=pause.minutes) + pause.longer * A_MINUTE
    quick = pause.began_at is not None and repo.now - pause.began_at < length / 2
    result = result_of(
        pause.kind, pause.round, counted, pause.by_name, quick, repo.partnership.thresholds
    )
    await repo.say(thread, "room", "result", result.text())
    pause.closes_at = None
    await repo.timers.forget(thread.id, "reveal", "forget")
    repo.timers.remind(thread, "forget", repo.now + LEFT_OPEN)
    repo.note(thread.id, "round shown")
    card = room_card(thread, pause, result, repo.partnership)
    chair = ToPerson(PersonId(thread.raiser or ""))
    return [*await to_rooms(thread, pause, card, repo), Send(chair, over_card(thread, pause))]


async def results(thread: Thread, repo: Repository) -> list[Result]:
    """What each round came to, the first one first."""
    return results_in(await repo.said(thread, "room"))


def results_in(said: Sequence[Spoken]) -> list[Result]:
    """The same, among everything that was said."""
    return [read(spoken.text) for spoken in said if spoken.kind == "result"]


async def latest(thread: Thread, repo: Repository) -> Result | None:
    """What the last round came to, if one is over."""
    every = await results(thread, repo)
    return every[-1] if every else None


async def end(thread: Thread, pause: Pause, repo: Repository) -> None:
    """It is over: what the keyring kept of it goes."""
    pause.ballot = None
    await repo.close(thread)
    repo.ended.append(pause.keeper)


async def forget(thread: Thread, _arg: str, repo: Repository) -> Outcomes:
    """Nothing was recorded for days: it closes."""
    if thread.state == State.OPEN:
        await end(thread, await repo.pauses.of(thread), repo)
    return []


async def heal_paused(thread: Thread, repo: Repository) -> None:
    """Sets the clock again of a round that is open, or of a pause that was left open."""
    pause = await repo.pauses.of(thread)
    if pause.ballot is None:
        repo.timers.remind(thread, "forget", repo.now + LEFT_OPEN)
    else:
        at = max(repo.now, pause.closes_at or repo.now)
        repo.timers.remind(thread, "reveal", at, str(pause.round))


STEPS: dict[str, Callable[..., Awaitable[Outcomes]]] = {"reveal": time_is_up, "forget": forget}
