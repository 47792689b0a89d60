"""People in a meeting at Slack or Teams, each by their platform's real way in, and its cards."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from prompts.words import say, speak
from tests.peers import slack_payloads as slack_says
from tests.peers.teams_person import Dialog, Person, everything
from tests.privacy.hands import TeamsHand
from tests.privacy.people import COLLEAGUES, Someone
from tests.privacy.world import World

Json = dict[str, Any]
HALF_IN_TEAMS = tuple(who for who in COLLEAGUES if who.platform == "teams")
CHANNEL = "C01GEN"
CHAT = {"id": "19:meeting_b2@thread.v2", "conversationType": "groupChat"}
THREAD = {"id": "19:team_c3@thread.tacv2;messageid=1700", "conversationType": "channel"}
TABLE = "We want to end the weekly visits."
PAUSE = {"kind": "voices", "what": TABLE, "by": "alone", "minutes": "2"}
ROUND = timedelta(minutes=2)


def said(id: str, language: str = "en") -> str:
    """What people read."""
    return speak(say(id), language)


def words_of(surface: Json) -> str:
    """All that stands there, line by line."""
    found = (element["text"] for element in everything(surface) if "text" in element)
    return "\n".join(text for text in found if isinstance(text, str))


def counted(surface: Json) -> list[str]:
    """The picture in words, from calm to alarm, in either language."""
    return [f"{n} / {of}" for n, of in re.findall(r"\b(\d+) (?:of|o) (\d+)\b", words_of(surface))]


@dataclass
class InSlack:
    """Somebody at Slack, in the meeting's channel: signed payloads, and the modals they bring."""

    here: World
    who: Someone
    view: Json = field(default_factory=dict)

    @property
    def card(self) -> Json:
        """The newest card in the channel."""
        return self.here.peers.slack.messages[CHANNEL][-1]

    async def types(self, command: str) -> Json:
        """A slash command."""
        await self._post(slack_says.command(self.who.bare, command))
        return self._sees()

    async def takes(self, shortcut: str) -> Json:
        """A shortcut beside the message box: Slack doesn't say where that was."""
        payload = slack_says.shortcut(self.who.bare) | {"callback_id": shortcut}
        await self._post(slack_says.form(payload))
        return self._sees()

    async def presses(self, title: str, surface: Json | None = None) -> Json:
        """A button of the channel's card, or of the modal that is open."""
        within = surface or self.card
        pressed = next(
            e for e in everything(within)
            if e.get("type") == "button" and e["text"]["text"] == title
        )  # fmt: skip
        payload = slack_says.press(self.who.bare, pressed, surface)
        if surface is None:
            payload |= {"container": {"type": "message", "channel_id": CHANNEL}}
        await self._post(slack_says.form(payload))
        return self._sees()

    async def fills(self, **answers: str) -> Json:
        """The modal's form."""
        given: dict[str, str | list[str]] = {**answers}
        view = slack_says.answered(self.view, given)
        answer = await self._post(slack_says.form(slack_says.submission(self.who.bare, view)))
        assert answer["response_action"] == "update", answer
        self.view = self.view | answer["view"]
        return self.view

    async def _post(self, body: bytes) -> Json:
        headers = slack_says.signed(body, slack_says.FORM)
        answer = await self.here.http.post("/slack/events", content=body, headers=headers)
        assert answer.status_code == 200
        return dict(answer.json()) if answer.text else {}

    def _sees(self) -> Json:
        self.view = self.here.peers.slack.view
        return self.view


@dataclass
class InTeams:
    """Somebody at Teams, in the meeting's chat or channel."""

    here: World
    who: Someone
    where: Mapping[str, str]

    @property
    def person(self) -> Person:
        """At their client."""
        hand = self.here.hand(self.who)
        assert isinstance(hand, TeamsHand)
        return hand.person

    @property
    def card(self) -> Json:
        """The newest card in the conversation, as it was sent."""
        return self.here.peers.teams.last(self.where["id"].partition(";")[0])

    def comes(self) -> None:
        """Somebody adds the app to the conversation."""
        self.here.peers.teams.installed[self.where["id"].partition(";")[0]] = ""

    async def types(self, text: str, button: str) -> Dialog:
        """A message that mentions the bot, and the button of the card that answers it."""
        await self.person.types(f"<at>Upstander</at> {text}", dict(self.where))
        launcher = self.here.peers.teams.last(self.where["id"])
        return await self.person.open(launcher, button, dict(self.where))

    async def presses(self, title: str, card: Json | None = None) -> Dialog:
        """A button of the card: as it was sent, unless Teams has brought a newer one."""
        return await self.person.open(card or self.card, title, dict(self.where))

    async def refreshed(self) -> Json:
        """The card that Teams brings by itself, to them alone."""
        action = self.card["refresh"]["action"]
        asked = {name: action[name] for name in ("type", "verb", "data")}
        value = {"action": asked, "trigger": "automatic"}
        answer = await self.person.invoke("adaptiveCard/action", value, dict(self.where))
        assert answer["statusCode"] == 200, answer
        return dict(answer["value"])
