"""A challenge on Slack: every way in, the form asked twice, and the code that is shown once."""

import json
from typing import Any

import pytest

from bot.core.dispatch import Reply
from bot.core.forms import drafted
from handlers.challenge.form import challenge_form
from handlers.contract.outcomes import Ask
from handlers.contract.people import Event
from handlers.shared.steps.warnings import beside, to_check
from prompts.shapes import Callout, Form, Option, Said, Text
from prompts.words import Plain, say, speak
from storage.partnership import AgencyId
from tests.core.anytown import MONDAY
from tests.edge.slack.conftest import MEETING, TEACHER, TOKEN, Desk, partnership
from tests.peers.slack_payloads import answered, chosen, command, event, flag, press, shortcut
from tests.render.slack_limits import problems

Json = dict[str, Any]
CODE = "7Q2M-8XKD-0V5R-TN4H-C3WZ"
ANSWERS = {
    "danger": "no", "decision": "Closing the case", "reference": "CASE-17", "agency": "school",
    "owner": "Sam", "topic": "delay", "what": "Nobody has seen them", "ask": "see them first",
    "level": "challenge", "how": "anonymous", "replies": "chat", "release": "soon",
}  # fmt: skip
OWN = "I am worried. Please see them first."


def _form(event: Event, *warnings: Callout, owners: tuple[Option, ...] = ()) -> Form:
    town, drafting = partnership(), bool(warnings)
    form = challenge_form(AgencyId("school"), event, town, MONDAY, owners, drafting=drafting)
    if warnings:
        form = to_check(beside(form, {"what": warnings[0]}, event), "sentence", "owner_id")
    fields = tuple(drafted(field, "en") for field in form.fields)
    return Form(**{**vars(form), "fields": fields, "token": TOKEN})


def _sent(event: Event) -> Reply:
    """Like the real one: the sentence, a doubt, and two whom the name may mean."""
    if event.one("anyway"):
        code = Said(say("receipt-yours"), CODE)
        return Ask(Form(say("challenge-sent-title"), blocks=(Text(Plain("On its way.")), code)))
    owners = (Option("slack:T:U1", Plain("Sam One")), Option("slack:T:U2", Plain("Sam Two")))
    doubt = Callout(Plain("This may show who someone is."), "warn")
    return Ask(_form(event, doubt, owners=owners))


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """The desk, at which challenges are taken too."""
    desk.dispatch.replies |= {
        "challenge": lambda event: Ask(_form(event)),
        "referral": lambda event: Ask(_form(event)),
        "second-opinion": lambda event: Ask(_form(event)),
        "challenge.send": _sent,
    }
    return desk


def _said(view: Json) -> str:
    return json.dumps(view["blocks"], ensure_ascii=False)


def _asked(view: Json) -> list[str]:
    return [b["element"]["action_id"] for b in view["blocks"] if b["type"] == "input"]


def _typed(view: Json, name: str) -> str:
    found = (b["element"] for b in view["blocks"] if b["type"] == "input")
    return next(str(e.get("initial_value", "")) for e in found if e["action_id"] == name)


async def _second(desk: Desk) -> Json:
    """The form as it is asked for the second time, standing on the screen."""
    await desk.post(command(TEACHER, "/challenge"))
    answer = await desk.send(TEACHER, desk.slack.view, **ANSWERS)
    view: Json = answer.json()["view"] | {"id": "V77", "hash": "h"}
    desk.slack.views["V77"] = view
    return view


async def _chooses(desk: Desk, view: Json, field: str, **answers: str) -> Json:
    now, tick = answered(view, {**answers}), field.startswith("change_")
    block = f"tick:{field}" if tick else f"field:{field}"
    assert (await desk.interact(chosen(TEACHER, now, block))).status_code == 200
    return desk.slack.view


async def test_a_typed_command_opens_the_form(desk: Desk) -> None:
    assert (await desk.post(command(TEACHER, "/challenge"))).text == ""
    assert desk.slack.view["title"]["text"] == "Challenge a decision"
    assert desk.slack.view["submit"]["text"] == speak(say("challenge-next"), "en")
    assert desk.dispatch.last.event == Event("challenge", place=MEETING)


@pytest.mark.parametrize("name", ["concern", "challenge", "referral", "second-opinion"])
async def test_a_global_shortcut_opens_the_form_it_names(desk: Desk, name: str) -> None:
    await desk.interact(shortcut(TEACHER) | {"callback_id": name})
    assert desk.dispatch.last.event == Event(name)


async def test_challenging_a_posted_decision_keeps_its_link_and_not_its_text(desk: Desk) -> None:
    desk.slack.members["C01GEN"] = 40
    await desk.interact(flag(TEACHER, "C01GEN", "meeting") | {"callback_id": "flag-decision"})
    link = "https://anytown.slack.com/archives/C01GEN/p1700000000000100"
    assert desk.dispatch.last.event == Event(
        "challenge", link=link, link_tells=False, place=MEETING
    )
    await desk.send(TEACHER, desk.slack.view, **ANSWERS)
    sent = desk.dispatch.last.event
    assert (sent.verb, sent.link, sent.link_tells) == ("challenge.send", link, False)
    assert "Said there" not in f"{desk.dispatch.done!r} {desk.slack.calls!r}"


@pytest.mark.parametrize(("channel", "size"), [("D01", 2), ("C05", 5)])
async def test_a_decision_in_a_small_or_direct_conversation_tells_who_was_in_it(
    desk: Desk, channel: str, size: int
) -> None:
    desk.slack.members[channel] = size
    name = "directmessage" if channel == "D01" else "tiny"
    await desk.interact(flag(TEACHER, channel, name) | {"callback_id": "flag-decision"})
    assert desk.dispatch.last.event.verb == "challenge"
    assert desk.dispatch.last.event.link_tells


@pytest.mark.parametrize(
    "payload",
    [
        shortcut(TEACHER) | {"callback_id": "flag-decision"},
        flag(TEACHER, "C01GEN", "meeting") | {"callback_id": "challenge"},
        flag(TEACHER, "C01GEN", "meeting") | {"callback_id": ""},
    ],
)
async def test_a_shortcut_of_the_wrong_kind_is_refused(desk: Desk, payload: Json) -> None:
    answer = await desk.interact(payload)
    assert (answer.status_code, desk.dispatch.done) == (400, [])


async def test_the_launcher_opens_the_form_and_asks_for_a_code(desk: Desk) -> None:
    await desk.event(event(TEACHER, "message", channel="D1", channel_type="im", text="hello"))
    (launcher,) = desk.slack.messages["D1"]
    buttons = {b["value"]: b for b in launcher["blocks"][-1]["elements"]}
    assert list(buttons) == [
        *("concern", "challenge", "referral", "second-opinion"),
        *("pause", "debrief", "phrases", "agreement", "mine", "receipt", "together"),
        *("practice", "thanks", "advocate", "insight", "leaders", "routes", "help"),
    ]
    await desk.interact(press(TEACHER, buttons["challenge"]))
    assert desk.slack.view["title"]["text"] == "Challenge a decision"


async def test_before_the_sentence_was_asked_for_no_answer_brings_it(desk: Desk) -> None:
    await desk.post(command(TEACHER, "/challenge"))
    before = desk.slack.view
    after = await _chooses(desk, before, "how", **ANSWERS)
    assert "sentence" not in _asked(after)
    assert after["submit"] == before["submit"]
    assert _asked(after) == _asked(before)


async def test_the_second_form_stands_below_its_doubts_and_begins_with_the_sentence(
    desk: Desk,
) -> None:
    view = await _second(desk)
    asked = _asked(view)
    # What was typed stands below the rest, since nothing else keeps it.
    assert asked == [
        *("sentence", "owner_id", "what", "anyway", "change_rest"),
        *("decision", "owner"),
    ]
    assert view["submit"]["text"] == "Send"
    assert "I do not agree with this decision: Closing the case" in _typed(view, "sentence")
    assert problems(view) == []


async def test_an_answer_changes_nothing_of_what_came_with_the_second_form(desk: Desk) -> None:
    view = await _second(desk)
    now = {**ANSWERS, "sentence": OWN, "owner_id": "slack:T:U2", "anyway": "yes"}
    after = await _chooses(desk, view, "change_rest", **now, change_rest="yes")
    assert "This may show who someone is." in _said(after)
    assert _typed(after, "sentence") == OWN
    assert {"danger", "agency", "topic", "how", "change_release"} <= set(_asked(after))
    assert {*_asked(view)} - {"change_rest"} <= {*_asked(after)}
    assert after["submit"] == view["submit"]
    assert problems(after) == []

    by_name = {**now, "how": "named"}
    again = await _chooses(desk, after, "how", **by_name)
    assert "change_release" not in _asked(again)
    answer = await desk.send(TEACHER, again, **now)
    assert answer.json()["response_action"] == "update"
    sent = desk.dispatch.last
    assert (sent.event.one("sentence"), sent.event.one("anyway")) == (OWN, "yes")


async def test_what_is_folded_away_is_sent_with_the_rest(desk: Desk) -> None:
    view = await _second(desk)
    await desk.send(TEACHER, view, sentence=OWN, owner_id="slack:T:U2", anyway="yes", **ANSWERS)
    sent = desk.dispatch.last
    chosen = ("danger", "agency", "topic", "level", "how", "replies", "release")
    assert {name: sent.event.one(name) for name in chosen} == {n: ANSWERS[n] for n in chosen}
    assert (sent.event.one("sentence"), sent.event.one("owner_id")) == (OWN, "slack:T:U2")
    assert (sent.event.one("anyway"), sent.token) == ("yes", TOKEN)


async def test_the_sentence_stays_when_something_else_was_emptied(desk: Desk) -> None:
    view = await _second(desk)
    now = {**ANSWERS, "sentence": OWN, "what": ""}
    after = await _chooses(desk, view, "change_rest", **now, change_rest="")
    assert _asked(after) == _asked(view)
    assert _typed(after, "sentence") == OWN
    assert after["submit"] == view["submit"]


async def test_the_code_is_shown_on_the_page_and_in_no_message(desk: Desk) -> None:
    view = await _second(desk)
    answer = await desk.send(TEACHER, view, **{**ANSWERS, "sentence": OWN, "anyway": "yes"})
    page = answer.json()["view"]
    shown = [b["text"] for b in page["blocks"] if b["type"] == "section" and CODE in str(b)]
    # Alone on its line and free of markup, so that it can be selected and copied.
    assert [(text["type"], text["text"]) for text in shown] == [("plain_text", CODE)]
    assert CODE not in repr(desk.slack.messages)
    assert CODE not in page["private_metadata"]
