"""What lies on people's own pages until they clear it: sealed, and under no name.

Whose a box is can be told with our keys alone, and a message has the day on which it came, no
moment. Reading writes nothing.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any, Final

from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV
from sqlalchemy import Connection, bindparam, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.crypto.aead import (
    LENGTH_BYTES,
    associated,
    open_bytes,
    pad,
    seal_bytes,
    tag_of,
    unpad,
)
from storage.crypto.keys import Keys
from storage.engine.clock import utc
from storage.engine.database import read, together
from storage.engine.ids import new_id
from storage.schema import main_metadata

MOST: Final = 30
"""So many lie in a box; the oldest goes as one more comes."""
KEPT: Final = timedelta(days=30)
"""After it nobody misses a message: what waits for somebody stands on their page by itself."""
_STEP: Final = 1024

_message: Final = main_metadata.tables["web_message"]
_MINE: Final = _message.c.partnership_id == bindparam("pid")
_BOX: Final = (_MINE, _message.c.box == bindparam("which"))
_THIS: Final = (*_BOX, _message.c.id == bindparam("this"))
_LYING: Final = select(_message.c.id, _message.c.sealed).where(*_BOX)
_STANDING: Final = select(_message.c.sealed).where(*_THIS).with_for_update()
_SURPLUS: Final = delete(_message).where(
    _MINE, _message.c.id.in_(bindparam("these", expanding=True))
)
_CLEARED: Final = delete(_message).where(
    _MINE, _message.c.box.in_(bindparam("boxes", expanding=True))
)
_OLD: Final = delete(_message).where(_MINE, _message.c.day < bindparam("day"))


class WebBoxes:
    """One partnership's."""

    def __init__(self, engine: AsyncEngine, partnership_id: str, keys: Keys) -> None:
        self._engine = engine
        self._pid = partnership_id
        self._cipher = AESGCMSIV(keys.key_for("message on a page"))
        self._names = keys.key_for("box on a page")

    async def put(self, box: str, text: str, now: datetime) -> str:
        """Lays a message on top; gives its name, by which it can be replaced."""
        return await together(self._engine, self._put, self._tag(box), text, now)

    def _put(self, connection: Connection, tag: str, text: str, now: datetime) -> str:
        lying = self._ordered(tag, connection.execute(_LYING, self._of(tag)).all())
        if surplus := [id for _, id, _ in lying[MOST - 1 :]]:
            connection.execute(_SURPLUS, {"pid": self._pid, "these": surplus})
        # The latest is on top, also where another server's clock is ahead.
        at = max([utc(now), *(at + timedelta.resolution for at, _, _ in lying[:1])])
        id = new_id()
        row = {"partnership_id": self._pid, "id": id, "box": tag, "day": utc(now).date()}
        connection.execute(insert(_message), {**row, "sealed": self._seal(tag, id, at, text)})
        return id

    async def replace(self, box: str, name: str, text: str) -> None:
        """Replaces a message where it lies; one that was cleared stays away."""
        await together(self._engine, self._replace, self._tag(box), name, text)

    def _replace(self, connection: Connection, tag: str, id: str, text: str) -> None:
        this = {**self._of(tag), "this": id}
        for sealed in connection.execute(_STANDING, this).scalars().all():
            at, _ = self._open(tag, id, sealed)
            again = self._seal(tag, id, at, text)
            connection.execute(update(_message).where(*_THIS).values(sealed=again), this)

    async def lying(self, box: str) -> list[str]:
        """Reads what lies in a box, the newest first."""
        tag = self._tag(box)
        rows = await read(self._engine, _LYING, self._of(tag))
        return [text for _, _, text in self._ordered(tag, rows)]

    async def clear(self, boxes: Sequence[str]) -> None:
        """Clears these boxes."""
        tags = [self._tag(box) for box in boxes]
        values = {"pid": self._pid, "boxes": tags}
        await together(self._engine, Connection.execute, _CLEARED, values)

    async def tidy(self, today: date) -> None:
        """Takes out what has lain there for long."""
        values = {"pid": self._pid, "day": today - KEPT}
        await together(self._engine, Connection.execute, _OLD, values)

    def _ordered(self, tag: str, rows: Iterable[Any]) -> list[tuple[datetime, str, str]]:
        found = ((row.id, self._open(tag, row.id, row.sealed)) for row in rows)
        return sorted(((at, id, text) for id, (at, text) in found), reverse=True)

    def _seal(self, tag: str, id: str, at: datetime, text: str) -> bytes:
        plain = json.dumps([at.isoformat(), text]).encode()
        size = -(-(len(plain) + LENGTH_BYTES) // _STEP) * _STEP
        return seal_bytes(self._cipher, self._place(tag, id), pad(plain, size))

    def _open(self, tag: str, id: str, sealed: bytes) -> tuple[datetime, str]:
        at, text = json.loads(unpad(open_bytes(self._cipher, self._place(tag, id), sealed)))
        return datetime.fromisoformat(at), text

    def _place(self, tag: str, id: str) -> bytes:
        return associated("message on a page", self._pid, tag, id)

    def _tag(self, box: str) -> str:
        return tag_of(self._names, f"{self._pid} {box}")

    def _of(self, tag: str) -> dict[str, str]:
        return {"pid": self._pid, "which": tag}
