"""What somebody answered and may be told: each with the way to its story."""

from typing import Final

from handlers.contract.outcomes import Ask, Outcomes
from handlers.contract.people import Event, Named
from handlers.registry import kind_of
from handlers.shared.desk.telling import SAID_AS, YES, last_answer, may_be_told, writing
from handlers.shared.labels import short_code
from handlers.shared.pages import MINE
from handlers.shared.people.standing import part_of
from prompts.shapes import Button, Form, Section, Text
from prompts.words import Day, Plain, say
from storage.repository import Repository
from storage.repository.published.stories import Told
from storage.schema import Thread

MOST: Final = 10
"""Stories on a page."""
BACK: Final = Button(say("story-button"), "story", style="primary")


async def show(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Lists what they answered and whose raiser said yes, as long as it isn't told."""
    found = await _tellable(who, repo)
    start = int(event.subject) if event.subject.isascii() and event.subject.isdecimal() else 0
    start = start if start < len(found) else 0
    some = found[start : start + MOST]
    left = len(found) > start + MOST
    more = (Button(say("button-story-more"), "story", str(start + MOST)),) if left else ()
    intro = (Text(say("story-intro")), *(() if found else (Text(say("story-none")),)))
    return [
        Ask(
            Form(
                say("story-list-title"),
                blocks=intro,
                sections=tuple([await _listed(thread, repo) for thread in some]),
                buttons=(*more, Button(say("leaders-button"), "leaders"), MINE),
            )
        )
    ]


async def _tellable(who: Named, repo: Repository) -> list[Thread]:
    said = await repo.stories.answered_by(who.person, SAID_AS)
    yes = [id for id, spoken in said.items() if last_answer(spoken) == YES]
    found = []
    for thread in await repo.lists.these(yes):
        told = await repo.stories.is_told(thread.id)
        if not told and await part_of(who, thread, repo) and await may_be_told(thread, repo):
            found.append(thread)
    return sorted(found, key=lambda thread: (thread.day, thread.id), reverse=True)


async def _listed(thread: Thread, repo: Repository) -> Section:
    named = kind_of(thread).named
    title = await named(thread, repo) if named is not None else Plain(short_code(thread.id))
    kept: Told | None = await repo.stories.draft_of(thread.id)
    since = Text(say("story-of", day=Day(thread.day), code=Plain(short_code(thread.id))))
    state = Text(say("story-waits" if kept else "story-to-write"))
    drop = (Button(say("button-story-drop"), "story.drop", thread.id),) if kept else ()
    return Section(title, (since, state), (Button(writing(kept), "story.write", thread.id), *drop))
