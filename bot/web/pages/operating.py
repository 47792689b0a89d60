"""The operator's page: what can't be delivered, credentials, holds, purges, backups, health.

Nothing of what was said stands on it, and nobody who raised anything; days, and no times.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Protocol

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from bot.base.credentials.expiring import ends_soon
from bot.base.requests import RefusedRequest
from bot.core.delivery.answers import BUSY
from bot.web.callers import Account, Caller
from bot.web.forms import checked_subject, read
from bot.web.render.pages import draw
from prompts.words import Day, UnknownWordsError, say, speak
from storage.delivery.undelivered import Undelivered
from storage.partnership import AgencyId, label

MOST: Final = 100
"""So many messages stand on the page; sending all again takes the others along."""
_DONE: Final = ("again", "end", "none")


@dataclass(frozen=True)
class Overview:
    """What operators see to."""

    today: date
    undelivered: Sequence[Undelivered]
    ready: bool
    """Whether `/readyz` says so."""
    states: Mapping[str, str]
    """Each platform, and how it stands: ok, away, wrong, or starting."""
    faults: Mapping[str, str]
    """Each platform that refuses what we are, and in which word."""
    late: int
    """Steps that are late."""
    credentials: Mapping[str, date | None]
    """Each that is set, and on which day it ends; None where nobody wrote that down."""
    held: Sequence[str]
    """Threads under legal hold."""
    kept_days: int
    due: int
    """Threads whose time is over, and that go with the next purge."""
    due_held: int
    """Others whose time is over, kept by a legal hold."""
    backed_up: date | None
    """When a backup was last made from this server."""


class Operations(Protocol):
    """What an operator sees and does. Fulfilled by `bot.ops.checking.operating.Operating`."""

    async def look(self) -> Overview:
        """Looks at all of it."""

    async def send_again(self, ids: Sequence[str]) -> int:
        """Has these messages go out at once; without ids, all. Counts them."""

    async def give_up(self, ids: Sequence[str]) -> int:
        """Tries these no more, and moves their threads on. Counts them."""


class OperatorPages:
    """One page, for those whom the partnership's file lists under `operators`."""

    def __init__(self, account: Account, operations: Operations) -> None:
        self._account = account
        self._operations = operations

    def routes(self) -> list[Route]:
        """Gives the addresses."""
        place = f"{self._account.place}/operating"
        return [
            Route(place, self.look, methods=["GET"]),
            Route(place, self.act, methods=["POST"]),
        ]

    async def look(self, request: Request) -> Response:
        """Shows how everything stands."""
        caller = self._operator(await self._account.people.caller(request))
        done = request.query_params.get("done", "")
        found, language = await self._operations.look(), caller.frame.language
        frame = replace(caller.frame, at="operating", back=f"{caller.frame.home}/operating")
        title = say("operating-title")
        drawn = draw(
            "operating.html", title, frame, it=found, done=done if done in _DONE else "",
            agencies=self._by_agency(found.undelivered[:MOST], language), soon=ends_soon,
            more=max(len(found.undelivered) - MOST, 0), day=_days(language), busy=BUSY,
        )  # fmt: skip
        return HTMLResponse(drawn)

    async def act(self, request: Request) -> Response:
        """Sends again, or gives up: one message, or everything again."""
        # Without a session nothing is read; with one, what came is checked before who sent it.
        asked, sent = await self._account.people.caller(request), await read(request)
        caller = self._operator(asked)
        if ended := checked_subject(sent.own("_end")):
            done = "end" if await self._operations.give_up([ended]) else "none"
        else:
            one = checked_subject(sent.own("_again"))
            if not one and not sent.own("_all"):
                raise RefusedRequest(400)
            count = await self._operations.send_again([one] if one else [])
            done = "again" if count else "none"
        await self._account.drain()
        return RedirectResponse(f"{caller.frame.home}/operating?done={done}", status_code=303)

    def _operator(self, caller: Caller) -> Caller:
        if caller.actor.person not in self._account.partnership.operators:
            raise RefusedRequest(404)  # for anybody else there is no such page
        return caller

    def _by_agency(
        self, found: Sequence[Undelivered], language: str
    ) -> list[tuple[str, list[tuple[Undelivered, str]]]]:
        agencies: dict[str, list[tuple[Undelivered, str]]] = {}
        for each in found:
            agencies.setdefault(each.agency, []).append((each, _kind(each.kind, language)))
        return [(self._called(id, language), each) for id, each in sorted(agencies.items())]

    def _called(self, agency: str, language: str) -> str:
        if not agency:
            return speak(say("operating-no-agency"), language)
        return label(self._account.partnership.agency(AgencyId(agency)).name, language) or agency


def _days(language: str) -> object:
    def said(day: date) -> str:
        return speak(Day(day), language)

    return said


def _kind(kind: str, language: str) -> str:
    if not kind:
        return speak(say("operating-no-kind"), language)
    try:
        return speak(say(f"kind-of-{kind.replace('_', '-')}"), language)
    except UnknownWordsError:
        return kind
