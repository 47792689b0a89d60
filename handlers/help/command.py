"""Who can help: whom to call now, who listens, where else to turn, and what can be done here."""

from dataclasses import replace

from handlers.contract.commands import Command, Menu, asks
from handlers.contract.outcomes import Ask, Outcomes
from handlers.contract.people import Event, Visitor
from handlers.help.page import own_page, public_page
from handlers.registry import grouped, menu_buttons
from prompts.shapes import Section, Text
from prompts.words import say
from storage.repository import Repository


async def show(who: Visitor, _event: Event, repo: Repository) -> Outcomes:
    """Shows the numbers that are open now first, and at the end what Upstander is for."""
    if who.agency:
        page = await own_page(who.agency, repo)
    else:
        page = public_page(repo.partnership, repo.now)
    here = Section(say("help-here"), (Text(say("help-what")), Text(say("honest-line"))))
    sections = (*page.sections, here, *grouped("help"))
    return [Ask(replace(page, sections=sections, buttons=menu_buttons("help")[:1]))]


COMMAND = Command(
    name="help",
    menu=Menu(99, frozenset({"home", "launcher"})),
    verbs={"help": asks("anyone", show)},
)
