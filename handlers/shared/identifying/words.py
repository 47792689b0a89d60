"""Spots what could identify somebody, so that a writer can think again before sending.

It would rather miss than cry wolf: people stop reading a warning that is often wrong.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from stdnum.gb import nhs

from handlers.contract.people import Anonymous, Event, Raiser
from handlers.shared.brought import given_away
from handlers.shared.identifying.names import Span, people_in
from handlers.shared.steps.warnings import Warnings, warned
from prompts.words import Plain, say
from storage.partnership import Partnership, PersonId
from storage.repository import Repository
from storage.typed.alike import alike

Kind = Literal["name", "birth_date", "nhs_number", "insurance_number", "postcode", "phone", "email"]


@dataclass(frozen=True)
class Found:
    """One thing that could identify somebody, and where it stands in the text."""

    kind: Kind
    start: int
    end: int


def spot(
    text: str,
    names: Collection[str] = (),
    agencies: Collection[str] = (),
    today: date | None = None,
) -> tuple[Found, ...]:
    """Finds what could identify somebody, in order and without overlaps.

    `names` are the partnership's known people, `agencies` names that aren't people. Given `today`,
    a date of the last two years counts only where the text says that it is of birth.
    """
    text = alike(text)
    finders: list[tuple[Kind, Iterator[Span]]] = [
        ("email", _emails(text)),
        ("name", people_in(text, frozenset(names), frozenset(agencies))),
    ]
    if _FIGURE.search(text):
        finders[1:1] = [
            ("birth_date", _birth_dates(text, today)),
            ("phone", _phones(text)),
            ("nhs_number", _nhs_numbers(text)),
            ("insurance_number", _insurance_numbers(text)),
            ("postcode", _postcodes(text)),
        ]
    found, taken = [], bytearray(len(text))
    for kind, spans in finders:
        for start, end in spans:
            # Who comes first in the list above has a place that two kinds claim.
            if taken.find(1, start, end) == -1:
                taken[start:end] = b"\1" * (end - start)
                found.append(Found(kind, start, end))
    return tuple(sorted(found, key=lambda each: each.start))


_FIGURE: Final = re.compile(r"\d")
_EMAIL: Final = re.compile(
    r"(?<![\w.+'-])[\w.+'-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+", re.IGNORECASE
)


def _emails(text: str) -> Iterator[Span]:
    if "@" in text:
        yield from (match.span() for match in _EMAIL.finditer(text))


MONTHS: Final = {
    word: number
    for number, words in enumerate(
        (
            "january jan ionawr",
            "february feb chwefror",
            "march mar mawrth fawrth",
            "april apr ebrill",
            "may mai fai",
            "june jun mehefin fehefin",
            "july jul gorffennaf orffennaf",
            "august aug awst",
            "september sept sep medi fedi",
            "october oct hydref",
            "november nov tachwedd dachwedd",
            "december dec rhagfyr ragfyr",
        ),
        start=1,
    )
    for word in words.split()
}
"""What months are called in either language, in full and in short, and which each is."""
_MONTH: Final = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
_DAY: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th|af|ail|il|ydd|ed|fed|eg)?"
_END: Final = r"(?![\w/]|[.-]\d)"
_YEAR: Final = rf"(?P<year>\d{{4}}|\d{{2}}){_END}"
_APART: Final = r"(?<![\w/.-])"
_DATES: Final = tuple(
    re.compile(pattern, re.IGNORECASE | re.ASCII)
    for pattern in (
        rf"{_APART}(?P<day>\d{{1,2}})(?P<mark>[/.-])(?P<month>\d{{1,2}})(?P=mark){_YEAR}",
        rf"{_APART}(?P<year>\d{{4}})(?P<mark>[/.-])(?P<month>\d\d?)(?P=mark)(?P<day>\d\d?){_END}",
        rf"{_APART}{_DAY}(?:[ ]+(?:of|o))?[ -]{{1,2}}{_MONTH},?[ -]{{1,2}}{_YEAR}",
        rf"(?<!\w){_MONTH}[ ]{{1,2}}{_DAY},?[ ]{{1,2}}{_YEAR}",
    )
)

_BIRTH: Final = re.compile(
    r"\b(?:born|birth|birthday|d\.?o\.?b|geni|ganed|ganwyd)\b", re.IGNORECASE
)
_BEFORE: Final = 24
_RECENT: Final = timedelta(days=731)


def _birth_dates(text: str, today: date | None) -> Iterator[Span]:
    for match in (match for pattern in _DATES for match in pattern.finditer(text)):
        day = _date(match, today)
        if day is None:
            continue
        said = _BIRTH.search(text, max(0, match.start() - _BEFORE), match.start())
        likely = len(match["year"]) == 4 or match.groupdict().get("mark", "/") == "/"
        if said or (likely and (today is None or day < today - _RECENT)):
            yield match.span()


def _date(match: re.Match[str], today: date | None) -> date | None:
    day, year = int(match["day"]), int(match["year"])
    month = MONTHS.get(match["month"].lower()) or int(match["month"])
    if year < 100:
        year += 2000 if today is None or year <= today.year % 100 else 1900
    if month > 12:  # the American order
        day, month = month, day
    try:
        return date(year, month, day) if 1900 <= year <= 2099 else None
    except ValueError:
        return None


_NATIONAL: Final = re.compile(r"(?<![\w+/-])\(?0(?:[ ().-]{0,2}\d){9,10}(?![\w/]|-\d)")
_INTERNATIONAL: Final = re.compile(r"(?<![\w+/-])(?:\+|00)[1-9](?:[ ().-]{0,3}\d){7,13}(?![\w/])")
# 03 and 08 numbers are helplines and switchboards, and name nobody.
_PERSONAL: Final = ("1", "2", "7")


def _phones(text: str) -> Iterator[Span]:
    for match in _INTERNATIONAL.finditer(text):
        written = match[0]
        # The next figures in the sentence may look like more of the number.
        while written and not _is_phone(written):
            written = written.rpartition(" ")[0].rstrip()
        if written:
            yield match.start(), match.start() + len(written)
    for match in _NATIONAL.finditer(text):
        if _is_phone(match[0]):
            yield match.span()


def _is_phone(written: str) -> bool:
    import phonenumbers  # a tenth of a second that a start needn't wait

    international = "+" + written[2:] if written.startswith("00") else written
    try:
        number = phonenumbers.parse(international, "GB")
    except phonenumbers.NumberParseException:
        return False
    national = str(number.national_number)
    if number.country_code == 44:
        # Possible, not valid: the ranges kept for drama and examples aren't valid.
        # A few places have nine figures; a Scottish health number can look the same.
        return national.startswith(_PERSONAL) and (
            len(national) == 10
            or (phonenumbers.is_valid_number(number) and not nhs.is_valid(written))
        )
    return phonenumbers.is_valid_number(number)


_TEN_FIGURES: Final = re.compile(
    r"(?<![\w+])(?<!\d[/.-])(?=(\d(?:[ -]{0,2}\d){9})(?![\w/]|[.-]\d))"
)


def _nhs_numbers(text: str) -> Iterator[Span]:
    """England's and Wales's NHS, Scotland's CHI and Northern Ireland's H&C: one check digit."""
    for match in _TEN_FIGURES.finditer(text):
        # One figure ten times over is a placeholder, whatever its check digit says.
        if len(set(match[1]) - set(" -")) > 1 and nhs.is_valid(match[1]):
            yield match.span(1)


_INSURANCE: Final = re.compile(
    r"(?<![\w-])(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?:[ -]{0,2}\d\d){3}"
    r"[ -]{0,2}[A-D](?![\w-])",
    re.IGNORECASE,
)


def _insurance_numbers(text: str) -> Iterator[Span]:
    """National Insurance numbers: https://www.gov.uk/hmrc-internal-manuals/national-insurance-manual/nim39110."""
    yield from (match.span() for match in _INSURANCE.finditer(text))


_AREAS: Final = """
    AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E
    EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL
    LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM
    SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE
    """
_IN_AREAS: Final = frozenset(_AREAS.split())
_POSTCODE: Final = re.compile(
    r"(?<![\w-])([A-Z]{1,2})(\d[A-Z\d]?)[ -]{0,2}\d[ABD-HJLNP-UW-Z]{2}(?![\w-])",
    re.IGNORECASE | re.ASCII,
)
_UNIT: Final = re.compile(r"\b\d(?:st|nd|rd|th|yr|hr|ft|lb|pt)$")  # "B1 1st floor", "s17 3yr old"
_SHEFFIELD: Final = frozenset(
    map(str, (*range(1, 15), 17, 18, 20, 21, 25, 26, 32, 33, 35, 36, *range(40, 46), 49,
              *range(60, 67), *range(70, 76), 80, 81, *range(95, 100)))
)  # fmt: skip
"""Its districts. Any other S and number is a section of an Act."""


def _postcodes(text: str) -> Iterator[Span]:
    for match in _POSTCODE.finditer(text):
        area, district = match[1].upper(), match[2]
        section = area == "S" and district not in _SHEFFIELD
        if area in _IN_AREAS and not section and not _UNIT.search(match[0]):
            yield match.span()


async def doubts(
    who: Raiser, event: Event, asked: Sequence[str], without: Collection[PersonId], repo: Repository
) -> Warnings:
    """Warns of what these answers may tell, each where it is said; nobody takes those `without`
    for who sent them: the people whom it reaches or leaves out.

    In danger, or once it is to be sent anyway, there is nothing to think about.
    """
    if event.one("danger") == "yes" or event.one("anyway"):
        return {}
    names = tuple(m.name for m in repo.partnership.members)
    ways = given_away(event, event.one("how"))
    if isinstance(who, Anonymous):
        few = repo.partnership.thresholds.could_have_sent
        if await repo.people.others_who_could(who.agency, frozenset(without)) < few:
            ways = (*ways, say("doubt-few", few=few))
    return identifying(event, asked, names, repo) | warned("how", *ways)


def identifying(
    event: Event, asked: Sequence[str], names: tuple[str, ...], repo: Repository
) -> Warnings:
    """Warns of what in these answers may tell who somebody is: these names, or what looks so."""
    found: Warnings = {}
    for name in asked:
        shown = identifiers(event.one(name), names, repo.partnership, repo.today_at(None))
        found |= warned(name, say("doubt-identifies", words=shown)) if shown else {}
    return found


def identifiers(
    text: str, names: Collection[str], partnership: Partnership, today: date
) -> Plain | None:
    """Quotes what could identify somebody, each once; None if there is nothing."""
    agencies = tuple(words for a in partnership.agencies for words in a.name.values())
    found = spot(text, names, agencies, today)
    shown = ", ".join(dict.fromkeys(f"“{text[f.start : f.end]}”" for f in found))
    return Plain(shown) if shown else None
