"""Cases in a list: a line for each, by which they are told apart."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from handlers.contract.commands import ThreadKind
from handlers.shared.labels import short_code
from prompts.shapes import Section, Text
from prompts.words import Plain, say
from storage.partnership import PersonId
from storage.repository import Repository
from storage.schema import Thread

BEGINNING = 120
"""Letters of what was said in a line."""


def as_line(entry: Section, apart: Plain) -> Section:
    """Makes an entry a line of its list, with what tells it apart from others of its kind."""
    return replace(entry, title=say("listed-line", what=entry.title, apart=apart), look="line")


async def entry_of(thread: Thread, kind: ThreadKind, reader: PersonId, repo: Repository) -> Section:
    """Draws an entry for a case, called by what it is about."""
    listed = await kind.listed(thread, "waiting", reader, repo)
    return replace(listed, title=await kind.named(thread, repo)) if kind.named else listed


async def lines_of(
    threads: Sequence[Thread],
    kind_of: Callable[[Thread], ThreadKind],
    reader: PersonId,
    repo: Repository,
) -> tuple[Section, ...]:
    """Draws a line for each of these: what it is about, its code, and how its words begin, by which
    cases are compared that are about the same. Only for whoever may read all of it."""
    rows = await repo.lists.raised_words([thread.id for thread in threads])
    begins = {row.thread_id: _beginning((await repo.texts.open(row)).text) for row in rows}
    lines = []
    for thread in threads:
        entry = await entry_of(thread, kind_of(thread), reader, repo)
        blocks = (*entry.blocks, *begins.get(thread.id, ()))
        entry = replace(entry, blocks=blocks)
        lines.append(as_line(entry, Plain(short_code(thread.id))))
    return tuple(lines)


def _beginning(text: str) -> tuple[Text, ...]:
    words = " ".join(text.split())
    if len(words) > BEGINNING:
        start = words[:BEGINNING]
        words = (start.rpartition(" ")[0] or start) + " …"
    return (Text(Plain(f"“{words}”")),) if words else ()
