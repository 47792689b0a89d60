"""Whoever will be away names who stands in: for what they hear, and for what is theirs."""

from handlers.contract.commands import Command, Menu, Verb, asks
from handlers.contract.outcomes import Ask, Outcomes, Refuse
from handlers.contract.people import Event, Named
from handlers.shared.days import read_day, unread
from handlers.shared.labels import hearers, listeners
from handlers.shared.pages import done
from handlers.shared.questions import form
from prompts.shapes import Choice, Line
from prompts.words import Words, say
from storage.partnership import PersonId
from storage.repository import Repository


async def ask(who: Named, _event: Event, repo: Repository) -> Outcomes:
    """Asks who stands in, and from which day to which."""
    others = tuple(o for o in await listeners(repo) if o.value != who.person)
    day = (await repo.people.today_of(who.person)).isoformat()
    person = Choice("person", say("standin-label"), others, look="select")
    first = Line("first", say("standin-first"), value=day, required=True, kind="date")
    last = Line("last", say("standin-last"), value=day, required=True, kind="date")
    return [Ask(form("standin", "standin", "", person, first, last))]


async def take(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Names the stand-in, who from then on hears what they would hear."""
    first, last = read_day(event.one("first")), read_day(event.one("last"))
    errors: dict[str, Words] = {}
    if event.one("person") not in hearers(repo.partnership).keys() - {who.person}:
        errors["person"] = say("missing-person")
    if first is None:
        errors["first"] = unread(event.one("first")) if event.one("first") else say("missing-day")
    today = await repo.people.today_of(who.person)
    if last is None and event.one("last"):
        errors["last"] = unread(event.one("last"))
    elif last is None or last < max(first or today, today):
        errors["last"] = say("missing-last-day")
    if errors or first is None or last is None:
        return [Refuse(errors)]
    await repo.people.name_stand_in(who.person, PersonId(event.one("person")), first, last)
    return [Ask(done("standin-done-title", "standin-done"))]


COMMAND = Command(
    name="standin",
    menu=Menu(90, frozenset()),
    verbs={"standin": asks("person", ask), "standin.send": Verb("person", take)},
)
