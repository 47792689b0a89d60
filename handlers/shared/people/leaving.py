"""What moving a thread on without somebody shares: their part, their card, and who is told."""

from handlers.contract.commands import Absence
from handlers.contract.outcomes import Send, ToPerson, ToRaiser, Update
from handlers.shared.cards import news
from prompts.shapes import Callout, Card
from prompts.words import Plain, say
from storage.partnership import PersonId
from storage.repository import Repository
from storage.schema import Thread


async def leave(thread: Thread, absence: Absence, repo: Repository) -> bool:
    """Takes their part from somebody who is gone, or notes that they can't be reached.

    Gives whether that is new.
    """
    if absence.person not in await repo.audience(thread):
        return False
    if absence.gone:
        await repo.remove_recipient(thread, absence.person)
        await repo.people.count_as_left(absence.person)
        repo.note(thread.id, "gone", absence.person)
        return True
    new = await repo.parts.mark(thread, absence.person)
    if new:
        repo.note(thread.id, "not reached", absence.person)
    return new


async def farewell(thread: Thread, absence: Absence, repo: Repository) -> list[Update]:
    """Changes the card of somebody who moved; whoever left altogether is sent nothing."""
    if not absence.gone or await repo.people.agency_of(absence.person) is None:
        return []
    card = Card(say("card-not-yours"), (Callout(say("card-not-yours-why"), "done"),), ())
    return [Update(absence.person, thread.id, card)]


async def tell_raiser(thread: Thread, what: str, absence: Absence, repo: Repository) -> Send:
    """Tells whoever raised it that somebody left, or can't be reached, and what we do about it."""
    how = "gone" if absence.gone else "unreached"
    await repo.say(thread, "bot", f"{what}-{how}")
    return Send(ToRaiser(thread.id), news())


async def tell_colleagues(thread: Thread, person: PersonId, repo: Repository) -> list[Send]:
    """Tells the agency's leads and fallback who can't be reached, once a day for each person.

    What it was about isn't said: it names somebody in their role, and nobody who raised anything.
    """
    if thread.agency is None or list(await repo.parts.marks_today(person)) != [thread.id]:
        return []
    known = {agency.id: agency for agency in repo.partnership.agencies}
    if (home := known.get(thread.home)) is None:
        return []
    name = await repo.people.name_of(person)
    words = say("unreached-who", name=Plain(name)) if name else say("unreached-unnamed")
    card = Card(say("unreached-card"), (Callout(words, "warn"),), ())
    people = dict.fromkeys((*home.leads, *home.roles.get("fallback", ())))
    return [Send(ToPerson(p), card) for p in people if p != person]
