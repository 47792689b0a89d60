"""The language somebody wants to be spoken to in."""

from handlers.contract.commands import Command, Menu, Verb, asks
from handlers.contract.outcomes import Ask, Outcomes, Refuse
from handlers.contract.people import Event, Named
from handlers.shared.pages import done
from prompts.shapes import Choice, Form, Option
from prompts.words import Plain, say
from storage.repository import Repository

NAMES = {"en": "English", "cy": "Cymraeg"}


async def ask(_who: Named, _event: Event, repo: Repository) -> Outcomes:
    """Which of the partnership's languages."""
    options = tuple(Option(code, Plain(NAMES[code])) for code in repo.partnership.languages)
    return [
        Ask(
            Form(
                title=say("language-title"),
                verb="language.send",
                fields=(Choice("language", say("language-label"), options),),
                submit=say("language-submit"),
            )
        )
    ]


async def choose(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Everything from now on is in that language."""
    chosen = event.one("language")
    if chosen not in repo.partnership.languages:
        return [Refuse({"language": say("missing-language")})]
    if not await repo.people.choose_language(who.person, chosen):
        return [Refuse({"": say("language-unknown-person")})]
    return [Ask(done("language-done-title", "language-done"))]


COMMAND = Command(
    name="language",
    menu=Menu(95, frozenset()),
    verbs={"language": asks("person", ask), "language.send": Verb("person", choose)},
)
