"""Below a box, the press that helps to say it; or words to start from, each with its press. Pure.

Such a press sends along what was answered, so nothing may be wanted of it by the client itself:
in a form with such a box the server says what is missing.
"""

from collections.abc import Iterator, Mapping
from textwrap import shorten
from typing import Any, Final

from bot.teams.render.text import Json, rich, run, spoken
from prompts.shapes import Form, Long, Several, Tick
from prompts.suggestions import Suggestion, Suggestions
from prompts.words import Words, say

HELP: Final = "help"
NAMED: Final = 24
"""Letters by which a press is told from others: a dialog has little room beside a county."""


def helps(form: Form) -> bool:
    """Tells whether a form has a box with help below it."""
    return any(isinstance(field, Long) and field.says for field in form.fields)


def helping(box: Long, form: Form, language: str, carry: Mapping[str, str]) -> Iterator[Json]:
    """Offers help below a box, or shows it."""
    if box.says is None:
        return
    data = _data(form, carry)
    if box.suggestions is None:
        press = Suggestion(box.name, say("phrases-help"))
        yield {"type": "ActionSet", "actions": [_press(press, data, language, box.label)]}
    else:
        items = list(_shown(box.suggestions, data, language))
        yield {"type": "Container", "style": "emphasis", "items": items}


def _shown(shown: Suggestions, data: Json, language: str) -> Iterator[Json]:
    for words in (say("phrases-pick"), *shown.notes):
        yield rich(run(spoken(words, language)))
    for group in shown.groups:
        title = run(f"{spoken(group.title, language)}  ", weight="Bolder")
        yield rich(title, run(spoken(group.hint, language), isSubtle=True))
        for row in group.rows:
            use = Suggestion(row.press, say("phrases-use"))
            button = _press(use, data, language, row.words)
            yield rich(run(spoken(row.words, language)))
            yield {"type": "ActionSet", "actions": [button]}
    for number, way in enumerate(shown.ways):
        bullet = "• " if number else ""
        yield rich(run(f"{bullet}{spoken(way, language)}"), spacing="Small" if number else "Medium")
    others = [_press(other, data, language, None) for other in shown.others]
    yield {"type": "ActionSet", "actions": others}


def _press(press: Suggestion, data: Json, language: str, about: Words | None) -> Json:
    title = spoken(press.words, language)
    shown: Json = {"type": "Action.Submit", "title": title, "data": data | {HELP: press.press}}
    if about is None:
        return shown
    # Its first words tell a press from the others; all of them stand beside it anyway.
    named = shorten(spoken(about, language), NAMED, placeholder="…")
    return shown | {"tooltip": f"{title}: {named}"}


def _data(form: Form, carry: Mapping[str, str]) -> Json:
    several = [asked.name for asked in form.fields if isinstance(asked, Several)]
    ticks = [asked.name for asked in form.fields if isinstance(asked, Tick)]
    data: dict[str, Any] = {"action": form.verb, "verb": form.verb, "token": form.token}
    given = {"subject": form.subject, "carry": dict(carry), "several": several, "ticks": ticks}
    return data | {name: value for name, value in given.items() if value}
