"""The floor: what a concern would take if nothing were decided, worded or checked.

The very rows that a concern leaves, in two SQLite transactions that wait for the disk, with one
sealing, behind a bare route. python -m tests.bench.floor FOLDER     (reads PORT)
"""

import os
import sqlite3
import sys
from contextlib import asynccontextmanager
from pathlib import Path
from secrets import token_urlsafe
from typing import Any, Final

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from storage.crypto.identity import IdentityKeys, ReturnAddress
from storage.engine.database import PRAGMAS
from storage.keyring.store import RETURN
from tests.bench.bare import DONE
from tests.conftest import Stores
from tests.core.anytown import CONCERN, anytown

FILLED: Final = ("thread", "thread_key", "message", "audience", "step", "outbox", "audit",
                 "submission")  # fmt: skip
OWN: Final = {"id", "thread_id", "tag", "key", "return_ref", "ref"}
"""Columns that are new in each concern."""
Rows = dict[str, list[dict[str, Any]]]


class Floor:
    """Writes one concern's rows again and again, each time as somebody else's."""

    def __init__(self, main: Path, keyring: Path, rows: Rows, sealing: IdentityKeys) -> None:
        self._main, self._keyring = _opened(main), _opened(keyring)
        self._rows = rows
        self._sealing = sealing

    def write(self) -> None:
        """Main first, the address next, and main's commit last: as it is done for a concern."""
        new = {"": "", None: None}
        self._main.execute("BEGIN IMMEDIATE")
        for table, rows in self._rows.items():
            for row in rows:
                fresh = {n: _new(new, v) if n in OWN else v for n, v in row.items()}
                marks = ", ".join("?" * len(fresh))
                names = ", ".join(fresh)
                self._main.execute(
                    f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(fresh.values())
                )
        self._keyring.execute("INSERT INTO ring VALUES (?, ?, ?, ?, ?)", self._address())
        self._main.execute("COMMIT")

    def _address(self) -> tuple[str, str, str, int, bytes]:
        ref, version = token_urlsafe(16), self._sealing.newest
        address = ReturnAddress("slack:T1:U1", '{"channel":"D1"}', "en", "school", "", "anonymous")
        sealed = self._sealing.seal(ref, RETURN, version, address)
        return "anytown", ref, RETURN, version, sealed


def _new(known: dict[Any, Any], old: Any) -> Any:
    """What stands for this id this time, in whichever table it stands."""
    return known.setdefault(old, token_urlsafe(16))


def _opened(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    connection.row_factory = sqlite3.Row
    return connection


async def made(folder: Path) -> Floor:
    """A partnership in which one concern was raised, of which the rows are taken."""
    main, keyring = folder / "main.db", folder / "keyring.db"
    stores = Stores(f"sqlite+aiosqlite:///{main}", f"sqlite+aiosqlite:///{keyring}", "sqlite")
    async with anytown(stores, folder) as town:
        form = await town.does("leila", "concern")
        await form.fills({**CONCERN, "how": "anonymous", "release": "now"})
        sealing = town.core.keys.identity(town.core.partnership.id)
    read = _opened(main)
    rows: Rows = {name: [dict(row) for row in read.execute(f"SELECT * FROM {name}")]
                  for name in FILLED}  # fmt: skip
    assert all(rows[name] for name in ("thread", "message", "outbox", "audience", "submission"))
    return Floor(main, keyring, rows, sealing)


def build(folder: Path) -> Starlette:
    """The app: it writes, and answers as a bare one does."""

    @asynccontextmanager
    async def lifespan(app: Starlette) -> Any:
        app.state.floor = await made(folder)
        yield

    async def sent(request: Request) -> Response:
        await request.body()
        request.app.state.floor.write()
        return JSONResponse({"response_action": "update", "view": DONE})

    async def ready(_request: Request) -> Response:
        return PlainTextResponse("ok")

    routes = [Route("/slack/events", sent, methods=["POST"]), Route("/readyz", ready)]
    return Starlette(routes=routes, lifespan=lifespan)


if __name__ == "__main__":
    place = Path(sys.argv[1])
    place.mkdir(exist_ok=True)
    uvicorn.run(
        build(place), port=int(os.environ["PORT"]),
        log_config=None, access_log=False, server_header=False,
    )  # fmt: skip
