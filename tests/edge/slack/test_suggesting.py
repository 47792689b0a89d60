"""Words to start from in Slack: two presses in the modal, and nothing that was typed is lost."""

from dataclasses import replace
from typing import Any

import pytest

from handlers.contract.outcomes import Ask
from prompts.shapes import Form, Long
from tests.edge.slack.conftest import CONCERN, TEACHER, TOKEN, Desk
from tests.edge.suggesting import WORDS, suggesting
from tests.peers.slack_payloads import answered, chosen, command, press
from tests.render.slack_limits import problems

Json = dict[str, Any]


def _helpful() -> Form:
    fields = (replace(f, says="raise") if isinstance(f, Long) else f for f in CONCERN.fields)
    return replace(CONCERN, fields=tuple(fields))


@pytest.fixture
def desk(desk: Desk) -> Desk:
    desk.dispatch.replies |= {
        "concern": lambda event: Ask(_helpful()),
        "phrases.beside": suggesting,
    }
    return desk


def _buttons(view: Json) -> dict[str, Json]:
    rows = [b.get("accessory") for b in view["blocks"]]
    rows += [e for b in view["blocks"] if b["type"] == "actions" for e in b["elements"]]
    return {e["text"]["text"]: e for e in rows if e}


def _box(view: Json) -> Json:
    found: Json = next(b for b in view["blocks"] if b.get("element", {}).get("action_id") == "what")
    return found


async def _presses(desk: Desk, view: Json, words: str, **answers: str) -> Json:
    now = answered(view, {**answers})
    answer = await desk.interact(press(TEACHER, _buttons(view)[words], now))
    assert answer.status_code == 200
    shown = desk.slack.view
    assert problems(shown) == []
    return shown


async def test_two_presses_put_words_below_what_was_typed(desk: Desk) -> None:
    await desk.post(command(TEACHER, "/concern"))
    typed = {"danger": "no", "what": "Mine.", "how": "named"}
    shown = await _presses(desk, desk.slack.view, "Help me say it", **typed)
    assert WORDS in str(shown["blocks"])
    assert _box(shown)["element"]["initial_value"] == "Mine."
    done = await _presses(desk, shown, "Use this", **typed)
    assert _box(done)["element"]["initial_value"] == f"Mine.\n\n{WORDS}"
    # Slack keeps what stands in a block that it knows, so the words stand in another.
    assert _box(done)["block_id"] != _box(shown)["block_id"]
    assert WORDS not in str([b for b in done["blocks"] if b["type"] != "input"])
    await desk.send(TEACHER, done, danger="no", what=f"Ours.\n\n{WORDS}", how="named")
    sent = desk.dispatch.last
    assert (sent.event.verb, sent.token) == ("concern.send", TOKEN)
    assert sent.event.one("what") == f"Ours.\n\n{WORDS}"


async def test_what_is_wrong_is_said_at_the_box_also_after_words_were_put_in(desk: Desk) -> None:
    await desk.post(command(TEACHER, "/concern"))
    shown = await _presses(desk, desk.slack.view, "Help me say it", danger="no")
    done = await _presses(desk, shown, "Use this", danger="no")
    answer = await desk.send(TEACHER, done, danger="no", what="", how="named")
    assert answer.json()["errors"] == {_box(done)["block_id"]: "Say what happened."}


async def test_words_that_were_put_in_stay_when_another_answer_changes_the_form(desk: Desk) -> None:
    await desk.post(command(TEACHER, "/concern"))
    shown = await _presses(desk, desk.slack.view, "Help me say it", danger="no")
    done = await _presses(desk, shown, "Use this", danger="no")
    now = answered(done, {"danger": "yes", "what": WORDS})
    await desk.interact(chosen(TEACHER, now, "field:danger"))
    assert "Ring 999 now." in str(desk.slack.view["blocks"])
    assert _box(desk.slack.view)["element"]["initial_value"] == WORDS


async def test_they_can_be_closed_again(desk: Desk) -> None:
    await desk.post(command(TEACHER, "/concern"))
    shown = await _presses(desk, desk.slack.view, "Help me say it", what="Mine.")
    closed = await _presses(desk, shown, "Close these", what="Mine.")
    assert WORDS not in str(closed["blocks"])
    assert _box(closed)["element"]["initial_value"] == "Mine."
