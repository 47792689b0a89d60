"""Once a month, where a lead chose so, a scenario is offered to a channel: for each to try alone.

What is kept is that this channel is offered one, and by whom that was chosen. Who tries it isn't.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from handlers.contract.commands import Step, ThreadKind, Verb, asks, at_its_time
from handlers.contract.outcomes import Ask, Outcome, Outcomes, Send, ToRoom, no
from handlers.contract.people import Event, Named
from handlers.shared import questions
from handlers.shared.pages import done
from handlers.shared.scenarios.pack import pack, place_of
from handlers.shared.threads import named_thread
from prompts.shapes import Button, Card, Form, Section, Text
from prompts.words import Day, Labelled, Plain, Words, say
from storage.partnership import Agency, PersonId, Scenario, WorkingTime
from storage.repository import Repository
from storage.schema import Thread
from storage.schema.values import State, ThreadCommand

COMMAND = ThreadCommand("practice")
HOUR = 10
"""By the lead's agency's clock; when it is closed then, as it next opens."""


async def ask(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Asks a lead whether this channel shall be offered a scenario each month, or no more."""
    if refused := _refused(who, event, repo):
        return refused
    if (live := await _offered(event, repo)) is not None:
        return [Ask(_page(live))]
    blocks = (Text(say("practice-offer-intro")),)
    return [Ask(questions.form("practice-offer", "practice.offer", "", blocks=blocks))]


async def begin(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Offers the first one now, and one at the beginning of each month."""
    if refused := _refused(who, event, repo):
        return refused
    if (live := await _offered(event, repo)) is not None or event.place is None:
        return [Ask(_page(live))] if live else no("practice-offer-where")
    thread = named_thread(COMMAND, repo.partnership.is_lead(who.person)[0], who, repo)
    repo.begin(thread)
    language = repo.partnership.languages[0]
    room = await repo.pauses.remember(event.place.id, event.place.address, language)
    repo.pauses.join(thread, room)
    await repo.write()
    return [Ask(done("practice-offer-title", "practice-offer-done")), *await offer(thread, repo)]


async def stop(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Offers this channel none any more; any lead may say so."""
    thread = await repo.thread(event.subject)
    if thread is None or thread.command != COMMAND or not repo.partnership.is_lead(who.person):
        return no("practice-leads-only")
    if thread.state != State.CLOSED:
        await repo.close(thread)
    return [Ask(done("practice-offer-title", "practice-offer-stopped"))]


def _refused(who: Named, event: Event, repo: Repository) -> Outcomes:
    if not repo.partnership.is_lead(who.person):
        return no("practice-leads-only")
    return [] if event.place is not None else no("practice-offer-where")


async def _offered(event: Event, repo: Repository) -> Thread | None:
    room = await repo.pauses.room_at(event.place.id) if event.place else None
    return await repo.pauses.live_in(room, (COMMAND,)) if room else None


def _page(thread: Thread) -> Form:
    told = Text(say("practice-offer-by", name=Plain(thread.raiser_name or ""), day=Day(thread.day)))
    stop = Button(say("practice-offer-stop"), "practice.offer.stop", thread.id)
    return Form(say("practice-offer-title"), blocks=(told,), buttons=(stop,))


async def offer(thread: Thread, repo: Repository) -> list[Outcome]:
    """Posts this month's scenario in the channel, and sets the next month's."""
    if thread.state != State.OPEN:
        return []
    home = repo.partnership.agency(thread.home)
    repo.timers.remind(thread, "offer", next_month(home, repo.now))
    month = WorkingTime(home).local(repo.now)
    scenarios = list(pack(repo.partnership).values())
    card = offer_card(scenarios[(month.year * 12 + month.month) % len(scenarios)])
    return [Send(ToRoom(room), card) for room in await repo.pauses.rooms(thread)]


def next_month(agency: Agency, now: datetime) -> datetime:
    """Finds the first working hour of next month, from ten in the morning on."""
    working = WorkingTime(agency)
    later = working.local(now).replace(day=1, hour=HOUR, minute=0, second=0, microsecond=0)
    first = (later + timedelta(days=32)).replace(day=1)
    return working.next_opening(first.astimezone(UTC))


def offer_card(scenario: Scenario) -> Card:
    """Offers a scenario to whoever wants to try it: no more of it than its title."""
    begin = Button(
        say("practice-offer-try"),
        "practice.on",
        place_of(scenario, scenario.steps[0]),
        "primary",
    )
    title = Text(Labelled(dict(scenario.title)))
    return Card(say("practice-offer-card"), (title, Text(say("practice-offer-alone"))), (begin,))


async def heal(thread: Thread, repo: Repository) -> None:
    """Sets the next month's again of a channel that waits for none."""
    home = repo.partnership.agency(thread.home)
    repo.timers.remind(thread, "offer", next_month(home, repo.now))


async def _raiser_page(thread: Thread, _repo: Repository, _note: Words | None) -> Form:
    return _page(thread)


async def _listed(
    thread: Thread, _name: str, _reader: PersonId | None, _repo: Repository
) -> Section:
    return Section(say("listed-practice", day=Day(thread.day)))


KIND = ThreadKind(
    raiser_page=_raiser_page,
    listed=_listed,
    raised_list="",
    heal={"offered": heal},
)
VERBS: Mapping[str, Verb] = {
    "practice.offer": asks("person", ask),
    "practice.offer.send": Verb("person", begin),
    "practice.offer.stop": Verb("person", stop),
}
STEPS: Mapping[str, Step] = {"offer": at_its_time(offer)}
