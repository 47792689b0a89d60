"""What the directory keeps of people, and whom it tells to have left."""

from asyncio import gather
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from sqlalchemy import create_engine, event, insert
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.directory.members import Departure, Members, Seen, member
from storage.engine.database import make_engine
from storage.partnership import AgencyId, PersonId
from tests.conftest import Stores

SIAN = PersonId("slack:T01:U01")
POLICE, HEALTH = AgencyId("police"), AgencyId("health")
SEEN = Seen(SIAN, POLICE, "Siân Morgan", "cy", '{"user": "U01"}', "Europe/London")


@pytest.fixture
async def engine(database_url: str) -> AsyncIterator[AsyncEngine]:
    engine = make_engine(database_url)
    yield engine
    await engine.dispose()


@pytest.fixture
def members(engine: AsyncEngine) -> Members:
    return Members(engine, "anytown")


async def test_what_an_event_leaves_out_stays_as_it_was(members: Members) -> None:
    await members.remember([SEEN])
    await members.remember([replace(SEEN, name="", language="", address="")])
    assert await members.find(SIAN) == SEEN
    await members.remember([replace(SEEN, name="Siân Rees")])
    assert await members.find(SIAN) == replace(SEEN, name="Siân Rees")


async def test_whoever_is_met_without_a_language_is_spoken_to_in_english(members: Members) -> None:
    await members.remember([replace(SEEN, language="")])
    assert (await members.find(SIAN) or SEEN).language == "en"


async def test_whoever_leaves_or_moves_is_told_until_it_is_dealt_with(members: Members) -> None:
    await members.remember([SEEN])
    assert await members.departed() == []
    await members.remember([replace(SEEN, agency=HEALTH)])
    await members.forget([SIAN])
    left = [Departure(SIAN, POLICE), Departure(SIAN, HEALTH)]
    assert sorted(await members.departed(), key=repr) == sorted(left, key=repr)
    await members.clear(left[:1])
    assert await members.departed() == left[1:]


async def test_whoever_comes_back_to_the_same_agency_has_not_left(members: Members) -> None:
    await members.remember([SEEN])
    await members.forget([SIAN])
    await members.forget([SIAN])
    assert await members.departed() == [Departure(SIAN, POLICE)]
    await members.remember([SEEN])
    assert await members.departed() == []


async def test_nobody_leaves_who_was_never_there(members: Members) -> None:
    await members.forget([SIAN])
    await members.remember([replace(SEEN, agency=None)])
    await members.remember([SEEN])
    assert await members.departed() == []


async def test_two_servers_meet_and_lose_the_same_people_at_once(members: Members) -> None:
    everyone = [replace(SEEN, person=PersonId(f"slack:T01:U{n}")) for n in range(20)]
    persons = [seen.person for seen in everyone]
    await gather(*(members.remember(everyone) for _ in range(4)))
    assert len(await members.everyone()) == 20
    await gather(*(members.forget(persons) for _ in range(4)))
    assert await members.everyone() == []
    assert sorted(one.person for one in await members.departed()) == sorted(persons)


@pytest.mark.postgres
async def test_whoever_is_met_elsewhere_meanwhile_again_and_again_keeps_nobody_from_being_met(
    postgres_stores: Stores,
) -> None:
    people = [replace(SEEN, person=PersonId(f"slack:T01:U{n:02}")) for n in range(40)]
    elsewhere, unmet = create_engine(postgres_stores.main_url), [*people]
    here = make_engine(postgres_stores.main_url)

    def meets_one(_c: object, _k: object, said: str, *_more: object) -> None:
        """Another server meets one more of them after each look, until they are written here."""
        if said.startswith("INSERT INTO member"):
            unmet.clear()
        if said.startswith("SELECT") and "FROM member" in said and unmet:
            one = {"person": unmet.pop().person, "name": "", "language": "en", "address": ""}
            with elsewhere.begin() as connection:
                connection.execute(insert(member).values(partnership_id="anytown", **one))

    event.listen(here.sync_engine, "after_cursor_execute", meets_one)
    try:
        await Members(here, "anytown").remember(people)
        assert await Members(here, "anytown").find_all([p.person for p in people]) == {
            each.person: each for each in people
        }
    finally:
        await here.dispose()
        elsewhere.dispose()
