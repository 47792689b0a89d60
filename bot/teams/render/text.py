"""Pieces of Adaptive Cards. What people typed goes into text runs, which read no markdown."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from prompts.shapes import Number, Tone
from prompts.words import Day, Labelled, Plain, Term, Words, speak

Json = dict[str, Any]

TONES: Mapping[Tone, tuple[str, str]] = {
    "urgent": ("attention", "🚨"),
    "warn": ("warning", "⚠️"),
    "note": ("accent", "ℹ️"),
    "done": ("good", "✅"),
}
"""Container style and a sign, so that nobody has to tell colours apart."""

_MARKDOWN = re.compile(r"([\\`*_\[\]<>#])")
_ZERO_WIDTH_SPACE = "\u200b"


def inert(text: str) -> str:
    """Breaks up a card's functions: `{{DATE(...)}}` is worked out even in text runs."""
    return text.replace("{{", "{" + _ZERO_WIDTH_SPACE + "{")


def escaped(words: Words, language: str) -> str:
    """Speaks words where markdown is read: our own as they are, other people's without life."""
    return inert(speak(_harmless(words), language))


def _harmless(words: Words) -> Words:
    match words:
        case Plain(text):
            return Plain(_MARKDOWN.sub(r"\\\1", text))
        case Term(id, values):
            return Term(
                id,
                {
                    name: _harmless(value) if isinstance(value, Term | Plain | Labelled) else value
                    for name, value in values.items()
                },
            )
        case Labelled() | Day():
            return words


def spoken(words: Words, language: str) -> str:
    """Speaks words where no markdown is read."""
    return inert(speak(words, language))


def ringing(number: Number, language: str) -> Iterator[Json]:
    """Makes a line with a number to ring, and one below it with what is to be known of it.

    Only markdown rings; a button with `tel:` does nothing. The digits stand there too, for a
    desktop that can't ring.
    """
    who = _plain(number.who, language)
    text = f"{who}: [{number.number}]({number.address})"
    yield {"type": "TextBlock", "text": text, "wrap": True, "spacing": "Small"}
    if number.note:
        yield rich(run(speak(number.note, language), isSubtle=True), spacing="None")


def _plain(words: Words, language: str) -> str:
    return inert(_MARKDOWN.sub(r"\\\1", speak(words, language)))


def heading(words: Words, language: str, size: str = "Large") -> Json:
    """Makes a heading that screen readers find as one."""
    return {
        "type": "TextBlock",
        "text": escaped(words, language),
        "style": "heading",
        "size": size,
        "weight": "Bolder",
        "wrap": True,
    }


def run(text: str, **look: Any) -> Json:
    """Makes a run of text without markdown."""
    return {"type": "TextRun", "text": inert(text), **look}


def rich(*runs: Json, **look: Any) -> Json:
    """Makes a paragraph of text runs."""
    return {"type": "RichTextBlock", "inlines": list(runs), **look}


def lines(text: str) -> Iterator[Json]:
    """Makes a paragraph of every line, since text runs know no line breaks."""
    for line in text.splitlines():
        if line.strip():
            yield rich(run(line))


def weight(card: Json) -> int:
    """Counts the bytes of a card as Teams does: in UTF-16."""
    return len(json.dumps(card, ensure_ascii=False).encode("utf-16-le"))
