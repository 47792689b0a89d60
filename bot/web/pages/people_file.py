"""A spreadsheet of people in a browser: chosen as a file, seen as what would change, or refused
whole with each wrong line.

It stands in place of the form into which lines are pasted elsewhere; what it says is the same.
"""

from dataclasses import replace
from secrets import token_urlsafe
from typing import Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from bot.core.admission import Incoming
from bot.web.callers import Account, Caller
from bot.web.frame import Frame
from bot.web.render import pages as render
from bot.web.uploads import TooBigError, uploaded
from handlers.administration.people.sheet import MOST
from handlers.contract.outcomes import Refuse
from handlers.contract.people import Event
from prompts.shapes import Form
from prompts.words import Plain, Words, say
from storage.typed.encodings import UnreadableError, decoded

MOST_BYTES: Final = 1024 * 1024
"""The most lines fit, with two hundred letters each."""
_ASK: Final = "administration.sheet"
_CAME_BY: Final = "people-file"
"""Below which it is said in the other language what is wrong with a file."""


class PeopleFilePages:
    """One page: a file to choose, and what is wrong with it."""

    def __init__(self, account: Account) -> None:
        self._account = account

    def routes(self) -> list[Route]:
        """Gives the addresses."""
        place = self._account.place
        return [
            Route(f"{place}/do/{_ASK}", self.ask, methods=["GET"]),
            Route(f"{place}/people", self.take, methods=["POST"]),
            Route(f"{place}/do/{_CAME_BY}/language", self.translate, methods=["POST"]),
        ]

    async def ask(self, request: Request) -> Response:
        """Shows the empty page to those who administer anything."""
        caller = await self._account.people.caller(request)
        return await self._not_theirs(caller) or self._shown(caller)

    async def take(self, request: Request) -> Response:
        """Shows what a file would change, to be confirmed; of one that is refused nothing stays."""
        caller = await self._account.people.caller(request)
        if refused := await self._not_theirs(caller):
            return refused
        try:
            sent = await uploaded(request, MOST_BYTES)
            text = decoded(sent.data)
        except TooBigError:
            return self._shown(caller, say("import-too-big", most=MOST))
        except UnreadableError as wrong:
            return self._shown(caller, _unreadable(wrong))
        if not text.strip():
            return self._shown(caller, say("import-file-missing"))
        event = Event(f"{_ASK}.send", answers={"sheet": text})
        incoming = Incoming(caller.actor, event, token_urlsafe(16))
        reply = await self._account.dispatch.handle(incoming)
        if isinstance(reply, Refuse):
            first = next(iter(reply.errors.values()), say("web-sorry-403-text"))
            return self._shown(caller, first)
        await self._account.drain()
        frame = self._frame(caller)
        if not reply.name_of:
            frame = self._account.carried(caller, frame, reply.form, event.verb)
        return HTMLResponse(render.page(reply.form, frame.language, frame))

    async def translate(self, request: Request) -> Response:
        """Says in the other language what is wrong with a file."""
        if refused := await self._not_theirs(await self._account.people.caller(request)):
            return refused
        caller, page, since = await self._account.brought(request, _CAME_BY)
        return self._shown(caller, page.errors.get("file") if page else None, since)

    async def _not_theirs(self, caller: Caller) -> Response | None:
        reply = await self._account.dispatch.handle(Incoming(caller.actor, Event(_ASK)))
        if not isinstance(reply, Refuse):
            return None
        lines = tuple(reply.errors.values())
        return HTMLResponse(render.sorry(say("web-sorry-403"), lines, caller.frame), 403)

    def _frame(self, caller: Caller) -> Frame:
        return replace(caller.frame, back=f"{caller.frame.home}/do/{_ASK}")

    def _shown(self, caller: Caller, wrong: Words | None = None, since: int = 0) -> Response:
        frame, title = self._frame(caller), say("administration-sheet-title")
        if wrong:
            page = Form(title, errors={"file": wrong})
            frame = self._account.carried(caller, frame, page, _CAME_BY, since, _CAME_BY)
        hint = say("web-people-file-hint", most=MOST)
        drawn = render.draw("people-file.html", title, frame, wrong=wrong, hint=hint)
        return HTMLResponse(drawn, 422 if wrong else 200)


def _unreadable(wrong: UnreadableError) -> Words:
    words = say(f"import-{wrong.why}")
    if not wrong.line:
        return words
    return say("administration-sheet-line", line=Plain(str(wrong.line)), fix=words)
