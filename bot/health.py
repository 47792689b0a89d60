"""How this process is: yes or no for everybody, counts and reasons on a listener of its own.

Whoever watches counts beside the times of messages learns who is spoken with. So nothing that is
about hidden people is counted at all, and what is counted isn't told to whoever reaches the pages.
"""

from functools import partial
from typing import Final

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.base import metrics
from bot.base.logs import log
from bot.jobs.readiness import Ready
from bot.jobs.timekeeper import ahead_of_database
from bot.wiring import Core, Platforms

STUCK: Final = "messages wait that should have arrived long ago: upstander undelivered"
_SHOWN: Final = {
    metrics.WAITING: "outbox_waiting",
    metrics.OVERDUE: "oldest_overdue_seconds",
    metrics.LATE: "late_steps",
    metrics.STUCK: "outbox_stuck_seconds",
}
"""What `/metrics` has of what `/readyz` says; NaN while no database can be asked for it."""
IN_TIME: Final = 10.0
"""Seconds within which a step isn't overdue: shown sooner, it would tell when one is done."""


class OwnListener:
    """Has whatever came to one port answered by another app, and everything else as before."""

    def __init__(self, app: ASGIApp, port: int, theirs: ASGIApp) -> None:
        self._app = app
        self._port = port
        self._theirs = theirs

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves a request by the port of the socket on which it came; no header says that."""
        there = scope["type"] != "lifespan" and self._port and scope.get("server")
        its = there and there[1] == self._port
        await (self._theirs if its else self._app)(scope, receive, send)


def public_health(core: Core) -> list[Route]:
    """Routes for everybody: whether it runs, and whether it is ready, in one word."""

    async def ready(_request: Request) -> Response:
        well = await is_ready(core)
        return PlainTextResponse("yes\n" if well else "no\n", 200 if well else 503)

    return [Route("/healthz", _alive), Route("/readyz", ready)]


def operators_health(core: Core, platforms: Platforms) -> Starlette:
    """Builds what those who run it are told: the same, why it isn't ready, and every count."""

    async def ready(_request: Request) -> Response:
        # Late steps are no reason to turn people away: they can still speak up. A clock that has
        # stopped is: this process does nothing by itself any more, and must be started anew.
        found = await core.readiness.look(partial(_at_work, core))
        why = {"why": list(found.why)} if found.why else {}
        told = {"ready": not found.why, **why, **found.numbers, **platforms.state()}
        return JSONResponse(told, status_code=503 if found.why else 200)

    async def counted(_request: Request) -> Response:
        found = await core.readiness.look(partial(_at_work, core))
        metrics.READY.set(not found.why)
        for gauge, name in _SHOWN.items():
            gauge.set(float(str(found.numbers.get(name, "nan"))))
        metrics.FAULTS.set(len(core.faults.now()))
        return Response(metrics.exposition(), media_type="text/plain; version=0.0.4")

    routes = [Route("/healthz", _alive), Route("/readyz", ready), Route("/metrics", counted)]
    return Starlette(routes=routes)


async def _alive(_request: Request) -> Response:
    return PlainTextResponse("ok\n")


async def is_ready(core: Core) -> bool:
    """Tells whether `/readyz` says so."""
    return not (await core.readiness.look(partial(_at_work, core))).why


async def watch_stores(core: Core) -> None:
    """Has the log say what is wrong while a database fails, and once that is over."""
    if log.fails and (await core.readiness.look(partial(_at_work, core))).numbers:
        log.over()


async def _at_work(core: Core) -> Ready:
    stuck = await stuck_seconds(core)
    numbers = {
        "late_steps": (await core.ticks.late()).count,
        "oldest_overdue_seconds": await _overdue_seconds(core),
        "outbox_waiting": await core.outbox.waiting(),
        "undeliverable": await core.outbox.dead(),
        "outbox_stuck_seconds": stuck,
        "refused_by": core.faults.now(),
        "clock_ahead_seconds": round(ahead_of_database(core.clock).total_seconds()),
    }
    return Ready((STUCK,) if stuck else (), numbers)


async def _overdue_seconds(core: Core) -> float:
    overdue = round(await core.ticks.overdue_seconds(), 1)
    return overdue if overdue >= IN_TIME else 0.0


async def stuck_seconds(core: Core) -> float:
    """Counts for how long the oldest message waits that should have arrived long ago.

    When a clock was set, it counts from then: by that clock even a new one looks a day old.
    """
    if core.ticks.was_set_lately():
        return 0.0
    now = core.clock.now()
    since = await core.undelivered.stuck_since(now)
    return round((now - since).total_seconds(), 1) if since else 0.0
