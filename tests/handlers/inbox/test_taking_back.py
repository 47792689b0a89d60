"""Whatever waits for its release can be taken back by whoever raised it, until it goes out."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from bot.core.admission import Actor
from storage.partnership import AgencyId, PersonId
from tests.core.anytown import Page, Town
from tests.handlers.challenge.acts import challenges, code_on
from tests.handlers.second_opinion.acts import asks
from tests.peers.transcript import address_of

PEOPLE = {
    "slack": PersonId("slack:T01TEST:U01LEILA"),
    "teams": PersonId("teams:5f2a6f4e-2f7b-4f5e-9d36-3f0a6b0c1d2e"),
    "web": PersonId("web:leila-haddad"),
}
Raises = Callable[[Town], Awaitable[Page]]
RAISED: dict[str, Raises] = {
    "a concern": lambda town: town.raises("leila", how="anonymous", release="slot"),
    "a challenge": lambda town: challenges(town, "leila", release="slot"),
    "a second opinion": lambda town: asks(town, "leila", how="anonymous", release="slot"),
}


@pytest.fixture(params=PEOPLE)
def platform(request: pytest.FixtureRequest, town: Town) -> str:
    """Where leila acts."""
    person = PEOPLE[request.param]
    town.strangers["leila"] = Actor(
        person, "Leila Haddad", "en", AgencyId("school"), address_of("leila-haddad")
    )
    return str(request.param)


@pytest.mark.parametrize("what", RAISED)
async def test_before_it_goes_out_its_raiser_takes_it_back(
    town: Town, platform: str, what: str
) -> None:
    sent = await RAISED[what](town)
    sent.sees("On its own page you can take it back, and nothing of it is left")
    mine = (await town.mine("leila")).sees("You can still take it back")
    asked = (await mine.presses("Take it back")).sees("nobody ever hears of it")
    (await asked.fills()).sees("Taken back", "Nobody was told of it")
    (await town.does("leila", "mine.quiet")).sees("There is nothing here")
    stored = await town.dump()
    assert [*stored["ring"], *stored["waiting"], *stored["thread"]] == []
    await town.passes(timedelta(days=3))
    assert await town.column("thread", "id") == await town.column("outbox", "id") == []
    (await asked.fills()).refused("")


async def test_with_a_code_too(town: Town) -> None:
    code = code_on(await challenges(town, "leila", release="slot", replies="receipt"))
    opened = await (await town.does("leila", "receipt")).fills(code=code)
    (await (await opened.presses("Take it back")).fills()).sees("Taken back")
    again = await (await town.does("leila", "receipt")).fills(code=code)
    again.refused("This code opens nothing just now", "code")


@pytest.mark.parametrize("what", RAISED)
async def test_once_it_is_out_it_can_not_be_taken_back(town: Town, what: str) -> None:
    await RAISED[what](town)
    asked = await (await town.mine("leila")).presses("Take it back")
    await town.passes(timedelta(days=1))
    (await town.mine("leila")).sees_not("Take it back")
    (await asked.fills()).refused("This has gone out by now")
    assert len(await town.column("thread", "id")) == 1


async def test_what_goes_out_at_once_is_not_said_to_wait(town: Town) -> None:
    for more in ({"how": "named"}, {"how": "confidence"}, {"how": "anonymous", "release": "now"}):
        page = await town.raises("leila", **more)
        page.sees_not("take it back")
        (await town.mine("leila")).sees_not("Take it back")
