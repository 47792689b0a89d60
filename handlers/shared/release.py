"""When something said is released: now, or held back as an anonymous raiser chose."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from random import SystemRandom

from handlers.contract import Outcome, Outcomes, Send, ToRaiser
from handlers.shared.cards import news
from handlers.shared.closing import answered
from storage.partnership import AgencyId
from storage.partnership.calendar import next_slot
from storage.repository import Repository
from storage.schema import Thread
from storage.schema.values import How, State

_chance = SystemRandom()

LAST = "~"
"""Among steps of one moment, the one with this argument is taken last."""


def release_at(release: str, agency: str, repo: Repository) -> datetime | None:
    """When something said anonymously is let go: None is now."""
    times = repo.partnership.times
    if release == "slot":
        return next_slot(repo.partnership, repo.partnership.agency(AgencyId(agency)), repo.now)
    if release == "soon":
        span = (times.soon_max - times.soon_min).total_seconds()
        return repo.now + times.soon_min + timedelta(seconds=_chance.uniform(0, span))
    return None


def delayed_until(thread: Thread, repo: Repository) -> datetime | None:
    """Until when what is said in an anonymous thread is held back; None is not at all."""
    return release_at(thread.release, thread.agency, repo) if thread.how == How.ANONYMOUS else None


Step = Callable[[Thread, str, Repository], Awaitable[Outcomes]]


async def send_or_hold(thread: Thread, repo: Repository, release: Step) -> Outcomes:
    """Something new goes out now, or waits for its release."""
    at = release_at(thread.release, thread.agency, repo)
    if at is None:
        return await release(thread, "", repo)
    repo.timers.remind(thread, "release", at)
    return []


Heard = Callable[[Thread, str, int, Repository], Awaitable[list[Send]]]
"""What becomes of something said by whoever raised it: its kind and number."""


async def speak(thread: Thread, kind: str, text: str, repo: Repository) -> list[Outcome]:
    """Says something to whoever raised it: now, or at their release."""
    at = delayed_until(thread, repo)
    number = await repo.say(thread, "lead", kind, text, held=at is not None)
    if at is None:
        return [await _arrived(thread, kind, repo)]
    repo.timers.remind(thread, "deliver", at, f"{number:06}:lead")
    return []


async def _arrived(thread: Thread, kind: str, repo: Repository) -> Send:
    if kind.startswith(("outcome-", "verdict-")):
        await answered(thread, repo)
    return Send(ToRaiser(thread.id), news())


async def let_go(thread: Thread, arg: str, repo: Repository, heard: Heard) -> list[Send]:
    """Something said that was held back for its release is let go to the other side."""
    if thread.state == State.CLOSED:
        return []
    number, _, side = arg.partition(":")
    kind = await repo.let_go(thread, int(number))
    if side == "raiser":
        return await heard(thread, kind, int(number), repo)
    return [await _arrived(thread, kind, repo)]


async def waits_for_held_words(thread: Thread, repo: Repository) -> bool:
    """Whether words of theirs are still on their way: those are heard before it closes."""
    held = await repo.timers.last_due(thread.id, "deliver")
    if held is not None:
        repo.timers.remind(thread, "settle", held, LAST)
    return held is not None


async def heal_release(thread: Thread, repo: Repository) -> None:
    """Sets the clock again of something that waits to be released."""
    at = release_at(thread.release, thread.agency, repo)
    repo.timers.remind(thread, "release", at or repo.now)
