"""Has this process follow the partnership's newest version, whoever added it, on any replica."""

import asyncio
import json
from contextlib import suppress
from hashlib import sha256
from typing import Final

from sqlalchemy import bindparam, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col

from bot.base.logs import log
from storage.delivery.web_boxes import WebBoxes
from storage.directory.accounts import links_now
from storage.directory.members import Members, Seen
from storage.directory.session_marks import SessionMarks
from storage.engine.clock import Clock
from storage.engine.database import read, transaction
from storage.engine.own_rows import OwnRows
from storage.partnership import Partnership, Platform, PlatformId, earliest_day
from storage.partnership.changes.living import LivingPartnership
from storage.partnership.changes.tree import Tree, differences, plain
from storage.partnership.loading import understood
from storage.partnership.model import WebMember
from storage.repository.versions import Change, Versions
from storage.schema import PartnershipVersion

_NEWEST: Final = select(func.max(col(PartnershipVersion.number))).where(
    col(PartnershipVersion.partnership_id) == bindparam("pid")
)
PASSED_OVER: Final = (
    "the partnership's file was changed, and so was what is in force: that stands. See it with "
    "upstander partnership apply FILE"
)


class Follower:
    """Asks each second whether there is a newer version, which costs one look at an index."""

    def __init__(
        self,
        engine: AsyncEngine,
        living: LivingPartnership,
        file: Tree | None,
        members: Members,
        marks: SessionMarks,
        boxes: WebBoxes,
        clock: Clock,
    ) -> None:
        self._engine = engine
        self._living = living
        self._file = plain(file) if file is not None else None
        self._members = members
        self._marks = marks
        self._boxes = boxes
        self._clock = clock
        self._one = asyncio.Lock()
        self._introduced: tuple[WebMember, ...] | None = None
        self.number = 0
        """The number of the version that is followed."""

    async def begin(self) -> None:
        """Stores what the file says, if that is new, and follows the version in force."""
        await self.store()
        if not await self.follow():
            await self._introduce(self._living)

    async def store(self) -> None:
        """Stores what the file says, if that is new."""
        if self._file is not None:
            with suppress(IntegrityError):  # another server that starts now has stored it
                await self._store(self._file)

    async def _store(self, file: Tree) -> None:
        mark = mark_of(file)
        async with transaction(self._engine) as session:
            versions = Versions(OwnRows.within(session, self._living.id))
            newest = await versions.newest()
            if newest is not None and newest.mark == mark:
                return
            if newest is not None and newest.source != "file":
                if not await versions.came_from(mark):
                    log.wrong(PASSED_OVER)
                return
            before = json.loads(newest.settings) if newest else {}
            change = Change(tuple(differences(before, file)) if newest else (), "file", mark=mark)
            await versions.add(file, change, earliest_day(self._living, self._clock.now()))
            await session.flush()

    async def follow(self, *, introduces: bool = True) -> bool:
        """Follows a newer version, if there is one; tells whether there was.

        A command that only looks introduces nobody.
        """
        async with self._one:
            # Few have two accounts, and one row is all that says so.
            self._living.learn(await links_now(self._engine, self._living.id))
            found = await read(self._engine, _NEWEST, {"pid": self._living.id})
            number = found[0][0] or 0
            if number == self.number:
                return False
            self.number = number
            await self._turn_to(number)
            if introduces:
                await self._introduce(self._living)
            return True

    async def _turn_to(self, number: int) -> None:
        async with transaction(self._engine) as session:
            row = await Versions(OwnRows.within(session, self._living.id)).number(number)
        settings = json.loads(row.settings) if row else {}
        # Elsewhere: a county's takes a while, in which others are served.
        partnership, _ = await asyncio.to_thread(understood, settings)
        if partnership is None:
            log.wrong("the partnership's newest version can't be read here: install the newer one")
            return
        self._living.becomes(partnership)

    async def _introduce(self, partnership: Partnership) -> None:
        """Brings in whom it lists for the web; nobody else tells of them, also when they leave."""
        if partnership.members == self._introduced:
            return
        people = [
            Seen(m.id, m.agency, m.name, m.language, f'{{"slug": "{PlatformId.read(m.id).own}"}}')
            for m in partnership.members
        ]
        await self._members.remember(people)
        listed = {one.person for one in people}
        known = [one.person for one in await self._members.everyone()]
        on_the_web = [id for id in known if PlatformId.read(id).platform == Platform.WEB]
        gone = [person for person in on_the_web if person not in listed]
        await self._members.forget(gone)
        # Whoever is called so next isn't let in by a session of theirs.
        await self._marks.renew(gone)
        await self._boxes.clear([PlatformId.read(person).own for person in gone])
        self._introduced = partnership.members


def mark_of(file: Tree) -> str:
    """Gives that by which a file is known again."""
    return sha256(json.dumps(file, sort_keys=True).encode()).hexdigest()
