"""Every way in opens the form, and what is sent comes back answered."""

import json
from dataclasses import replace
from typing import Any

import pytest

from handlers.contract.outcomes import Ask, Refuse
from handlers.contract.people import Event
from prompts.shapes import Callout, Tick
from prompts.words import Plain
from tests.edge.slack.conftest import CONCERN, GUEST, MEETING, TEACHER, TOKEN, WELSH, Desk
from tests.peers.slack_payloads import TEAM, answered, chosen, command, flag, press, shortcut


def _said(view: dict[str, Any]) -> str:
    return json.dumps(view["blocks"], ensure_ascii=False)


def _block(view: dict[str, Any], block_id: str) -> dict[str, Any]:
    found: dict[str, Any] = next(b for b in view["blocks"] if b.get("block_id") == block_id)
    return found


async def _opened(desk: Desk, user: str = TEACHER) -> dict[str, Any]:
    assert (await desk.post(command(user, "/concern"))).status_code == 200
    return desk.slack.view


async def test_a_typed_command_opens_the_form_and_its_text_is_not_looked_at(desk: Desk) -> None:
    body = command(TEACHER, "/concern", text="payload: my colleague hit a child")
    answer = await desk.post(body)
    assert (answer.status_code, answer.text) == (200, "")
    assert desk.slack.view["title"]["text"] == "Raise a concern"
    assert "colleague" not in f"{desk.dispatch.done!r} {desk.slack.calls!r}"
    actor = desk.dispatch.last.actor
    assert (actor.person, actor.agency, actor.name) == (f"slack:{TEAM}:{TEACHER}", "school",
                                                        "A Teacher")  # fmt: skip


async def test_a_command_by_its_longer_name(desk: Desk) -> None:
    await desk.post(command(TEACHER, "/upstander-mine"))
    assert desk.slack.view["title"]["text"] == "My concerns"


async def test_a_command_nobody_knows_is_answered_kindly(desk: Desk) -> None:
    answer = await desk.post(command(TEACHER, "/upstander-nonsense"))
    assert "/upstander-help" in answer.text
    assert desk.dispatch.done == []


async def test_a_guest_and_a_stranger_belong_to_no_agency(desk: Desk) -> None:
    await desk.post(command(GUEST, "/concern"))
    assert desk.dispatch.last.actor.agency is None
    await desk.post(command("U99UNKNOWN", "/concern"))
    assert desk.dispatch.last.actor.agency is None


async def test_someone_of_a_partner_in_a_shared_channel_is_of_their_own_workspace(
    desk: Desk,
) -> None:
    button = {"action_id": "press:card.0", "value": "concern", "text": {}}
    await desk.interact(press(TEACHER, button, team="T77PARTNER"))
    actor = desk.dispatch.last.actor
    assert (actor.person, actor.agency) == (f"slack:T77PARTNER:{TEACHER}", None)


async def test_the_form_comes_in_the_language_of_the_persons_slack(desk: Desk) -> None:
    view = await _opened(desk, WELSH)
    assert view["close"]["text"] == "Canslo"


async def test_the_global_shortcut(desk: Desk) -> None:
    await desk.interact(shortcut(TEACHER))
    assert desk.dispatch.last.event == Event("concern")
    assert desk.slack.view["title"]["text"] == "Raise a concern"


async def test_a_flagged_message_keeps_its_link_and_not_its_text(desk: Desk) -> None:
    desk.slack.members["C01GEN"] = 40
    await desk.interact(flag(TEACHER, "C01GEN", "strategy-meeting", thread="1699999999.000200"))
    link = (
        "https://anytown.slack.com/archives/C01GEN/p1700000000000100"
        "?thread_ts=1699999999.000200&cid=C01GEN"
    )
    assert desk.dispatch.last.event == Event("concern", link=link, link_tells=False, place=MEETING)
    await desk.send(TEACHER, desk.slack.view, what="It happened.")
    sent = desk.dispatch.last.event
    assert (sent.verb, sent.link, sent.link_tells) == ("concern.send", link, False)
    assert "Said there" not in f"{desk.dispatch.done!r} {desk.slack.calls!r}"


@pytest.mark.parametrize(
    ("channel", "name", "size"),
    [
        ("D01", "directmessage", 2),
        ("C02", "mpdm-a--b--c-1", 40),
        ("C03", "privategroup", 40),
        ("G04", "privategroup", 40),
        ("C05", "tiny", 5),
        ("C06", "not-to-be-counted", None),
    ],
)
async def test_a_link_from_a_small_or_hidden_conversation_tells_who_was_in_it(
    desk: Desk, channel: str, name: str, size: int | None
) -> None:
    if size is not None:
        desk.slack.members[channel] = size
    await desk.interact(flag(TEACHER, channel, name))
    assert desk.dispatch.last.event.link_tells


async def test_an_empty_answer_is_shown_on_its_field_and_nothing_typed_is_lost(desk: Desk) -> None:
    answer = await desk.send(TEACHER, await _opened(desk), danger="no")
    assert answer.json() == {
        "response_action": "errors", "errors": {"field:what": "Say what happened."}
    }  # fmt: skip


async def test_a_sent_form_is_answered_with_a_page(desk: Desk) -> None:
    view = await _opened(desk)
    answer = await desk.send(TEACHER, view, danger="no", what="I saw it.", how="named")
    page = answer.json()["view"]
    assert answer.json()["response_action"] == "update"
    assert (page["title"]["text"], page["close"]["text"]) == ("Sent", "Close")
    assert "submit" not in page
    incoming = desk.dispatch.last
    assert incoming.event.one("what") == "I saw it."
    assert (incoming.event.one("danger"), incoming.event.one("how")) == ("no", "named")
    assert incoming.token == TOKEN


async def test_the_same_submission_again_carries_the_same_token(desk: Desk) -> None:
    view = await _opened(desk)
    tokens = set()
    for _ in range(2):
        await desk.send(TEACHER, view, what="I saw it.")
        tokens.add(desk.dispatch.last.token)
    assert tokens == {TOKEN}


async def test_warnings_that_come_back_are_shown_above_the_same_form(desk: Desk) -> None:
    warned = replace(
        CONCERN,
        blocks=(Callout(Plain("This names somebody."), "warn"), *CONCERN.blocks),
        fields=(*CONCERN.fields, Tick("anyway", Plain("Send it anyway"))),
    )
    desk.dispatch.replies["concern.send"] = lambda event: Ask(warned)
    answer = await desk.send(TEACHER, await _opened(desk), what="Jo Smith did it.")
    view = answer.json()["view"]
    assert "⚠️ Please note: This names somebody." in _said(view)
    assert view["submit"]["text"] == "Send"

    # A later answer shows more, and what came with the submission stays.
    state = view | {"id": "V77", "hash": "h"}
    desk.slack.views["V77"] = state
    now = answered(state, {"danger": "yes", "what": "Jo"})
    await desk.interact(chosen(TEACHER, now, "field:danger"))
    assert "Ring 999 now." in _said(desk.slack.view)
    assert "This names somebody." in _said(desk.slack.view)
    assert _block(desk.slack.view, "tick:anyway")["label"]["text"] == "Send it anyway"


async def test_an_answer_shows_what_it_reveals_and_what_depends_on_it(desk: Desk) -> None:
    view = await _opened(desk)
    assert "Tell my agency" not in _said(view)
    now = answered(view, {"danger": "yes", "how": "anonymous", "what": "I was"})
    assert (await desk.interact(chosen(TEACHER, now, "field:how"))).status_code == 200
    after = desk.slack.view
    assert "🚨 Urgent: Ring 999 now." in _said(after)
    assert _block(after, "tick:tell_agency")["label"]["text"] == "Tell my agency"
    assert _block(after, "field:what")["element"]["initial_value"] == "I was"
    answer = await desk.send(
        TEACHER, after, what="I was there.", tell_agency="yes", how="anonymous"
    )
    assert answer.json()["response_action"] == "update"
    assert desk.dispatch.last.event.one("tell_agency") == "yes"
    assert desk.dispatch.last.token == TOKEN


async def test_an_answer_that_another_one_has_overtaken_changes_nothing(desk: Desk) -> None:
    view = await _opened(desk)
    now = answered(view, {"danger": "yes"}) | {"hash": "an older one"}
    assert (await desk.interact(chosen(TEACHER, now, "field:danger"))).status_code == 200
    assert "Ring 999" not in _said(desk.slack.view)


async def test_a_button_in_a_message_opens_a_page_and_one_in_the_page_changes_it(
    desk: Desk,
) -> None:
    button = {"action_id": "press:card.0", "value": "thread.pick t1", "text": {}}
    await desk.interact(press(TEACHER, button))
    assert desk.dispatch.last.event == Event("thread.pick", "t1")
    view = desk.slack.view
    reply = view["blocks"][-1]["elements"][0]
    desk.dispatch.replies["thread.reply"] = lambda event: Ask(CONCERN)
    await desk.interact(press(TEACHER, reply, view))
    assert desk.dispatch.last.event == Event("thread.reply", "t1")
    assert [body["view_id"] for body in desk.slack.asked("views.update")] == [view["id"]]
    assert desk.slack.view["title"]["text"] == "Raise a concern"


async def test_a_refusal_is_a_kind_page(desk: Desk) -> None:
    refused = Refuse({"": Plain("Somebody else has this one.")})
    desk.dispatch.replies["thread.pick"] = lambda event: refused
    button = {"action_id": "press:card.0", "value": "thread.pick t1", "text": {}}
    assert (await desk.interact(press(TEACHER, button))).status_code == 200
    assert "Somebody else has this one." in _said(desk.slack.view)


async def test_a_form_that_is_refused_as_a_whole_stays_with_every_word(desk: Desk) -> None:
    refused = Refuse({"": Plain("Somebody else has this one.")})
    desk.dispatch.replies["concern.send"] = lambda event: refused
    view = await _opened(desk)
    answer = (await desk.send(TEACHER, view, what="x")).json()
    ((block, said),) = answer["errors"].items()
    first = next(b["block_id"] for b in view["blocks"] if b["type"] == "input")
    assert (answer["response_action"], block, said) == (
        "errors", first, "Somebody else has this one.",
    )  # fmt: skip


@pytest.mark.parametrize(
    "action", [{"action_id": "other", "value": "concern"}, {"action_id": "press:x", "value": ""}]
)
async def test_a_button_that_isnt_ours_is_refused(desk: Desk, action: dict[str, str]) -> None:
    answer = await desk.interact(press(TEACHER, action | {"text": {}}))
    assert (answer.status_code, answer.text, desk.dispatch.done) == (400, "", [])


@pytest.mark.parametrize(
    "metadata", ["", "{}", "[1]", "7", '["concern.send"]', '{"verb": "concern.send"}']
)
async def test_a_modal_that_isnt_ours_is_refused(desk: Desk, metadata: str) -> None:
    view = await _opened(desk) | {"private_metadata": metadata}
    desk.dispatch.done.clear()
    answer = await desk.send(TEACHER, view, what="x")
    assert (answer.status_code, desk.dispatch.done) == (400, [])
