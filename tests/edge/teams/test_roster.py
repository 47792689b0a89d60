"""Several agencies in one tenant: whose person somebody is, the conversation's roster tells."""

from collections.abc import AsyncIterator

import pytest

from storage.partnership import Partnership
from tests.edge.teams.fakes import LEADS, Here, here, partnership
from tests.peers.fake_teams import TENANT, FakeTeams, Trouble
from tests.peers.teams_person import Person

GROUP = {"id": "19:group@thread.v2", "conversationType": "groupChat", "tenantId": TENANT}
CHANNEL = {
    "id": "19:team@thread.tacv2;messageid=5", "conversationType": "channel", "tenantId": TENANT,
}  # fmt: skip


def sharing() -> Partnership:
    """A school and a trust in one tenant, told apart by e-mail."""
    alone = partnership()
    [school] = alone.agencies
    trust = {"id": "trust", "name": {"en": "Anytown Trust"}, "email_domains": ("trust.example",)}
    both = (
        school.model_copy(update={"email_domains": ("school.example",)}),
        school.model_copy(update=trust),
    )
    return alone.model_copy(update={"agencies": both})


@pytest.fixture
async def bot(teams: FakeTeams) -> AsyncIterator[Here]:
    async with here(teams, sharing()) as bot:
        bot.teams.installed |= {bot.pat.chat: bot.pat.user}
        yield bot


def looks(bot: Here) -> list[str]:
    """How often a roster was looked at, and where."""
    return [asked for asked in bot.teams.asked if "/members/" in asked]


async def agency(bot: Here, person: Person, where: dict[str, str] | None = None) -> str | None:
    """The agency of whoever opens the form now."""
    value = {"data": {"msteams": {"type": "task/fetch"}, "verb": "concern"}}
    await person.dialog("task/fetch", value, "task/submit", where)
    return bot.dispatch.came[-1].actor.agency


@pytest.mark.parametrize(
    ("known", "whose"),
    [
        ({"email": "pat@trust.example"}, "trust"),
        ({"email": "pat@elsewhere.example", "userPrincipalName": "PAT@School.Example"}, "school"),
        ({"userPrincipalName": "pat_trust.example#EXT#@anytown.onmicrosoft.com"}, None),
        ({"email": None}, None),
    ],
)
async def test_whose_person_somebody_is_the_roster_tells_and_is_asked_once(
    bot: Here, known: dict[str, str | None], whose: str | None
) -> None:
    bot.teams.roster[bot.pat.user] = known
    for _ in range(3):
        assert await agency(bot, bot.pat) == whose
    assert len(looks(bot)) == 1


@pytest.mark.parametrize("where", [GROUP, CHANNEL], ids=["group", "channel"])
async def test_the_conversation_they_act_in_is_asked(bot: Here, where: dict[str, str]) -> None:
    bot.teams.roster[bot.pat.user] = {"email": "pat@trust.example"}
    room = where["id"].partition(";")[0]
    bot.teams.installed[room] = ""
    assert await agency(bot, bot.pat, where) == "trust"
    assert looks(bot) == [f"GET /teams/v3/conversations/{room}/members/{bot.pat.user}"]


async def test_where_the_bot_is_not_it_cannot_tell_and_learns_it_elsewhere(bot: Here) -> None:
    bot.teams.roster[bot.pat.user] = {"email": "pat@trust.example"}
    assert await agency(bot, bot.pat, GROUP) is None
    assert await agency(bot, bot.pat) == "trust"
    assert await agency(bot, bot.pat, GROUP) == "trust"


async def test_trouble_at_the_roster_keeps_nobody_from_being_answered(bot: Here) -> None:
    bot.teams.roster[bot.pat.user] = {"email": "pat@trust.example"}
    bot.teams.troubles = [Trouble(503)]
    assert await agency(bot, bot.pat) is None
    assert await agency(bot, bot.pat) == "trust"


async def test_the_directory_learns_the_agency_and_never_the_email(bot: Here) -> None:
    bot.teams.roster[bot.pat.user] = {"email": "pat@trust.example"}
    await bot.pat.install()
    [seen] = bot.members.people.values()
    assert seen.agency == "trust"
    assert "pat@" not in f"{seen.name} {seen.address} {bot.edge!r}"


async def test_everybody_has_an_agency_of_their_own(bot: Here) -> None:
    sam = Person(bot.http, bot.teams, name="Sam", oid="sam")
    bot.teams.installed[sam.chat] = sam.user
    bot.teams.roster |= {
        bot.pat.user: {"email": "pat@trust.example"},
        sam.user: {"email": "sam@school.example"},
    }
    assert await agency(bot, bot.pat) == "trust"
    assert await agency(bot, sam) == "school"


async def test_where_the_tenant_is_one_agencys_it_is_asked_once_who_is_a_guest(
    teams: FakeTeams,
) -> None:
    async with here(teams) as bot:
        bot.teams.installed[bot.pat.chat] = bot.pat.user
        bot.teams.roster[bot.pat.user] = {"userRole": "user"}
        for _ in range(3):
            assert await agency(bot, bot.pat) == "school"
        await bot.edge.client.send(bot.dispatch.came[-1].actor.address, LEADS, "en")
        assert len(looks(bot)) == 1


async def test_whoever_the_directory_knows_is_not_looked_up(bot: Here) -> None:
    bot.teams.roster[bot.pat.user] = {"email": "pat@trust.example"}
    await bot.pat.install()
    bot.edge.onboarding.people.forget_placed()
    bot.teams.asked.clear()
    assert await agency(bot, bot.pat) == "trust"
    assert looks(bot) == []


@pytest.mark.parametrize(
    "told",
    [
        {"userRole": "guest", "email": "sam@home.example"},
        {"userRole": "anonymous"},
        {"userPrincipalName": "sam_home.example#EXT#@anytown.onmicrosoft.com"},
    ],
)
@pytest.mark.parametrize("where", [None, GROUP, CHANNEL], ids=["alone", "group", "channel"])
async def test_a_guest_of_the_tenant_is_nobodys_wherever_they_act(
    teams: FakeTeams, told: dict[str, str], where: dict[str, str] | None
) -> None:
    async with here(teams) as bot:
        room = (where or {"id": bot.pat.chat})["id"].partition(";")[0]
        bot.teams.installed[room] = bot.pat.user
        bot.teams.roster[bot.pat.user] = told
        assert await agency(bot, bot.pat, where) is None


async def test_where_no_roster_can_say_the_tenant_of_one_agency_does(teams: FakeTeams) -> None:
    async with here(teams) as bot:
        bot.teams.installed[bot.pat.chat] = bot.pat.user
        bot.teams.roster[bot.pat.user] = {"userRole": "guest"}
        bot.teams.troubles = [Trouble(503)]
        assert await agency(bot, bot.pat) == "school"  # a danger concern isn't refused for that
        assert await agency(bot, bot.pat) is None


async def test_who_came_without_an_account_is_nobodys_and_not_looked_up(bot: Here) -> None:
    guest = Person(bot.http, bot.teams, name="Guest", oid="")
    bot.teams.installed[guest.chat] = guest.user
    bot.teams.roster[guest.user] = {"email": "guest@trust.example"}
    await guest.types("concern")
    assert looks(bot) == []
