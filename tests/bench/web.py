"""On the web, beside a concern in Slack: signing in by a link and with a provider, the desk, a
concern; and a spreadsheet of 800 people, until it holds. In one process, so that all have the same.

python -m tests.bench --only web [--rounds 5] [--folder DIR]
"""

import logging
import statistics
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import httpx
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.slack.private_metadata import Metadata
from bot.web.signin.building import build_links
from bot.wiring import build_platforms
from storage.directory.members import Seen
from storage.partnership import AgencyId, PersonId
from storage.partnership.loading import Written, read_written
from tests.bench.disk import where
from tests.bench.forms import TYPICAL, concern_shown
from tests.conftest import Stores
from tests.core.anytown import CONCERN
from tests.edge.web.test_people_file import lines
from tests.peers import fake_slack
from tests.peers import slack_payloads as says
from tests.peers.openid import OpenIdPeer
from tests.peers.slack_payloads import SECRET, TEAM, signed, unique
from tests.signin.browsing import HERE, LED, ORIGIN, Browser
from tests.signin.coming_back import CHECKED, ISSUER, OWN, opened
from tests.signin.town import GRACE, KOFI, SignInTown, people

WAITING: Final = 30
"""Things that wait for the lead whose desk is shown."""
EACH: Final = 10
"""Of each in a round."""
REST, APART = timedelta(minutes=61), timedelta(minutes=1)
"""From round to round, and from one to the next: so nobody is asked to wait."""
PEOPLE: Final = 800
POLICE: Final = AgencyId("police")
SENT: Final = {k: str(v) for k, v in CONCERN.items()} | {"release": "now", "what": TYPICAL}
SLACK: Final = "a concern in Slack"


@dataclass
class Timed:
    """An app, and how long it has been at work on requests."""

    app: ASGIApp
    seconds: float = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on."""
        began = time.perf_counter()
        await self.app(scope, receive, send)
        self.seconds += time.perf_counter() - began


@dataclass
class Measured:
    """A town on the web and in Slack, and what somebody does there."""

    town: SignInTown
    peer: OpenIdPeer
    app: Timed
    grace: Browser | None = None
    kofi: Browser | None = None
    took: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    def browser(self) -> Browser:
        """One that nobody has used."""
        transport = httpx.ASGITransport(self.app, client=("192.0.2.7", 4000))
        return Browser(httpx.AsyncClient(transport=transport, base_url=ORIGIN))

    async def by_link(self, address: str = KOFI) -> Browser:
        """Asks for a link, and presses the button behind it."""
        browser = await self.browser().goes("/")
        known = len(self.town.mail.to(address)) - len(self.town.notices(address))
        await browser.presses("Send me a link", email=address)
        took = self.app.seconds
        link = await self.town.link(address, known + 1)
        self.app.seconds = took  # the letter's way is not ours
        await browser.goes(link)
        form, values = browser.page.form_with("Sign in")
        await self._leads_in(await browser.client.post(form.action, data=values, headers=HERE))
        return browser

    async def by_provider(self) -> None:
        """Goes to the provider, and comes back."""
        browser = await self.browser().goes("/")
        there = (await browser.client.get("/sign-in/with/openid")).headers["location"]
        back = urlsplit(self.peer.signs_in(there, **CHECKED))
        await self._leads_in(await browser.client.get(f"{back.path}?{back.query}", headers=LED))

    async def desk(self) -> None:
        """A lead looks at what waits."""
        assert self.grace is not None
        (await self.grace.goes("/me")).sees("Grace Okafor")

    async def concern(self) -> None:
        """Somebody sends a concern that they have written."""
        assert self.kofi is not None
        await self.kofi.goes("/me/do/concern")
        form, values = self.kofi.page.form_with("Send")
        self.app.seconds = 0
        answer = await self.kofi.client.post(form.action, data=values | SENT, headers=HERE)
        assert "We have your concern" in answer.text

    async def in_slack(self) -> None:
        """The same is sent in Slack."""
        view = concern_shown(POLICE, self.town.core.partnership)
        view = says.answered(view, dict(SENT))
        meta = replace(Metadata.unpack(view["private_metadata"]), token=unique("bench-web-"))
        body = says.form(says.submission("U01", view | {"private_metadata": meta.pack()}))
        async with self.browser().client as http:
            answer = await http.post("/slack/events", content=body, headers=signed(body))
        assert "We have your concern" in answer.text

    async def _leads_in(self, answer: httpx.Response) -> None:
        assert answer.headers["location"] == "/me"

    async def measure(self, rounds: int) -> None:
        """Everything in turn, round after round, of which the first warms up."""
        what: dict[str, Callable[[], Awaitable[object]]] = {
            SLACK: self.in_slack,
            "a concern on the web": self.concern,
            f"the desk, {WAITING} waiting": self.desk,
            "signing in by a link": self.by_link,
            "signing in with a provider": self.by_provider,
        }
        for turn in range(rounds + 1):
            self.town.clock.set(self.town.clock.now() + REST)
            self.kofi, self.grace = await self.by_link(), await self.by_link(GRACE)
            for name, does in list(what.items()) * EACH:
                self.app.seconds = 0
                await does()
                if turn:
                    self.took[name].append(self.app.seconds * 1000)
                self.town.clock.set(self.town.clock.now() + APART)
            await self.town.core.ticks.drain()

    async def many_people(self) -> str:
        """A spreadsheet is sent, shown, and put in force; one with a wrong line changes nothing."""
        core, listed = self.town.core, len(self.town.core.partnership.members)
        ruth = await self.invited(PersonId("web:ruth-ellison"))
        good, wrong = lines(PEOPLE), lines(PEOPLE) + "\r\nSomebody;nowhere;Nurse;"
        refused, _ = await self._sheet(ruth, wrong)
        assert "administration.confirm" not in refused.text
        assert len(core.partnership.members) == listed
        shown, took = await self._sheet(ruth, good)
        assert f"{PEOPLE} new, 0 changed" in shown.text
        ruth.answer = shown
        form, values = ruth.page.form_with("Confirm")
        self.app.seconds = 0
        await ruth.client.post(form.action, data=values, headers=HERE)
        assert len(core.partnership.members) == listed + PEOPLE
        return (
            f"{PEOPLE} people from a spreadsheet: seen after {took:.2f} s, in force "
            f"{self.app.seconds:.2f} s after Confirm; of one with a wrong line nothing"
        )

    async def invited(self, person: PersonId) -> Browser:
        """Somebody signs in by an operator's link."""
        core = self.town.core
        links = build_links(core.settings, core.keys, self.town.clock, core.partnership)
        browser = await self.browser().goes(links.invitation(person).removeprefix(ORIGIN))
        return await browser.presses("Sign in")

    async def _sheet(self, browser: Browser, text: str) -> tuple[httpx.Response, float]:
        await browser.goes("/me/do/administration.sheet")
        [form] = [form for form in browser.page.forms if form.action.endswith("/people")]
        files = {"file": ("people.csv", text.encode(), "text/csv")}
        self.app.seconds = 0
        answer = await browser.client.post(form.action, data=form.fields, files=files, headers=HERE)
        return answer, self.app.seconds

    def told(self) -> list[str]:
        """A line for each, with how often it is what a concern in Slack takes."""
        medians = {name: statistics.median(took) for name, took in self.took.items()}
        return [
            f"  {name}: {took:.1f} ms, {took / medians[SLACK]:.2f} times a concern in Slack"
            for name, took in medians.items()
        ]


@asynccontextmanager
async def measured(folder: Path) -> AsyncIterator[Measured]:
    """A town on SQLite with things that wait for Grace, on the web and in Slack."""
    main, keyring = (f"sqlite+aiosqlite:///{folder / name}.db" for name in ("main", "keyring"))
    stores, peer = Stores(main, keyring, "sqlite"), OpenIdPeer(ISSUER)
    async with fake_slack.running([fake_slack.person("U01", "Siân")]) as slack:
        bot = {"slack_bot_token": "xoxb-test", "slack_signing_secret": SECRET}
        async with opened(
            stores, folder, peer, file=_file, **OWN, **bot, slack_api_url=slack.api
        ) as town:
            await _on_slack(town)
            app = Timed(town.app)
            found = Measured(town, peer, app)
            found.kofi = await found.by_link()
            for _ in range(WAITING):
                await found.concern()
            await town.core.ticks.drain()
            yield found


def _file(folder: Path) -> Written:
    """The town's, with the police in the workspace of Slack's peer; it can be changed."""
    people(folder)
    file = folder / "partnership.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("slack_workspaces: [T01]", f"slack_workspaces: [{TEAM}]"), "utf-8")
    return read_written(file)


async def _on_slack(town: SignInTown) -> None:
    """Somebody of the police is known in their workspace."""
    somebody = Seen(PersonId(f"slack:{TEAM}:U01"), POLICE, "Siân", "en", '{"channel": "D01"}')
    await town.core.members.remember([somebody])
    slack = build_platforms(town.core).slack
    assert slack is not None
    town.app.router.routes.insert(0, slack.route())


async def told(folder: Path, rounds: int) -> str:
    """All of it."""
    logging.getLogger("mail.log").setLevel(logging.ERROR)  # the mail server's own
    async with measured(folder) as found:
        await found.measure(rounds)
        sheet = await found.many_people()
        return "\n".join([f"On the web, {where(folder)}", *found.told(), sheet])
