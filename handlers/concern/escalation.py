"""Who hears a concern, and what happens while nobody picks it up.

All leads get a card; then a nudge; then the stand-ins and second leads; then the agency's fallback.
Danger ignores working hours, slots and delays.
"""

from collections.abc import Iterable, Mapping

from handlers.concern.cards import lead_card
from handlers.concern.case import ConcernCase, while_in
from handlers.contract.commands import Step, at_its_time
from handlers.contract.outcomes import Send, ToPerson, ToRaiser
from handlers.shared.cards import news
from handlers.shared.closing import answered, close, forget
from handlers.shared.desk.telling import is_about_story
from handlers.shared.desk.thanking import GRATEFUL
from handlers.shared.moments import counted_from
from handlers.shared.people.fallback import any_outside, fallbacks_for
from handlers.shared.people.recipients import named_since
from handlers.shared.release import delivers, waits_for_held_words
from prompts.words import Words, say
from storage.partnership import PersonId
from storage.partnership.calendar import WorkingTime
from storage.repository import Repository
from storage.schema import Thread
from storage.schema.values import How, State, ThreadRole

REMINDERS = ("nudge", "second", "fallback")
NEW = say("card-answered")


@while_in(State.WAITING)
async def release(case: ConcernCase) -> list[Send]:
    """Opens the concern to the agency's leads."""
    case.thread.state = State.OPEN
    return await notify_leads(case)


async def notify_leads(case: ConcernCase) -> list[Send]:
    """Adds the agency's leads as recipients and starts the reminders; or else asks its fallback."""
    sent = await _add_recipients(case, await case.leads(), ThreadRole.LEAD)
    sent = sent or await _ask_fallback(case)
    if not sent:
        return await _tell(case, "nobody-else")
    _remind(case)
    return sent


def _remind(case: ConcernCase) -> None:
    repo, times = case.repo, case.partnership.times
    if case.thread.danger:
        waits = (times.danger_nudge, times.danger_second, times.danger_fallback)
        moments = tuple(repo.now + wait for wait in waits)
    else:
        hours, now = WorkingTime(case.home), counted_from(case.thread, repo)
        waits = (times.nudge, times.second, times.fallback)
        moments = tuple(hours.next_opening(hours.add(now, wait)) for wait in waits)
    for name, moment in zip(REMINDERS, moments, strict=True):
        repo.timers.remind(case.thread, name, moment)


def _cards(case: ConcernCase, people: Iterable[PersonId], note: Words | None = None) -> list[Send]:
    card = lead_card(case, note)
    return [Send(ToPerson(p), card, key=case.id) for p in people]


@while_in(State.OPEN)
async def nudge(case: ConcernCase) -> list[Send]:
    """Asks the leads once more, as nobody has picked the concern up yet."""
    return _cards(case, await case.recipients(), say("card-nudge"))


@while_in(State.OPEN)
async def second(case: ConcernCase) -> list[Send]:
    """Asks those who stand in for the leads, and the second lead by name."""
    heard_it = await case.recipients()
    again = _cards(case, (p for p in case.home.leads[1:2] if p in heard_it), say("card-second"))
    others = case.partnership.holders(case.agency, "stand_in")
    return [*again, *await _add_recipients(case, others, ThreadRole.SECOND)]


@while_in(State.OPEN)
async def fallback(case: ConcernCase) -> list[Send]:
    """Asks the agency's fallback, and tells whoever raised the concern, with other routes."""
    sent = await _ask_fallback(case)
    return [*sent, *await _tell(case, "nobody-yet" if sent else "nobody-else")]


async def _ask_fallback(case: ConcernCase) -> list[Send]:
    """Asks those who come last, without whom it names. Where that is somebody of another agency,
    a name stays behind until its raiser lets it go along, as it does when it is passed on."""
    thread, repo = case.thread, case.repo
    never = await repo.left_out(thread) | await repo.parts.unreached(thread)
    never |= (await repo.people.left()).altogether
    last = fallbacks_for(thread, repo.partnership, never)
    while last and (named := await named_since(last, thread, repo)):
        never |= named
        last = fallbacks_for(thread, repo.partnership, never)
    fresh = {*last} - {*await case.recipients()}
    outside = any_outside(fresh, thread.home, repo.partnership)
    if outside and thread.how == How.NAMED and thread.name_goes:
        thread.name_goes = False
        await repo.say(thread, "bot", "name-asked")
    return await _add_recipients(case, last, ThreadRole.FALLBACK)


async def _tell(case: ConcernCase, words: str) -> list[Send]:
    """Tells whoever raised it that nobody has taken it, and shows where else to turn."""
    await case.repo.say(case.thread, "bot", words)
    return [Send(ToRaiser(case.id), news())]


async def ask_others(case: ConcernCase) -> list[Send]:
    """Asks leads who weren't asked yet; once nobody is left who was, those who come next."""
    if sent := await _add_recipients(case, await case.newer_leads(), ThreadRole.LEAD):
        return sent
    return [] if await case.live() else await ask_anew(case)


@while_in(State.OPEN)
async def joined(case: ConcernCase) -> list[Send]:
    """Asks whoever leads there by now and wasn't asked; whoever stands in hears what is new."""
    fresh = [person for person in await case.newer_leads() if person in case.home.leads]
    return await _add_recipients(case, fresh, ThreadRole.LEAD)


async def ask_anew(case: ConcernCase, note: Words | None = None) -> list[Send]:
    """Asks everybody once more, as nobody has it any more; in danger the stand-ins at once too."""
    sent = _cards(case, await case.live(), note)
    sent += await _add_recipients(case, await case.newer_leads(), ThreadRole.LEAD)
    if not sent or case.thread.danger:
        others = case.partnership.holders(case.agency, "stand_in")
        sent += await _add_recipients(case, others, ThreadRole.SECOND)
    if not sent:
        return await fallback(case.thread, case.repo)
    _remind(case)
    return sent


async def heard(thread: Thread, kind: str, number: int, repo: Repository) -> list[Send]:
    """Tells the lead who has the concern that there is more; what was answered is open again,
    unless they only say thank you, or whether the story may be told.
    """
    case = ConcernCase(thread, repo)
    if kind == GRATEFUL:
        return _cards(case, case.owner(), NEW)
    if await is_about_story(thread, number, repo):
        if thread.state == State.ANSWERED:
            await answered(thread, repo)
        return _cards(case, case.owner(), NEW)
    if thread.state == State.ANSWERED:
        thread.state = State.PICKED
        await repo.timers.forget(thread.id, "forget")
    if thread.state == State.PICKED and not case.owner():  # whoever answered has left since
        thread.state, thread.picked_name = State.OPEN, None
        return await ask_anew(case, NEW)
    return _cards(case, case.owner(), NEW)


@while_in(State.ANSWERED, State.PICKED, State.OPEN)
async def settle(case: ConcernCase) -> list[Send]:
    """Closes a concern that its raiser says is settled, and destroys the way back to them.

    One that nobody picked up yet, by name, is taken back: everybody who was asked is told.
    """
    thread, repo = case.thread, case.repo
    if await waits_for_held_words(thread, repo):
        return []
    if thread.state == State.OPEN:
        asked = await case.recipients()
        await repo.say(thread, "bot", "withdrawn")
        await close(thread, repo)
        return _cards(case, asked, say("card-withdrawn"))
    await repo.say(thread, "bot", "settled")
    await close(thread, repo)
    return _cards(case, case.owner(), say("card-settled"))


async def _add_recipients(
    case: ConcernCase, people: Iterable[PersonId], role: ThreadRole
) -> list[Send]:
    thread, repo = case.thread, case.repo
    never = {*await case.recipients(), *await repo.left_out(thread), thread.raiser}
    left = await repo.people.left()
    fresh = [
        person
        for person in dict.fromkeys(people)
        if person not in never and not left.has_left(person, case.agency)
    ]
    named = await named_since(fresh, thread, repo)
    fresh = [person for person in fresh if person not in named]
    for person in fresh:
        repo.add_recipient(thread, person, role)
    return _cards(case, fresh)


STEPS: Mapping[str, Step] = {
    "release": at_its_time(release),
    "nudge": at_its_time(nudge),
    "second": at_its_time(second),
    "fallback": at_its_time(fallback),
    "deliver": delivers(heard),
    "forget": at_its_time(forget),
    "settle": at_its_time(settle),
}
