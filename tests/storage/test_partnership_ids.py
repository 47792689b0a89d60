"""Ids in the partnership's file: one spelling of each, and what is of no use is said."""

from pathlib import Path

import pytest

from storage.partnership import PersonId
from storage.partnership.gaps import gaps
from tests.storage.test_partnership import SMALL, read, told


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "partnership.yaml"


def test_ids_are_one_whatever_case_the_file_writes_them_in(file: Path) -> None:
    shouted = SMALL.replace("slack:T1:U1", "slack:t1:u1").replace(
        "workspaces: [T1]", "workspaces: [t1]"
    )
    shouted = shouted.replace("[teams:tenant:object]", "[teams:TENANT:OBJECT]")
    shouted = shouted.replace("tenants: [tenant]", "tenants: [Tenant]")
    shouted += "meetings: [{ place: slack:t1:c01, chairs: [slack:t1:u1] }]\n"
    shouted += "pauses: {}\n"
    small, plain = read(file, shouted), read(file, SMALL)
    assert small.agencies == plain.agencies
    assert small.chairs_of("slack:T1:C01") == (PersonId("slack:T1:U1"),)
    assert small.agency_of(teams_tenant="TENANT") == small.agency_of(teams_tenant="tenant")
    assert small.agency_of(slack_team="t1") == small.agency_of(slack_team="T1")


def test_a_lead_written_twice_in_two_spellings_is_listed_twice(file: Path) -> None:
    twice = SMALL.replace("[teams:tenant:object]", "[teams:tenant:object, teams:TENANT:OBJECT]")
    assert any("listed twice" in what for _, what, _ in told(file, twice))


def test_the_conversation_of_a_teams_meeting_keeps_its_capitals(file: Path) -> None:
    meeting = "meetings: [{ place: 'teams:19:Ab@thread.v2', chairs: [web:ann] }]\n"
    assert read(file, SMALL + meeting).meetings[0].place == "teams:19:Ab@thread.v2"


def test_groups_are_read_and_said_to_be_of_no_use(file: Path) -> None:
    named = SMALL.replace("email_domains: [clinic.example]", "groups: [nurses]")
    [said] = [gap for gap in gaps(read(file, named)) if "groups" in gap]
    assert "Clinic: groups is not used" in said
    assert "email_domains tells" in said
    shared = named.replace("tenants: [tenant]", "tenants: [tenant]\n    slack_workspaces: [T1]")
    assert "add email_domains to each agency that shares it" in {
        f for _, _, f in told(file, shared)
    }
