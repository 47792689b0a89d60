"""Find the right route: two questions lead to whom to turn to. Nothing of it is kept.

Whoever asks is nobody here; what they answer comes with one form, shapes the page that follows, and
stands in no row, log, count or address.
"""

from handlers.contract.commands import Command, Menu, Verb, asks
from handlers.contract.outcomes import Ask, Outcomes, Refuse
from handlers.contract.people import Event, Visitor
from handlers.routes.page import ABOUT, RAISED, found, questions_form
from handlers.shared import questions
from storage.repository import Repository


async def ask(_who: Visitor, event: Event, _repo: Repository) -> Outcomes:
    """Asks what it is about, and whether it was raised."""
    return [Ask(questions_form(event))]


async def show(who: Visitor, event: Event, repo: Repository) -> Outcomes:
    """Shows what to do first, and the routes that fit, those of one's own agency before others."""
    if wrong := questions.not_chosen(event, {"route": ABOUT, "raised": RAISED}):
        return [Refuse(wrong)]
    return [Ask(found(event, who.agency, repo.partnership, repo.now))]


COMMAND = Command(
    name="routes",
    menu=Menu(98),
    verbs={
        "routes": asks("anyone", ask, unseen=True, public=True),
        "routes.send": Verb("anyone", show, unseen=True, public=True),
    },
)
