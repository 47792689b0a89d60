"""A challenge in Teams: every way in, the form asked twice, and the code that is shown once."""

from dataclasses import replace

import pytest

from bot.core.dispatch import Reply
from bot.core.forms import drafted
from handlers.challenge.form import challenge_form
from handlers.contract.outcomes import Ask
from handlers.contract.people import Event
from handlers.receipt.command import NOTHING, code_form
from handlers.shared.steps.warnings import beside, to_check
from prompts.shapes import Callout, Form, Option, Said
from prompts.words import Plain, say, speak
from storage.partnership import AgencyId
from tests.core.anytown import MONDAY
from tests.edge.teams.fakes import Here, partnership
from tests.peers.teams_person import Dialog, everything, texts

CHANNEL = {"id": "19:team@thread.tacv2;messageid=5", "conversationType": "channel"}
GROUP = {"id": "19:group@thread.v2", "conversationType": "groupChat"}
LINK = "https://teams.microsoft.com/l/message/19:team@thread.tacv2/1700"
TOKEN = "a-random-token-of-the-form"
CODE = "7Q2M-8XKD-0V5R-TN4H-C3WZ"
ANSWERS = {
    "danger": "no", "decision": "Closing the case", "reference": "CASE-17", "agency": "school",
    "owner": "Sam", "topic": "delay", "what": "Nobody has seen them", "ask": "see them first",
    "level": "alert", "how": "anonymous", "replies": "receipt", "release": "soon",
}  # fmt: skip


def _form(event: Event, *warnings: Callout, owners: tuple[Option, ...] = ()) -> Form:
    town, drafting = partnership(), bool(warnings)
    form = challenge_form(AgencyId("school"), event, town, MONDAY, owners, drafting=drafting)
    if warnings:
        form = to_check(beside(form, {"what": warnings[0]}, event), "sentence", "owner_id")
    fields = tuple(drafted(field, "en") for field in form.fields)
    return replace(form, fields=fields, token=TOKEN)


def _sent(event: Event) -> Reply:
    if event.one("anyway"):
        code = Said(say("receipt-yours"), CODE)
        return Ask(Form(say("challenge-sent-title"), blocks=(code,)))
    owners = (Option("teams:t:1", Plain("Sam One")), Option("teams:t:2", Plain("Sam Two")))
    return Ask(_form(event, Callout(Plain("This may show who."), "warn"), owners=owners))


@pytest.fixture
def bot(bot: Here) -> Here:
    """The bot, to which challenges can be put too."""
    bot.dispatch.replies |= {
        "challenge": lambda incoming: Ask(_form(incoming.event)),
        "referral": lambda incoming: Ask(_form(incoming.event)),
        "second-opinion": lambda incoming: Ask(_form(incoming.event)),
        "challenge.send": lambda incoming: _sent(incoming.event),
        "receipt": lambda _: Ask(replace(code_form("chat"), token=TOKEN)),
        "receipt.send": lambda _: NOTHING,
    }
    return bot


async def _acts(bot: Here, action: str, where: dict[str, str] | None = None) -> Dialog:
    """Chooses an action in a message's menu, or beside the compose box."""
    payload = {"id": "1700", "linkToMessage": LINK, "body": {"content": "secret words"}}
    on_message = {"commandContext": "message", "messagePayload": payload} if where else {}
    value = {"commandId": action, "commandContext": "compose"} | on_message
    submit = "composeExtension/submitAction"
    return await bot.pat.dialog("composeExtension/fetchTask", value, submit, where)


@pytest.mark.parametrize("locale", ["en-GB", "cy-GB"])
@pytest.mark.parametrize(
    ("typed", "command"),
    [("challenge", "challenge"), ("/herio", "challenge"), ("receipt", "receipt"),
     ("cod", "receipt"), ("Challenge what Jo decided", "challenge"),
     ("referral", "referral"), ("Atgyfeiriad am Jo", "referral"),
     ("second-opinion", "second-opinion"), ("/ail-farn", "second-opinion")],
)  # fmt: skip
async def test_a_typed_word_is_answered_by_a_card_whose_button_opens_the_form(
    bot: Here, typed: str, command: str, locale: str
) -> None:
    pat = replace(bot.pat, locale=locale)
    await pat.install()
    await pat.types(typed)
    card = bot.teams.last(pat.chat)
    assert "Jo" not in texts(card)
    await pat.open(card, speak(say(f"teams-open-{command}"), locale[:2]))
    assert bot.dispatch.came[-1].event == Event(command)


async def test_help_offers_both(bot: Here) -> None:
    await bot.pat.install()
    await bot.pat.types("good morning")
    for name in ("challenge", "referral", "receipt"):
        await bot.pat.open(bot.teams.last(bot.pat.chat), speak(say(f"teams-open-{name}"), "en"))
        assert bot.dispatch.came[-1].event.verb == name


async def test_challenging_a_posted_decision_keeps_its_link_and_not_its_text(bot: Here) -> None:
    form = await _acts(bot, "flag-decision", CHANNEL)
    assert form.title == "Challenge a decision"
    came = bot.dispatch.came[-1].event
    assert (came.verb, came.link, came.link_tells) == ("challenge", LINK, False)
    await form.press(speak(say("challenge-next"), "en"), **ANSWERS)
    sent = bot.dispatch.came[-1].event
    assert (sent.verb, sent.link, sent.link_tells) == ("challenge.send", LINK, False)
    assert "secret words" not in repr([c.event for c in bot.dispatch.came])


async def test_a_decision_in_a_chat_tells_who_was_in_it(bot: Here) -> None:
    await _acts(bot, "flag-decision", GROUP)
    assert bot.dispatch.came[-1].event.link_tells


@pytest.mark.parametrize("action", ["concern", "challenge", "referral", "second-opinion"])
async def test_beside_the_compose_box_each_opens_its_own_form(bot: Here, action: str) -> None:
    await _acts(bot, action)
    assert bot.dispatch.came[-1].event == Event(action)


async def test_an_action_nobody_knows_opens_nothing(bot: Here) -> None:
    page = await _acts(bot, "delete-everything")
    assert page.title == "Sorry"
    assert bot.dispatch.came[-1].event.verb == ""


async def test_the_second_form_has_the_sentence_the_doubts_and_the_choice(bot: Here) -> None:
    first = await _acts(bot, "challenge")
    second = await first.press(speak(say("challenge-next"), "en"), **ANSWERS)
    asked = {e["id"]: e for e in everything(second.card) if "Input." in str(e.get("type"))}
    assert asked["sentence"]["value"].startswith("I am worried about this decision: Closing")
    assert [c["title"] for c in asked["owner_id"]["choices"][:2]] == ["Sam One", "Sam Two"]
    assert "This may show who." in texts(second.card)
    done = await second.press("Send", owner_id="teams:t:2", anyway="yes", sentence="Mine.")
    sent = bot.dispatch.came[-1]
    assert (sent.event.one("sentence"), sent.event.one("owner_id")) == ("Mine.", "teams:t:2")
    assert (sent.event.one("what"), sent.token) == ("Nobody has seen them", TOKEN)

    # The code stands alone in its run, in the dialog and in no message.
    runs = [e["text"] for e in everything(done.card) if e.get("type") == "TextRun"]
    assert CODE in runs
    assert CODE not in repr(bot.teams.sent)


async def test_a_code_that_opens_nothing_is_said_beside_the_code(bot: Here) -> None:
    await bot.pat.install()
    await bot.pat.types("receipt")
    form = await bot.pat.open(bot.teams.last(bot.pat.chat), speak(say("teams-open-receipt"), "en"))
    again = await form.press(speak(say("receipt-submit"), "en"), code="not-a-code")
    assert "opens nothing" in texts(again.card)
    assert again.title == form.title
