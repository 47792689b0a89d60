"""Referrals as files in a browser: many recorded at once, and what one may see taken along.

A long file's page is sent while the file is recorded, so that it shows how far it is without a
script.
"""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from dataclasses import dataclass, field
from typing import Final, cast, get_args

from markupsafe import escape
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.base.logs import log
from bot.base.requests import RefusedRequest, media_type
from bot.files.exporting import MEDIA, Exporting, Format
from bot.files.importing import Imported, Importing
from bot.web.context import Web
from bot.web.frame import Frame
from bot.web.render.pages import draw
from handlers.contract.people import Named
from handlers.referral.files.rows import EVERY
from handlers.referral.files.spreadsheet import (
    COLUMNS,
    MOST_BYTES,
    MOST_ROWS,
    Mistake,
    too_big,
    words_of,
)
from prompts.words import Words, say, speak

MOST_SHOWN: Final = 100
_AROUND: Final = 16 * 1024
"""Bytes of a browser's form besides its file."""
_HTML: Final = "text/html; charset=utf-8"
_FAR: Final = "<!--how far-->"
"""Where the page of a long file stops until the next rows are done."""


@dataclass(frozen=True)
class Listing:
    """Rows to be looked at: a heading, so many of them, and that there are more."""

    title: str
    lines: tuple[str, ...] = field(repr=False)
    more: str = ""


class _InMemory(MultiPartParser):
    """What people upload is never laid down in a temporary file."""

    spool_max_size = MOST_BYTES + _AROUND


class ReferralPages:
    """One page: a file to choose, what came of it, and files to take along."""

    def __init__(self, web: Web, importing: Importing, exporting: Exporting) -> None:
        self._web = web
        self._importing = importing
        self._exporting = exporting

    def routes(self) -> list[Route]:
        """Gives the addresses."""
        return [
            Route("/as/{slug}/referrals", self.ask, methods=["GET"]),
            Route("/as/{slug}/referrals", self.take, methods=["POST"]),
            Route("/as/{slug}/referrals/{whose}.{form}", self.give, methods=["GET"]),
        ]

    async def ask(self, request: Request) -> Response:
        """Shows the empty page."""
        return self._shown(request)

    async def take(self, request: Request) -> Response:
        """Records all of a file, or shows what needs fixing."""
        actor = self._web.people.actor(request.path_params["slug"])
        try:
            data, anyway = await _uploaded(request)
        except _TooBigError:
            return self._shown(request, Imported(mistakes=tuple(too_big().mistakes)))
        if not data:
            missing = Mistake(0, "", say("import-file-missing"))
            return self._shown(request, Imported(mistakes=(missing,)))
        so_far = _SoFar()
        who = Named(actor.person, actor.name, actor.agency)
        work = asyncio.create_task(self._recorded(who, data, anyway, so_far))
        first = await so_far.next()
        if first is None:
            return self._shown(request, await work)
        return StreamingResponse(self._watched(request, work, first, so_far), media_type=_HTML)

    async def _recorded(self, who: Named, data: bytes, anyway: bool, so_far: "_SoFar") -> Imported:
        """Goes on to its end even if whoever sent it closes the page."""
        try:
            imported = await self._importing.take(who, data, anyway, so_far.tell)
            await self._web.drain()
            return imported
        finally:
            so_far.end()

    async def _watched(
        self, request: Request, work: asyncio.Task[Imported], first: Words, so_far: "_SoFar"
    ) -> AsyncIterator[str]:
        language = self._web.people.language(request.path_params["slug"])
        yield self._drawn(request, None, watched=True).partition(_FAR)[0]
        words: Words | None = first
        while words is not None:
            yield f"<p>{escape(speak(words, language))}</p>\n"
            words = await so_far.next()
        await asyncio.wait([work])
        if (error := work.exception()) is not None:
            log.failed("importing referrals", error)
            imported = Imported(mistakes=(Mistake(0, "", say("import-failed")),))
        else:
            imported = work.result()
        yield self._drawn(request, imported, watched=True).partition(_FAR)[2]

    async def give(self, request: Request) -> Response:
        """Gives one's own referrals, or a lead their agency's, as a file."""
        actor = self._web.people.actor(request.path_params["slug"])
        whose, form = request.path_params["whose"], request.path_params["form"]
        if whose not in ("own", "agency") or form not in get_args(Format):
            raise RefusedRequest(404)
        chosen = cast("Format", form)
        export = self._exporting.own if whose == "own" else self._exporting.agencys
        text = await export(actor.person, chosen, actor.language)
        if text is None:
            raise RefusedRequest(403)
        kept = {"content-disposition": f'attachment; filename="referrals-{whose}.{chosen}"'}
        return Response(text.encode(), headers=kept, media_type=MEDIA[chosen])

    def _shown(self, request: Request, imported: Imported | None = None) -> Response:
        wrong = imported is not None and not imported.recorded
        return HTMLResponse(self._drawn(request, imported), 422 if wrong else 200)

    def _drawn(self, request: Request, imported: Imported | None, watched: bool = False) -> str:
        slug, people = request.path_params["slug"], self._web.people
        back = f"/as/{slug}/referrals"
        frame = people.frame(slug, self._web.clock.now(), at="referrals", back=back)
        return draw(
            "import.html",
            say("import-title"),
            frame,
            watched=watched,
            recorded=imported.recorded if imported else 0,
            listings=_listings(imported, frame) if imported else (),
            doubtful=bool(imported and imported.doubts),
            most=MOST_ROWS,
            names=", ".join(COLUMNS),
            lead=bool(self._web.partnership.is_lead(people.find(slug).id)),
        )


class _SoFar:
    """How far a file is, from whichever thread it is told in. Nothing of a short one."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._told: asyncio.Queue[Words | None] = asyncio.Queue()

    def tell(self, what: str, done: int, of: int) -> None:
        """Hears that so many rows are "checked", "prepared" or "written"."""
        if of >= EVERY:
            words = say(f"import-{what}", done=done, of=of)
            self._loop.call_soon_threadsafe(self._told.put_nowait, words)

    def end(self) -> None:
        """Hears that nothing more will be told."""
        self._loop.call_soon(self._told.put_nowait, None)  # after what a thread told

    async def next(self) -> Words | None:
        """Gives what is told next; None once it is over."""
        return await self._told.get()


def _listings(imported: Imported, frame: Frame) -> tuple[Listing, ...]:
    wrong = say("import-wrong", count=len(imported.mistakes))
    doubts = say("import-doubts", count=len(imported.doubts))
    found = ((wrong, imported.mistakes), (doubts, imported.doubts))
    return tuple(_listing(title, rows, frame) for title, rows in found if rows)


def _listing(title: Words, mistakes: Sequence[Mistake], frame: Frame) -> Listing:
    left = len(mistakes) - MOST_SHOWN
    return Listing(
        speak(title, frame.language),
        tuple(speak(words_of(mistake), frame.language) for mistake in mistakes[:MOST_SHOWN]),
        speak(say("import-more", count=left), frame.language) if left > 0 else "",
    )


class _TooBigError(Exception):
    """More came than the biggest file has: the rest isn't read."""


async def _uploaded(request: Request) -> tuple[bytes, bool]:
    """The file, and whether its doubts have been looked at."""
    if media_type(request.headers) != "multipart/form-data":
        raise RefusedRequest(415)
    parser = _InMemory(request.headers, _limited(request), max_files=1, max_fields=4)
    try:
        form = await parser.parse()
    except (MultiPartException, LookupError, ValueError):
        raise RefusedRequest(400) from None
    try:
        file = form.get("file")
        data = await file.read() if isinstance(file, UploadFile) else b""
    finally:
        await form.close()
    return data, form.get("anyway") == "yes"


async def _limited(request: Request) -> AsyncGenerator[bytes, None]:
    size = 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > MOST_BYTES + _AROUND:
            raise _TooBigError
        yield chunk
