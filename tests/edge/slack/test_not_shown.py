"""When Slack can't put before somebody what they asked for, they read so, with whom to call."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from bot.slack.waits import USUAL, Waits
from tests.edge.slack.conftest import TEACHER, Desk
from tests.peers.fake_slack import direct
from tests.peers.slack_payloads import answered, chosen, command, flag, press, shortcut
from tests.peers.slack_troubles import Broken, Busy, Hang, HangUp, Proxy, Refusal, Trouble

URGENT = "If someone is in danger now, call:"
TYPED = f"{URGENT} Police 999"
NOT_OPENED = "Slack could not open the form just now. Nothing was sent."
NOT_SHOWN = "Slack could not show what comes next."
OPEN = {"action_id": "press:card.0", "value": "thread.pick t1", "text": {}}
TROUBLES: dict[str, Callable[[], Trouble]] = {
    "429": Busy,
    "500": Broken,
    "503": lambda: Broken(503),
    "nothing": lambda: Proxy(text="", kind="application/json"),
    "a proxy's page": Proxy,
    "a proxy's words": lambda: Proxy(text="Sign in.", kind="text/plain"),
    "nothing as text": lambda: Proxy(text="", kind="text/plain"),
    "silence": Hang,
    "an error of theirs": lambda: Refusal("internal_error"),
    "a revoked token": lambda: Refusal("token_revoked"),
    "too late": lambda: Refusal("expired_trigger_id"),
}


@pytest.fixture
def waits() -> Waits:
    return USUAL


def _ephemeral(desk: Desk) -> str:
    """What was said at the address that came with the press."""
    [said] = desk.slack.responses
    assert (said["response_type"], said["replace_original"]) == ("ephemeral", False)
    return str(said["blocks"])


def _urgent(said: str) -> None:
    """Whom to call stands there, to be pressed."""
    assert URGENT in said
    assert "Police: <tel:999|999>" in said


def _answering(desk: Desk, payload: dict[str, Any]) -> dict[str, Any]:
    return payload | {"response_url": desk.slack.response_url}


@pytest.mark.parametrize("trouble", TROUBLES)
async def test_a_typed_command_is_answered_in_words(desk: Desk, trouble: str) -> None:
    desk.slack.next("views.open", TROUBLES[trouble]())
    answer = await desk.post(command(TEACHER, "/concern"))
    assert answer.status_code == 200
    assert answer.text.startswith(NOT_OPENED)
    assert answer.text.endswith(TYPED)


async def test_slack_hears_of_it_within_its_three_seconds(desk: Desk) -> None:
    slow = [Hang(), Hang(), Hang()]
    for trouble in slow[:2]:
        desk.slack.next("users.info", trouble)  # for the form, and for the words instead of it
    desk.slack.next("views.open", slow[2])
    began = asyncio.get_running_loop().time()
    answer = await desk.post(command("U09NEW", "/concern"))
    assert "could not open" in answer.text
    assert "call 999" in answer.text
    assert asyncio.get_running_loop().time() - began < 3
    for trouble in slow:
        trouble.released.set()


@pytest.mark.parametrize("trouble", TROUBLES)
async def test_who_flags_a_message_reads_it_there_alone(desk: Desk, trouble: str) -> None:
    desk.slack.next("views.open", TROUBLES[trouble]())
    payload = _answering(desk, flag(TEACHER, "C01GEN", "strategy-meeting"))
    assert (await desk.interact(payload)).status_code == 200
    await desk.edge.listeners.wait()
    assert NOT_OPENED in _ephemeral(desk)
    _urgent(_ephemeral(desk))
    assert "'value': 'concern'" in _ephemeral(desk)  # a button, and so a way on
    assert desk.slack.messages == {}


async def test_a_shortcut_has_no_address_and_is_answered_directly(desk: Desk) -> None:
    desk.slack.next("views.open", Broken())
    assert (await desk.interact(shortcut(TEACHER))).status_code == 200
    await desk.edge.listeners.wait()
    [said] = desk.slack.messages[direct(TEACHER)]
    assert NOT_OPENED in str(said["blocks"])
    _urgent(str(said["blocks"]))


@pytest.mark.parametrize("url", ["https://evil.example/x", "http://[", "ftp://hooks.slack.com/"])
async def test_nothing_is_said_at_an_address_that_isnt_slacks(desk: Desk, url: str) -> None:
    desk.slack.next("views.open", Broken())
    await desk.interact(flag(TEACHER, "C01GEN", "strategy-meeting") | {"response_url": url})
    await desk.edge.listeners.wait()
    assert desk.slack.responses == []
    assert len(desk.slack.messages[direct(TEACHER)]) == 1


async def test_what_may_have_been_done_is_not_said_to_have_failed(desk: Desk) -> None:
    desk.slack.next("views.open", Broken())
    await desk.interact(_answering(desk, press(TEACHER, OPEN)))
    await desk.edge.listeners.wait()
    assert desk.dispatch.last.event.verb == "thread.pick"
    assert NOT_SHOWN in _ephemeral(desk)
    assert "look under My concerns" in _ephemeral(desk)


@pytest.mark.parametrize("trouble", sorted({*TROUBLES} - {"silence"}))
async def test_a_page_that_cannot_change_is_told_of_directly(desk: Desk, trouble: str) -> None:
    await desk.post(command(TEACHER, "/concern"))
    view = desk.slack.view
    desk.slack.next("views.update", TROUBLES[trouble]())
    await desk.interact(press(TEACHER, OPEN, view))
    desk.slack.next("views.update", TROUBLES[trouble]())
    now = answered(view, {"danger": "yes"})
    await desk.interact(chosen(TEACHER, now, "field:danger"))
    await desk.edge.listeners.wait()
    for said in desk.slack.messages[direct(TEACHER)]:
        assert NOT_SHOWN in str(said["blocks"])
        _urgent(str(said["blocks"]))
    assert len(desk.slack.messages[direct(TEACHER)]) == 2


async def test_who_sends_a_form_while_nobody_can_say_who_they_are_keeps_their_words(
    desk: Desk,
) -> None:
    await desk.post(command(TEACHER, "/concern"))
    view, before = desk.slack.view, len(desk.dispatch.done)
    for _ in range(2):
        desk.slack.next("users.info", Broken(503))
    answer = await desk.send("U09NEW", view, what="I saw it.")
    errors = answer.json()["errors"]
    assert list(errors) == ["field:danger"]
    assert "Your words are still here" in errors["field:danger"]
    assert "call 999" in errors["field:danger"]
    assert len(desk.dispatch.done) == before


async def test_when_the_line_is_cut_the_form_is_there_or_they_are_told(desk: Desk) -> None:
    desk.slack.next("views.open", HangUp())
    said = (await desk.post(command(TEACHER, "/concern"))).text
    assert desk.slack.views if said == "" else said.startswith(NOT_OPENED)


async def test_a_request_that_comes_twice_is_not_told_that_it_failed(desk: Desk) -> None:
    body = command(TEACHER, "/concern")
    assert [(await desk.post(body)).text for _ in range(2)] == ["", ""]


async def test_nothing_of_it_names_anybody_in_the_log(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(0)
    for method in ("views.open", "users.info", "conversations.open"):
        desk.slack.next(method, Broken())
    payload = flag("U09NEW", "C01GEN", "strategy-meeting")
    await desk.interact(payload | {"response_url": f"{desk.slack.response_url}-not"})
    await desk.edge.listeners.wait()
    ours = [r.__dict__ for r in caplog.records if r.name not in ("httpx", "aiohttp.access")]
    assert "opening a form in Slack failed" in repr(ours)
    for mark in ("U09NEW", "C01GEN", "strategy", "/response"):
        assert mark not in repr(ours)
