"""What stands in both stores, thread by thread, and what may never stand there."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.ops.retention import OF_A_THREAD
from bot.wiring import Core
from storage.audit.verification import verify
from storage.crypto.content import open_text
from storage.crypto.errors import SealBrokenError
from storage.crypto.secrets_file import RatchetFolder
from storage.keyring.tables import ring, ring_epoch, waiting
from storage.schema import main_metadata
from tests.drill.kill_waiting_looks import look_at_waiting, refs_that_wait, wrong_waiting

Rows = dict[str, list[dict[str, Any]]]
SHREDDED, BROKEN, NONE = "shredded", "broken", "none"


@dataclass(frozen=True)
class View:
    """One thread, in both stores."""

    state: str
    keeps: bool
    hold: bool
    way_back: str
    """The person to whom it leads, "dummy", or that there is none or a broken one."""
    said: tuple[str, ...]
    done: tuple[str, ...]
    steps: tuple[str, ...]
    messages: tuple[str, ...]
    others: tuple[tuple[str, int], ...]
    """How many rows it has in each table."""


@dataclass(frozen=True)
class Look:
    """Both stores at one moment."""

    threads: dict[str, View]
    counts: tuple[tuple[str, int], ...]
    """How many rows stand in the tables that aren't a thread's."""
    waits: tuple[str, ...]
    """What isn't in main yet."""
    wrong: tuple[str, ...] = field(compare=False)
    """What may never be so, whatever was done."""

    def named_as(self, known: "Look", ids: Collection[str]) -> "Look":
        """The same, where ids of neither the other nor the scene are numbered: they are random."""
        fresh = sorted((repr(view), id) for id, view in self.threads.items())
        fresh = [(view, id) for view, id in fresh if id not in {*known.threads, *ids}]
        names = {id: f"new {number}" for number, (_, id) in enumerate(fresh, 1)}
        return replace(self, threads={names.get(id, id): v for id, v in self.threads.items()})


async def look(core: Core) -> Look:
    """Reads everything; opens every text and every address."""
    rows = await _rows(core.engine)
    ways = await _ways_back(core)
    of = {thread["id"]: thread for thread in rows["thread"]}
    views = {id: _view(core, thread, rows, ways) for id, thread in of.items()}
    mine = {table.name for table, _ in OF_A_THREAD} | {"thread", "message", "outbox"}
    counts = tuple((n, len(found)) for n, found in sorted(rows.items()) if n not in mine)
    refs = await refs_that_wait(core)
    wrong = [
        *_wrong_rows(rows, ways, refs),
        *(f"{id}: {w}" for id, v in views.items() for w in _bad(v)),
    ]
    wrong += await _wrong_audit(core)
    wrong += await _wrong_ratchet(core)
    wrong += await wrong_waiting(core, ways)
    return Look(views, counts, await look_at_waiting(core, rows, ways), tuple(wrong))


async def _rows(engine: AsyncEngine) -> Rows:
    async with engine.connect() as connection:
        return {
            name: [dict(row) for row in (await connection.execute(select(table))).mappings()]
            for name, table in main_metadata.tables.items()
        }


async def _ways_back(core: Core) -> dict[str, str]:
    ways = {}
    for ref in await core.keyring.refs():
        try:
            address = await core.keyring.open(ref)
        except SealBrokenError:
            ways[ref] = BROKEN
            continue
        ways[ref] = (address.person or address.mode) if address else NONE
    return ways


def _view(core: Core, thread: dict[str, Any], rows: Rows, ways: dict[str, str]) -> View:
    id, ref = thread["id"], thread["return_ref"]
    others: dict[str, int] = defaultdict(int)
    for table, column in OF_A_THREAD:
        others[table.name] += sum(row[column.name] == id for row in rows[table.name])
    return View(
        state=thread["state"],
        keeps=thread["keeps"],
        hold=thread["hold"],
        way_back=ways.get(ref, NONE),
        said=tuple(_said(core, id, rows)),
        done=tuple(f"{a['number']} {a['what']}" for a in _of(id, rows["audit"])),
        steps=tuple(sorted(f"{s['name']} {s['number']}" for s in _of(id, rows["step"]))),
        messages=tuple(
            sorted(
                f"{m['action']} {m['person'] or 'whoever raised it'}"
                for m in rows["outbox"]
                if id == m["key"] or ref == m["return_ref"]
            )
        ),
        others=tuple(sorted(others.items())),
    )


def _of(id: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    mine = [row for row in rows if row["thread_id"] == id]
    return sorted(mine, key=lambda row: row.get("number", 0))


def _said(core: Core, id: str, rows: Rows) -> Iterator[str]:
    keys = [row["wrapped"] for row in _of(id, rows["thread_key"])]
    for message in _of(id, rows["message"]):
        place = f"{message['number']} {message['side']} {message['kind']} {message['held']}"
        if not keys:
            yield f"{place}: {SHREDDED}"
            continue
        try:
            key = core.keys.content.unwrap_content_key(id, keys[0])
            body = json.loads(open_text(key, id, str(message["number"]), message["sealed"]))
            yield f"{place}: {body['text']} {body.get('parts')}"
        except SealBrokenError:
            yield f"{place}: {BROKEN}"


def _bad(view: View) -> Iterator[str]:
    waits = view.state != "closed" or view.keeps
    if waits and view.way_back in (NONE, BROKEN):
        yield f"it is {view.state}, and its way back is {view.way_back}"
    if not waits and view.way_back != NONE:
        yield "it is closed, and its way back stands"
    if view.state != "closed" and (not view.said or any(SHREDDED in s for s in view.said)):
        yield "it isn't closed, and nobody can read it"
    if any(said.endswith(BROKEN) for said in view.said):
        yield "its text has a key that doesn't open it"
    if not waits and (view.steps or any("whoever" in m for m in view.messages)):
        yield "it is closed, and something is still on its way"


def _wrong_rows(rows: Rows, ways: dict[str, str], waiting: set[str]) -> Iterator[str]:
    ids = {thread["id"] for thread in rows["thread"]}
    refs = {thread["return_ref"] for thread in rows["thread"]} | waiting
    for table, column in OF_A_THREAD:
        # A message that stands for itself has no key, and one to somebody hidden says nothing.
        if {row[column.name] for row in rows[table.name]} - ids - {"", None}:
            yield f"{table.name} has rows of a thread that isn't there"
    if ways.keys() - refs:
        yield "an address has no thread"
    if {m["return_ref"] for m in rows["outbox"]} - refs - {None}:
        yield "a message is on its way to nobody"


async def _wrong_audit(core: Core) -> list[str]:
    today = core.clock.now().date()
    verdict = await verify(core.engine, core.keys, core.partnership.id, today)
    return [str(each) for each in verdict.wrong]


async def _wrong_ratchet(core: Core) -> list[str]:
    async with core.keyring.engine.connect() as connection:
        versions = set(await connection.scalars(select(ring.c.key_version)))
        epoch = await connection.scalar(select(ring_epoch.c.key_version))
    wrong = [] if versions <= {epoch} else ["a row is sealed under another version"]
    # Only a turn that is under way has two versions.
    for folder in _ratchets(core.settings.keys_folder):
        if RatchetFolder(folder).versions() != [epoch]:
            wrong.append("another version of the ratchet stands there")
        if any(int(p.name[1:].split("-")[0]) < (epoch or 0) for p in folder.glob("*.draft")):
            wrong.append("what is left of an older version stands there")
    return wrong


def _ratchets(folder: Path) -> set[Path]:
    return {path.parent for path in folder.rglob("v*.key")}


async def secrets_of(core: Core) -> dict[str, set[bytes]]:
    """What is sealed in each store, and every version of the ratchet: bytes that can be sought."""
    async with core.engine.connect() as main, core.keyring.engine.connect() as keyring:
        wrapped = main_metadata.tables["thread_key"].c.wrapped
        return {
            "main": {bytes(each) for each in await main.scalars(select(wrapped))},
            "keyring": {
                bytes(each)
                for column in (ring.c.sealed, waiting.c.sealed)
                for each in await keyring.scalars(select(column))
            },
            "ratchet": {
                path.read_bytes()[-32:] for path in core.settings.keys_folder.rglob("v*.key")
            },
        }


def _key_stays(before: dict[str, set[bytes]], now: dict[str, set[bytes]]) -> bool:
    fewer = len(now["keyring"]) < len(before.get("keyring", ()))
    return fewer and before["ratchet"] == now["ratchet"]


async def still_found(core: Core, before: dict[str, set[bytes]]) -> list[str]:
    """Which of those bytes lie in a file though no row has them any more."""
    now = await secrets_of(core)
    wrong = []
    if core.engine.dialect.name != "sqlite" and _key_stays(before, now):
        wrong.append("what was deleted from the keyring has its key still")
    folders = core.settings.data_dir, core.settings.keys_folder
    every = (path for folder in folders for path in folder.rglob("*") if path.is_file())
    files = [path for path in every if "backup" not in path.name]
    for kind, secrets in before.items():
        here = [p.read_bytes() for p in files if (kind in p.name) or kind == "ratchet"]
        if any(gone in content for gone in secrets - now[kind] for content in here):
            wrong.append(f"what was deleted from the {kind} still lies in a file")
    return wrong
