"""What ends sessions: a person's new mark ends all of theirs, and a digest ends one.

Neither says when: a digest has a day, and whose session it was stands nowhere.
"""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from hashlib import sha256
from typing import Final

from sqlalchemy import Connection, bindparam, delete, insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from storage.engine.database import read, together
from storage.engine.ids import new_id
from storage.partnership import PersonId
from storage.schema import SessionMark, main_metadata

_marks: Final = main_metadata.tables["session_mark"]
_MARK: Final = select(_marks.c.mark).where(
    _marks.c.partnership_id == bindparam("pid"), _marks.c.person == bindparam("who")
)
_over: Final = main_metadata.tables["session_over"]
_OURS: Final = _over.c.partnership_id == bindparam("pid")
_IS_OVER: Final = select(_over.c.digest).where(_OURS, _over.c.digest == bindparam("which"))
_LONG_OVER: Final = delete(_over).where(_OURS, _over.c.until < bindparam("day"))


class SessionMarks:
    """Reads marks at each request, and writes one when somebody signs out everywhere."""

    def __init__(self, engine: AsyncEngine, partnership_id: str) -> None:
        self._engine = engine
        self._partnership_id = partnership_id

    async def of(self, person: PersonId) -> str:
        """Gives a person's mark; '' for somebody who has never had all their sessions ended."""
        values = {"pid": self._partnership_id, "who": person}
        rows = await read(self._engine, _MARK, values)
        return next((str(row.mark) for row in rows), "")

    async def end(self, session: str, until: date) -> None:
        """Ends the session of this name, on all servers, for as long as its cookie would open."""
        row = {"partnership_id": self._partnership_id, "digest": _digest(session), "until": until}
        with suppress(IntegrityError):  # ended twice at once
            await together(self._engine, Connection.execute, insert(_over), row)

    async def is_over(self, session: str) -> bool:
        """Tells whether the session of this name was ended."""
        values = {"pid": self._partnership_id, "which": _digest(session)}
        return bool(await read(self._engine, _IS_OVER, values))

    async def tidy(self, today: date) -> None:
        """Forgets what would be over by itself."""
        values = {"pid": self._partnership_id, "day": today}
        await together(self._engine, Connection.execute, _LONG_OVER, values)

    async def renew(self, persons: Sequence[PersonId]) -> None:
        """Ends every session of these people, on all servers."""
        for person in persons:
            try:
                await self._renew(person)
            except IntegrityError:
                await self._renew(person)  # done twice at once

    async def _renew(self, person: PersonId) -> None:
        own = {"partnership_id": self._partnership_id, "person": person}
        async with AsyncSession(self._engine) as session, session.begin():
            await session.merge(SessionMark(**own, mark=new_id()))


def _digest(session: str) -> str:
    # Random and long, so that no key is needed: nobody can try them all.
    return sha256(session.encode(errors="replace")).hexdigest()[:32]
