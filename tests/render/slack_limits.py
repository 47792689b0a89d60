"""Slack's limits on views and messages, those that slack_sdk doesn't check included.

assert problems(view) == []
"""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

Json = dict[str, Any]

TOP = {"modal": 100, "home": 100, "message": 50}
CHOICES = {
    "static_select": 100, "multi_static_select": 100, "radio_buttons": 10, "checkboxes": 10,
    "overflow": 5,
}  # fmt: skip
SEARCHED = {"external_select", "multi_external_select"}
IN_INPUT = {*CHOICES, *SEARCHED, "plain_text_input", "datepicker"} - {"overflow"}


def problems(surface: Json) -> list[str]:
    """What Slack would refuse in a modal, a Home tab or the body of a message."""
    kind = surface.get("type", "message")
    return [*_by_sdk(surface, kind), *_surface(surface, kind), *_unique(surface["blocks"])] + [
        f"block {n}: {problem}"
        for n, block in enumerate(surface["blocks"])
        for problem in _block(block, kind)
    ]


def _by_sdk(surface: Json, kind: str) -> Iterator[str]:
    try:
        if kind == "message":
            for block in Block.parse_all(surface["blocks"]):
                block.to_dict()
        else:
            View(**surface).to_dict()
    except SlackObjectFormationError as error:
        yield f"slack_sdk: {error}"


def suggested(answer: Json) -> list[str]:
    """What Slack would refuse in an answer to a search."""
    options = answer["options"]
    wrong = [problem for option in options for problem in _option(option)]
    values = {option["value"] for option in options}
    twice = ["two options with one value"] if len(values) < len(options) else []
    return [*wrong, *twice, *_within("options", len(options), 0, 100)]


def _surface(surface: Json, kind: str) -> Iterator[str]:
    blocks = surface["blocks"]
    yield from _within("blocks", len(blocks), 1, TOP[kind])
    if kind == "modal":
        yield from _within("title", len(surface["title"]["text"]), 1, 24)
        for name in ("submit", "close"):
            if name in surface:
                yield from _within(name, len(surface[name]["text"]), 1, 24)
        yield from _within("private_metadata", len(surface.get("private_metadata", "")), 0, 3000)
        yield from _within("callback_id", len(surface.get("callback_id", "")), 0, 255)
        yield from _within("external_id", len(surface.get("external_id", "")), 0, 255)
        if any(b["type"] == "input" for b in blocks) and "submit" not in surface:
            yield "an input without a submit"
    if kind == "message" and not surface.get("text"):
        yield "a message without a text for its notification"


def _unique(blocks: list[Json]) -> Iterator[str]:
    ids = [b["block_id"] for b in blocks if "block_id" in b]
    actions = [e["action_id"] for b in blocks for e in _elements(b) if "action_id" in e]
    for name, count in Counter([*ids, *(f"action {a}" for a in actions)]).items():
        if count > 1:
            yield f"{name} stands there {count} times"
    for name in (*ids, *actions):
        yield from _within("an id", len(name), 1, 255)


def _elements(block: Json) -> list[Json]:
    one = [block[name] for name in ("element", "accessory") if name in block]
    return one + (block["elements"] if block["type"] == "actions" else [])


def _block(block: Json, kind: str) -> Iterator[str]:
    check = BLOCKS.get(block["type"])
    if check is None:
        yield f"unknown block {block['type']}"
        return
    yield from check(block)
    for element in _elements(block):
        yield from _element(element)


def _section(block: Json) -> Iterator[str]:
    if "text" not in block and "fields" not in block:
        yield "a section that says nothing"
    if "text" in block:
        yield from _text(block["text"], 3000)
    if "fields" in block:
        yield from _within("fields", len(block["fields"]), 1, 10)
        for cell in block["fields"]:
            yield from _text(cell, 2000)


def _header(block: Json) -> Iterator[str]:
    yield from _plain(block["text"], 150)


def _context(block: Json) -> Iterator[str]:
    yield from _within("context", len(block["elements"]), 1, 10)
    for element in block["elements"]:
        yield from _text(element, 3000)


def _actions(block: Json) -> Iterator[str]:
    yield from _within("actions", len(block["elements"]), 1, 25)


def _input(block: Json) -> Iterator[str]:
    yield from _plain(block["label"], 2000)
    if "hint" in block:
        yield from _plain(block["hint"], 2000)
    if block["element"]["type"] not in IN_INPUT:
        yield f"{block['element']['type']} in an input"


BLOCKS: dict[str, Callable[[Json], Iterator[str]]] = {
    "section": _section, "header": _header, "context": _context, "actions": _actions,
    "input": _input, "divider": lambda block: iter(()),
}  # fmt: skip


def _element(element: Json) -> Iterator[str]:
    kind = element["type"]
    if kind == "button":
        yield from _plain(element["text"], 75)
        yield from _within("value", len(element.get("value", "")), 0, 2000)
        if element.get("style", "primary") not in {"primary", "danger"}:
            yield f"style {element['style']}"
    elif kind in CHOICES:
        yield from _choices(element)
    elif kind in SEARCHED:
        yield from _searched(element)
    elif kind == "plain_text_input":
        yield from _within("max_length", element.get("max_length", 1), 1, 3000)
        yield from _within("initial_value", len(element.get("initial_value", "x")), 1, 3000)
        if len(element.get("initial_value", "")) > element.get("max_length", 3000):
            yield "an initial value beyond max_length"
    elif kind != "datepicker":
        yield f"unknown element {kind}"


def _searched(element: Json) -> Iterator[str]:
    yield from _plain(element["placeholder"], 150)
    first = [element["initial_option"]] if "initial_option" in element else []
    for option in element.get("initial_options", first):
        yield from _option(option)


def _choices(element: Json) -> Iterator[str]:
    options = element["options"]
    yield from _within("options", len(options), 1, CHOICES[element["type"]])
    for option in options:
        yield from _option(option)
    values = [o["value"] for o in options]
    if len(set(values)) < len(values):
        yield "two options with one value"
    first = element.get("initial_option")
    initial = element.get("initial_options", [first] if first else options)
    if not initial or any(chosen not in options for chosen in initial):
        yield "an initial option that isn't one of the options"


def _option(option: Json) -> Iterator[str]:
    yield from _plain(option["text"], 75)
    yield from _within("an option's value", len(option["value"]), 1, 150)
    if "description" in option:
        yield from _plain(option["description"], 75)


def _plain(text: Json, most: int) -> Iterator[str]:
    if text["type"] != "plain_text":
        yield "markup where only plain text is taken"
    yield from _text(text, most)


def _text(text: Json, most: int) -> Iterator[str]:
    if text["type"] not in {"plain_text", "mrkdwn"}:
        yield f"unknown text {text['type']}"
    yield from _within(f"text {text['text'][:20]!r}", len(text["text"]), 1, most)


def _within(what: str, size: int, least: int, most: int) -> Iterator[str]:
    if not least <= size <= most:
        yield f"{what}: {size} isn't within {least} and {most}"
