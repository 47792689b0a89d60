"""The only place that builds things and hands them to each other."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from secrets import token_bytes
from typing import TYPE_CHECKING, Self

from sqlalchemy.ext.asyncio import AsyncEngine

from bot.base.logs import log
from bot.base.settings import Settings
from bot.base.standing import State
from bot.core.delivery.answers import Client
from bot.core.delivery.by_mail import ByMail
from bot.core.delivery.courier import Courier
from bot.core.delivery.faults import Faults
from bot.core.delivery.unreached import Unreached
from bot.core.dispatch import Dispatch
from bot.core.unit_of_work import Transactions
from bot.core.unstored import KnownMembers
from bot.core.waiting.news import News
from bot.files.exporting import Exporting
from bot.files.importing import Importing
from bot.jobs.follower import Follower
from bot.jobs.readiness import Readiness
from bot.jobs.ticks import Ticks
from bot.sending import sending_to
from bot.web.client import WebClient
from storage.crypto.keys import Keys
from storage.crypto.secrets_file import (
    KEY_BYTES,
    RootSecret,
    SecretFileError,
    create_secret,
    read_secret,
)
from storage.delivery.card_places import CardPlaces
from storage.delivery.outbox import OutboxStore
from storage.delivery.undelivered import UndeliveredMessages
from storage.delivery.web_boxes import WebBoxes
from storage.directory.members import Members
from storage.directory.session_marks import SessionMarks
from storage.engine.clock import Clock, SystemClock
from storage.engine.database import make_engine
from storage.engine.shared_clock import SharedClock
from storage.keyring.ballots import Ballots
from storage.keyring.store import Keyring
from storage.keyring.tables import PAGE
from storage.keyring.waiting import WaitingRoom
from storage.partnership import Partnership, Platform
from storage.partnership.changes.living import ListedSlugs, LivingPartnership
from storage.partnership.changes.tree import Tree
from storage.partnership.loading import Written, read_written
from storage.waiting.scratch import Scratch

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.routing import BaseRoute

    from bot.slack.app import SlackEdge
    from bot.teams.app import TeamsEdge
    from bot.web.pages.operating import Operations
    from bot.web.signin.providers.http import Http


@dataclass(frozen=True)
class Core:
    """Everything below the platforms."""

    settings: Settings
    partnership: LivingPartnership
    engine: AsyncEngine
    keyring: Keyring
    keys: Keys
    members: Members
    marks: SessionMarks
    boxes: WebBoxes
    clients: dict[str, Client]
    outbox: OutboxStore
    courier: Courier
    faults: Faults
    news: News
    mail: ByMail
    unreached: Unreached
    undelivered: UndeliveredMessages
    transactions: Transactions
    dispatch: Dispatch
    follower: Follower
    ticks: Ticks
    clock: Clock
    readiness: Readiness

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Closes both stores."""
        await self.readiness.stop()
        await self.transactions.scratch.close()
        await self.keyring.close()
        await self.engine.dispose()


def keys_of(settings: Settings) -> Keys:
    """Reads the keys, with a new root secret at the very first start: for whoever may make them.

    That are a start and a migration, once they know that the stores have no others.
    """
    for folder in (settings.data_dir, settings.keys_folder):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not settings.secret_path.exists() and settings.secret_file is None:
        # Of several that start at once, the first makes it.
        with suppress(SecretFileError):
            create_secret(settings.secret_path)
    return Keys.load(settings.secret_path, settings.keys_folder)


def keys_to_look(settings: Settings) -> Keys:
    """Reads the keys and makes none: where there is no secret, they open nothing."""
    there = settings.secret_path.exists() or settings.secret_file is not None
    root = read_secret(settings.secret_path) if there else RootSecret(token_bytes(KEY_BYTES))
    return Keys(root, settings.keys_folder, creates=False)


def build_core(
    settings: Settings,
    clock: Clock | None = None,
    partnership: Partnership | Written | None = None,
    keys: Keys | None = None,
) -> Core:
    """Builds the core; the platforms register their clients in `clients`.

    A partnership that comes without its settings is served as it is, and can't be administered.
    """
    found = partnership or read_written(Path(settings.partnership))
    tree = found.tree if isinstance(found, Written) else None
    partnership = LivingPartnership.of(found.partnership if isinstance(found, Written) else found)
    keys = keys or keys_of(settings)
    engine = make_engine(settings.main_url)
    clock = clock or (SharedClock() if engine.dialect.name == "postgresql" else SystemClock())
    keyring = Keyring(make_engine(settings.ring_url, PAGE), keys, partnership.id)
    return _wired(settings, partnership, tree, engine, keyring, keys, clock)


def _wired(
    settings: Settings,
    partnership: LivingPartnership,
    tree: Tree | None,
    engine: AsyncEngine,
    keyring: Keyring,
    keys: Keys,
    clock: Clock,
) -> Core:
    members = Members(engine, partnership.id, partnership.languages[0])
    marks, boxes = SessionMarks(engine, partnership.id), WebBoxes(engine, partnership.id, keys)
    outbox = OutboxStore(engine, partnership.id, CardPlaces(keys))
    clients: dict[str, Client] = {}
    bell = asyncio.Event()
    follower = Follower(engine, partnership, tree, members, marks, boxes, clock)
    transactions = Transactions(
        engine, keyring, Ballots(keyring), WaitingRoom(keyring), Scratch(), keys, partnership,
        clock, bell.set, follower.follow,
    )  # fmt: skip
    news = News(engine, keyring, transactions.room, clients, clock)
    sending = sending_to(settings, transactions, outbox, members, clients, bell)
    ticks = Ticks(transactions, sending.courier, outbox, news, follower)
    stores = {"main": (engine, settings.main_url), "keyring": (keyring.engine, settings.ring_url)}
    return Core(
        settings, partnership, engine, keyring, keys, members, marks, boxes, clients, outbox,
        sending.courier, sending.faults, news, sending.mail, sending.unreached,
        UndeliveredMessages(engine, partnership.id), transactions, Dispatch(transactions),
        follower, ticks, clock, Readiness(stores, lambda: ticks.ran_at),
    )  # fmt: skip


@dataclass(frozen=True)
class Platforms:
    """The edges that are set up."""

    slack: "SlackEdge | None"
    teams: "TeamsEdge | None"

    def mount(self, app: "Starlette") -> None:
        """Adds their endpoints."""
        if self.slack is not None:
            app.router.routes.append(self.slack.route())
        if self.teams is not None:
            self.teams.mount(app)

    async def start(self) -> None:
        """Introduces the bot to people, warms keys, opens sockets: none waits for another."""
        edges = [edge for edge in (self.slack, self.teams) if edge is not None]
        for ended in await asyncio.gather(*(e.start() for e in edges), return_exceptions=True):
            if isinstance(ended, Exception):
                log.failed("starting a platform", ended)

    def state(self) -> dict[str, State]:
        """Tells how each stands: ok, away, wrong, or starting."""
        edges = {"slack": self.slack, "teams": self.teams}
        return {name: edge.standing.state for name, edge in edges.items() if edge is not None}

    async def stop(self) -> None:
        """Disconnects."""
        for edge in (self.slack, self.teams):
            if edge is not None:
                await edge.stop()


def build_platforms(core: Core) -> Platforms:
    """Builds the edges whose settings are there. Each is imported only if it is used."""
    return Platforms(_slack(core), _teams(core))


def build_web(
    core: Core, http: "Http | None" = None, operations: "Operations | None" = None
) -> "list[BaseRoute]":
    """Builds the pages on which people sign in, where a setting says how browsers reach them."""
    if not core.settings.has_web:
        return []
    from bot.web.signin.building import build_sign_in
    from bot.web.signin.providers.http import Http

    client = build_web_client(core)
    importing = Importing(core.transactions, core.members)
    exporting = Exporting(core.engine, core.keys, core.partnership, core.clock)
    return build_sign_in(
        settings=core.settings,
        dispatch=core.dispatch,
        partnership=core.partnership,
        clock=core.clock,
        keys=core.keys,
        members=core.members,
        marks=core.marks,
        client=client,
        files=(importing, exporting),
        http=http or Http(),
        operations=operations,
    )


def build_web_client(core: Core) -> WebClient:
    """Builds what the courier hands messages to for people on the web."""
    slugs = ListedSlugs(core.partnership)
    core.clients[Platform.WEB] = client = WebClient(slugs, core.boxes, core.clock)
    return client


def _slack(core: Core) -> "SlackEdge | None":
    if not core.settings.has_slack:
        return None
    from bot.slack.app import build_slack

    settings = core.settings
    edge = build_slack(
        bot_token=settings.slack_bot_token.get_secret_value(),
        signing_secret=settings.slack_signing_secret.get_secret_value(),
        app_token=settings.slack_app_token.get_secret_value(),
        api_url=settings.slack_api_url,
        dispatch=core.dispatch,
        partnership=core.partnership,
        members=KnownMembers(core.members),
        pages=settings.pages,
    )
    core.clients[Platform.SLACK] = edge.client
    return edge


def _teams(core: Core) -> "TeamsEdge | None":
    if not core.settings.has_teams:
        return None
    from bot.teams.app import build_teams

    settings = core.settings
    edge = build_teams(
        client_id=settings.teams_client_id,
        client_secret=settings.teams_client_secret.get_secret_value(),
        tenant_id=settings.teams_tenant_id,
        openid_url=settings.teams_openid_url,
        service_hosts=settings.service_hosts,
        static_token=settings.teams_static_token.get_secret_value(),
        dispatch=core.dispatch,
        partnership=core.partnership,
        members=KnownMembers(core.members),
        pages=settings.pages,
    )
    core.clients[Platform.TEAMS] = edge.client
    return edge
