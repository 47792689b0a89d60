"""A local Slack Web API that keeps Slack's rules: for edge tests, the bench and the drill.

    async with fake_slack.running(people=[person("U01", "A Teacher")]) as slack:
        ...                                   # slack.api is what SLACK_API_URL is set to
        assert slack.view["title"]["text"] == "Raise a concern"
        slack.next("chat.postMessage", Busy(retry_after=7))

Bodies beyond Slack's limits are refused with `invalid_blocks` or `invalid_arguments`, and
remembered in `slack.refused`; a trigger opens one view only; a view is updated only with its
newest hash.
"""

import asyncio
import json
from collections import defaultdict, deque
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web

from tests.peers.slack_payloads import BOT, TEAM, unique
from tests.peers.slack_troubles import Trouble, troubled
from tests.render.slack_limits import problems

Json = dict[str, Any]


def person(id: str, name: str, *, email: str = "", locale: str = "en-GB", **more: Any) -> Json:
    """One of Slack's users."""
    profile = {"real_name": name, "email": email or f"{id.lower()}@anytown.example"}
    return {
        "id": id, "team_id": TEAM, "name": id.lower(), "real_name": name, "deleted": False,
        "is_bot": False, "locale": locale, "profile": profile,
    } | more  # fmt: skip


class FakeSlack:
    """What was asked of Slack, and what stands there now."""

    def __init__(self, people: Sequence[Json]) -> None:
        self.api = ""
        self.enterprise = ""
        """The organization that the workspace is part of, on Enterprise Grid."""
        self.response_url = ""
        """Stands for an address at hooks.slack.com."""
        self.responses: list[Json] = []
        """What was said at it."""
        self.people = {p["id"]: p for p in people}
        self.members: dict[str, int] = {}
        """How many people are in a public channel."""
        self.calls: list[tuple[str, Json]] = []
        self.posted: list[tuple[str, Json]] = []
        """Messages that stand, each with the token of whoever posted it."""
        self.refused: list[str] = []
        self.views: dict[str, Json] = {}
        self.homes: dict[str, Json] = {}
        self.messages: dict[str, list[Json]] = defaultdict(list)
        self._triggers: set[str] = set()
        self.lasting: dict[str, Trouble] = {}
        """What calls of a method get, until it is taken out."""
        self.team = TEAM
        self.scopes = ""
        """What the token may do, as a header tells it; nothing if empty."""
        self._troubles: dict[str, deque[Trouble]] = defaultdict(deque)
        self.called = asyncio.Condition()
        self.page = 100
        self.hidden = False
        """Lists nobody, though everybody is there."""

    def next(self, method: str, trouble: Trouble) -> None:
        """The next call of this method gets this instead of an answer."""
        self._troubles[method].append(trouble)

    @property
    def view(self) -> Json:
        """The view that was opened last, as it stands."""
        return list(self.views.values())[-1]

    def asked(self, method: str) -> list[Json]:
        """The bodies with which a method was called."""
        return [body for name, body in self.calls if name == method]

    async def until(self, method: str, times: int = 1) -> list[Json]:
        """Waits until a method was called this often."""
        async with asyncio.timeout(10), self.called:
            await self.called.wait_for(lambda: len(self.asked(method)) >= times)
        return self.asked(method)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """One call of the Web API."""
        method, body = request.match_info["method"], await _body(request)
        self.calls.append((method, body))
        async with self.called:
            self.called.notify_all()
        waiting = self._troubles[method]
        trouble = waiting.popleft() if waiting else self.lasting.get(method)
        if trouble is not None and (answer := await troubled(trouble, request)) is not None:
            return answer
        token = request.headers.get("authorization", "").removeprefix("Bearer ")
        if not token.startswith("x"):
            return web.json_response({"ok": False, "error": "not_authed"})
        try:
            answered = METHODS[method](self, body)
        except KeyError as missing:
            answered = {"ok": False, "error": "invalid_arguments", "detail": [str(missing)]}
        if str(answered.get("error", "")).startswith("invalid_"):
            self.refused.append(f"{method}: {answered}")
        elif method == "chat.postMessage" and "error" not in answered:
            self.posted.append((token, body))
        headers = {"x-oauth-scopes": self.scopes} if self.scopes else {}
        return web.json_response({"ok": True} | answered, headers=headers)

    async def respond(self, request: web.Request) -> web.Response:
        """An answer at a response_url: it needs no token."""
        body = await request.json()
        if wrong := problems(body):
            self.refused.append(f"response_url: {wrong}")
        self.responses.append(body)
        return web.Response(text="ok")

    def auth_test(self, body: Json) -> Json:
        return {"url": "https://anytown.slack.com/", "team": "Anytown", "team_id": self.team,
                "enterprise_id": self.enterprise or None,
                "user": "upstander", "user_id": BOT, "bot_id": "B01"}  # fmt: skip

    def users_list(self, body: Json) -> Json:
        start = int(body.get("cursor") or 0)
        everyone = [] if self.hidden else list(self.people.values())
        after = start + self.page
        cursor = str(after) if after < len(everyone) else ""
        return {"members": everyone[start:after], "response_metadata": {"next_cursor": cursor}}

    def users_info(self, body: Json) -> Json:
        found = self.people.get(body["user"])
        return {"user": found} if found else {"ok": False, "error": "user_not_found"}

    def conversations_open(self, body: Json) -> Json:
        if body["users"] not in self.people:
            return {"ok": False, "error": "user_not_found"}
        if self.people[body["users"]]["deleted"]:
            return {"ok": False, "error": "user_disabled"}
        return {"channel": {"id": direct(body["users"])}}

    def conversations_info(self, body: Json) -> Json:
        if body["channel"] not in self.members:
            return {"ok": False, "error": "channel_not_found"}
        return {"channel": {"id": body["channel"], "num_members": self.members[body["channel"]]}}

    def chat_post(self, body: Json) -> Json:
        if wrong := problems(body):
            return {"ok": False, "error": "invalid_blocks", "detail": wrong}
        stamp = f"1700000000.{len(self.messages[body['channel']]):06d}"
        self.messages[body["channel"]].append(body | {"ts": stamp})
        return {"channel": body["channel"], "ts": stamp}

    def chat_update(self, body: Json) -> Json:
        if wrong := problems(body):
            return {"ok": False, "error": "invalid_blocks", "detail": wrong}
        for message in self.messages[body["channel"]]:
            if message["ts"] == body["ts"]:
                message.update(body)
                return {"channel": body["channel"], "ts": body["ts"]}
        return {"ok": False, "error": "message_not_found"}

    def views_open(self, body: Json) -> Json:
        if body["trigger_id"] in self._triggers:
            return {"ok": False, "error": "exchanged_trigger_id"}
        self._triggers.add(body["trigger_id"])
        return self._keep(unique("V"), body["view"])

    def views_update(self, body: Json) -> Json:
        standing = self.views[body["view_id"]]
        if body.get("hash", standing["hash"]) != standing["hash"]:
            return {"ok": False, "error": "hash_conflict"}
        return self._keep(body["view_id"], body["view"])

    def views_publish(self, body: Json) -> Json:
        if wrong := problems(body["view"]):
            return {"ok": False, "error": "invalid_arguments", "detail": wrong}
        self.homes[body["user_id"]] = body["view"] | {"id": unique("V"), "hash": unique("h")}
        return {"view": self.homes[body["user_id"]]}

    def _keep(self, id: str, view: Json) -> Json:
        if wrong := problems(view):
            return {"ok": False, "error": "invalid_arguments", "detail": wrong}
        self.views[id] = view | {"id": id, "hash": unique("h")}
        return {"view": self.views[id]}


METHODS: dict[str, Callable[[FakeSlack, Json], Json]] = {
    "auth.test": FakeSlack.auth_test,
    "users.list": FakeSlack.users_list,
    "users.info": FakeSlack.users_info,
    "conversations.open": FakeSlack.conversations_open,
    "conversations.info": FakeSlack.conversations_info,
    "chat.postMessage": FakeSlack.chat_post,
    "chat.update": FakeSlack.chat_update,
    "views.open": FakeSlack.views_open,
    "views.update": FakeSlack.views_update,
    "views.publish": FakeSlack.views_publish,
}


def direct(user: str) -> str:
    """Someone's direct conversation with the bot."""
    return f"D{user[1:]}"


async def _body(request: web.Request) -> Json:
    if request.content_type == "application/json":
        read: Json = await request.json()
        return read
    fields = {**request.query, **{k: str(v) for k, v in (await request.post()).items()}}
    structured = ("blocks", "view")
    return {k: json.loads(v) if k in structured else v for k, v in fields.items()}


@asynccontextmanager
async def running(people: Sequence[Json] = (), port: int = 0) -> AsyncIterator[FakeSlack]:
    """The fake on loopback, for the length of an `async with`."""
    slack = FakeSlack(people)
    app = web.Application(client_max_size=2_000_000)
    app.router.add_route("*", "/api/{method}", slack.handle)
    app.router.add_post("/response", slack.respond)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", port)
    await site.start()
    slack.api = f"http://127.0.0.1:{runner.addresses[0][1]}/api/"
    slack.response_url = slack.api.replace("/api/", "/response")
    try:
        yield slack
    finally:
        await runner.cleanup()
