"""The page of sentences about one thing, to be read and taken along."""

from collections.abc import Iterator
from typing import Final, get_args

from handlers.registry import button_words
from handlers.shared.questions import form, options
from prompts.shapes import Button, Choice, Facts, Form, Option, Section, Text
from prompts.words import Labelled, Words, say
from storage.partnership import Partnership
from storage.partnership.speaking.phrases import Kind, Phrase, Topic, offered

TOPICS: Final = get_args(Topic)
ANSWERING: Final = "answer"
"""Chosen in place of a topic by whoever was asked, and looks for how to answer."""
WAYS: Final = ("chair", "later", "hand", "write")
"""Ways that aren't confrontation."""


def topic_form() -> Form:
    """Asks what somebody wants to say something about."""
    answering = Option(ANSWERING, say("phrases-answering"))
    topics = (*options("topic", TOPICS), answering)
    choice = Choice("topic", say("phrases-topic-label"), topics, look="select")
    return form("phrases", "phrases", "", choice, blocks=(Text(say("phrases-intro")),))


def page(topic: str, partnership: Partnership) -> Form:
    """Shows everything there is to say about a topic, the partnership's own first."""
    found = offered(partnership.phrases, "answer" if topic == ANSWERING else "raise", topic)
    ways = Section(say("phrases-ways"), tuple(map(Text, other_ways())))
    return Form(
        title=say("phrases-title"),
        blocks=(
            Facts(((say("phrases-topic-label"), _called(topic)),)),
            Text(say("phrases-change")),
        ),
        sections=(*_sections(found), *(() if topic == ANSWERING else (ways,))),
        buttons=(Button(say("phrases-again"), "phrases"), *_raising(topic)),
    )


def _called(topic: str) -> Words:
    return say("phrases-answering") if topic == ANSWERING else say(f"topic-{topic}")


def _sections(found: tuple[Phrase, ...]) -> Iterator[Section]:
    for whose, kind in grouped(found):
        said = (Labelled(dict(phrase.words)) for phrase in _of(found, whose, kind))
        texts = (Text(say("phrases-quoted", words=words)) for words in said)
        yield Section(title_of(kind, own=whose), (Text(say(f"phrases-kind-{kind}-hint")), *texts))


def _raising(topic: str) -> Iterator[Button]:
    for verb in () if topic == ANSWERING else ("concern", "challenge"):
        yield Button(button_words(verb), verb)


def grouped(found: tuple[Phrase, ...]) -> list[tuple[bool, Kind]]:
    """Lists under which headings these stand, in order: whether they are the partnership's own,
    and of which kind."""
    return list(dict.fromkeys((phrase.own, phrase.kind) for phrase in found))


def _of(found: tuple[Phrase, ...], own: bool, kind: Kind) -> Iterator[Phrase]:
    return (phrase for phrase in found if (phrase.own, phrase.kind) == (own, kind))


def title_of(kind: Kind, *, own: bool) -> Words:
    """Names a kind of sentence; the partnership's own are named so."""
    title = say(f"phrases-kind-{kind}")
    return say("phrases-own", kind=title) if own else title


def other_ways() -> tuple[Words, ...]:
    """Says which ways there are that aren't confrontation."""
    return tuple(say(f"phrases-way-{way}") for way in WAYS)
