"""Below a box, the press that helps to say it; or words to start from, each with a press. Pure."""

from bot.slack.render.blocks import FACT, LISTED, PRESS
from bot.slack.render.text import BUTTON, PARAGRAPH, Json, bold, cut_within, plain, spoken
from prompts.shapes import Long
from prompts.suggestions import Suggestion, Suggestions
from prompts.words import Words, say, speak

HELP = "help:"
"""Begins the block ids of what helps to say something: a form that is shown anew leaves it out."""
PRESSED = f"{PRESS}help."
"""Begins the action ids of its buttons."""


def helping(field: Long, language: str) -> list[Json]:
    """Offers help below a box, or shows it."""
    if field.says is None:
        return []
    place = f"{HELP}{field.name}"
    if field.suggestions is None:
        press = Suggestion(field.name, say("phrases-help"))
        button = _button(press, field.name, language, field.label)
        return [{"type": "actions", "block_id": place, "elements": [button]}]
    return [
        block | {"block_id": f"{place}.{n}"}
        for n, block in enumerate(_shown(field.suggestions, language))
    ]


def _shown(shown: Suggestions, language: str) -> list[Json]:
    parts = [_section(words, language) for words in (say("phrases-pick"), *shown.notes)]
    number = 1
    for group in shown.groups:
        title = bold(speak(group.title, language), FACT)
        hint = spoken(group.hint, language, FACT)
        parts.append({"type": "context", "elements": [title, hint]})
        for row in group.rows:
            use = Suggestion(row.press, say("phrases-use"))
            button = _button(use, number, language, row.words)
            parts.append(_section(row.words, language) | {"accessory": button})
            number += 1
    if shown.ways:
        first, *rest = (speak(way, language) for way in shown.ways)
        lines = "\n".join((first, *(f"{LISTED}{way}" for way in rest)))
        parts.append({"type": "section", "text": plain(lines, PARAGRAPH)})
    others = [_button(o, number + n, language, None) for n, o in enumerate(shown.others)]
    return [*parts, {"type": "actions", "elements": others}]


def _section(words: Words, language: str) -> Json:
    return {"type": "section", "text": plain(speak(words, language), PARAGRAPH)}


def _button(press: Suggestion, place: str | int, language: str, about: Words | None) -> Json:
    shown: Json = {
        "type": "button",
        "action_id": f"{PRESSED}{place}",
        "text": spoken(press.words, language, BUTTON),
        "value": press.press,
    }
    if about is None:
        return shown
    named = f"{speak(press.words, language)}: {speak(about, language)}"
    return shown | {"accessibility_label": cut_within(named, BUTTON)}
