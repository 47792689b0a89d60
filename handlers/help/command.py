"""What can be done here, in a few lines."""

from handlers.contract import Ask, Command, Event, Outcomes, Verb, Visitor
from handlers.shared.labels import urgent
from prompts.shapes import Block, Button, Form, Text
from prompts.words import say
from storage.repository import Repository


async def show(who: Visitor, _event: Event, repo: Repository) -> Outcomes:
    """The urgent route first, then what Upstander is for."""
    blocks: tuple[Block, ...] = (Text(say("help-what")), Text(say("honest-line")))
    if who.agency:
        blocks = (urgent(who.agency, repo.partnership), *blocks)
    return [
        Ask(
            Form(
                title=say("help-title"),
                blocks=blocks,
                buttons=(
                    Button(say("concern-button"), "concern", style="primary"),
                    Button(say("challenge-button"), "challenge"),
                    Button(say("referral-button"), "referral"),
                    Button(say("opinion-button"), "second-opinion"),
                    Button(say("pause-button"), "pause"),
                    Button(say("debrief-button"), "debrief"),
                    Button(say("mine-button"), "mine"),
                ),
            )
        )
    ]


COMMAND = Command(name="help", verbs={"help": Verb("anyone", show)})
