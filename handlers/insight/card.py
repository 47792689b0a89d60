"""A card for the team's channel, which a leader writes, looks at, and sends in their own name."""

from collections.abc import Mapping
from typing import Final

from handlers.contract.commands import Verb, asks
from handlers.contract.outcomes import Ask, Outcomes, Refuse, Send, ToRoom, no
from handlers.contract.people import Event, Named
from handlers.insight.labels import quarter_name
from handlers.insight.told import BACK
from handlers.shared.pages import done, text_wrong
from handlers.shared.questions import form
from prompts.shapes import Callout, Card, Form, Long, Said, Text
from prompts.words import Plain, Words, say
from storage.directory.meetings import room_id
from storage.repository import Repository
from storage.repository.published.figures import Quarter

MOST: Final = 1500


def team_words(quarter: Quarter) -> Words:
    """Gives the words to begin with; how many were raised, if that is shown."""
    raised = quarter.total("concern")
    if raised is None:
        return say("leaders-card-few")
    return say("leaders-card", quarter=quarter_name(quarter.name), count=raised)


async def ask(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Asks a leader for the words; where there is no channel, gives words to copy."""
    quarters = await repo.figures.latest(1)
    words = team_words(quarters[-1]) if quarters else say("leaders-card-few")
    if _cannot(who, event, repo):
        how = Callout(say("leaders-copy"), "note")
        return [Ask(Form(say("leaders-card-title"), blocks=(how, Text(words)), buttons=(BACK,)))]
    text = Long("text", say("leaders-text-label"), say("leaders-text-hint"), most=MOST, draft=words)
    return [Ask(form("leaders-card", "leaders.card", "", text))]


def _cannot(who: Named, event: Event, repo: Repository) -> bool:
    return event.place is None or who.person not in repo.partnership.everyone_named()


async def preview(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Shows the card as everybody in the channel will see it; it can be changed once more."""
    if refused := _refused(who, event, repo):
        return refused
    text = event.one("text")
    card = _card(who, text)
    blocks = (Callout(say("leaders-look"), "note"), Text(card.title), *card.blocks)
    again = Long("text", say("leaders-text-label"), value=text, most=MOST)
    return [Ask(form("leaders-post", "leaders.post", "", again, blocks=blocks))]


async def post(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Sends it to the channel in which they are, in their name."""
    if refused := _refused(who, event, repo):
        return refused
    if event.place is None:
        return no("leaders-copy")
    language = repo.partnership.languages[0]
    room = await repo.pauses.remember(event.place.id, event.place.address, language)
    await repo.write()
    card = _card(who, event.one("text"))
    page = Ask(done("leaders-card-title", "leaders-sent", BACK))
    return [page, Send(ToRoom(room_id(room)), card)]


def _refused(who: Named, event: Event, repo: Repository) -> Outcomes:
    if _cannot(who, event, repo):
        return no("leaders-copy")
    wrong = text_wrong(event.one("text"), MOST)
    return [Refuse(wrong)] if wrong else []


def _card(who: Named, text: str) -> Card:
    return Card(say("leaders-word"), (Said(Plain(who.name), text),))


VERBS: Mapping[str, Verb] = {
    "leaders.card": asks("person", ask),
    "leaders.card.send": Verb("person", preview),
    "leaders.post.send": Verb("person", post),
}
