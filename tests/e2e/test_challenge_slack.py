"""A challenge in an independent Slack: up the ladder to settled, and back by a code."""

import json
import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.e2e.slack_screen import (
    Json,
    Mode,
    Screen,
    button,
    conversation,
    fill,
    said,
    town,
    unfold,
)
from tests.e2e.slack_town import school
from tests.peers.local_slack import LEAD, OTHER_LEAD, TEACHER, TEAM, LocalSlack

pytestmark = pytest.mark.slack_peer

WHAT = "Nobody has seen them for three weeks"
ANSWERS = {
    "danger": "no",
    "decision": "Closing the case",
    "agency": "school",
    "owner": "A Lead",
    "topic": "voice-missing",
    "ask": "see them alone first",
    "level": "challenge",
    "how": "confidence",  # by which it goes out at once, and no fold is to be opened
}
ANYTOWN = school(TEAM, LEAD, OTHER_LEAD, reviewer=OTHER_LEAD)
CODE = re.compile(r"[0-9A-HJKMNP-TV-Z]{5}(?:-[0-9A-HJKMNP-TV-Z]{5}){3}")


@dataclass
class Desk:
    """Three people's screens: the challenger, the owner of the decision, and a reviewer."""

    slack: LocalSlack
    screen: Screen
    channels: dict[str, str]
    cards: dict[str, Json] = field(default_factory=dict)

    async def card(self, user: str, *words: str) -> Json:
        """The next card in somebody's conversation with the bot that says this."""
        sent = await self.screen.shown("message", self.channels[user], *words)
        self.cards[user] = sent["message"]
        return self.cards[user]

    async def press(self, user: str, surface: Json, words: str) -> None:
        """A button, wherever it stands.

        local-slack has no presses inside modals or Home: the same button, pressed from a card.
        """
        anchor = self.cards.get(user) or next(iter(self.cards.values()))
        pressed = button(surface, said(words))
        await self.slack.press(user, anchor["channel"], anchor["ts"], pressed)

    async def challenges(self, *folded: str, **more: str) -> Json:
        """The command, the form, what is folded away in it, what is missing, the sentence: gives
        the last page."""
        await self.slack.command("/challenge", user=TEACHER)
        view = await self.screen.modal(said("challenge-title"), said("challenge-next"))
        # In so small a workspace it is soon clear who it was, and the form says so.
        given = {**ANSWERS, **more, "anyway": "yes"}
        for name in folded:
            given[name] = "yes"
            await unfold(self.slack, TEACHER, view, name, **given)
            view = await self.screen.modal(said("steps-open"))
        await fill(self.slack, TEACHER, view, **given)
        errors = await self.screen.shown("view_errors")
        assert errors["errors"] == {"field:what": said("missing-what")}
        await fill(self.slack, TEACHER, view, **given, what=WHAT)
        view = await self.screen.modal(
            said("sentence-note"), f"This is what I saw or heard: {WHAT}"
        )
        await fill(self.slack, TEACHER, view, **given, what=WHAT, sentence=sentence_in(view))
        return await self.screen.modal(said("challenge-sent-title"))

    async def answers(self, user: str, card: Json, verdict: str, why: str) -> None:
        """Whoever is asked answers from their card."""
        assert WHAT not in json.dumps(card)
        await self.press(user, card, "button-open")
        await self.screen.modal(WHAT)
        await self.press(user, card, "button-verdict")
        view = await self.screen.modal(said("verdict-title"))
        await fill(self.slack, user, view, verdict=verdict, text=why)
        await self.screen.modal(said("verdict-done-title"))

    async def opens(self, why: str) -> Json:
        """The challenger, from Home to the answer: it stands behind its one button."""
        await self.slack.open_home(TEACHER)
        home = (await self.screen.shown("home", said("mine-title")))["view"]
        assert WHAT not in json.dumps(home)
        await self.press(TEACHER, home, "quiet-button")
        listed = await self.screen.modal(said("quiet-title"))
        await self.press(TEACHER, listed, "button-open")
        return await self.screen.modal(why, said("settled-question"))

    async def opens_with(self, code: str, *words: str) -> Json:
        """Somebody types the command and the code."""
        await self.slack.command("/receipt", user=TEACHER)
        view = await self.screen.modal(said("receipt-title"))
        await fill(self.slack, TEACHER, view, code=code)
        return await self.screen.modal(*words)

    async def not_settled(self, page: Json) -> None:
        """The challenger says that the answer doesn't settle it."""
        await self.press(TEACHER, page, "button-unsettled")
        await self.screen.modal(said("unsettled-challenge"))


def sentence_in(view: Json) -> str:
    """What was drafted."""
    asked = (b["element"] for b in view["blocks"] if b["type"] == "input")
    return next(str(e["initial_value"]) for e in asked if e["action_id"] == "sentence")


@pytest.mark.parametrize("mode", ["events", "socket"])
async def test_from_a_slash_command_up_the_ladder_to_settled(tmp_path: Path, mode: Mode) -> None:
    async with town(tmp_path, mode, ANYTOWN) as (slack, core):
        people = (TEACHER, LEAD, OTHER_LEAD)
        channels = {user: await conversation(core, user) for user in people}
        desk = Desk(slack, Screen(slack), channels)
        await desk.challenges()
        card = await desk.card(LEAD, "is challenged")
        await desk.answers(LEAD, card, "keep", "It stays.")
        await desk.card(TEACHER, said("news-title"))
        await desk.not_settled(await desk.opens("It stays."))

        card = await desk.card(OTHER_LEAD, "with fresh eyes")
        await desk.answers(OTHER_LEAD, card, "adapt", "See them first.")
        await desk.not_settled(await desk.opens("See them first."))

        card = await desk.card(OTHER_LEAD, said("button-adopt"))
        await desk.press(OTHER_LEAD, card, "button-adopt")
        await desk.screen.modal(said("adopted-now"), "Another Lead, who carries it on")
        card = await desk.card(LEAD, "has come to your stage")
        await desk.answers(LEAD, card, "change", "We see them on Friday.")
        page = await desk.opens("We see them on Friday.")
        await desk.press(TEACHER, page, "button-settled")
        await desk.screen.modal(said("settled-done"))
        await desk.card(LEAD, said("card-settled"))
        assert await core.keyring.refs() == set()


async def test_back_by_a_code_alone(tmp_path: Path) -> None:
    async with town(tmp_path, "events", ANYTOWN) as (slack, core):
        channels = {user: await conversation(core, user) for user in (TEACHER, LEAD)}
        desk = Desk(slack, Screen(slack), channels)
        sent = await desk.challenges(
            "change_release", how="anonymous", release="now", replies="receipt"
        )
        (code,) = set(CODE.findall(json.dumps(sent)))
        card = await desk.card(LEAD, "is challenged")
        await desk.answers(LEAD, card, "keep", "It stays.")
        page = await desk.opens_with(code.lower(), "It stays.", said("settled-question"))
        await desk.press(TEACHER, page, "button-settled")
        await desk.screen.modal(said("settled-done"))
        await slack.command("/receipt", user=TEACHER)
        view = await desk.screen.modal(said("receipt-title"))
        await fill(slack, TEACHER, view, code=code)
        errors = await desk.screen.shown("view_errors")
        assert errors["errors"] == {"field:code": said("receipt-nothing")}
        for channel in channels.values():
            assert code not in json.dumps(await slack.messages(channel))
