"""Names of people in a text: those of the partnership, and a light guess at others."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from storage.typed.names import TITLES, plain, words_of

Span = tuple[int, int]


# A run of capitalised words with one of these in it is a place, a body, a day or a paper.
_NOT_PEOPLE: Final = words_of(
    """
    police heddlu service services children child adult adults council school academy college
    university hospital surgery clinic trust health care social education court act board team
    teams slack partnership committee meeting conference group plan review strategy mental
    family early help hub safeguarding protection welfare home office street road lane avenue
    drive park house centre center unit ward north south east west central england english
    wales welsh scotland scottish ireland irish britain british kingdom united european nhs
    anytown county borough city town fire rescue probation prison youth justice housing
    community voluntary charity foundation association society working together lead manager
    officer chair head teacher worker year key stage level section part step good bank
    easter christmas holiday day week monday tuesday wednesday thursday friday saturday sunday
    january february march april may june july august september october november december
    cymru ysgol cyngor gwasanaeth gwasanaethau plant bwrdd iechyd gofal cymdeithasol
    cynhadledd cyfarfod uned tîm prifysgol coleg llys deddf de gogledd ionawr chwefror mawrth
    ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr dydd llun
    """
)
# What opens a sentence with a capital and is no part of the name that follows.
_OPENERS: Final = words_of(
    """
    a an the this that these those my our his her their your i we he she they it you who when
    while after before since because although though if but and so then yet or nor as at by
    for from in into of on to with without about yesterday today tomorrow last next every some
    many all no not both dear please also however once again later now only even told asked
    saw met rang called phoned emailed spoke heard said says was is were are has had have did
    does do can could should would may might must will let yes hi hello thanks regards why
    what where how which whose there here per re mum dad nan gran
    y yr mae roedd ond ac ar o yn fy ei eu ein pan wedi ddoe heddiw dywedodd gwelais pam
    """
)
# Names that are words too; at the opening of a sentence they are taken for the word.
ALSO_WORDS: Final = words_of(
    """
    will may mark grace hope faith joy dawn sue bill pat rob art drew rich frank april june summer
    autumn rose iris hazel daisy holly ivy carol guy max jack chase dean miles gene robin young
    precious patience destiny angel king prince long price short wood green brown white black day
    bell ball bird field hill lane page reed rice stone ward west north cook baker
    """
)


class _Word(NamedTuple):
    word: str
    plain: str  # without accents, as names are compared
    start: int
    end: int
    capital: bool
    before: str  # what stands between it and the word before
    follows: bool  # the word before is kept too

    def opens(self) -> bool:
        """Tells whether it begins a sentence or a line, and so would have a capital anyway."""
        return not self.start or bool(_BREAK.search(self.before))

    def joined(self) -> bool:
        """Tells whether only space parts it from the word before."""
        return self.follows and self.before in {" ", "  "}


_BREAK: Final = re.compile(r"[.!?:;\n•]|^\s*[-–—>]\s*$")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_AFTER_TITLE: Final = re.compile(r"\. {0,2}| {1,2}")
_OWNS: Final = ("'s", "’s", "'S", "’S")


class _Known(NamedTuple):
    whole: dict[str, tuple[tuple[str, ...], ...]]  # by the first word
    single: frozenset[str]
    parts: frozenset[str]


def is_no_name(word: str) -> bool:
    """Tells whether a word with a capital is of a place, a body or a day, or opens a sentence."""
    return word in _NOT_PEOPLE or word in _OPENERS


def people_in(text: str, names: frozenset[str], agencies: frozenset[str]) -> Iterator[Span]:
    """Finds where people are named: those who are known, and what is written as a name is."""
    known = _known(names)
    words = list(_words(text, known.parts))
    stop = _not_people(agencies)
    at = 0
    while at < len(words):
        skip, length = 0, _known_length(words, at, known)
        if not length:
            skip, length = _run(words, at, stop)
        if length:
            yield words[at + skip].start, words[at + skip + length - 1].end
        at += skip + length or 1


def _words(text: str, parts: frozenset[str]) -> Iterator[_Word]:
    """Finds the words that may be of a name; most aren't, and people wait for this."""
    last, follows = 0, False
    for match in _WORD.finditer(text):
        start, end = match.span()
        word = _bare(match[0])
        lower = word.lower()
        # All capitals are an abbreviation far more often than a name.
        capital = word != lower and word[0] != lower[0] and word != word.upper()
        bare = lower if lower.isascii() and "'" not in lower else plain(lower)
        kept = capital or bare in parts
        if kept:
            yield _Word(lower, bare, start, start + len(word), capital, text[last:start], follows)
        last, follows = end, kept


def _bare(word: str) -> str:
    return word[:-2] if word.endswith(_OWNS) else word


def _split(name: str) -> list[str]:
    return [_bare(word).lower() for word in _WORD.findall(name)]


def _plainly(name: str) -> tuple[str, ...]:
    # A display name may carry a title, or pronouns in brackets.
    words = (plain(word) for word in _split(name.partition("(")[0]))
    return tuple(word for word in words if word not in TITLES)


@lru_cache(maxsize=8)
def _not_people(agencies: frozenset[str]) -> frozenset[str]:
    return _NOT_PEOPLE.union(*(_split(agency) for agency in agencies))


@lru_cache(maxsize=8)
def _known(names: frozenset[str]) -> _Known:
    whole: dict[str, tuple[tuple[str, ...], ...]] = {}
    single: set[str] = set()
    for name in names:
        parts = _plainly(name)
        single.update(part for part in parts[:1] + parts[-1:] if len(part) > 2)
        for each in {parts, parts[:1] + parts[-1:]}:
            if len(each) > 1:
                whole[each[0]] = (*whole.get(each[0], ()), each)
    every = {word for several in whole.values() for each in several for word in each}
    return _Known(whole, frozenset(single), TITLES | every)


def _known_length(words: list[_Word], at: int, known: _Known) -> int:
    first = words[at]
    lengths = [
        len(name)
        for name in known.whole.get(first.plain, ())
        if name == tuple(each.plain for each in words[at : at + len(name)])
        and all(each.follows for each in words[at + 1 : at + len(name)])
    ]
    if lengths:
        return max(lengths)
    single = first.plain in known.single and first.capital
    return int(single and not (first.opens() and first.word in ALSO_WORDS))


def _run(words: list[_Word], at: int, stop: frozenset[str]) -> tuple[int, int]:
    """Counts the capitalised words to pass over from here, and those that then make a name."""
    end = at + 1
    while end < len(words) and words[end].capital and _goes_on(words, end):
        end += 1
    run = words[at:end]
    if not run[0].capital and run[0].word not in TITLES:
        return 1, 0
    if run[0].word in TITLES and len(run) > 1:
        return (len(run), 0) if run[1].word in stop else (0, len(run))
    skip = int(run[0].word in _OPENERS and run[0].opens())
    named = run[skip:]
    if len(named) < 2 or any(each.word in stop for each in named):
        return len(run), 0
    return skip, len(named)


def _goes_on(words: list[_Word], at: int) -> bool:
    if words[at - 1].word in TITLES:
        return words[at].follows and _AFTER_TITLE.fullmatch(words[at].before) is not None
    return words[at - 1].capital and words[at].joined()
