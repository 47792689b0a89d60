"""A person's pages: their home, the forms they ask for, what they send."""

from dataclasses import replace
from typing import Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from bot.base.requests import RefusedRequest
from bot.core.admission import Incoming, is_pass
from bot.core.ask_again import SEND, answered, asked_again, filled_again, still_wrong
from bot.core.helping import helped
from bot.web.callers import Account, Caller
from bot.web.carrying import CARRIED, PAGE
from bot.web.demo.meeting import link_of, place_at
from bot.web.forms import Sent, checked_subject, checked_verb, read, typed_in
from bot.web.frame import Frame
from bot.web.render import pages as render
from bot.web.render.shapes import case_address, draft_over
from handlers.contract.outcomes import Ask, Refuse
from handlers.contract.people import Event, Place
from handlers.registry import looks, only_asks
from prompts.shapes import Form
from prompts.words import say

_WRONG: Final = "_wrong"
"""Under this name goes along, sealed, what is wrong with a form."""
MOST: Final = 400
"""Letters in an address that say what of a list is shown."""


class AccountPages:
    """Everything of a person's own that the dispatcher answers; what is done in a meeting stands
    one step below."""

    def __init__(self, account: Account) -> None:
        self._account = account

    def routes(self) -> list[Route]:
        """Gives the addresses."""
        place = self._account.place
        rooms = [place, f"{place}/{{room}}"] if self._account.rooms else [place]
        return [
            Route(place, self.home, methods=["GET"]),
            Route(f"{place}/clear", self.clear, methods=["POST"]),
            Route(f"{place}/language", self.language, methods=["POST"]),
            *(
                Route(f"{room}/do/{{verb}}/language", self.translate, methods=["POST"])
                for room in rooms
            ),
            *(Route(f"{room}/do/{{verb}}", self.ask, methods=["GET"]) for room in rooms),
            *(Route(f"{room}/do/{{verb}}", self.act, methods=["POST"]) for room in rooms),
        ]

    async def home(self, request: Request) -> Response:
        """Shows what waits for them, what is new and what they raised; the address says of what
        waits which part."""
        caller, view = await self._account.people.caller(request), request.url.query[:MOST]
        frame = self._frame(request, caller, at="home")
        reply = await self._account.dispatch.handle(Incoming(caller.actor, Event("mine", view)))
        if isinstance(reply, Refuse):
            return _refused(request, reply, frame)
        cards = [] if view else await self._account.client.cards(caller.box)
        return HTMLResponse(render.home(reply.form, cards, frame))

    async def clear(self, request: Request) -> Response:
        """Clears the messages."""
        caller, sent = await self._account.people.caller(request), await read(request)
        await self._account.client.clear(caller.box)
        return led_back(sent.own("back"), caller.frame.home)

    async def language(self, request: Request) -> Response:
        """Shows the same page again in the other language, which the top bar switches to."""
        caller, sent = await self._account.people.caller(request), await read(request)
        await self._account.choose_language(caller, sent.own("language"))
        return led_back(sent.own("back"), caller.frame.home)

    async def ask(self, request: Request) -> Response:
        """Shows a form or a page that changes nothing by being asked for."""
        caller = await self._account.people.caller(request)
        verb = checked_verb(request.path_params["verb"])
        if verb == "mine":
            return RedirectResponse(caller.frame.home, status_code=303)
        if not only_asks(verb):
            raise RefusedRequest(405)
        subject = checked_subject(request.query_params.get("subject", ""))
        post = request.query_params.get("post", "")
        return await self._answer(request, caller, Event(verb, subject), post)

    async def act(self, request: Request) -> Response:
        """Takes a form or a press; the form's token makes sending twice do it once."""
        caller = await self._account.people.caller(request)
        verb, sent = checked_verb(request.path_params["verb"]), await read(request)
        event = Event(verb, sent.subject, sent.answers)
        if pressed := sent.own("_help"):
            return await self._helped(request, caller, event, sent, pressed)
        token = sent.own("_token")
        response = await self._answer(request, caller, event, sent.own("_post"), token)
        if verb == "language.send" and response.status_code == 200:
            self._account.people.choose_language(caller, sent.own("language"))
            return RedirectResponse(caller.frame.home, status_code=303)
        return response

    async def translate(self, request: Request) -> Response:
        """Shows a page in another language with all that was typed; nothing is taken or kept."""
        caller = await self._account.people.caller(request)
        verb = checked_verb(request.path_params["verb"])
        sent, opens = await read(request), verb.removesuffix(SEND)
        await self._account.choose_language(caller, sent.own("_language"))
        # As somebody who reads in that language from now on.
        caller = await self._account.people.caller(request)
        event = Event(opens, sent.subject, sent.answers)
        if page := sent.own(CARRIED):
            return self._carried(request, caller, event, page)
        if not only_asks(opens):
            return RedirectResponse(caller.frame.home, status_code=303)
        incoming = self._incoming(request, caller, event, sent.own("_post"), sent.own("_token"))
        reply = await filled_again(self._account.dispatch.handle, incoming)
        if isinstance(reply, Refuse):
            return _refused(request, reply, self._frame(request, caller))
        since = 0
        if wrong := self._account.carrying.read(sent.own(_WRONG), caller.actor.person, _WRONG):
            reply, since = still_wrong(reply, wrong[0].errors), wrong[1]
        return self._shown(request, caller, incoming, reply, sent.own("_post"), since)

    def _carried(self, request: Request, caller: Caller, event: Event, carried: str) -> Response:
        """Shows a page that no link leads to as it came along, with what was typed into it."""
        found = self._account.carrying.read(carried, caller.actor.person, PAGE)
        if found is None:
            return RedirectResponse(caller.frame.home, status_code=303)
        page, since = found
        filled = Ask(answered(page, event.answers, whole=True))
        return self._shown(request, caller, Incoming(caller.actor, event), filled, "", since)

    async def _answer(
        self, request: Request, caller: Caller, event: Event, post: str, token: str = ""
    ) -> Response:
        incoming = self._incoming(request, caller, event, post, token)
        handle = self._account.dispatch.handle
        reply = await handle(incoming)
        # What is wrong with an answer is said on the form itself, not on a page of its own.
        if isinstance(reply, Refuse) and any(reply.errors):
            reply = await asked_again(handle, incoming, reply, whole=True)
        if request.method == "POST":
            await self._account.drain()
        if looks(event.verb):
            self._account.client.seen(caller.box)
        if isinstance(reply, Refuse):
            return _refused(request, reply, self._frame(request, caller))
        return self._shown(request, caller, incoming, reply, post)

    async def _helped(
        self, request: Request, caller: Caller, event: Event, sent: Sent, pressed: str
    ) -> Response:
        """Shows the form once more after a press below one of its boxes; nothing is taken."""
        incoming = self._incoming(request, caller, event, sent.own("_post"), sent.own("_token"))
        reply = await helped(self._account.dispatch.handle, incoming, pressed, whole=True)
        if isinstance(reply, Refuse):
            return _refused(request, reply, self._frame(request, caller))
        asked = replace(incoming.event, verb=event.verb.removesuffix(SEND))
        asking = replace(incoming, event=asked)
        return self._shown(request, caller, asking, reply, sent.own("_post"))

    def _incoming(
        self, request: Request, caller: Caller, event: Event, post: str, token: str
    ) -> Incoming:
        link = link_of(post, str(request.base_url)) if self._account.rooms else ""
        done = replace(event, link=link, place=_place_of(request))
        return Incoming(caller.actor, done, token[:200])

    def _shown(
        self,
        request: Request,
        caller: Caller,
        incoming: Incoming,
        reply: Ask,
        post: str,
        since: int = 0,
    ) -> Response:
        event, form = incoming.event, reply.form
        subject = form.subject or event.subject
        # A receipt's pass is nothing's name in the stores.
        frame = self._frame(request, caller).about("" if is_pass(subject) else subject)
        if request.method == "POST":
            frame = self._kept(frame, caller, event, reply, since)
        came_back = form.submit is not None and form.verb == event.verb
        sent = draft_over(event.verb, event.subject, form)
        fresh, carried = request.method == "GET", {"_post": post} if event.link else {}
        if form.errors and not frame.carried:
            # Alone: its own form is asked for anew, and filled.
            wrong = Form(form.title, errors=form.errors)
            carried[_WRONG] = self._account.carrying.carried(
                wrong, caller.actor.person, _WRONG, since
            )
        shown = render.page(
            form, frame.language, frame, carried, again=came_back, fresh=fresh, sent=sent
        )
        return HTMLResponse(shown, 422 if form.errors else 200)

    def _kept(self, frame: Frame, caller: Caller, event: Event, reply: Ask, since: int) -> Frame:
        """Has the other language lead to this page again: by its address, or by itself. A name that
        was given in confidence is never carried.
        """
        form = reply.form
        if page := case_address(event, form, frame.base):
            return replace(frame, back=page)
        own = form.submit is not None and only_asks(form.verb.removesuffix(SEND))
        if own or reply.name_of:
            return frame
        return self._account.carried(caller, frame, form, event.verb, since)

    def _frame(self, request: Request, caller: Caller, at: str = "") -> Frame:
        asked = request.method == "GET"
        back = str(request.url.replace(scheme="", netloc="")) if asked else caller.frame.home
        room, news = request.path_params.get("room", ""), self._account.client.news(caller.box)
        return replace(caller.frame, at=at, back=back, room=room, news=news)


def led_back(back: str, home: str) -> Response:
    """Leads back to a page of this person's own, or to what is stored: never to another site."""
    own = back == home or back.startswith((f"{home}/", f"{home}?", "/stored"))
    safe = own and home != "/" and back.isprintable() and "\\" not in back
    return RedirectResponse(back if safe else home, status_code=303)


def _place_of(request: Request) -> Place | None:
    """The meeting that the page's own address names: nobody types one."""
    if not (room := request.path_params.get("room", "")):
        return None
    if (place := place_at(room)) is None:
        raise RefusedRequest(404)
    return place


def _refused(request: Request, reply: Refuse, frame: Frame) -> Response:
    title = say("web-sorry-403")
    lines = tuple(reply.errors.values()) or (say("web-sorry-403-text"),)
    page = render.sorry(title, lines, frame, typed_in(request), say("web-sorry-kept"))
    return HTMLResponse(page, 403)
