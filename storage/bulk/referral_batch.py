"""Many referrals at once: everything is made ready before the database is asked for its one pen.

The repository is made for one thread a transaction. Here thousands are begun together: their rows
are sealed and chained beforehand, and then only written.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncSession

from storage.audit.trail import Trail
from storage.content import Texts
from storage.crypto.keys import Keys
from storage.engine.bulk_insert import Pending
from storage.engine.ids import new_id
from storage.engine.own_rows import OwnRows
from storage.engine.rows import Row
from storage.schema import Audience, Message, Referral, Step, Thread, ThreadKey

AT_ONCE: Final = 500


class ReferralBatch:
    """Rows of at most a few hundred new referrals, gathered without a database."""

    def __init__(self, keys: Keys, partnership_id: str) -> None:
        self._pid = partnership_id
        self._rows = Pending()
        self._begun: dict[str, date] = {}
        """Each with the day on which it was recorded."""
        rows = OwnRows(_no_session, self._add, partnership_id)
        self._texts = Texts(keys.content, rows)
        self._trail = Trail(keys.audit, self._texts, rows)

    def __len__(self) -> int:
        return len(self._begun)

    async def begin(
        self,
        thread: Mapping[str, Any],
        referral: Mapping[str, Any],
        what: str,
        reference: str,
        asked: Sequence[str],
    ) -> None:
        """Adds one more, with what was said first, sealed, and before whom it lies."""
        id = thread["id"]
        day = self._begun[id] = thread["day"]
        self._add(Thread, **thread)
        self._add(ThreadKey, thread_id=id, wrapped=self._texts.begin(id))
        self._add(Referral, **referral)
        body: Mapping[str, Any] = {"link": "", "left_out": (), "parts": {}}
        sealed = await self._texts.seal(id, 1, text=what, reference=reference, **body)
        said = {"side": "raiser", "kind": "raised", "sealed": sealed, "held": False}
        self._add(Message, thread_id=id, number=1, day=day, **said)
        for person in asked:
            self._add(Audience, thread_id=id, person=person, role="asked")
        self._trail.note(id, "recorded", thread["raiser"])

    def remind(self, id: str, name: str, at: datetime) -> None:
        """Has this step fall due in that referral."""
        once: Mapping[str, Any] = {"number": 0, "last": False, "again": False, "attempts": 0}
        self._add(Step, id=new_id(), thread_id=id, command="referral", name=name, due_at=at, **once)

    async def ready(self) -> None:
        """Chains what was done; afterwards there is nothing left but to write."""
        await self._trail.write(self._day_of, self._begun)

    async def write(self, session: AsyncSession) -> None:
        """Writes all of it into the transaction at hand."""
        await self._rows.write(session)

    async def _day_of(self, id: str) -> date:
        return self._begun[id]

    def _add(self, model: type[Row], **values: object) -> None:
        self._rows.add(model, **{**values, "partnership_id": self._pid})


async def _no_session() -> AsyncSession:
    raise RuntimeError("A batch begins referrals, and reads none.")
