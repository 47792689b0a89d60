"""Each agency's leads are asked to confirm what was agreed once it is due, and gently again.

No row says that they were asked: the days follow from the day of the last confirmation, or from
the version's own; or from the day after it came here, if that is later: who begins with what has
long been agreed is asked all the same.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from handlers.agreement.holding import YEAR, due_since
from handlers.contract.outcomes import Outcomes, Send, ToPerson
from prompts.shapes import Button, Card, Text
from prompts.words import say
from storage.partnership import AgencyId, WorkingTime
from storage.repository import Repository

ASKED: Final = (0, 14, 42)
"""After so many days, each year until somebody confirms: at the opening of that day, or of the
next on which the agency works."""


async def asked_today(agency: AgencyId, repo: Repository) -> Outcomes:
    """Sends its leads a card if this is such a day; whoever leads several agencies gets one."""
    waiting = await _to_be_confirmed(repo)
    since = waiting.get(agency)
    working = WorkingTime(repo.partnership.agency(agency))
    today = working.local(repo.now).date()
    if (
        since is None
        or today < since
        or not any(_opens(day, working) == today for day in _days(since, today))
    ):
        return []
    left, card = await repo.people.left(), _card()
    leads = repo.partnership.agency(agency).leads
    here = [p for p in leads if not left.has_left(p, agency)]
    led = {p: [a for a in repo.partnership.is_lead(p) if a in waiting] for p in here}
    return [Send(ToPerson(p), card) for p in here if led[p][0] == agency]


async def _to_be_confirmed(repo: Repository) -> Mapping[AgencyId, date]:
    """Finds the agencies whose confirmation is due, and since when; none if nothing was agreed."""
    found, confirmed = repo.partnership.agreement, await repo.agreements.confirmed()
    if found is None:
        return {}
    today, agencies = repo.today_at(None), [agency.id for agency in repo.partnership.agencies]
    dues = {agency: due_since(confirmed.get(agency), found, today) for agency in agencies}
    came = await repo.versions.since(("agreement",), ("agreement", "version"))
    first = came + timedelta(days=1) if came else found.since
    return {agency: max(since, first) for agency, since in dues.items() if since is not None}


def _days(since: date, today: date) -> list[date]:
    year = since + (today - since) // YEAR * YEAR
    return [year + timedelta(days=days) for days in ASKED]


def _opens(day: date, working: WorkingTime) -> date:
    """Finds the first day from this one on that the agency works; of a month that it doesn't, its
    last."""
    days = (day + timedelta(days=later) for later in range(31))
    return next((each for each in days if working.works_on(each)), day + timedelta(days=31))


def _card() -> Card:
    look = Button(say("agreement-look"), "agreement", style="primary")
    return Card(say("agreement-card"), (Text(say("agreement-card-words")),), (look,))
