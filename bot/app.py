"""The ASGI app: routes and lifespan."""

import asyncio
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager, suppress
from functools import partial

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from bot.base import metrics
from bot.base.logs import log
from bot.base.settings import Settings
from bot.jobs.heartbeat import Heartbeat
from bot.jobs.readiness import Ready
from bot.jobs.scheduler import Tick, start_clock
from bot.jobs.timekeeper import ahead_of_database
from bot.wiring import Core, Platforms
from prompts.words import LANGUAGES, say, speak
from storage.directory.members import Seen
from storage.engine.migrate import migrate
from storage.engine.private_files import files_of, made_private
from storage.engine.single_server import AlreadyServedError, serving_alone
from storage.maintenance.one_store import same_database
from storage.maintenance.own_place import misplaced
from storage.partnership import Platform, PlatformId

STUCK = "messages wait that should have arrived long ago: upstander undelivered"
ENDING = 60.0
"""Seconds that what is under way may take when this process is told to stop."""


def build_app(core: Core, platforms: Platforms, web: Sequence[BaseRoute] = ()) -> FastAPI:
    """Builds the whole app; nothing is served before both stores agree."""

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        with _alone(core):
            async with core:
                await open_stores(core)
                async with _working(core, platforms):
                    yield

    app = FastAPI(lifespan=lifespan, openapi_url=None, docs_url=None, redoc_url=None)
    app.router.routes.extend(_health(core, platforms))
    platforms.mount(app)
    app.router.routes.extend(web)
    return app


@asynccontextmanager
async def _working(core: Core, platforms: Platforms) -> AsyncIterator[None]:
    """Does what falls due and takes what people send, until it is told to stop."""
    if core.engine.dialect.name == "sqlite":
        await core.ticks.free_all()  # this is the one process that serves
    await core.undelivered.retry(core.clock.now())
    await core.courier.start()
    clock = start_clock(core.ticks, _heartbeat(core))
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
    await core.ticks.keep_time()
    await core.keyring.turn_when_old(core.clock.now())  # nobody was up last night, perhaps
    await core.ticks.sweep()
    await core.ticks.pairing.renew()
    _keep_to_ourselves(core.settings)
    await core.ticks.seal()
    await _introduce_web_people(core)


async def _introduce_web_people(core: Core) -> None:
    """Brings in whom the file lists; nobody but the file tells of them, also when they leave."""
    people = [
        Seen(m.id, m.agency, m.name, m.language, f'{{"slug": "{PlatformId.read(m.id).own}"}}')
        for m in core.partnership.members
    ]
    await core.members.remember(people)
    listed = {one.person for one in people}
    known = [one.person for one in await core.members.everyone()]
    on_the_web = [id for id in known if PlatformId.read(id).platform == Platform.WEB]
    await core.members.forget([person for person in on_the_web if person not in listed])


def _keep_to_ourselves(settings: Settings) -> None:
    urls = (settings.main_url, settings.ring_url)
    own = {settings.data_dir, settings.keys_folder}
    ours = files_of(urls, settings.data_dir, settings.secret_path, settings.keys_folder)
    # A folder that was chosen for a database may be shared with others; these two are ours.
    shared = {path for path in ours if path.is_dir()} - own
    made_private(ours, keep=(path for path in shared if not path.name.startswith("ratchet-")))


def _health(core: Core, platforms: Platforms) -> list[Route]:
    async def alive(_request: Request) -> Response:
        return PlainTextResponse("ok\n")

    async def ready(_request: Request) -> Response:
        # Late steps are no reason to turn people away: they can still speak up. A clock that has
        # stopped is: this process does nothing by itself any more, and must be started anew.
        found = await core.readiness.look(partial(_at_work, core))
        why = {"why": list(found.why)} if found.why else {}
        told = {"ready": not found.why, **why, **found.numbers, **platforms.state()}
        return JSONResponse(told, status_code=503 if found.why else 200)

    async def counted(_request: Request) -> Response:
        metrics.WAITING.set(await core.outbox.waiting())
        metrics.OVERDUE.set(await core.ticks.overdue_seconds())
        metrics.LATE.set((await core.ticks.late()).count)
        metrics.STUCK.set(await stuck_seconds(core))
        metrics.FAULTS.set(len(core.faults.now()))
        return Response(metrics.exposition(), media_type="text/plain; version=0.0.4")

    return [
        Route("/healthz", alive),
        Route("/readyz", ready),
        Route("/metrics", counted),
        Route("/privacy", _public("about-privacy")),
        Route("/terms", _public("about-terms")),
    ]


async def _at_work(core: Core) -> Ready:
    stuck = await stuck_seconds(core)
    numbers = {
        "late_steps": (await core.ticks.late()).count,
        "oldest_overdue_seconds": round(await core.ticks.overdue_seconds(), 1),
        "outbox_waiting": await core.outbox.waiting(),
        "undeliverable": await core.outbox.dead(),
        "outbox_stuck_seconds": stuck,
        "refused_by": core.faults.now(),
        "clock_ahead_seconds": round(ahead_of_database(core.clock).total_seconds()),
    }
    return Ready((STUCK,) if stuck else (), numbers)


async def stuck_seconds(core: Core) -> float:
    """Counts for how long the oldest message waits that should have arrived long ago.

    When a clock was set, it counts from then: by that clock even a new one looks a day old.
    """
    if core.ticks.was_set_lately():
        return 0.0
    now = core.clock.now()
    since = await core.undelivered.stuck_since(now)
    return round((now - since).total_seconds(), 1) if since else 0.0


def _public(words: str) -> Callable[[Request], Awaitable[Response]]:
    """A page that the platforms' app listings link to, in every language below each other."""

    async def page(_request: Request) -> Response:
        texts = (speak(say(words), language) for language in LANGUAGES)
        return PlainTextResponse("\n\n".join(texts) + "\n")

    return page
