"""Whose turn it is to argue the other side: `/advocate`, a rota for each meeting.

Somebody who disagrees indeed is worth more than somebody who was asked to (Nemeth and others 2001):
the cards say so. It is by name, by each one's own choice, and declined with one press.
"""

from datetime import timedelta
from typing import Final

from handlers.advocate.pages import (
    WEEKS,
    begin_page,
    day_form,
    declined_card,
    rota_page,
    turn_card,
)
from handlers.advocate.rota import MOST, RotaCase
from handlers.contract.commands import Command, Menu, ThreadKind, Verb, asks
from handlers.contract.outcomes import Ask, Outcome, Outcomes, Refuse, Send, ToPerson, Update, no
from handlers.contract.people import Event, Named
from handlers.shared import questions
from handlers.shared.cases import acts_on
from handlers.shared.days import read_day, unread
from handlers.shared.pages import listed_by_day
from handlers.shared.threads import named_thread
from prompts.shapes import Form
from prompts.words import Words, say
from storage.delivery.due_steps import DueStep
from storage.partnership import PersonId
from storage.repository import Repository
from storage.schema import Thread
from storage.schema.values import ThreadCommand

AHEAD: Final = timedelta(days=366)
"""A meeting that is further away is a slip of the hand."""

KIND = ThreadCommand("advocate")


async def show(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Shows the rota of the meeting in which somebody asks for it."""
    if event.place is None:
        return no("advocate-where")
    case = await _here(event, repo)
    return [Ask(await rota_page(case, who.person) if case else begin_page())]


async def _here(event: Event, repo: Repository) -> RotaCase | None:
    room = await repo.pauses.room_at(event.place.id) if event.place else None
    thread = await repo.pauses.live_in(room, (KIND,)) if room else None
    return await RotaCase.of(thread, repo) if thread else None


async def _find(who: Named, event: Event, repo: Repository) -> "_Mine | None":
    thread = await repo.thread(event.subject)
    if thread is None or thread.command != KIND:
        return None
    return _Mine(who, await RotaCase.of(thread, repo))


class _Mine:
    """A rota, and who acts on it."""

    def __init__(self, who: Named, case: RotaCase) -> None:
        self.who, self.case, self.person = who, case, who.person

    def is_open(self) -> bool:
        """Tells whether it goes on."""
        return self.case.is_open()


of_rota = acts_on(_find, "advocate-gone", when=_Mine.is_open)


@of_rota
async def open_rota(mine: _Mine, _event: Event) -> Outcomes:
    """Shows the rota, from a card."""
    return [Ask(await rota_page(mine.case, mine.person))]


async def join(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Takes turns from now on; whoever is first begins the rota of this meeting."""
    found = await _find(who, event, repo) if event.subject else None
    case = found.case if found else await _here(event, repo) or await _begin(who, event, repo)
    if case is None:
        return no("advocate-where")
    if len(case.rota.people) >= MOST:
        return no("advocate-full")
    case = await case.keep(case.rota.joined(who.person))
    return [Ask(await rota_page(case, who.person, say("advocate-joined")))]


async def _begin(who: Named, event: Event, repo: Repository) -> RotaCase | None:
    if event.place is None:
        return None
    thread = named_thread(KIND, who.agency, who, repo)
    repo.begin(thread)
    language = repo.partnership.languages[0]
    room = await repo.pauses.remember(event.place.id, event.place.address, language)
    repo.pauses.join(thread, room)
    await repo.write()
    return await RotaCase.of(thread, repo)


@of_rota
async def leave(mine: _Mine, _event: Event) -> Outcomes:
    """Takes no more turns; the last one to go ends the rota."""
    case, had = mine.case, await mine.case.turn()
    case = await case.keep(case.rota.without(mine.person))
    page = Ask(await rota_page(case, mine.person, say("advocate-left")))
    if not case.rota.people:
        await case.repo.close(case.thread)
        return [page]
    return [page, *await _passed_on(case, had)]


@of_rota
async def skip(mine: _Mine, _event: Event) -> Outcomes:
    """Declines with one press; the next one is asked, and nobody asks why."""
    case, had = mine.case, await mine.case.turn()
    if had != mine.person:
        return [Ask(await rota_page(case, mine.person, say("advocate-not-yours")))]
    declined = (*case.rota.declined, mine.person)
    case = await case.keep(case.rota.declining(declined))
    page = Ask(await rota_page(case, mine.person, say("advocate-skipped")))
    return [page, Update(mine.person, case.id, declined_card(case)), *await _passed_on(case, had)]


async def _passed_on(case: RotaCase, had: PersonId | None) -> list[Outcome]:
    """Tells whoever has the turn instead, if somebody was told already."""
    turn = await case.turn()
    waits = await case.repo.timers.last_due(case.id, "advocate-tell")
    if turn is None or turn == had or not case.rota.day or waits is not None:
        return []
    return [Send(ToPerson(turn), turn_card(case), key=case.id)]


@of_rota
async def ask_day(mine: _Mine, event: Event) -> Outcomes:
    """Asks when the meeting is next."""
    return [Ask(day_form(mine.case, event))]


@of_rota
async def set_day(mine: _Mine, event: Event) -> Outcomes:
    """Sets the next meeting's day; whoever's turn it is hears on the working day before."""
    case, day = mine.case, read_day(event.one("day"))
    wrong: dict[str, Words] = questions.not_chosen(event, {"weeks": WEEKS})
    if day is None:
        wrong["day"] = unread(event.one("day")) if event.one("day") else say("missing-meeting")
    elif day < case.today:
        wrong["day"] = say("advocate-day-over")
    elif day > case.today + AHEAD:
        wrong["day"] = say("advocate-day-far")
    if wrong or day is None:
        return [Refuse(wrong)]
    rota = case.rota.meeting(day.isoformat(), int(event.one("weeks")))
    case = await case.keep(rota)
    return [Ask(await rota_page(case, mine.person, say("advocate-day-done")))]


async def tell(thread: Thread, _step: DueStep, repo: Repository) -> Outcomes:
    """Tells whoever's turn it is, beforehand."""
    case = await RotaCase.of(thread, repo)
    # One that is over by now, since no server ran, is nobody's turn any more.
    due = case.is_open() and case.rota.day >= case.today.isoformat()
    turn = await case.turn() if due else None
    return [Send(ToPerson(turn), turn_card(case), key=case.id)] if turn else []


async def held(thread: Thread, _step: DueStep, repo: Repository) -> Outcomes:
    """Moves on, once the day of the meeting is over."""
    case = await RotaCase.of(thread, repo)
    if case.is_open() and case.rota.day:
        await case.keep(case.rota.held(await case.gone()))
    return []


async def _page(thread: Thread, repo: Repository, note: Words | None) -> Form:
    case = await RotaCase.of(thread, repo)
    return await rota_page(case, PersonId(thread.raiser or ""), note)


COMMAND = Command(
    name="advocate",
    menu=Menu(84, frozenset({"help", "launcher"}), group="meeting"),
    kinds={
        "advocate": ThreadKind(
            raiser_page=_page, listed=listed_by_day("listed-advocate"), raised_list=""
        )
    },
    verbs={
        "advocate": asks("person", show),
        "advocate.open": asks("person", open_rota),
        "advocate.join": Verb("person", join),
        "advocate.leave": Verb("person", leave),
        "advocate.skip": Verb("person", skip),
        "advocate.day": asks("person", ask_day),
        "advocate.day.send": Verb("person", set_day),
    },
    steps={"advocate-tell": tell, "advocate-held": held},
)
