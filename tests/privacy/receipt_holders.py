"""Somebody with a receipt at the page that `serve` has, and the work that they cause, counted."""

import sys
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from re import findall
from secrets import choice, token_urlsafe
from types import FrameType
from typing import Any

import httpx
from sqlalchemy import event, select, update
from starlette.applications import Starlette

from bot.web.public_routes import public_routes
from storage.crypto.codes import ALPHABET
from storage.crypto.receipts import Receipts
from storage.keyring.tables import ring
from storage.schema import main_metadata
from tests.core.anytown import Town
from tests.handlers.challenge.acts import CHALLENGE
from tests.handlers.pause.acts import pause_in, pauses

COSTLY = {
    ("aead", "open_bytes"): "unsealed",
    ("aead", "seal_bytes"): "sealed",
    ("aead", "tag_of"): "hashed",
    ("pauses", "code"): "hashed",
}
"""What takes long enough to be told from outside, besides what the databases are asked."""


@dataclass(frozen=True)
class Held:
    """A thread, and the receipt that somebody holds for it."""

    code: str
    ref: str
    thread: str


@dataclass
class Page:
    """The pages of codes, before somebody's browser."""

    browser: httpx.AsyncClient

    async def tries(self, code: str) -> httpx.Response:
        """They type the code of a pause."""
        return await self.browser.post("/pause", data={"_verb": "pause.open", "code": code})

    async def types(self, code: str) -> httpx.Response:
        """They type a code."""
        return await self.browser.post("/receipt", data={"_verb": "receipt.send", "code": code})

    async def does(self, verb: str, subject: str, text: str = "") -> httpx.Response:
        """They press a button, or send what they wrote."""
        sent = {"_verb": verb, "_subject": subject, "_token": token_urlsafe(16), "text": text}
        return await self.browser.post("/receipt", data=sent)

    async def opens(self, held: Held) -> str:
        """They type their code; gives the pass they go on with."""
        page = await self.types(held.code)
        assert page.status_code == 200
        return passes(page)[0]


def passes(page: httpx.Response) -> list[str]:
    """Every pass that stands in a page."""
    return findall(r'name="_subject" value="([A-Za-z0-9_-]{64})"', page.text)


@asynccontextmanager
async def browsing(town: Town, address: str = "127.0.0.1") -> AsyncIterator[Page]:
    """The page alone, and a browser at this address."""
    app = Starlette(routes=public_routes(town.core.dispatch, town.clock, town.core.partnership))
    transport = httpx.ASGITransport(app, client=(address, 4711))
    async with httpx.AsyncClient(transport=transport, base_url="https://bot.example") as browser:
        yield Page(browser)


async def raised(town: Town, what: str = "The meeting ended too early.") -> Held:
    """Leila challenges a decision of Grace's, keeps a receipt and leaves no address."""
    token = token_urlsafe(16)
    answers = {
        **CHALLENGE, "owner": "Grace Okafor", "what": what, "replies": "receipt",
        "sentence": "Please look at it again.",
    }  # fmt: skip
    (await town.does("leila", "challenge.send", "", answers, token)).sees("We have your")
    await town.core.ticks.drain()
    receipts = Receipts(town.core.keys)
    code = receipts.code_for(token)
    ref = receipts.tag(code) or ""
    thread = main_metadata.tables["thread"]
    async with town.core.engine.connect() as connection:
        found = await connection.scalar(select(thread.c.id).where(thread.c.return_ref == ref))
    return Held(code, ref, str(found))


async def close(town: Town, held: Held) -> None:
    """Grace answers, and whoever holds the receipt says that it is settled."""
    page = await town.does("grace", "challenge.open", held.thread)
    await (await page.presses("Answer")).fills(verdict="change", text="It is done.")
    async with browsing(town) as browser:
        done = await browser.does("mine.settled", await browser.opens(held))
    assert "It is closed." in done.text
    await town.core.ticks.drain()


async def alter(town: Town, held: Held, **values: int | bytes) -> None:
    """Somebody who can write to the keyring changes its row."""
    async with town.core.keyring.engine.begin() as connection:
        await connection.execute(update(ring).where(ring.c.ref == held.ref).values(**values))


async def sealed(town: Town, held: Held) -> bytes:
    """Its row as it is stored."""
    async with town.core.keyring.engine.connect() as connection:
        found = await connection.scalar(select(ring.c.sealed).where(ring.c.ref == held.ref))
    assert isinstance(found, bytes)
    return found


async def version_of(town: Town, held: Held) -> int:
    """Under which turn of the key its row is sealed."""
    async with town.core.keyring.engine.connect() as connection:
        found = await connection.scalar(select(ring.c.key_version).where(ring.c.ref == held.ref))
    assert isinstance(found, int)
    return found


def guess() -> str:
    """Somebody else's idea of a code."""
    return "".join(choice(ALPHABET) for _ in range(20))


@contextmanager
def counting(town: Town) -> Iterator[Counter[str]]:
    """Statements to either database, the rows that came of them, and every sealing, unsealing and
    hashing on the way.
    """
    work: Counter[str] = Counter()

    def called(frame: FrameType, what: str, _arg: object) -> None:
        if what == "call":
            place = (Path(frame.f_code.co_filename).stem, frame.f_code.co_name)
            if place in COSTLY:
                work[COSTLY[place]] += 1

    def asked(*args: object) -> None:
        work[str(args[2])] += 1

    def read(*args: Any) -> None:
        work["rows"] += len(args[1]._rows or ())

    engines = [town.core.engine.sync_engine, town.core.keyring.engine.sync_engine]
    before = sys.getprofile()
    for engine in engines:
        event.listen(engine, "before_cursor_execute", asked)
        event.listen(engine, "after_cursor_execute", read)
    sys.setprofile(called)
    try:
        yield work
    finally:
        sys.setprofile(before)
        for engine in engines:
            event.remove(engine, "before_cursor_execute", asked)
            event.remove(engine, "after_cursor_execute", read)


async def pause_codes(town: Town) -> list[str]:
    """The codes that Leila hands out for a pause in the room, which goes on."""
    place = town.place
    await pauses(town)
    chair = await town.does("leila", "pause.chair", pause_in(town))
    form = await chair.presses("Codes for those without Slack or Teams")
    codes = (await form.fills(codes="20")).text
    town.place = place
    return [line for line in codes.splitlines() if len(line) == 9 and line[4] == "-"]
