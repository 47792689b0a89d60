"""Teams on this machine: a key server, and a Bot Connector with the real one's rules.

It knows who has installed the bot, refuses strangers' tokens, cards that are too heavy, and
conversations the bot isn't in, and keeps every message as it stands now. Trouble can be ordered.
"""

import itertools
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.peers.teams_tokens import Mint, published

CLIENT_ID = "8f0a3a52-8a7b-4c53-9d0e-2f6a4f0f7a11"
TENANT = "0d1f7b4e-3c52-4f0a-a6de-6a7a52f4b001"
TOKEN = "a-fixed-token-for-peers"
HEAVIEST = 80 * 1024

Json = dict[str, Any]


@dataclass
class Trouble:
    """An answer the connector gives instead of doing what it is asked."""

    status: int
    retry_after: str | None = None
    code: str = ""
    text: str | None = None
    """Instead of the connector's JSON: what a proxy answers, or nothing at all."""
    takes: bool = False
    """It does what it was asked first, and only its answer goes wrong."""


@dataclass
class Sent:
    """A message as it stands, and how often it was changed."""

    id: str
    conversation: str
    activity: Json
    edits: int = 0

    @property
    def card(self) -> Json:
        """The Adaptive Card in it."""
        content: Json = self.activity["attachments"][0]["content"]
        return content


@dataclass
class FakeTeams:
    """What the connector knows."""

    url: str
    mint: Mint
    sent: list[Sent] = field(default_factory=list)
    installed: dict[str, str] = field(default_factory=dict)
    """Conversation id -> the user's id, or empty for a group or channel."""
    roster: dict[str, Json] = field(default_factory=dict)
    """What is known of a user by their id: name, object id, e-mail and user principal name."""
    teams: dict[str, list[str]] = field(default_factory=dict)
    """Who is in a team, by their ids."""
    page: int = 500
    troubles: list[Trouble] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    """What was asked, as `METHOD path`."""
    key_fetches: int = 0
    _ids: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))

    @property
    def host(self) -> str:
        """Its host and port, for the allow-list."""
        return self.url.removeprefix("http://")

    @property
    def openid_url(self) -> str:
        """Where the key server's metadata is."""
        return f"{self.url}/v1/.well-known/openidconfiguration"

    @property
    def service_url(self) -> str:
        """Where the connector is."""
        return f"{self.url}/teams/"

    def to(self, conversation: str) -> list[Sent]:
        """What stands in a conversation."""
        return [sent for sent in self.sent if sent.conversation == conversation]

    def last(self, conversation: str) -> Json:
        """The newest card there."""
        return self.to(conversation)[-1].card

    # ------------------------------------------------------------- key server

    async def metadata(self, _: web.Request) -> web.Response:
        """The OpenID metadata."""
        return web.json_response({"issuer": self.mint.claims()["iss"], "jwks_uri": f"{self.url}/k"})

    async def keys(self, _: web.Request) -> web.Response:
        """The public keys: one may speak for Teams, one may not."""
        self.key_fetches += 1
        keys = [published("teams", ("msteams",)), published("webchat", ("webchat",))]
        return web.json_response({"keys": keys})

    # -------------------------------------------------------------- connector

    async def open(self, request: web.Request) -> web.Response:
        """A one-to-one conversation with somebody who has the bot installed."""
        self._check(request)
        body = await request.json()
        user = body["members"][0]["id"]
        for conversation, member in self.installed.items():
            oid = self.roster.get(member, {}).get("aadObjectId")
            if user in {member, oid}:
                return web.json_response({"id": conversation}, status=201)
        raise _refusal(web.HTTPForbidden, "BotNotInConversationRoster")

    async def create(self, request: web.Request) -> web.Response:
        """A new message."""
        conversation = self._conversation(request)
        sent = Sent(f"m{next(self._ids)}", conversation, await self._activity(request))
        self.sent.append(sent)
        return web.json_response({"id": sent.id}, status=201)

    async def change(self, request: web.Request) -> web.Response:
        """A changed message."""
        conversation = self._conversation(request)
        activity = await self._activity(request)
        for sent in self.to(conversation):
            if sent.id == request.match_info["activity"]:
                sent.activity, sent.edits = activity, sent.edits + 1
                return web.json_response({"id": sent.id})
        raise _refusal(web.HTTPNotFound, "ActivityNotFoundInConversation")

    async def member(self, request: web.Request) -> web.Response:
        """Somebody in a conversation that the bot is in."""
        self._conversation(request)
        user = request.match_info["member"]
        if user not in self.roster:
            raise _refusal(web.HTTPNotFound, "MemberNotFoundInConversation")
        return web.json_response({"id": user, **self.roster[user]})

    async def everyone(self, request: web.Request) -> web.Response:
        """A page of those in a conversation that the bot is in."""
        conversation = self._conversation(request)
        alone = self.installed[conversation]
        users = self.teams.get(conversation, [alone] if alone else [])
        start = int(request.query.get("continuationToken") or 0)
        after = start + self.page
        more = {"continuationToken": str(after)} if len(users) > after else {}
        page = users[start:after]
        told = [{"id": user, **self.roster[user]} for user in page]
        return web.json_response({"members": told, **more})

    def _conversation(self, request: web.Request) -> str:
        self._check(request)
        conversation = request.match_info["conversation"]
        if conversation.partition(";")[0] not in self.installed:
            raise _refusal(web.HTTPForbidden, "BotNotInConversationRoster")
        return conversation

    def _check(self, request: web.Request) -> None:
        self.asked.append(f"{request.method} {request.path}")
        if request.headers.get("Authorization") != f"Bearer {TOKEN}":
            raise _refusal(web.HTTPUnauthorized, "Unauthorized")

    async def _activity(self, request: web.Request) -> Json:
        raw = await request.text()
        if len(raw.encode("utf-16-le")) > HEAVIEST:
            raise web.HTTPRequestEntityTooLarge(HEAVIEST, len(raw))
        activity: Json = json.loads(raw)
        if activity.get("type") != "message":
            raise _refusal(web.HTTPBadRequest, "BadArgument")
        return activity


@web.middleware
async def _troubled(request: web.Request, handler: Any) -> web.StreamResponse:
    teams: FakeTeams = request.app[_TEAMS]
    if request.path.startswith("/teams/") and teams.troubles:
        trouble = teams.troubles.pop(0)
        teams.asked.append(f"{request.method} {request.path}")
        if trouble.takes:
            await handler(request)
        if trouble.text is not None:
            return web.Response(text=trouble.text, status=trouble.status, content_type="text/html")
        headers = {} if trouble.retry_after is None else {"Retry-After": trouble.retry_after}
        body = {"error": {"code": trouble.code or "Trouble", "message": "As ordered."}}
        return web.json_response(body, status=trouble.status, headers=headers)
    response: web.StreamResponse = await handler(request)
    return response


_TEAMS = web.AppKey("teams", FakeTeams)


def _refusal(kind: type[web.HTTPError], code: str) -> web.HTTPError:
    text = json.dumps({"error": {"code": code, "message": code}})
    return kind(text=text, content_type="application/json")


@asynccontextmanager
async def running(port: int = 0, client_id: str = CLIENT_ID) -> AsyncIterator[FakeTeams]:
    """Serves until the block ends."""
    app = web.Application(middlewares=[_troubled], client_max_size=2**21)
    runner = web.AppRunner(app)
    teams = FakeTeams("", Mint(client_id, ""))
    app[_TEAMS] = teams
    conversation = "/teams/v3/conversations/{conversation}/activities"
    app.add_routes(
        [
            web.get("/v1/.well-known/openidconfiguration", teams.metadata),
            web.get("/k", teams.keys),
            web.post("/teams/v3/conversations", teams.open),
            web.post(conversation, teams.create),
            web.put(f"{conversation}/{{activity}}", teams.change),
            web.get("/teams/v3/conversations/{conversation}/members/{member}", teams.member),
            web.get("/teams/v3/conversations/{conversation}/pagedmembers", teams.everyone),
        ]
    )
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", port)
    await site.start()
    host, bound = runner.addresses[0][:2]
    teams.url = f"http://{host}:{bound}"
    teams.mint.service_url = teams.service_url
    try:
        yield teams
    finally:
        await runner.cleanup()
