"""A person's pages: their home, the forms they ask for, what they send."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from bot.base.requests import RefusedRequest
from bot.core.admission import Incoming, is_pass
from bot.core.ask_again import asked_again
from bot.web.context import Web
from bot.web.demo.meeting import link_of, place_at
from bot.web.forms import Sent, checked_subject, checked_verb, read
from bot.web.frame import Frame
from bot.web.render import pages as render
from handlers.contract.outcomes import Refuse
from handlers.contract.people import Event, Place
from handlers.registry import looks, only_asks
from prompts.shapes import Form
from prompts.words import say

MOST: Final = 400
"""Letters in an address that say what of a list is shown."""


class AccountPages:
    """Everything below /as/{slug} that the dispatcher answers; what is done in a meeting stands
    below /as/{slug}/{room}."""

    def __init__(self, web: Web) -> None:
        self._web = web

    def routes(self) -> list[Route]:
        """Gives the addresses."""
        return [
            Route("/as/{slug}", self.home, methods=["GET"]),
            Route("/as/{slug}/do/{verb}", self.ask, methods=["GET"]),
            Route("/as/{slug}/do/{verb}", self.act, methods=["POST"]),
            Route("/as/{slug}/{room}/do/{verb}", self.ask, methods=["GET"]),
            Route("/as/{slug}/{room}/do/{verb}", self.act, methods=["POST"]),
        ]

    async def home(self, request: Request) -> Response:
        """Shows what waits for them, what is new and what they raised; the address says of what
        waits which part."""
        slug, view = request.path_params["slug"], request.url.query[:MOST]
        frame = self._frame(request, at="home")
        event = Event("mine", view)
        reply = await self._web.dispatch.handle(Incoming(self._web.people.actor(slug), event))
        if isinstance(reply, Refuse):
            return _refused(reply, frame)
        cards = () if view else self._web.client.cards(slug)
        return HTMLResponse(render.home(reply.form, cards, frame))

    async def ask(self, request: Request) -> Response:
        """Shows a form or a page that changes nothing by being asked for."""
        slug, verb = request.path_params["slug"], checked_verb(request.path_params["verb"])
        if verb == "mine":
            self._web.people.find(slug)
            return RedirectResponse(f"/as/{slug}", status_code=303)
        if not only_asks(verb):
            raise RefusedRequest(405)
        subject = checked_subject(request.query_params.get("subject", ""))
        post = request.query_params.get("post", "")
        return await self._answer(request, Event(verb, subject), post, "")

    async def act(self, request: Request) -> Response:
        """Takes a form or a press; the form's token makes sending twice do it once."""
        verb, sent = checked_verb(request.path_params["verb"]), await read(request)
        event = Event(verb, sent.subject, sent.answers)
        response = await self._answer(request, event, sent.own("_post"), sent.own("_token"))
        if verb == "language.send" and response.status_code == 200:
            return self._in_their_language(request, sent)
        return response

    async def _answer(self, request: Request, event: Event, post: str, token: str) -> Response:
        link = link_of(post, str(request.base_url))
        actor = self._web.people.actor(request.path_params["slug"])
        done = replace(event, link=link, place=_place_of(request))
        incoming = Incoming(actor, done, token[:200])
        reply = await self._web.dispatch.handle(incoming)
        # What is wrong with an answer is said on the form itself, not on a page of its own.
        if isinstance(reply, Refuse) and any(reply.errors):
            reply = await asked_again(self._web.dispatch.handle, incoming, reply, whole=True)
        if request.method == "POST":
            await self._web.drain()
        if looks(event.verb):
            self._web.client.seen(request.path_params["slug"])
        if isinstance(reply, Refuse):
            return _refused(reply, self._frame(request))
        return self._shown(request, event, reply.form, {"_post": post} if link else {})

    def _shown(
        self, request: Request, event: Event, form: Form, carried: Mapping[str, str]
    ) -> Response:
        subject = form.subject or event.subject
        # A receipt's pass is nothing's name in the stores.
        frame = self._frame(request).about("" if is_pass(subject) else subject)
        came_back = form.submit is not None and form.verb == event.verb
        shown = render.page(form, frame.language, frame, carried, again=came_back)
        return HTMLResponse(shown, 422 if form.errors else 200)

    def _in_their_language(self, request: Request, sent: Sent) -> Response:
        slug = request.path_params["slug"]
        self._web.people.choose_language(slug, sent.own("language"))
        return RedirectResponse(f"/as/{slug}", status_code=303)

    def _frame(self, request: Request, at: str = "") -> Frame:
        asked = request.method == "GET"
        back = str(request.url.replace(scheme="", netloc="")) if asked else ""
        slug = request.path_params["slug"]
        frame = self._web.people.frame(slug, self._web.clock.now(), at=at, back=back)
        return replace(frame, room=request.path_params.get("room", ""))


def _place_of(request: Request) -> Place | None:
    """The meeting that the page's own address names: nobody types one."""
    if not (room := request.path_params.get("room", "")):
        return None
    if (place := place_at(room)) is None:
        raise RefusedRequest(404)
    return place


def _refused(reply: Refuse, frame: Frame) -> Response:
    lines = tuple(reply.errors.values()) or (say("web-sorry-403-text"),)
    return HTMLResponse(render.sorry(say("web-sorry-403"), lines, frame), 403)
