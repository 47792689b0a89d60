"""Who hears a concern, and what happens while nobody picks it up.

All leads get a card; then a nudge; then the stand-ins and second leads; then the agency's fallback.
Danger ignores working hours, slots and delays.
"""

from collections.abc import Mapping

from handlers.concern.cards import lead_card
from handlers.contract import Outcomes, Send, Step, ToPerson, ToRaiser, at_its_time
from handlers.shared.cards import news
from handlers.shared.closing import close, forget
from handlers.shared.release import delivers, waits_for_held_words
from prompts.words import say
from storage.partnership import PersonId
from storage.partnership.calendar import WorkingTime
from storage.repository import Repository
from storage.schema import Thread
from storage.schema.values import State, ThreadRole


async def release(thread: Thread, repo: Repository) -> Outcomes:
    """It lies before the agency's leads from now on."""
    if thread.state != State.WAITING:
        return []
    thread.state = State.OPEN
    return await notify_leads(thread, repo)


async def notify_leads(thread: Thread, repo: Repository) -> Outcomes:
    """Cards to the leads of the thread's agency, and the ladder that starts now."""
    leads = repo.partnership.leads(thread.home)
    people = [p for lead in leads for p in (lead, await repo.people.stands_in(lead)) if p]
    sent = await _add_recipients(thread, people, ThreadRole.LEAD, repo)
    if not sent:
        return await fallback(thread, repo)
    _ladder(thread, repo)
    return sent


def _ladder(thread: Thread, repo: Repository) -> None:
    times = repo.partnership.times
    if thread.danger:
        waits = (times.danger_nudge, times.danger_second, times.danger_fallback)
        moments = tuple(repo.now + wait for wait in waits)
    else:
        hours = WorkingTime(repo.partnership.agency(thread.home))
        waits = (times.nudge, times.second, times.fallback)
        moments = tuple(hours.next_opening(hours.add(repo.now, wait)) for wait in waits)
    for name, moment in zip(("nudge", "second", "fallback"), moments, strict=True):
        repo.timers.remind(thread, name, moment)


async def nudge(thread: Thread, repo: Repository) -> Outcomes:
    """Nobody has taken it yet: the leads are asked once more."""
    if thread.state != State.OPEN:
        return []
    card = lead_card(thread, repo.partnership, note=say("card-nudge"))
    return [Send(ToPerson(p), card, key=thread.id) for p in await repo.audience(thread)]


async def second(thread: Thread, repo: Repository) -> Outcomes:
    """Still nobody: those who stand in for the leads, and the second lead by name."""
    if thread.state != State.OPEN:
        return []
    agency = thread.home
    others = list(repo.partnership.holders(agency, "stand_in"))
    again = [p for p in repo.partnership.leads(agency)[1:2] if p in await repo.audience(thread)]
    card = lead_card(thread, repo.partnership, note=say("card-second"))
    reminded = [Send(ToPerson(p), card, key=thread.id) for p in again]
    return [*reminded, *await _add_recipients(thread, others, ThreadRole.SECOND, repo)]


async def fallback(thread: Thread, repo: Repository) -> Outcomes:
    """Still nobody: the agency's fallback, and whoever raised it is told, with other routes."""
    if thread.state != State.OPEN:
        return []
    people = list(repo.partnership.holders(thread.home, "fallback"))
    sent = await _add_recipients(thread, people, ThreadRole.FALLBACK, repo)
    await repo.say(thread, "bot", "nobody-yet")
    return [*sent, Send(ToRaiser(thread.id), news())]


async def heard(thread: Thread, _kind: str, _number: int, repo: Repository) -> list[Send]:
    """Something from whoever raised it reaches the lead who has it."""
    return await told_lead(thread, repo)


async def told_lead(thread: Thread, repo: Repository) -> list[Send]:
    """The lead who has it sees that there is more; what was answered is open again."""
    if thread.state == State.ANSWERED:
        thread.state = State.PICKED
        await repo.timers.forget(thread.id, "forget")
    return _to_lead(thread, "card-answered", repo)


def _to_lead(thread: Thread, note: str, repo: Repository) -> list[Send]:
    if thread.picked_by is None:
        return []
    card = lead_card(thread, repo.partnership, note=say(note))
    return [Send(ToPerson(PersonId(thread.picked_by)), card, key=thread.id)]


async def settle(thread: Thread, repo: Repository) -> list[Send]:
    """Whoever raised it says that it is settled: it closes, and the way back is destroyed."""
    if thread.state not in (State.ANSWERED, State.PICKED) or await waits_for_held_words(
        thread, repo
    ):
        return []
    await repo.say(thread, "bot", "settled")
    await close(thread, repo)
    return _to_lead(thread, "card-settled", repo)


async def _add_recipients(
    thread: Thread, people: list[PersonId], role: ThreadRole, repo: Repository
) -> list[Send]:
    never = {*await repo.audience(thread), *await repo.left_out(thread)}
    fresh = [person for person in dict.fromkeys(people) if person not in never]
    for person in fresh:
        repo.add_recipient(thread, person, role)
    card = lead_card(thread, repo.partnership)
    return [Send(ToPerson(p), card, key=thread.id) for p in fresh]


STEPS: Mapping[str, Step] = {
    "release": at_its_time(release),
    "nudge": at_its_time(nudge),
    "second": at_its_time(second),
    "fallback": at_its_time(fallback),
    "deliver": delivers(heard),
    "forget": at_its_time(forget),
    "settle": at_its_time(settle),
}
