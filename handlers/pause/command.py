"""Pausing a meeting to think: `/pause`. Whoever starts it chairs it, or asks the chair for it."""

from handlers.contract.commands import EVERYWHERE, Command, Menu, Verb, asks
from handlers.contract.outcomes import Ask, Outcome, Outcomes, Refuse, Send, ToPerson, ToRoom, no
from handlers.contract.people import Event, Named, Raiser, Visitor
from handlers.pause import answering, chair, codes, grouping
from handlers.pause.cards import room_card
from handlers.pause.case import PauseCase
from handlers.pause.form import ask_form, join_form, pause_form, problems
from handlers.pause.kind import ASKED, KIND, asked_page
from handlers.pause.pages import chair_page
from handlers.pause.practising import form as practising
from handlers.pause.recording import asked_by, begin, place_of, remembered, room_of
from handlers.pause.rounds import STEPS, open_round
from handlers.shared.pages import done
from handlers.shared.questions import called, chosen_among
from prompts.shapes import Button, Card
from prompts.words import say
from storage.directory.meetings import room_id
from storage.partnership import PersonId
from storage.repository import Repository
from storage.repository.people.people import Known
from storage.schema.values import PauseKind


async def start(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Shows the form; where the partnership names a chair, everybody else may ask that chair."""
    room = await room_of(event, repo)
    if who.agency is None:
        return no("guest")
    if room is not None and (live := await repo.pauses.live_in(room)) is not None:
        return no("pause-here" if live.raiser != who.person else "pause-here-yours")
    chairs = repo.partnership.chairs_of(place_of(event, room))
    if chairs and who.person not in chairs:
        return [Ask(ask_form(event, True, repo.partnership, who.agency))]
    return [Ask(pause_form(event, repo.partnership))]


async def send(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Pauses the meeting: its card stands in the room, and the first round is open."""
    if errors := problems(event):
        return [Refuse(errors)]
    if who.agency is None:
        return no("guest")
    room = await room_of(event, repo)
    if room is not None and await repo.pauses.live_in(room) is not None:
        return no("pause-here")
    case = await begin(PauseKind(event.one("kind")), who, event, repo)
    opened = await open_round(case)
    return [Ask(await chair_page(case)), *opened]


# Asking the chair


async def ask(who: Visitor, event: Event, repo: Repository) -> Outcomes:
    """Shows the form in which somebody who doesn't chair asks for a pause, in private."""
    known = bool(await _chairs(event, repo))
    owners = await chosen_among(event, event.one("agency"), repo)
    return [Ask(ask_form(event, known, repo.partnership, who.agency, owners))]


async def _chairs(event: Event, repo: Repository) -> tuple[PersonId, ...]:
    room = await room_of(event, repo)
    return repo.partnership.chairs_of(place_of(event, room))


async def ask_send(who: Raiser, event: Event, repo: Repository) -> Outcomes:
    """Tells the chair; by whom, only if they gave their name."""
    if event.one("how") not in ("named", "anonymous"):
        return [Refuse({"how": say("missing-how")})]
    chairs = await _chairs(event, repo)
    if not chairs:
        found = await _meant(who, event, repo)
        if not isinstance(found, Known):
            return found
        chairs = (found.person,)
    room = await remembered(event, repo)
    start_it = Button(say("pause-start"), "pause", room.id if room else "", "primary")
    buttons: tuple[Button, ...] = (start_it,)
    if isinstance(who, Named):
        asked = await asked_by(who, chairs, repo)
        buttons = (start_it, Button(say("pause-who"), "pause.who", asked))
    card = Card(say("pause-asked"), (), buttons)
    told: list[Outcome] = [Send(ToPerson(chair), card) for chair in chairs]
    return [Ask(done("pause-ask-title", "pause-ask-done")), *told]


async def who_asks(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Shows the chair who asked for a pause in their own name."""
    thread = await repo.thread(event.subject)
    if thread is None or thread.command != "asked":
        return no("not-for-you")
    left = await repo.people.left()
    if who.person not in await repo.audience(thread) or who.person in left.altogether:
        return no("not-for-you")
    return [Ask(await asked_page(thread, repo, None))]


async def _meant(who: Raiser, event: Event, repo: Repository) -> Known | Outcomes:
    if event.one("agency") not in {agency.id for agency in repo.partnership.agencies}:
        return [Refuse({"agency": say("missing-agency")})]
    found = await called(event, event.one("agency"), repo)
    if not found.people:
        return [Refuse({"owner": say("pause-whom-unknown")})]
    return found.one or [Ask(ask_form(event, False, repo.partnership, who.agency, found.options))]


# Another room


async def join(_who: Named, event: Event, _repo: Repository) -> Outcomes:
    """Shows the form in which the pause's join code is typed."""
    return [Ask(join_form(event))]


async def join_send(_who: Named, event: Event, repo: Repository) -> Outcomes:
    """Lets this room take part too: one pause, one result."""
    thread = await repo.pauses.by_word(event.one("word"))
    if thread is None:
        return [Refuse({"word": say("pause-word-wrong")})]
    if event.place is None:
        return no("pause-join-where")
    room = await remembered(event, repo)
    if room is None or room_id(room) in await repo.pauses.rooms(thread):
        return no("pause-joined-already")
    repo.pauses.join(thread, room)
    case = await PauseCase.of(thread, repo)
    card = room_card(case, await case.latest())
    page = done("pause-join-title", "pause-join-done")
    return [Ask(page), Send(ToRoom(room_id(room)), card, key=case.key)]


COMMAND = Command(
    name="pause",
    menu=Menu(50, EVERYWHERE, group="meeting"),
    kinds={"pause": KIND, "asked": ASKED},
    verbs={
        "pause": asks("person", start),
        "pause.send": Verb("person", send),
        "pause.ask": asks("anyone", ask),
        "pause.ask.send": Verb("raising", ask_send),
        "pause.who": asks("person", who_asks),
        "pause.join": asks("person", join),
        "pause.join.send": Verb("person", join_send),
        **answering.VERBS,
        **chair.VERBS,
        **codes.VERBS,
        **grouping.VERBS,
        **practising.VERBS,
    },
    steps=STEPS,
)
