"""The Slack edge in front of a scripted dispatch, beside a local Slack; nothing is patched."""

from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from bot.core.admission import Incoming
from bot.core.dispatch import Reply
from bot.slack.app import SlackEdge, build_slack
from bot.slack.waits import Waits
from handlers.contract.outcomes import Ask, Refuse
from handlers.contract.people import Event, Place
from prompts.shapes import Button, Callout, Choice, Form, Long, Option, Section, Text, Tick, When
from prompts.words import Plain
from storage.directory.members import Seen
from storage.partnership import Partnership, PersonId
from tests.peers import fake_slack
from tests.peers.fake_slack import FakeSlack, person
from tests.peers.slack_payloads import JSON, SECRET, TEAM, answered, form, signed, submission
from tests.peers.unhurried import UNHURRIED

TEACHER, GUEST, WELSH = "U01TEACHER", "U02GUEST", "U03WELSH"
TOKEN = "a-token-of-22-characters"
MEETING = Place("slack:T01TEST:C01GEN", '{"channel": "C01GEN", "team": "T01TEST"}')
"""The channel in which the peers type and flag."""


def partnership() -> Partnership:
    """One school in one workspace."""
    agency = {
        "id": "school", "name": "Anytown School", "sector": "education", "nation": "england",
        "urgent": [{"name": "Police", "number": "999"}], "leads": [f"slack:{TEAM}:U09LEAD"],
        "roles": {"fallback": [f"slack:{TEAM}:U10HEAD"]}, "slack_workspaces": [TEAM],
    }  # fmt: skip
    return Partnership.model_validate({"id": "anytown", "name": "Anytown", "agencies": [agency]})


def options(*names: str) -> tuple[Option, ...]:
    return tuple(Option(name, Plain(name.title())) for name in names)


CONCERN = Form(
    title=Plain("Raise a concern"),
    verb="concern.send",
    token=TOKEN,
    submit=Plain("Send"),
    blocks=(Text(Plain("It takes a minute.")),),
    fields=(
        Choice(
            "danger",
            Plain("Is anyone in danger?"),
            options("no", "yes"),
            reveals={"yes": Callout(Plain("Ring 999 now."), "urgent")},
        ),
        Long("what", Plain("What happened?")),
        Choice("how", Plain("By what name?"), options("named", "anonymous")),
        Tick("tell_agency", Plain("Tell my agency"), when=When("how", "anonymous")),
    ),
)
DONE = Form(title=Plain("Sent"), blocks=(Text(Plain("A lead will read it.")),))
MINE = Form(
    title=Plain("My concerns"),
    sections=(Section(Plain("Raised"), buttons=(Button(Plain("Open"), "mine.open", "t1"),)),),
)
PAGE = Form(title=Plain("A concern"), buttons=(Button(Plain("Reply"), "thread.reply", "t1"),))


def sending(event: Event) -> Reply:
    """Like the real one: an empty answer is refused where it belongs, on the form itself."""
    if not event.one("what"):
        from dataclasses import replace

        return Ask(replace(CONCERN, errors={"what": Plain("Say what happened.")}))
    return Ask(DONE)


PAGES = "https://upstander.example/"


@dataclass
class Scripted:
    """A dispatch that replies as it is told, and remembers what was done."""

    replies: dict[str, Callable[[Event], Reply]] = field(default_factory=dict)
    done: list[Incoming] = field(default_factory=list)
    events: set[str] = field(default_factory=set)

    async def handle(self, incoming: Incoming) -> Reply:
        self.done.append(incoming)
        reply = self.replies.get(incoming.event.verb)
        return reply(incoming.event) if reply else Refuse({"": Plain("I don't know that.")})

    async def first_time(self, event_id: str) -> bool:
        new = event_id not in self.events
        self.events.add(event_id)
        return new

    @property
    def last(self) -> Incoming:
        return self.done[-1]


class Known:
    """A directory in memory."""

    def __init__(self) -> None:
        self.rows: dict[PersonId, Seen] = {}

    async def remember(self, members: Sequence[Seen]) -> None:
        self.rows.update({seen.person: seen for seen in members})

    async def forget(self, persons: Sequence[PersonId]) -> None:
        for one in persons:
            self.rows.pop(one, None)

    async def find(self, person: PersonId) -> Seen | None:
        return self.rows.get(person)

    async def everyone(self) -> list[Seen]:
        return list(self.rows.values())


@dataclass
class Desk:
    """The edge, and a way to post to it what Slack would."""

    edge: SlackEdge
    http: httpx.AsyncClient
    slack: FakeSlack
    dispatch: Scripted
    members: Known

    async def post(self, body: bytes, **headers: str) -> httpx.Response:
        """A signed form."""
        return await self.http.post("/slack/events", content=body, headers=signed(body) | headers)

    async def interact(self, payload: dict[str, Any]) -> httpx.Response:
        """A signed interaction."""
        return await self.post(form(payload))

    async def event(self, body: bytes, **headers: str) -> httpx.Response:
        """A signed event."""
        known = signed(body, JSON) | headers
        return await self.http.post("/slack/events", content=body, headers=known)

    async def send(self, user: str, view: dict[str, Any], **answers: Any) -> httpx.Response:
        """Someone fills a form in and sends it."""
        return await self.interact(submission(user, answered(view, answers)))


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    """A workspace with a teacher, a guest and someone who reads Welsh."""
    people = [
        person(TEACHER, "A Teacher"),
        person(GUEST, "A Guest", is_ultra_restricted=True),
        person(WELSH, "Athro", locale="cy-GB"),
        person("U08BOT", "Another bot", is_bot=True),
        person("U07GONE", "Left", deleted=True),
    ]
    async with fake_slack.running(people) as running:
        yield running


@pytest.fixture
def waits() -> Waits:
    """Slack is waited for; where a test is about its being slow, as long as in the product."""
    return UNHURRIED


@pytest.fixture
async def desk(slack: FakeSlack, waits: Waits) -> AsyncIterator[Desk]:
    """The edge over HTTP."""
    dispatch, members = Scripted(), Known()
    dispatch.replies = {
        "concern": lambda event: Ask(CONCERN),
        "concern.send": sending,
        "mine": lambda event: Ask(MINE),
        "mine.open": lambda event: Ask(PAGE),
        "thread.pick": lambda event: Ask(PAGE),
    }
    edge = build_slack(
        bot_token="xoxb-test", signing_secret=SECRET, app_token="", api_url=slack.api,
        dispatch=dispatch, partnership=partnership(), members=members, pace=0, waits=waits,
        pages=PAGES,
    )  # fmt: skip
    await edge.start()
    await slack.until("users.list")  # whom the file names was looked for by then
    app = Starlette(routes=[edge.route()])
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="https://bot.example") as http:
        yield Desk(edge, http, slack, dispatch, members)
    await edge.stop()
    assert slack.refused == []
