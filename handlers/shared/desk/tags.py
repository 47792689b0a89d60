"""Tags by which leads know what belongs together: their own words, never read out of what was said.

They lie where notes lie, sealed with the thread, and go with it. Whoever raised it sees none.
"""

from collections.abc import Callable, Mapping
from typing import Final

from handlers.contract.commands import Verb, asks
from handlers.contract.outcomes import Ask, Outcomes, Refuse
from handlers.contract.people import Event
from handlers.shared.desk.notes import Answered, C, Handle, Of, back_to
from handlers.shared.desk.themes import Row, came_this_quarter, tagged
from handlers.shared.pages import MINE
from handlers.shared.questions import form
from prompts.shapes import Button, Callout, Form, Line, Option, Several
from prompts.words import Plain, Words, say
from storage.schema.values import How

MOST: Final = 5
"""Tags of one thread."""
LONGEST: Final = 40
TO_CHOOSE: Final = 20
"""Tags that are shown to choose from: the partnership's own, and those that stand most often."""

Themes = list[tuple[str, list[str]]]


async def _themes(case: Answered) -> Themes:
    """Finds the tags of all of this kind that came before them this quarter, the most first."""
    thread, person = case.thread, case.who.person
    ids = await came_this_quarter(person, thread.command, thread.agency, case.repo)
    return await tagged(ids, case.repo)


async def _own(case: Answered) -> list[str]:
    """Finds its own tags, from whichever quarter it is."""
    return (await case.repo.desk.tags_of([case.thread.id])).get(case.thread.id, [])


async def tags_on(case: Answered) -> list[Row]:
    """Says by which tags it is known, and how many they have of each this quarter."""
    own = await _own(case)
    if not own:
        return []
    counts = {tag: len(ids) for tag, ids in await _themes(case)}
    mine = [(tag, counts.get(tag, 0)) for tag in own]
    (first, count), *others = mine
    words: Words = say("tag-count", tag=Plain(first), count=count)
    for tag, many in others:
        words = say("tags-and", tags=words, more=say("tag-count", tag=Plain(tag), count=many))
    return [(say("fact-tags"), words)]


def tag_button(kind: str, thread: str) -> Button:
    """Offers to tag it."""
    return Button(say("button-tag"), f"{kind}.tag", thread)


def tagging(kind: str, as_tagging: Callable[[Handle[C]], Of]) -> Mapping[str, Verb]:
    """Makes the verbs by which those whom `as_tagging` lets through tag something."""

    @as_tagging
    async def ask(case: C, event: Event) -> Outcomes:
        options = tuple(Option(tag, Plain(tag)) for tag in await _to_choose(case))
        own = Line("word", say("tag-word-label"), say("tag-word-hint"), most=LONGEST)
        chosen = event.several("tags") or tuple(await _own(case))
        several = Several("tags", say("tag-tags-label"), options, values=chosen)
        hidden = case.thread.how != How.NAMED
        blocks = (Callout(say("tag-hidden"), "warn"),) if hidden else ()
        fields = (*((several,) if options else ()), own)
        return [Ask(form("tag", f"{kind}.tag", case.thread.id, *fields, blocks=blocks))]

    @as_tagging
    async def take(case: C, event: Event) -> Outcomes:
        allowed, own = await _to_choose(case), " ".join(event.one("word").split())
        chosen = list(event.several("tags"))
        wrong = _wrong(chosen, own, allowed)
        if wrong:
            return [Refuse(wrong)]
        same = next((tag for tag in allowed if tag.casefold() == own.casefold()), own)
        tags = sorted({*chosen, *([same] if same else [])}, key=str.casefold)
        thread, repo = case.thread, case.repo
        await repo.say(thread, "note", "tags", "\n".join(tags), by=case.who.name)
        repo.note(thread.id, "tagged", case.who.person)
        words = Callout(say("tag-done"), "done")
        buttons = (MINE, Button(say("themes-button"), "themes"), back_to(thread, kind))
        return [Ask(Form(say("tag-done-title"), blocks=(words,), buttons=buttons))]

    return {f"{kind}.tag": asks("person", ask), f"{kind}.tag.send": Verb("person", take)}


async def _to_choose(case: Answered) -> list[str]:
    used = [tag for tag, ids in await _themes(case)]
    listed = (*await _own(case), *case.repo.partnership.tags, *used)
    return list(dict.fromkeys(listed))[:TO_CHOOSE]


def _wrong(chosen: list[str], own: str, allowed: list[str]) -> dict[str, Words]:
    if not {*chosen} <= {*allowed}:
        return {"tags": say("tag-unknown")}
    if len(own) > LONGEST:
        return {"word": say("too-long", most=LONGEST)}
    if len(chosen) + bool(own) > MOST:
        return {"tags" if chosen else "word": say("tag-too-many", most=MOST)}
    return {}
