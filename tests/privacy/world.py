"""The whole product between local peers, at DEBUG; what it leaves behind is the evidence."""

import io
import logging
import shutil
import traceback
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager, redirect_stderr
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import httpx
from starlette.applications import Starlette

from bot.app import build_app, open_stores
from bot.base.logs import set_up_logging
from bot.base.settings import Settings
from bot.jobs.scheduler import start_clock
from bot.web.context import Web
from bot.web.routes import web_routes
from bot.wiring import Core, build_core, build_platforms
from storage.engine.clock import MovableClock
from tests.peers import fake_slack, fake_teams
from tests.peers.fake_slack import FakeSlack
from tests.peers.fake_teams import TENANT, FakeTeams
from tests.peers.slack_payloads import SECRET
from tests.privacy.backups import back_up, restore
from tests.privacy.hands import (
    ORIGIN,
    OWN_LISTENER,
    Hand,
    HeardClient,
    SlackHand,
    TeamsHand,
    WebHand,
)
from tests.privacy.looks import Look, look
from tests.privacy.people import Someone, everyone, on, partnership

Altered = Callable[[Core], Core]


@dataclass
class Evidence:
    """Everything that may be searched once the world has ended."""

    settings: Settings
    looks: dict[str, Look] = field(default_factory=dict, repr=False)
    keys: dict[str, Path] = field(default_factory=dict)
    """Key material as it was at a moment, for the attacker who has that too."""
    disk: dict[str, dict[str, bytes]] = field(default_factory=dict, repr=False)
    pages: list[tuple[Someone, str]] = field(default_factory=list, repr=False)
    """What was shown to whom."""
    messages: list[tuple[Someone, str]] = field(default_factory=list, repr=False)
    backups: dict[str, Path] = field(default_factory=dict)
    codes: list[str] = field(default_factory=list, repr=False)
    """The receipt's code, and every pass that was handed out for it."""
    metrics: bytes = b""
    said: str = ""
    """What the product wrote to its log."""
    overheard: str = ""
    """What any handler that somebody adds to the root logger would get."""

    def keep_keys(self, moment: str) -> None:
        """Copies secret and ratchet, as a thief of both would."""
        folder = self.settings.data_dir / f"stolen-{moment}"
        shutil.copytree(self.settings.keys_folder, folder)
        self.keys[moment] = folder

    def keep_backup(self, moment: str) -> None:
        """Main's backup, as the operating guide takes it."""
        self.backups[moment] = back_up(self.settings.main_url, self.settings.data_dir)

    def restore(self, moment: str) -> str:
        """Main as that backup has it; gives where it now stands."""
        return restore(self.settings.main_url, self.backups[moment])


class World:
    """A running product, and hands to act with."""

    def __init__(
        self,
        core: Core,
        app: Starlette,
        http: httpx.AsyncClient,
        peers: "Peers",
        evidence: Evidence,
    ) -> None:
        self.core, self.app, self.http, self.peers = core, app, http, peers
        self.evidence = evidence
        self._hands: dict[str, Hand] = {}

    def hand(self, who: Someone) -> Hand:
        """This person's hand."""
        if who.bare not in self._hands:
            self._hands[who.bare] = self._new(who)
        return self._hands[who.bare]

    def _new(self, who: Someone) -> Hand:
        match who.platform:
            case "slack":
                return SlackHand(self.http, self.peers.slack, who)
            case "teams":
                return TeamsHand(self.http, self.peers.teams, who)
            case _:
                return WebHand(self.http, self.peers.web, who)

    async def does(self, who: Someone, verb: str, subject: str = "", **answers: str) -> str:
        """Presses, and fills in what is asked; the pages are kept as evidence."""
        page = await self.hand(who).press(verb, subject)
        self.evidence.pages.append((who, page))
        if answers:
            page = await self.hand(who).fill(answers)
            self.evidence.pages.append((who, page))
        return page

    async def later(self, wait: timedelta = timedelta(minutes=21)) -> None:
        """Time passes, and what has fallen due is done."""
        clock = self.core.clock
        assert isinstance(clock, MovableClock)
        clock.forward_to(clock.now() + wait)
        await self.core.ticks.drain()

    def look(self, moment: str) -> None:
        """Copies every row of both stores, and the keys."""
        settings = self.evidence.settings
        self.evidence.looks[moment] = look(settings.main_url, settings.ring_url)
        self.evidence.keep_keys(moment)

    async def gather(self) -> None:
        """What lies outside the stores: metrics, and every message that stands on a platform."""
        self.evidence.metrics = (await self.http.get(f"{OWN_LISTENER}/metrics")).content
        for who in everyone():
            self.evidence.messages += [(who, text) for text in self.hand(who).messages()]


@dataclass(frozen=True)
class Peers:
    """The platforms' side."""

    slack: FakeSlack
    teams: FakeTeams
    web: HeardClient


def settings_for(
    folder: Path, peers: tuple[FakeSlack, FakeTeams], urls: Mapping[str, str]
) -> Settings:
    """Everything on, pointed at local peers."""
    slack, teams = peers
    return Settings.model_validate(
        {
            "data_dir": folder,
            "partnership": folder / "unused.yaml",
            "slack_bot_token": "xoxb-test",
            "slack_signing_secret": SECRET,
            "slack_api_url": slack.api,
            "teams_client_id": fake_teams.CLIENT_ID,
            "teams_tenant_id": TENANT,
            "teams_openid_url": teams.openid_url,
            "teams_service_hosts": teams.host,
            "teams_static_token": fake_teams.TOKEN,
            **urls,
        }
    )


def _monday_morning() -> MovableClock:
    """The start of next week: the story's hours stay within one day, whenever the tests run."""
    clock = MovableClock()
    today = clock.now()
    monday = today.date() + timedelta(days=7 - today.weekday())
    clock.forward_to(datetime.combine(monday, time(6, 5), UTC))
    return clock


@asynccontextmanager
async def world(
    folder: Path, urls: Mapping[str, str], altered: Altered = lambda core: core
) -> AsyncIterator[World]:
    """The product, onboarded, with nothing said yet."""
    people = [fake_slack.person(p.bare, p.name, email=p.email) for p in on("slack")]
    async with (
        fake_slack.running(people) as slack,
        fake_teams.running() as teams,
        AsyncExitStack() as ending,
    ):
        settings = settings_for(folder, (slack, teams), urls)
        core = altered(build_core(settings, _monday_morning(), partnership()))
        await ending.enter_async_context(core)
        web = HeardClient([person.bare for person in on("web")], core.boxes, core.clock)
        core.clients["web"] = web
        platforms = build_platforms(core)
        app = build_app(core, platforms, web_routes(_web(core, web)))
        for person in on("teams"):
            _has_the_app(person, teams)
        await open_stores(core)
        await core.members.remember([p.seen(teams.service_url) for p in everyone()])
        ending.push_async_callback(platforms.stop)
        await platforms.start()
        ticking = start_clock(core.ticks)
        ending.push_async_callback(ticking.stop)
        ticking.pause()  # the tests move time themselves
        if platforms.slack is not None:
            await platforms.slack.introduce()
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(
            transport=transport, base_url=ORIGIN, follow_redirects=True
        ) as http:
            yield World(core, app, http, Peers(slack, teams, web), Evidence(settings))


def _has_the_app(person: Someone, teams: FakeTeams) -> None:
    """Teams' roster shows somebody's e-mail address too, which nothing here may keep."""
    user = f"29:{person.bare}"
    teams.installed[f"a:1-{person.bare}"] = user
    account = {"name": person.name, "aadObjectId": person.bare, "tenantId": TENANT}
    mail = {"email": person.email, "userPrincipalName": person.email}
    teams.roster[user] = {**account, **mail, "userRole": "user"}


def _web(core: Core, client: HeardClient) -> Web:
    async def nothing(_thread: str) -> tuple[()]:
        return ()

    assert isinstance(core.clock, MovableClock)
    return Web(
        dispatch=core.dispatch,
        partnership=core.partnership,
        clock=core.clock,
        drain=core.ticks.drain,
        stored_rows=nothing,
        client=client,
    )


class _Overhearing(logging.Handler):
    """What a careless operator adds to the root logger: it writes down everything it is given."""

    def __init__(self, into: io.StringIO) -> None:
        super().__init__(logging.NOTSET)
        self._into = into

    def emit(self, record: logging.LogRecord) -> None:
        shown = {k: v for k, v in vars(record).items() if k != "exc_info"}
        self._into.write(f"{record.name} {record.getMessage()} {shown!r}\n")
        if record.exc_info:
            self._into.write("".join(traceback.format_exception(*record.exc_info)))


@contextmanager
def logged(evidence_of: Callable[[str, str], None], force: bool = False) -> Iterator[None]:
    """Everything that is logged, or written to stderr, at DEBUG; `force` wakes every library."""
    said, overheard = io.StringIO(), io.StringIO()
    with _logging_as_it_was(), redirect_stderr(said):
        set_up_logging(logging.DEBUG)
        logging.getLogger().addHandler(_Overhearing(overheard))
        if force:
            for logger in (logging.getLogger(), *_loggers()):
                logger.setLevel(logging.DEBUG)
        yield
    evidence_of(said.getvalue(), overheard.getvalue())


@contextmanager
def _logging_as_it_was() -> Iterator[None]:
    root, handlers = logging.getLogger(), list(logging.getLogger().handlers)
    levels = {logger: logger.level for logger in (root, *_loggers())}
    raising = logging.raiseExceptions
    try:
        yield
    finally:
        root.handlers[:], logging.raiseExceptions = handlers, raising
        for logger in (root, *_loggers()):
            logger.setLevel(levels.get(logger, logging.NOTSET))


def _loggers() -> list[logging.Logger]:
    return [logging.getLogger(name) for name in list(logging.root.manager.loggerDict)]
