"""What Teams sends and the SDK's models refuse: it is taken all the same, or told what it is."""

from typing import Any

import pytest

from storage.partnership import PersonId
from tests.edge.teams.fakes import Here
from tests.edge.teams.shapes import GIVEN, LINK, fetch
from tests.peers.fake_teams import TENANT
from tests.peers.teams_person import texts

PAT = PersonId(f"teams:{TENANT}:pat")
CHANNEL = {"id": "19:0b8f2c@thread.skype", "conversationType": "channel", "isGroup": True}
FETCH, SUBMIT = "composeExtension/fetchTask", "composeExtension/submitAction"


@pytest.mark.parametrize("which", GIVEN)
async def test_a_message_of_any_kind_can_be_flagged(bot: Here, which: str) -> None:
    dialog = await bot.pat.dialog(FETCH, fetch("message", GIVEN[which]), SUBMIT, CHANNEL)
    event = bot.dispatch.came[-1].event
    assert (event.verb, event.link, event.link_tells) == ("concern", LINK, False)
    assert "secret words" not in repr(bot.dispatch.came)
    thanks = await dialog.press("Send", danger="no", what="x")
    assert "A person will answer." in texts(thanks.card)


@pytest.mark.parametrize("context", ["compose", "commandBox", "message", "something new"])
async def test_a_form_opens_from_wherever_teams_offers_it(bot: Here, context: str) -> None:
    await bot.pat.dialog(FETCH, fetch(context, command="concern"), SUBMIT, None)
    assert bot.dispatch.came[-1].event.verb == "concern"


@pytest.mark.parametrize("trigger", ["manual", "automatic", "soon"])
async def test_a_card_asked_for_anew_by_teams_itself(bot: Here, trigger: str) -> None:
    action = {"type": "Action.Execute", "verb": "concern", "data": {"verb": "concern"}}
    body = await bot.pat.invoke("adaptiveCard/action", {"action": action, "trigger": trigger})
    assert body["statusCode"] == 200


@pytest.mark.parametrize("action", ["add", "add-upgrade"])
async def test_an_upgrade_introduces_as_installing_does(bot: Here, action: str) -> None:
    await bot.pat.post(bot.pat.activity("installationUpdate", action=action))
    assert list(bot.members.people) == [PAT]


async def test_an_upgrade_takes_nobody_out(bot: Here) -> None:
    await bot.pat.install()
    answer = await bot.pat.post(bot.pat.activity("installationUpdate", action="remove-upgrade"))
    assert (answer.status_code, list(bot.members.people)) == (200, [PAT])


async def test_an_event_that_tells_no_language_changes_none(bot: Here) -> None:
    await bot.pat.post(bot.pat.activity("installationUpdate", action="add", locale="cy-GB"))
    for told in ({}, {"locale": None}, {"locale": ""}):
        again = bot.pat.activity("conversationUpdate", membersAdded=[{"id": bot.pat.user}])
        del again["locale"]
        await bot.pat.post(again | told)
    assert bot.members.people[PAT].language == "cy"
    await bot.pat.post(bot.pat.activity("installationUpdate", action="add", locale="en-GB"))
    assert bot.members.people[PAT].language == "en"


async def test_the_same_id_in_two_chats_is_two_messages(bot: Here) -> None:
    for chat in ("19:one@thread.v2", "19:two@thread.v2"):
        bot.teams.installed[chat] = ""
        where = {"id": chat, "conversationType": "groupChat"}
        for _ in range(2):
            await bot.pat.post(bot.pat.activity("message", where, id="1700000000000", text="mine"))
    assert [sent.conversation for sent in bot.teams.sent] == [
        "19:one@thread.v2", "19:two@thread.v2",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["task/unheard-of", "fileConsent/invoke", "signin/verifyState"])
async def test_an_invoke_that_is_not_ours_is_told_so(bot: Here, name: str) -> None:
    answer = await bot.pat.post(bot.pat.activity("invoke", name=name, value={}))
    assert (answer.status_code, answer.content) == (501, b"")


WRONG: tuple[Any, ...] = (7, True, [], ["x"], {"id": 5}, "a b:c\n", "\ud800", "\x00")
PARTS = ("id", "name", "type", "text", "locale", "action", "from", "from.id", "from.name",
         "from.aadObjectId", "from.tenantId", "from.email", "conversation", "conversation.id",
         "conversation.conversationType", "conversation.tenantId", "channelData",
         "channelData.tenant", "channelData.tenant.id", "value", "value.action", "value.data",
         "value.commandId", "value.messagePayload", "value.messagePayload.linkToMessage",
         "membersAdded", "membersRemoved", "serviceUrl", "channelId", "recipient")  # fmt: skip


def _seeds(bot: Here) -> list[dict[str, Any]]:
    data = {"verb": "concern", "action": "concern", "subject": "", "token": "t"}
    execute = {"type": "Action.Execute", "verb": "concern", "data": data}
    return [
        bot.pat.activity("message", text="concern"),
        bot.pat.activity("installationUpdate", action="add"),
        bot.pat.activity("conversationUpdate", membersAdded=[{"id": bot.pat.user}]),
        bot.pat.activity("invoke", name="adaptiveCard/action", value={"action": execute}),
        bot.pat.activity("invoke", name="task/fetch", value={"data": data}),
        bot.pat.activity("invoke", name="task/submit", value={"data": data}),
        bot.pat.activity("invoke", name=FETCH, value=fetch("message", GIVEN["as it is"])),
        bot.pat.activity("invoke", name=SUBMIT, value={"data": data}),
    ]


def _with(part: Any, path: list[str], value: object) -> Any:
    first, *rest = path
    inner = _with(part.get(first) or {}, rest, value) if rest else value
    return {**part, first: inner} if isinstance(part, dict) else part


async def test_parts_of_another_type_are_a_4xx_or_a_kind_answer(bot: Here) -> None:
    failed, token = [], f"Bearer {bot.teams.mint.good()}"
    for seed in _seeds(bot):
        for path in PARTS:
            for value in (*WRONG, None):
                answer = await bot.pat.post(_with(seed, path.split("."), value), token)
                fine = answer.status_code < 500 or (answer.status_code == 501 and path == "name")
                if not fine:
                    failed.append(f"{answer.status_code}: {seed['type']} {path}={value!r}")
    assert failed == []


async def test_no_id_of_theirs_can_name_somebody_else(bot: Here) -> None:
    for forged in ("x:y", "pat:U1", " pat", "pat\n", "", None):
        activity = bot.pat.activity("installationUpdate", action="add")
        activity["from"]["aadObjectId"] = forged
        await bot.pat.post(activity)
    assert bot.members.people == {}
