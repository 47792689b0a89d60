"""The rows of a new pause or debrief, and the room in which it takes place."""

from collections.abc import Sequence
from random import SystemRandom

from handlers.contract.outcomes import Outcomes, no
from handlers.contract.people import Event, Named
from handlers.pause.cards import OURS
from handlers.pause.case import PauseCase
from handlers.pause.form import codes_wanted, many
from handlers.shared.threads import named_thread
from storage.partnership import Partnership, PersonId
from storage.repository import Repository
from storage.schema import Pause, Room
from storage.schema.values import PauseKind, State, ThreadCommand, ThreadRole

QUESTIONS = 3
_chance = SystemRandom()


def place_of(event: Event, room: Room | None) -> str:
    """Tells which conversation it is; '' where there is none."""
    return room.place if room is not None else event.place.id if event.place else ""


async def room_of(event: Event, repo: Repository) -> Room | None:
    """Finds the room in which something was done, or from which somebody asked for it."""
    if event.place is not None:
        return await repo.pauses.room_at(event.place.id)
    return await repo.pauses.room(event.subject) if event.subject else None


async def refused_here(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Refuses a guest, and a meeting that pauses already; nothing for anybody else."""
    if who.agency is None:
        return no("guest")
    room = await room_of(event, repo)
    paused = room is not None and await repo.pauses.live_in(room) is not None
    return no("pause-here") if paused else []


async def begin(kind: PauseKind, who: Named, event: Event, repo: Repository) -> PauseCase:
    """Stores a new pause or debrief, in the room where it was asked for."""
    command = "debrief" if kind == PauseKind.DEBRIEF else "pause"
    thread = named_thread(ThreadCommand(command), who.agency, who, repo)
    repo.begin(thread)
    await repo.say(thread, "raiser", "raised", event.one("what"))
    # The thread's row first, so that the sweep waits for what the keyring is now given.
    await repo.write()
    pause = Pause(
        partnership_id=repo.partnership.id,
        thread_id=thread.id,
        kind=kind,
        by_name=event.one("by") == "named",
        many=many(event) if event.one("by") == "named" else 0,
        minutes=int(event.one("minutes")),
        codes=codes_wanted(event),
        questions=_three_questions(repo.partnership) if kind == PauseKind.VOICES else "",
        keeper=await repo.pauses.ballots.begin(),
        word=repo.pauses.code(thread.id, -1),
    )
    await repo.pauses.begin(pause)
    if (room := await remembered(event, repo)) is not None:
        repo.pauses.join(thread, room)
    return PauseCase(thread, repo, pause)


async def remembered(event: Event, repo: Repository) -> Room | None:
    """Finds the room in which something was done, and remembers a conversation as one."""
    if event.place is None:
        return await room_of(event, repo)
    language = repo.partnership.languages[0]
    return await repo.pauses.remember(event.place.id, event.place.address, language)


async def asked_by(who: Named, chairs: Sequence[PersonId], repo: Repository) -> str:
    """Stores who asks for a pause in their own name: for the chair to open, and on no card."""
    thread = named_thread(ThreadCommand("asked"), who.agency, who, repo)
    thread.state = State.CLOSED  # nobody has anything to do with it but to read it
    repo.begin(thread)
    for chair in chairs:
        repo.add_recipient(thread, chair, ThreadRole.PAST)
    await repo.say(thread, "raiser", "raised", who.name)
    repo.note(thread.id, "closed")
    return thread.id


def _three_questions(partnership: Partnership) -> str:
    """Draws three of the set, others each time."""
    own = len(partnership.pauses.questions)
    every = range(own) if own else range(1, OURS + 1)
    return ",".join(str(n) for n in _chance.sample(every, min(QUESTIONS, len(every))))
