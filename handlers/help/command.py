"""What can be done here, in a few lines."""

from handlers.contract.commands import Command, Menu, asks
from handlers.contract.outcomes import Ask, Outcomes
from handlers.contract.people import Event, Visitor
from handlers.registry import menu_buttons
from handlers.shared.numbers import urgent
from prompts.shapes import Block, Form, Text
from prompts.words import say
from storage.repository import Repository


async def show(who: Visitor, _event: Event, repo: Repository) -> Outcomes:
    """Shows the urgent route first, then what Upstander is for."""
    blocks: tuple[Block, ...] = (Text(say("help-what")), Text(say("honest-line")))
    if who.agency:
        blocks = (urgent(who.agency, repo.partnership, repo.now), *blocks)
    return [Ask(Form(title=say("help-title"), blocks=blocks, buttons=menu_buttons("help")))]


COMMAND = Command(
    name="help", menu=Menu(99, frozenset({"launcher"})), verbs={"help": asks("anyone", show)}
)
