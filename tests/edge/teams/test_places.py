"""In which meeting something is done in Teams: the connector says so, never the card."""

import json

import pytest

from handlers.contract.outcomes import Ask
from handlers.contract.people import Place
from prompts.shapes import Button, Card
from prompts.words import Plain
from tests.edge.teams.fakes import FORM, Here
from tests.peers.fake_teams import TENANT
from tests.peers.teams_person import Person, texts

MEETING = {"id": "19:meeting_a1@thread.v2", "conversationType": "groupChat"}
CHANNEL = {"id": "19:team@thread.tacv2;messageid=5", "conversationType": "channel"}
ROUND = Card(Plain("A round is open"), (), (Button(Plain("My answer"), "pause.answer", "t1"),))
FORGED = {"place": "teams:19:other@thread.v2", "conversation": {"id": "19:other@thread.v2"}}


def _place(bot: Here, conversation: str) -> Place:
    where = {"conversation": conversation, "serviceUrl": bot.teams.service_url, "tenant": TENANT}
    return Place(f"teams:{conversation}", json.dumps(where))


@pytest.mark.parametrize(
    ("where", "room"), [(MEETING, MEETING["id"]), (CHANNEL, "19:team@thread.tacv2")]
)
async def test_a_pause_is_typed_asked_for_and_sent_in_the_meeting(
    bot: Here, where: dict[str, str], room: str
) -> None:
    bot.dispatch.replies["pause"] = lambda _: Ask(FORM)
    bot.teams.installed[room] = ""
    await bot.pat.types("<at>Upstander</at> pause", where)
    card = bot.teams.last(where["id"])
    assert texts(card).startswith("Pause and challenge")
    form = await bot.pat.open(card, "Pause and challenge", where)
    await form.press("Send", danger="no", what="x")
    came = [(one.event.verb, one.event.place) for one in bot.dispatch.came]
    assert came == [("pause", _place(bot, room)), ("concern.send", _place(bot, room))]


async def test_in_private_there_is_no_meeting(bot: Here) -> None:
    await bot.pat.install()
    await bot.pat.types("saib")
    await bot.pat.open(bot.teams.last(bot.pat.chat), "Pause and challenge")
    two = {"id": "19:a_b@unq.gbl.spaces", "conversationType": "personal"}
    await bot.pat.flag("https://teams.microsoft.com/l/message/19:x/1700", two)
    assert [one.event.place for one in bot.dispatch.came] == [None, None]


async def test_what_a_card_says_of_the_place_is_not_looked_at(bot: Here) -> None:
    value = {"data": {"verb": "concern", "subject": "", "carry": FORGED, **FORGED}}
    await bot.pat.dialog("task/fetch", value, "task/submit", MEETING)
    await bot.pat.dialog("task/fetch", value, "task/submit", None)
    told = [one.event.place for one in bot.dispatch.came]
    assert told == [_place(bot, MEETING["id"]), None]


async def test_pause_and_challenge_stands_beside_the_compose_box(bot: Here) -> None:
    value = {"commandId": "pause", "commandContext": "compose"}
    submit = "composeExtension/submitAction"
    await bot.pat.dialog("composeExtension/fetchTask", value, submit, MEETING)
    event = bot.dispatch.came[-1].event
    assert (event.verb, event.place) == ("pause", _place(bot, MEETING["id"]))


async def test_a_round_is_posted_to_the_meeting_by_its_address(bot: Here) -> None:
    bot.teams.installed["19:team@thread.tacv2"] = ""
    address = _place(bot, "19:team@thread.tacv2").address
    await bot.edge.client.send(address, ROUND, "en")
    assert texts(bot.teams.last("19:team@thread.tacv2")) == "A round is open"


async def test_somebody_who_joined_anonymously_is_told_of_the_chairs_codes(bot: Here) -> None:
    stranger = Person(bot.http, bot.teams, name="Guest", oid="")
    value = {"data": {"verb": "pause.answer", "subject": "t1"}}
    page = await stranger.dialog("task/fetch", value, "task/submit", MEETING)
    assert "ask the chair for a code" in texts(page.card)
    assert bot.dispatch.came == []


@pytest.mark.parametrize(
    "where", [{"id": "a:1-pat"}, {"id": "19:x", "conversationType": "personal"}]
)
async def test_only_a_meetings_conversation_is_a_place(bot: Here, where: dict[str, str]) -> None:
    await bot.pat.dialog("task/fetch", {"data": {"verb": "concern"}}, "task/submit", where)
    assert bot.dispatch.came[-1].event.place is None
