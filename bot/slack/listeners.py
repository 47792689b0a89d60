"""One listener for each kind of payload; what is done in it goes to our own dispatch.

Bolt runs with `process_before_response`: dispatch commits, and only then is Slack answered.
"""

import asyncio
import re
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field, replace
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.base.logs import log
from bot.core.admission import Actor, Incoming
from bot.core.ask_again import answered, asked_again
from bot.core.helping import helped
from bot.core.ports import Dispatching
from bot.slack import payloads as intake
from bot.slack.payloads import Acted, View
from bot.slack.render.fields import suggestions
from bot.slack.render.launcher import launcher
from bot.slack.render.surfaces import card, modal
from bot.slack.render.text import Json
from bot.slack.replies import errors_on, home_view, reply_view
from bot.slack.telling import Telling, What
from bot.slack.views import NotShownError, Views, anew, expected
from bot.slack.waits import Waits
from bot.slack.workspace.authorization import FAILURES, Authorization
from bot.slack.workspace.people import SlackPeople
from handlers.contract.outcomes import Ask, Refuse
from handlers.contract.people import Event
from handlers.registry import commands, only_asks
from prompts.shapes import Choice, Form, Several
from prompts.words import LANGUAGES, Plain, say, speak

ANY = re.compile(r"[\s\S]*")
SPOKEN = frozenset(("", "file_share", "me_message", "thread_broadcast"))
"""Subtypes by which people speak; edits, joins and the rest are none of our business."""
ENOUGH = 5
"""Others than the raiser; a public channel with fewer is too small for a link to hide in."""


@dataclass(frozen=True)
class Listeners:
    """What Bolt calls."""

    web: AsyncWebClient
    dispatch: Dispatching
    people: SlackPeople
    views: Views
    authorization: Authorization
    telling: Telling
    hear: Callable[[Json, str], Coroutine[Any, Any, None]]
    """Hears of somebody who is new, or has changed."""
    waits: Waits
    pages: str
    """Where people sign in in a browser; empty where they can't."""
    _tasks: set[asyncio.Task[None]] = field(default_factory=set, init=False)

    def attach(self, app: AsyncApp) -> None:
        """Adds one listener a payload type: Bolt would run only the first that matches."""
        app.command(ANY)(self.command)
        app.shortcut(ANY)(self.shortcut)
        app.action(ANY)(self.action)
        app.view(ANY)(self.submission)
        app.options(ANY)(self.suggestion)
        app.event(ANY)(self.event)

    async def command(self, body: Json, ack: AsyncAck) -> None:
        """Opens the form of a typed command."""
        acted = intake.command(body, self.authorization.team)
        if (found := commands().get(acted.event.verb)) is None or not found.typed:
            await ack(speak(say("slack-unknown"), await self._language(acted)))
            return
        try:
            await self.views.open(acted.trigger, self._reply_view(acted))
        except NotShownError:
            await ack(await self.telling.words(acted))
        else:
            await ack()

    async def shortcut(self, body: Json, ack: AsyncAck) -> None:
        """Opens the same form for a shortcut, for a flagged message with its link."""
        acted = intake.shortcut(body, self.authorization.url, self.authorization.team)
        channel = intake.countable(body) if acted.event.link else ""
        await self._open(acted, self._counted(acted, channel))
        await ack()

    async def action(self, body: Json, ack: AsyncAck) -> None:
        """Answers a pressed button, or an answer on which other questions depend."""
        view = intake.view(body)
        if intake.is_link(body):
            pass  # their browser opens it, and Slack tells us all the same
        elif not intake.is_press(body):
            if view is not None:
                await self._shown_anew(intake.reopening(body, view), view)
        elif view is not None and view.kind == "modal" and intake.is_helping(body):
            await self._helped(*intake.helping(body, view), view)
        elif view is None or view.kind != "modal":
            acted, home = intake.press(body, view, self.authorization.team), view is not None
            await self._open(acted, self._reply_view(acted, home=home))
            self._renew_home(acted, home)
        else:
            acted = intake.press(body, view)
            page = await self._reply_view(acted, home=view.meta.home)
            await self._change(acted, view, page)
            self._renew_home(acted, view.meta.home)
        await ack()

    async def submission(self, body: Json, ack: AsyncAck) -> None:
        """Takes a form that was sent: it is stored by the time Slack hears of it."""
        if (view := intake.view(body)) is None:
            raise intake.MalformedError("a submission without its view")
        acted = intake.submission(body, view)
        try:
            async with asyncio.timeout(self.waits.who):
                actor = await self.people.actor(acted.user, acted.team)
        except FAILURES as error:
            log.failed("looking up somebody on Slack", error)
            await self._keep_open(acted, view, ack)
            return
        reply = await self._handle(actor, acted)
        if isinstance(reply, Refuse) and reply.errors.keys() & view.meta.kept.keys():
            # What is wrong stands behind a fold: it is shown opened.
            incoming = Incoming(actor, acted.event, acted.token)
            reply = await asked_again(self.dispatch.handle, incoming, reply)
        if (errors := errors_on(reply, view, actor.language)) is not None:
            await ack(response_action="errors", errors=errors)
            return
        self._renew_home(acted, view.meta.home)
        page = reply_view(reply, actor.language, view.meta.opened, home=view.meta.home)
        await ack(response_action="update", view=page)

    async def suggestion(self, body: Json, ack: AsyncAck) -> None:
        """Lists what matches as somebody types; nothing of it is kept, and nothing is logged."""
        if (view := intake.view(body)) is None:
            raise intake.MalformedError("a search without its view")
        acted, name, typed = intake.looking(body, view)
        try:
            async with asyncio.timeout(self.waits.who):
                actor = await self.people.actor(acted.user, acted.team)
                found = await self._found(actor, acted, name, typed)
        except FAILURES:
            found = []  # they type on, and it is looked for again
        await ack(options=found)

    async def _found(self, actor: Actor, acted: Acted, name: str, typed: str) -> list[Json]:
        if not only_asks(acted.event.verb):
            return []
        reply = await self._handle(actor, acted)
        fields = () if isinstance(reply, Refuse) else reply.form.fields
        asked = (f for f in fields if f.name == name and isinstance(f, Choice | Several))
        return [option for f in asked for option in suggestions(f, typed, actor.language)]

    async def event(self, body: Json, ack: AsyncAck) -> None:
        """Shows one's concerns on the Home tab; answers a message with buttons; hears of people."""
        event = body.get("event") or {}
        kind = intake.text(event, "type")
        if kind == "app_home_opened" and event.get("tab", "home") == "home":
            await self._show_home(intake.need(event, "user"), intake.workspace(body))
        elif kind == "app_mention" or (kind, event.get("channel_type")) == ("message", "im"):
            await self._launch(body, event)
        elif kind in {"team_join", "user_change"}:
            self._hear(event, intake.text(body, "team_id"))
        await ack()

    def _hear(self, event: Json, team: str) -> None:
        user = event.get("user")
        if not isinstance(user, dict) or not intake.need(user, "id") or not team:
            raise intake.MalformedError("a change of nobody")
        # Slack isn't kept waiting: whatever is missed here is found by the nightly reading.
        self._begin(self.hear(user, team), "slack directory")

    async def _launch(self, body: Json, event: Json) -> None:
        if event.get("bot_id") or event.get("subtype", "") not in SPOKEN or not event.get("user"):
            return
        if not await self.dispatch.first_time(f"slack:{intake.need(body, 'event_id')}"):
            return
        user, channel = intake.need(event, "user"), intake.need(event, "channel")
        team = intake.text(event, "user_team") or intake.text(event, "team")
        stamp = intake.text(event, "ts")
        thread = stamp if event.get("channel_type") != "im" else ""
        try:
            actor = await self.people.actor(user, team or intake.workspace(body))
            await self.web.chat_postMessage(
                channel=channel, unfurl_links=False, unfurl_media=False,
                thread_ts=thread or None, **card(launcher(), actor.language),
            )  # fmt: skip
        except FAILURES as error:  # a courtesy: whoever wrote can write again
            log.failed("slack launcher", error)

    async def _open(self, acted: Acted, making: Any) -> None:
        try:
            await self.views.open(acted.trigger, making)
        except NotShownError:
            # A card's button may have done something by then; a shortcut or a menu's only asks.
            asked = only_asks(acted.event.verb)
            self._tell(acted, "slack-not-opened" if asked else "slack-not-shown")

    async def _change(self, acted: Acted, view: View, page: Json) -> None:
        try:
            await self.views.update(view.id, view.hash, page)
        except NotShownError:
            self._tell(acted, "slack-not-shown")

    def _tell(self, acted: Acted, what: What) -> None:
        self._begin(self.telling.tell(acted, what), "slack telling")

    async def _keep_open(self, acted: Acted, view: View, ack: AsyncAck) -> None:
        """Nobody can say who sent it: what was typed stays on the screen, to be sent again."""
        words = await self.telling.words(acted, "slack-not-sent")
        asked = (b.get("block_id", "") for b in view.blocks if b["type"] == "input")
        if first := next(asked, ""):
            await ack(response_action="errors", errors={first: words})
        else:
            sorry = reply_view(Refuse({"": Plain(words)}), LANGUAGES[0], view.meta.opened)
            await ack(response_action="update", view=sorry)

    async def _reply_view(self, acted: Acted, home: bool = False) -> Json:
        actor = await self.people.actor(acted.user, acted.team)
        reply = await self._handle(actor, acted)
        return reply_view(reply, actor.language, acted.event, home)

    async def _counted(self, acted: Acted, channel: str) -> Json:
        if channel and await self._people_in(channel) > ENOUGH:
            acted = replace(acted, event=replace(acted.event, link_tells=False))
        return await self._reply_view(acted)

    async def _people_in(self, channel: str) -> int:
        try:
            found = await self.web.conversations_info(channel=channel, include_num_members=True)
        except FAILURES:
            return 0  # then it is taken for a small one
        count = intake.at(found.data, "channel", "num_members")
        return count if isinstance(count, int) else 0

    async def _helped(self, acted: Acted, pressed: str, view: View) -> None:
        """Shows words to start from below a box, or puts them in; nothing is taken."""
        actor = await self.people.actor(acted.user, acted.team)
        incoming = Incoming(actor, acted.event, acted.token)
        reply = await helped(self.dispatch.handle, incoming, pressed)
        if isinstance(reply, Ask) and reply.form.verb == view.meta.verb:
            await self._put_anew(reply.form, actor.language, acted, view)

    async def _shown_anew(self, acted: Acted, view: View) -> None:
        actor = await self.people.actor(acted.user, acted.team)
        reply = await self._handle(actor, acted)
        if isinstance(reply, Ask) and reply.form.verb == view.meta.verb:
            form = answered(replace(reply.form, token=view.meta.token, errors={}), view.answers)
            await self._put_anew(form, actor.language, acted, view)

    async def _put_anew(self, form: Form, language: str, acted: Acted, view: View) -> None:
        form = expected(form, view.blocks, view.answers)
        fresh = modal(form, language, view.meta.opened, view.meta.home)
        fresh = fresh | ({"submit": view.submit} if view.submit else {})
        names = {f.name for f in form.fields}
        await self._change(acted, view, anew(fresh, view.blocks, names))

    async def _handle(self, actor: Actor, acted: Acted) -> Ask | Refuse:
        return await self.dispatch.handle(Incoming(actor, acted.event, acted.token))

    async def _language(self, acted: Acted) -> str:
        try:
            return (await self.people.actor(acted.user, acted.team)).language
        except FAILURES:
            return LANGUAGES[0]

    async def _show_home(self, user: str, team: str) -> None:
        acted = Acted(user, team, Event("mine"))
        actor = await self.people.actor(user, team)
        reply = await self._handle(actor, acted)
        await self.views.publish(user, home_view(reply, actor.language, self.pages))

    def _renew_home(self, acted: Acted, home: bool) -> None:
        """Someone who came from the Home tab finds it up to date when they go back."""
        if home:
            self._begin(self._show_home(acted.user, acted.team), "slack home")

    def _begin(self, work: Coroutine[Any, Any, None], name: str) -> None:
        task = asyncio.create_task(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.failed(task.get_name(), error)  # nobody waits for it, and it is done anew anyway

    async def wait(self) -> None:
        """Waits for what is still under way."""
        await self.views.wait()
        await asyncio.gather(*self._tasks, return_exceptions=True)
