"""Referrals as files, for a spreadsheet or a calendar: only what whoever asks may see."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from handlers.referral.cards import kind_words
from handlers.referral.case import is_overdue
from handlers.referral.files.spreadsheet import text_of
from handlers.referral.page import state_words
from handlers.shared.labels import agency_name
from prompts.words import Plain, Words, say, speak
from storage.bulk.referral_reading import Standing
from storage.partnership import Partnership, WorkingTime
from storage.schema.values import State

if TYPE_CHECKING:
    from icalendar import Event

COLUMNS = (
    *("reference", "kind", "what", "asked_by", "agency", "owner"),
    *("due", "due_time", "state", "recorded", "recorded_by"),
)
_DUE: Final = (State.OPEN, State.PICKED)
"""What is done isn't due any more."""
_LASTS: Final = timedelta(minutes=15)
"""An event must end after it begins, and calendars draw nothing shorter than this."""
_FIRST: Final = datetime(2020, 1, 1, tzinfo=UTC)
"""SEQUENCE counts seconds from here: it must fit into 31 bits, and does until 2088."""
_UNSHOWN: Final = dict.fromkeys(
    [*range(0x09), *range(0x0B, 0x0D), *range(0x0E, 0x20), *range(0x7F, 0xA0), 0x2028, 0x2029]
)
"""Control characters, which the standard forbids; the library writes them nonetheless."""


def sheet(
    standing: Iterable[Standing],
    readable: set[str],
    partnership: Partnership,
    language: str,
    now: datetime,
) -> str:
    """Writes a row for each referral, with days as ISO dates.

    What was said, and who recorded it, is in it only where they may open it themselves.
    """
    return text_of(
        COLUMNS,
        (_row(one, one.thread.id in readable, partnership, language, now) for one in standing),
    )


def _row(
    one: Standing, readable: bool, partnership: Partnership, language: str, now: datetime
) -> tuple[str, ...]:
    thread, referral = one.thread, one.referral
    local = WorkingTime(partnership.agency(thread.home)).local(referral.due_at)
    return (
        one.reference,
        speak(kind_words(referral.kind, partnership), language),
        one.what if readable else "",
        speak(agency_name(thread.told_agency or thread.home, partnership), language),
        speak(agency_name(thread.home, partnership), language),
        referral.owner_name or "",
        local.date().isoformat(),
        f"{local:%H:%M}",
        _state(one, language, now),
        thread.day.isoformat(),
        (thread.raiser_name or "") if readable else "",
    )


def _state(one: Standing, language: str, now: datetime) -> str:
    state = speak(state_words(one.thread, one.referral), language)
    over = is_overdue(one.thread, one.referral, now)
    return f"{state} {speak(say('overdue-now'), language)}" if over else state


def calendar(
    standing: Iterable[Standing], partnership: Partnership, language: str, now: datetime
) -> str:
    """Writes the deadlines as iCalendar (RFC 5545); a newer file moves the events of an older one.

    Of the calendars people use, most don't show to-dos from a file (Google's and Outlook's on the
    web leave a VTODO out without a word), so each is an event, short and blocking no time. No name
    and none of what was said is in it: calendars are shared, and synchronised.
    """
    from icalendar import Calendar  # eighty modules that no start needs

    due = (one for one in standing if one.thread.state in _DUE)
    whole = Calendar.new(
        prodid=f"-//Upstander//Referrals//{language.upper()}",
        calscale="GREGORIAN",
        method="PUBLISH",
        name=_shown(say("calendar-name"), language),
        subcomponents=[_event(one, partnership, language, now) for one in due],
    )
    del whole["UID"]  # one is made up each time; what calendars hold on to is each event's own
    return str(whole.to_ical(), "utf-8")


def _event(one: Standing, partnership: Partnership, language: str, now: datetime) -> "Event":
    from icalendar import CLASS, TRANSP, Event

    thread, at = one.thread, one.referral.due_at.astimezone(UTC)
    kind = kind_words(one.referral.kind, partnership)
    asking = agency_name(thread.told_agency or thread.home, partnership)
    asked = agency_name(thread.home, partnership)
    reference = Plain(one.reference)
    if is_overdue(thread, one.referral, now):
        summary = say("calendar-summary-overdue", kind=kind, reference=reference)
    else:
        summary = say("calendar-summary", kind=kind, reference=reference)
    between = say("calendar-between", asking=asking, asked=asked)
    return Event.new(
        uid=f"{thread.id}@{partnership.id}.upstander",
        # The higher one wins: deadlines move forth and back, and only time never goes back.
        sequence=int((now - _FIRST).total_seconds()),
        stamp=now,
        last_modified=now,
        start=at,
        end=at + _LASTS,
        summary=_shown(summary, language),
        description=_shown(between, language),
        classification=CLASS.PRIVATE,
        transparency=TRANSP.TRANSPARENT,
    )


def _shown(words: Words, language: str) -> str:
    return speak(words, language).translate(_UNSHOWN)
