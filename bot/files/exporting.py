"""Referrals as files: for a spreadsheet or a calendar, and only what whoever asks may see."""

import asyncio
from collections.abc import Sequence
from typing import Literal

from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from handlers.insight.sheet import sheet as figure_sheet
from handlers.referral.files.export import calendar, sheet
from handlers.shared.people.standing import lost_by
from storage.bulk.referral_reading import Standing, StandingReferrals
from storage.crypto.keys import Keys
from storage.engine.clock import Clock
from storage.partnership import AgencyId, Partnership, PersonId
from storage.repository import Repository

Format = Literal["csv", "ics"]
MEDIA: dict[Format, str] = {
    "csv": "text/csv; charset=utf-8",
    "ics": "text/calendar; charset=utf-8; method=PUBLISH",
}

MARK = "\ufeff"
"""Begins a file so that a spreadsheet reads Welsh."""


class Exporting:
    """Gives files of referrals."""

    def __init__(
        self, engine: AsyncEngine, keys: Keys, partnership: Partnership, clock: Clock
    ) -> None:
        self._engine = engine
        self._keys = keys
        self._partnership = partnership
        self._clock = clock
        self._standing = StandingReferrals(engine, keys, partnership.id)

    async def own(self, person: PersonId, form: Format, language: str) -> str:
        """Writes what somebody recorded, and what lies or lay before them."""
        theirs = await self._seen_by(person)
        return await self._file(theirs, {s.thread.id for s in theirs}, form, language)

    async def agencys(
        self, person: PersonId, form: Format, language: str, agency: AgencyId | None = None
    ) -> str | None:
        """Writes all that was asked of a lead's agency, or by it; None if they lead none."""
        led = self._partnership.is_lead(person)
        if agency is not None:
            led = (agency,) if agency in led else ()
        if not led:
            return None
        readable = {s.thread.id for s in await self._seen_by(person)}
        found = await self._standing.of_agencies(led)
        return await self._file(found, readable, form, language)

    async def _seen_by(self, person: PersonId) -> list[Standing]:
        """Reads what they may see now: nothing that they were asked in a role which they lost."""
        async with AsyncSession(self._engine) as session:
            repo = Repository(session, self._partnership, self._keys, self._clock.now())
            place = await repo.people.agency_of(person)
            lost = await lost_by(person, place, repo, past=True)
        every = await self._standing.seen_by(person)
        return [s for s in every if s.thread.id not in lost or s.thread.raiser == person]

    async def figures(self, language: str) -> str:
        """Writes all figures that were ever published, the same for everybody."""
        async with AsyncSession(self._engine) as session:
            repo = Repository(session, self._partnership, self._keys, self._clock.now())
            quarters = await repo.figures.latest()
        return MARK + figure_sheet(quarters, self._partnership, language)

    async def everything(self, form: Format, agency: AgencyId | None = None) -> str:
        """Writes the partnership's, or an agency's, for operators: nothing that was said."""
        standing = self._standing
        found = await (standing.of_agencies((agency,)) if agency else standing.all())
        return await self._file(found, set(), form, "en")

    async def _file(
        self, standing: Sequence[Standing], readable: set[str], form: Format, language: str
    ) -> str:
        of = self._partnership
        now = self._clock.now()
        if form == "ics":
            return await asyncio.to_thread(calendar, standing, of, language, now)
        return await asyncio.to_thread(sheet, standing, readable, of, language, now)
