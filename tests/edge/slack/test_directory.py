"""Who somebody on Slack is, what they are called and whose they are: kept as Slack has it."""

import json
from typing import Any

import httpx
import pytest

from bot.core.delivery.answers import TryAgain
from bot.slack.workspace import onboarding
from storage.partnership import PersonId
from tests.edge.slack.conftest import TEACHER, Desk
from tests.peers.fake_slack import direct, person
from tests.peers.slack_payloads import TEAM, command, event
from tests.peers.slack_troubles import Broken, Busy, Refusal

LEAD, HEAD = "U09LEAD", "U10HEAD"


def id_of(user: str) -> PersonId:
    return PersonId(f"slack:{TEAM}:{user}")


def name_of(desk: Desk, user: str) -> str | None:
    known = desk.members.rows.get(id_of(user))
    return known.name if known else None


async def changes(desk: Desk, kind: str, user: dict[str, Any]) -> httpx.Response:
    """Slack tells of somebody, without their locale: its events have none."""
    told = {key: value for key, value in user.items() if key != "locale"}
    answer = await desk.event(event(told, kind))
    await desk.edge.listeners.wait()
    return answer


async def test_whom_the_partnership_names_is_met_first_however_many_there_are(desk: Desk) -> None:
    for n in range(800):
        desk.slack.people[f"U5{n:03}"] = person(f"U5{n:03}", f"Person {n}")
    desk.slack.people |= {HEAD: person(HEAD, "A Head"), LEAD: person(LEAD, "A Lead")}
    await desk.edge.introduce()  # until the end, before what the start has begun is compared
    desk.members.rows.clear()
    desk.slack.calls.clear()
    await desk.edge.introduce()
    opened = [body["users"] for body in desk.slack.asked("conversations.open")]
    assert opened[:2] == [LEAD, HEAD]
    assert len(desk.members.rows) == 804
    first_list = next(n for n, (name, _) in enumerate(desk.slack.calls) if name == "users.list")
    assert [name for name, _ in desk.slack.calls[:first_list]].count("conversations.open") == 2


async def test_a_named_person_is_met_although_nobody_can_tell_whose_they_are(desk: Desk) -> None:
    desk.slack.people[LEAD] = person(LEAD, "A Lead", is_restricted=True)
    await desk.edge.introduce()
    seen = desk.members.rows[id_of(LEAD)]
    assert (seen.name, seen.agency) == ("A Lead", None)
    assert json.loads(seen.address)["channel"] == direct(LEAD)


async def test_somebody_new_is_met_at_once_and_in_their_language(desk: Desk) -> None:
    new = desk.slack.people["U20NEW"] = person("U20NEW", "Siân Morgan", locale="cy-GB")
    assert (await changes(desk, "team_join", new)).status_code == 200
    seen = desk.members.rows[id_of("U20NEW")]
    assert (seen.name, seen.language, seen.agency) == ("Siân Morgan", "cy", "school")
    assert json.loads(seen.address)["channel"] == direct("U20NEW")


async def test_a_new_name_is_known_at_once_and_the_language_stays(desk: Desk) -> None:
    await desk.edge.introduce()
    welsh = desk.slack.people["U03WELSH"]
    welsh["profile"] = welsh["profile"] | {"real_name": "Athro Newydd"}
    await changes(desk, "user_change", welsh)
    assert name_of(desk, "U03WELSH") == "Athro Newydd"
    assert desk.members.rows[id_of("U03WELSH")].language == "cy"


async def test_a_new_status_asks_nothing_of_slack(desk: Desk) -> None:
    await desk.edge.introduce()
    desk.slack.calls.clear()
    teacher = desk.slack.people[TEACHER]
    teacher["profile"] = teacher["profile"] | {"status_text": "At lunch"}
    await changes(desk, "user_change", teacher)
    assert desk.slack.calls == []


@pytest.mark.parametrize("mark", ["deleted", "is_restricted", "is_ultra_restricted", "is_stranger"])
async def test_whoever_is_deactivated_or_a_guest_by_now_is_nobodys(desk: Desk, mark: str) -> None:
    await desk.edge.introduce()
    await desk.post(command(TEACHER, "/concern"))
    assert desk.dispatch.last.actor.agency == "school"
    desk.slack.people[TEACHER][mark] = True
    await changes(desk, "user_change", desk.slack.people[TEACHER])
    assert id_of(TEACHER) not in desk.members.rows
    await desk.post(command(TEACHER, "/concern"))
    assert desk.dispatch.last.actor.agency is None


async def test_whoever_was_only_asked_about_is_nobodys_once_they_are_a_guest(desk: Desk) -> None:
    await desk.edge.introduce()
    new = desk.slack.people["U20NEW"] = person("U20NEW", "New")
    await desk.post(command("U20NEW", "/concern"))
    assert desk.dispatch.last.actor.agency == "school"
    new["is_restricted"] = True
    await changes(desk, "user_change", new)
    await desk.post(command("U20NEW", "/concern"))
    assert desk.dispatch.last.actor.agency is None


async def test_what_somebody_does_is_never_stored_beside_it(desk: Desk) -> None:
    await desk.edge.introduce()
    before = dict(desk.members.rows)
    desk.slack.people["U20NEW"] = person("U20NEW", "A New Starter")
    await desk.post(command("U20NEW", "/concern"))
    assert desk.dispatch.last.actor.name == "A New Starter"
    assert desk.dispatch.last.actor.agency == "school"
    assert desk.members.rows == before
    await desk.edge.introduce()  # as it does by night
    assert name_of(desk, "U20NEW") == "A New Starter"


async def test_missed_events_heal_when_everyone_is_read_again(desk: Desk) -> None:
    await desk.edge.introduce()
    del desk.slack.people[TEACHER]  # gone, and Slack never said so
    desk.slack.people["U03WELSH"]["profile"]["real_name"] = "Renamed"
    await desk.edge.introduce()
    assert {seen.name for seen in desk.members.rows.values()} == {"Renamed"}


async def test_a_list_that_is_cut_short_makes_nobody_leave(desk: Desk) -> None:
    await desk.edge.introduce()
    before = dict(desk.members.rows)
    desk.slack.hidden = True
    await desk.edge.introduce()
    assert desk.members.rows == before


async def test_somebody_is_introduced_on_demand_and_kept_only_if_named(desk: Desk) -> None:
    await desk.edge.introduce()
    desk.slack.people |= {LEAD: person(LEAD, "A Lead"), "U20NEW": person("U20NEW", "New")}
    for user in (LEAD, "U20NEW"):
        seen = await desk.edge.client.introduce(id_of(user))
        assert seen is not None
        assert json.loads(seen.address)["channel"] == direct(user)
    assert name_of(desk, LEAD) == "A Lead"
    assert name_of(desk, "U20NEW") is None


async def test_nobody_is_introduced_who_left_or_never_was(desk: Desk) -> None:
    for user in ("U07GONE", "U99NOBODY", "U08BOT"):
        assert await desk.edge.client.introduce(id_of(user)) is None
    for trouble in (Busy(retry_after=7), Broken()):
        desk.slack.next("users.info", trouble)
        with pytest.raises(TryAgain):
            await desk.edge.client.introduce(id_of(TEACHER))


async def test_one_person_who_cannot_be_opened_holds_nobody_up(desk: Desk) -> None:
    await desk.slack.until("users.list")
    desk.members.rows.clear()
    desk.slack.next("conversations.open", Refusal("user_disabled"))
    await desk.edge.introduce()
    assert {seen.name for seen in desk.members.rows.values()} == {"A Teacher", "Athro"}


async def test_a_change_of_nobody_is_refused(desk: Desk) -> None:
    for user in (None, "U01", {}, {"id": 7}):
        answer = await desk.event(event(user, "user_change"))
        assert answer.status_code == 400, user


def test_the_pace_leaves_slack_room() -> None:
    assert onboarding.PACE * 50 >= 60  # conversations.open: fifty a minute
