"""Thanks through the thread to whoever raised it, hidden or not: the same words each time, once.

They go the way of every reply, with a time of their own to somebody hidden. A second press sends
nothing, so that there is no count that could tell.
"""

from collections.abc import Callable, Mapping

from handlers.contract.commands import Verb
from handlers.contract.outcomes import Ask, Outcomes
from handlers.contract.people import Event
from handlers.shared.desk.notes import Answered, C, Handle, Of, back_to
from handlers.shared.pages import done
from handlers.shared.release import speak
from prompts.shapes import Tick
from prompts.words import say
from storage.repository import Repository
from storage.schema import Thread

THANKS = "thanks"
GRATEFUL = "grateful"
"""Said by whoever raised it to those who answered: they changed their mind, or did their part."""


async def has_thanked(thread: Thread, repo: Repository) -> bool:
    """Tells whether its raiser has thanked those who answered, also if that is still to go out."""
    return any(said.kind == GRATEFUL for said in await repo.said(thread, "raiser"))


async def was_thanked(thread: Thread, repo: Repository) -> bool:
    """Tells whether whoever raised it was thanked: those who answer it see that they were."""
    return any(said.kind == THANKS for said in await repo.said(thread, "lead"))


async def thanks_tick(case: Answered) -> tuple[Tick, ...]:
    """Asks beside a final answer whether it thanks whoever spoke up, unless somebody did."""
    if await was_thanked(case.thread, case.repo):
        return ()
    return (Tick("thank", say("thank-label"), hint=say("thank-hint")),)


async def thank_along(case: Answered, event: Event) -> None:
    """Thanks them along with what is said now, if that was ticked and nobody has yet."""
    if event.one("thank") == "yes" and not await was_thanked(case.thread, case.repo):
        await case.repo.say(case.thread, "lead", THANKS, by=case.who.name)


def thanking(kind: str, as_thanking: Callable[[Handle[C]], Of]) -> Mapping[str, Verb]:
    """Makes the verb by which those whom `as_thanking` lets through say thank you."""

    @as_thanking
    async def thank(case: C, _event: Event) -> Outcomes:
        back = back_to(case.thread, kind)
        if await was_thanked(case.thread, case.repo):
            return [Ask(done("thanks-title", "thanks-already", back))]
        sent = await speak(case.thread, THANKS, "", case.repo, case.who.name)
        case.repo.note(case.thread.id, "said: thanks", case.who.person)
        return [Ask(done("thanks-title", "thanks-sent", back)), *sent]

    return {f"{kind}.thanks": Verb("person", thank)}
