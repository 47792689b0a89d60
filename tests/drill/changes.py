"""A town of many agencies whose leads and hours change, while referrals fall due to those leads."""

import asyncio
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.contract.people import Named
from handlers.referral.case import make
from storage.bulk.referral_batch import AT_ONCE, ReferralBatch
from storage.partnership import AgencyId, PersonId
from storage.partnership.changes.tree import Place
from storage.partnership.loading import Written, understood
from storage.partnership.turns import first_turn, rules_of
from storage.repository import Repository
from storage.schema import main_metadata
from tests.core.anytown import MONDAY, Town
from tests.handlers.administration.changing import adds, follow
from tests.peers.transcript import read

AGENCIES: Final = 200
KIND: Final = "answer"
HEAD: Final = PersonId("web:head")
PAIRS: Final = ((0, 1), (1, 2), (0, 2))
ASKED: Final = re.compile(r"(R-\d+)\n.*\nTo\nAgency (\d+), version (\d+)\n", re.DOTALL)
"""A referral, and the agency: it is called by the version that says who leads it."""


def leads(agency: int, version: int) -> list[PersonId]:
    """Who leads an agency: two of three people, and two others once a version changes it."""
    return [_lead(agency, number) for number in PAIRS[version // AGENCIES % 3]]


def _lead(agency: int, number: int) -> PersonId:
    return PersonId(f"web:lead-{agency}-{number}")


def settings_of(agency: int, version: int) -> dict[str, object]:
    """What a version says of an agency: another name, other leads, and of some other hours."""
    return {
        "name": f"Agency {agency}, version {version}",
        "leads": leads(agency, version),
        # Those of every second agency, so that half of the changes move deadlines too.
        "hours": {"opens": "08:30", "closes": f"{17 + version // AGENCIES * agency % 2}:00"},
    }


def town_of_many() -> Written:
    """Agencies with three people each, two of whom lead it."""
    agencies = [
        {
            "id": f"a{n}", "sector": "education", "nation": "england",
            "urgent": [{"name": "Police", "number": "999"}],
            "roles": {"fallback": [HEAD]}, **settings_of(n, 0),
        }
        for n in range(AGENCIES)
    ]  # fmt: skip
    people = [
        {"id": _lead(n, which), "agency": f"a{n}", "name": f"Lead {n} {which}", "title": "Teacher"}
        for n in range(AGENCIES)
        for which in range(3)
    ]
    head = {"id": HEAD, "agency": "a0", "name": "A Head", "title": "Head"}
    kind = {"id": KIND, "name": "Answer it", "within": "1 working day"}
    tree = {
        "id": "anytown", "name": "Anytown", "agencies": agencies, "referrals": [kind],
        "members": [*people, head],
    }  # fmt: skip
    partnership, wrong = understood(tree)
    assert partnership is not None, wrong
    return Written(tree, partnership)


async def fall_due(town: Town, many: int) -> list[datetime]:
    """So many referrals that nobody has yet, whose leads are asked one after another.

    They were recorded on the day before. Gives when their nudges fall due.
    """
    core, due = town.core, []
    for start in range(0, many, AT_ONCE):
        batch = ReferralBatch(core.keys, core.partnership.id)
        async with AsyncSession(core.engine) as session, session.begin():
            for number in range(start, min(start + AT_ONCE, many)):
                began = MONDAY + timedelta(hours=4) * number / many
                repo = Repository(session, core.partnership, core.keys, began)
                due.append(await _begun(batch, repo, number))
            await batch.ready()
            await batch.write(session)
        if start in (0, many // 2):  # as PostgreSQL does by itself within a minute
            async with core.engine.begin() as connection:
                await connection.execute(text("ANALYZE"))
    return due


async def _begun(batch: ReferralBatch, repo: Repository, number: int) -> datetime:
    agency = repo.partnership.agency(AgencyId(f"a{number % AGENCIES}"))
    made = make(Named(HEAD, "A Head", AgencyId("a0")), KIND, agency.id, None, repo)
    thread, referral = made.thread, made.referral
    values = (thread.model_dump(), referral.model_dump() | {"asked": 1})
    await batch.begin(*values, "Please answer.", f"R-{number}", agency.leads)
    kind = repo.partnership.kind(KIND)
    assert kind is not None
    turn = first_turn(kind.within, agency, repo.now, referral.answer_by)
    assert turn.name == "nudge"
    batch.remind(thread.id, turn.name, turn.at)
    return turn.at


@dataclass
class Changing:
    """Two replicas, and the version that they follow."""

    towns: tuple[Town, Town]
    version: int = AGENCIES - 1
    steps: int = 0

    async def next(self, moment: datetime) -> None:
        """An agency's leads, hours and name change while steps fall due until then."""
        self.version += 1
        agency = self.version % AGENCIES
        settings = settings_of(agency, self.version)
        await adds(self.towns[0], {("agencies", f"a{agency}", *at): v for at, v in _flat(settings)})
        [former] = {_lead(agency, n) for n in range(3)} - set(leads(agency, self.version))
        self.steps += await follow(self.towns, moment, former.removeprefix("web:"))

    async def until(self, moment: datetime) -> None:
        """Whatever still falls due until then does, and nothing changes any more."""
        self.towns[0].clock.set(moment)
        while any(some := await asyncio.gather(*(town.core.ticks.steps() for town in self.towns))):
            self.steps += sum(some)
        await asyncio.gather(*(town.core.ticks.deliver() for town in self.towns))

    def asked(self) -> set[str]:
        """Every referral about which leads were asked: by its version's name, and no others."""
        found = set()
        for sent in self.towns[0].client.messages.values():
            if (card := ASKED.search(read(sent.first))) and sent.slug != "head":
                referral, agency, version = card[1], int(card[2]), int(card[3])
                assert PersonId(f"web:{sent.slug}") in leads(agency, version), card[0]
                found.add(referral)
        return found

    async def stands(self) -> None:
        """Everything is before those who lead now, and stands by the hours of now."""
        thread, part, referral = (
            main_metadata.tables[name].c for name in ("thread", "audience", "referral")
        )
        same = part.thread_id == thread.id, referral.thread_id == thread.id, part.role != "past"
        wanted = select(thread.agency, part.person, referral.rules).where(*same).distinct()
        async with self.towns[0].core.engine.connect() as connection:
            found = list(await connection.execute(wanted))
        now = self.towns[0].core.partnership
        kind = now.kind(KIND)
        assert kind is not None
        assert {row.agency for row in found} == {f"a{number}" for number in range(AGENCIES)}
        for agency, person, rules in found:
            here = now.agency(AgencyId(agency))
            assert person in here.leads
            assert rules == rules_of(kind.within, here)


def _flat(settings: dict[str, object]) -> Iterator[tuple[Place, object]]:
    for key, value in settings.items():
        if isinstance(value, dict):
            yield from (((key, *at), inside) for at, inside in _flat(value))
        else:
            yield (key,), value
