"""Pauses as one transaction sees them: their rooms, codes and rounds, and what a round came to."""

import hmac
from collections.abc import Awaitable, Callable, Sequence
from typing import Final

from sqlalchemy import ColumnElement
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from storage.crypto.codes import CODE_LETTERS, read_code
from storage.crypto.keys import Keys
from storage.crypto.receipts import ALPHABET
from storage.directory.meetings import RoomId, room_id
from storage.engine.ids import new_id
from storage.keyring.ballots import Ballots, Counted
from storage.schema import Pause, PauseRoom, Room, Thread
from storage.schema.values import State

MOST_CODES: Final = 40
"""Codes that one pause hands out; more people than that without a platform meet otherwise."""


class NoBallotsError(LookupError):
    """This repository was made without ballot boxes."""

    def __init__(self) -> None:
        super().__init__("Rounds need the keyring's ballot boxes.")


class Pauses:
    """What a pause has beyond any other thread."""

    def __init__(
        self,
        session: Callable[[], Awaitable[AsyncSession]],
        add: Callable[..., None],
        partnership_id: str,
        keys: Keys,
        ballots: Ballots | None,
    ) -> None:
        self._session = session
        self._add = add
        self._pid = partnership_id
        self._keys = keys
        self._ballots = ballots
        self.counted: list[Counted] = []
        """Rounds whose result this transaction stores: their answers are burnt after it."""

    @property
    def ballots(self) -> Ballots:
        """The ballot boxes. No answer in them tells whose it is."""
        if self._ballots is None:
            raise NoBallotsError
        return self._ballots

    async def begin(self, pause: Pause) -> None:
        """A pause, beside its thread."""
        (await self._session()).add(pause)

    async def of(self, thread: Thread) -> Pause:
        """The pause that a thread is. Raises LookupError for any other thread."""
        found = await (await self._session()).get(Pause, (self._pid, thread.id))
        if found is None:
            raise LookupError("Only a pause or a debrief has rounds.")
        return found

    async def shut(self, pause: Pause) -> Counted:
        """Ends the round that is open, and reads what it came to."""
        counted = await self.ballots.shut(pause.keeper, pause.ballot or "")
        self.counted.append(counted)
        pause.ballot = None
        return counted

    # Rooms

    async def room_at(self, place: str) -> Room | None:
        """The room that is this conversation, if a meeting has paused in it before."""
        found = await (await self._session()).scalars(
            select(Room).where(col(Room.partnership_id) == self._pid, col(Room.place) == place)
        )
        return found.first()

    async def room(self, id: str) -> Room | None:
        """The room of this random id."""
        return await (await self._session()).get(Room, (self._pid, id))

    async def remember(self, place: str, address: str, language: str) -> Room:
        """This conversation as a room, with its newest address."""
        room = await self.room_at(place)
        if room is None:
            room = Room(
                partnership_id=self._pid,
                id=new_id(),
                place=place,
                address=address,
                language=language,
            )
            (await self._session()).add(room)
        room.address, room.language = address, language
        return room

    def join(self, thread: Thread, room: Room) -> None:
        """The room takes part from now on."""
        self._add(PauseRoom, thread_id=thread.id, room=room_id(room))

    async def rooms(self, thread: Thread) -> list[RoomId]:
        """The rooms that take part."""
        found = await (await self._session()).scalars(
            select(PauseRoom.room)
            .where(col(PauseRoom.partnership_id) == self._pid)
            .where(col(PauseRoom.thread_id) == thread.id)
            .order_by(col(PauseRoom.room))
        )
        return [RoomId(room) for room in found]

    async def live_in(self, room: Room) -> Thread | None:
        """The pause that goes on in this room."""
        found = await (await self._session()).scalars(
            select(Thread)
            .join(PauseRoom, col(PauseRoom.thread_id) == col(Thread.id))
            .where(
                col(PauseRoom.partnership_id) == self._pid,
                col(Thread.partnership_id) == self._pid,
                col(PauseRoom.room) == room_id(room),
                col(Thread.state) != State.CLOSED,
            )
            .order_by(col(Thread.id))
        )
        return found.first()

    async def by_word(self, word: str) -> Thread | None:
        """The pause that goes on under this word."""
        live = await self._live(col(Pause.word) == (read_code(word) or "none"))
        return live[0][1] if live else None

    # Codes for those who have no platform

    def code(self, thread_id: str, number: int) -> str:
        """The code of this number: made anew each time, and kept nowhere."""
        key = self._keys.key_for("pause code")
        digest = hmac.digest(key, f"{thread_id} {number}".encode(), "sha256")
        letters = "".join(ALPHABET[byte % len(ALPHABET)] for byte in digest[:CODE_LETTERS])
        return f"{letters[:4]}-{letters[4:]}"

    async def by_code(self, typed: str) -> Thread | None:
        """The pause whose chair handed this code out; every code of every open pause is tried."""
        wanted = read_code(typed).encode()
        found: Thread | None = None
        for pause, thread in await self._live(col(Pause.codes) > 0):
            for number in range(pause.codes):
                code = self.code(thread.id, number).encode()
                found = thread if hmac.compare_digest(code, wanted) else found
        return found

    async def _live(self, which: ColumnElement[bool]) -> Sequence[tuple[Pause, Thread]]:
        rows = await (await self._session()).execute(
            select(Pause, Thread)
            .join(Thread, col(Thread.id) == col(Pause.thread_id))
            .where(
                col(Pause.partnership_id) == self._pid,
                col(Thread.partnership_id) == self._pid,
                col(Thread.state) != State.CLOSED,
                which,
            )
        )
        return [(pause, thread) for pause, thread in rows]
