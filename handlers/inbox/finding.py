"""Finds threads by their reference, which lies sealed: those are opened that somebody may read.

What was typed is kept nowhere.
"""

from typing import Final

from handlers.inbox.lists import referred_by
from handlers.shared.labels import short_code
from storage.repository import Repository
from storage.repository.lists import Outline, Reader
from storage.typed.names import letters

REFERENCE_LEAST: Final = 2
"""Letters of a reference that are worth looking for."""


async def matching_threads(typed: str, reader: Reader, repo: Repository) -> list[Outline]:
    """Finds what lies before somebody, or was referred by them, and bears such a reference."""
    wanted = letters(typed)
    lists = [
        *(repo.lists.waiting_for(reader), repo.lists.owned_by(reader)),
        *(repo.lists.free_for(reader), repo.lists.at_rest(reader)),
        referred_by(reader.person, repo),
    ]
    found = {outline.id: outline for outline in await repo.lists.outlines(lists)}
    bears = {id for id in found if wanted and letters(short_code(id)) == wanted}
    for message in await repo.lists.raised_words(list(found)):
        if wanted and wanted in letters((await repo.texts.open(message)).reference):
            bears.add(message.thread_id)
    return [outline for id, outline in found.items() if id in bears]
