"""The ASGI app: routes and lifespan."""

import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from functools import partial
from time import monotonic

from fastapi import FastAPI
from sqlalchemy import text
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from bot.base import metrics
from bot.base.logs import log
from bot.jobs.heartbeat import Heartbeat
from bot.jobs.scheduler import Tick, start_clock
from bot.jobs.timekeeper import ahead_of_database
from bot.wiring import Core, Platforms
from prompts.words import LANGUAGES, say, speak
from storage.directory.members import Seen
from storage.engine.migrate import migrate
from storage.engine.single_server import AlreadyServedError, serving_alone
from storage.partnership import PlatformId

STOPPED = 600.0
"""Seconds without the clock, after which this process is not ready."""


def build_app(core: Core, platforms: Platforms, web: Sequence[BaseRoute] = ()) -> FastAPI:
    """Builds the whole app; nothing is served before both stores agree."""

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        with _alone(core):
            await open_stores(core)
            if core.engine.dialect.name == "sqlite":
                await core.outbox.free_all()  # this is the one process that serves
            await core.undelivered.retry(core.clock.now())
            await core.courier.start()
            clock = start_clock(core.ticks, _heartbeat(core))
            await platforms.start()
            well = all(state == "ok" for state in platforms.state().values())
            log.said("ready" if well else "running, and not ready: what is wrong is told above")
            core.courier.wake()
            yield
            await core.courier.stop()  # first, while what is being sent can still be answered
            clock.shutdown(wait=False)
            await platforms.stop()
            await core.close()

    app = FastAPI(lifespan=lifespan, openapi_url=None, docs_url=None, redoc_url=None)
    app.router.routes.extend(_health(core, platforms))
    platforms.mount(app)
    app.router.routes.extend(web)
    return app


def _heartbeat(core: Core) -> Tick | None:
    url = core.settings.heartbeat_url
    return (
        Heartbeat(url, core.ticks, partial(stuck_seconds, core)).beat
        if url.get_secret_value()
        else None
    )


class OneStoreError(Exception):
    """Main and keyring are one database: a backup would carry the keyring. Give it its own."""


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
    if core.settings.main_url == core.settings.ring_url:
        raise OneStoreError
    await migrate(core.engine, "main")
    await core.keyring.migrate()
    await core.keyring.finish_rotation()
    await core.ticks.keep_time()
    await core.ticks.sweep()
    await core.ticks.seal()
    await core.members.remember(
        [
            Seen(m.id, m.agency, m.name, m.language, f'{{"slug": "{PlatformId.read(m.id).own}"}}')
            for m in core.partnership.members
        ]
    )


def _health(core: Core, platforms: Platforms) -> list[Route]:
    async def alive(_request: Request) -> Response:
        return PlainTextResponse("ok\n")

    async def ready(_request: Request) -> Response:
        try:
            state = {**await _looked_at(core), **platforms.state()}
        except Exception as error:
            log.failed("readiness", error)
            return JSONResponse({"ready": False}, status_code=503)
        # Late steps are no reason to turn people away: they can still speak up. A clock that has
        # stopped is: this process does nothing by itself any more, and must be started anew.
        ticking = monotonic() - core.ticks.ran_at < STOPPED
        fine = ticking and not state["outbox_stuck_seconds"]
        return JSONResponse({"ready": fine, **state}, status_code=200 if fine else 503)

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


async def _looked_at(core: Core) -> dict[str, object]:
    async with core.engine.connect() as connection:
        await connection.execute(text("SELECT 1"))
    await core.keyring.fingerprint()
    return {
        "late_steps": (await core.ticks.late()).count,
        "oldest_overdue_seconds": round(await core.ticks.overdue_seconds(), 1),
        "outbox_waiting": await core.outbox.waiting(),
        "undeliverable": await core.outbox.dead(),
        "outbox_stuck_seconds": await stuck_seconds(core),
        "refused_by": core.faults.now(),
        "clock_ahead_seconds": round(ahead_of_database(core.clock).total_seconds()),
    }


async def stuck_seconds(core: Core) -> float:
    """Counts for how long the oldest message waits that should have arrived long ago."""
    now = core.clock.now()
    since = await core.undelivered.stuck_since(now)
    return round((now - since).total_seconds(), 1) if since else 0.0


def _public(words: str) -> Callable[[Request], Awaitable[Response]]:
    """A page that the platforms' app listings link to, in every language below each other."""

    async def page(_request: Request) -> Response:
        texts = (speak(say(words), language) for language in LANGUAGES)
        return PlainTextResponse("\n\n".join(texts) + "\n")

    return page
