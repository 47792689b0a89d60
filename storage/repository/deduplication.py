"""Knows what came before: a form by its random token, a platform's event by its id. Both are kept
as keyed hashes, events for ten minutes and never beside a thread."""

from datetime import timedelta
from typing import NamedTuple

from sqlalchemy import bindparam
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession
from sqlmodel import col, delete, select

from storage.crypto.keys import Keys
from storage.engine.clock import Clock
from storage.repository.repository import Repository
from storage.schema import SeenEvent, Submission

KEPT = timedelta(minutes=10)
SENT = select(Submission.reply, Submission.words, Submission.began).where(
    col(Submission.partnership_id) == bindparam("pid"), col(Submission.tag) == bindparam("sent")
)


class Taken(NamedTuple):
    """A form that was taken: what was answered, with which words, and what it began."""

    reply: str
    words: str | None
    began: bytes | None


async def already_sent(session: AsyncSession, partnership_id: str, tag: str) -> Taken | None:
    """Finds what is kept of this form, if it was sent before."""
    connection = await session.connection()
    found = (await connection.execute(SENT, {"pid": partnership_id, "sent": tag})).first()
    return Taken(*found) if found else None


def remember_sent(repo: Repository, tag: str, taken: Taken) -> None:
    """Keeps that this form was taken, and what was answered."""
    repo.add(Submission, tag=tag, **taken._asdict(), day=repo.today_at(None))


class SeenEvents:
    """Platform events that may be sent again, each in a transaction of its own."""

    def __init__(self, engine: AsyncEngine, partnership_id: str, keys: Keys, clock: Clock) -> None:
        self._engine = engine
        self._partnership_id = partnership_id
        self._keys = keys
        self._clock = clock

    async def first_time(self, event_id: str) -> bool:
        """Tells whether it is the first: False if it came within the last ten minutes."""
        tag, until = self._keys.event_tag(event_id), self._clock.now() + KEPT
        row = SeenEvent(partnership_id=self._partnership_id, tag=tag, until=until)
        try:
            async with AsyncSession(self._engine) as session, session.begin():
                session.add(row)
        except IntegrityError:
            return False
        return True

    async def tidy(self) -> None:
        """Forgets events after ten minutes, and forms after two days."""
        now = self._clock.now()
        async with AsyncSession(self._engine) as session, session.begin():
            await session.execute(delete(SeenEvent).where(col(SeenEvent.until) < now))
            old = now.date() - timedelta(days=2)
            await session.execute(delete(Submission).where(col(Submission.day) < old))
