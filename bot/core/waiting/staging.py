"""What hidden people raise waits sealed until its release, and is shown to them meanwhile.

Nothing of it is written to main before. It is laid out in a database in memory, in which handlers
read and change it like any other, and sealed again.
"""

from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.core.admission import Admitted
from bot.core.unit_of_work import Transactions, UnitOfWork
from bot.core.waiting.bodies import THREAD, thread_in
from bot.core.waiting.finding import Finding
from handlers.contract.commands import Verb
from handlers.contract.people import Anonymous, InConfidence, ReferenceHolder
from storage.crypto.identity import DUMMY
from storage.keyring.waiting import Waiting
from storage.repository import Repository
from storage.repository.deduplication import already_sent
from storage.repository.held import Held
from storage.schema.values import Release, State
from storage.waiting.repository import WaitingRepository
from storage.waiting.rows import Rows, lay_out, noted_in, rows_of
from storage.waiting.turns import take_turn


class MovedError(Exception):
    """It has gone out, or was taken back, as it was to be changed: it is found elsewhere now."""


class Staging:
    """Where an act takes place: in main, or in what waits."""

    def __init__(self, of: Transactions) -> None:
        self._of = of

    @asynccontextmanager
    async def place(
        self, admitted: Admitted, verb: Verb, main: UnitOfWork[Repository]
    ) -> AsyncIterator[UnitOfWork[Repository]]:
        """Gives where this act takes place, and seals what waits afterwards."""
        main.already_waits = admitted.words
        if admitted.waits is not None or _waits_first(admitted, verb):
            async with self._begin(await self._as_it_is(admitted.waits, main), main) as work:
                yield work
        elif isinstance(admitted.who, ReferenceHolder):
            waits = await Finding(self._of.room).threads_of(admitted.who.replies)
            async with self._laid_out(waits, main) as there:
                main.repo.waiting = there.repo
                yield main
        else:
            yield main

    async def _as_it_is(
        self, found: Waiting | None, main: UnitOfWork[Repository]
    ) -> Waiting | None:
        """Takes a turn at what is to be changed, and reads it anew. Raises MovedError."""
        if found is None or not main.repo.locks:
            return found
        await take_turn(main.session, [found.id])
        item = await self._of.room.find(found.id)
        if item is None or await already_sent(main.session, main.repo.partnership.id, item.id):
            raise MovedError
        return item

    @asynccontextmanager
    async def _laid_out(
        self, items: Collection[Waiting], main: UnitOfWork[Repository]
    ) -> AsyncIterator[UnitOfWork[Repository]]:
        """Lays these threads out, to be looked at; changes are thrown away."""
        async with self._of.scratch.empty() as session:
            for item in items:
                await lay_out(session, item.body["rows"])
            repo = WaitingRepository(session, self._of.keys, main.repo)
            repo.to_come.held = held_in(items)
            yield UnitOfWork(session, repo)

    @asynccontextmanager
    async def _begin(
        self, item: Waiting | None, main: UnitOfWork[Repository]
    ) -> AsyncIterator[UnitOfWork[Repository]]:
        """Lays one thread out, or room for a new one, and seals what it has become."""
        async with self._laid_out([item] if item else [], main) as work:
            yield work
            await work.repo.finish()
            await self._seal(item, work)

    async def _seal(self, item: Waiting | None, work: UnitOfWork[Repository]) -> None:
        rows = await rows_of(work.session)
        if not rows.get("thread"):
            return  # they were asked again, and have raised nothing yet
        noted = await noted_in(work.session)
        held = work.repo.to_come.held.get(rows["thread"][0]["id"])
        if item is None:
            new = _first(rows, noted, held)
            await self._of.room.keep([new], {new.ref: work.addresses.get(new.ref, DUMMY)})
        else:
            await self._seal_again(item, rows, [*item.body["notes"], *noted], held)

    async def _seal_again(
        self, item: Waiting, rows: Rows, noted: Sequence[str], held: Held | None
    ) -> None:
        """Seals what has changed of it, or takes it back; held no longer, it has a time."""
        room, body = self._of.room, _body(rows, noted, held)
        if body == item.body:
            return
        if rows["thread"][0]["state"] == State.CLOSED:
            await room.destroy([item.id], [item.ref])
        else:
            due = item.due if held or not item.held else _released_at(rows)
            await room.change(replace(item, body=body, due=due, soon=_is_soon(rows)))


def held_in(items: Collection[Waiting]) -> dict[str, Held]:
    """Finds what of this is held until others have seen the same, by thread."""
    return {thread_in(i)["id"]: Held.read(i.body["held"]) for i in items if i.held}


def _body(rows: Rows, notes: Sequence[str], held: Held | None) -> dict[str, Any]:
    more = {"held": held.spelled()} if held else {}
    return {"what": THREAD, "rows": rows, "notes": [*notes], **more}


def _first(rows: Rows, notes: Sequence[str], held: Held | None) -> Waiting:
    [thread], [sent] = rows["thread"], rows["submission"]
    body, due = _body(rows, notes, held), _released_at(rows)
    ref = str(thread["return_ref"])
    return Waiting(str(sent["tag"]), due, ref, body, _is_soon(rows), True)


def _released_at(rows: Rows) -> datetime:
    return min(
        datetime.fromisoformat(str(step["due_at"]))
        for step in rows["step"]
        if step["name"] == "release"
    )


def _is_soon(rows: Rows) -> bool:
    return bool(rows["thread"][0]["release"] == Release.SOON)


def _waits_first(admitted: Admitted, verb: Verb) -> bool:
    """Tells whether what is raised here goes out later: of that main hears nothing before."""
    event = admitted.event
    if verb.held:
        return isinstance(admitted.who, Anonymous | InConfidence)
    hidden = verb.by == "raising" and isinstance(admitted.who, Anonymous)
    later = event.one("release") in (Release.SOON, Release.SLOT)
    return hidden and later and event.one("danger") != "yes"
