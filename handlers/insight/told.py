"""You said, we did: the stories of a quarter that whoever raised something let be told."""

from typing import Final

from handlers.contract.outcomes import Ask, Outcomes, no
from handlers.contract.people import Event, Visitor
from handlers.insight.labels import quarter_name
from prompts.shapes import Block, Button, Form, Said, Section, Text
from prompts.words import say
from storage.repository import Repository
from storage.repository.published.stories import Told

FIRST: Final = 3
"""Stories on the page for leaders."""
MOST: Final = 5
"""Stories on a page of their own."""
BACK: Final = Button(say("leaders-back"), "leaders")


async def first_stories(quarter: str, repo: Repository) -> Section:
    """Shows some of a quarter's stories, and the way to all where there are more."""
    stories = await repo.stories.of(quarter)
    blocks = [block for story in stories[:FIRST] for block in _story(story)]
    every = Button(say("leaders-every-story"), "leaders.stories")
    none = Text(say("leaders-no-story"))
    more = (every,) if len(stories) > FIRST else ()
    return Section(say("leaders-told"), tuple(blocks) or (none,), more)


def _story(story: Told) -> tuple[Block, ...]:
    return Said(say("leaders-you-said"), story.said), Said(say("leaders-we-did"), story.did)


async def every_story(_who: Visitor, event: Event, repo: Repository) -> Outcomes:
    """Shows all stories of the newest quarter, some at a time."""
    quarters = await repo.figures.latest(1)
    stories = await repo.stories.of(quarters[-1].name) if quarters else []
    if not stories:
        return no("leaders-no-story")
    number = int(event.subject) if event.subject.isascii() and event.subject.isdecimal() else 0
    start = number if number < len(stories) else 0
    blocks = [block for story in stories[start : start + MOST] for block in _story(story)]
    left = len(stories) > start + MOST
    more = (Button(say("leaders-more"), "leaders.stories", str(start + MOST)),) if left else ()
    head = Section(say("leaders-of", quarter=quarter_name(quarters[-1].name)), tuple(blocks))
    return [Ask(Form(say("leaders-told"), sections=(head,), buttons=(*more, BACK)))]
