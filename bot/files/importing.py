"""Thousands of referrals from one file: all of them are recorded, or none.

Everything is checked, sealed and chained first. Only then is the database asked for its one pen, to
see that none of them stands there already, and to write.
"""

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.core.unit_of_work import Transactions
from handlers.contract.outcomes import Send, ToPerson
from handlers.contract.people import Named
from handlers.referral.case import make
from handlers.referral.files.rows import Checked, Checker, ImportRow, same_as
from handlers.referral.files.spreadsheet import Mistake, table_of
from prompts.shapes import Button, Callout, Card
from prompts.words import say
from storage.bulk.referral_batch import AT_ONCE, ReferralBatch
from storage.bulk.referral_reading import Standing, StandingReferrals
from storage.directory.members import Members
from storage.engine.ids import new_id
from storage.partnership import Agency, AgencyId, Limit, PersonId
from storage.partnership.settings import OTHER
from storage.partnership.turns import Turn, first_turn
from storage.repository import Repository
from storage.repository.people.people import Known

Tell = Callable[[str, int, int], None]
"""Hears what is being done ("checked", "prepared", "written"), how far it is, and of how much."""


def _quiet(_what: str, _done: int, _all: int) -> None:
    pass


@dataclass(frozen=True)
class Imported:
    """What came of it: a number of referrals, or what needs fixing or looking at again."""

    recorded: int = 0
    mistakes: tuple[Mistake, ...] = ()
    doubts: tuple[Mistake, ...] = ()


@dataclass(frozen=True)
class _Way:
    """Whom a row asks, and on whose clock: the same for many rows."""

    people: tuple[PersonId, ...]
    hours: Agency


@dataclass(frozen=True)
class _Plan:
    """A referral as it begins, and when whoever has it is first asked again."""

    thread: dict[str, Any] = field(repr=False)
    referral: dict[str, Any] = field(repr=False)
    turn: Turn


_Key = tuple[AgencyId, str, PersonId | None]


class Importing:
    """Takes files of referrals."""

    def __init__(self, transactions: Transactions, members: Members) -> None:
        self._transactions = transactions
        self._keys = transactions.keys
        self._partnership = transactions.partnership
        self._clock = transactions.clock
        self._members = members
        self._standing = StandingReferrals(
            transactions.engine, transactions.keys, transactions.partnership.id
        )

    async def take(
        self, who: Named, data: bytes, anyway: bool = False, tell: Tell = _quiet
    ) -> Imported:
        """Records all of a file, or nothing. `anyway`: its doubts have been looked at."""
        checked = await self._checked(data, tell)
        if checked.mistakes or (checked.doubts and not anyway):
            return Imported(mistakes=tuple(checked.mistakes), doubts=tuple(checked.doubts))
        before = await self._standing.opened_from(who.agency)
        if twice := _recorded(checked.rows, before):
            return Imported(mistakes=twice)
        batches, asked = await self._prepared(who, checked.rows, tell)
        twice = await self._written(who, checked.rows, before, batches, asked, tell)
        if twice:
            return Imported(mistakes=twice)
        return Imported(recorded=len(checked.rows))

    async def _checked(self, data: bytes, tell: Tell) -> Checked:
        people: dict[AgencyId, list[Known]] = {}
        for seen in await self._members.everyone():
            if seen.agency:
                people.setdefault(seen.agency, []).append(Known(seen.person, seen.name))
        checker = Checker(self._partnership, self._clock.now(), people)

        def check() -> Checked:
            return checker.check(table_of(data), partial(tell, "checked"))

        return await asyncio.to_thread(check)  # others are served meanwhile

    async def _prepared(
        self, who: Named, rows: Sequence[ImportRow], tell: Tell
    ) -> tuple[list[ReferralBatch], Counter[PersonId]]:
        """Every row that will be written, and how many lie before each person."""
        async with self._transactions.begin() as work:
            repo = work.repo
            ways = await _ways(who, rows, repo)
        # The transaction is over: of the repository only the file and the time are asked from here
        # on. Counting working days takes time, and others are served meanwhile.
        plans = await asyncio.to_thread(_plans, who, rows, ways, repo)
        every = list(zip(rows, plans, strict=True))
        batches: list[ReferralBatch] = []
        for first in range(0, len(every), AT_ONCE):
            some = every[first : first + AT_ONCE]
            batches.append(await self._batch(some, ways))
            tell("prepared", first + len(some), len(every))
        return batches, Counter(person for row in rows for person in ways[_key(row)].people)

    async def _batch(
        self, some: Sequence[tuple[ImportRow, _Plan]], ways: dict[_Key, _Way]
    ) -> ReferralBatch:
        """These referrals, sealed and chained: what takes the longest of all."""
        batch = ReferralBatch(self._keys, self._partnership.id)
        for count, (row, plan) in enumerate(some):
            people = ways[_key(row)].people
            await batch.begin(plan.thread, plan.referral, row.what, row.reference, people)
            batch.remind(plan.thread["id"], plan.turn.name, plan.turn.at)
            if count % 20 == 0:
                await asyncio.sleep(0)
        await batch.ready()
        await asyncio.sleep(0)
        return batch

    async def _written(
        self,
        who: Named,
        rows: Sequence[ImportRow],
        before: Sequence[Standing],
        batches: Sequence[ReferralBatch],
        asked: Counter[PersonId],
        tell: Tell,
    ) -> tuple[Mistake, ...]:
        """One transaction; what was recorded since this began is seen in it."""
        async with self._transactions.begin() as work:
            if twice := await self._recorded_since(who, rows, before, work.session):
                return twice
            done = 0
            for batch in batches:
                await batch.write(work.session)
                done += len(batch)
                tell("written", done, len(rows))
                await asyncio.sleep(0)  # pages that need no database are served meanwhile
            await work.post([_card(person, count) for person, count in asked.items()])
        return ()

    async def _recorded_since(
        self,
        who: Named,
        rows: Sequence[ImportRow],
        before: Sequence[Standing],
        session: AsyncSession,
    ) -> tuple[Mistake, ...]:
        await self._standing.lock_imports(session)
        there = await self._standing.live_from(session, who.agency)
        new = there - {standing.thread.id for standing in before}
        return _recorded(rows, await self._standing.opened_here(session, new))


def _key(row: ImportRow) -> _Key:
    return row.agency, row.role, row.owner.person if row.owner else None


async def _ways(who: Named, rows: Sequence[ImportRow], repo: Repository) -> dict[_Key, _Way]:
    """Asked of the same places as one referral is; each only once."""
    found: dict[_Key, _Way] = {}
    for row in rows:
        if _key(row) not in found:
            # Whatever it is and by when: the pen is held, and counting working days takes time.
            case = make(who, OTHER, row.agency, repo.today_at(row.agency), repo)
            case.referral.role = row.role
            case.offer(row.owner)
            found[_key(row)] = _Way(tuple(await case.asked_people()), await case.hours())
    return found


def _plans(
    who: Named, rows: Sequence[ImportRow], ways: dict[_Key, _Way], repo: Repository
) -> list[_Plan]:
    """What every row begins as. Many are due on the same day: each day is counted once."""
    made: dict[tuple[str, AgencyId, date | None], tuple[dict[str, Any], dict[str, Any], Limit]] = {}
    turns: dict[tuple[AgencyId, str, str, datetime], Turn] = {}
    plans: list[_Plan] = []
    for row in rows:
        like = row.kind, row.agency, row.due
        if like not in made:
            case = make(who, row.kind, row.agency, row.due, repo)
            made[like] = case.thread.model_dump(), case.referral.model_dump(), case.limit
        rows_thread, rows_referral, limit = made[like]
        hours, by = ways[_key(row)].hours, rows_referral["answer_by"]
        same = row.agency, hours.timezone, limit.unit, by  # its length is in `by` already
        if same not in turns:
            turns[same] = first_turn(limit, hours, repo.now, by)
        plans.append(_plan(row, rows_thread, rows_referral, turns[same]))
    return plans


def _plan(row: ImportRow, thread: dict[str, Any], referral: dict[str, Any], turn: Turn) -> _Plan:
    id = new_id()
    own = {
        "thread_id": id,
        "role": row.role,
        "owner": row.owner.person if row.owner else None,
        "owner_name": row.owner.name if row.owner else None,
        "asked": 1,
    }
    return _Plan(thread | {"id": id}, referral | own, turn)


def _recorded(rows: Sequence[ImportRow], standing: Sequence[Standing]) -> tuple[Mistake, ...]:
    """Rows that this agency has recorded already, and that aren't closed."""
    there = {same_as(s.reference, s.referral.kind, s.thread.home) for s in standing}
    return tuple(
        Mistake(row.line, "reference", say("import-recorded")) for row in rows if row.same in there
    )


def _card(person: PersonId, count: int) -> Send:
    """One message for all of them; each stands in their list, and is asked about in its time."""
    words = say("import-card", count=count, list=say("waiting-title"))
    button = Button(say("mine-button"), "mine", style="primary")
    card = Card(say("import-card-title"), (Callout(words, "note"),), (button,))
    return Send(ToPerson(person), card)
