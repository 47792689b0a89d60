"""The sentence of a challenge, drafted from somebody's own words.

By name, in the language that they have on. From anybody hidden it goes out in one language for all,
which tells nothing of theirs, also where they began by name and chose otherwise since.
"""

import re
from dataclasses import replace
from functools import cache
from typing import Final

from handlers.contract.people import Event
from prompts.shapes import Callout, Long
from prompts.words import Plain, Words, say, speak
from storage.partnership import Partnership
from storage.schema.values import ChallengeLevel, How

REASONS = (
    "threshold",
    "evidence-missed",
    "voice-missing",
    "bias",
    "delay",
    "information-sharing",
    "plan-not-done",
    "something-else",
)
"""Why a decision may need another look: the field's own pick-list."""

LEVELS = tuple(ChallengeLevel)
"""Graded assertiveness: PACE, with escalate for its last step."""
SENTENCE_MOST: Final = 3000
"""Everything they wrote has room in it."""
SENTENCE, ANEW = "sentence", "sentence_anew"
"""One drafted anew is a question of its own: Slack keeps what stands in one that it knows."""
_GAP: Final = "|"
_BETWEEN: Final = re.compile(r"[|.:?]")
_TELLS: Final = 12
"""Fewer letters of ours than these may be anybody's own."""


def name_of(event: Event) -> str:
    """Gives the name under which the sentence is asked for in this form."""
    return ANEW if ANEW in event.answers else SENTENCE


def sentence(event: Event) -> str:
    """Gives the sentence as it was sent."""
    return event.one(name_of(event))


def is_asked(event: Event) -> bool:
    """Tells whether the form has come so far that it asks for the sentence."""
    return name_of(event) in event.answers


def sentence_field(event: Event) -> Long:
    """Asks for the sentence, which begins with the draft."""
    label, hint, value = say("sentence-label"), say("sentence-hint"), sentence(event)
    name, most = name_of(event), SENTENCE_MOST
    return Long(name, label, hint, value, most=most, draft=draft(event), says="raise")


def draft(event: Event) -> Words:
    """Drafts a respectful sentence at the level they chose, from their own words."""
    return say(
        f"draft-{event.one('level')}",
        decision=Plain(_bare(event.one("decision"))),
        because=say(f"because-{event.one('topic')}"),
        what=Plain(_bare(event.one("what"))),
        ask=Plain(asked) if (asked := _bare(event.one("ask"))) else say("ask-second-look"),
    )


def _bare(text: str) -> str:
    # It goes into a sentence of ours, which has its own full stop.
    return " ".join(text.split()).rstrip(".!?… ")


def in_one_language(event: Event, partnership: Partnership) -> Event:
    """Drafts a hidden person's sentence anew where they left it as it was drafted by name."""
    one, *others = partnership.languages
    drafts = {_bare(speak(draft(event), language)) for language in others}
    if event.one("how") == How.NAMED or _bare(sentence(event)) not in drafts:
        return event
    answers = {name: value for name, value in event.answers.items() if name != SENTENCE}
    return replace(event, answers={**answers, ANEW: speak(draft(event), one)})


def drafted_anew(partnership: Partnership) -> Callout:
    """Says that the sentence is another now, and why."""
    return Callout(say("sentence-anew", language=partnership.languages[0]), "warn")


def language_told(event: Event, partnership: Partnership) -> tuple[Words, ...]:
    """Warns a hidden person of wording that we only give to people with another language on."""
    if event.one("how") == How.NAMED or event.one("anyway"):
        return ()
    said = " ".join(sentence(event).split())
    if not any(ours in said for other in partnership.languages[1:] for ours in _wording(other)):
        return ()
    return (say("doubt-language", language=partnership.languages[0]),)


@cache
def _wording(language: str) -> frozenset[str]:
    """Everything that we put into a draft in this language, between what people wrote."""
    nothing = dict.fromkeys(("decision", "what", "ask"), _GAP)
    chosen = [{"level": level, "topic": reason} for level in LEVELS for reason in REASONS]
    drafts = [speak(draft(Event("", answers=nothing | one)), language) for one in chosen]
    drafts.append(speak(say("ask-second-look"), language))
    parts = {part.strip() for each in drafts for part in _BETWEEN.split(each)}
    return frozenset(part for part in parts if len(part) >= _TELLS)
