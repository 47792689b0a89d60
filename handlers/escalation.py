"""Who hears a concern, and what happens while nobody picks it up.

All leads get a card; then a nudge; then the stand-ins and second leads; then the agency's fallback.
Danger ignores working hours, slots and delays.
"""

from collections.abc import Awaitable, Callable, Collection
from datetime import datetime, timedelta
from random import SystemRandom

from handlers.afterward_steps import close
from handlers.cards import lead_card, news
from handlers.contract import Outcome, Outcomes, Send, ToPerson, ToRaiser
from prompts.shapes import Callout, Option
from prompts.words import Labelled, Plain, say
from storage.partnership import Agency, AgencyId, Partnership, PersonId, label
from storage.partnership.calendar import WorkingTime, next_slot
from storage.repository import Repository
from storage.tables import Thread

_chance = SystemRandom()

LAST = "~"
"""Among steps of one moment, the one with this argument is taken last."""


def called(agency: Agency) -> Labelled:
    """An agency's own name, in its languages."""
    return Labelled(dict(agency.name))


def urgent(agency: str, partnership: Partnership) -> Callout:
    """Whom to ring now, in the words and numbers of the person's own agency."""
    routes = partnership.agency(AgencyId(agency)).urgent
    texts = {
        language: ", ".join(f"{label(r.name, language)} {r.number}" for r in routes)
        for language in ("en", "cy")
    }
    return Callout(say("urgent-route", routes=Labelled(texts)), "urgent")


def release_at(release: str, agency: str, repo: Repository) -> datetime | None:
    """When something said anonymously is let go: None is now."""
    times = repo.partnership.times
    if release == "slot":
        return next_slot(repo.partnership, repo.partnership.agency(AgencyId(agency)), repo.now)
    if release == "soon":
        span = (times.soon_max - times.soon_min).total_seconds()
        return repo.now + times.soon_min + timedelta(seconds=_chance.uniform(0, span))
    return None


def held_until(thread: Thread, repo: Repository) -> datetime | None:
    """Until when what is said in an anonymous thread is held back; None is not at all."""
    return release_at(thread.release, thread.agency, repo) if thread.how == "anonymous" else None


Step = Callable[[Thread, str, Repository], Awaitable[Outcomes]]


async def set_out(thread: Thread, repo: Repository, release: Step) -> Outcomes:
    """Something new goes out now, or waits for its release."""
    at = release_at(thread.release, thread.agency, repo)
    if at is None:
        return await release(thread, "", repo)
    repo.timers.remind(thread, "release", at)
    return []


async def release(thread: Thread, _arg: str, repo: Repository) -> Outcomes:
    """It lies before the agency's leads from now on."""
    if thread.state != "waiting":
        return []
    thread.state = "open"
    return await lay_before_leads(thread, repo)


async def lay_before_leads(thread: Thread, repo: Repository) -> Outcomes:
    """Cards to the leads of the thread's agency, and the ladder that starts now."""
    leads = repo.partnership.leads(AgencyId(thread.agency))
    people = [p for lead in leads for p in (lead, await repo.people.stands_in(lead)) if p]
    sent = await _lay_before(thread, people, "lead", repo)
    if not sent:
        return await fallback(thread, "", repo)
    _ladder(thread, repo)
    return sent


def _ladder(thread: Thread, repo: Repository) -> None:
    times = repo.partnership.times
    if thread.danger:
        waits = (times.danger_nudge, times.danger_second, times.danger_fallback)
        moments = tuple(repo.now + wait for wait in waits)
    else:
        hours = WorkingTime(repo.partnership.agency(AgencyId(thread.agency)))
        waits = (times.nudge, times.second, times.fallback)
        moments = tuple(hours.next_opening(hours.add(repo.now, wait)) for wait in waits)
    for name, moment in zip(("nudge", "second", "fallback"), moments, strict=True):
        repo.timers.remind(thread, name, moment)


async def nudge(thread: Thread, _arg: str, repo: Repository) -> Outcomes:
    """Nobody has taken it yet: the leads are asked once more."""
    if thread.state != "open":
        return []
    card = lead_card(thread, repo.partnership, note=say("card-nudge"))
    return [Send(ToPerson(p), card, key=thread.id) for p in await repo.audience(thread)]


async def second(thread: Thread, _arg: str, repo: Repository) -> Outcomes:
    """Still nobody: those who stand in for the leads, and the second lead by name."""
    if thread.state != "open":
        return []
    agency = AgencyId(thread.agency)
    others = list(repo.partnership.holders(agency, "stand_in"))
    again = [p for p in repo.partnership.leads(agency)[1:2] if p in await repo.audience(thread)]
    card = lead_card(thread, repo.partnership, note=say("card-second"))
    reminded = [Send(ToPerson(p), card, key=thread.id) for p in again]
    return [*reminded, *await _lay_before(thread, others, "second", repo)]


async def fallback(thread: Thread, _arg: str, repo: Repository) -> Outcomes:
    """Still nobody: the agency's fallback, and whoever raised it is told, with other routes."""
    if thread.state != "open":
        return []
    people = list(repo.partnership.holders(AgencyId(thread.agency), "fallback"))
    sent = await _lay_before(thread, people, "fallback", repo)
    await repo.say(thread, "bot", "nobody-yet")
    return [*sent, Send(ToRaiser(thread.id), news())]


Heard = Callable[[Thread, str, int, Repository], Awaitable[list[Send]]]
"""What becomes of something said by whoever raised it: its kind and number."""


async def speak(thread: Thread, kind: str, text: str, repo: Repository) -> list[Outcome]:
    """Says something to whoever raised it: now, or at their release."""
    at = held_until(thread, repo)
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
    if thread.state == "closed":
        return []
    number, _, side = arg.partition(":")
    kind = await repo.let_go(thread, int(number))
    if side == "raiser":
        return await heard(thread, kind, int(number), repo)
    return [await _arrived(thread, kind, repo)]


async def deliver(thread: Thread, arg: str, repo: Repository) -> Outcomes:
    """What was held in a concern is let go."""
    return await let_go(thread, arg, repo, heard)


async def heard(thread: Thread, _kind: str, _number: int, repo: Repository) -> list[Send]:
    """Something from whoever raised it reaches the lead who has it."""
    return await told_lead(thread, repo)


async def told_lead(thread: Thread, repo: Repository) -> list[Send]:
    """The lead who has it sees that there is more; what was answered is open again."""
    if thread.state == "answered":
        thread.state = "picked"
        await repo.timers.forget(thread.id, "forget")
    return _to_lead(thread, "card-answered", repo)


def _to_lead(thread: Thread, note: str, repo: Repository) -> list[Send]:
    if thread.picked_by is None:
        return []
    card = lead_card(thread, repo.partnership, note=say(note))
    return [Send(ToPerson(PersonId(thread.picked_by)), card, key=thread.id)]


async def settle(thread: Thread, _arg: str, repo: Repository) -> list[Send]:
    """Whoever raised it says that it is settled: it closes, and the way back is destroyed."""
    if thread.state not in ("answered", "picked") or await waits_for_words(thread, repo):
        return []
    await repo.say(thread, "bot", "settled")
    await close(thread, repo)
    return _to_lead(thread, "card-settled", repo)


async def waits_for_words(thread: Thread, repo: Repository) -> bool:
    """Whether words of theirs are still on their way: those are heard before it closes."""
    held = await repo.timers.last_due(thread.id, "deliver")
    if held is not None:
        repo.timers.remind(thread, "settle", held, LAST)
    return held is not None


async def answered(thread: Thread, repo: Repository) -> None:
    """Answered isn't closed: whoever raised it says whether it is settled, or stays silent."""
    thread.state = "answered"
    await repo.timers.forget(thread.id, "forget")
    repo.timers.remind(thread, "forget", repo.now + repo.answered_for)


async def forget(thread: Thread, _arg: str, repo: Repository) -> Outcomes:
    """Answered, and not a word since: it closes, and the way back is destroyed."""
    held = await repo.timers.last_due(thread.id, "deliver")
    if thread.state == "answered" and held is not None:  # these words are heard before it closes
        repo.timers.remind(thread, "forget", held + repo.answered_for)
    elif thread.state == "answered":
        await close(thread, repo)
    return []


async def _lay_before(
    thread: Thread, people: list[PersonId], role: str, repo: Repository
) -> list[Send]:
    never = {*await repo.audience(thread), *await repo.left_out(thread)}
    fresh = [person for person in dict.fromkeys(people) if person not in never]
    for person in fresh:
        repo.lay_before(thread, person, role)
    card = lead_card(thread, repo.partnership)
    return [Send(ToPerson(p), card, key=thread.id) for p in fresh]


def heard_by(agency: str, left_out: Collection[str], partnership: Partnership) -> bool:
    """Whether anybody there would hear it: a lead, or else the fallback."""
    of = partnership.agency(AgencyId(agency))
    return bool({*of.leads, *of.roles.get("fallback", ())} - set(left_out))


def listeners(partnership: Partnership) -> tuple[Option, ...]:
    """Everybody who may hear a concern, by name and agency, so that they can be left out."""
    found: dict[PersonId, Option] = {}
    for agency in partnership.agencies:
        for person in (*agency.leads, *agency.roles.get("fallback", ())):
            member = partnership.member(person)
            name = Plain(member.name) if member else say("lead-unnamed")
            words = say("lead-of-agency", name=name, agency=called(agency))
            found.setdefault(person, Option(person, words))
    return tuple(found.values())


def other_routes(partnership: Partnership) -> tuple[Plain | Labelled, ...]:
    """Where else to turn, with numbers."""
    return tuple(
        Labelled({lang: f"{label(r.name, lang)}: {r.number}" for lang in ("en", "cy")})
        for r in partnership.other_routes
    )


STEPS = {
    "release": release,
    "nudge": nudge,
    "second": second,
    "fallback": fallback,
    "deliver": deliver,
    "forget": forget,
    "settle": settle,
}
