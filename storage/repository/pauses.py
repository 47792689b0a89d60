"""Pauses as one transaction sees them: their rooms, codes and rounds, and what a round came to."""

import hmac
from collections.abc import Sequence
from typing import Final

from sqlalchemy import ColumnElement
from sqlmodel import col, select

from storage.crypto.codes import ALPHABET, CODE_LETTERS, NO_CODE, read_code
from storage.crypto.keys import Keys
from storage.directory.meetings import RoomId, room_id
from storage.engine.ids import new_id
from storage.engine.own_rows import OwnRows
from storage.keyring.ballots import Ballots, CountedRound
from storage.schema import Pause, PauseRoom, Room, Thread
from storage.schema.values import State

MOST_CODES: Final = 40
"""Codes that one pause hands out; more people than that without a platform meet otherwise."""


class Pauses:
    """What a pause has beyond any other thread."""

    def __init__(self, rows: OwnRows, keys: Keys, ballots: Ballots | None) -> None:
        self._rows = rows
        self._keys = keys
        self._ballots = ballots
        self.counted: list[CountedRound] = []
        """Rounds whose result this transaction stores: their answers are destroyed after it."""

    @property
    def ballots(self) -> Ballots:
        """The ballot boxes. No answer in them tells whose it is. Raises LookupError."""
        if self._ballots is None:
            raise LookupError("Rounds need the keyring's ballot boxes.")
        return self._ballots

    async def begin(self, pause: Pause) -> None:
        """Begins a pause, beside its thread."""
        (await self._rows.session()).add(pause)

    async def of(self, thread: Thread) -> Pause:
        """Finds the pause that a thread is. Raises LookupError for any other thread."""
        otherwise = "Only a pause or a debrief has rounds."
        return await self._rows.beside(Pause, thread.id, otherwise)

    async def shut(self, pause: Pause, chair: str) -> CountedRound:
        """Ends the round that is open, and reads what it came to; which answer is the chair's."""
        counted = await self.ballots.shut(pause.keeper, pause.ballot or "", chair)
        self.counted.append(counted)
        pause.ballot = None
        return counted

    # Rooms

    async def room_at(self, place: str) -> Room | None:
        """Finds the room that is this conversation, if a meeting has paused in it before."""
        here = self._rows.mine(Room), col(Room.place) == place
        return await self._rows.first(select(Room).where(*here))

    async def room(self, id: str) -> Room | None:
        """Finds the room of this random id."""
        return await self._rows.get(Room, id)

    async def remember(self, place: str, address: str, language: str) -> Room:
        """Keeps this conversation as a room, with its newest address."""
        room = await self.room_at(place)
        if room is None:
            new = {"partnership_id": self._rows.pid, "id": new_id(), "place": place}
            room = Room(**new, address=address, language=language)
            (await self._rows.session()).add(room)
        room.address, room.language = address, language
        return room

    def join(self, thread: Thread, room: Room) -> None:
        """Has the room take part from now on."""
        self._rows.add(PauseRoom, thread_id=thread.id, room=room_id(room))

    async def rooms(self, thread: Thread) -> list[RoomId]:
        """Finds the rooms that take part."""
        here = select(PauseRoom.room).where(self._rows.of(PauseRoom, thread.id))
        return [RoomId(room) for room in await self._rows.all(here.order_by(col(PauseRoom.room)))]

    async def live_in(
        self, room: Room, commands: Sequence[str] = ("pause", "debrief")
    ) -> Thread | None:
        """Finds the pause that goes on in this room, or what else of these kinds does."""
        return await self._rows.first(
            select(Thread)
            .join(PauseRoom, col(PauseRoom.thread_id) == col(Thread.id))
            .where(
                self._rows.mine(PauseRoom),
                self._rows.mine(Thread),
                col(PauseRoom.room) == room_id(room),
                col(Thread.command).in_(commands),
                col(Thread.state) != State.CLOSED,
            )
            .order_by(col(Thread.id))
        )

    async def by_word(self, word: str) -> Thread | None:
        """Finds the pause that goes on under this word."""
        live = await self._live(col(Pause.word) == (read_code(word) or "none"))
        return live[0][1] if live else None

    # Codes for those who have no platform

    def code(self, thread_id: str, number: int) -> str:
        """Makes the code of this number: anew each time, and kept nowhere."""
        key = self._keys.key_for("pause code")
        digest = hmac.digest(key, f"{thread_id} {number}".encode(), "sha256")
        letters = "".join(ALPHABET[byte % len(ALPHABET)] for byte in digest[:CODE_LETTERS])
        return f"{letters[:4]}-{letters[4:]}"

    async def by_code(self, typed: str) -> Thread | None:
        """Finds the pause whose chair handed this code out: every code of every one is tried."""
        found: Thread | None = None
        for pause, thread in await self._live(col(Pause.codes) > 0):
            found = thread if self._among(thread.id, pause.codes, typed) else found
        return found

    def counts(self, pause: Pause, typed: str) -> bool:
        """Tells whether this code has a voice in the round that is open, or only in the next."""
        return self._among(pause.thread_id, pause.counting, typed)

    def _among(self, thread_id: str, first: int, typed: str) -> bool:
        wanted, found = (read_code(typed) or NO_CODE).encode(), False
        for number in range(first):
            found |= hmac.compare_digest(self.code(thread_id, number).encode(), wanted)
        return found

    async def _live(self, which: ColumnElement[bool]) -> Sequence[tuple[Pause, Thread]]:
        rows = await (await self._rows.session()).execute(
            select(Pause, Thread)
            .join(Thread, col(Thread.id) == col(Pause.thread_id))
            .where(
                self._rows.mine(Pause),
                self._rows.mine(Thread),
                col(Thread.state) != State.CLOSED,
                which,
            )
        )
        return [(pause, thread) for pause, thread in rows]
