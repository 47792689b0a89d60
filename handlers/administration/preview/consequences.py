"""All that is seen before a change holds: what differs, and what would follow from it."""

import asyncio
from collections.abc import Iterator, Sequence
from typing import Final

from handlers.administration.preview.differences import difference_blocks
from handlers.shared.people.fallback import fallbacks
from prompts.shapes import Block, Callout, Facts, Text
from prompts.words import Plain, Words, say
from storage.partnership import AgencyId, PersonId
from storage.partnership.changes.tree import Difference, MovedOnError, Tree, changed
from storage.partnership.loading import understood
from storage.repository import Repository
from storage.repository.versions import Source
from storage.schema.values import How
from storage.typed.names import same_spelling

_NAMED: Final = 20
"""So many people are named in a sentence."""


async def preview(
    edits: Sequence[Difference], source: Source, now: Tree, repo: Repository
) -> tuple[Block, ...]:
    """Shows a change to whoever is about to decide it, the first or the second."""
    return (
        *(_counted(edits) if source == "import" else ()),
        *await difference_blocks(edits, repo),
        *(_others(edits, repo) if source == "import" else ()),
        *await _closings(edits, now, repo),
    )


def _counted(edits: Sequence[Difference]) -> tuple[Block, ...]:
    """Counts whom a spreadsheet brings in, and who becomes another."""
    new = sum(1 for edit in edits if len(edit.at) == 2 and edit.before is None)
    every = len({edit.at[1] for edit in edits})
    return (Text(say("administration-sheet-summary", new=new, changed=every - new)),)


def _others(edits: Sequence[Difference], repo: Repository) -> Iterator[Callout]:
    """Asks whether whoever a spreadsheet changes so much, or lists twice, is who is meant."""
    listed = {str(member.id): member for member in repo.partnership.members}
    moved = dict.fromkeys(
        e.at[1] for e in edits if e.at[2:] in (("name",), ("agency",), ("email",))
    )
    names = [listed[id].name for id in moved if id in listed]
    if names:
        yield Callout(say("administration-sheet-others", names=_named(names)), "warn")
    there = {(member.agency, same_spelling(member.name)) for member in listed.values()}
    new = (edit.after for edit in edits if len(edit.at) == 2 and edit.before is None)
    twins = [m["name"] for m in new if (m["agency"], same_spelling(m["name"])) in there]
    if twins:
        yield Callout(say("administration-sheet-namesakes", names=_named(twins)), "warn")


def _named(names: Sequence[str]) -> Words:
    return Plain(", ".join(names[:_NAMED]) + (", …" if len(names) > _NAMED else ""))


async def _closings(edits: Sequence[Difference], now: Tree, repo: Repository) -> tuple[Block, ...]:
    """Says of each agency that closes what becomes of what is open with it."""
    closing = [e.at[1] for e in edits if e.at[:1] == ("agencies",) and e.after is None
               and len(e.at) == 2]  # fmt: skip
    if not closing:
        return ()
    try:
        # Elsewhere: a county's takes a moment, in which others are served.
        later, _ = await asyncio.to_thread(understood, changed(now, edits))
    except MovedOnError:
        return ()  # it no longer fits, and can't be agreed to
    asked = [fallbacks(AgencyId(id), How.NAMED, later) if later else [] for id in closing]
    return tuple(
        [await _closing(id, people, repo) for id, people in zip(closing, asked, strict=True)]
    )


async def _closing(id: str, asked: Sequence[PersonId], repo: Repository) -> Facts:
    names = await repo.people.names_of(asked)
    who = ", ".join(names.get(person, person) for person in asked)
    return Facts(
        (
            (say("administration-close-open"), await _open(id, repo)),
            (say("administration-close-to"), say("administration-close-to-whom", names=Plain(who))),
            (say("administration-close-until"), say("administration-close-until-closed")),
        )
    )


async def _open(id: str, repo: Repository) -> Words:
    """Counts without telling when anybody wrote: not today's, never a few, and in steps."""
    least = repo.partnership.thresholds.reported_from
    count = await repo.parts.open_with(id, least)
    if count is None:
        return say("administration-close-few", least=least)
    return say("administration-close-many", count=count)
