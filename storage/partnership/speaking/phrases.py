"""Words to start from, for whoever looks for how to say something: the partnership's, and ours."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Annotated, Final, Literal, get_args

from pydantic import BeforeValidator, Field, StringConstraints

from storage.partnership.base import Frozen, Label, by_language
from storage.partnership.plain_yaml import read_plain

Topic = Literal[
    "threshold", "evidence-missed", "delay", "no-feedback", "plan-not-done", "information-sharing",
    "roles", "voice-missing", "victim-blaming", "bias", "discrimination", "closure", "conduct",
    "silencing", "bullying", "retaliation", "harm", "something-else",
]  # fmt: skip
"""All that a concern or a challenge can be about."""
Place = Literal[
    "raise", "reply", "answer", "question", "opinion", "referral", "note",
    "pause", "premortem", "debrief",
]  # fmt: skip
"""In which box it is said: something raised, what its raiser adds, an answer; what a second opinion
or a meeting is asked, an opinion, what is asked of another agency, a note; and what one writes in a
silent round, by its kind."""
Kind = Literal[
    "probe", "alert", "challenge", "escalate", "cus", "sbar", "desc",
    "thanks", "change", "keep", "time", "ask", "saw", "next",
]  # fmt: skip
"""Four strengths, other shapes that people know, what whoever was asked may want to say, and what
is known and comes next."""
_Passage = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=600)]
Passage = Annotated[Mapping[str, _Passage], BeforeValidator(by_language)]
"""A sentence or several, by language."""


class Phrases(Frozen):
    """Sentences of several kinds for the same moment."""

    about: Annotated[tuple[Topic, ...], Field(max_length=len(get_args(Topic)))] = ()
    """What it is about; whatever it is about when empty."""
    where: Annotated[tuple[Place, ...], Field(min_length=1)] = ("raise",)
    words: Annotated[Mapping[Kind, Passage], Field(min_length=1)]


_TELLS: Final = 12
"""Fewer letters of ours than these may be anybody's own."""
OwnPhrases = Annotated[tuple[Phrases, ...], Field(max_length=60)]


@dataclass(frozen=True)
class Phrase:
    """One sentence to start from."""

    id: str
    kind: Kind
    words: Label
    own: bool
    """It is the partnership's."""


class _Shipped(Frozen):
    phrases: tuple[Phrases, ...]


@cache
def shipped() -> tuple[Phrases, ...]:
    """Reads ours, once."""
    text = files("storage.partnership.speaking").joinpath("phrases.yaml").read_text("utf-8")
    return _Shipped.model_validate(read_plain(text)).phrases


def offered(own: Sequence[Phrases], place: Place, topic: str) -> tuple[Phrase, ...]:
    """Finds what to offer there about this topic: the partnership's first, then ours, of which
    those about the topic stand in place of those about anything."""
    theirs = tuple(_found(own, place, topic, "own"))
    ours = tuple(_found(shipped(), place, topic, "ours"))
    closest = {phrase.kind: phrase for phrase in reversed(ours)}
    return (*theirs, *(closest[kind] for kind in get_args(Kind) if kind in closest))


def worded_in(text: str, language: str, own: Sequence[Phrases]) -> bool:
    """Tells whether there is wording in this language in a text, as we offer it to start from."""
    said = " ".join(text.split())
    every = (*_every(own, "own"), *_every(shipped(), "ours"))
    texts = (phrase.words.get(language, "") for _, phrase in every)
    return any(part in said for words in texts for part in _parts(words))


@cache
def _parts(words: str) -> tuple[str, ...]:
    """What stands between the gaps of a sentence, as long as it can be nobody's own."""
    parts = (part.strip(" ,.:?;") for part in words.split("…"))
    return tuple(part for part in parts if len(part) >= _TELLS)


def phrase_called(own: Sequence[Phrases], id: str) -> Phrase | None:
    """Finds the phrase of this id, whatever it is about by now."""
    every = (*_every(own, "own"), *_every(shipped(), "ours"))
    return next((phrase for _, phrase in every if phrase.id == id), None)


def _found(sets: Sequence[Phrases], place: Place, topic: str, whose: str) -> Iterator[Phrase]:
    """Goes through those that fit, the ones about this very topic first."""
    fitting = [
        (each, phrase)
        for each, phrase in _every(sets, whose)
        if place in each.where and (not each.about or topic in each.about)
    ]
    yield from (phrase for _, phrase in sorted(fitting, key=lambda pair: not pair[0].about))


def _every(sets: Sequence[Phrases], whose: str) -> Iterator[tuple[Phrases, Phrase]]:
    for number, each in enumerate(sets):
        for kind, words in each.words.items():
            yield each, Phrase(f"{whose}-{number}-{kind}", kind, words, whose == "own")
