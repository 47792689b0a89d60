"""What comes again: for leads, how many concerns of this quarter bear one tag, or one reference.

Counted is what lies before them and nothing else, by their own tags and by references, never by
reading what somebody wrote. Nothing of it is stored.
"""

from collections.abc import Sequence

from handlers.contract.commands import Command, Menu, Verb, asks
from handlers.contract.outcomes import Ask, Outcomes, no
from handlers.contract.people import Event, Named
from handlers.registry import kind_of
from handlers.shared.desk.lines import lines_of
from handlers.shared.desk.themes import came_this_quarter, references, tagged
from handlers.shared.labels import short_code
from handlers.shared.pages import MINE
from prompts.shapes import Button, Form, Section, Text
from prompts.words import Plain, say
from storage.repository import Repository

MOST = 20
"""Themes, and threads of one of them, on a page."""

Themes = Sequence[tuple[str, list[str]]]


async def show(who: Named, _event: Event, repo: Repository) -> Outcomes:
    """Shows what comes again, the most first."""
    ids = await _came(who, repo)
    by_tag, by_reference = await tagged(ids, repo), await references(ids, repo)
    sections = (*_section("tag", by_tag), *_section("reference", by_reference))
    blocks = (Text(say("themes-intro" if sections else "themes-none")),)
    return [Ask(Form(say("themes-title"), blocks=blocks, sections=sections, buttons=(MINE,)))]


async def _came(who: Named, repo: Repository) -> list[str]:
    return await came_this_quarter(who.person, "concern", who.agency, repo)


def _section(by: str, themes: Themes) -> tuple[Section, ...]:
    lines = [
        Section(
            say("themes-line", theme=Plain(theme), count=len(ids)),
            buttons=(Button(say("themes-see"), f"themes.{by}", short_code(theme)),),
            look="line",
        )
        for theme, ids in themes[:MOST]
    ]
    return (Section(say(f"themes-by-{by}")), *lines) if lines else ()


async def by_tag(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Shows the concerns that bear one tag."""
    return await _these(await tagged(await _came(who, repo), repo), event.subject, repo, who)


async def by_reference(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Shows the concerns that bear one reference."""
    return await _these(await references(await _came(who, repo), repo), event.subject, repo, who)


async def _these(themes: Themes, code: str, repo: Repository, who: Named) -> Outcomes:
    theme, ids = next((each for each in themes if short_code(each[0]) == code), ("", []))
    if not ids:
        return no("themes-gone")
    threads = await repo.lists.these(ids[:MOST])
    lines = await lines_of(threads, kind_of, who.person, repo)
    head = Text(say("themes-line", theme=Plain(theme), count=len(ids)))
    buttons = (Button(say("themes-button"), "themes"), MINE)
    page = Form(say("themes-title"), blocks=(head,), sections=lines, buttons=buttons)
    return [Ask(page)]


# By a press and not by a link: a theme may be a home's name, which its code tells to whoever tries
# names, and addresses stay in histories.
COMMAND = Command(
    name="themes",
    menu=Menu(86, frozenset()),
    verbs={
        "themes": asks("person", show),
        "themes.tag": Verb("person", by_tag),
        "themes.reference": Verb("person", by_reference),
    },
)
