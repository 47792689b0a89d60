"""A sheet of codes to print or to show: drawn from the codes alone, looked up nowhere."""

import asyncio
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

import segno
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from bot.base.requests import RefusedRequest
from bot.web.forms import Sent
from bot.web.frame import Frame
from bot.web.public import (
    PAUSE,
    Navigation,
    code_routes,
    counted_as,
    language_of,
    rest,
    shown,
)
from bot.web.render.pages import draw
from prompts.shapes import Form, Long, Text
from prompts.words import Plain, Words, say
from storage.crypto.codes import read_code
from storage.repository.pauses import MOST_CODES
from storage.typed.cleaning import clean

SHEET: Final = f"{PAUSE}/sheet"
MOST_WAITING: Final = 8
"""Sheets of one network that wait to be drawn, one at a time: a full one takes most of a second.
What was drawn before isn't counted: a count would tell others that a chair was here.
"""
MOST_TYPED: Final = 2_000
_BETWEEN: Final = re.compile(r"[\n\t,;]+")
_LIST_MARK: Final = re.compile(r"\s*(?:[-*•–]\s|\d{1,3}[.):](?=\s))?\s*")
_QUIET: Final = 4
"""Light modules around a QR code, without which cameras may not find it."""
_HOST: Final = re.compile(r"[A-Za-z0-9._:\[\]-]{1,255}")


class CodeSheetPages:
    """Draws tickets; `public_url` is where people's browsers reach this server, if it was set."""

    def __init__(self, public_url: str = "") -> None:
        self._origin = public_url.rstrip("/")
        self._drawing = asyncio.Semaphore()
        self._waiting = Counter[str]()

    def routes(self) -> list[Route]:
        """Gives the one address."""
        return code_routes(SHEET, self.ask, self.act)

    async def ask(self, request: Request) -> Response:
        """Shows the form into which the chair pastes the codes."""
        language = language_of(request.query_params.get("lang", ""), request)
        return shown(_sheet_form(), language, _NAVIGATION)

    async def act(self, request: Request, sent: Sent, language: str) -> Response:
        """Draws the sheet; or the form again, if something pasted is no code."""
        origin = self._origin or _origin(request)
        typed = sent.answers.get("codes", "")
        typed = typed if isinstance(typed, str) else " ".join(typed)
        codes = list(_codes_in(clean(typed)))
        if wrong := _wrong(typed, codes):
            form = replace(_sheet_form(typed[:MOST_TYPED]), errors={"codes": wrong})
            return shown(form, language, _NAVIGATION, 422)
        network = counted_as(request)
        if self._waiting[network] >= MOST_WAITING:
            return rest(_sheet_form(typed), language, _NAVIGATION)
        return _sheet(await self._drawn(codes, origin, network), f"{origin}{PAUSE}", language)

    async def _drawn(self, codes: list[str], origin: str, network: str) -> dict[str, str]:
        self._waiting[network] += 1
        try:
            async with self._drawing:
                # Many QR codes at once must not hold up everybody else.
                return await run_in_threadpool(_tickets, codes, origin)
        finally:
            self._waiting[network] -= 1
            self._waiting += Counter()  # forgets whoever waits no more


_NAVIGATION: Final = Navigation(SHEET, begins=True)


def _origin(request: Request) -> str:
    if not _HOST.fullmatch(request.url.netloc):
        raise RefusedRequest(400)
    return f"{request.url.scheme}://{request.url.netloc}"


def _codes_in(typed: str) -> Iterator[str]:
    """Parts what was pasted by lines and commas; by spaces where they stand between codes."""
    for line in _BETWEEN.split(typed):
        piece = _LIST_MARK.sub("", line, 1)
        parts = piece.split()
        yield from parts if any(map(read_code, parts)) else filter(None, [piece])


def _wrong(typed: str, codes: list[str]) -> Words | None:
    if not codes:
        return say("codes-none")
    if len(codes) > MOST_CODES or len(typed) > MOST_TYPED:
        return say("codes-too-many", many=MOST_CODES)
    unread = next((code for code in codes if not read_code(code)), None)
    return say("codes-unread", code=Plain(unread[:20])) if unread else None


def _tickets(codes: list[str], origin: str) -> dict[str, str]:
    # Pasted twice, it is still one person: one ticket.
    return {code: qr_of(code, origin) for code in map(read_code, codes)}


def _sheet_form(typed: str = "") -> Form:
    return Form(
        title=say("codes-sheet-title"),
        blocks=(Text(say("codes-sheet-intro")),),
        fields=(
            Long("codes", say("codes-sheet-label"), hint=say("codes-sheet-hint", many=MOST_CODES),
                 value=typed, most=0),
        ),
        submit=say("codes-sheet-submit"),
    )  # fmt: skip


def _sheet(tickets: dict[str, str], address: str, language: str) -> HTMLResponse:
    form = Form(say("codes-sheet-title"))
    around = {"form": form, "navigation": Navigation(SHEET), "address": address.partition("://")[2]}
    return HTMLResponse(draw("sheet.html", form.title, Frame(language), tickets=tickets, **around))


def qr_of(code: str, origin: str) -> str:
    """Draws the QR code that opens a code's page, already filled in, at this origin, as SVG."""
    qr = segno.make(f"{origin}{PAUSE}?code={code}", error="m", micro=False)
    return qr.svg_inline(border=_QUIET, omitsize=True, svgclass=None, lineclass=None, light="#fff")
