"""Whose turn it is to be sent an e-mail: at most one in half an hour, whichever server sends it.

The time of the next is written before one is sent. So a server that dies meanwhile, or another
beside it, sends nobody two; what it was about waits for its next time.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, RowMapping, bindparam, delete, insert, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.delivery.outbox import LEASE, OutboxMessage, outbox
from storage.engine.clock import Clock, utc
from storage.engine.database import read, together
from storage.engine.shared_clock import ITS_TIME
from storage.partnership import PersonId
from storage.schema import main_metadata
from storage.schema.values import CardAction

BETWEEN: Final = timedelta(minutes=30)
"""Nobody is sent two e-mails within it, but in danger."""
ROUNDED: Final = timedelta(minutes=5)
"""To this the next time is rounded up: a copy of the row doesn't tell the moment of the last."""
REST: Final = timedelta(seconds=30)
"""After one that failed, before another is tried."""
A_MOMENT: Final = timedelta(seconds=2)
"""Until it is looked again whether one that is under way has gone."""
SOON: Final = timedelta(minutes=5)
"""What is due by then is covered by an e-mail that goes now: it says the same."""

mailbox: Final = main_metadata.tables["mailbox"]
_MINE: Final = mailbox.c.partnership_id == bindparam("pid")
_THIS: Final = (_MINE, mailbox.c.person == bindparam("who"))
_LOCKED: Final = select(mailbox).where(*_THIS).with_for_update()
_OFF: Final = select(mailbox.c.off).where(*_THIS)
_COVERED: Final = select(*(outbox.c[name] for name in OutboxMessage.columns())).where(
    outbox.c.partnership_id == bindparam("pid"),
    outbox.c.person == bindparam("who"),
    outbox.c.action == CardAction.SEND,
    outbox.c.due_at <= bindparam("soon", type_=outbox.c.due_at.type),
)


@dataclass(frozen=True)
class MailTurn:
    """A turn that was taken: one e-mail may go now, and says that all of these wait."""

    person: PersonId = field(repr=False)
    covers: tuple[OutboxMessage, ...]
    before: datetime | None
    """When the next was to go until now; it is put back where none went."""


@dataclass(frozen=True)
class NoTurn:
    """Not now."""

    until: datetime
    sending: bool
    """Another is under way, or just failed; otherwise one went a while ago."""


class Mailboxes:
    """One partnership's."""

    def __init__(self, engine: AsyncEngine, partnership_id: str) -> None:
        self._engine = engine
        self._pid = partnership_id

    async def take(self, message: OutboxMessage, clock: Clock) -> MailTurn | NoTurn:
        """Takes the turn of whoever a message is for, or tells when the next is.

        What is urgent waits for no pause. A turn that covers nothing was over before it was taken:
        an e-mail has gone meanwhile, and covered this message too.
        """
        try:
            return await together(self._engine, self._take, message, clock)
        except IntegrityError:  # another server writes their first row at this moment
            return NoTurn(clock.now() + A_MOMENT, sending=True)

    def _take(
        self, connection: Connection, message: OutboxMessage, clock: Clock
    ) -> MailTurn | NoTurn:
        person = PersonId(message.person or "")
        now, then = clock.now(), _then(connection, clock)
        row = connection.execute(_LOCKED, self._this(person)).mappings().one_or_none()
        next_at = row["next_at"] if row else None
        if row and (later := _later(row, message, now, then)):
            return later
        covers = self._covered(connection, person, now + SOON)
        if message.id not in [each.id for each in covers]:
            return MailTurn(person, (), next_at)
        taken = {"next_at": _next_after(now), "leased_until": then + LEASE}
        if row is None:
            new = {"partnership_id": self._pid, "person": person, "off": False}
            connection.execute(insert(mailbox), {**new, **taken})
        else:
            connection.execute(update(mailbox).where(*_THIS).values(**taken), self._this(person))
        return MailTurn(person, covers, next_at)

    def _covered(
        self, connection: Connection, person: PersonId, soon: datetime
    ) -> tuple[OutboxMessage, ...]:
        found = connection.execute(_COVERED, {**self._this(person), "soon": soon}).mappings()
        return tuple(OutboxMessage(**each) for each in found)

    async def sent(self, turn: MailTurn) -> None:
        """Ends a turn in which an e-mail went, or may have gone: the next is half an hour away."""
        await self._set(turn.person, leased_until=None)

    async def refused(self, turn: MailTurn) -> None:
        """Ends a turn in which none went, since nobody has that mailbox."""
        await self._set(turn.person, leased_until=None, next_at=turn.before)

    async def failed(self, turn: MailTurn, clock: Clock) -> None:
        """Ends a turn in which none went; for a moment none is tried again."""
        await together(self._engine, self._failed, turn, clock)

    def _failed(self, connection: Connection, turn: MailTurn, clock: Clock) -> None:
        rest = {"leased_until": _then(connection, clock) + REST, "next_at": turn.before}
        connection.execute(update(mailbox).where(*_THIS).values(**rest), self._this(turn.person))

    async def is_off(self, person: PersonId) -> bool:
        """Tells whether somebody wants no e-mail."""
        return any(off for (off,) in await read(self._engine, _OFF, self._this(person)))

    async def tidy(self, now: datetime) -> None:
        """Forgets times that are over: no row tells for longer that somebody was written to."""
        await together(self._engine, self._tidy, now)

    def _tidy(self, connection: Connection, now: datetime) -> None:
        over = mailbox.c.next_at <= bindparam("now", type_=mailbox.c.next_at.type)
        far = mailbox.c.next_at > bindparam("far", type_=mailbox.c.next_at.type)
        times = {"pid": self._pid, "now": now, "far": _next_after(now)}
        # While one is being sent, the next is half an hour away.
        idle = update(mailbox).where(_MINE, or_(mailbox.c.next_at.is_(None), over, far))
        connection.execute(idle.values(next_at=None, leased_until=None), times)
        nothing = mailbox.c.next_at.is_(None), mailbox.c.off.is_(False)
        connection.execute(delete(mailbox).where(_MINE, *nothing), times)

    async def free_all(self) -> None:
        """Frees turns of a process that is gone, since nobody else is sending."""
        free = update(mailbox).where(_MINE).values(leased_until=None)
        await together(self._engine, Connection.execute, free, {"pid": self._pid})

    async def _set(self, person: PersonId, **values: Any) -> None:
        done = update(mailbox).where(*_THIS).values(**values)
        await together(self._engine, Connection.execute, done, self._this(person))

    def _this(self, person: PersonId) -> dict[str, str]:
        return {"pid": self._pid, "who": person}


def _later(row: RowMapping, message: OutboxMessage, now: datetime, then: datetime) -> NoTurn | None:
    """Tells when it is looked again; None now. What is longer than any lease or pause is no time
    of ours: a clock was set back.
    """
    leased, next_at = row["leased_until"], row["next_at"]
    if leased is not None and then < utc(leased) <= then + LEASE:
        return NoTurn(now + min(utc(leased) - then, A_MOMENT), sending=True)
    if not message.urgent and next_at is not None and now < utc(next_at) <= _next_after(now):
        return NoTurn(utc(next_at), sending=False)
    return None


def _next_after(now: datetime) -> datetime:
    """Finds the next time after an e-mail that goes now, rounded up."""
    at = now + BETWEEN
    begun = timedelta(minutes=at.minute % 5, seconds=at.second, microseconds=at.microsecond)
    return at - begun + (ROUNDED if begun else timedelta())


def _then(connection: Connection, clock: Clock) -> datetime:
    """Tells the moment by the clock of leases."""
    if connection.dialect.name == "postgresql":
        return utc(connection.execute(ITS_TIME).scalar_one())
    return clock.steady()
