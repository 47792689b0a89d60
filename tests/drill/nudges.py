"""Referrals whose owners are asked about them while the drill runs: on Slack, and in Teams."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from bot.wiring import Core
from handlers.contract.people import Named
from handlers.referral.case import make
from storage.bulk.referral_batch import AT_ONCE, ReferralBatch
from storage.directory.members import Seen
from storage.partnership import AgencyId, PersonId
from storage.partnership.turns import first_turn
from storage.repository import Repository
from tests.peers.fake_slack import Json, direct
from tests.peers.fake_slack import person as slack_person
from tests.peers.fake_teams import TENANT
from tests.peers.slack_payloads import TEAM

AGENCY: Final = AgencyId("school")
KIND: Final = "within-four-hours"
ASKED_AFTER: Final = timedelta(hours=3)
"""Three quarters of the kind's limit, which runs by the clock: the drill needs no office hours."""
LEAD: Final = f"slack:{TEAM}:ULEAD"
HEAD: Final = f"slack:{TEAM}:UHEAD"
REFERRER: Final = Named(PersonId(HEAD), "A Head", AGENCY)
SECRET_WORDS: Final = "what was recorded about the family"


@dataclass(frozen=True)
class Owner:
    """Somebody to whom referrals are assigned, and the conversation in which they are asked."""

    person: PersonId
    conversation: str
    address: str


def on_slack(many: int) -> list[Owner]:
    """People of the workspace."""
    users = [f"U{number:04}OWNER" for number in range(many)]
    return [
        Owner(PersonId(f"slack:{TEAM}:{u}"), direct(u), json.dumps({"channel": direct(u)}))
        for u in users
    ]


def workspace(many: int) -> list[Json]:
    """What Slack lists: so many owners, and those whom the town's file names."""
    names = [owner.person.rpartition(":")[2] for owner in on_slack(many)]
    return [slack_person(id, f"Person {id}") for id in (*names, "ULEAD", "UHEAD")]


def in_teams(many: int, service_url: str) -> list[Owner]:
    """People of the tenant, each in a chat of their own with the bot."""
    where = {"serviceUrl": service_url, "tenant": TENANT}
    return [
        Owner(
            PersonId(f"teams:{TENANT}:{n}"),
            f"a:{n}",
            json.dumps(where | {"conversation": f"a:{n}"}),
        )
        for n in range(many)
    ]


def town_file(folder: Path) -> Path:
    """One agency on both platforms, and a kind of referral that is due within hours."""
    agency = {
        "id": AGENCY, "name": "Anytown School", "sector": "education", "nation": "england",
        "urgent": [{"name": "Police", "number": "999"}], "leads": [LEAD],
        "roles": {"fallback": [HEAD]}, "slack_workspaces": [TEAM], "teams_tenants": [TENANT],
    }  # fmt: skip
    kind = {"id": KIND, "name": "Answer today", "within": "4 hours"}
    town = {"id": "anytown", "name": "Anytown", "agencies": [agency], "referrals": [kind]}
    written = folder / "partnership.yaml"
    written.write_text(json.dumps(town), "utf-8")
    return written


async def recorded(
    core: Core, owners: Sequence[Owner], many: int, first: datetime, spread: timedelta
) -> dict[str, str]:
    """So many referrals, whose nudges fall due one after another from `first` on.

    They were recorded three hours before. Gives the conversation in which each is asked about.
    """
    await core.members.remember([_known(owner) for owner in owners])
    asked: dict[str, str] = {}
    for start in range(0, many, AT_ONCE):
        batch = ReferralBatch(core.keys, core.partnership.id)
        async with AsyncSession(core.engine) as session, session.begin():
            for number in range(start, min(start + AT_ONCE, many)):
                due, owner = first + spread * number / many, owners[number % len(owners)]
                repo = Repository(session, core.partnership, core.keys, due - ASKED_AFTER)
                asked[await _begun(batch, owner, repo, number)] = owner.conversation
            await batch.ready()
            await batch.write(session)
        if start in (0, many // 2):  # as PostgreSQL does by itself within a minute
            async with core.engine.begin() as connection:
                await connection.execute(text("ANALYZE"))
    return asked


async def _begun(batch: ReferralBatch, owner: Owner, repo: Repository, number: int) -> str:
    """As somebody recorded it when the repository's clock stood there: its owner was told then."""
    made = make(REFERRER, KIND, AGENCY, None, repo)
    thread, referral = made.thread, made.referral
    owned = {"owner": owner.person, "owner_name": f"Owner {number}", "asked": 1}
    values = (thread.model_dump(), referral.model_dump() | owned)
    await batch.begin(*values, SECRET_WORDS, f"R-{number}", [owner.person])
    agency, kind = repo.partnership.agency(AGENCY), repo.partnership.kind(KIND)
    assert kind is not None
    turn = first_turn(kind.within, agency, repo.now, referral.answer_by)
    assert (turn.name, turn.at) == ("nudge", repo.now + ASKED_AFTER)
    batch.remind(thread.id, turn.name, turn.at)
    return thread.id


def _known(owner: Owner) -> Seen:
    return Seen(owner.person, AGENCY, "An Owner", "en", owner.address)
