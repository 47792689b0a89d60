"""The checker of Slack's limits finds what Slack would refuse."""

from typing import Any

import pytest

from tests.render.slack_limits import problems


def _text(text: str) -> dict[str, str]:
    return {"type": "plain_text", "text": text}


def _section(text: str = "Hello", **more: Any) -> dict[str, Any]:
    return {"type": "section", "text": _text(text), **more}


def _input(element: dict[str, Any], block_id: str = "a") -> dict[str, Any]:
    return {"type": "input", "block_id": block_id, "label": _text("What?"),
            "element": {"action_id": block_id, **element}}  # fmt: skip


def _modal(*blocks: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "modal", "title": _text("A form"), "submit": _text("Send"),
            "blocks": list(blocks), **more}  # fmt: skip


def _choose(kind: str, count: int, text: str = "One", value: str = "v") -> dict[str, Any]:
    options = [{"text": _text(text), "value": f"{value}{n}"} for n in range(count)]
    return _input({"type": kind, "options": options})


def _button(**more: Any) -> dict[str, Any]:
    return {"type": "button", "action_id": "x", "text": _text("Press"), "value": "v", **more}


def test_a_good_form_has_no_problems() -> None:
    typed = _input({"type": "plain_text_input", "max_length": 3000}, "b")
    assert problems(_modal(_section(), _choose("radio_buttons", 10), typed)) == []


@pytest.mark.parametrize(
    "bad",
    [
        _modal(_section(), title=_text("t" * 25)),
        _modal(_section(), submit=_text("t" * 25)),
        _modal(_section(), private_metadata="m" * 3001),
        _modal(_section(), external_id="m" * 256),
        _modal(*[_section()] * 101),
        _modal(_section("x" * 3001)),
        _modal(_section("")),
        _modal(_section(block_id="same"), _section(block_id="same")),
        _modal(_choose("radio_buttons", 11)),
        _modal(_choose("checkboxes", 11)),
        _modal(_choose("static_select", 101)),
        _modal(_choose("radio_buttons", 2, text="o" * 76)),
        _modal(_choose("radio_buttons", 2, value="v" * 150)),
        _modal(_input({"type": "plain_text_input", "max_length": 3001})),
        _modal(_input({"type": "static_select", "options": []})),
        _modal(_input({"type": "no_such_element"})),
        _modal({"type": "no_such_block"}),
        {k: v for k, v in _modal(_choose("radio_buttons", 2)).items() if k != "submit"},
        {"type": "home", "blocks": [_section()] * 101},
        {"text": "Hello", "blocks": [_section()] * 51},
        {"text": "", "blocks": [_section()]},
        {"text": "Hi", "blocks": [{"type": "header", "text": _text("h" * 151)}]},
        {"text": "Hi", "blocks": [{"type": "section", "fields": [_text("f" * 2001)]}]},
        {"text": "Hi", "blocks": [{"type": "section", "fields": [_text("f")] * 11}]},
        {"text": "Hi", "blocks": [{"type": "context", "elements": [_text("c" * 3001)]}]},
        {"text": "Hi", "blocks": [{"type": "actions", "elements": [_button(style="plain")]}]},
        {"text": "Hi", "blocks": [{"type": "actions", "elements": [_button(), _button()]}]},
    ],
)
def test_what_slack_would_refuse_is_found(bad: dict[str, Any]) -> None:
    assert problems(bad) != []
