"""Cards reach people, and trouble at Slack's end is told to the courier without who or what."""

import json

import pytest

from bot.core.delivery.answers import (
    Client,
    Misconfigured,
    PerhapsArrived,
    TryAgain,
    Unreachable,
)
from prompts.shapes import Button, Card, Facts, Said, Text
from prompts.words import Plain
from storage.partnership import PersonId
from tests.edge.slack.conftest import TEACHER, Desk
from tests.peers.fake_slack import direct
from tests.peers.slack_payloads import TEAM
from tests.peers.slack_troubles import Broken, Busy, HangUp, Proxy, Refusal, Trouble

CARD = Card(
    title=Plain("A concern for <!channel> & <@U01TEACHER>"),
    blocks=(
        Text(Plain("See <https://evil.example|here> & there")),
        Facts(((Plain("Reference*"), Plain("<!here> *7*")),)),
        Said(Plain("They wrote"), "<!channel> <@U01TEACHER> *bold* & `code`"),
    ),
    buttons=(Button(Plain("Open"), "thread.open", "t1", style="primary"),),
)


def address(**more: str) -> str:
    return json.dumps({"user": TEACHER, "team": TEAM} | more)


async def test_a_card_is_sent_to_the_open_conversation_without_previews(desk: Desk) -> None:
    client: Client = desk.edge.client
    ref = await client.send(address(channel="D07"), CARD, "en")
    (sent,) = desk.slack.messages["D07"]
    assert json.loads(ref) == {"channel": "D07", "ts": sent["ts"]}
    assert (sent["unfurl_links"], sent["unfurl_media"]) == (False, False)
    assert sent["blocks"][-1]["elements"][0]["style"] == "primary"


async def test_the_notification_shows_the_title_only_and_nothing_typed_is_markup(
    desk: Desk,
) -> None:
    await desk.edge.client.send(address(channel="D07"), CARD, "en")
    (sent,) = desk.slack.messages["D07"]
    assert sent["text"] == "A concern for &lt;!channel&gt; &amp; &lt;@U01TEACHER&gt;"
    texts = [b.get("text") for b in sent["blocks"]]
    cells = [cell for b in sent["blocks"] for cell in b.get("fields", b.get("elements", []))]
    for text in (t for t in (*texts, *cells) if t and t["type"] == "mrkdwn"):
        assert not {"<!", "<@", "<h"} & {text["text"][n : n + 2] for n in range(len(text["text"]))}
    typed = next(t for t in texts if t and "bold" in t["text"])
    assert typed["type"] == "plain_text"
    assert "<!channel> <@U01TEACHER> *bold* & `code`" in typed["text"]


async def test_a_conversation_that_isnt_known_is_opened(desk: Desk) -> None:
    ref = await desk.edge.client.send(address(), CARD, "en")
    assert json.loads(ref)["channel"] == direct(TEACHER)


async def test_a_card_that_was_sent_is_changed(desk: Desk) -> None:
    ref = await desk.edge.client.send(address(channel="D07"), CARD, "en")
    taken = Card(title=Plain("Somebody has picked this up"))
    await desk.edge.client.update(address(channel="D07"), ref, taken, "en")
    (standing,) = desk.slack.messages["D07"]
    assert standing["text"] == "Somebody has picked this up"
    assert "thread.open" not in json.dumps(standing["blocks"])


async def test_a_card_that_is_gone_needs_no_change(desk: Desk) -> None:
    ref = json.dumps({"channel": "D07", "ts": "1.2"})
    await desk.edge.client.update(address(), ref, CARD, "en")
    assert desk.slack.messages["D07"] == []


@pytest.mark.parametrize(
    ("trouble", "after"),
    [
        (Busy(retry_after=7), 7.0),
        (Broken(500), None),
        (Broken(503), None),
        (Refusal("internal_error"), None),
    ],
)
async def test_when_slack_is_busy_or_away_the_courier_tries_again(
    desk: Desk, trouble: Trouble, after: float | None
) -> None:
    desk.slack.next("chat.postMessage", trouble)
    with pytest.raises(TryAgain) as again:
        await desk.edge.client.send(address(channel="D07"), CARD, "en")
    assert again.value.after == after
    assert again.value.__cause__ is None
    assert not {TEACHER, "D07", "concern"} & set(str(again.value).split())


@pytest.mark.parametrize("error", ["is_archived", "user_disabled", "not_in_channel"])
async def test_someone_who_left_is_unreachable(desk: Desk, error: str) -> None:
    desk.slack.next("chat.postMessage", Refusal(error))
    with pytest.raises(Unreachable) as theirs:
        await desk.edge.client.send(address(channel="D07"), CARD, "en")
    assert theirs.value.code == error
    with pytest.raises(Unreachable):
        await desk.edge.client.send(json.dumps({"user": "U99", "team": TEAM}), CARD, "en")


OURS = [
    Refusal("token_revoked"), Refusal("invalid_auth"), Refusal("account_inactive"),
    Refusal("missing_scope"), Refusal("ekm_access_denied"), Refusal("a_word_of_next_year"),
    Proxy(), Proxy(403), Proxy(404), Proxy(text=""), Proxy(text="[]", kind="application/json"),
    Proxy(text="{}", kind="application/json"), Proxy(text="fine", kind="text/plain"),
    Proxy(text="{", kind="application/json"),
]  # fmt: skip


@pytest.mark.parametrize("trouble", OURS, ids=repr)
async def test_whatever_says_nothing_of_the_person_is_ours_to_mend(
    desk: Desk, trouble: Trouble
) -> None:
    desk.slack.next("chat.postMessage", trouble)
    with pytest.raises(Misconfigured) as ours:
        await desk.edge.client.send(address(channel="D07"), CARD, "en")
    assert ours.value.__cause__ is None
    assert ours.value.code == (
        trouble.error if isinstance(trouble, Refusal) else "no_answer_of_slack"
    )


async def test_a_conversation_that_is_gone_is_opened_anew(desk: Desk) -> None:
    desk.slack.next("chat.postMessage", Refusal("channel_not_found"))
    ref = await desk.edge.client.send(address(channel="D07"), CARD, "en")
    assert json.loads(ref)["channel"] == direct(TEACHER)


async def test_a_connection_that_ends_without_an_answer_may_have_brought_it(desk: Desk) -> None:
    desk.slack.next("chat.postMessage", HangUp())
    with pytest.raises(PerhapsArrived):
        await desk.edge.client.send(address(channel="D07"), CARD, "en")
    assert len(desk.slack.asked("chat.postMessage")) == 1


async def test_when_nothing_listens_any_more_the_courier_tries_again(desk: Desk) -> None:
    from slack_sdk.web.async_client import AsyncWebClient

    from bot.slack.client import SlackClient
    from tests.peers import free_port

    web = AsyncWebClient("xoxb-test", base_url=f"http://127.0.0.1:{free_port()}/api/")
    web.proxy = None
    with pytest.raises(TryAgain):
        await SlackClient(web).send(address(channel="D07"), CARD, "en")


async def test_everyone_is_introduced_before_anybody_speaks(desk: Desk) -> None:
    desk.slack.page = 2
    await desk.edge.introduce()
    known = {seen.name: (seen.language, json.loads(seen.address)) for seen in
             desk.members.rows.values()}  # fmt: skip
    assert known == {
        "A Teacher": ("en", {"user": TEACHER, "team": TEAM, "channel": direct(TEACHER)}),
        "Athro": ("cy", {"user": "U03WELSH", "team": TEAM, "channel": direct("U03WELSH")}),
    }


async def test_the_time_zone_that_slack_shows_is_kept_and_renewed(desk: Desk) -> None:
    teacher = PersonId(f"slack:{TEAM}:{TEACHER}")
    for zone in ("Europe/Athens", "America/New_York"):
        desk.slack.people[TEACHER]["tz"] = zone
        await desk.edge.introduce()
        assert desk.members.rows[teacher].timezone == zone
    assert {seen.timezone for seen in desk.members.rows.values()} == {"America/New_York", None}


async def test_introducing_twice_opens_nothing_twice_and_forgets_who_left(desk: Desk) -> None:
    await desk.slack.until("conversations.open", times=2)  # those of the start
    await desk.edge.introduce()
    opened = len(desk.slack.asked("conversations.open"))
    desk.slack.people[TEACHER]["deleted"] = True
    desk.slack.people["U03WELSH"]["is_restricted"] = True
    await desk.edge.introduce()
    assert len(desk.slack.asked("conversations.open")) == opened
    assert desk.members.rows == {}


async def test_introductions_wait_when_slack_is_busy(desk: Desk) -> None:
    await desk.slack.until("users.list")
    desk.members.rows.clear()
    desk.slack.next("users.list", Busy(retry_after=0))
    desk.slack.next("conversations.open", Busy(retry_after=0))
    await desk.edge.introduce()
    assert {seen.name for seen in desk.members.rows.values()} == {"A Teacher", "Athro"}


async def test_slack_says_who_we_are_once_and_not_with_every_request(desk: Desk) -> None:
    from tests.peers.slack_payloads import command

    for _ in range(3):
        await desk.post(command(TEACHER, "/concern"))
    assert len(desk.slack.asked("auth.test")) == 1


async def test_what_is_wrong_with_the_settings_is_told(desk: Desk) -> None:
    assert await desk.edge.check() == []
    desk.slack.next("auth.test", Refusal("invalid_auth"))
    assert "SLACK_BOT_TOKEN" in " ".join(await desk.edge.check())
