"""The partnership's versions, and what somebody has proposed."""

import json
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, cast, get_args

from sqlalchemy.orm import QueryableAttribute, defer
from sqlmodel import col, delete, func, select
from sqlmodel.sql.expression import SelectOfScalar

from storage.engine.ids import new_id
from storage.engine.own_rows import OwnRows
from storage.partnership import PersonId
from storage.partnership.changes.tree import Difference, Place, Tree, read, stands, written
from storage.schema import AgencyCheck, FormerPerson, PartnershipProposal, PartnershipVersion

Source = Literal["file", "apply", "page", "import", "undo"]


_STAFF = ((), ("leads",), ("roles",))


@dataclass(frozen=True)
class Change:
    """What makes a new version of the one before, whence it came, and who decided it."""

    edits: Sequence[Difference] = field(repr=False)
    source: Source
    person: PersonId | None = field(default=None, repr=False)
    second: PersonId | None = field(default=None, repr=False)
    mark: str = ""


class Versions:
    """Every version that there was. A new one gets the next number; of two at once, one fails."""

    def __init__(self, rows: OwnRows, mark: Callable[[str], str] | None = None) -> None:
        self._rows = rows
        self._mark = mark
        """Knows ids again that stand in versions which were emptied."""
        self.added = False
        """Whether this transaction adds one."""

    async def newest(self) -> PartnershipVersion | None:
        """Finds the version that is in force."""
        mine = select(PartnershipVersion).where(self._rows.mine(PartnershipVersion))
        ordered = mine.order_by(col(PartnershipVersion.number).desc()).limit(1)
        return await self._rows.first(ordered)

    async def number(self, number: int) -> PartnershipVersion | None:
        """Finds the version of this number."""
        return await self._rows.get(PartnershipVersion, number)

    async def came_from(self, mark: str) -> bool:
        """Tells whether a file that is known by this mark was a version once."""
        mine = self._rows.mine(PartnershipVersion), col(PartnershipVersion.mark) == mark
        wanted = select(PartnershipVersion.number).where(*mine).limit(1)
        return await self._rows.first(wanted) is not None

    async def ever(self, ids: Sequence[str]) -> frozenset[str]:
        """Finds which of these people were once added, changed or taken away."""
        found = set()
        for id in ids:
            named = col(PartnershipVersion.edits).contains(json.dumps(id), autoescape=True)
            mine = self._rows.mine(PartnershipVersion), named
            if await self._rows.first(select(PartnershipVersion.number).where(*mine).limit(1)):
                found.add(id)
        return frozenset(found) | await self._once(set(ids) - found)

    async def _once(self, ids: Set[str]) -> frozenset[str]:
        marks = {self._mark(id): id for id in ids} if self._mark else {}
        mine = self._rows.mine(FormerPerson), col(FormerPerson.mark).in_(marks)
        known = await self._rows.all(select(FormerPerson).where(*mine)) if marks else []
        return frozenset(marks[row.mark] for row in known)

    async def once_called(self, kind: Literal["members", "agencies"], id: str) -> object:
        """Finds the name of somebody, or of an agency, that was taken out: as long as the change
        that did so is kept."""
        at = kind, id
        named = col(PartnershipVersion.edits).contains(json.dumps(id), autoescape=True)
        mine = select(PartnershipVersion).where(self._rows.mine(PartnershipVersion), named)
        ordered = mine.order_by(col(PartnershipVersion.number).desc())
        for version in await self._rows.all(_without_settings(ordered)):
            gone = (edit.before for edit in read(version.edits) if edit.at == at)
            for block in gone:
                if isinstance(block, dict) and block.get("name"):
                    return block["name"]
        return None

    async def latest(self, most: int) -> list[PartnershipVersion]:
        """Finds the last few, the newest first, without all that they say."""
        mine = select(PartnershipVersion).where(self._rows.mine(PartnershipVersion))
        ordered = mine.order_by(col(PartnershipVersion.number).desc()).limit(most)
        return await self._rows.all(_without_settings(ordered))

    async def since(self, *places: Place) -> date | None:
        """Finds the day since which these settings are as they are: that of the last change of them
        that is kept, or of the first version; None where none are."""
        key = col(PartnershipVersion.edits).contains(json.dumps(places[0][0]), autoescape=True)
        mine, number = self._rows.mine(PartnershipVersion), col(PartnershipVersion.number)
        wanted = select(PartnershipVersion).where(mine, key).order_by(number.desc())
        for version in await self._rows.all(_without_settings(wanted)):
            if any(edit.at in places for edit in read(version.edits)):
                return version.day
        first = select(PartnershipVersion).where(mine).order_by(number).limit(1)
        found = await self._rows.first(_without_settings(first))
        return found.day if found else None

    async def staffed(self, since: int) -> frozenset[str]:
        """Finds the agencies whose leads or roles the versions after this one changed, or that
        came in by them."""
        number = col(PartnershipVersion.number)
        wanted = select(PartnershipVersion).where(self._rows.mine(PartnershipVersion))
        found = await self._rows.all(_without_settings(wanted.where(number > since)))
        places = [edit.at for version in found for edit in read(version.edits)]
        return frozenset(
            at[1] for at in places if at[0] == "agencies" and at[2:3] in _STAFF and len(at) > 1
        )

    async def add(self, tree: Tree, change: Change, day: date) -> None:
        """Adds a version, which is in force as soon as this transaction is over.

        Whatever waits for a second person and is so by now waits no longer.
        """
        before = await self.newest()
        self._rows.add(
            PartnershipVersion,
            number=before.number + 1 if before else 1,
            settings=json.dumps(tree, ensure_ascii=False),
            edits=written(change.edits),
            source=change.source,
            mark=change.mark,
            person=change.person,
            second=change.second,
            day=day,
        )
        self.added = True
        for each in await self.waiting():
            if stands(read(each.edits), tree):
                await self.drop(each.id)

    async def propose(
        self, edits: Sequence[Difference], source: Source, person: PersonId, day: date
    ) -> str:
        """Keeps what somebody wants changed until they confirm it; gives its id.

        Of each only the last is kept: what they began before, and never confirmed, is forgotten.
        """
        await self.forget_drafts(person)
        id, said = new_id(), written(edits)
        last = func.coalesce(func.max(PartnershipProposal.number), 0)
        mine = self._rows.mine(PartnershipProposal)
        number = await self._rows.first(select(last).where(mine))
        self._rows.add(
            PartnershipProposal,
            id=id, edits=said, source=source, person=person, waits=False, day=day,
            number=1 + (number or 0),
        )  # fmt: skip
        return id

    async def forget_drafts(self, person: PersonId) -> None:
        """Forgets what somebody began and never confirmed."""
        drafts = col(PartnershipProposal.person) == person, ~col(PartnershipProposal.waits)
        own = self._rows.mine(PartnershipProposal)
        await self._rows.change(delete(PartnershipProposal).where(own, *drafts))

    async def proposal(self, id: str) -> PartnershipProposal | None:
        """Finds what was proposed under this id, while it is neither in force nor refused."""
        return await self._rows.get(PartnershipProposal, id)

    async def wait(self, id: str) -> None:
        """Has a proposal wait for a second person: whoever made it has confirmed it."""
        found = await self.proposal(id)
        if found is not None:
            found.waits = True

    @staticmethod
    def source_of(proposal: PartnershipProposal) -> Source:
        """Tells whence a proposal came."""
        found = [each for each in get_args(Source) if each == proposal.source]
        return found[0] if found else "page"

    async def waiting(self) -> list[PartnershipProposal]:
        """Finds what waits for a second person, oldest first."""
        mine = self._rows.mine(PartnershipProposal), col(PartnershipProposal.waits)
        wanted, of = select(PartnershipProposal).where(*mine), PartnershipProposal
        return await self._rows.all(wanted.order_by(col(of.day), col(of.number), col(of.id)))

    async def drop(self, id: str) -> None:
        """Forgets a proposal: it is in force now, or it is refused."""
        own = self._rows.mine(PartnershipProposal), col(PartnershipProposal.id) == id
        await self._rows.change(delete(PartnershipProposal).where(*own))


def _without_settings(
    wanted: SelectOfScalar[PartnershipVersion],
) -> SelectOfScalar[PartnershipVersion]:
    """Leaves all that a version says unread: of a county that is much."""
    left_out = cast("QueryableAttribute[str]", PartnershipVersion.settings)
    return wanted.options(defer(left_out))


class QuarterlyChecks:
    """When each agency was last asked whether its people and numbers are right."""

    def __init__(self, rows: OwnRows) -> None:
        self._rows = rows

    async def all(self) -> dict[str, AgencyCheck]:
        """Finds them all, by agency."""
        mine = select(AgencyCheck).where(self._rows.mine(AgencyCheck))
        return {row.agency: row for row in await self._rows.all(mine)}

    async def ask(self, agency: str, quarter: str) -> bool:
        """Notes that an agency is asked in this quarter; tells whether it was met before.

        A new one is asked from the next quarter on: it has just been written down.
        """
        found = await self._rows.get(AgencyCheck, agency)
        if found is None:
            own = {"agency": agency, "quarter": quarter, "person": None, "day": None}
            self._rows.add(AgencyCheck, **own)
            return False
        asks = found.quarter != quarter
        found.quarter, found.person, found.day = quarter, None, None
        return asks

    async def confirm(self, agency: str, quarter: str, person: PersonId, day: date) -> None:
        """Keeps who said that all is right."""
        await self.ask(agency, quarter)
        found = await self._rows.get(AgencyCheck, agency)
        if found is not None:
            found.person, found.day = person, day
