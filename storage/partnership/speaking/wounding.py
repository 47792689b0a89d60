"""Words that wound: what blames, ages or belittles somebody, why that matters, and other words.

It would rather miss than cry wolf. Whoever quotes such words, reports that others use them, or says
that they aren't so, is most likely the one who stands up against them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Annotated, Final

from pydantic import BeforeValidator, Field, StringConstraints

from storage.partnership.base import Frozen, Label, Language
from storage.partnership.plain_yaml import read_plain
from storage.partnership.speaking.phrases import Passage
from storage.partnership.values import wrong

_LETTER: Final = re.compile(r"[^\W\d_]")
_START: Final = re.compile(r"(?<![\w’-])\w")
_LETTERS: Final = 2


def _some_word(written: object) -> object:
    if isinstance(written, str) and len(_LETTER.findall(written)) < 3:
        raise wrong("this would be noticed far too often", "write a whole word, or several")
    return written


_Term = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=3, max_length=80),
    BeforeValidator(_some_word),
]
_Terms = Mapping[Language, Annotated[tuple[_Term, ...], Field(max_length=60)]]


class WoundingWords(Frozen):
    """Words of one kind, by language, and what is said to whoever is about to send them."""

    words: Annotated[_Terms, Field(min_length=1)]
    """Whole words; `*` stands for any ending, and `…` for up to three words."""
    unless: _Terms = Field(default_factory=dict)
    why: Passage
    instead: Passage


OwnWords = Annotated[tuple[WoundingWords, ...], Field(max_length=60)]


@dataclass(frozen=True)
class Hint:
    """What was noticed, as it stands in the text; why it matters, and what could be said."""

    words: str
    why: Label
    instead: Label


class _Shipped(Frozen):
    wounding: tuple[WoundingWords, ...]


@cache
def shipped() -> tuple[WoundingWords, ...]:
    """Reads ours, once."""
    text = files("storage.partnership.speaking").joinpath("wounding.yaml").read_text("utf-8")
    return _Shipped.model_validate(read_plain(text)).wounding


def noticed(text: str, own: Sequence[WoundingWords] = ()) -> tuple[Hint, ...]:
    """Finds words that wound, in whatever language, each kind once; the partnership's first."""
    plain = text.replace("'", "’").replace("‘", "’")
    starts = [match.start() for match in _START.finditer(plain)]
    found = (_first(rule, plain, starts, text) for rule in (*own, *shipped()))
    return tuple(hint for hint in found if hint is not None)


Span = tuple[int, int]


def _first(rule: WoundingWords, plain: str, starts: Sequence[int], text: str) -> Hint | None:
    fine: list[Span] | None = None
    for start, end in _spans(_listed(rule.words), plain, starts):
        fine = list(_spans(_listed(rule.unless), plain, starts)) if fine is None else fine
        if not any(s < end and start < e for s, e in fine) and not _of_others(plain, start, end):
            return Hint(text[start:end], rule.why, rule.instead)
    return None


def _spans(terms: tuple[str, ...], plain: str, starts: Sequence[int]) -> Iterator[Span]:
    by_letters = _patterns(terms)
    for start in starts:
        pattern = by_letters.get(plain[start : start + _LETTERS].lower())
        if pattern is not None and (match := pattern.match(plain, start)):
            yield match.span()


def _listed(terms: _Terms) -> tuple[str, ...]:
    return tuple(term for several in terms.values() for term in several)


@cache
def _patterns(terms: tuple[str, ...]) -> Mapping[str, re.Pattern[str]]:
    """One for each two letters with which terms begin: people wait for this, and few begin so."""
    found: dict[str, list[str]] = {}
    for term in sorted(terms, key=len, reverse=True):
        found.setdefault(term[:_LETTERS].lower(), []).append(_spelled(term))
    return {
        letters: re.compile(rf"(?:{'|'.join(spelled)})(?![\w-])", re.IGNORECASE)
        for letters, spelled in found.items()
    }


def _spelled(term: str) -> str:
    parts = re.split(r"(\s*…\s*|\*|\s+)", term.replace("'", "’"))
    return "".join(_part(part) for part in parts)


def _part(part: str) -> str:
    if part == "*":
        return r"\w*"
    if part.strip() == "…":
        return r"(?:\s+[\w’-]+){0,3}\s+" if part != part.strip() else r"(?:\s+[\w’-]+){0,3}"
    return r"\s+" if not part.strip() and part else re.escape(part)


_SAID_BY_OTHERS: Final = re.compile(
    r"\b(?:call(?:ed|s|ing)?|describ\w+|label\w*|term(?:ed|s)?|words?|wording|phrases?|language|"
    r"wr(?:ote|ites|itten)|record(?:ed|s)?|sa(?:id|ys|ying)|told|spoken|spoke|refer\w*|"
    r"disagree\w*|object\w*|not|never|isn’t|wasn’t|aren’t|weren’t|don’t|doesn’t|didn’t|no|nor|"
    r"rather than|instead of|challeng\w+|"
    r"alw|galw\w*|ddisgrif\w+|disgrif\w+|dweud|ddweud|dywed\w*|ddywed\w*|gair|geiriau|eiriau|"
    r"cofnod\w*|gofnod\w*|nid|nad|ddim|byth|yn hytrach na)\b",
    re.IGNORECASE,
)
_SAYS: Final = r"(?:said|says|wrote|writes|told (?:me|us|him|her|them))"
_OTHERS: Final = r"(?:(?!(?:i|we|and|but|so)\b)[\w’-]+)"
_SAID_AFTER: Final = re.compile(
    rf",\s+(?:(?:{_OTHERS}\s+){{1,5}}{_SAYS}|{_SAYS}(?:\s+{_OTHERS}){{1,5}})\s*(?:,|$)|"
    r",\s+(?:meddai|medden|medd)\b",
    re.IGNORECASE,
)
"""What follows on what was said, and names who did: others than whoever writes."""
_AFTER: Final = 140
"""Letters after such words in which it may be told: there a whole sentence may go on."""
_BEFORE: Final = 70
"""Letters before such words in which it may be told who says so: about as many as a clause has."""
_ENDS: Final = re.compile(r"[.?!;\n]")
_QUOTES: Final = (("“", "”"), ('"', '"'), ("’", "’"), ("«", "»"))


def _of_others(text: str, start: int, end: int) -> bool:
    """Tells whether these words are quoted, reported or denied."""
    clause = _ENDS.split(text[max(0, start - _BEFORE) : start])[-1]
    if _SAID_BY_OTHERS.search(clause):
        return True
    if _SAID_AFTER.search(_ENDS.split(text[end : end + _AFTER])[0]):
        return True
    around = text[max(0, start - 1) : start], text[end : end + 1]
    return around in _QUOTES or _inside(text, start, end)


def _inside(text: str, start: int, end: int) -> bool:
    """Tells whether a quotation opens before and closes after them in the same sentence."""
    before = _ENDS.split(text[:start])[-1]
    after = _ENDS.split(text[end:])[0]
    opened = before.rfind("“") > before.rfind("”") and "”" in after
    return opened or (before.count('"') % 2 == 1 and '"' in after)
