"""Mutated Slack payloads that are signed, and mutated Teams activities whose token is good.

None may get a 5xx (but 501 for an invoke that isn't ours), and none may leave a row, save that an
event was seen. What happens to remain an ordinary request does its ordinary work: which tables that
touches stands beside each seed.
"""

import json
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlencode

import httpx

from storage.keyring.tables import keyring_metadata
from storage.schema import main_metadata
from tests.core.anytown import Dump, rows
from tests.edge.mutations import many, torn
from tests.edge.teams.shapes import GIVEN, fetch
from tests.peers import slack_payloads as slack
from tests.peers.teams_person import PATH, Person
from tests.privacy.hands import TeamsHand
from tests.privacy.people import on
from tests.privacy.world import World

Json = dict[str, Any]
SEEN = "seen_event"
"""The table of what was seen before."""
ASKS: frozenset[str] = frozenset()
MEETS = frozenset(("member", "departed"))
"""Somebody installs it, under whatever name, agency or language the activity tells; or they take
it away, and have left until they are back."""
SENDS = frozenset((*main_metadata.tables, *keyring_metadata.tables)) - MEETS
"""A form that is complete all the same is a concern."""
GROUP = {"id": "19:group@thread.v2", "conversationType": "groupChat"}


@dataclass(frozen=True)
class Seed:
    """Something that a platform sends, and which tables it may touch."""

    name: str
    whole: Json = field(repr=False)
    kind: str = slack.FORM
    touches: frozenset[str] = ASKS


@dataclass
class Found:
    """What came of it."""

    answers: Counter[int] = field(default_factory=Counter)
    failed: list[str] = field(default_factory=list)
    touched: dict[str, set[str]] = field(default_factory=dict)

    def say(self) -> str:
        """What it came to, in a line."""
        counted = ", ".join(f"{status}: {n:,}" for status, n in sorted(self.answers.items()))
        return f"{sum(self.answers.values()):,} mutations ({counted})"


async def at_slack(here: World, number: int, seed: int) -> Found:
    """So many signed requests to Slack's door."""
    chance, found = random.Random(seed), Found()
    seeds = await slack_seeds(here)
    for each in seeds:
        before = await dump(here)
        for whole in many(each.whole, number // len(seeds), chance):
            body = torn(_body(whole, each.kind), chance)
            answer = await here.http.post(
                "/slack/events", content=body, headers=slack.signed(body, _type(each.kind))
            )
            _note(found, each, answer, body)
        await _compare(here, each, before, found)
    return found


async def at_teams(here: World, number: int, seed: int) -> Found:
    """So many authenticated activities to Teams' door."""
    chance, found = random.Random(seed), Found()
    hand = here.hand(on("teams")[0])
    assert isinstance(hand, TeamsHand)
    headers = {"content-type": slack.JSON,
               "authorization": f"Bearer {hand.person.teams.mint.good()}"}  # fmt: skip
    seeds = teams_seeds(hand.person)
    for each in seeds:
        before = await dump(here)
        for whole in many(each.whole, number // len(seeds), chance):
            body = torn(json.dumps(whole).encode(), chance)
            answer = await here.http.post(PATH, content=body, headers=headers)
            _note(found, each, answer, body)
        await _compare(here, each, before, found)
    return found


def _note(found: Found, seed: Seed, answer: httpx.Response, body: bytes) -> None:
    status = answer.status_code
    found.answers[status] += 1
    if status >= 500 and not (status == 501 and seed.whole.get("type") == "invoke"):
        found.failed.append(f"{status} {seed.name}: {body[:3000]!r}")


async def dump(here: World) -> Dump:
    """Every row of both stores."""
    main = await rows(here.core.engine, main_metadata)
    return main | await rows(here.core.keyring.engine, keyring_metadata)


async def _compare(here: World, seed: Seed, before: Dump, found: Found) -> None:
    await here.core.ticks.drain()
    after = await dump(here)
    changed = {name for name in after if after[name] != before[name]} - {SEEN} - seed.touches
    if changed:
        found.touched[seed.name] = changed


def _type(kind: str) -> str:
    return slack.FORM if kind == "command" else kind


def _body(whole: Json, kind: str) -> bytes:
    if kind == slack.JSON:
        return json.dumps(whole).encode()
    if kind == slack.FORM:
        return slack.form(whole)
    texts = {str(k): v if isinstance(v, str) else json.dumps(v) for k, v in whole.items()}
    return urlencode(texts, errors="replace").encode()


async def slack_seeds(here: World) -> list[Seed]:
    """Every kind of payload, as it was recorded, made by somebody of this workspace."""
    who = on("slack")[0].bare
    typed = slack.command(who, "/concern", text="not looked at")
    answer = await here.http.post("/slack/events", content=typed, headers=slack.signed(typed))
    assert answer.status_code == 200
    view = here.peers.slack.view
    filled = slack.answered(view, {"danger": "no", "what": "I saw it.", "how": "named"})
    button = {"action_id": "press:x", "text": {"type": "plain_text", "text": "x"}}
    mine, asked = button | {"value": "mine"}, button | {"value": "concern"}
    meant = {"response_url": here.peers.slack.response_url}
    events = (
        ("message", {"channel": "D01", "channel_type": "im", "text": "Hello"}),
        ("message", {"channel": "D01", "channel_type": "im", "subtype": "file_share"}),
        ("app_mention", {"channel": "C01GEN", "text": "<@U0BOT> hello"}),
        ("app_home_opened", {"tab": "home"}),
    )
    return [
        Seed("a command", dict(parse_qsl(typed.decode(), keep_blank_values=True)), "command"),
        Seed("a shortcut", slack.shortcut(who)),
        Seed("a flagged message", slack.flag(who, "C01GEN", "strategy-meeting") | meant),
        Seed("a press in a message", slack.press(who, asked) | meant),
        Seed("a press in a page", slack.press(who, mine, view)),
        Seed("an answer", slack.chosen(who, filled, "field:how")),
        Seed("an empty form", slack.submission(who, slack.answered(view, {}))),
        Seed("a form", slack.submission(who, filled), touches=SENDS),
        *(Seed(kind, json.loads(slack.event(who, kind, **more)), slack.JSON)
          for kind, more in events),
    ]  # fmt: skip


def teams_seeds(who: Person) -> list[Seed]:
    """Every kind of activity, in the shapes that Microsoft documents."""
    return [Seed(name, whole, touches=touches) for name, whole, touches in _activities(who)]


def _activities(who: Person) -> Iterator[tuple[str, Json, frozenset[str]]]:
    data: Json = {
        "verb": "concern.send", "action": "concern.send", "subject": "", "token": "x" * 22,
        "asked": ["danger", "what", "how"], "several": [], "ticks": [], "danger": "no",
        "what": "", "how": "named", "carry": {"link": "", "tells": "yes"},
    }  # fmt: skip
    opens = {"verb": "concern", "action": "concern", "msteams": {"type": "task/fetch"}}
    execute = {"type": "Action.Execute", "verb": "mine", "data": {"verb": "mine"}}

    def invoke(name: str, value: Json, where: Json | None = None) -> Json:
        return who.activity("invoke", where, name=name, value=value)

    yield "typed", who.activity("message", text="concern", textFormat="plain"), ASKS
    yield "a reaction", who.activity("messageReaction", reactionsAdded=[{"type": "like"}]), ASKS
    for message in ("as it is", "with a reaction", "from a bot"):
        value = fetch("message", GIVEN[message])
        yield message, invoke("composeExtension/fetchTask", value, GROUP), ASKS
    compose = fetch("commandBox", command="concern")
    yield "compose", invoke("composeExtension/fetchTask", compose), ASKS
    yield "a dialog", invoke("task/fetch", {"data": opens, "context": {"theme": "dark"}}), ASKS
    yield "a card", invoke("adaptiveCard/action", {"action": execute, "trigger": "manual"}), ASKS
    for name in ("task/submit", "composeExtension/submitAction"):
        yield f"an empty form by {name}", invoke(name, {"data": data}), ASKS
    yield "a form", invoke("task/submit", {"data": data | {"what": "I saw it."}}), SENDS
    added = [{"id": who.user, "aadObjectId": who.oid}]
    yield "installed", who.activity("installationUpdate", action="add"), MEETS
    yield "uninstalled", who.activity("installationUpdate", action="remove"), MEETS
    yield "added", who.activity("conversationUpdate", membersAdded=added), MEETS
