"""A meeting's card in the language of whoever reads it, and where Teams can't ask for that."""

from dataclasses import replace
from typing import Any

import pytest

from bot.core.admission import Incoming
from bot.core.dispatch import Reply
from bot.teams.refresh import card_of
from handlers.contract.outcomes import Ask, Refuse
from prompts.shapes import Button, Card, Form, Text
from prompts.words import Labelled, Plain
from tests.edge.teams.fakes import FORM, Here
from tests.peers.teams_person import Person, button, texts

MEETING = {"id": "19:meeting_a1@thread.v2", "conversationType": "groupChat"}
PAGE = Form(
    Labelled({"en": "A round is open", "cy": "Mae rownd ar agor"}),
    blocks=(Text(Labelled({"en": "One minute", "cy": "Un funud"})),),
    buttons=(
        Button(Labelled({"en": "Open", "cy": "Agor"}), "pause.open", "t1"),
        Button(Labelled({"en": "My answer", "cy": "Fy ateb"}), "pause.answer", "t1", "primary"),
    ),
)
ROUND = card_of(PAGE)


async def _posted(bot: Here, card: Card = ROUND) -> dict[str, Any]:
    bot.teams.installed[MEETING["id"]] = ""
    address = f'{{"conversation": "{MEETING["id"]}", "serviceUrl": "{bot.teams.service_url}"}}'
    await bot.edge.client.send(address, card, "en")
    return bot.teams.last(MEETING["id"])


async def _seen_by(
    reader: Person, card: dict[str, Any], trigger: str = "automatic"
) -> dict[str, Any]:
    """What Teams does, by itself when somebody sees the card."""
    action = card["refresh"]["action"]
    asked = {name: action[name] for name in ("type", "verb", "data")}
    value = {"action": asked, "trigger": trigger}
    return await reader.invoke("adaptiveCard/action", value, MEETING)


async def test_each_reads_the_card_in_their_own_language(bot: Here) -> None:
    bot.dispatch.replies["pause.refresh"] = lambda _: Ask(PAGE)
    card = await _posted(bot)
    assert texts(card) == "A round is open\nOne minute"
    mine = await _seen_by(replace(bot.pat, locale="cy-GB"), card)
    assert (mine["statusCode"], mine["type"]) == (200, "application/vnd.microsoft.card.adaptive")
    shown = mine["value"]
    assert texts(shown) == "Mae rownd ar agor\nUn funud"
    assert button(shown, "Fy ateb")["data"]["msteams"] == {"type": "task/fetch"}
    event = bot.dispatch.came[-1].event
    assert (event.verb, event.subject) == ("pause.refresh", "t1")
    assert event.place is not None

    again = await _seen_by(bot.pat, shown)  # and what they read is asked for again
    assert texts(again["value"]) == texts(card)


async def test_teams_asks_for_everybody_and_not_for_a_list(bot: Here) -> None:
    card = await _posted(bot)
    assert list(card["refresh"]) == ["action"]  # an empty list would ask for nobody
    assert card["refresh"]["action"]["type"] == "Action.Execute"


async def test_in_a_large_conversation_people_ask_for_it_themselves(bot: Here) -> None:
    bot.dispatch.replies["pause.refresh"] = lambda _: Ask(PAGE)
    mine = await _seen_by(replace(bot.pat, locale="cy-GB"), await _posted(bot), "manual")
    assert texts(mine["value"]).startswith("Mae rownd ar agor")


async def test_where_teams_does_not_ask_the_card_works_as_it_was_sent(bot: Here) -> None:
    bot.dispatch.replies["pause.answer"] = lambda _: Ask(FORM)
    form = await bot.pat.open(await _posted(bot), "My answer", MEETING)
    assert form.title == "Raise a concern"
    assert [one.event.verb for one in bot.dispatch.came] == ["pause.answer"]


def _over(_: Incoming) -> Reply:
    return Refuse({"": Plain("This pause is over.")})


@pytest.mark.parametrize("oid", ["pat", ""])
async def test_a_refusal_leaves_the_card_that_was_sent(bot: Here, oid: str) -> None:
    bot.dispatch.replies["pause.refresh"] = _over
    answer = await _seen_by(replace(bot.pat, oid=oid), await _posted(bot))
    # A message or a card would be shown in place of the one that stands there.
    assert (answer["statusCode"], answer["type"]) == (400, "application/vnd.microsoft.error")
    assert answer["value"]["message"]


async def test_other_cards_are_the_same_for_everybody(bot: Here) -> None:
    assert "refresh" not in await _posted(bot, replace(ROUND, buttons=ROUND.buttons[1:]))
