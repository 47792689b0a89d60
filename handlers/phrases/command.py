"""Help me say it: sentences to start from, alone or beside a box. Nothing of it is kept."""

from handlers.contract.commands import Command, Menu, Verb, asks
from handlers.contract.outcomes import Ask, Outcomes, Refuse
from handlers.contract.people import Event, Visitor
from handlers.phrases.beside import beside
from handlers.phrases.page import ANSWERING, TOPICS, page, topic_form
from prompts.words import say
from storage.repository import Repository


async def start(_who: Visitor, _event: Event, _repo: Repository) -> Outcomes:
    """Asks what it is about."""
    return [Ask(topic_form())]


async def show(_who: Visitor, event: Event, repo: Repository) -> Outcomes:
    """Shows sentences about that, in four strengths and other shapes."""
    topic = event.one("topic")
    if topic not in {*TOPICS, ANSWERING}:
        return [Refuse({"topic": say("missing-topic")})]
    return [Ask(page(topic, repo.partnership))]


COMMAND = Command(
    name="phrases",
    menu=Menu(62),
    verbs={
        "phrases": asks("anyone", start),
        "phrases.send": Verb("anyone", show, unseen=True),
        "phrases.beside": asks("anyone", beside, public=True),
    },
)
