"""A pause whose chair left goes on with another chair of its room, or ends in the ordinary way."""

from handlers.contract.commands import Absence
from handlers.contract.outcomes import Outcomes, Send, ToPerson
from handlers.pause.cards import chair_card, tell_rooms
from handlers.pause.case import PauseCase
from prompts.words import Plain, say
from storage.partnership import PersonId, PlatformId
from storage.repository import Repository
from storage.schema import Thread


async def without(thread: Thread, absence: Absence, repo: Repository) -> Outcomes:
    """Gives a meeting another of its chairs. Whoever is only not reached chairs from the room."""
    case = await PauseCase.of(thread, repo)
    if not absence.gone or not case.is_open() or thread.raiser != absence.person:
        return []
    chair = await _another(case, absence.person)
    name = await repo.people.name_of(chair) if chair else None
    thread.raiser, thread.raiser_name = chair, name
    repo.note(case.id, "chair left", absence.person)
    if chair is None:
        return await tell_rooms(case, say("pause-chair-left"))
    words = say("pause-chair-now", name=Plain(name)) if name else say("pause-chair-other")
    return [Send(ToPerson(chair), chair_card(case)), *await tell_rooms(case, words)]


async def _another(case: PauseCase, gone: PersonId) -> PersonId | None:
    """Finds another chair whom the partnership names for one of its rooms."""
    left = (await case.repo.people.left()).altogether
    for id in await case.rooms():
        room = await case.repo.pauses.room(PlatformId.read(id).own)
        chairs = case.partnership.chairs_of(room.place) if room else ()
        if here := [chair for chair in chairs if chair != gone and chair not in left]:
            return here[0]
    return None
