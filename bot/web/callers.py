"""Whose request it is: in the demo whoever the address names, for real whoever has signed in."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from secrets import token_urlsafe
from typing import Final, Protocol

from starlette.requests import Request

from bot.core.admission import Actor, Incoming
from bot.core.ports import Dispatching
from bot.web.carrying import CARRIED, PAGE, Carrying
from bot.web.client import WebClient
from bot.web.forms import MOST, read
from bot.web.frame import Frame
from handlers.contract.people import Event
from prompts.shapes import Form
from storage.partnership import Partnership

_MOST: Final = MOST // 2
"""Letters of a page that goes along, so that all else in its form still fits."""


@dataclass(frozen=True)
class Caller:
    """Somebody at their own pages."""

    actor: Actor = field(repr=False)
    frame: Frame = field(repr=False)
    """What stands around each page of theirs."""
    box: str = field(repr=False)
    """Where the messages to them lie; nobody's for somebody who gets them elsewhere."""


class People(Protocol):
    """Tells whose request it is."""

    async def caller(self, request: Request) -> Caller:
        """Finds who asks. Raises RefusedRequest, or Nobody, for whoever may see no such page."""

    def choose_language(self, caller: Caller, language: str) -> None:
        """Hears of a language that they have chosen; RefusedRequest for one that isn't spoken."""


@dataclass(frozen=True)
class Account:
    """What a person's own pages are made from, in the demo and for real."""

    dispatch: Dispatching
    partnership: Partnership
    people: People
    client: WebClient
    drain: Callable[[], Awaitable[object]]
    """Does what has fallen due, where no clock of its own does."""
    place: str
    """Below which the pages stand, as routes spell it."""
    carrying: Carrying = field(default_factory=Carrying)
    rooms: bool = False
    """Whether meetings have pages: only the demo's has."""

    async def choose_language(self, caller: Caller, language: str) -> None:
        """Has somebody read in that language from now on."""
        self.people.choose_language(caller, language)
        chosen = Event("language.send", "", {"language": language})
        await self.dispatch.handle(Incoming(caller.actor, chosen, token_urlsafe(16)))

    def carried(
        self,
        caller: Caller,
        frame: Frame,
        page: Form,
        came_by: str,
        since: int = 0,
        shown_by: str = PAGE,
    ) -> Frame:
        """Has the language's buttons bring this page along; one that is too long to come back stays
        where it is."""
        sealed = self.carrying.carried(page, caller.actor.person, shown_by, since)
        if len(sealed) > _MOST:
            return frame
        return replace(frame, carried=sealed, came_by=came_by)

    async def brought(self, request: Request, shown_by: str) -> tuple[Caller, Form | None, int]:
        """Takes the other language, and the page that came along with it: None for any that isn't
        theirs, or isn't drawn here; and since when it is shown."""
        caller, sent = await self.people.caller(request), await read(request)
        await self.choose_language(caller, sent.own("_language"))
        # As somebody who reads in that language from now on.
        caller = await self.people.caller(request)
        found = self.carrying.read(sent.own(CARRIED), caller.actor.person, shown_by)
        page, since = found or (None, 0)
        return caller, page, since
