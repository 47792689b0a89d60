"""Questions as Adaptive Card inputs, each with a label and an error in words."""

from collections.abc import Iterator, Mapping
from typing import assert_never

from bot.teams.render.text import TONES, Json, escaped, heading, rich, ringing, run, spoken
from prompts.shapes import Callout, Choice, Field, Line, Long, Numbers, Option, Several, Tick
from prompts.words import Words, say

YES, NO = "yes", "no"
FEW = 20
"""So many are read through; among more, one types a part of the name. Microsoft's documentation of
typeahead search has that style, the published schema of 1.5 lacks it."""
APART = "ExtraLarge"
"""How far a question stands from the one before."""


def field(
    asked: Field, error: Words | None, language: str, *, strict: bool = True
) -> Iterator[Json]:
    """Draws what went wrong last time, the input, its hint, and what an answer would reveal.

    Unless it is `strict`, Teams wants no answer: other presses than sending go along with it.
    """
    # The label is part of the input, so the hint goes below it: above the label it would read as
    # the hint of the question before. Wide gaps between questions keep all of one together.
    if error is not None:
        yield {**callout(Callout(error, "warn"), language), "spacing": APART}
    shown = _input(asked, language) if strict else _unchecked(asked, language)
    yield shown if error is not None else {**shown, "spacing": APART}
    if asked.hint is not None:
        yield rich(run(spoken(asked.hint, language), isSubtle=True), spacing="Small")
    if isinstance(asked, Choice):
        yield from _reveals(asked, language)


def callout(shown: Callout | Numbers, language: str) -> Json:
    """Draws a paragraph in a frame, with a sign in front; below it numbers to ring, if any."""
    words, rows = spoken(_said(shown), language), shown.rows if isinstance(shown, Numbers) else ()
    ring = [line for row in rows for line in ringing(row, language)]
    if shown.tone is None:
        return {"type": "Container", "items": [rich(run(words)), *ring]}
    style, sign = TONES[shown.tone]
    return {"type": "Container", "style": style, "items": [rich(run(f"{sign} {words}")), *ring]}


def _said(shown: Callout | Numbers) -> Words:
    return shown.title if isinstance(shown, Numbers) else shown.words


def _input(asked: Field, language: str) -> Json:
    match asked:
        case Choice():
            return _choice(asked, language)
        case Several():
            return _several(asked, language)
        case Line(kind="date"):
            return {
                **_named(asked, _must(asked), language),
                "type": "Input.Date",
                "value": asked.value,
            }
        case Line() | Long():
            return {
                **_named(asked, _must(asked), language),
                "type": "Input.Text",
                "isMultiline": isinstance(asked, Long),
                "maxLength": asked.most,
                "value": asked.value,
            }
        case Tick():
            return _tick(asked, language)
        case _:
            assert_never(asked)


def _unchecked(asked: Field, language: str) -> Json:
    """Has the server alone say what is missing; words tell what need not be answered."""
    shown = {**_input(asked, language), "isRequired": False}
    shown.pop("errorMessage", None)
    if isinstance(asked, Line | Long) and not asked.required:
        shown["label"] = spoken(say("teams-optional", question=asked.label), language)
    return shown


def _several(asked: Several, language: str) -> Json:
    return {
        **_named(asked, False, language),
        "type": "Input.ChoiceSet",
        "isMultiSelect": True,
        "style": "expanded",
        "wrap": True,
        "choices": _choices(asked.options, language),
        "value": ",".join(asked.values),
    }


def _tick(asked: Tick, language: str) -> Json:
    return {
        **_named(asked, False, language),
        "type": "Input.Toggle",
        "title": spoken(say("slack-yes"), language),  # the label asks already
        "valueOn": YES,
        "valueOff": NO,
        "value": YES if asked.value else NO,
        "wrap": True,
    }


def _choice(asked: Choice, language: str) -> Json:
    # A field that is wanted only after another answer can't be hidden here: the server asks for it.
    shown: Json = {
        **_named(asked, _must(asked), language),
        "type": "Input.ChoiceSet",
        "style": _look(asked),
        "wrap": True,
        "choices": _choices(asked.options, language),
    }
    if asked.value:
        shown["value"] = asked.value
    return shown


def _look(asked: Choice) -> str:
    if asked.look == "radio":
        return "expanded"
    return "compact" if len(asked.options) <= FEW else "filtered"


def _must(asked: Choice | Line | Long) -> bool:
    """Tells whether the client may hold back a form without it: not what one answer alone asks."""
    return asked.required and asked.when is None


def _named(asked: Field, required: bool, language: str) -> Json:
    label = spoken(asked.label, language)
    named: Json = {"id": asked.name, "label": label, "isRequired": required}
    # What has an answer from the start, or needs none to be chosen, can't be wrong.
    if required or isinstance(asked, Line | Long):
        named["errorMessage"] = spoken(say("teams-please-answer", question=asked.label), language)
    return named


def _choices(options: tuple[Option, ...], language: str) -> list[Json]:
    return [{"title": _titled(option, language), "value": option.value} for option in options]


def _titled(option: Option, language: str) -> str:
    title = escaped(option.words, language)
    return title if option.hint is None else f"{title} – {escaped(option.hint, language)}"


def _reveals(asked: Choice, language: str) -> Iterator[Json]:
    # Cards can't react to an answer, so what it would reveal stands there from the start.
    titles: Mapping[str, Words] = {option.value: option.words for option in asked.options}
    for value, shown in asked.reveals.items():
        if value in titles:
            words = say("teams-if-you-choose", answer=titles[value], what=_said(shown))
            rows = shown.rows if isinstance(shown, Numbers) else ()
            yield callout(Numbers(words, rows, shown.tone), language)


def section_heading(words: Words, language: str) -> Json:
    """Makes a heading inside a page."""
    return heading(words, language, size="Medium")
