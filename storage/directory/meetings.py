"""The conversations in which meetings pause: where their cards are sent."""

from collections.abc import Collection
from typing import Any, Final, NewType

from sqlalchemy import Row, bindparam, select
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.directory.members import Seen
from storage.engine.database import read
from storage.partnership import PersonId, PlatformId
from storage.schema import Room as RoomRow
from storage.schema import main_metadata

RoomId = NewType("RoomId", str)
"""<platform>:room:<random>. It stands where a person's id would, in the outbox and beside cards."""

ROOM: Final = "room"
room: Final = main_metadata.tables["room"]
_THESE: Final = select(room.c.id, room.c.place, room.c.address, room.c.language).where(
    room.c.partnership_id == bindparam("pid"), room.c.id.in_(bindparam("these", expanding=True))
)


class Rooms:
    """What the courier knows of rooms."""

    def __init__(self, engine: AsyncEngine, partnership_id: str) -> None:
        self._engine = engine
        self._pid = partnership_id

    async def find_all(self, ids: Collection[str]) -> dict[PersonId, Seen]:
        """Finds how each of these is reached, as if it were a person."""
        these = [own for _, home, own in map(PlatformId.read, ids) if home == ROOM]
        if not these:
            return {}
        found = await read(self._engine, _THESE, {"pid": self._pid, "these": these})
        rooms = (Seen(PersonId(room_id(r)), None, "", r.language, r.address) for r in found)
        return {room.person: room for room in rooms}


def room_id(row: RoomRow | Row[Any]) -> RoomId:
    """Makes what stands for it where a person's id would."""
    return RoomId(str(PlatformId(PlatformId.read(row.place).platform, ROOM, row.id)))
