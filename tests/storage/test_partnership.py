"""What the partnership's file may say, and what someone reads who got it wrong."""

from datetime import time, timedelta
from pathlib import Path

import pytest

from storage.partnership import (
    AgencyId,
    Partnership,
    PartnershipError,
    PersonId,
    Times,
    label,
    read_partnership,
)

EXAMPLE = Path(__file__).parents[2] / "deploy" / "partnership.example.yaml"

SMALL = """\
id: anytown
name: Anytown
agencies:
  - id: school
    name: { en: School, cy: Ysgol }
    sector: education
    nation: wales
    urgent:
      - name: Police
        number: "999"
    leads: [slack:T1:U1, web:ann]
    roles:
      fallback: [web:head]
    slack_workspaces: [T1]
    email_domains: [School.example]
  - id: clinic
    name: Clinic
    sector: health
    nation: england
    hours: { opens: "08:00", closes: "00:00", closed: [2026-12-30 to 2027-01-02, 2026-12-24] }
    urgent:
      - name: Police
        number: "999"
    leads: [teams:tenant:object]
    roles:
      fallback: [web:head]
      chair: [slack:T1:U1]
    teams_tenants: [tenant]
    email_domains: [clinic.example]
members:
  - { id: web:ann, agency: school, name: Ann, title: Teacher }
  - { id: web:head, agency: school, name: Heddwen, language: cy, title: { en: Head, cy: Pennaeth } }
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "partnership.yaml"


def read(file: Path, text: str) -> Partnership:
    file.write_text(text, encoding="utf-8")
    return read_partnership(file)


def told(file: Path, text: str) -> list[tuple[int | None, str, str]]:
    """What the operator is told: line, mistake, how to fix it."""
    with pytest.raises(PartnershipError) as caught:
        read(file, text)
    return [(p.line, p.what, p.fix) for p in caught.value.problems]


def line_of(text: str, words: str) -> int:
    return text[: text.index(words)].count("\n") + 1


def test_the_example_is_a_whole_partnership() -> None:
    anytown = read_partnership(EXAMPLE)
    assert [agency.sector for agency in anytown.agencies] == [
        "police",
        "social_care",
        "health",
        "education",
    ]
    assert all(len(agency.leads) == 2 for agency in anytown.agencies)
    assert {member.id for member in anytown.members} >= anytown.everyone_named()
    assert {member.language for member in anytown.members} == {"en", "cy"}


def test_the_example_says_truly_what_is_left_out() -> None:
    anytown = read_partnership(EXAMPLE)
    bare = Partnership(id=anytown.id, name=anytown.name, agencies=anytown.agencies)
    for setting in ("thresholds", "times", "slots", "retention", "answered_days", "languages"):
        assert getattr(anytown, setting) == getattr(bare, setting), setting


def test_the_example_rings_nobody_real_but_public_lines() -> None:
    anytown = read_partnership(EXAMPLE)
    numbers = {route.number for agency in anytown.agencies for route in agency.urgent}
    assert {n for n in numbers if not n.startswith("01632 960")} == {"999", "101", "111"}


def test_a_small_file_is_enough(file: Path) -> None:
    small = read(file, SMALL)
    school, clinic = small.agencies
    assert (label(school.name, "cy"), label(clinic.name, "cy")) == ("Ysgol", "Clinic")
    assert small.leads(school.id) == ("slack:T1:U1", "web:ann")
    assert small.holders(clinic.id, "chair") == ("slack:T1:U1",)
    assert small.holders(school.id, "chair") == ()
    assert small.is_lead(PersonId("web:ann")) == (school.id,)
    assert small.is_lead(PersonId("web:head")) == ()
    assert small.everyone_named() == {"slack:T1:U1", "web:ann", "web:head", "teams:tenant:object"}
    assert (clinic.hours.opens, clinic.hours.closes) == (time(8), time(0))
    assert [day.isoformat() for day in clinic.hours.closed] == [
        "2026-12-24",
        "2026-12-30",
        "2026-12-31",
        "2027-01-01",
        "2027-01-02",
    ]
    left = small.agency(AgencyId("police"))
    assert (left.id, left.name, left.leads, left.roles) == ("police", {}, (), {})
    assert left.urgent == tuple({r.number: r for a in small.agencies for r in a.urgent}.values())


def test_whose_person_somebody_is(file: Path) -> None:
    shared = SMALL.replace(
        "teams_tenants: [tenant]", "teams_tenants: [tenant]\n    slack_workspaces: [T1]"
    )
    small, both = read(file, SMALL), read(file, shared)
    school, clinic = small.agencies
    # One agency's own workspace settles it, whatever the address.
    assert small.agency_of(slack_team="T1", email="ann@elsewhere.example") == school
    assert small.agency_of(teams_tenant="tenant") == clinic
    assert small.agency_of(slack_team="T9", email="ann@school.example") is None
    assert small.agency_of() is None
    # On a shared one, the e-mail domain does.
    ids = {agency.id: agency for agency in both.agencies}
    assert both.agency_of(slack_team="T1", email="Ann@SCHOOL.example") == ids[school.id]
    assert both.agency_of(slack_team="T1", email="a@clinic.example") == ids[clinic.id]
    assert both.agency_of(slack_team="T1", email="ann@notschool.example") is None
    assert both.agency_of(slack_team="T1") is None
    assert both.agency_of(email="ann@school.example") == ids[school.id]


@pytest.mark.parametrize(
    ("right", "wrong", "what", "fix"),
    [
        ('number: "999"', "number: 999", "loses its leading zero", 'like "999"'),
        ('number: "999"', "number: call us", "not a telephone number", "01632 960123"),
        ("sector: education", "sector: schools", "not one of the choices", "'education'"),
        ("nation: wales", "nations: wales", "no such setting", "did you mean nation?"),
        ("fallback: [web:head]", "fallbak: [web:head]", "no such role", "'fallback'"),
        ("fallback: [web:head]", "fallback: [web:ann]", "same leads again", "not a lead"),
        ("[slack:T1:U1, web:ann]", "[]", "leads is empty", "at least one"),
        ("[slack:T1:U1, web:ann]", "web:ann", "should be a list", "[one, another]"),
        ("[slack:T1:U1, web:ann]", "[Ann]", "not a person's id", "web:<short-name>"),
        ("[slack:T1:U1, web:ann]", "[slack:T2:U1]", "belongs to no agency", "slack_workspaces"),
        ("id: web:ann", "id: teams:tenant:object", "on the web pages", "take this entry away"),
        ("id: web:ann", "id: slack:T1:U1", "on the web pages", "about their own people"),
        ("[slack:T1:U1, web:ann]", "[web:bob]", "not among the members", "under members"),
        ("[slack:T1:U1, web:ann]", "[web:ann, web:ann]", "listed twice", "take one"),
        ("[teams:tenant:object]", "[web:ann]", "another agency", "of this agency"),
        ("[School.example]", "[ann@school.example]", "not a domain", "follows the @"),
        ("{ en: School, cy: Ysgol }", "{ cy: Ysgol }", "English words", "begins with en:"),
        ("{ en: School, cy: Ysgol }", "{ en: A, fr: B }", "language is not known", "cy for Welsh"),
        ('opens: "08:00"', "opens: 8", "not a time of day", '"09:00"'),
        ('closes: "00:00"', 'closes: "07:00"', "closes before it opens", "later than opens"),
        ("2026-12-24]", "Christmas]", "not a date", "2026-12-24"),
        ("agency: school, name: Ann", "agency: scool, name: Ann", "no agency with", "one of the"),
        ("email_domains: [clinic.example]", "timezone: Mars/Base", "time zone", "London"),
        ("[clinic.example]", "[school.example]", "lists the same", "leave it"),
        ("members:", "slots: { times: ['13:00', '10:00'] }\nmembers:", "not in order", "earliest"),
        ("members:", "times: { nudge: soon }\nmembers:", "not a length of time", "30 minutes"),
        ("members:", "times: { nudge: 9 hours }\nmembers:", "not in order", "than the one before"),
        ("members:", "times: { danger_nudge: 1 working day }\nmembers:", "by the clock", "minutes"),
        ("members:", "thresholds: { could_have_sent: 0 }\nmembers:", "too small", "2 or more"),
        ("members:", "retention: { days_after_closing: 30 }\nmembers:", "too small", "90 or more"),
        ("members:", "answered_days: two weeks\nmembers:", "whole number", "digits only"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line_and_how_to_fix_it(
    file: Path, right: str, wrong: str, what: str, fix: str
) -> None:
    problems = told(file, SMALL.replace(right, wrong, 1))
    line = line_of(SMALL, right)
    assert [p for p in problems if p[0] == line and what in p[1] and fix in p[2]], problems


@pytest.mark.parametrize(
    ("right", "wrong", "at", "what", "fix"),
    [
        (
            'number: "999"',
            'number: "999"\n        hours: { days: monday }',
            "- name: Police",
            "an emergency number answers day and night",
            "take its hours away",
        ),
        (
            'number: "999"',
            'number: "01632 960101"\n        hours: { days: monday }\n        outside: {}',
            "- name: Police",
            "both hours and outside are given",
            "keep one of the two",
        ),
        ("fallback: [web:head]", "manager: [web:head]", "roles:", "no lead answers", "fallback:"),
        ("- id: clinic", "- id: school", "  - id: school\n    name: Clinic", "is taken", "own id"),
        (
            "email_domains: [clinic.example]",
            "slack_workspaces: [T1]",
            "slack_workspaces: [T1]\nm",
            "share this",
            "domains",
        ),
        (
            "members:",
            "slots: { times: ['07:00'] }\nmembers:",
            "  hours: {",
            "no release slot",
            "a time",
        ),
        ("name: Anytown\n", "name: Any\nname: Twice\n", "name: Twice", "stands here twice", "one"),
        ("id: school\n", "id: school\n   name: x\n", "name: x", "not YAML", "indentation"),
    ],
)
def test_a_mistake_between_two_lines_is_told_where_it_shows(
    file: Path, right: str, wrong: str, at: str, what: str, fix: str
) -> None:
    text = SMALL.replace(right, wrong, 1)
    problems = told(file, text)
    line = line_of(text, at)
    assert [p for p in problems if p[0] == line and what in p[1] and fix in p[2]], problems


def test_all_mistakes_are_told_at_once_and_in_order(file: Path) -> None:
    text = (
        SMALL.replace("sector: education", "sector: schools")
        .replace("[teams:tenant:object]", "[web:nobody]")
        .replace("agency: school, name: Ann", "agency: scool, name: Ann")
        .replace("    nation: england\n", "")
    )
    lines = [line for line, _, _ in told(file, text)]
    assert lines == sorted(lines, key=lambda line: line or 0)
    for words in ("sector: schools", "web:nobody", "agency: scool", "- id: clinic"):
        assert line_of(text, words) in lines, words


def test_one_mistake_is_told_once(file: Path) -> None:
    text = SMALL.replace("chair: [slack:T1:U1]", "chair: [Ann Other]")
    ((line, what, _),) = told(file, text)
    assert line == line_of(text, "chair")
    assert what == "agencies no. 2, roles, chair no. 1 is not a person's id"


def test_what_is_printed_names_file_line_and_mend_but_no_person(file: Path) -> None:
    text = SMALL.replace("slack:T1:U1", "Marigold Quill").replace("web:ann]", "web:quill]")
    with pytest.raises(PartnershipError) as caught:
        read(file, text)
    printed = str(caught.value)
    assert f"{file}, line {line_of(text, 'leads:')}: " in printed
    assert "\n    How to fix it: write slack:" in printed
    assert "quill" not in (printed + repr(caught.value)).lower()


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "no settings"),
        (b"- just\n- a list\n", "no settings"),
        (b"name: \xff\xfe", "not text in UTF-8"),
        (b"[" * 500, "nested too deeply"),
        (b"a: [", "not YAML"),
    ],
)
def test_a_file_that_is_something_else_is_refused_kindly(
    file: Path, content: bytes, what: str
) -> None:
    file.write_bytes(content)
    with pytest.raises(PartnershipError, match=what):
        read_partnership(file)


def test_a_file_that_is_not_there_says_how_to_get_one(file: Path) -> None:
    with pytest.raises(PartnershipError, match="upstander init"):
        read_partnership(file)
    with pytest.raises(PartnershipError, match="can't be read"):
        read_partnership(file.parent)


def test_times_are_read_as_people_write_them(file: Path) -> None:
    times = "times: { nudge: 90 minutes, second: 1 working day, fallback: 2 Working Days }\n"
    assert read(file, times + SMALL).times == Times(
        nudge=timedelta(minutes=90), second=timedelta(hours=8), fallback=timedelta(hours=16)
    )
