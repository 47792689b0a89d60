"""What a handler may read and write, inside the one transaction the dispatcher holds.

Nothing here commits or sends. Of the keyring it reaches only ballot boxes: no answer tells whose.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import partial

from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import make_transient_to_detached
from sqlmodel import col, delete, func, select, update

from storage.audit.trail import Trail
from storage.content import SENDS, Spoken, Texts
from storage.crypto.keys import Keys
from storage.engine.bulk_insert import Pending
from storage.engine.ids import ID
from storage.engine.own_rows import OwnRows
from storage.engine.rows import Row
from storage.keyring.ballots import Ballots
from storage.partnership import Partnership, PersonId, day_at
from storage.repository.agreements import Agreements
from storage.repository.challenges import Challenges
from storage.repository.desk import Desk
from storage.repository.lists import Lists
from storage.repository.opinions import Opinions
from storage.repository.pauses import Pauses
from storage.repository.people.accounts import Accounts
from storage.repository.people.parts import Parts
from storage.repository.people.people import People
from storage.repository.people.recipients import Fresh, Recipients
from storage.repository.published.figures import Figures
from storage.repository.published.stories import Stories
from storage.repository.referrals import Referrals
from storage.repository.timers import Timers
from storage.repository.to_come import ToCome
from storage.repository.versions import QuarterlyChecks, Versions
from storage.schema import Message, Outbox, Thread, ThreadKey
from storage.schema.values import Side, State


class Repository(Recipients):
    """The threads of one partnership, as one transaction sees them."""

    def __init__(
        self,
        session: AsyncSession,
        partnership: Partnership,
        keys: Keys,
        now: datetime,
        ballots: Ballots | None = None,
    ) -> None:
        self._session = session
        self._locked: set[str] = set()
        self._fresh: dict[str, Fresh] = {}
        self._pending = Pending()
        self._new: list[Row] = []
        self._rows = OwnRows(self.write, self.add, partnership.id)
        self.partnership = partnership
        self.now = now
        self._furnish(keys, ballots)
        self.begun: list[Thread] = []
        """Threads that this transaction begins: each needs its row in the keyring."""
        self.ended: list[str] = []
        """Return references of threads that this transaction closes: to be destroyed after it."""
        self.said_last: dict[str, tuple[int, bytes]] = {}
        """What was last said here in each thread: its number, and how it lies sealed."""
        self.locks = True
        """Whether threads are locked: in PostgreSQL's journal a lock tells when somebody looked."""
        self.waits = False
        """Whether these threads wait for their release."""
        self.to_come = ToCome()
        self.waiting: Repository | None = None  # where whoever acts finds what waits of theirs

    def _furnish(self, keys: Keys, ballots: Ballots | None) -> None:
        """Lays out what is read and written, each noun by itself."""
        rows, partnership = self._rows, self.partnership
        self.texts = Texts(keys.content, rows)
        self.people = People(self._session, partnership, self.now)
        self.timers = Timers(rows)
        self.lists = Lists(rows)
        self.figures = Figures(rows)
        self.stories = Stories(rows, self.texts, keys.content)
        self.challenges = Challenges(rows, self._new.append)
        self.referrals = Referrals(rows)
        self.opinions = Opinions(rows, self.today_at)
        self.parts = Parts(rows, self.today_at(None))
        self.agreements = Agreements(rows)
        self.accounts = Accounts(rows, keys, self.now, self.today_at(None))
        self.versions = Versions(rows, partial(keys.former_mark, partnership.id))
        self.checks = QuarterlyChecks(rows)
        self.pauses = Pauses(rows, keys, ballots)
        self._trail = Trail(keys.audit, self.texts, rows)
        self.desk = Desk(self.texts, self._trail, rows, self.today_at)

    def today_at(self, agency: str | None) -> date:
        """Tells which day it is for an agency. Nothing that is kept of a thread has another:
        two side by side would tell the hour at which a hidden person wrote."""
        return day_at(self.partnership, agency, self.now)

    def add(self, model: type[Row], **values: object) -> None:
        """Adds a row of this partnership, written before anything is read, and at the end."""
        self._pending.add(model, partnership_id=self.partnership.id, **values)

    async def has_card(self, person: str, key: str) -> bool:
        """Tells whether somebody may have a card of this key; only who read ahead knows better."""
        return True

    async def write(self) -> AsyncSession:
        """Writes what is pending; gives the session to read from."""
        rows = self._new[:]
        self._new.clear()
        for row in rows:
            self._pending.add(type(row), **row.model_dump())
        await self._pending.write(self._session)
        for row in rows:
            make_transient_to_detached(row)  # it is in the database now: changes are updates
            self._session.add(row)
        return self._session

    async def finish(self) -> None:
        """Writes everything; what main would refuse, it refuses here."""
        await self._trail.write(self._day_of, [thread.id for thread in self.begun])
        session = await self.write()
        if session.dirty or session.new or session.deleted:
            await session.flush()

    async def _day_of(self, thread_id: str) -> date:
        begun = next((thread for thread in self.begun if thread.id == thread_id), None)
        thread = begun or await self.thread(thread_id, lock=False)
        return self.today_at(thread.agency if thread else None)

    # Threads

    async def thread(self, id: str, *, lock: bool = True) -> Thread | None:
        """Finds the thread of this id, if it is here. Locked, nobody else acts on it meanwhile."""
        if not ID.fullmatch(id):
            return None
        wait = self.locks and lock and id not in self._locked
        self._locked |= {id} if lock else set()
        own = (self.partnership.id, id)
        return await self._session.get(Thread, own, with_for_update=wait or None)

    def begin(self, thread: Thread) -> None:
        """Begins a thread, with a content key of its own."""
        self.add(ThreadKey, thread_id=thread.id, wrapped=self.texts.begin(thread.id))
        self.begun.append(thread)
        self._new.append(thread)
        self.timers.begin(thread.id)
        self._fresh[thread.id] = Fresh()

    async def take(self, thread: Thread, person: PersonId, name: str) -> bool:
        """Gives a thread to the first who takes it. False: somebody else was faster."""
        taken = await (await self.write()).execute(
            update(Thread)
            .where(
                self._rows.mine(Thread),
                col(Thread.id) == thread.id,
                col(Thread.state) == State.OPEN,
            )
            .values(state=State.PICKED, picked_by=person, picked_name=name)
            .execution_options(synchronize_session=False)
        )
        await self._session.refresh(thread)
        return bool(getattr(taken, "rowcount", 0))

    async def close(self, thread: Thread) -> None:
        """Closes a thread: the way back to whoever raised it goes right after this commits.

        Where they chose to keep it for two later questions, it goes once those are over.
        """
        thread.state = State.CLOSED
        self._session.add(thread)
        await self.timers.forget(thread.id)
        self.note(thread.id, "closed")
        if not thread.keeps:
            await self._destroy_way_back(thread)

    async def destroy_address(self, thread: Thread) -> None:
        """Destroys the way back, once the later questions are over or no longer wanted."""
        thread.keeps = False
        self._session.add(thread)
        await self.timers.forget(thread.id)
        self.note(thread.id, "way back destroyed")
        await self._destroy_way_back(thread)

    async def _destroy_way_back(self, thread: Thread) -> None:
        if thread.return_ref is None:
            return
        # What was on its way to them no longer finds them.
        theirs = self._rows.mine(Outbox), col(Outbox.return_ref) == thread.return_ref
        await self._rows.change(delete(Outbox).where(*theirs))
        self.ended.append(thread.return_ref)

    # What was said

    async def say(
        self,
        thread: Thread,
        side: Side,
        kind: str,
        text: str = "",
        *,
        reference: str = "",
        link: str = "",
        left_out: Sequence[str] = (),
        may_read: Sequence[str] = (),
        parts: Mapping[str, str] | None = None,
        held: bool = False,
        by: str = "",
    ) -> int:
        """Adds something said, sealed with the thread's key; gives its number.

        `by` is what somebody in their role is called; never whoever raised it.
        """
        number = 1 if thread in self.begun and kind == "raised" else await self._next(thread.id)
        if fresh := self._fresh.get(thread.id):
            fresh.left_out |= frozenset(left_out)
            fresh.may_read |= frozenset(may_read)
        body = {"text": text, "reference": reference, "link": link, "left_out": left_out}
        body |= ({"by": by} if by else {}) | ({"may_read": may_read} if may_read else {})
        sealed = await self.texts.seal(thread.id, number, **body, parts=parts or {})
        day = self.today_at(thread.agency)
        values = {"side": side, "kind": kind, "sealed": sealed, "held": held, "day": day}
        self.add(Message, thread_id=thread.id, number=number, **values)
        self.said_last[thread.id] = number, sealed
        return number

    async def said(self, thread: Thread, reader: Side) -> list[Spoken]:
        """Opens what a reader may see: everything released, and their own."""
        every = self._rows.of(Message, thread.id), col(Message.side) != "note"
        rows = await self._rows.all(select(Message).where(*every).order_by(col(Message.number)))
        if not rows or not await self.texts.readable(thread.id):
            return []
        said = [await self.texts.open(row) for row in rows if not row.held or row.side == reader]
        return said + self.to_come.said_in(thread.id, reader, self.today_at(None))

    async def left_out(self, thread: Thread) -> frozenset[str]:
        """Names the leads it is about, sealed with what sent it to them: they don't hear it."""
        if fresh := self._fresh.get(thread.id):
            return fresh.left_out
        return frozenset([person for sent in await self._sent(thread) for person in sent.left_out])

    async def may_read(self, thread: Thread) -> frozenset[str]:
        """Names those whom it names and who may read it: whoever sent it on was asked, and said so.
        Sealed like whom it leaves out."""
        if fresh := self._fresh.get(thread.id):
            return fresh.may_read
        return frozenset([person for sent in await self._sent(thread) for person in sent.may_read])

    async def _sent(self, thread: Thread) -> list[Spoken]:
        """Opens what sent it to somebody."""
        if not await self.texts.readable(thread.id):
            return []
        sends = self._rows.of(Message, thread.id), col(Message.kind).in_(SENDS)
        rows = await self._rows.all(select(Message).where(*sends))
        return [await self.texts.open(row) for row in rows]

    async def reference_of(self, thread: Thread) -> str:
        """Gives the reference that came with what was raised."""
        return await self.texts.reference_of(thread.id)

    async def release_message(self, thread: Thread, number: int) -> Message:
        """Releases what was held, so that the other side may read it; gives what it is."""
        own = (self.partnership.id, thread.id, number)
        message = await (await self.write()).get_one(Message, own)
        message.held = False
        return message

    async def _next(self, thread_id: str) -> int:
        numbers = select(func.max(Message.number)).where(self._rows.of(Message, thread_id))
        return (await self._rows.first(numbers) or 0) + 1

    # What was done

    def note(self, thread_id: str, what: str, by: PersonId | None = None) -> None:
        """Logs what was done to a thread, by the day; `by` is only ever somebody in their role."""
        self._trail.note(thread_id, what, by)
