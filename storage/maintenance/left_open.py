"""What is still open with agencies and people who are no longer there."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col

from storage.delivery.live_threads import goes_on
from storage.maintenance.pairing import tables_in
from storage.schema import Challenge, Member, Referral, Thread
from storage.schema.values import State


@dataclass(frozen=True)
class LeftOpen:
    """How much is open with whom, in numbers alone."""

    by_agency: Counter[str]
    """Open threads of each agency that the file doesn't have."""
    held: int
    """Open threads in the hands of somebody whom the bot no longer knows."""


async def left_open(main: AsyncEngine, partnership_id: str, agencies: Collection[str]) -> LeftOpen:
    """Counts what is open with agencies that the file doesn't have, or with people who left."""
    async with main.connect() as connection:
        if not {"thread", "member", "challenge", "referral"} <= await tables_in(connection):
            return LeftOpen(Counter(), 0)
        mine = col(Thread.partnership_id) == partnership_id, goes_on()
        counted = await connection.execute(
            select(col(Thread.agency), func.count())
            .where(*mine, col(Thread.agency).is_not(None), col(Thread.agency).not_in(agencies))
            .group_by(col(Thread.agency))
        )
        by_agency = Counter({str(agency): count for agency, count in counted})
        known = select(col(Member.person)).where(col(Member.partnership_id) == partnership_id)
        holder = func.coalesce(Challenge.owner, Referral.owner, Thread.picked_by)
        beside = {
            table: (col(table.partnership_id) == col(Thread.partnership_id))
            & (col(table.thread_id) == col(Thread.id))
            for table in (Challenge, Referral)
        }
        held = await connection.scalar(
            select(func.count())
            .select_from(Thread)
            .outerjoin(Challenge, beside[Challenge])
            .outerjoin(Referral, beside[Referral])
            .where(*mine, col(Thread.state) != State.ANSWERED, holder.not_in(known))
        )
    return LeftOpen(by_agency, int(held or 0))
