"""The pages on which people sign in by a link, and out again."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Final
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from bot.base.metrics import SIGN_IN_FAILED
from bot.base.rate_limits import Window
from bot.base.requests import RefusedRequest
from bot.web.callers import Caller
from bot.web.forms import SENT, OldFormError, read
from bot.web.frame import Frame
from bot.web.public import counted_as, language_of
from bot.web.render.pages import draw, sorry
from bot.web.signin.cookies import SESSION as SIGNED_IN
from bot.web.signin.cookies import no_cookie
from bot.web.signin.links import LINK, WAY, Links
from bot.web.signin.people import ME, SESSION, NobodyError, SignedIn
from bot.web.signin.sessions import Session, Sessions
from bot.web.signin.starts import TEN_MINUTES, FormTokens, Start, Starts
from prompts.words import Labelled, Plain, Words, say
from storage.directory.session_marks import SessionMarks
from storage.engine.clock import Clock
from storage.partnership import Partnership, PersonId

SIGN_OUT: Final = f"{ME}/sign-out"
_UNREADABLE: Final = 422
_SENT: Final = "sent"
"""Stands in the address of the page that says so, whoever's address was given."""
_TO_NETWORK: Final = 30
"""Times in ten minutes that one network may ask for a link."""


@dataclass(frozen=True)
class Doorway:
    """A way in that stands on the page beside the link: an account elsewhere."""

    place: str
    title: Words


@dataclass(frozen=True)
class Drawing:
    """A page that anybody may see, still to be drawn."""

    template: str
    title: Words
    note: Words | None = None
    """What just came of a way in."""
    status: int = 200
    values: Mapping[str, object] = field(default_factory=dict, repr=False)
    keep: str = field(default="", repr=False)
    """What stays in the address when the other language is chosen."""


@dataclass(frozen=True)
class Entry:
    """What every way in has in common."""

    partnership: Partnership
    clock: Clock
    sessions: Sessions
    starts: Starts
    tokens: FormTokens
    people: SignedIn
    marks: SessionMarks
    links: Links
    doorways: Sequence[Doorway] = field(default=())

    async def let_in(self, person: PersonId | None, request: Request, otherwise: Words) -> Response:
        """Begins a session for somebody who may come in; to anybody else says these words."""
        standing = await self.people.standing(person) if person else None
        if standing is None:
            SIGN_IN_FAILED.inc()
            return self.asked(request, otherwise, 403)
        response = RedirectResponse(ME, status_code=303)
        if session := request.scope.get(SESSION):
            await self.end(session, response)
        begun = self.sessions.begin(standing.seen.person, standing.mark)
        response.headers.append("set-cookie", begun)
        response.headers.append("set-cookie", self.starts.gone())
        return response

    async def end(self, session: Session, response: Response) -> None:
        """Ends the session of whoever has signed in here, also for a copy of its cookie."""
        await self.marks.end(session.id, self.sessions.until(session))
        # Nobody who sits down here next finds a page of theirs.
        response.headers["clear-site-data"] = '"cache", "storage"'

    def asked(self, request: Request, note: Words | None = None, status: int = 200) -> Response:
        """Shows the ways in, with a word about what just came of one."""
        start = self.starts.read(request) or self.starts.new()
        wrong = status == _UNREADABLE
        ways = {"doorways": self.doorways, "sends": self.links.sends, "wrong": wrong}
        page = Drawing("sign-in.html", say("sign-in-title"), note, status, ways)
        return self.shown(page, request, start)

    def shown(self, page: Drawing, request: Request, start: Start) -> Response:
        """Draws a page for somebody whom we don't know yet; their browser goes on carrying that."""
        language = language_of(request.query_params.get("lang", ""), request)
        # Where somebody has signed in, also if that is over, the guard asks for their own token.
        session: Session | None = request.scope.get(SESSION)
        csrf = self.tokens.of(session.id if session else start.mark)
        frame = Frame(language, demo=False, csrf=csrf, keep=page.keep)
        around = {"note": page.note, "partnership": Labelled(dict(self.partnership.name))}
        drawn = draw(page.template, page.title, frame, **(around | dict(page.values)))
        response = HTMLResponse(drawn, page.status)
        response.headers.append("set-cookie", self.starts.kept(start))
        return response


class SignInPages:
    """Links in, and the way out."""

    def __init__(self, entry: Entry) -> None:
        self._entry = entry
        self._to_network = Window(_TO_NETWORK, TEN_MINUTES, entry.clock)

    def routes(self) -> list[Route]:
        """Gives the addresses."""
        return [
            Route("/", self.first, methods=["GET"]),
            Route("/sign-in", self.first, methods=["GET"]),
            Route("/sign-in", self.send, methods=["POST"]),
            Route(LINK, self.look, methods=["GET"]),
            Route(LINK, self.open, methods=["POST"]),
            Route(SIGN_OUT, self.ask_out, methods=["GET"]),
            Route(SIGN_OUT, self.out, methods=["POST"]),
        ]

    async def first(self, request: Request) -> Response:
        """Shows the ways in, or leads somebody who has signed in to their own page; once more, in
        the other language, that a link is on its way to whoever has just asked for one."""
        session: Session | None = request.scope.get(SESSION)
        if session and await self._entry.people.of(session):
            return RedirectResponse(ME, status_code=303)
        start = self._entry.starts.read(request)
        if request.query_params.get(_SENT) and start and start.way == WAY:
            return self._entry.shown(_sent_page(), request, start)
        return self._entry.asked(request)

    async def send(self, request: Request) -> Response:
        """Has a link sent, and says the same whoever's address it is."""
        sent, entry = await read(request), self._entry
        address = str(sent.answers.get("email", "")).strip()
        if not entry.links.sends:
            raise RefusedRequest(404)
        if "@" not in address:
            return entry.asked(request, say("sign-in-no-address"), _UNREADABLE)
        if not self._to_network.allows(counted_as(request)):
            return entry.asked(request, say("sign-in-rest"), 429)
        language = language_of(request.query_params.get("lang", ""), request)
        carried = entry.links.ask(address, language, counted_as(request))
        asked = entry.starts.gone_on(entry.starts.read(request), WAY, carried)
        return entry.shown(_sent_page(), request, asked)

    async def look(self, request: Request) -> Response:
        """Shows the page behind a link. It uses nothing up, since programs look at links too."""
        query = request.query_params
        return await self._behind(request, query.get("invitation", ""), query.get("code", ""))

    async def _behind(
        self, request: Request, invitation: str, code: str, note: Words | None = None
    ) -> Response:
        """Asks whether to sign in with a link, and says who is signed out by that; or why not."""
        entry, start = self._entry, self._entry.starts.read(request)
        status, here = 403 if note else 200, await self._here(request)
        member = entry.links.invites(invitation) if invitation else None
        if invitation and here and not member:
            return _closed_to(here, say("sign-in-link-over"), status)
        if not invitation and (start is None or start.way != WAY):
            if here:
                return _closed_to(here, say("sign-in-link-closed"), status)
            return entry.asked(request, say("sign-in-other-browser"), status)
        name, value = ("invitation", invitation) if invitation else ("code", code)
        other = here and not (member and member.id == request.scope[SESSION].person)
        names = {"who": member.name if member else "", "out": _name(here) if here and other else ""}
        values = {"name": name, "value": value, "at": LINK, **names}
        keep, title = f"&{urlencode({name: value})}", say("sign-in-open-title")
        page = Drawing("sign-in-open.html", title, note, status, values, keep)
        return entry.shown(page, request, start or entry.starts.new())

    async def _here(self, request: Request) -> Caller | None:
        with suppress(NobodyError):
            return await self._entry.people.caller(request)
        return None

    async def open(self, request: Request) -> Response:
        """Signs in whom the link is for: once, and only in the browser that asked for it."""
        links = self._entry.links
        try:
            sent = await read(request)
        except OldFormError:
            # Its page said who is signed in here, and that is somebody else by now, or nobody.
            sent, note = request.scope[SENT], say("sign-in-look-again")
            return await self._behind(request, sent.own("_invitation"), sent.own("_code"), note)
        invitation = sent.own("_invitation")
        if invitation:
            person = links.invited(invitation)
        else:
            person = links.opened(self._entry.starts.read(request), sent.own("_code"))
        return await self._entry.let_in(person, request, say("sign-in-link-over"))

    async def ask_out(self, request: Request) -> Response:
        """Asks whether to sign out here, or everywhere."""
        caller = await self._entry.people.caller(request)
        frame = replace(caller.frame, at="sign-out", back=SIGN_OUT)
        return HTMLResponse(draw("sign-out.html", say("sign-out"), frame, at=SIGN_OUT))

    async def out(self, request: Request) -> Response:
        """Ends this session, or every session of theirs."""
        caller, sent = await self._entry.people.caller(request), await read(request)
        if sent.answers.get("everywhere"):
            await self._entry.marks.renew(self._entry.partnership.accounts_of(caller.actor.person))
        session, request.scope[SESSION] = request.scope[SESSION], None
        response = self._entry.asked(request, say("sign-out-done"))
        response.headers.append("set-cookie", no_cookie(SIGNED_IN))
        await self._entry.end(session, response)
        return response


def _sent_page() -> Drawing:
    title = say("sign-in-sent-title")
    return Drawing("sign-in-sent.html", title, keep=f"&{_SENT}=yes")


def _name(here: Caller) -> str:
    return here.frame.who.name if here.frame.who else ""


def _closed_to(here: Caller, why: Words, status: int) -> Response:
    """Says to whoever has signed in why a link doesn't open: which reason it is would tell whoever
    reads a mailbox whether somebody has signed in. They are led to their page."""
    lines = why, say("sign-in-already", name=Plain(_name(here)))
    return HTMLResponse(sorry(say("sign-in-link-title"), lines, here.frame), status)
