"""How often a reference came before somebody in a quarter: a pattern isn't handled one by one.

References lie sealed, so only those are opened that this person could read. Nothing is kept of it,
no words are compared but the reference, and what isn't theirs any more isn't counted.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Final

from handlers.shared.people.standing import lost_by
from prompts.words import Words, say
from storage.partnership import PersonId
from storage.repository import Repository
from storage.repository.challenges import quarter_of
from storage.repository.published.figures import first_day
from storage.schema import Thread
from storage.typed.names import letters

PATTERN: Final = 2
"""From so many on it is said."""

Row = tuple[Words, Words]


async def same_reference(thread: Thread, person: PersonId, repo: Repository) -> list[Row]:
    """Says how many of this kind came with this reference this quarter, if it isn't the only."""
    wanted = letters(await repo.reference_of(thread))
    if not wanted:
        return []
    ids = await came_this_quarter(person, thread.command, thread.agency, repo)
    words = await repo.lists.raised_words(ids)
    many = sum([letters((await repo.texts.open(each)).reference) == wanted for each in words])
    return [(say("fact-same"), say("same-reference", count=many))] if many >= PATTERN else []


async def came_this_quarter(
    person: PersonId, command: str, agency: str | None, repo: Repository
) -> list[str]:
    """Lists what of a kind came before somebody in this quarter and is theirs to read still."""
    return await came_since(first_day(quarter_of(repo.today_at(agency))), person, command, repo)


async def came_since(day: date, person: PersonId, command: str, repo: Repository) -> list[str]:
    """Lists what of a kind came before somebody from that day on and is theirs to read still."""
    lost = await lost_by(person, await repo.people.agency_of(person), repo, past=True)
    came = repo.lists.came_to(person, command, day)
    return [outline.id for outline in await repo.lists.outlines([came]) if outline.id not in lost]


async def references(ids: Sequence[str], repo: Repository) -> list[tuple[str, list[str]]]:
    """Finds which of these threads bear one reference, the most first; of one alone nothing."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in await repo.lists.raised_words(ids):
        reference = (await repo.texts.open(row)).reference
        if alike := letters(reference):
            found[alike].append((row.thread_id, reference))
    several = [(min(r for _, r in each), [id for id, _ in each]) for each in found.values()]
    return _most_first([each for each in several if len(each[1]) >= PATTERN])


async def tagged(ids: Sequence[str], repo: Repository) -> list[tuple[str, list[str]]]:
    """Finds which of these threads bear each tag that somebody gave them, the most first."""
    found: dict[str, list[str]] = defaultdict(list)
    for id, tags in (await repo.desk.tags_of(ids)).items():
        for tag in tags:
            found[tag].append(id)
    return _most_first(list(found.items()))


def _most_first(themes: list[tuple[str, list[str]]]) -> list[tuple[str, list[str]]]:
    return sorted(themes, key=lambda theme: (-len(theme[1]), theme[0].casefold()))
