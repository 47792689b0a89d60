"""Referrals' deadlines as an iCalendar file (RFC 5545), to be shown in anybody's calendar.

Each is an event at the moment it is due: of the calendars people use, most don't show to-dos from a
file (Google's and Outlook's on the web leave a VTODO out without a word). It takes no time and
blocks none. No name and none of what was said is in it: calendars are shared, and synchronised.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Final

from handlers.referral.cards import kind_words
from handlers.shared.labels import named
from prompts.words import Plain, say, speak
from storage.bulk.referral_reading import Standing
from storage.partnership import Partnership

FOLD: Final = 75
"""Octets in a line, without its end."""
_DUE: Final = ("open", "picked")
"""What is done isn't due any more."""


def calendar(
    standing: Iterable[Standing], partnership: Partnership, language: str, now: datetime
) -> str:
    """The whole file. The same referral is the same event each time, so that it moves with it."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Upstander//Referrals//{language.upper()}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escaped(speak(say('calendar-name'), language))}",
    ]
    for one in standing:
        if one.thread.state in _DUE:
            lines += _event(one, partnership, language, now)
    return "".join(f"{folded(line)}\r\n" for line in (*lines, "END:VCALENDAR"))


def _event(one: Standing, partnership: Partnership, language: str, now: datetime) -> Iterator[str]:
    thread, referral = one.thread, one.referral
    kind = kind_words(referral.kind, partnership)
    asking = named(thread.told_agency or thread.agency, partnership)
    asked = named(thread.agency, partnership)
    summary = say("calendar-summary", kind=kind, reference=Plain(one.reference))
    between = say("calendar-between", asking=asking, asked=asked)
    yield "BEGIN:VEVENT"
    yield f"UID:{thread.id}@{partnership.id}.upstander"
    yield f"DTSTAMP:{_moment(now)}"
    yield f"DTSTART:{_moment(referral.due_at)}"
    yield f"SUMMARY:{escaped(speak(summary, language))}"
    yield f"DESCRIPTION:{escaped(speak(between, language))}"
    yield "CLASS:PRIVATE"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def escaped(text: str) -> str:
    """A text as a value: what would end it, or part it, is written out."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(letter for letter in plain if letter in "\n\t" or _printable(letter))
    for sign in ("\\", ";", ","):
        kept = kept.replace(sign, f"\\{sign}")
    return kept.replace("\n", "\\n")


def _printable(letter: str) -> bool:
    return not (letter < " " or "\x7f" <= letter <= "\x9f" or letter in "\u2028\u2029")


def folded(line: str) -> str:
    """A line in pieces of at most 75 octets; no letter is torn apart."""
    pieces, room = [""], FOLD
    for letter in line:
        size = len(letter.encode(errors="replace"))
        if size > room:
            pieces.append("")
            room = FOLD - 1  # the space that begins the next piece
        pieces[-1] += letter
        room -= size
    return "\r\n ".join(pieces)
