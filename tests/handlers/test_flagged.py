"""A message that somebody chose: the form says so, and whether its address goes along."""

import pytest

from bot.core.admission import Incoming
from bot.core.ask_again import asked_again
from handlers.contract.outcomes import Refuse
from handlers.contract.people import Event
from handlers.registry import flags
from tests.core.anytown import CONCERN, Page, Town
from tests.handlers.challenge.acts import CHALLENGE

THERE = "https://anytown.example/archives/C1/p1"


async def _chooses(town: Town, verb: str, link: str, *, tells: bool = False) -> Page:
    event = Event(verb, link=link, link_tells=tells)
    incoming = Incoming(town.actor("leila"), event)
    return Page(town, "leila", await town.core.dispatch.handle(incoming))


@pytest.mark.parametrize("verb", sorted({*flags().values()}))
async def test_the_form_says_that_a_message_was_chosen_and_leads_to_it(
    town: Town, verb: str
) -> None:
    page = await _chooses(town, verb, THERE)
    page.sees("the message you chose", "A link to it goes along", "See the message")
    (await _chooses(town, verb, "")).sees_not("message you chose")


@pytest.mark.parametrize("verb", sorted({*flags().values()}))
async def test_it_says_so_where_the_words_are_checked_before_they_go(town: Town, verb: str) -> None:
    answers = {"concern": CONCERN, "challenge": CHALLENGE}[verb]
    told = {
        **answers,
        "what": "I saw it, Leila Haddad of Year 4.",
        "how": "anonymous",
        "anyway": "",
    }
    event = Event(f"{verb}.send", "", told, link=THERE)
    incoming = Incoming(town.actor("leila"), event, "a-token-of-this-form")
    page = Page(town, "leila", await town.core.dispatch.handle(incoming))
    page.sees("the message you chose", "See the message")
    assert await town.column("thread", "id") == []


async def test_it_says_when_the_link_is_left_out(town: Town) -> None:
    page = await _chooses(town, "concern", THERE, tells=True)
    page.sees("If your name is hidden, no link goes along").sees_not("A link to it goes along")


async def test_it_still_says_so_when_something_is_missing(town: Town) -> None:
    event = Event("concern.send", "", {**CONCERN, "what": ""}, link=THERE)
    incoming = Incoming(town.actor("leila"), event, "a-token-of-this-form")
    refused = await town.core.dispatch.handle(incoming)
    assert isinstance(refused, Refuse)
    again = Page(town, "leila", await asked_again(town.core.dispatch.handle, incoming, refused))
    again.sees("A link to it goes along")


@pytest.mark.parametrize("link", ["javascript:alert(1)", "data:text/html,x", "//elsewhere.example"])
async def test_what_is_no_address_of_a_page_is_never_offered_to_be_opened(
    town: Town, link: str
) -> None:
    (await _chooses(town, "concern", link)).sees_not("See the message")
