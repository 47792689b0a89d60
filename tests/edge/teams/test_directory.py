"""Who somebody in Teams is, what they are called and whose they are: kept as rosters have it."""

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest

from bot.core.delivery.answers import TryAgain
from storage.directory.members import Seen
from storage.partnership import PersonId
from tests.edge.teams.fakes import LEADS, Here, here
from tests.peers.fake_teams import CLIENT_ID, TENANT, FakeTeams, Trouble
from tests.peers.teams_person import Person, texts

TEAM = "19:team@thread.tacv2"
CHANNEL = {"id": f"{TEAM};messageid=5", "conversationType": "channel", "tenantId": TENANT}
BOT = [{"id": f"28:{CLIENT_ID}"}]


@pytest.fixture
async def bot(teams: FakeTeams) -> AsyncIterator[Here]:
    async with here(teams) as bot:
        yield bot


def person(bot: Here, name: str) -> Person:
    return Person(bot.http, bot.teams, name=name, oid=name.lower())


def id_of(oid: str) -> PersonId:
    return PersonId(f"teams:{TENANT}:{oid}")


def known(bot: Here) -> dict[str, str | None]:
    """Whom the bot has met, and whose they are."""
    return {seen.name: seen.agency for seen in bot.members.people.values()}


async def joins(bot: Here, *people: Person) -> None:
    """The app is added to a team in which these are."""
    for one in people:
        one.listed()
    bot.teams.installed[TEAM] = ""
    bot.teams.teams[TEAM] = [one.user for one in people]
    await bot.pat.post(bot.pat.activity("conversationUpdate", CHANNEL, membersAdded=BOT))


async def test_an_installation_without_a_name_is_completed_from_the_roster(bot: Here) -> None:
    """Microsoft's own sample of this event has no name."""
    bot.pat.listed()
    bot.teams.installed[bot.pat.chat] = bot.pat.user
    installed = bot.pat.activity("installationUpdate", action="add")
    del installed["from"]["name"]
    assert (await bot.pat.post(installed)).status_code == 200
    assert known(bot) == {"Pat": "school"}


async def test_a_name_that_is_known_outlives_an_event_without_one(bot: Here) -> None:
    await bot.pat.install()
    bot.teams.troubles = [Trouble(503)]
    again = bot.pat.activity("conversationUpdate", membersAdded=[{"id": bot.pat.user}])
    del again["from"]["name"]
    bot.edge.onboarding.people.forget_placed()
    await bot.pat.post(again)
    assert bot.members.people[id_of("pat")].name == "Pat"


async def test_welsh_outlives_an_event_that_has_no_locale(bot: Here) -> None:
    welsh = replace(bot.pat, locale="cy-GB")
    await welsh.install()
    again = welsh.activity("conversationUpdate", membersAdded=[{"id": bot.pat.user}])
    del again["locale"]
    await welsh.post(again)
    assert bot.members.people[id_of("pat")].language == "cy"


async def test_ids_in_capitals_are_the_same_person(bot: Here) -> None:
    await bot.pat.install()
    shouting = replace(bot.pat, oid="PAT", tenant=TENANT.upper())
    await shouting.dialog("task/fetch", {"data": {"verb": "concern"}}, "task/submit", None)
    actor = bot.dispatch.came[-1].actor
    assert (actor.person, actor.agency) == (id_of("pat"), "school")


async def test_a_guest_who_installs_it_is_not_met(bot: Here) -> None:
    bot.pat.listed(userRole="guest")
    await bot.pat.install()
    assert known(bot) == {}


async def test_adding_it_to_a_team_introduces_its_people_but_no_guest(bot: Here) -> None:
    guest = person(bot, "Guest")
    guest.listed(userRole="guest")
    bot.teams.page = 2
    await joins(bot, person(bot, "Ann"), guest, person(bot, "Ben"), person(bot, "Cai"))
    assert known(bot) == {"Ann": "school", "Ben": "school", "Cai": "school"}


async def test_whoever_is_met_through_a_team_can_be_written_to(bot: Here) -> None:
    ann = person(bot, "Ann")
    await joins(bot, ann)
    bot.teams.installed[ann.chat] = ann.user  # an administrator has put it there for everybody
    await bot.edge.client.send(bot.address(ann), LEADS, "en")
    assert texts(bot.teams.last(ann.chat)).startswith("A concern")


async def test_a_new_member_of_the_team_is_met_and_one_who_leaves_is_forgotten(bot: Here) -> None:
    ann, ben = person(bot, "Ann"), person(bot, "Ben")
    await joins(bot, ann)
    ben.listed()
    bot.teams.teams[TEAM] = [ann.user, ben.user]
    added: Any = [{"id": ben.user, "aadObjectId": ben.oid}]
    await ann.post(ann.activity("conversationUpdate", CHANNEL, membersAdded=added))
    assert known(bot) == {"Ann": "school", "Ben": "school"}
    bot.teams.teams[TEAM] = [ben.user]
    removed: Any = [{"id": ann.user, "aadObjectId": ann.oid}]
    await ben.post(ben.activity("conversationUpdate", CHANNEL, membersRemoved=removed))
    assert known(bot) == {"Ben": "school"}


async def test_whoever_has_it_for_themselves_stays_when_they_leave_the_team(bot: Here) -> None:
    ann, ben = person(bot, "Ann"), person(bot, "Ben")
    await ann.install()
    own = bot.address(ann)
    await joins(bot, ann, ben)
    assert bot.address(ann) == own
    bot.teams.teams[TEAM] = [ben.user]
    removed: Any = [{"id": ann.user}]
    await ben.post(ben.activity("conversationUpdate", CHANNEL, membersRemoved=removed))
    assert known(bot) == {"Ann": "school", "Ben": "school"}


async def test_taking_it_out_of_the_team_forgets_those_known_through_it(bot: Here) -> None:
    await joins(bot, person(bot, "Ann"))
    del bot.teams.installed[TEAM]
    await bot.pat.post(bot.pat.activity("conversationUpdate", CHANNEL, membersRemoved=BOT))
    assert known(bot) == {}


async def test_missed_events_heal_when_the_rosters_are_read_again(bot: Here) -> None:
    ann, ben = person(bot, "Ann"), person(bot, "Ben")
    await bot.pat.install()
    await joins(bot, ann)
    ben.listed()
    bot.teams.teams[TEAM] = [ben.user]
    bot.teams.roster[bot.pat.user] |= {"name": "Pat Jones"}
    await bot.edge.onboarding.renew()
    assert known(bot) == {"Pat Jones": "school", "Ben": "school"}
    del bot.teams.installed[bot.pat.chat]
    bot.teams.roster[ben.user] |= {"userRole": "guest"}
    await bot.edge.onboarding.renew()
    assert known(bot) == {}


@pytest.mark.parametrize("trouble", [Trouble(503), Trouble(403, code="BotDisabledByAdmin")])
async def test_trouble_at_a_roster_makes_nobody_leave(bot: Here, trouble: Trouble) -> None:
    await bot.pat.install()
    await joins(bot, person(bot, "Ann"))
    before = dict(bot.members.people)
    bot.teams.troubles = [trouble] * 10
    with pytest.raises(TryAgain):
        await bot.edge.onboarding.renew()
    assert bot.members.people == before


async def test_an_empty_roster_makes_nobody_leave(bot: Here) -> None:
    await bot.pat.install()
    await joins(bot, person(bot, "Ann"))
    bot.teams.teams[TEAM] = []
    await bot.edge.onboarding.renew()
    assert known(bot) == {"Pat": "school", "Ann": "school"}


async def test_whom_the_file_names_is_met_first_once_their_tenant_is_known(bot: Here) -> None:
    lee = person(bot, "Lee")
    lee.listed()
    bot.teams.installed[lee.chat] = lee.user
    assert await bot.edge.client.introduce(id_of("lee")) is None  # nobody of the tenant is met yet
    await bot.pat.install()
    bot.teams.asked.clear()
    await bot.edge.onboarding.renew()
    assert known(bot) == {"Pat": "school", "Lee": "school"}
    assert bot.teams.asked[0] == "POST /teams/v3/conversations"


async def test_somebody_is_introduced_on_demand_and_kept_only_if_named(bot: Here) -> None:
    await bot.pat.install()
    for name in ("Lee", "Ann"):
        one = person(bot, name)
        one.listed()
        bot.teams.installed[one.chat] = one.user
        seen = await bot.edge.client.introduce(id_of(one.oid))
        assert seen is not None
        assert json.loads(seen.address)["conversation"] == one.chat
    assert known(bot) == {"Pat": "school", "Lee": "school"}


async def test_nobody_is_introduced_who_does_not_have_the_app(bot: Here) -> None:
    await bot.pat.install()
    assert await bot.edge.client.introduce(id_of("lee")) is None
    bot.teams.troubles = [Trouble(503)] * 5
    with pytest.raises(TryAgain):
        await bot.edge.client.introduce(id_of("lee"))


async def test_what_somebody_does_is_never_stored_beside_it(bot: Here) -> None:
    bot.pat.listed()
    await bot.pat.dialog("task/fetch", {"data": {"verb": "concern"}}, "task/submit", None)
    assert bot.dispatch.came[-1].actor.agency == "school"
    assert bot.members.people == {}


async def test_whoever_acts_without_a_name_is_called_as_the_directory_calls_them(bot: Here) -> None:
    await bot.members.remember([Seen(id_of("pat"), None, "Pat Jones", "cy", "")])
    nameless = replace(bot.pat, name="")
    await nameless.dialog("task/fetch", {"data": {"verb": "concern"}}, "task/submit", None)
    assert bot.dispatch.came[-1].actor.name == "Pat Jones"
