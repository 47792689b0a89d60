"""The whole app as it is served, with everything set up, and everybody's browser at it."""

import sqlite3
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import ExitStack, asynccontextmanager, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
from starlette.requests import HTTPConnection
from starlette.routing import Mount, Route

from bot.app import build_app, open_stores
from bot.base.settings import Settings
from bot.cli.demo import EXAMPLE
from bot.ops.checking.operating import Operating
from bot.web.public_routes import public_routes
from bot.web.signin.building import build_links
from bot.web.signin.cookies import SESSION, START
from bot.web.signin.sessions import Sessions
from bot.web.signin.starts import FormTokens, Starts
from bot.wiring import Core, build_core, build_platforms, build_web
from storage.directory.members import Members, Seen
from storage.partnership import PersonId
from storage.partnership.loading import read_written
from tests.conftest import Stores
from tests.core.anytown import FixedClock, Town
from tests.handlers.challenge.acts import challenges, code_on
from tests.handlers.pause.acts import codes_of, pause_in, pauses
from tests.handlers.rights.columns import CSC, GUEST, only, seen, widened
from tests.handlers.rights.moments import ELSEWHERE
from tests.peers.transcript import address_of
from tests.signin.browsing import HERE, ORIGIN

COUNTS = 8751
"""The port on which operators' machines read counts."""
SET_UP: Mapping[str, Any] = {
    "SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "s" * 32, "TEAMS_CLIENT_ID": "app",
    "TEAMS_CLIENT_SECRET": "secret", "TEAMS_TENANT_ID": "tenant", "public_url": ORIGIN,
    "metrics_port": COUNTS, "smtp_host": "127.0.0.1", "smtp_from": "upstander@upstander.example",
}  # fmt: skip
PEOPLE: Mapping[str, PersonId] = {
    "nobody": PersonId(""),
    "guest": GUEST.person,
    "leaver": PersonId("web:grace-okafor"),
    "other partnership": only("elsewhere"),
    "other agency": only("other-agency"),
    "person": only("person"),
    "agency administrator": only("administrator"),
    "partnership administrator": only("partnership-administrator"),
    "moderator": only("moderator"),
    "reviewer": only("reviewer"),
    "lead": PersonId("web:daniel-reid"),
    "operator": only("operator"),
}
"""Whose browsers there are. Whoever owns or raised something has no page that others of the same
agency haven't: what of it they may is said verb by verb."""


@dataclass
class Served:
    """What is served, and what is needed to ask for it."""

    core: Core
    app: Any
    clock: FixedClock
    files: Sequence[sqlite3.Connection]
    receipt: str
    pause: str

    def routes(self) -> Iterator[tuple[str, str]]:
        """Every method and path that the app answers, of the counts' own listener too."""
        yield from _inside(self.app)
        for layer in self.app.user_middleware:
            assert layer.args[0] == COUNTS
            yield from ((how, f":{COUNTS}{path}") for how, path in _inside(layer.args[1]))

    def changes(self) -> list[int]:
        """A number for each store, another as soon as anything is committed in it."""
        return [there.execute("PRAGMA data_version").fetchone()[0] for there in self.files]

    async def browser(self, person: PersonId) -> tuple[httpx.AsyncClient, str]:
        """Somebody's browser, in which they signed in once; and the token of their forms."""
        keys, clock = self.core.keys, self.core.clock
        sessions = Sessions(keys.key_for("session in a browser"), clock)
        starts = Starts(keys.key_for("start in a browser"), clock)
        start = starts.new()
        cookies = {START: _value(starts.kept(start))}
        mark = start.mark
        if person:
            cookies[SESSION] = _value(sessions.begin(person, await self.core.marks.of(person)))
            cookie = f"{SESSION}={cookies[SESSION]}".encode()
            session = sessions.read(
                HTTPConnection({"type": "http", "headers": [(b"cookie", cookie)]})
            )
            assert session is not None
            mark = session.id
        client = httpx.AsyncClient(
            transport=httpx.ASGITransport(self.app), base_url=ORIGIN, cookies=cookies, headers=HERE
        )
        return client, FormTokens(keys.key_for("form in a browser")).of(mark)

    def invitation(self) -> str:
        """What an operator has printed for somebody."""
        links = build_links(self.core.settings, self.core.keys, self.clock, self.core.partnership)
        return links.invitation(PersonId("web:kofi-mensah")).partition("invitation=")[2]


def _value(header: str) -> str:
    return header.partition("=")[2].partition(";")[0]


def _inside(app: Any, path: str = "") -> Iterator[tuple[str, str]]:
    while not hasattr(app, "routes"):
        app = app._app
    for route in app.routes:
        if isinstance(route, Mount):
            yield from _inside(route.app, path)
        elif isinstance(route, Route) and hasattr(route.endpoint, "_app"):
            yield from (found for found in _inside(route.endpoint) if found[1] == route.path)
        else:
            yield from ((how, route.path) for how in sorted(route.methods - {"HEAD"}))


@asynccontextmanager
async def served(stores: Stores, folder: Path) -> AsyncIterator[Served]:
    """The example with everybody of the table; something was raised by receipt, and a meeting
    pauses."""
    clock, file = FixedClock(), read_written(EXAMPLE)
    settings = Settings(
        data_dir=folder / "data", database_url=stores.main_url, keyring_url=stores.keyring_url,
        **SET_UP,
    )  # fmt: skip
    async with build_core(settings, clock, file) as core:
        platforms = build_platforms(core)
        pages = public_routes(core.dispatch, clock, core.partnership, tab=ORIGIN)
        web = build_web(core, operations=Operating(core, platforms.state))
        app = build_app(core, platforms, [*pages, *web])
        await open_stores(core)
        core.partnership.becomes(widened(core.partnership.as_it_stands()))
        assert platforms.teams is not None
        platforms.teams.server.open()
        await _meet(core)
        town = Town(core, clock)
        core.clients["web"] = town.client
        receipt = code_on(await challenges(town, "kofi", replies="receipt", owner="Amina Yusuf"))
        await pauses(town, codes="5")
        [pause, *_] = await codes_of(town, pause_in(town))
        with ExitStack() as opened:
            paths = [url.partition("///")[2] for url in (stores.main_url, stores.keyring_url)]
            files = [opened.enter_context(closing(sqlite3.connect(path))) for path in paths]
            yield Served(core, app, clock, files, receipt, pause)


async def _meet(core: Core) -> None:
    people = [*map(seen, core.partnership.members), GUEST]
    await core.members.remember(people)
    elsewhere = Seen(PEOPLE["other partnership"], CSC, "Elsewhere", "en", address_of("elsewhere"))
    await Members(core.engine, ELSEWHERE).remember([elsewhere])
    await core.members.forget([PEOPLE["leaver"]])
