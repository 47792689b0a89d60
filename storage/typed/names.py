"""Names as people write them, matched with names as a directory has them.

With accents or without, "Surname, First", titles, any apostrophe, hyphen or space, composed or not.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Final, TypeVar


def words_of(text: str) -> frozenset[str]:
    """Gives the words of a list that stands in the code as text."""
    return frozenset(text.split())


TITLES: Final = words_of(
    """
    mr mrs ms miss mx dr prof professor pc dc ds di dci wpc pcso sgt sergeant cllr councillor rev
    nurse inspector constable superintendent bnr
    """
)
_APOSTROPHES: Final = str.maketrans(dict.fromkeys("'’‘‛ʼʻʹ`´′＇", ""))
_LETTERS: Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)
"""Letters that Unicode doesn't take apart into a plain one and an accent."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_ASIDE: Final = re.compile(r"\(.*?(?:\)|$)|\[.*?(?:\]|$)|(?:[|/]|\s[-–—]\s).*", re.DOTALL)
"""Pronouns and places of work that stand behind a name."""

Person = TypeVar("Person")


def letters(text: str) -> str:
    """Leaves of a reference what makes it the same however it is spelled: no signs, no accents."""
    return "".join(letter for letter in plain(text) if letter.isalnum())


def plain(word: str) -> str:
    """Gives a word in small letters without accents and apostrophes."""
    apart = unicodedata.normalize("NFKD", word.translate(_APOSTROPHES))
    kept = "".join(c for c in apart if unicodedata.category(c) not in ("Mn", "Me", "Cf"))
    return kept.casefold().translate(_LETTERS)


def name_words(name: str) -> tuple[str, ...]:
    """Gives the words of a name, first names first, without titles; none if it has no letters."""
    around = _ASIDE.sub(" ", name).split(",")
    parts: list[Sequence[str]] = [_WORD.findall(plain(part)) for part in around]
    bare = [_untitled(part) for part in parts]
    if not any(bare):
        bare = parts  # somebody may be called Constable, and nothing else
    return tuple(word for part in (*bare[1:], bare[0]) for word in part)


def same_spelling(name: str) -> str:
    """Spells a name as names are compared: without capitals, accents and spaces."""
    return "".join(name_words(name)) or name


def in_whole_words(typed: str, name: str) -> bool:
    """Tells whether what was typed is whole words of this name, or all of them among others: only
    then is the one whom it fits surely meant. An initial may stand before a word, and not
    behind it: a surname's is too little.
    """
    words, theirs = name_words(typed), name_words(name)
    said, borne = Counter(words), Counter(theirs)
    whole = Counter(word for word in words if len(word) > 1)
    some = bool(whole) and whole <= borne and len(words[-1]) > 1
    return some or _same(words, theirs) or (len(theirs) > 1 and borne <= said)


def _untitled(words: Sequence[str]) -> Sequence[str]:
    first = next((at for at, word in enumerate(words) if word not in TITLES), len(words))
    return words[first:]


def meant(typed: str, people: Iterable[Person], name: Callable[[Person], str]) -> list[Person]:
    """Finds whom a typed name may mean: the whole name, or else a part or the beginnings of one.

    Several are several: who has the same name but for an accent, too.
    """
    words = name_words(typed)
    if not words:
        return []
    known = [(person, name_words(name(person))) for person in people]
    for alike in (_same, _same_in_any_order, _fits):
        if found := [person for person, theirs in known if alike(words, theirs)]:
            return found
    return []


def _same(typed: Sequence[str], theirs: Sequence[str]) -> bool:
    # "O Brien" is O'Brien. One word alone may be the beginning of somebody else's name.
    return len(theirs) > 1 and "".join(typed) == "".join(theirs)


def _same_in_any_order(typed: Sequence[str], theirs: Sequence[str]) -> bool:
    return len(theirs) > 1 and sorted(typed) == sorted(theirs)


def _fits(typed: Sequence[str], theirs: Sequence[str]) -> bool:
    """Tells whether each word begins one of theirs; or all of theirs stand there, among others."""
    left = list(theirs)
    for word in typed:
        begun = [other for other in left if other.startswith(word)]
        if not begun:
            return len(theirs) > 1 and set(theirs) <= set(typed)
        left.remove(word if word in begun else begun[0])
    return True
