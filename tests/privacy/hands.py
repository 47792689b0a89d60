"""A person's hands on each platform: the same presses and forms, each through the real way in."""

import html
import json
import re
from typing import Any, Protocol

import httpx

from bot.core.waiting.bodies import cards
from bot.web.client import WebClient, slug_of
from handlers.registry import only_asks
from prompts.shapes import Card
from tests.peers import slack_payloads as slack_says
from tests.peers.fake_slack import FakeSlack, direct
from tests.peers.fake_teams import FakeTeams
from tests.peers.teams_person import Dialog, Person, everything
from tests.privacy.people import Someone

Json = dict[str, Any]
ORIGIN = "http://127.0.0.1:8750"
OWN_LISTENER = "http://127.0.0.1:8751"


class Hand(Protocol):
    """What one person does; each gives the page they then see, as text."""

    async def press(self, verb: str, subject: str = "") -> str: ...

    async def fill(self, answers: dict[str, str]) -> str: ...

    def messages(self) -> list[str]:
        """What stands in their conversation with the bot."""
        ...

    def subject(self, page: str, verb: str) -> str:
        """Which thread the page's button of this verb is about."""
        ...


class SlackHand:
    """Signed payloads to the Slack edge; pages are what the local Slack was told to show."""

    def __init__(self, http: httpx.AsyncClient, slack: FakeSlack, who: Someone) -> None:
        self._http, self._slack, self._user = http, slack, who.bare
        self._view: Json = {}

    async def press(self, verb: str, subject: str = "") -> str:
        if verb in {"concern", "challenge", "mine", "receipt"} and not subject:
            body = slack_says.command(self._user, f"/{verb}", text="not looked at")
            await self._post(body, slack_says.FORM)
        else:
            text = {"type": "plain_text", "text": "Press"}
            button = {"action_id": "press:x", "text": text, "value": f"{verb} {subject}".strip()}
            await self._interact(slack_says.press(self._user, button))
        return self._see()

    async def fill(self, answers: dict[str, str]) -> str:
        known: dict[str, str | list[str]] = {**_begun(self._view), **answers}
        while fold := next((name for name in _folds(self._view) if name not in known), ""):
            known[fold] = "yes"
            view = slack_says.answered(self._view, _asked(self._view, known))
            await self._interact(slack_says.chosen(self._user, view, f"tick:{fold}"))
            self._see()
        view = slack_says.answered(self._view, _asked(self._view, known))
        if "how" in answers:
            await self._interact(slack_says.chosen(self._user, view, "field:how"))
            self._see()
            view = slack_says.answered(self._view, _asked(self._view, known))
        answer = await self._interact(slack_says.submission(self._user, view))
        self._view |= answer.json().get("view", {}) if answer.text else {}
        return answer.text

    async def _interact(self, payload: Json) -> httpx.Response:
        return await self._post(slack_says.form(payload), slack_says.FORM)

    async def _post(self, body: bytes, kind: str) -> httpx.Response:
        headers = slack_says.signed(body, kind)
        answer = await self._http.post("/slack/events", content=body, headers=headers)
        assert answer.status_code == 200, answer.status_code
        return answer

    def _see(self) -> str:
        self._view = self._slack.view
        return json.dumps(self._view)

    def messages(self) -> list[str]:
        return [json.dumps(message) for message in self._slack.messages[direct(self._user)]]

    def subject(self, page: str, verb: str) -> str:
        return str(re.findall(rf'"value": "{re.escape(verb)} ([\w-]+)"', page)[-1])


def _begun(view: Json) -> dict[str, str]:
    """What stands in the form already."""
    asked = [b["element"] for b in view["blocks"] if b["type"] == "input"]
    return {e["action_id"]: e["initial_value"] for e in asked if e.get("initial_value")}


def _folds(view: Json) -> list[str]:
    """What opens lines behind which there are more questions."""
    ids = [str(b.get("block_id", "")) for b in view["blocks"]]
    return [id.removeprefix("tick:") for id in ids if id.startswith("tick:change_")]


def _asked(view: Json, answers: dict[str, str | list[str]]) -> dict[str, str | list[str]]:
    names = {b["element"]["action_id"] for b in view["blocks"] if b["type"] == "input"}
    return {name: answer for name, answer in answers.items() if name in names}


class MarkedPerson(Person):
    """Somebody on Teams whose activities carry their e-mail address too, as some do."""

    email = ""

    def activity(self, type_: str, where: Json | None = None, **rest: Any) -> Json:
        made = super().activity(type_, where, **rest)
        return {**made, "from": {**made["from"], "email": self.email}}


class TeamsHand:
    """Activities with a good token to the Teams edge; pages are its dialogs."""

    def __init__(self, http: httpx.AsyncClient, teams: FakeTeams, who: Someone) -> None:
        self._teams = teams
        self.person = MarkedPerson(http, teams, name=who.name, oid=who.bare)
        self.person.email = who.email
        self._dialog: Dialog | None = None

    async def press(self, verb: str, subject: str = "") -> str:
        data = {"verb": verb, "action": verb, "subject": subject}
        if verb == "thread.pick":
            action = {"type": "Action.Execute", "verb": verb, "data": data}
            said = await self.person.invoke("adaptiveCard/action", {"action": action})
            return json.dumps(said)
        opened = self.person.dialog("task/fetch", {"data": data}, "task/submit", None)
        return self._see(await opened)

    async def fill(self, answers: dict[str, str]) -> str:
        assert self._dialog is not None
        actions = self._dialog.card["actions"]
        send = next(a["title"] for a in actions if "token" in a["data"])
        asked = {
            e["id"]
            for e in everything(self._dialog.card)
            if str(e.get("type")).startswith("Input.")
        }
        known = {name: answer for name, answer in answers.items() if name in asked}
        return self._see(await self._dialog.press(send, **known))

    def _see(self, dialog: Dialog) -> str:
        self._dialog = dialog
        return json.dumps(dialog.card)

    def messages(self) -> list[str]:
        return [json.dumps(sent.activity) for sent in self._teams.to(self.person.chat)]

    def subject(self, page: str, verb: str) -> str:
        pressed = rf'"verb": "{re.escape(verb)}", "subject": "([\w-]+)"'
        return str(re.findall(pressed, page)[-1])


class HeardClient(WebClient):
    """Remembers every card that it was ever given: the page leaves out what only leads home."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.heard: dict[str, dict[str, Card]] = {}

    async def send(self, address: str, card: Card, language: str) -> str:
        """Puts it on top, and remembers it."""
        ref = await super().send(address, card, language)
        heard = self.heard.setdefault(slug_of(address), {})
        heard[f"{ref} {len(heard)}"] = card
        return ref

    async def update(self, address: str, ref: str, card: Card, language: str) -> None:
        """Replaces it in both."""
        await super().update(address, ref, card, language)
        heard = self.heard.get(slug_of(address), {})
        heard.update({name: card for name in heard if name.startswith(f"{ref} ")})


class WebHand:
    """The web's pages, as a browser asks for them."""

    def __init__(self, http: httpx.AsyncClient, client: HeardClient, who: Someone) -> None:
        self._http, self._client, self._slug = http, client, who.bare
        self._home = f"/as/{who.bare}"
        self._verb = self._token = self._subject = ""
        self._begun: dict[str, str] = {}

    async def press(self, verb: str, subject: str = "") -> str:
        if only_asks(verb):
            query = {"subject": subject} if subject else {}
            answer = await self._http.get(f"{self._home}/do/{verb}", params=query)
        else:
            answer = await self._post(verb, {"_subject": subject})
        return self._see(answer)

    async def fill(self, answers: dict[str, str]) -> str:
        hidden = {"_subject": self._subject, "_token": self._token}
        return self._see(await self._post(self._verb, {**hidden, **self._begun, **answers}))

    async def _post(self, verb: str, fields: dict[str, str]) -> httpx.Response:
        headers = {"origin": ORIGIN}
        return await self._http.post(f"{self._home}/do/{verb}", data=fields, headers=headers)

    def _see(self, answer: httpx.Response) -> str:
        assert answer.status_code in {200, 303}, (answer.status_code, answer.text)
        page = html.unescape(answer.text)
        if form := re.search(r'class="main"[^>]* action="[^"]*/do/([\w.-]+)"', page):
            self._verb = form[1]
            self._token = re.findall(r'name="_token" value="([^"]*)"', page)[0]
            self._subject = re.findall(r'name="_subject" value="([^"]*)"', page)[0]
            written = re.findall(
                r'<textarea[^>]* name="(\w+)"[^>]*>\s*(.*?)</textarea>', page, re.DOTALL
            )
            self._begun = dict(written)
        return page

    def messages(self) -> list[str]:
        # All of them: the page leaves out those that only lead home.
        heard = self._client.heard.get(self._slug, {})
        return [cards.dump_json(card).decode() for card in heard.values()]

    def subject(self, page: str, verb: str) -> str:
        pressed = rf'/do/{re.escape(verb)}(?:\?subject=|"><input[^>]*value=")([\w-]+)'
        on_card = rf'"verb":"{re.escape(verb)}","subject":"([\w-]+)'
        return str((re.findall(pressed, page) or re.findall(on_card, page))[-1])
