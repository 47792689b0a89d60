"""Many steps fall due at once: each is taken once, with the others or by itself."""

import asyncio
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import event, text
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.contract.people import Named
from handlers.referral.case import make
from handlers.referral.owner import begin
from storage.delivery.due_steps import StepStore
from storage.engine.database import transaction
from storage.partnership import AgencyId, PersonId
from storage.repository import Repository
from storage.repository.people.people import Known
from storage.schema import Step, Thread
from storage.schema.values import ThreadCommand
from tests.conftest import Stores
from tests.core.anytown import Town, anytown

CARE = AgencyId("childrens-social-care")
CONCERN = ThreadCommand("concern")


async def asked(town: Town, many: int, owner: str | None = "web:amina-yusuf") -> None:
    """So many referrals are recorded, and their first cards are delivered."""
    core, leila = town.core, town.actor("leila")
    async with AsyncSession(core.engine, expire_on_commit=False) as session, session.begin():
        for number in range(many):
            repo = Repository(session, core.partnership, core.keys, town.clock.now())
            who = Named(leila.person, leila.name, leila.agency)
            case = make(who, "information", CARE, None, repo)
            case.offer(Known(PersonId(owner), "Amina Yusuf") if owner else None)
            repo.begin(case.thread)
            await repo.referrals.begin(case.referral)
            await repo.say(case.thread, "raiser", "raised", "Please.", reference=f"CASE-{number}")
            await begin(case)
            await repo.finish()


async def names_of_steps(town: Town) -> list[str]:
    return sorted(str(name) for name in await town.column("step", "name"))


async def all_due(town: Town) -> None:
    moments = [m for m in await town.column("step", "due_at") if isinstance(m, datetime)]
    town.clock.set(max(moments))


async def test_two_hundred_nudges_are_sent_in_a_few_queries(town: Town) -> None:
    await asked(town, 200)
    await all_due(town)
    said: list[str] = []

    def hears(_c: object, _cursor: object, statement: str, *_: object) -> None:
        said.append(statement)

    event.listen(town.core.engine.sync_engine, "before_cursor_execute", hears)
    assert await town.core.ticks.steps() == 200
    event.remove(town.core.engine.sync_engine, "before_cursor_execute", hears)
    assert len(said) < 60
    assert await names_of_steps(town) == ["due"] * 200
    await town.core.ticks.drain()
    references = {f"CASE-{n}" for n in range(200)}
    texts = [card.text for card in town.cards("amina")]
    assert sum("Can you take it" in card for card in texts) == 200
    assert {r for r in references if any(f"{r}\n" in card for card in texts)} == references


async def test_one_that_fails_waits_and_the_others_are_taken(town: Town) -> None:
    await asked(town, 5)
    broken = str((await town.column("thread", "id"))[2])
    async with town.core.engine.begin() as connection:
        await connection.execute(text("DELETE FROM referral WHERE thread_id = :id"), {"id": broken})
    await all_due(town)
    await town.core.ticks.steps()
    assert await names_of_steps(town) == ["due"] * 4 + ["nudge"]
    async with AsyncSession(town.core.engine) as session:
        [(attempts, due_at)] = await session.execute(
            text("SELECT attempts, due_at FROM step WHERE thread_id = :id"), {"id": broken}
        )
    assert attempts == 1
    assert due_at is not None
    await town.core.ticks.deliver()
    assert len(town.cards("amina")) == 4


class CrashError(BaseException):
    """The process ends in the middle of things."""


async def test_a_crash_before_the_commit_changes_nothing(town: Town) -> None:
    await asked(town, 3)
    await all_due(town)
    before = await town.dump()

    def crashes(_c: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.startswith("INSERT INTO outbox"):
            raise CrashError

    event.listen(town.core.engine.sync_engine, "before_cursor_execute", crashes)
    with pytest.raises(CrashError):
        await town.core.ticks.steps()
    event.remove(town.core.engine.sync_engine, "before_cursor_execute", crashes)
    assert await town.dump() == before
    assert await town.core.ticks.steps() == 3


async def test_of_one_thread_what_was_said_first_goes_first(town: Town) -> None:
    await asked(town, 2)
    one, other = map(str, await town.column("thread", "id"))
    now = town.clock.now()
    async with AsyncSession(town.core.engine) as session, session.begin():
        for id, thread, number in (("z", one, 2), ("y", one, 1), ("x", other, 3)):
            session.add(
                Step(
                    partnership_id="anytown", id=id, thread_id=thread, command=CONCERN,
                    name="deliver", number=number, due_at=now,
                )
            )  # fmt: skip
    store, taken = StepStore(town.core.engine, "anytown"), list[list[int]]()
    for _ in range(3):
        async with transaction(town.core.engine) as session:
            taken.append([step.number for step in await store.claim(session, now)])
    assert taken == [[1, 3], [2], []]


@pytest.mark.postgres
async def test_two_processes_share_what_is_due(postgres_stores: Stores, tmp_path: Path) -> None:
    async with (
        anytown(postgres_stores, tmp_path) as town,
        anytown(postgres_stores, tmp_path, town.clock) as replica,
    ):
        await asked(town, 300)
        await all_due(town)
        both = await asyncio.gather(town.core.ticks.steps(), replica.core.ticks.steps())
        assert sum(both) + await town.core.ticks.steps() == 300
        assert await names_of_steps(town) == ["due"] * 300
        assert len(await town.column("outbox", "id")) == 300


@pytest.mark.postgres
async def test_nobody_waits_for_a_thread_that_somebody_acts_on(
    postgres_stores: Stores, tmp_path: Path
) -> None:
    async with anytown(postgres_stores, tmp_path) as town:
        await asked(town, 3)
        await all_due(town)
        [busy, *_] = await town.column("thread", "id")
        async with AsyncSession(town.core.engine) as session, session.begin():
            await session.get(Thread, ("anytown", busy), with_for_update=True)
            async with asyncio.timeout(20):
                assert await town.core.ticks.steps() == 2
        assert await town.core.ticks.steps() == 1


async def test_a_step_of_no_thread_is_no_trouble(town: Town) -> None:
    lost = Step(
        partnership_id="anytown", id="lost", thread_id="gone", command=CONCERN, name="nudge",
        due_at=town.clock.now() - timedelta(hours=1),
    )  # fmt: skip
    async with AsyncSession(town.core.engine) as session, session.begin():
        session.add(lost)
    await town.core.ticks.steps()
    assert await town.column("step", "id") == []
