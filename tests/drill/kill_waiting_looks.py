"""What waits in the keyring, opened: threads, words and news; and what may not be there."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import select

from bot.core.waiting.bodies import NEWS, THREAD, is_a, thread_in
from bot.wiring import Core
from storage.engine.database import transaction
from storage.keyring.tables import ring, waiting
from storage.keyring.waiting import Waiting
from storage.keyring.waiting_rows import WAITING
from storage.repository import Repository
from storage.repository.deduplication import already_sent
from storage.schema import Thread
from storage.waiting.repository import WaitingRepository
from storage.waiting.rows import lay_out, read

Rows = dict[str, list[dict[str, Any]]]


async def look_at_waiting(core: Core, rows: Rows, ways: dict[str, str]) -> tuple[str, ...]:
    """Tells what waits, without an id where it has none outside; what is in main waits no more."""
    found = []
    for item in await _every(core):
        if is_a(item, NEWS):
            if not await core.news.is_true(item):
                continue  # what it is about was never said
            found.append(f"news for {ways.get(item.ref)} of {_named(item, rows)}")
        elif not await _is_in_main(core, item):
            found.append(await _told(core, item, ways))
    return tuple(sorted(found))


async def refs_that_wait(core: Core) -> set[str]:
    """Return addresses whose thread isn't in main yet."""
    return {item.ref for item in await _every(core) if item.begins}


async def wrong_waiting(core: Core, ways: dict[str, str]) -> list[str]:
    """A row without its key, a key without its row, a thread without its way back."""
    async with core.keyring.engine.connect() as connection:
        bodies = set(await connection.scalars(select(waiting.c.id)))
        keys = set(await connection.scalars(select(ring.c.ref).where(ring.c.kind == WAITING)))
    items = await _every(core)
    return [
        *_when(bodies != keys, "what waits and its keys differ"),
        *_when(len(items) != len(bodies), "something that waits can't be opened"),
        *_when(any(item.ref not in ways for item in items), "something waits of nobody"),
    ]


def _when(wrong: bool, words: str) -> Iterator[str]:
    if wrong:
        yield words


async def _every(core: Core) -> list[Waiting]:
    room = core.transactions.room
    async with core.keyring.engine.connect() as connection:
        ids = list(await connection.scalars(select(waiting.c.id)))
    return await room.these(ids)


def _named(item: Waiting, rows: Rows) -> str:
    here = any(row["id"] == item.body["thread"] for row in rows["thread"])
    return str(item.body["thread"]) if here else "a thread that isn't there"


async def _is_in_main(core: Core, item: Waiting) -> bool:
    async with transaction(core.engine) as session:
        return await already_sent(session, core.partnership.id, item.id) is not None


async def _told(core: Core, item: Waiting, ways: dict[str, str]) -> str:
    if not is_a(item, THREAD):
        body = item.body
        return f"{body['kind']!r} {body['text']!r} in {body['thread']}, form: {bool(body['sent'])}"
    thread = Thread(**read("thread", thread_in(item)))
    counts = {name: len(rows) for name, rows in sorted(item.body["rows"].items())}
    said = await _said(core, item, thread)
    way = ways.get(item.ref)
    return f"{thread.command} {thread.release} {thread.state} for {way}: {said} {counts}"


async def _said(core: Core, item: Waiting, thread: Thread) -> list[str]:
    of = core.transactions
    async with transaction(core.engine) as session, of.scratch.empty() as scratch:
        main = Repository(session, core.partnership, core.keys, core.clock.now())
        await lay_out(scratch, item.body["rows"])
        repo = WaitingRepository(scratch, core.keys, main)
        return [spoken.text for spoken in await repo.said(thread, "raiser")]
