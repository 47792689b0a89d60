"""What stands in earlier versions of the partnership is forgotten: names, addresses, who decided.

That there was a version stays, by its day. So does a keyed mark of each id that came or went:
whoever comes back under an id that has been somebody's takes two administrators.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from sqlalchemy import ColumnElement, or_
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, delete, func, select, update

from storage.crypto.keys import Keys
from storage.partnership.changes.tree import read
from storage.schema import FormerPerson, PartnershipProposal, PartnershipVersion

KEPT: Final = timedelta(days=90)
"""So long a change can be looked up and undone, and a proposal waits for a second person."""
DRAFTED: Final = timedelta(days=2)
"""So long what somebody began waits to be confirmed."""
_NOTHING: Final = "[]"


async def forget_versions(session: AsyncSession, keys: Keys, pid: str, today: date) -> int:
    """Empties versions whose time is over, but for the settings in force; tells how many."""
    before = today - KEPT
    over = _over(pid, before)
    found = await session.execute(select(PartnershipVersion.edits).where(*over).with_for_update())
    edits = [row[0] for row in found.all()]
    await _remember(session, keys, pid, {id for text in edits for id in _people(text)})
    await session.execute(
        update(PartnershipVersion).where(*over).values(edits=_NOTHING, person=None, second=None)
    )
    replaced = col(PartnershipVersion.number) < await _newest_until(session, pid, before)
    here = col(PartnershipVersion.partnership_id) == pid
    await session.execute(update(PartnershipVersion).where(here, replaced).values(settings="{}"))
    await _drop_proposals(session, pid, today)
    return len(edits)


def _over(pid: str, before: date) -> tuple[ColumnElement[bool], ...]:
    said = col(PartnershipVersion.edits) != _NOTHING
    decided = col(PartnershipVersion.person).is_not(None)
    here = col(PartnershipVersion.partnership_id) == pid
    return here, col(PartnershipVersion.day) <= before, or_(said, decided)


async def _newest_until(session: AsyncSession, pid: str, before: date) -> int:
    """Finds the version that was in force on that day: those before it were replaced by then."""
    number = func.max(col(PartnershipVersion.number))
    here = col(PartnershipVersion.partnership_id) == pid
    wanted = select(number).where(here, col(PartnershipVersion.day) <= before)
    return await session.scalar(wanted) or 0


def _people(edits: str) -> Iterator[str]:
    return (edit.at[1] for edit in read(edits) if edit.at[0] == "members" and len(edit.at) > 1)


async def _remember(session: AsyncSession, keys: Keys, pid: str, ids: set[str]) -> None:
    marks = {keys.former_mark(pid, id) for id in ids}
    here = select(FormerPerson.mark).where(col(FormerPerson.partnership_id) == pid)
    known = set(await session.scalars(here))
    session.add_all(FormerPerson(partnership_id=pid, mark=mark) for mark in sorted(marks - known))
    await session.flush()


async def _drop_proposals(session: AsyncSession, pid: str, today: date) -> None:
    waits, day = col(PartnershipProposal.waits), col(PartnershipProposal.day)
    old = or_(day <= today - KEPT, ~waits & (day <= today - DRAFTED))
    here = col(PartnershipProposal.partnership_id) == pid
    await session.execute(delete(PartnershipProposal).where(here, old))
