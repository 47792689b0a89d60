"""A platform that keeps a transcript: what the courier sends to whom, in the words they would read.

It has a platform's real rules: only a message that was sent can be changed, one that is changed
reads as changed, and a person who left takes nothing.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from bot.base.text_bars import period_words
from bot.core.delivery.answers import PerhapsArrived, Unreachable
from prompts.pictures import Bar, Bars, Trend
from prompts.shapes import (
    Block,
    Button,
    Callout,
    Card,
    Facts,
    Field,
    Form,
    Link,
    Long,
    Number,
    Numbers,
    Said,
    Section,
    Text,
    Tick,
)
from prompts.suggestions import Suggestions
from prompts.words import Plain, Words, speak
from storage.directory.members import Seen
from storage.partnership import PersonId


def address_of(slug: str) -> str:
    """An address as this platform makes it."""
    return json.dumps({"slug": slug})


@dataclass
class Sent:
    """One message as it reads at this moment."""

    slug: str
    card: Card
    language: str
    changed: int = 0
    first: Card = field(init=False)
    """As it came."""

    def __post_init__(self) -> None:
        self.first = self.card

    @property
    def text(self) -> str:
        """Its words, buttons included."""
        return read(self.card, self.language)


@dataclass
class Transcript:
    """The fake client: hand it to the courier, then read what people got."""

    messages: dict[str, Sent] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    """People who left, or took the bot out."""
    lost: set[str] = field(default_factory=set)
    """People whose messages arrive, and whose platform's answers don't."""
    trouble: list[Exception] = field(default_factory=list)
    """What goes wrong with the next sends, first to last."""
    newcomers: dict[PersonId, Seen] = field(default_factory=dict)
    """Who can be met on demand."""
    tries: int = 0
    versions: list[Card] = field(default_factory=list)
    """Every card as it ever stood, changed or not."""
    _numbers: "count[int]" = field(default_factory=lambda: count(1))

    async def send(self, address: str, card: Card, language: str) -> str:
        """Takes a message, unless trouble was ordered."""
        slug = self._door(address)
        self.versions.append(card)
        ref = json.dumps({"ts": next(self._numbers)})
        self.messages[ref] = Sent(slug, card, language)
        if slug in self.lost:
            raise PerhapsArrived
        return ref

    async def update(self, address: str, ref: str, card: Card, language: str) -> None:
        """Changes a message that stands."""
        message = self.messages.get(ref)
        if message is None or message.slug != self._door(address):
            raise Unreachable
        self.versions.append(card)
        message.card, message.language = card, language
        message.changed += 1

    async def introduce(self, person: PersonId) -> Seen | None:
        """Meets whoever waits to be met; by itself nobody comes."""
        return self.newcomers.get(person)

    def to(self, slug: str) -> list[Sent]:
        """Everything one person has, oldest first."""
        return [message for message in self.messages.values() if message.slug == slug]

    def _door(self, address: str) -> str:
        self.tries += 1
        if self.trouble:
            raise self.trouble.pop(0)
        slug = str(json.loads(address)["slug"])
        if slug in self.gone:
            raise Unreachable
        return slug


def read(shape: Form | Card | Section, language: str = "en") -> str:
    """Everything a person would read, in order, a line each."""
    return "\n".join(speak(words, language) for words in words_of(shape))


def words_of(shape: Form | Card | Section) -> Iterator[Words]:
    """All the words of a shape, labels, hints, options and errors included."""
    yield shape.title
    if isinstance(shape, Form):
        yield from shape.errors.values()
    for block in shape.blocks:
        yield from block_words(block)
    if isinstance(shape, Form):
        for asked in shape.fields:
            if asked.name in shape.warnings:
                yield shape.warnings[asked.name].words
            yield from _of_field(asked)
        for section in shape.sections:
            yield from words_of(section)
        if shape.submit is not None:
            yield shape.submit
    yield from (button.words for button in shape.buttons)


def buttons_of(shape: Form | Card) -> Iterator[Button]:
    """Everything that can be pressed."""
    yield from shape.buttons
    if isinstance(shape, Form):
        for section in shape.sections:
            yield from section.buttons


def block_words(block: Block) -> Iterator[Words]:
    """All the words of one block."""
    match block:
        case Text(words) | Callout(words) | Link(words):
            yield words
        case Facts(rows):
            for row in rows:
                yield from row
        case Said(who, text):
            yield from (who, Plain(text))
        case Bars() | Numbers() | Trend():
            yield block.title
            yield from _of_rows(block)


def _of_rows(block: Bars | Numbers | Trend) -> Iterator[Words]:
    if not isinstance(block, Trend):
        for each in block.rows:
            yield from _of_row(each)
        return
    for row in block.rows:
        yield row.label
        yield from map(period_words, block.periods, row.counts)


def _of_row(row: Bar | Number) -> Iterator[Words]:
    if isinstance(row, Bar):
        yield from (row.label, row.words)
        return
    yield from (row.who, Plain(row.number), *((row.note,) if row.note else ()))


def _of_field(asked: Field) -> Iterator[Words]:
    yield asked.label
    if isinstance(asked, Tick) and asked.change is not None:
        yield asked.change
    if asked.hint is not None:
        yield asked.hint
    for option in getattr(asked, "options", ()):
        yield option.words
        if option.hint is not None:
            yield option.hint
    for revealed in getattr(asked, "reveals", {}).values():
        yield from block_words(revealed)
    if isinstance(asked, Long) and asked.suggestions is not None:
        yield from _of_suggestions(asked.suggestions)


def _of_suggestions(shown: Suggestions) -> Iterator[Words]:
    for group in shown.groups:
        yield from (group.title, group.hint, *(row.words for row in group.rows))
    yield from (*shown.notes, *shown.ways, *(other.words for other in shown.others))
