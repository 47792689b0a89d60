"""The language somebody wants to be spoken to in."""

from handlers.contract.commands import Command, Menu, Verb, asks
from handlers.contract.outcomes import Ask, Outcomes, Refuse, no
from handlers.contract.people import Event, Named
from handlers.shared.pages import done
from handlers.shared.questions import form
from prompts.shapes import Choice, Option
from prompts.words import Plain, say
from storage.repository import Repository

NAMES = {"en": "English", "cy": "Cymraeg"}


async def ask(_who: Named, _event: Event, repo: Repository) -> Outcomes:
    """Asks for one of the partnership's languages."""
    options = tuple(Option(code, Plain(NAMES[code])) for code in repo.partnership.languages)
    choice = Choice("language", say("language-label"), options)
    return [Ask(form("language", "language", "", choice))]


async def choose(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Says everything from now on in that language."""
    chosen = event.one("language")
    if chosen not in repo.partnership.languages:
        return [Refuse({"language": say("missing-language")})]
    if not await repo.people.choose_language(who.person, chosen):
        return no("language-unknown-person")
    return [Ask(done("language-done-title", "language-done"))]


COMMAND = Command(
    name="language",
    menu=Menu(95, frozenset()),
    verbs={"language": asks("person", ask), "language.send": Verb("person", choose)},
)
