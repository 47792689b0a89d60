"""Slack, put together: the guarded route, the client for the courier, start and stop."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlsplit

import aiohttp
from slack_bolt.adapter.starlette.async_handler import to_starlette_response
from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.base.logs import log
from bot.base.requests import RefusedRequest
from bot.base.settings import is_loopback
from bot.base.standing import Standing
from bot.core.delivery.attempts import PATIENCE
from bot.core.ports import Directory, Dispatching
from bot.slack.client import SlackClient
from bot.slack.listeners import Listeners
from bot.slack.manifest import PATH
from bot.slack.payloads import MalformedError
from bot.slack.reading.guard import SlackGuard
from bot.slack.socket import Socket, connection_of
from bot.slack.telling import Telling
from bot.slack.views import Views
from bot.slack.waits import USUAL, Waits
from bot.slack.workspace.authorization import Authorization
from bot.slack.workspace.credentials import problems
from bot.slack.workspace.onboarding import PACE, Onboarding
from bot.slack.workspace.people import SlackPeople
from storage.partnership import Partnership

QUIET = logging.getLogger("upstander.slack.quiet")
"""Says nothing. slack_sdk logs bodies and channels, Bolt whole requests: what an operator needs is
logged by us, without any of it."""
QUIET.setLevel(logging.CRITICAL + 1)
QUIET.propagate = False
QUIET.disabled = True

TIMEOUT = 10
DAY = 24 * 60 * 60
SOON = 60


@dataclass(eq=False, repr=False)
class SlackEdge:
    """Everything of Slack that the rest of the program holds."""

    client: SlackClient
    web: AsyncWebClient
    sending: AsyncWebClient
    """The courier's own: it tries nothing again by itself, and waits longer for an answer."""
    app: AsyncApp
    guard: SlackGuard
    authorization: Authorization
    listeners: Listeners
    onboarding: Onboarding
    socket: Socket | None
    check: Callable[[], Awaitable[list[str]]]
    """Finds what is wrong with the settings, for `upstander check`."""
    standing: Standing
    _task: asyncio.Task[None] | None = None

    def route(self) -> Route:
        """Gives the route that Slack posts to."""
        return Route(PATH, self._answer, methods=["POST"])

    async def _answer(self, request: Request) -> Response:
        try:
            payload = await self.guard.payload_of(request)
        except RefusedRequest as refused:
            return Response(status_code=refused.status)
        # As one from a socket, it isn't parsed once more: that took as long as storing it.
        taken = AsyncBoltRequest(body=payload, mode="socket_mode")
        return to_starlette_response(await self.app.async_dispatch(taken))

    async def start(self) -> None:
        """Connects, and introduces the bot to everyone in the background. What is wrong is told,
        and Slack asked again, however long it takes: nobody else waits for that."""
        for web, most in ((self.web, TIMEOUT), (self.sending, PATIENCE.total_seconds())):
            web.session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=most))
        await self.standing.start()
        if self.socket is not None:
            await self.socket.start(TIMEOUT if self.standing.state == "ok" else 0)
        self._task = asyncio.create_task(self._introduce(), name="slack onboarding")

    async def stop(self) -> None:
        """Stops; what is under way is finished first."""
        await self.standing.stop()
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        if self.socket is not None:
            await self.socket.stop()
        await self.listeners.wait()
        for web in (self.web, self.sending):
            if web.session is not None:
                await web.session.close()

    async def introduce(self) -> None:
        """Meets everyone in the workspace, once."""
        await self.onboarding.run((await self.authorization.ask()).team_id or "")

    async def _introduce(self) -> None:
        while True:
            try:
                await self.introduce()
                await asyncio.sleep(DAY)
            except Exception as error:  # whatever it was, the directory is not left as it is
                log.failed("slack onboarding", error)
                await asyncio.sleep(SOON)


def build_slack(
    *,
    bot_token: str,
    signing_secret: str,
    app_token: str,
    api_url: str,
    dispatch: Dispatching,
    partnership: Partnership,
    members: Directory,
    pace: float = PACE,
    waits: Waits = USUAL,
    pages: str = "",
) -> SlackEdge:
    """Puts Slack together for one workspace. `api_url` is empty for Slack itself, and `pages` where
    nobody can sign in in a browser."""
    web, sending = _web(bot_token, api_url), _web(bot_token, api_url)
    sending.retry_handlers.clear()
    authorization = Authorization(web, bot_token)
    app = _bolt(_web("", api_url), authorization, signing_secret)
    people = SlackPeople(web, members, partnership, authorization)
    onboarding = Onboarding(web, people, members, pace)
    telling, views = Telling(web, people, partnership, waits), Views(web, waits)
    listeners = Listeners(
        web, dispatch, people, views, authorization, telling, onboarding.hear, waits, pages
    )
    listeners.attach(app)
    socket, guard = _socket(app, app_token, api_url), SlackGuard(signing_secret)
    check = partial(problems, web, authorization, partnership, app_token)
    client, standing = SlackClient(sending, onboarding), Standing("Slack", check)
    return SlackEdge(
        client, web, sending, app, guard, authorization, listeners, onboarding, socket, check,
        standing,
    )  # fmt: skip


def _socket(app: AsyncApp, app_token: str, api_url: str) -> Socket | None:
    direct = is_loopback(urlsplit(api_url).hostname or "")
    return Socket(lambda: connection_of(app, app_token, direct)) if app_token else None


def _bolt(client: AsyncWebClient, authorization: Authorization, signing_secret: str) -> AsyncApp:
    app = AsyncApp(
        logger=QUIET,
        name="upstander-slack",  # Bolt silences the logger of this name: never our own
        client=client,
        authorize=authorization,
        signing_secret=signing_secret,
        process_before_response=True,
        request_verification_enabled=False,  # the guard has done it, on the raw body
        ssl_check_enabled=False,
    )
    app.error(_failed)
    return app


def _web(token: str, api_url: str) -> AsyncWebClient:
    web = AsyncWebClient(token=token or None, timeout=TIMEOUT, logger=QUIET)
    if api_url:
        web.base_url = api_url if api_url.endswith("/") else f"{api_url}/"
        if is_loopback(urlsplit(api_url).hostname or ""):
            web.proxy = None  # a proxy knows nothing of this machine's loopback
    return web


async def _failed(error: Exception) -> BoltResponse:
    """Slack tells the person that it failed; the log says where, and nothing of what was said."""
    if isinstance(error, MalformedError):
        return BoltResponse(status=400)
    log.failed("slack", error)
    return BoltResponse(status=500)
