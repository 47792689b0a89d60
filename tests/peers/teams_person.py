"""A person at a Teams client: types, presses buttons, fills in dialogs, as the client lets them."""

import itertools
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import httpx

from tests.peers.fake_teams import CLIENT_ID, TENANT, FakeTeams

Json = dict[str, Any]
PATH = "/teams/messages"
_ids = itertools.count(1)


class NotSentError(Exception):
    """The client didn't send: a question that must be answered, or an answer that can't be."""


@dataclass
class Dialog:
    """An open dialog."""

    person: "Person"
    title: str
    card: Json
    asks: str
    """The invoke that its buttons make."""
    where: Json

    async def press(self, title: str, **answers: str) -> "Dialog":
        """Fills in the inputs and presses a button."""
        action = button(self.card, title)
        data = dict(action["data"])
        if action.get("associatedInputs") != "none":
            data |= filled_in(self.card, answers)
        value: Json = {"data": data}
        if self.asks.startswith("composeExtension"):
            value |= {"commandId": "concern", "commandContext": "compose"}
        return await self.person.dialog(self.asks, value, self.asks, self.where)


@dataclass
class Person:
    """Somebody with an account; without `oid`, somebody who joined a meeting anonymously."""

    http: httpx.AsyncClient
    teams: FakeTeams
    name: str = "Pat"
    oid: str = "pat"
    tenant: str = TENANT
    locale: str = "en-GB"
    where: Json = field(default_factory=dict)

    @property
    def user(self) -> str:
        """Their id for the bot."""
        return f"29:{self.oid or 'anonymous'}"

    @property
    def chat(self) -> str:
        """Their one-to-one conversation with the bot."""
        return f"a:1-{self.oid}"

    def activity(self, type_: str, where: Json | None = None, **rest: Any) -> Json:
        """An activity of theirs, as the connector sends it."""
        sender: Json = {"id": self.user, "name": self.name}
        if self.oid:
            sender["aadObjectId"] = self.oid
        personal = {"id": self.chat, "conversationType": "personal", "tenantId": self.tenant}
        return {
            "type": type_,
            "id": f"f:{next(_ids)}",
            "channelId": "msteams",
            "serviceUrl": self.teams.service_url,
            "from": sender,
            "recipient": {"id": f"28:{CLIENT_ID}", "name": "Upstander"},
            "conversation": where or self.where or personal,
            "channelData": {"tenant": {"id": self.tenant}},
            "locale": self.locale,
            **rest,
        }

    async def post(self, activity: Json, authorization: str | None = None) -> httpx.Response:
        """Sends it to the bot, with a good token unless another is given."""
        bearer = f"Bearer {self.teams.mint.good()}" if authorization is None else authorization
        headers = {"content-type": "application/json", "authorization": bearer}
        if not bearer:
            del headers["authorization"]
        return await self.http.post(PATH, content=json.dumps(activity), headers=headers)

    async def install(self) -> httpx.Response:
        """Adds the app for themselves."""
        self.teams.installed[self.chat] = self.user
        self.listed()
        return await self.post(self.activity("installationUpdate", action="add"))

    def listed(self, **more: str) -> None:
        """Every roster they are in shows them like this, unless it was told otherwise."""
        account = {"name": self.name, "aadObjectId": self.oid, "tenantId": self.tenant}
        self.teams.roster.setdefault(self.user, account | {"userRole": "user"} | more)

    async def uninstall(self) -> httpx.Response:
        """Takes it out."""
        self.teams.installed.pop(self.chat, None)
        return await self.post(self.activity("installationUpdate", action="remove"))

    async def types(self, text: str, where: Json | None = None) -> httpx.Response:
        """Writes a message to the bot, or one that mentions it."""
        return await self.post(self.activity("message", where, text=text))

    async def press(self, card: Json, title: str, where: Json | None = None) -> "Dialog | str":
        """Presses a button in a message: a dialog opens, or a short text shows."""
        action = button(card, title)
        if action["type"] == "Action.Execute":
            pressed = {name: action[name] for name in ("type", "verb", "data")}
            body = await self.invoke("adaptiveCard/action", {"action": pressed}, where)
            return str(body["value"])
        if action["data"].get("msteams") != {"type": "task/fetch"}:
            raise NotSentError("This button would only write a message.")
        return await self.dialog("task/fetch", {"data": action["data"]}, "task/submit", where)

    async def open(self, card: Json, title: str, where: Json | None = None) -> Dialog:
        """Presses a button that opens a dialog."""
        opened = await self.press(card, title, where)
        if isinstance(opened, str):
            raise NotSentError("No dialog opened.")
        return opened

    async def flag(self, link: str | None, where: Json) -> Dialog:
        """Chooses "Flag this message" in a message's menu."""
        payload = {"id": "1700", "linkToMessage": link, "body": {"content": "secret words"}}
        value = {
            "commandId": "flag",
            "commandContext": "message",
            "messagePayload": payload,
        }
        submit = "composeExtension/submitAction"
        return await self.dialog("composeExtension/fetchTask", value, submit, where)

    async def dialog(self, name: str, value: Json, then: str, where: Json | None) -> Dialog:
        """An invoke that is answered by a dialog."""
        body = await self.invoke(name, value, where)
        task = body["task"]
        if task["type"] != "continue":
            raise NotSentError("The dialog closed.")
        shown = task["value"]
        return Dialog(self, shown["title"], shown["card"]["content"], then, where or {})

    async def invoke(self, name: str, value: Json, where: Json | None = None) -> Json:
        """An invoke; its answer must be 200 and JSON, or the client says so."""
        answer = await self.post(self.activity("invoke", where, name=name, value=value))
        if answer.status_code != 200:
            raise NotSentError(f"Something went wrong ({answer.status_code}).")
        body: Json = answer.json()
        return body


def everything(node: Any) -> list[Json]:
    """Every element of a card, however deep."""
    if isinstance(node, list):
        return [found for part in node for found in everything(part)]
    if not isinstance(node, dict):
        return []
    return [node, *(found for part in node.values() for found in everything(part))]


def button(card: Json, title: str) -> Json:
    """The button with this title."""
    for element in everything(card):
        if str(element.get("type", "")).startswith("Action.") and element.get("title") == title:
            return element
    raise NotSentError(f"There is no button {title!r}.")


def texts(card: Json) -> str:
    """All a card says, line by line."""
    said: list[str] = []
    for element in everything(card):
        if element.get("type") in {"TextBlock", "TextRun"}:
            said.append(element["text"])
        elif str(element.get("type", "")).startswith("Input."):
            said.append(element["label"])
    return "\n".join(said)


def filled_in(card: Json, answers: Mapping[str, str]) -> dict[str, str]:
    """What the client sends along for the inputs, after its own checks."""
    inputs = [e for e in everything(card) if str(e.get("type", "")).startswith("Input.")]
    unknown = set(answers) - {element["id"] for element in inputs}
    if unknown:
        raise NotSentError(f"There is no question {sorted(unknown)}.")
    return {e["id"]: _checked(e, answers.get(e["id"], e.get("value", ""))) for e in inputs}


def _checked(asked: Json, answer: str) -> str:
    if asked.get("isRequired") and not answer:
        raise NotSentError(asked["errorMessage"])
    if len(answer) > asked.get("maxLength", len(answer)):
        raise NotSentError("Too long.")
    if asked["type"] == "Input.ChoiceSet" and answer:
        offered = {choice["value"] for choice in asked["choices"]}
        given = set(answer.split(",")) if asked.get("isMultiSelect") else {answer}
        if not given <= offered:
            raise NotSentError("That can't be chosen.")
    return answer
