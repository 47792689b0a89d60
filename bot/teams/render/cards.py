"""Forms and cards as Adaptive Cards 1.5. Pure: the same shape always gives the same card."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, assert_never
from urllib.parse import urlsplit

from bot.teams.render.fields import callout, section_heading
from bot.teams.render.pictures import picture
from bot.teams.render.questions import fields
from bot.teams.render.text import TONES, Json, heading, lines, rich, run, spoken, weight
from prompts.folding import is_fold
from prompts.pictures import Bars, Trend
from prompts.shapes import (
    Block,
    Button,
    Callout,
    Card,
    Facts,
    Field,
    Form,
    Link,
    Numbers,
    Said,
    Section,
    Several,
    Style,
    Text,
    Tick,
    Tone,
)
from prompts.words import Plain, say

MOST = 80_000
"""Bytes of UTF-16 below Teams' 80 KB for a message, with room for the activity around it."""

IN_PLACE = frozenset({"thread.pick"})
"""What is done with one press in the message itself. All else opens a dialog, for content."""

TITLE = 60
ROW, EDGES = 60, 4
"""Letters that fit side by side on buttons, and what a button's edges take of them."""
_STYLES: Mapping[Style, str] = {"primary": "positive", "plain": "default", "danger": "destructive"}
_COLOURS: Mapping[Tone, str] = {
    "urgent": "Attention", "warn": "Warning", "note": "Accent", "done": "Good"
}  # fmt: skip
_KEPT_SAID = 1


def message(card: Card, language: str) -> Json:
    """Draws a card for a conversation: its buttons open dialogs or are answered in place."""
    body = [heading(card.title, language), *_blocks(card.blocks, language)]
    return _adaptive(body, [_in_message(button, language) for button in card.buttons], language)


def dialog(form: Form, language: str, carry: Mapping[str, str] | None = None) -> Json:
    """Draws a page or form as a dialog's card. `carry` comes back with what is submitted."""
    shown = _dialog(form, language, carry or {})
    if weight(shown) > MOST:
        form = _closer(form, language)
        shown = _dialog(form, language, carry or {})
    while weight(shown) > MOST and (smaller := _smaller(form)) is not None:
        form = smaller
        shown = _dialog(form, language, carry or {}, cut=True)
    return shown


def title(form: Form, language: str) -> str:
    """Gives the dialog's own title."""
    text = spoken(form.title, language)
    return text if len(text) <= TITLE else text[: TITLE - 1].rstrip() + "…"


def _dialog(form: Form, language: str, carry: Mapping[str, str], cut: bool = False) -> Json:
    body: list[Json] = [heading(form.title, language)]
    names = {asked.name for asked in form.fields}
    whole = [words for name, words in form.errors.items() if name not in names]
    body.extend(callout(Callout(words, "warn"), language) for words in whole)
    if cut:
        body.append(callout(Callout(say("teams-too-long"), "note"), language))
    body.extend(_blocks(form.blocks, language))
    body.extend(fields(form, language, carry))
    body.extend(_section(section, language) for section in form.sections)
    actions = [_in_dialog(button, language) for button in form.buttons]
    if form.submit is not None:
        actions.insert(0, _submit(form, language, carry))
    return _adaptive(body, actions, language)


def _closer(form: Form, language: str) -> Form:
    """The same page with what many said as plain lines: boxes weigh more than the words in them."""
    return replace(
        form,
        sections=tuple(
            replace(part, blocks=tuple(_plainly(block, language) for block in part.blocks))
            for part in form.sections
        ),
    )


def _plainly(block: Block, language: str) -> Block:
    if not isinstance(block, Said):
        return block
    after = "\n" if "\n" in block.text else " "
    return Text(Plain(f"{spoken(block.who, language)}:{after}{block.text}"))


def _smaller(form: Form) -> Form | None:
    """The same page without the oldest thing said, or without the end of its last section."""
    said = [place for place, block in enumerate(form.blocks) if isinstance(block, Said)]
    below = sum(_letters(part.blocks) for part in form.sections)
    if len(said) > _KEPT_SAID and _letters(form.blocks) >= below:
        return replace(form, blocks=form.blocks[: said[0]] + form.blocks[said[0] + 1 :])
    if form.sections:
        *before, last = form.sections
        kept = last.blocks[: len(last.blocks) * 9 // 10]
        shorter = (replace(last, blocks=kept),) if kept and not last.buttons else ()
        return replace(form, sections=(*before, *shorter))
    return None


def _letters(blocks: Sequence[Block]) -> int:
    return sum(len(block.text) for block in blocks if isinstance(block, Said))


def _adaptive(body: list[Json], actions: list[Json], language: str) -> Json:
    *above, last = _rows(actions)
    return {
        "type": "AdaptiveCard",
        "version": "1.5",
        "lang": language,
        "fallbackText": spoken(say("teams-too-old"), language),
        "body": [*body, *_action_sets(above)],
        "actions": last,
    }


def _rows(actions: list[Json]) -> list[list[Json]]:
    """Buttons in rows in which none is squeezed: Teams cuts off what a row has no room for."""
    rows: list[list[Json]] = [[]]
    taken = 0
    for action in actions:
        width = len(action["title"]) + EDGES
        if rows[-1] and taken + width > ROW:
            rows.append([])
            taken = 0
        rows[-1].append(action)
        taken += width
    return rows


def _action_sets(rows: Sequence[list[Json]]) -> Iterator[Json]:
    for place, row in enumerate(rows):
        near = {"spacing": "Small"} if place else {}
        yield {"type": "ActionSet", "actions": row, **near}


def _blocks(blocks: Sequence[Block], language: str) -> Iterator[Json]:
    for block in blocks:
        yield from _block(block, language)


def _block(block: Block, language: str) -> Iterator[Json]:
    match block:
        case Text(words):
            yield from lines(spoken(words, language))
        case Callout() | Numbers():
            yield callout(block, language)
        case Facts(rows):
            for place, (name, value) in enumerate(rows):
                label = run(f"{spoken(name, language)}: ", weight="Bolder")
                near = {"spacing": "Small"} if place else {}
                yield rich(label, run(spoken(value, language)), **near)
        case Said(who, text):
            quoted = [rich(run(spoken(who, language), weight="Bolder")), *lines(text)]
            yield {"type": "Container", "style": "emphasis", "items": quoted}
        case Link():
            yield from _link(block, language)
        case Bars() | Trend():
            yield from picture(block, language)
        case _:
            assert_never(block)


def _link(link: Link, language: str) -> Iterator[Json]:
    words = spoken(link.words, language)
    if urlsplit(link.url).scheme in {"https", "http"}:
        opened = {"type": "Action.OpenUrl", "title": words, "url": link.url}
        yield {"type": "ActionSet", "actions": [opened]}
    else:  # a page of ours by its path, which only a page of ours can open
        yield from lines(words)


def _section(section: Section, language: str) -> Json:
    if section.look == "line":
        return _line(section, language)
    items = [section_heading(section.title, language), *_blocks(section.blocks, language)]
    if section.buttons:
        menu, title = section.look == "menu", spoken(section.title, language)
        pressed = [_in_dialog(button, language) for button in section.buttons]
        named = pressed if menu else _named(section.buttons, title, language)
        items.extend(_action_sets(_rows(named)))
    return {"type": "Container", "separator": True, "spacing": "Large", "items": items}


def _named(buttons: Sequence[Button], about: str, language: str) -> list[Json]:
    """Buttons that do the same to different things say to which."""
    return [
        _in_dialog(button, language) | {"tooltip": f"{spoken(button.words, language)}: {about}"}
        for button in buttons
    ]


def _line(section: Section, language: str) -> Json:
    """A line of a list: what presses stands first in its colour, and its button beside it."""
    marks = [
        run(
            f"{TONES[b.tone][1]} {spoken(b.words, language)}  ",
            weight="Bolder",
            color=_COLOURS[b.tone],
        )
        for b in section.blocks
        if isinstance(b, Callout)
    ]
    title = run(spoken(section.title, language), weight="Bolder")
    said = " · ".join(spoken(b.words, language) for b in section.blocks if isinstance(b, Text))
    texts = [rich(*marks, title), rich(run(said, isSubtle=True), spacing="None")]
    presses = [spoken(b.words, language) for b in section.blocks if isinstance(b, Callout)]
    told = ": ".join(filter(None, [*presses, spoken(section.title, language), said]))
    buttons = [{"type": "ActionSet", "actions": _named(section.buttons[:1], told, language)}]
    columns = [
        {"type": "Column", "width": "stretch", "items": texts},
        {"type": "Column", "width": "auto", "items": buttons},
    ]
    return {"type": "ColumnSet", "separator": True, "columns": columns}


def _in_message(button: Button, language: str) -> Json:
    # Teams routes on `verb`, its SDK on `action`: both are set.
    data: Json = {"action": button.verb, "verb": button.verb, "subject": button.subject}
    if button.verb in IN_PLACE:
        kind: Json = {"type": "Action.Execute", "verb": button.verb, "data": data}
    else:
        kind = {"type": "Action.Submit", "data": {**data, "msteams": {"type": "task/fetch"}}}
    return {**kind, **_dressed(button, language)}


def _in_dialog(button: Button, language: str) -> Json:
    data = {"action": button.verb, "verb": button.verb, "subject": button.subject}
    pressed: Json = {"type": "Action.Submit", "data": data, "associatedInputs": "none"}
    return {**pressed, **_dressed(button, language)}


def _dressed(button: Button, language: str) -> Json:
    return {"title": spoken(button.words, language), "style": _STYLES[button.style]}


def _submit(form: Form, language: str, carry: Mapping[str, str]) -> Json:
    data: dict[str, Any] = {
        "action": form.verb,
        "verb": form.verb,
        "subject": form.subject,
        "token": form.token,
        "carry": dict(carry),
        # Teams sends one string for everything: these say how to read it.
        "several": [asked.name for asked in form.fields if isinstance(asked, Several)],
        "ticks": [asked.name for asked in form.fields if _is_box(asked)],
        "asked": [asked.name for asked in form.fields if not is_fold(asked)],
    }
    words = form.submit if form.submit is not None else say("teams-send")
    return {
        "type": "Action.Submit",
        "title": spoken(words, language),
        "style": "positive",
        "data": data,
    }


def _is_box(asked: Field) -> bool:
    return isinstance(asked, Tick) and not is_fold(asked)
