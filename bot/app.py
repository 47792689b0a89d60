"""The ASGI app: routes and lifespan."""

import asyncio
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager, suppress
from functools import partial

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from bot.base.logs import log
from bot.base.settings import Settings
from bot.health import OwnListener, operators_health, public_health, stuck_seconds, watch_stores
from bot.jobs.heartbeat import Heartbeat
from bot.jobs.scheduler import Tick, start_clock
from bot.wiring import Core, Platforms
from prompts.words import LANGUAGES, read_all, say, speak
from storage.engine.migrate import migrate
from storage.engine.private_files import files_of, made_private
from storage.engine.single_server import AlreadyServedError, serving_alone
from storage.maintenance.one_store import same_database
from storage.maintenance.own_place import misplaced
from storage.partnership.calendar import bank_holidays

ENDING = 60.0
"""Seconds that what is under way may take when this process is told to stop."""
MENDED = "others than their owner could look into files of ours; only their owner can now"


def build_app(core: Core, platforms: Platforms, web: Sequence[BaseRoute] = ()) -> Starlette:
    """Builds the whole app; nothing is served before both stores agree."""

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        with _alone(core):
            async with core:
                await open_stores(core)
                async with _working(core, platforms):
                    yield

    app = Starlette(lifespan=lifespan)
    app.router.routes.extend([*public_health(core), *_about()])
    platforms.mount(app)
    app.router.routes.extend(web)
    app.add_middleware(OwnListener, core.settings.metrics_port, operators_health(core, platforms))
    return app


@asynccontextmanager
async def _working(core: Core, platforms: Platforms) -> AsyncIterator[None]:
    """Does what falls due and takes what people send, until it is told to stop."""
    _be_quick_at_once(core)
    if core.engine.dialect.name == "sqlite":
        await core.ticks.free_all()  # this is the one process that serves
    await core.undelivered.retry(core.clock.now())
    await core.courier.start()
    clock = start_clock(core.ticks, _heartbeat(core), partial(watch_stores, core))
    await platforms.start()
    well = all(state == "ok" for state in platforms.state().values())
    log.said("ready" if well else "running, and not ready: what is wrong is told above")
    core.courier.wake()
    yield
    # First, while what is being sent can still be answered.
    with suppress(TimeoutError):
        async with asyncio.timeout(ENDING):
            await core.courier.stop()
    await clock.stop()
    await core.ticks.stop()
    await platforms.stop()


def _be_quick_at_once(core: Core) -> None:
    """Reads what the first form needs before anybody asks for one: Slack takes it for 3 s alone."""
    read_all()
    for nation in {agency.nation for agency in core.partnership.agencies}:
        bank_holidays(nation, core.clock.now().year)


def _heartbeat(core: Core) -> Tick | None:
    url = core.settings.heartbeat_url
    return (
        Heartbeat(url, core.ticks, partial(stuck_seconds, core)).beat
        if url.get_secret_value()
        else None
    )


class OneStoreError(Exception):
    """Main and keyring are one database: a backup would carry the keyring. Give it its own."""


class MisplacedStoresError(Exception):
    """A store stands where the other should; the text says which. Nothing was changed."""


@contextmanager
def _alone(core: Core) -> Iterator[None]:
    """On SQLite the only server; whoever started a second one reads why it stops."""
    try:
        with serving_alone(core.settings.main_url):
            yield
    except AlreadyServedError as refused:
        # Not through the log: at a higher level it would leave this sentence out.
        sys.stderr.write(f"{refused}\n")
        raise


async def open_stores(core: Core) -> None:
    """Migrates, completes what a crash interrupted, and brings in the web's people."""
    urls = core.settings.main_url, core.settings.ring_url
    if await same_database(core.engine, core.keyring.engine, *urls):
        raise OneStoreError
    if wrong := await misplaced(core.engine, core.keyring.engine):
        raise MisplacedStoresError(wrong)
    await migrate(core.engine, "main")
    await core.keyring.migrate()
    await core.keyring.finish_rotation()
    await core.outbox.seal_places()
    await core.ticks.keep_time()
    await core.keyring.turn_when_old(core.clock.now())  # nobody was up last night, perhaps
    await core.ticks.sweep()
    await core.ticks.pairing.renew()
    _keep_to_ourselves(core.settings)
    await core.ticks.seal()
    await core.follower.begin()


def _keep_to_ourselves(settings: Settings) -> None:
    urls = (settings.main_url, settings.ring_url)
    own = {settings.data_dir, settings.keys_folder}
    ours = files_of(urls, settings.data_dir, settings.secret_path, settings.keys_folder)
    # A folder that was chosen for a database may be shared with others; these two are ours.
    shared = {path for path in ours if path.is_dir()} - own
    keep = (path for path in shared if not path.name.startswith("ratchet-"))
    if mended := made_private(ours, keep=keep):
        # Whoever runs it must hear of it: a key that others could read may have been copied.
        secret = settings.secret_path
        keys = sum(p == secret or p.parent.name.startswith("ratchet-") for p in mended)
        log.said(MENDED, files=len(mended), keys=keys)


def _about() -> list[Route]:
    return [
        Route("/privacy", _public("about-privacy")),
        Route("/terms", _public("about-terms")),
    ]


def _public(words: str) -> Callable[[Request], Awaitable[Response]]:
    """A page that the platforms' app listings link to, in every language below each other."""

    async def page(_request: Request) -> Response:
        texts = (speak(say(words), language) for language in LANGUAGES)
        return PlainTextResponse("\n\n".join(texts) + "\n")

    return page
