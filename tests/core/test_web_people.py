"""People of the web pages, of whom nobody but the file tells: also when they leave."""

from pathlib import Path

from storage.directory.members import Departure, Seen
from storage.partnership import AgencyId, PersonId
from tests.conftest import Stores
from tests.core.anytown import anytown, example

KOFI, ON_SLACK = PersonId("web:kofi-mensah"), PersonId("slack:T01:U01")


async def test_whoever_is_no_longer_in_the_file_has_left(stores: Stores, tmp_path: Path) -> None:
    async with anytown(stores, tmp_path / "data") as town:
        members = town.core.members
        await members.remember([Seen(ON_SLACK, AgencyId("police"), "Siân", "en", "{}")])
        assert await members.find(KOFI) is not None
    stay = tuple(member for member in example().members if member.id != KOFI)
    smaller = example().model_copy(update={"members": stay})
    async with anytown(stores, tmp_path / "data", partnership=smaller) as town:
        assert await town.core.members.find(KOFI) is None
        assert await town.core.members.find(ON_SLACK) is not None
        assert await town.core.members.departed() == [Departure(KOFI, AgencyId("police"))]
