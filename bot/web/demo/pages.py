"""The demo's own pages: choosing who you are, the clock, the meeting, what is stored."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from bot.base.requests import RefusedRequest
from bot.web.client import MEETING
from bot.web.context import Web
from bot.web.demo.meeting import START, posts
from bot.web.demo.stored import StoredThread, stores_view
from bot.web.forms import checked_subject, read
from bot.web.frame import Frame
from bot.web.pages.account import led_back
from bot.web.render.pages import draw
from prompts.words import Day, Labelled, Term, UnknownWordsError, Words, say, speak
from storage.partnership import WorkingTime, next_slot


class DemoPages:
    """What stands around the product while there is no sign-in."""

    def __init__(self, web: Web) -> None:
        self._web = web

    def routes(self) -> list[Route]:
        """Gives the addresses."""
        return [
            Route("/", self.choose, methods=["GET"]),
            Route("/as/{slug}/meeting", self.meeting, methods=["GET"]),
            Route("/meeting", self.meeting, methods=["GET"]),
            Route("/stored", self.threads, methods=["GET"]),
            Route("/stored/{thread}", self.stored, methods=["GET"]),
            Route("/demo/clock", self.clock, methods=["POST"]),
        ]

    async def choose(self, request: Request) -> Response:
        """Shows everybody, to be chosen from."""
        frame, people = self._frame(request, "choose"), self._web.people
        chosen = request.query_params.get("agency", "")
        first, agencies = people.first(chosen), people.agencies(frame.language)
        shown = [a for a in agencies if a.id == chosen or first is None]
        welcome = say("web-welcome", partnership=Labelled(dict(self._web.partnership.name)))
        return _shown("choose.html", welcome, frame, agencies=shown, first=first)

    async def meeting(self, request: Request) -> Response:
        """Shows the strategy meeting's channel."""
        frame = replace(self._frame(request, "meeting"), room=MEETING)
        cards = [START, *await self._web.client.cards(MEETING)]
        if frame.who is None:  # somebody has to be chosen before anything is pressed
            cards = [replace(card, buttons=()) for card in cards]
        start, *standing = cards
        return _shown(
            "meeting.html",
            say("web-meeting"),
            frame,
            posts=posts(frame.language),
            begins=start.buttons,
            cards=standing,
        )

    async def threads(self, request: Request) -> Response:
        """Lists every thread there is, by its day and kind."""
        frame = self._frame(request, "stored")
        threads = _listed(await self._web.stored_threads(), frame.language)
        return _shown(
            "threads.html", say("web-stored-all"), frame, threads=threads, query=frame.query
        )

    async def stored(self, request: Request) -> Response:
        """Shows both databases' rows of one thread."""
        thread = checked_subject(request.path_params["thread"])
        tables = await self._web.stored_rows(thread)
        if not any(table.rows for table in tables):
            raise RefusedRequest(404)
        frame = self._frame(request, "stored").about(thread)
        stores = stores_view(tables, frame.language)
        return _shown(
            "stored.html", say("web-stored-this"), frame, stores=stores, query=frame.query
        )

    async def clock(self, request: Request) -> Response:
        """Moves the demo's time on, and does what has fallen due."""
        sent = await read(request)
        slug, now = sent.own("as"), self._web.clock.now()
        agency = self._web.people.agency_of(slug)
        match sent.own("to"):
            case "slot":
                moment = next_slot(self._web.partnership, agency, now)
            case "day":
                moment = WorkingTime(agency).next_working_day(now)
            case "due":
                moment = await self._web.next_due() or now
            case _:
                raise RefusedRequest(400)
        await self._pass_until(moment)
        if not slug:
            return led_back("", f"/{self._frame(request, '').impersonal}")
        return led_back(sent.own("back"), f"/as/{slug}")

    async def _pass_until(self, moment: datetime) -> None:
        """Everything is done at its own moment on the way, as if somebody had waited."""
        web, last = self._web, self._web.clock.now()
        while True:
            due, morning = await web.next_due(), web.next_morning(last)
            stop = due if due is not None and last < due < morning else morning
            if stop > moment:
                break
            last = stop
            web.clock.forward_to(stop)
            await web.drain()
            if stop == morning:
                await web.by_the_calendar()
        web.clock.forward_to(moment)
        await web.drain()
        await web.by_the_calendar()

    def _frame(self, request: Request, at: str) -> Frame:
        now, people = self._web.clock.now(), self._web.people
        slug = request.path_params.get("slug") or request.query_params.get("as", "")
        if not slug:
            return people.nobody(request.query_params.get("lang", "en"), now, at)
        path = str(request.url.replace(scheme="", netloc=""))
        return people.frame(slug, now, at=at, back=path)


def _shown(template: str, title: Words, frame: Frame, **values: object) -> Response:
    return HTMLResponse(draw(template, title, frame, **values))


def _listed(threads: Sequence[StoredThread], language: str) -> list[dict[str, str]]:
    return [
        {"id": quote(t.id), "day": speak(Day(t.day), language), "kind": _kind(t.kind, language)}
        for t in threads
    ]


def _kind(kind: str, language: str) -> str:
    try:
        return speak(Term(kind), language)
    except UnknownWordsError:
        return kind
