"""Who left: an agency, or the directory altogether; as long as the partnership's file names them.

A directory that is read wrongly would make leavers of everybody. So where too many vanish at once
nobody counts as having left, and operators are told.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import BindParameter, bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.partnership import AgencyId, PersonId
from storage.schema import main_metadata

FEW: Final = 3
"""So few may always leave at once, however small the partnership is."""
_PART: Final = 3
"""And up to a third of everyone."""

_departed: Final = main_metadata.tables["departed"]
_member: Final = main_metadata.tables["member"]
_PID: Final[BindParameter[Any]] = bindparam("pid")
_LEFT: Final = (
    select(_departed.c.person, _departed.c.agency_before, _member.c.agency)
    .outerjoin(
        _member,
        (_member.c.partnership_id == _departed.c.partnership_id)
        & (_member.c.person == _departed.c.person),
    )
    .where(_departed.c.partnership_id == _PID)
)
_MEMBERS: Final = select(func.count()).select_from(_member).where(_member.c.partnership_id == _PID)


@dataclass(frozen=True)
class Left:
    """Who isn't there any more. Shows nobody in a log."""

    altogether: frozenset[PersonId] = field(default=frozenset(), repr=False)
    """People who are nobody's any more: deactivated, taken out, or a guest by now."""
    agencies: frozenset[tuple[PersonId, AgencyId]] = field(default=frozenset(), repr=False)
    """People who belong to another agency now, with the one that they left."""
    too_many: int = 0
    """So many vanished from the directory at once that it must be wrong."""

    def has_left(self, person: PersonId, agency: AgencyId | None) -> bool:
        """Tells whether somebody left this agency, or altogether."""
        return person in self.altogether or (person, agency) in self.agencies


NOBODY: Final = Left()


async def left_now(
    connection: AsyncConnection, partnership_id: str, agencies: Collection[AgencyId]
) -> Left:
    """Reads who left. Those of an agency that was closed left with it, however many they are."""
    here = {"pid": partnership_id}
    rows = (await connection.execute(_LEFT, here)).all()
    closed = frozenset(
        PersonId(r.person) for r in rows if r.agency is None and _closed(r.agency_before, agencies)
    )
    vanished = frozenset(PersonId(r.person) for r in rows if r.agency is None) - closed
    moved = frozenset((PersonId(r.person), AgencyId(r.agency_before)) for r in rows if r.agency)
    if len(vanished) > FEW:
        members = int((await connection.execute(_MEMBERS, here)).scalar_one())
        if too_many(len(vanished), members + len(vanished)):
            return Left(closed, moved, too_many=len(vanished))
    return Left(vanished | closed, moved)


def _closed(before: str, agencies: Collection[AgencyId]) -> bool:
    return bool(before) and before not in agencies


def too_many(vanished: int, everybody: int) -> bool:
    """Tells whether so many of so many can't have left at once."""
    return vanished > FEW and vanished * _PART > everybody
