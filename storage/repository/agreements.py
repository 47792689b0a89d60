"""What the partnership has agreed, as its agencies confirm it."""

from collections.abc import Mapping
from datetime import date

from sqlmodel import select

from storage.engine.own_rows import OwnRows
from storage.partnership import AgencyId, PersonId
from storage.schema import AgreementConfirmed


class Agreements:
    """The newest confirmation of each agency."""

    def __init__(self, rows: OwnRows) -> None:
        self._rows = rows

    async def confirmed(self) -> Mapping[AgencyId, AgreementConfirmed]:
        """Finds them all, by agency."""
        mine = select(AgreementConfirmed).where(self._rows.mine(AgreementConfirmed))
        return {AgencyId(row.agency): row for row in await self._rows.all(mine)}

    async def confirm(self, agency: AgencyId, version: str, person: PersonId, day: date) -> None:
        """Confirms this version for an agency; what was confirmed before is forgotten."""
        found = await self._rows.get(AgreementConfirmed, agency)
        if found is None:
            self._rows.add(
                AgreementConfirmed, agency=agency, version=version, person=person, day=day
            )
        else:
            found.version, found.person, found.day = version, person, day
