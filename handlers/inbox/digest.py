"""At the opening of an agency's day each of its leads hears what waits for them, in one card.

Nothing on a day on which nothing waits: a card that always comes is soon not read.
"""

from dataclasses import asdict, astuple, dataclass
from datetime import datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from handlers.contract.outcomes import Outcomes, Send, ToPerson
from handlers.inbox.lists import threads_for
from prompts.shapes import Button, Card, Facts
from prompts.words import Plain, say
from storage.partnership import Agency, AgencyId, PersonId, WorkingTime
from storage.repository import Repository
from storage.schema.values import State

EARLIEST = time(8)
"""An agency that is open day and night has a morning all the same."""
_YEAR: Final = 366


@dataclass(frozen=True)
class Counts:
    """What waits for one person, in numbers."""

    waiting: int
    owned: int
    unowned: int
    today: int
    over: int

    def __bool__(self) -> bool:
        return any(astuple(self))


def is_digest_due(agency: Agency, now: datetime) -> bool:
    """Tells whether its day has begun and is not over: later nobody wants the list."""
    working = WorkingTime(agency)
    return working.is_open(now) and working.local(now).time() >= _opens(agency)


def next_morning(agency: Agency, after: datetime) -> datetime:
    """Finds when its next day begins, on which it works."""
    working = WorkingTime(agency)
    first, zone = working.local(after).date(), ZoneInfo(agency.timezone)
    days = (first + timedelta(days=later) for later in range(_YEAR))
    begins = (datetime.combine(d, _opens(agency), zone) for d in days if working.works_on(d))
    return next((each for each in begins if each > after), after + timedelta(days=_YEAR))


def _opens(agency: Agency) -> time:
    return agency.hours.opens if agency.hours.opens != time(0) else EARLIEST


async def digest_of(agency_id: AgencyId, repo: Repository) -> Outcomes:
    """Sends each lead, and whoever stands in today, a card; each only once a day."""
    agency = repo.partnership.agency(agency_id)
    sent = []
    for person in await _leads(agency, repo):
        if await _told_at(person, repo) == agency_id:
            counts = await _counted(person, agency, repo)
            if counts:
                sent.append(Send(ToPerson(person), _card(counts)))
    return sent


async def _leads(agency: Agency, repo: Repository) -> list[PersonId]:
    found = [p for lead in agency.leads for p in (lead, await repo.people.stands_in(lead)) if p]
    return list(dict.fromkeys(found))


async def _told_at(person: PersonId, repo: Repository) -> AgencyId | None:
    """Finds where somebody is told: by the first of their agencies that opens today."""
    opening: list[tuple[datetime, AgencyId]] = []
    for agency in repo.partnership.agencies:
        day = WorkingTime(agency).local(repo.now).date()
        if WorkingTime(agency).works_on(day) and person in await _leads(agency, repo):
            opens = datetime.combine(day, _opens(agency), ZoneInfo(agency.timezone))
            opening.append((opens, agency.id))
    return min(opening)[1] if opening else None


async def _counted(person: PersonId, agency: Agency, repo: Repository) -> Counts:
    lists = await threads_for(person, repo)
    live = [t for each in lists.values() for t in each if t.state in (State.OPEN, State.PICKED)]
    now, local = repo.now, WorkingTime(agency).local
    dues = [referral.due_at for referral in await repo.referrals.of_many(live)]
    today = sum(due > now and local(due).date() == local(now).date() for due in dues)
    counts = {name: len(threads) for name, threads in lists.items()}
    return Counts(**counts, today=today, over=sum(due <= now for due in dues))


def _card(counts: Counts) -> Card:
    rows = ((say(f"digest-{name}"), count) for name, count in asdict(counts).items())
    facts = Facts(tuple((words, Plain(str(count))) for words, count in rows if count))
    return Card(say("digest-title"), (facts,), (Button(say("digest-see"), "mine"),))
