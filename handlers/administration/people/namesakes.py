"""Whether somebody who is about to be added is there already: asked once, and never in the way.

Of two people of one name each has an id of their own; an address can only be one person's.
"""

from dataclasses import dataclass, replace
from typing import Final

from handlers.administration.deciding import HOME
from handlers.contract.outcomes import Ask
from handlers.contract.people import Event, Named
from handlers.shared import questions
from handlers.shared.labels import agency_name
from prompts.shapes import Button, Callout, Choice, Form
from prompts.words import Plain, Words, say
from storage.partnership import Agency, AgencyId, PersonId, Platform, PlatformId
from storage.partnership.changes.deciding import administers
from storage.partnership.emails import one_spelling
from storage.repository import Repository
from storage.typed.names import same_spelling

SAME: Final = "same"
ANSWERS: Final = ("no", "yes")


@dataclass(frozen=True)
class There:
    """Somebody who is there already, and may be the one who is to be added."""

    person: PersonId
    agency: AgencyId
    name: Words
    why: str
    """Whether it is their name at this agency, or their address anywhere."""


async def found(who: Named, event: Event, agency: Agency, repo: Repository) -> There | None:
    """Finds who has this address anywhere, or this name at this agency, also in Slack or Teams."""
    address, name = one_spelling(event.one("email")), event.one("name")
    own = administers(who.person, repo.partnership)
    for member in repo.partnership.members:
        if address and member.email and one_spelling(member.email) == address:
            # Whose an address is at another agency is for those to say who look after that one.
            called = (
                Plain(member.name) if member.agency in own else say("administration-someone-else")
            )
            return There(member.id, member.agency, called, "address")
    for known in await repo.people.called(name, agency.id):
        if same_spelling(known.name) == same_spelling(name):
            return There(known.person, agency.id, Plain(known.name), "name")
    return None


def asked_whether(there: There, form: Form, event: Event, repo: Repository) -> Form:
    """Asks in a form, above all else, whether it is the same person."""
    at = agency_name(there.agency, repo.partnership)
    who = Callout(say(f"administration-same-{there.why}", name=there.name, agency=at), "warn")
    options = questions.options("administration-same", ANSWERS)
    asked = Choice(SAME, say("administration-same-title"), options, value=event.one(SAME))
    return replace(form, blocks=(who,), fields=(asked, *form.fields))


def nobody_added(there: There, agency: Agency, repo: Repository) -> Ask:
    """Says what to do for somebody who is there already."""
    at = agency_name(there.agency, repo.partnership)
    how = "listed" if PlatformId.read(there.person).platform == Platform.WEB else "platform"
    how = how if there.agency == agency.id else "elsewhere"
    words = say(f"administration-same-{how}", name=there.name, agency=at)
    buttons = (
        Button(say("administration-role-title"), "administration.role", agency.id),
        Button(say("administration-sheet-title"), "administration.sheet"),
        HOME,
    )
    title = say("administration-same-title")
    return Ask(Form(title, blocks=(Callout(words, "note"),), buttons=buttons))
