"""Referrals as files in a browser: many recorded at once, and what one may see taken along.

A long file's page is sent while the file is recorded, so that it shows how far it is without a
script.
"""

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from typing import Final, cast, get_args

from markupsafe import escape
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.base.logs import log
from bot.base.requests import RefusedRequest
from bot.files.exporting import MEDIA, Exporting, Format
from bot.files.importing import Imported, Importing
from bot.web.callers import Account, Caller
from bot.web.frame import Frame
from bot.web.render.pages import draw
from bot.web.uploads import TooBigError, Upload, uploaded
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
from prompts.shapes import Callout, Form, Section, Text, Tick
from prompts.words import Words, say, speak

MOST_SHOWN: Final = 100
_HTML: Final = "text/html; charset=utf-8"
_CAME_BY: Final = "referrals"
"""Below which what came of a file is read in the other language."""
_FAR: Final = "<!--how far-->"
"""Where the page of a long file stops until the next rows are done."""


class ReferralPages:
    """One page: a file to choose, what came of it, and files to take along."""

    def __init__(self, account: Account, importing: Importing, exporting: Exporting) -> None:
        self._account = account
        self._importing = importing
        self._exporting = exporting

    def routes(self) -> list[Route]:
        """Gives the addresses."""
        place = self._account.place
        return [
            Route(f"{place}/referrals", self.ask, methods=["GET"]),
            Route(f"{place}/referrals", self.take, methods=["POST"]),
            Route(f"{place}/do/{_CAME_BY}/language", self.translate, methods=["POST"]),
            Route(f"{place}/referrals/{{whose}}.{{form}}", self.give, methods=["GET"]),
            Route(f"{place}/do/insight.text", self.give_figures, methods=["GET"]),
        ]

    async def ask(self, request: Request) -> Response:
        """Shows the empty page."""
        return self._shown(await self._account.people.caller(request))

    async def take(self, request: Request) -> Response:
        """Records all of a file, or shows what needs fixing."""
        caller = await self._account.people.caller(request)
        actor = caller.actor
        try:
            sent = await uploaded(request, MOST_BYTES)
        except TooBigError:
            return self._shown(caller, _outcome(Imported(mistakes=tuple(too_big().mistakes))))
        if not sent.data:
            missing = Mistake(0, "", say("import-file-missing"))
            return self._shown(caller, _outcome(Imported(mistakes=(missing,))))
        so_far = _SoFar()
        who = Named(actor.person, actor.name, actor.agency)
        work = asyncio.create_task(self._recorded(who, sent, so_far))
        first = await so_far.next()
        if first is None:
            return self._shown(caller, _outcome(await work))
        return StreamingResponse(self._watched(caller, work, first, so_far), media_type=_HTML)

    async def translate(self, request: Request) -> Response:
        """Says in the other language what came of a file."""
        caller, outcome, since = await self._account.brought(request, _CAME_BY)
        return self._shown(caller, outcome, since)

    async def _recorded(self, who: Named, sent: Upload, so_far: "_SoFar") -> Imported:
        """Goes on to its end even if whoever sent it closes the page."""
        try:
            anyway = sent.fields.get("anyway") == "yes"
            imported = await self._importing.take(who, sent.data, anyway, so_far.tell)
            await self._account.drain()
            return imported
        finally:
            so_far.end()

    async def _watched(
        self, caller: Caller, work: asyncio.Task[Imported], first: Words, so_far: "_SoFar"
    ) -> AsyncIterator[str]:
        language = caller.frame.language
        # Until it is known what came of it, the other language says that it goes on.
        goes_on = Form(say("import-title"), blocks=(Callout(say("import-goes-on"), "note"),))
        yield self._drawn(caller, goes_on, watched=True).partition(_FAR)[0]
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
        yield self._drawn(caller, _outcome(imported), watched=True).partition(_FAR)[2]

    async def give(self, request: Request) -> Response:
        """Gives one's own referrals, or a lead their agency's, as a file."""
        actor = (await self._account.people.caller(request)).actor
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

    async def give_figures(self, request: Request) -> Response:
        """Gives the partnership's numbers as a file, where elsewhere they are shown as text."""
        actor = (await self._account.people.caller(request)).actor
        text = await self._exporting.figures(actor.language)
        kept = {"content-disposition": 'attachment; filename="insight.csv"'}
        return Response(text.encode(), headers=kept, media_type=MEDIA["csv"])

    def _shown(self, caller: Caller, outcome: Form | None = None, since: int = 0) -> Response:
        wrong = outcome is not None and bool(outcome.sections)
        return HTMLResponse(self._drawn(caller, outcome, since), 422 if wrong else 200)

    def _carried(self, caller: Caller, frame: Frame, outcome: Form, since: int) -> Frame:
        whole = self._account.carried(caller, frame, outcome, _CAME_BY, since, _CAME_BY)
        if whole.carried:
            return whole
        # Too many rows: that something is wrong goes along, and how much.
        short = replace(outcome, sections=tuple(replace(s, blocks=()) for s in outcome.sections))
        return self._account.carried(caller, frame, short, _CAME_BY, since, _CAME_BY)

    def _drawn(
        self, caller: Caller, outcome: Form | None, since: int = 0, watched: bool = False
    ) -> str:
        back = f"{caller.frame.home}/referrals"
        frame = replace(caller.frame, at="referrals", back=back)
        if outcome:
            frame = self._carried(caller, frame, outcome, since)
        return draw(
            "import.html",
            say("import-title"),
            frame,
            watched=watched,
            outcome=outcome or Form(say("import-title")),
            most=MOST_ROWS,
            names=", ".join(COLUMNS),
            lead=bool(self._account.partnership.is_lead(caller.actor.person)),
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


def _outcome(imported: Imported) -> Form:
    """Says what came of a file, in no language yet."""
    wrong = say("import-wrong", count=len(imported.mistakes))
    doubts = say("import-doubts", count=len(imported.doubts))
    found = ((wrong, imported.mistakes), (doubts, imported.doubts))
    done = Callout(say("import-done", count=imported.recorded), "done")
    return Form(
        say("import-title"),
        blocks=(done,) if imported.recorded else (),
        fields=(Tick("anyway", say("import-anyway")),) if imported.doubts else (),
        sections=tuple(_listing(title, rows) for title, rows in found if rows),
    )


def _listing(title: Words, mistakes: Sequence[Mistake]) -> Section:
    lines, left = (
        [words_of(mistake) for mistake in mistakes[:MOST_SHOWN]],
        len(mistakes) - MOST_SHOWN,
    )
    lines += [say("import-more", count=left)] if left > 0 else []
    return Section(title, blocks=tuple(Text(line) for line in lines))
