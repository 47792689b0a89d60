"""All that somebody held moves on together, and looking at who holds what takes few queries."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event, text

from storage.partnership import PersonId
from tests.core.anytown import Town
from tests.core.test_steps_together import asked

MANY = 40
GRACE = PersonId("web:grace-okafor")


@contextmanager
def heard(town: Town) -> Iterator[Counter[str]]:
    """What the main database is asked, and how often something is committed there."""
    engine, said = town.core.engine.sync_engine, Counter[str]()

    def asks(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        said["asked"] += 1

    def commits(_connection: object) -> None:
        said["committed"] += 1

    event.listen(engine, "before_cursor_execute", asks)
    event.listen(engine, "commit", commits)
    try:
        yield said
    finally:
        event.remove(engine, "before_cursor_execute", asks)
        event.remove(engine, "commit", commits)


def without_grace(town: Town) -> None:
    here = town.core.partnership
    agencies = tuple(
        agency.model_copy(update={"leads": tuple(p for p in agency.leads if p != GRACE)})
        for agency in here.agencies
    )
    here.becomes(here.model_copy(update={"agencies": agencies}))


async def before_grace(town: Town) -> int:
    people = await town.column("audience", "person")
    return sum(person == GRACE for person in people)


async def test_much_that_somebody_led_moves_on_in_one_transaction(town: Town) -> None:
    await asked(town, MANY, None)
    assert await before_grace(town) == MANY
    without_grace(town)
    with heard(town) as said:
        assert await town.core.ticks.compare() == MANY
    assert said["committed"] <= 2
    assert said["asked"] < 8 * MANY
    assert await before_grace(town) == 0


async def test_one_that_fails_keeps_none_of_the_others(town: Town) -> None:
    await asked(town, 5, None)
    broken = str((await town.column("thread", "id"))[2])
    async with town.core.engine.begin() as connection:
        await connection.execute(text("DELETE FROM referral WHERE thread_id = :id"), {"id": broken})
    without_grace(town)
    assert await town.core.ticks.compare() == 4
    assert await before_grace(town) == 1


async def test_what_many_people_hold_is_compared_in_as_few_queries(town: Town) -> None:
    counted = []
    for agencies in (town.core.partnership.agencies[:1], town.core.partnership.agencies[1:]):
        for agency in agencies:
            await town.raises("leila", agency=agency.id)
        with heard(town) as said:
            assert await town.core.ticks.compare() == 0
        counted.append((said["asked"], len(set(await town.column("audience", "person")))))
    (asked_first, few), (asked_then, many) = counted
    assert many > 3 * few
    assert asked_then == asked_first
