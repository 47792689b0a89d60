"""The only place that builds things and hands them to each other."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from secrets import token_bytes
from typing import TYPE_CHECKING, Self

from fastapi import FastAPI
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.base.logs import log
from bot.base.pacing import Pacing
from bot.base.settings import Settings
from bot.base.standing import State
from bot.core.delivery.absences import Absences
from bot.core.delivery.answers import Client
from bot.core.delivery.attempts import Attempts
from bot.core.delivery.courier import Courier
from bot.core.delivery.faults import Faults
from bot.core.delivery.unreached import Unreached
from bot.core.dispatch import Dispatch
from bot.core.unit_of_work import Transactions
from bot.core.unstored import KnownMembers
from bot.core.waiting.news import News
from bot.jobs.readiness import Readiness
from bot.jobs.ticks import Ticks
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
from storage.directory.meetings import Rooms
from storage.directory.members import Members
from storage.engine.clock import Clock, SystemClock
from storage.engine.database import make_engine
from storage.engine.shared_clock import SharedClock
from storage.keyring.ballots import Ballots
from storage.keyring.store import Keyring
from storage.keyring.tables import PAGE
from storage.keyring.waiting import WaitingRoom
from storage.partnership import Partnership, Platform
from storage.partnership.loading import read_partnership
from storage.waiting.scratch import Scratch

if TYPE_CHECKING:
    from bot.slack.app import SlackEdge
    from bot.teams.app import TeamsEdge


@dataclass(frozen=True)
class Core:
    """Everything below the platforms."""

    settings: Settings
    partnership: Partnership
    engine: AsyncEngine
    keyring: Keyring
    keys: Keys
    members: Members
    clients: dict[str, Client]
    outbox: OutboxStore
    courier: Courier
    faults: Faults
    news: News
    undelivered: UndeliveredMessages
    transactions: Transactions
    dispatch: Dispatch
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
    """Reads the keys, with a new root secret at the very first start."""
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
    partnership: Partnership | None = None,
    keys: Keys | None = None,
) -> Core:
    """Builds the core; the platforms register their clients in `clients`."""
    partnership = partnership or read_partnership(Path(settings.partnership))
    keys = keys or keys_of(settings)
    engine = make_engine(settings.main_url)
    clock = clock or (SharedClock() if engine.dialect.name == "postgresql" else SystemClock())
    keyring = Keyring(make_engine(settings.ring_url, PAGE), keys, partnership.id)
    members = Members(engine, partnership.id, partnership.languages[0])
    clients: dict[str, Client] = {}
    outbox = OutboxStore(engine, partnership.id, CardPlaces(keys))
    rooms, pace = Rooms(engine, partnership.id), Pacing(settings.pace_seconds)
    bell = asyncio.Event()
    room, scratch = WaitingRoom(keyring), Scratch()
    transactions = Transactions(
        engine, keyring, Ballots(keyring), room, scratch, keys, partnership, clock, bell.set
    )
    news = News(engine, keyring, room, clients, clock)
    faults, unreached = Faults(), Unreached(outbox, transactions, Absences(transactions))
    attempts = Attempts(outbox, keyring, members, rooms, clients, clock, pace, faults, unreached)
    courier = Courier(outbox, attempts, clock, bell)
    dispatch, ticks = Dispatch(transactions), Ticks(transactions, courier, outbox, news)
    stores = {"main": (engine, settings.main_url), "keyring": (keyring.engine, settings.ring_url)}
    readiness = Readiness(stores, lambda: ticks.ran_at)
    return Core(
        settings, partnership, engine, keyring, keys, members, clients, outbox, courier, faults,
        news, UndeliveredMessages(engine, partnership.id),
        transactions, dispatch, ticks, clock, readiness,
    )  # fmt: skip


@dataclass(frozen=True)
class Platforms:
    """The edges that are set up."""

    slack: "SlackEdge | None"
    teams: "TeamsEdge | None"

    def mount(self, app: FastAPI) -> None:
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
    )
    core.clients[Platform.TEAMS] = edge.client
    return edge
