"""When something said is released: now, or held back as an anonymous raiser chose.

What they write waits, sealed, outside of the main database until then, and enters it as if it had
been written at that moment.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from random import SystemRandom

from handlers.contract.commands import Heard, Step, ThreadAct
from handlers.contract.outcomes import Outcome, Outcomes, Send, ToRaiser
from handlers.shared.cards import news
from handlers.shared.closing import answered, words_wait
from storage.delivery.due_steps import DueStep
from storage.partnership import AgencyId
from storage.partnership.calendar import next_slot
from storage.repository import Repository
from storage.repository.held import APART
from storage.schema import Thread
from storage.schema.values import How, Release, State

_chance = SystemRandom()


def release_at(release: Release, agency: AgencyId, repo: Repository) -> datetime | None:
    """Finds when something said anonymously is released; None is now."""
    times = repo.partnership.times
    if release == Release.SLOT:
        return next_slot(repo.partnership, repo.partnership.agency(agency), repo.now)
    if release == Release.SOON:
        span = (times.soon_max - times.soon_min).total_seconds()
        return repo.now + times.soon_min + timedelta(seconds=_chance.uniform(0, span))
    return None


def delayed_until(thread: Thread, repo: Repository) -> datetime | None:
    """Finds until when words in an anonymous thread are held back; None is not at all."""
    return release_at(thread.release, thread.home, repo) if thread.how == How.ANONYMOUS else None


async def send_or_hold(thread: Thread, repo: Repository, release: ThreadAct) -> Outcomes:
    """Sends something new now, or lets it wait for its release."""
    at = release_at(thread.release, thread.home, repo)
    if at is None:
        return await release(thread, repo)
    repo.timers.remind(thread, "release", at)
    return []


async def speak(
    thread: Thread,
    kind: str,
    text: str,
    repo: Repository,
    by: str = "",
    parts: Mapping[str, str] | None = None,
) -> list[Outcome]:
    """Says something to whoever raised it; those who answer it read by whom.

    It stands there at once, so that nothing changes later, as they hear of it; the message that
    says so to somebody hidden has a time of its own.
    """
    await repo.say(thread, "lead", kind, text, by=by, parts=parts)
    return [await _arrived(thread, kind, repo)]


async def _arrived(thread: Thread, kind: str, repo: Repository) -> Send:
    if kind.startswith(("outcome-", "verdict-")):
        await answered(thread, repo)
    return Send(ToRaiser(thread.id), news())


def delivers(heard: Heard) -> Step:
    """Makes the step that releases something held back to the other side, at its time."""

    async def deliver(thread: Thread, step: DueStep, repo: Repository) -> Outcomes:
        if thread.state == State.CLOSED:
            return []
        said = await repo.release_message(thread, step.number)
        if said.side == "raiser":
            return await heard(thread, said.kind, said.number, repo)
        return [await _arrived(thread, said.kind, repo)]

    return deliver


async def went_out_together(thread: Thread, repo: Repository, *, apart: bool) -> list[Outcome]:
    """Says of what was held until others had seen the same that they have; its raiser is told.

    Leads don't read it where one of them is kept `apart` from another of these: they would learn
    that there is one which they don't get.
    """
    await repo.say(thread, "bot", "together", APART if apart else "")
    return [Send(ToRaiser(thread.id), news())]


async def waits_for_held_words(thread: Thread, repo: Repository) -> bool:
    """Tells whether words of theirs are on their way still: those are heard before it closes."""
    waits = await words_wait(thread, repo)
    if waits is not None:
        repo.timers.remind(thread, "settle", waits, last=True)
    return waits is not None


async def heal_release(thread: Thread, repo: Repository) -> None:
    """Sets the clock again of something that waits to be released."""
    at = release_at(thread.release, thread.home, repo)
    repo.timers.remind(thread, "release", at or repo.now)
