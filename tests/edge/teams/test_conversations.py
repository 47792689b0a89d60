"""What people do in Teams, from typed word to stored answer, over the SDK's real HTTP path."""

from dataclasses import replace

import pytest

from bot.core.admission import Incoming
from bot.core.dispatch import Reply
from bot.teams.render.cards import dialog as rendered
from bot.teams.typed import launcher
from handlers.contract.outcomes import Ask, Refuse
from prompts.words import Plain
from storage.directory.members import Seen
from storage.partnership import AgencyId, PersonId
from tests.edge.teams.fakes import FORM, LEADS, PAGES, Here
from tests.peers.fake_teams import TENANT, Trouble
from tests.peers.teams_person import NotSentError, Person, button, texts

PAT = PersonId(f"teams:{TENANT}:pat")
CHANNEL = {"id": "19:team@thread.tacv2;messageid=5", "conversationType": "channel"}
GROUP = {"id": "19:group@thread.v2", "conversationType": "groupChat"}
ANSWERS = {"danger": "no", "what": "It was *bad*.", "left_out": "teams:t:ann,teams:t:ben"}


async def test_typed_concern_is_answered_by_a_card_whose_button_opens_the_form(bot: Here) -> None:
    await bot.pat.install()
    answer = await bot.pat.types("Concern my boss shouted at Jo")
    assert answer.status_code == 200

    card = bot.teams.last(bot.pat.chat)
    assert "boss" not in texts(card)
    dialog = await bot.pat.open(card, "Raise a concern")
    assert dialog.title == "Raise a concern"
    assert dialog.card == rendered(FORM, "en")

    thanks = await dialog.press("Send", **ANSWERS, tell="yes")
    assert "A person will answer." in texts(thanks.card)
    came = bot.dispatch.came[-1]
    assert came.event.verb == "concern.send"
    assert came.token == FORM.token
    assert came.event.one("what") == "It was *bad*."
    assert came.event.several("left_out") == ("teams:t:ann", "teams:t:ben")
    assert came.event.one("tell") == "yes"
    assert (came.actor.person, came.actor.agency) == (PAT, AgencyId("school"))
    assert "boss" not in repr([c.event for c in bot.dispatch.came])


async def test_an_unticked_box_is_no_answer(bot: Here) -> None:
    await bot.pat.install()
    await bot.pat.types("concern")
    dialog = await bot.pat.open(bot.teams.last(bot.pat.chat), "Raise a concern")
    await dialog.press("Send", danger="no", what="x")
    assert bot.dispatch.came[-1].event.one("tell") == ""
    assert bot.dispatch.came[-1].event.several("left_out") == ()


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("<at>Upstander</at> concern", "Raise a concern"),
        ("<at>Upstander</at>&nbsp;CONCERN please", "Raise a concern"),
        ("/pryder", "Raise a concern"),
        ("mine", "Your concerns, and what waits for you"),
        ("good morning", "How can we help?"),
        ("", "How can we help?"),
    ],
)
async def test_typed_words_find_their_command(bot: Here, text: str, title: str) -> None:
    await bot.pat.install()
    await bot.pat.types(text)
    assert texts(bot.teams.last(bot.pat.chat)).startswith(title)


async def test_home_and_help_lead_to_the_pages_in_a_browser(bot: Here) -> None:
    await bot.pat.install()
    await bot.pat.types("help")
    assert PAGES in str(bot.teams.last(bot.pat.chat))
    await bot.pat.types("mine")
    dialog = await bot.pat.open(bot.teams.last(bot.pat.chat), "My concerns")
    leads = {"type": "Action.OpenUrl", "title": "Open Upstander in a browser", "url": PAGES}
    assert str(leads) in str(dialog.card)
    assert PAGES not in str(launcher("help"))


async def test_welsh_speakers_get_welsh(bot: Here) -> None:
    pat = replace(bot.pat, locale="cy-GB")
    await pat.install()
    await pat.types("pryder")
    card = bot.teams.last(pat.chat)
    assert card["lang"] == "cy"
    assert texts(card).startswith("Codi pryder")


async def test_the_language_somebody_chose_wins_over_that_of_their_teams(bot: Here) -> None:
    await bot.members.remember([Seen(PAT, AgencyId("school"), "Pat", "cy", "")])
    bot.teams.installed[bot.pat.chat] = bot.pat.user
    await bot.pat.types("concern")
    assert bot.teams.last(bot.pat.chat)["lang"] == "cy"


async def test_a_message_teams_sends_twice_is_answered_once(bot: Here) -> None:
    await bot.pat.install()
    activity = bot.pat.activity("message", text="concern")
    assert [(await bot.pat.post(activity)).status_code for _ in range(2)] == [200, 200]
    assert len(bot.teams.to(bot.pat.chat)) == 1


async def test_mentioned_in_a_channel_it_answers_in_that_thread(bot: Here) -> None:
    bot.teams.installed["19:team@thread.tacv2"] = ""
    await bot.pat.types("<at>Upstander</at> concern", CHANNEL)
    assert texts(bot.teams.last(CHANNEL["id"])).startswith("Raise a concern")


async def test_where_the_bot_is_not_installed_typing_does_no_harm(bot: Here) -> None:
    assert (await bot.pat.types("concern")).status_code == 200
    assert bot.teams.sent == []


@pytest.mark.parametrize("status", [401, 403, 429, 500])
async def test_a_launcher_that_cannot_be_sent_does_no_harm(bot: Here, status: int) -> None:
    await bot.pat.install()
    bot.teams.troubles = [Trouble(status)] * 3
    assert (await bot.pat.types("concern")).status_code == 200


async def test_what_is_wrong_stands_above_the_question_and_nothing_typed_is_lost(bot: Here) -> None:
    def refuse(_: Incoming) -> Reply:
        return Refuse({"what": Plain("Please say a little more."), "gone": Plain("And this.")})

    bot.dispatch.replies["concern.send"] = refuse
    await bot.pat.install()
    await bot.pat.types("concern")
    dialog = await bot.pat.open(bot.teams.last(bot.pat.chat), "Raise a concern")
    again = await dialog.press("Send", **ANSWERS, tell="yes")
    said = texts(again.card)
    assert said.index("Please say a little more.") < said.index("What happened?")
    assert said.index("And this.") < said.index("Is anyone in danger?")

    del bot.dispatch.replies["concern.send"]
    await again.press("Send")
    event = bot.dispatch.came[-1].event
    assert event.one("what") == "It was *bad*."
    assert event.several("left_out") == ("teams:t:ann", "teams:t:ben")
    assert event.one("tell") == "yes"


async def test_a_question_left_open_is_held_back_by_the_client(bot: Here) -> None:
    await bot.pat.install()
    await bot.pat.types("concern")
    dialog = await bot.pat.open(bot.teams.last(bot.pat.chat), "Raise a concern")
    with pytest.raises(NotSentError, match=r"Please answer: What happened\?"):
        await dialog.press("Send", danger="no")


async def test_a_whole_refusal_is_a_kind_page(bot: Here) -> None:
    bot.dispatch.replies["concern"] = lambda _: Refuse({"": Plain("Not today.")})
    await bot.pat.install()
    await bot.pat.types("concern")
    page = await bot.pat.open(bot.teams.last(bot.pat.chat), "Raise a concern")
    assert page.title == "Sorry"
    assert "Not today." in texts(page.card)


async def test_picking_up_is_one_press_and_shows_no_content_in_the_message(bot: Here) -> None:
    page = replace(FORM, title=Plain("Secret content"), submit=None)
    bot.dispatch.replies["thread.pick"] = lambda _: Ask(page)
    await bot.pat.install()
    await bot.edge.client.send(bot.address(bot.pat), LEADS, "en")
    card = bot.teams.last(bot.pat.chat)
    pick = button(card, "Pick up")
    assert pick["verb"] == pick["data"]["action"] == "thread.pick"

    assert await bot.pat.press(card, "Pick up") == "Done."
    event = bot.dispatch.came[-1].event
    assert (event.verb, event.subject) == ("thread.pick", "t1")


async def test_a_refused_press_says_why(bot: Here) -> None:
    bot.dispatch.replies["thread.pick"] = lambda _: Refuse({"": Plain("Sam has it.")})
    await bot.pat.install()
    await bot.edge.client.send(bot.address(bot.pat), LEADS, "en")
    assert await bot.pat.press(bot.teams.last(bot.pat.chat), "Pick up") == "Sam has it."


@pytest.mark.parametrize(
    ("where", "tells"),
    [
        (CHANNEL, False),
        (GROUP, True),
        ({"id": "19:a_b@unq.gbl.spaces", "conversationType": "personal"}, True),
        ({"id": "19:unknown"}, True),
    ],
)
async def test_a_flagged_message_brings_its_link_and_whether_it_tells(
    bot: Here, where: dict[str, str], tells: bool
) -> None:
    link = "https://teams.microsoft.com/l/message/19:x/1700"
    dialog = await bot.pat.flag(link, where)
    opened = bot.dispatch.came[-1]
    assert (opened.event.verb, opened.event.link, opened.event.link_tells) == (
        "concern",
        link,
        tells,
    )
    assert "secret words" not in repr(opened.event.answers)

    await dialog.press("Send", danger="no", what="x")
    sent = bot.dispatch.came[-1]
    assert (sent.event.verb, sent.event.link, sent.event.link_tells) == (
        "concern.send",
        link,
        tells,
    )
    # Not the chat the message stands in: the answer goes to Pat alone.
    assert where["id"] not in sent.actor.address
    assert bot.pat.user in sent.actor.address


async def test_a_link_that_is_not_to_teams_is_dropped(bot: Here) -> None:
    await bot.pat.flag("https://evil.example/l/message", GROUP)
    assert bot.dispatch.came[-1].event.link == ""


async def test_somebody_who_joined_a_meeting_anonymously_is_refused_kindly(bot: Here) -> None:
    stranger = Person(bot.http, bot.teams, name="Guest", oid="")
    page = await stranger.dialog("task/fetch", {"data": {"verb": "concern"}}, "task/submit", GROUP)
    assert "which organisation you belong to" in texts(page.card)
    assert bot.dispatch.came == []


async def test_people_of_other_tenants_have_no_agency(bot: Here) -> None:
    other = replace(bot.pat, tenant="another-tenant")
    await other.dialog("task/fetch", {"data": {"verb": "concern"}}, "task/submit", None)
    assert bot.dispatch.came[-1].actor.agency is None


async def test_installing_introduces_people_and_uninstalling_forgets_them(bot: Here) -> None:
    await bot.pat.install()
    seen = bot.members.people[PAT]
    assert (seen.agency, seen.name, seen.language) == ("school", "Pat", "en")
    await bot.edge.client.send(seen.address, LEADS, "en")
    assert texts(bot.teams.last(bot.pat.chat)).startswith("A concern")

    await bot.pat.uninstall()
    assert bot.members.people == {}


async def test_members_who_are_added_or_removed_are_remembered_or_forgotten(bot: Here) -> None:
    member = [{"id": bot.pat.user, "aadObjectId": "pat"}]
    await bot.pat.post(bot.pat.activity("conversationUpdate", membersAdded=member))
    assert list(bot.members.people) == [PAT]
    await bot.pat.post(bot.pat.activity("conversationUpdate", membersRemoved=member))
    assert bot.members.people == {}


async def test_adding_it_to_a_team_introduces_nobody(bot: Here) -> None:
    activity = bot.pat.activity("installationUpdate", CHANNEL, action="add")
    assert (await bot.pat.post(activity)).status_code == 200
    assert bot.members.people == {}
