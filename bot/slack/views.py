"""Puts modals and the Home tab before people, within the three seconds that Slack gives."""

import asyncio
from collections.abc import Collection, Coroutine, Sequence
from dataclasses import replace
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.base.logs import log
from bot.slack.client import code_of
from bot.slack.render.fields import FIELD, TICK, WARNING, asked_in, depends_on
from bot.slack.render.surfaces import TOP, modal, waiting
from bot.slack.render.text import Json
from bot.slack.waits import Waits
from handlers.contract.people import Event
from handlers.shared.steps.folds import REST, rest
from prompts.folding import only
from prompts.shapes import Answers, Callout, Form
from prompts.words import LANGUAGES, say

EXCHANGED = frozenset(("exchanged_trigger_id", "trigger_exchanged"))
"""Its trigger was used before: the same request came twice, and the first one opened the form."""
NOTES = ("context", "section", "actions")
"""What explains the question above it, or helps with it: hints, what its answer reveals."""
OVERTAKEN = frozenset(("hash_conflict", "not_found", "view_not_found"))


class NotShownError(Exception):
    """Slack didn't put it before the person, whatever the reason: they must be told in words."""


class Views:
    """What the person who acted is shown."""

    def __init__(self, web: AsyncWebClient, waits: Waits) -> None:
        self._web = web
        self._waits = waits
        self._begun: set[asyncio.Future[Json]] = set()

    async def open(self, trigger: str, making: Coroutine[Any, Any, Json]) -> None:
        """Opens a modal once it is made; at once, with a word of patience, if that takes long.

        Raises NotShownError.
        """
        made = asyncio.ensure_future(making)
        await asyncio.wait({made}, timeout=self._waits.making)
        if made.done():
            await self._open(trigger, await _or_sorry(made))
            return
        try:
            opened = await self._open(trigger, waiting())
        except NotShownError:
            self._go_on(made)  # the person can't wait for it, and hears now
            raise
        await self.update(opened, "", await _or_sorry(made))

    def _go_on(self, made: "asyncio.Future[Json]") -> None:
        """Finishes what was begun, though nobody will see it."""
        ending = asyncio.ensure_future(_or_sorry(made))
        self._begun.add(ending)
        ending.add_done_callback(self._begun.discard)

    async def wait(self) -> None:
        """Waits for what is still under way."""
        await asyncio.gather(*self._begun)

    async def _open(self, trigger: str, view: Json) -> str:
        try:
            async with asyncio.timeout(self._waits.opening):
                opened = await self._web.views_open(trigger_id=trigger, view=view)
                return str((opened.get("view") or {}).get("id", ""))
        except Exception as error:  # a proxy's page or an empty answer trips the library anywhere
            if isinstance(error, SlackApiError) and code_of(error) in EXCHANGED:
                return ""
            log.failed("opening a form in Slack", error)
            raise NotShownError from None

    async def update(self, view_id: str, hash_: str, view: Json) -> None:
        """Changes a modal, unless a newer change or its closing came first.

        Raises NotShownError.
        """
        only_if = {"hash": hash_} if hash_ else {}
        try:
            async with asyncio.timeout(self._waits.changing):
                await self._web.views_update(view_id=view_id, view=view, **only_if)
        except Exception as error:
            if isinstance(error, SlackApiError) and code_of(error) in OVERTAKEN:
                return
            log.failed("changing a form in Slack", error)
            raise NotShownError from None

    async def publish(self, user: str, view: Json) -> None:
        """Shows the Home tab."""
        await self._web.views_publish(user_id=user, view=view)


async def _or_sorry(made: "asyncio.Future[Json]") -> Json:
    """Somebody is looking at "one moment" and must not go on waiting."""
    await asyncio.wait({made})
    if (error := made.exception()) is None:
        return made.result()
    log.failed("slack", error)
    said = (Callout(say("slack-sorry-line"), "warn"), Callout(say("slack-urgent"), "urgent"))
    sorry = Form(title=say("slack-sorry"), blocks=said)
    return modal(sorry, LANGUAGES[0], Event(""))


def expected(form: Form, displayed: Sequence[Json], answers: Answers) -> Form:
    """Leaves out what no answer brings: the questions of a form's next step wait for their turn,
    or words drafted further up would be sent by somebody who never saw them. What was folded away
    stays so."""
    before = [_name(b) for b in displayed]
    known = {*before, *answers}
    fields = (f for f in form.fields if f.name in known or depends_on(f))
    form = replace(form, fields=tuple(fields))
    return only(form, before[: before.index(REST)], rest()) if answers.get(REST) == "" else form


def anew(fresh: Json, displayed: Sequence[Json], known: Collection[str]) -> Json:
    """Shows a form anew after an answer, keeping what came with a submission where it stood:
    warnings, drafted words, the choice to send anyway. Asking for the form doesn't bring them.
    """
    top = [b for b in displayed if _id(b).startswith(TOP)]
    below = [b for b in fresh["blocks"] if not _id(b).startswith(TOP)]
    before = ""
    for block in displayed:
        if (name := _name(block)) and name not in {*known, REST}:
            below.insert(_after(before, below), block)
        before = name or before
    for block in displayed:
        if _id(block).startswith(WARNING) and (at := _before(_id(block), below)) is not None:
            below.insert(at, block)
    return fresh | {"blocks": [*top, *below]}


def _before(warning: str, blocks: Sequence[Json]) -> int | None:
    """The place before the question that a warning is about, which may be gone."""
    names, name = [_name(b) for b in blocks], warning.rpartition(":")[2]
    return names.index(name) if name in names else None


def _after(name: str, blocks: Sequence[Json]) -> int:
    """The place after a question and all that explains it; at the very start if it is gone."""
    names = [_name(b) for b in blocks]
    at = names.index(name) + 1 if name and name in names else 0
    while 0 < at < len(blocks) and not names[at] and blocks[at]["type"] in NOTES:
        at += 1
    return at


def same_questions(one: Sequence[Json], other: Sequence[Json]) -> bool:
    """Tells whether two views ask the same and say as much above it: then errors alone will do."""
    marks = (TOP, FIELD, TICK)
    asked, before = (
        [_name(b) or _id(b) for b in view if _id(b).startswith(marks)] for view in (one, other)
    )
    return asked == before


def _name(block: Json) -> str:
    """The question that a block asks; empty if it asks none."""
    return asked_in(_id(block))


def _id(block: Json) -> str:
    found = block.get("block_id")
    return found if isinstance(found, str) else ""
