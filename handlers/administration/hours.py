"""When an agency is open: days, times, and days on which it is closed."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final

from pydantic import ValidationError

from handlers.administration.deciding import answered, propose, settings_now
from handlers.administration.roles import administered
from handlers.contract.outcomes import Ask, Outcomes, Refuse, no
from handlers.contract.people import Event, Named
from handlers.shared import questions
from handlers.shared.labels import agency_name
from prompts.shapes import Form, Line, Long, Several, Text, Tick
from prompts.words import Words, say
from storage.partnership import Agency, Hours
from storage.partnership.changes.tree import Difference, differences, value_at
from storage.partnership.values import DAYS
from storage.repository import Repository

_CLOSED_MOST: Final = 2000
WRITTEN: Final = ("days", "opens", "closes", "closed")
_DAY: Final = timedelta(days=1)


async def ask(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Asks for the hours, as they stand."""
    agency = administered(who, event.subject, repo)
    return no("administration-not-yours") if agency is None else [Ask(_form(agency, repo))]


def _form(agency: Agency, repo: Repository) -> Form:
    hours = agency.hours
    return questions.form(
        "administration-hours",
        "administration.hours",
        agency.id,
        Several(
            "days",
            say("administration-days-label"),
            questions.options("administration-day", DAYS),
            values=tuple(DAYS[day] for day in hours.days),
        ),
        Line("opens", say("administration-opens-label"), value=f"{hours.opens:%H:%M}",
             hint=say("administration-opens-hint"), required=True),
        Line("closes", say("administration-closes-label"), value=f"{hours.closes:%H:%M}",
             hint=say("administration-closes-hint"), required=True),
        Tick("bank", say("administration-bank-label"), value=hours.open_on_bank_holidays),
        Long("closed", say("administration-closed-label"), required=False, most=_CLOSED_MOST,
             hint=say("administration-closed-hint"), value="\n".join(_spans(hours.closed))),
        blocks=(Text(agency_name(agency.id, repo.partnership)),),
    )  # fmt: skip


def _spans(days: Sequence[date]) -> list[str]:
    """Writes days as the file does, those that follow each other as one stretch."""
    spans: list[list[date]] = []
    for day in days:
        if spans and day - spans[-1][-1] == _DAY:
            spans[-1].append(day)
        else:
            spans.append([day])
    return [f"{s[0]} to {s[-1]}" if len(s) > 1 else str(s[0]) for s in spans]


@answered
async def send(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Shows what would change, to be confirmed."""
    agency = administered(who, event.subject, repo)
    if agency is None:
        return no("administration-not-yours")
    hours = _written(event)
    if wrong := _wrong(hours):
        return [Refuse(wrong)]
    tree = await settings_now(repo)
    place = ("agencies", agency.id, "hours")
    before = value_at(tree, place)
    after = _kept(before or {}, hours)
    edits = list(differences(before, after, place)) if before else [Difference(place, None, after)]
    return await propose(who, event, edits, "page", repo)


def _written(event: Event) -> dict[str, Any]:
    closed = [line.strip() for line in event.one("closed").splitlines() if line.strip()]
    return {
        "days": list(event.several("days")),
        "opens": event.one("opens").strip(),
        "closes": event.one("closes").strip(),
        "closed": closed,
        "open_on_bank_holidays": event.one("bank") == "yes",
    }


def _kept(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    """Leaves as it is written whatever means the same."""
    old, new = Hours.model_validate(before), Hours.model_validate(after)
    same = {name for name in after if getattr(old, name) == getattr(new, name)}
    chosen = {name: before.get(name) if name in same else after[name] for name in after}
    return {name: value for name, value in chosen.items() if value is not None}


def _wrong(hours: Mapping[str, Any]) -> dict[str, Words]:
    try:
        Hours.model_validate(hours)
    except ValidationError as error:
        named = {str(place[0]) for e in error.errors() if (place := e["loc"])}
        fields = named & set(WRITTEN)
        return {field: say(f"missing-administration-{field}") for field in fields or {"closes"}}
    return {}
