"""Teams mounted on an app, with a dispatcher that answers what the test tells it to."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import httpx
from starlette.applications import Starlette

from bot.core.admission import Incoming
from bot.core.dispatch import Reply
from bot.teams.app import TeamsEdge, build_teams
from handlers.contract.outcomes import Ask, Refuse
from prompts.shapes import Button, Card, Choice, Form, Line, Long, Option, Several, Text, Tick
from prompts.words import Plain
from storage.directory.members import Seen
from storage.partnership import Partnership, PersonId
from tests.peers.fake_teams import CLIENT_ID, TENANT, TOKEN, FakeTeams
from tests.peers.teams_person import Person

FORM = Form(
    Plain("Raise a concern"),
    verb="concern.send",
    fields=(
        Choice(
            "danger",
            Plain("Is anyone in danger?"),
            (Option("no", Plain("No")), Option("yes", Plain("Yes"))),
        ),
        Long("what", Plain("What happened?")),
        Line("reference", Plain("Reference")),
        Several(
            "left_out",
            Plain("Leave out"),
            (Option("teams:t:ann", Plain("Ann")), Option("teams:t:ben", Plain("Ben"))),
        ),
        Tick("tell", Plain("Tell my organisation")),
    ),
    submit=Plain("Send"),
    token="a-random-token-of-the-form",
)
THANKS = Form(Plain("Thank you"), blocks=(Text(Plain("A person will answer.")),))
LEADS = Card(
    Plain("A concern"),
    (Text(Plain("Usual urgency")),),
    (Button(Plain("Open"), "thread.open", "t1"), Button(Plain("Pick up"), "thread.pick", "t1")),
)


def partnership() -> Partnership:
    """One agency, which sits in the tenant of the peers."""
    agency = {
        "id": "school",
        "name": {"en": "Anytown School"},
        "sector": "education",
        "nation": "wales",
        "urgent": [{"name": "Police", "number": "999"}],
        "leads": [f"teams:{TENANT}:lee"],
        "roles": {"fallback": [f"teams:{TENANT}:lee"]},
        "teams_tenants": [TENANT],
    }
    return Partnership.model_validate({"id": "anytown", "name": "Anytown", "agencies": [agency]})


@dataclass
class TestDispatch:
    """Answers by verb, keeps what came, and remembers event ids as the real one does."""

    __test__ = False
    replies: dict[str, Callable[[Incoming], Reply]] = field(default_factory=dict)
    came: list[Incoming] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    async def handle(self, incoming: Incoming) -> Reply:
        self.came.append(incoming)
        answer = self.replies.get(incoming.event.verb)
        return answer(incoming) if answer else Refuse({"": Plain("Nothing here.")})

    async def first_time(self, event_id: str) -> bool:
        new = event_id not in self.seen
        self.seen.add(event_id)
        return new


@dataclass
class TestMembers:
    """The directory, in memory."""

    __test__ = False
    people: dict[PersonId, Seen] = field(default_factory=dict)

    async def remember(self, members: Sequence[Seen]) -> None:
        self.people |= {seen.person: seen for seen in members}

    async def forget(self, persons: Sequence[PersonId]) -> None:
        for person in persons:
            self.people.pop(person, None)

    async def find(self, person: PersonId) -> Seen | None:
        return self.people.get(person)

    async def everyone(self) -> list[Seen]:
        return list(self.people.values())


@dataclass
class Here:
    """Everything a test touches."""

    teams: FakeTeams
    http: httpx.AsyncClient
    edge: TeamsEdge
    dispatch: TestDispatch
    members: TestMembers
    pat: Person

    def address(self, person: Person) -> str:
        """Where a person who installed the bot is reached."""
        return self.members.people[PersonId(f"teams:{person.tenant}:{person.oid}")].address


PAGES = "https://upstander.example/"


def built(
    teams: FakeTeams,
    dispatch: TestDispatch,
    members: TestMembers,
    of: Partnership | None = None,
) -> TeamsEdge:
    """Teams as wiring builds it, with peers of this machine."""
    return build_teams(
        client_id=CLIENT_ID,
        client_secret="",
        tenant_id=TENANT,
        openid_url=teams.openid_url,
        service_hosts=(teams.host,),
        static_token=TOKEN,
        dispatch=dispatch,
        partnership=of or partnership(),
        members=members,
        pages=PAGES,
    )


def mounted(edge: TeamsEdge) -> httpx.AsyncClient:
    """A client of an app with this edge on it."""
    app = Starlette()
    edge.mount(app)
    return httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://bot")


def unstarted(teams: FakeTeams) -> httpx.AsyncClient:
    """The same before its start."""
    return mounted(built(teams, TestDispatch(), TestMembers()))


@asynccontextmanager
async def here(teams: FakeTeams, of: Partnership | None = None) -> AsyncIterator[Here]:
    """Teams on an app, in front of a person called Pat."""
    concern = {"concern": lambda _: Ask(FORM), "concern.send": lambda _: Ask(THANKS)}
    dispatch, members = TestDispatch({**concern}), TestMembers()
    edge = built(teams, dispatch, members, of)
    async with mounted(edge) as http:
        await edge.start()
        try:
            yield Here(teams, http, edge, dispatch, members, Person(http, teams))
        finally:
            await edge.stop()
