"""A partnership of three people, and a dispatcher that answers what the test tells it to."""

import re
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from itertools import count

import httpx
from starlette.applications import Starlette

from bot.core.admission import Incoming
from bot.core.dispatch import Reply
from bot.web.client import WebClient
from bot.web.context import Web
from bot.web.demo.stored import StoredTable, StoredThread
from bot.web.routes import web_routes
from handlers.contract.outcomes import Ask, Refuse
from prompts.shapes import Button, Form, Long, Section
from prompts.words import Plain
from storage.partnership import Partnership

ORIGIN = "http://127.0.0.1:8750"
MONDAY = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
HERE = {"origin": ORIGIN}

_ROUTE = {"name": "Police", "number": "999"}


def partnership() -> Partnership:
    """A school and the police, with Carys, Owain who reads Welsh, and Tom the lead."""
    agencies = [
        {
            "id": id,
            "name": {"en": name, "cy": f"{name} (cy)"},
            "sector": sector,
            "nation": "wales",
            "urgent": [_ROUTE],
            "leads": [lead],
            "roles": {"fallback": [lead]},
        }
        for id, name, sector, lead in (
            ("school", "Anytown School", "education", "web:owain"),
            ("police", "Anytown Police", "police", "web:tom"),
        )
    ]
    members = [
        {"id": f"web:{slug}", "agency": agency, "name": name, "language": tongue, "title": title}
        for slug, agency, name, tongue, title in (
            ("carys", "school", "Carys Evans", "en", "Teacher"),
            ("owain", "school", "Owain Hughes", "cy", "Head"),
            ("tom", "police", "Tom Okafor", "en", "Sergeant"),
        )
    ]
    return Partnership.model_validate(
        {"id": "anytown", "name": "Anytown", "agencies": agencies, "members": members}
    )


ASKED = Form(
    Plain("Raise a concern"),
    verb="concern.send",
    fields=(Long("what", Plain("What?")),),
    submit=Plain("Send"),
    token="tok-1",
)
MINE = Form(
    Plain("My concerns"),
    buttons=(Button(Plain("Raise a concern"), "concern", style="primary"),),
    sections=(Section(Plain("Raised")),),
)
DONE = Form(Plain("It was sent"))


@dataclass
class FakeDispatch:
    """Remembers what came in; says what it was told to say for a verb."""

    replies: dict[str, Reply] = field(
        default_factory=lambda: {
            "mine": Ask(MINE),
            "concern": Ask(ASKED),
            "concern.send": Ask(DONE),
            "language.send": Ask(DONE),
        }
    )
    came: list[Incoming] = field(default_factory=list)

    async def handle(self, incoming: Incoming) -> Reply:
        """Never raises for what people do."""
        self.came.append(incoming)
        return self.replies.get(incoming.event.verb, Refuse({"": Plain("Not yours.")}))

    async def first_time(self, event_id: str) -> bool:
        """A browser sends no events."""
        raise AssertionError(event_id)


@dataclass
class FakeClock:
    """Stands still until it is moved."""

    at: datetime = MONDAY

    def now(self) -> datetime:
        """The moment it is taken to be."""
        return self.at

    def steady(self) -> datetime:
        """As much later as it was moved."""
        return self.at

    def forward_to(self, moment: datetime) -> None:
        """Moves there."""
        self.at = moment


ROWS = (
    StoredTable(
        "main", "message", ("number", "sealed", "held"), ((1, b"\x00\xffsealed" + bytes(40), None),)
    ),
    StoredTable("keyring", "ring", ("ref", "sealed"), (("r1", b"\x01\x02"),)),
)


async def stored_rows(thread: str) -> Sequence[StoredTable]:
    """Rows of the one thread there is."""
    return ROWS if thread == "t1" else ()


async def stored_threads() -> Sequence[StoredThread]:
    """The one thread there is."""
    return (StoredThread("t1", date(2026, 11, 23), "A decision"),)


@dataclass
class FakeBoxes:
    """Keeps what lies on pages, the newest first."""

    lie: dict[str, dict[str, str]] = field(default_factory=dict)
    names: Iterator[int] = field(default_factory=count)

    async def put(self, box: str, text: str, now: datetime) -> str:
        """Lays one on top."""
        name = str(next(self.names))
        self.lie[box] = {name: text, **self.lie.get(box, {})}
        return name

    async def replace(self, box: str, name: str, text: str) -> None:
        """Replaces one that lies there."""
        if name in self.lie.get(box, {}):
            self.lie[box][name] = text

    async def lying(self, box: str) -> Sequence[str]:
        """All of it."""
        return [*self.lie.get(box, {}).values()]

    async def clear(self, boxes: Sequence[str]) -> None:
        """Takes all of it away."""
        for box in boxes:
            self.lie.pop(box, None)


def client_of(*slugs: str) -> WebClient:
    """A client for these people, with nothing on their pages."""
    return WebClient(slugs, FakeBoxes(), FakeClock())


@dataclass
class Demo:
    """The web with fakes around it."""

    dispatch: FakeDispatch = field(default_factory=FakeDispatch)
    clock: FakeClock = field(default_factory=FakeClock)
    client: WebClient = field(default_factory=lambda: client_of("carys", "owain", "tom"))
    settled: int = 0

    async def settle(self) -> None:
        """Counts how often it was asked to."""
        self.settled += 1

    @asynccontextmanager
    async def browsing(self, *, raising: bool = True) -> AsyncIterator[httpx.AsyncClient]:
        """A browser of sorts."""
        web = Web(
            self.dispatch,
            partnership(),
            self.clock,
            self.settle,
            stored_rows,
            self.client,
            stored_threads,
        )
        app = Starlette(routes=web_routes(web))
        transport = httpx.ASGITransport(app, raise_app_exceptions=raising)
        async with httpx.AsyncClient(transport=transport, base_url=ORIGIN) as browser:
            yield browser


def tongue(html: str) -> tuple[str, dict[str, str]]:
    """Where the language's buttons lead, and what goes along."""
    form = html.partition('class="tongue"')[2].partition("</form>")[0]
    return form.partition('action="')[2].partition('"')[0], hidden(form)


def hidden(form: str) -> dict[str, str]:
    """What a form brings along unseen."""
    return dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form))
