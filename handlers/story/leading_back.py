"""What in a story would lead back to its case: its reference, an agency, somebody's very words."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Self
from unicodedata import category, normalize

from handlers.shared.identifying.names import ALSO_WORDS
from handlers.shared.identifying.words import spot
from handlers.shared.labels import short_code
from handlers.story.days import days_in
from prompts.words import Plain
from storage.content import Spoken
from storage.partnership import Partnership
from storage.schema import Thread
from storage.typed.alike import alike
from storage.typed.names import letters

RUN: Final = 6
"""So many words one after the other are somebody's own."""
_WORD: Final = re.compile(r"[\w'-]+")


@dataclass(frozen=True)
class Traces:
    """What leads back to a case, besides days and numbers that anybody would know."""

    names: Collection[str]
    """Of agencies and people, and the marks of the case: whole, however they are spelled."""
    words: Collection[str]
    """Of the names of those who took part: a first name is enough."""

    @classmethod
    def of(
        cls, thread: Thread, said: Iterable[Spoken], people: Iterable[str], of: Partnership
    ) -> Self:
        """Gathers them for a case and what was said in it."""
        agencies = (name for agency in of.agencies for name in agency.name.values())
        references = (part for each in said for part in _parts(alike(each.reference)))
        known = (name for name in people if len(name.split()) > 1)
        marks = (thread.id, short_code(thread.id))
        took_part = " ".join(filter(None, (thread.raiser_name, thread.picked_name)))
        words = {letters(word) for word in _WORD.findall(took_part) if len(word) > 2}
        names = {letters(name) for name in (*agencies, *references, *known, *marks)}
        return cls(names - {""}, words)

    def found_in(self, text: str) -> Plain | None:
        """Quotes all that leads back, in this text; None if nothing does."""
        text = "".join(c for c in normalize("NFKC", alike(text)) if category(c) != "Cf")
        numbers = ((f.start, f.end) for f in spot(text) if f.kind != "name")
        words = (m.span() for m in _WORD.finditer(text) if self._is_theirs(m[0]))
        spans = {*self._names(text), *words, *days_in(text), *numbers}
        whole = (
            (start, end)
            for start, end in sorted(spans)
            if not any(s <= start and end <= e for s, e in spans - {(start, end)})
        )
        return _quoted(text[start:end] for start, end in whole)

    def _is_theirs(self, word: str) -> bool:
        plain = letters(word.removesuffix("'s"))
        also = plain in ALSO_WORDS and not word[0].isupper()
        return plain in self.words and not also

    def _names(self, text: str) -> Iterator[tuple[int, int]]:
        """Finds names whatever stands between their letters, as long as they are whole there."""
        places = [at for at, sign in enumerate(text) for _ in letters(sign)]
        said = "".join(map(letters, text))
        for name in self.names:
            for match in re.finditer(re.escape(name), said):
                start, end = places[match.start()], places[match.end() - 1] + 1
                if not (text[:start][-1:].isalnum() or text[end : end + 1].isalnum()):
                    yield start, end


def _parts(reference: str) -> Iterator[str]:
    """All of it, each word with a figure, and each two that stand together: "Elm House"."""
    words = _WORD.findall(reference)
    yield from (word for word in words if len(word) > 2 and any(map(str.isdigit, word)))
    yield from (f"{one} {two}" for one, two in pairwise(words))
    if words:
        yield reference.strip()


def repeated_in(written: str, said: Iterable[Spoken]) -> Plain | None:
    """Quotes where it goes on for six words just as whoever raised it wrote; or None."""
    spoken = [each for each in said if each.side == "raiser"]
    theirs = [text for each in spoken for text in (each.text, *each.parts.values())]
    runs = {run for text in theirs for run in _runs(_words(text))}
    words = _words(written)
    here = [n for n, run in enumerate(_runs(words)) if run in runs]
    begins = [n for n in here if n - 1 not in here]
    ends = [n + RUN - 1 for n in here if n + 1 not in here]
    both = zip(begins, ends, strict=True)
    return _quoted(written[words[b].start() : words[e].end()] for b, e in both)


def _words(text: str) -> list[re.Match[str]]:
    return list(_WORD.finditer(alike(text).lower()))


def _runs(words: list[re.Match[str]]) -> list[tuple[str, ...]]:
    said = [word.group() for word in words]
    return [tuple(said[n : n + RUN]) for n in range(len(said) - RUN + 1)]


def _quoted(found: Iterable[str]) -> Plain | None:
    shown = ", ".join(dict.fromkeys(f"“{each}”" for each in found))
    return Plain(shown) if shown else None
