"""The rows of a new referral, and by when it is due."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from handlers.contract.people import Named
from handlers.referral.case import ReferralCase
from handlers.shared.threads import named_thread
from storage.partnership import AgencyId, Partnership, due
from storage.partnership.turns import rules_of
from storage.repository import Repository
from storage.schema import Referral
from storage.schema.values import AskedRole, ThreadCommand


def make(
    who: Named, kind: str, agency: AgencyId, day: date | None, repo: Repository
) -> ReferralCase:
    """Makes the rows of a new referral; a day of its own overrules the limit of its kind."""
    thread = named_thread(ThreadCommand("referral"), agency, who, repo)
    by, rules = due_of(kind, agency, day, repo.now, repo.partnership)
    referral = Referral(
        partnership_id=repo.partnership.id,
        thread_id=thread.id,
        kind=kind,
        began=repo.now,
        due_at=by,
        answer_by=by,
        rules=rules,
        role=AskedRole.LEAD,
    )
    return ReferralCase(thread, repo, referral)


def due_of(
    kind_id: str, agency_id: AgencyId, day: date | None, began: datetime, partnership: Partnership
) -> tuple[datetime, str]:
    """Gives when it is due, and under which rules; a day of its own ends as the agency closes."""
    agency = partnership.agency(agency_id)
    kind = partnership.kind(kind_id)
    if day is not None or kind is None:
        closes = agency.hours.closes if agency.hours.closes != time(0) else time(23, 59)
        end = datetime.combine(day or began.date(), closes, ZoneInfo(agency.timezone))
        return max(end, began), ""
    return due(kind.within, agency, began), rules_of(kind.within, agency)
