"""How hard a text is to read: the grade of Flesch and Kincaid. A child of nine is in the fourth."""

import re

_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?<=[^aeiouy])e$|(?<=[^aeiouytd])ed$|(?<=[^aeiouycszxg])es$")


def grade(text: str) -> float:
    """Counts words a sentence and syllables a word."""
    sentences = max(len([s for s in re.split(r"[.?!…]+", text) if re.search(r"\w", s)]), 1)
    words = re.findall(r"[A-Za-z’']+", text)
    syllables = sum(map(_syllables, words))
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


def _syllables(word: str) -> int:
    plain = _SILENT.sub("", re.sub(r"[^a-z]", "", word.lower()))
    return max(len(_VOWELS.findall(plain)), 1)
