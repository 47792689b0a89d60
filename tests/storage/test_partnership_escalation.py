"""The partnership's escalation stages: what the file may say, and who must be there to answer."""

from pathlib import Path

import pytest

from storage.partnership import AgencyId, Limit, Partnership, PartnershipError, read_partnership
from storage.partnership.gaps import gaps
from storage.partnership.wizard.questions import POLICIES
from tests.storage.test_partnership import EXAMPLE, SMALL, line_of, read, told

STAGES = """\
escalation:
  policy: { en: Protocol, cy: Protocol }
  source: https://protocol.example/3
  stages:
    - name: Practitioners
      answers: owner
      within: 24 hours
      after: raised
    - { name: Managers, answers: manager, within: 5 working days, after: previous }
    - { name: Officers, answers: liaison_officer, within: 3 working hours }
    - { name: Chair, answers: chair, within: 28 Calendar  days, after: stage }
    - { name: Leads, answers: lead, within: 90 minutes, after: stage }
"""
TEXT = SMALL + STAGES
TEMPLATES = sorted(POLICIES.glob("*.yaml"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "partnership.yaml"


def test_stages_are_read_with_their_units(file: Path) -> None:
    small = read(file, TEXT)
    assert small.escalation is not None
    assert small.escalation.policy["cy"] == "Protocol"
    assert small.escalation.source == "https://protocol.example/3"
    assert [(s.answers, s.within, s.after) for s in small.stages] == [
        ("owner", Limit(24, "hour"), "raised"),
        ("manager", Limit(5, "working day"), "previous"),
        ("liaison_officer", Limit(3, "working hour"), "stage"),
        ("chair", Limit(28, "calendar day"), "stage"),
        ("lead", Limit(90, "minute"), "stage"),
    ]


def test_the_owner_has_two_working_days_unless_the_file_says_otherwise(file: Path) -> None:
    times = read(file, SMALL).times
    assert (times.answer, times.danger_answer) == (Limit(2, "working day"), Limit(2, "hour"))
    own = SMALL + "times: { answer: 10 calendar days, danger_answer: 30 minutes }\n"
    times = read(file, own).times
    assert (times.answer, times.danger_answer) == (Limit(10, "calendar day"), Limit(30, "minute"))


@pytest.mark.parametrize(
    ("right", "wrong", "what", "fix"),
    [
        ("within: 24 hours", "within:", "stages no. 1, within: no limit is set here", "locally"),
        ("within: 24 hours", "within: ''", "no limit is set here", "5 working days"),
        ("within: 24 hours", "within: 5 days", "doesn't say which days", "or calendar days"),
        ("within: 24 hours", "within: 2 fortnights", "not a limit", "5 calendar days"),
        ("within: 24 hours", "within: 0 hours", "not a limit", "24 hours by the clock"),
        ("within: 24 hours", "within: 24", "not a limit", "24 hours by the clock"),
        ("within: 24 hours", "within: 900 hours", "too long", "at most 720 hours"),
        ("within: 24 hours", "witin: 24 hours", "no such setting", "did you mean within?"),
        ("answers: owner", "answers: boss", "not one of the choices", "'liaison_officer'"),
        ("after: raised", "after: ever", "not one of the choices", "'previous'"),
        ("https://protocol", "protocol", "not a web address", "https://"),
        ("{ en: Protocol, cy: Protocol }", "{ cy: Protocol }", "English words", "begins with en:"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_how_to_fix_it(
    file: Path, right: str, wrong: str, what: str, fix: str
) -> None:
    problems = told(file, TEXT.replace(right, wrong, 1))
    line = line_of(TEXT, right)
    assert [p for p in problems if p[0] == line and what in p[1] and fix in p[2]], problems


def test_a_first_stage_has_none_before_it(file: Path) -> None:
    ((line, what, fix),) = told(file, TEXT.replace("after: raised", "after: previous"))
    assert line == line_of(TEXT, "escalation:")
    assert "there is none" in what
    assert "after: raised" in fix


@pytest.mark.parametrize("number", [0, 9])
def test_there_are_one_to_eight_stages(file: Path, number: int) -> None:
    stage = "    - { name: Managers, answers: manager, within: 5 working days }\n"
    stages = "stages:\n" + number * stage if number else "stages: []\n"
    problems = told(file, SMALL + "escalation:\n  policy: Protocol\n  " + stages)
    assert "at least one" in problems[0][2] if not number else "at most 8" in problems[0][2]


def test_an_answer_when_in_danger_runs_by_the_clock(file: Path) -> None:
    ((_, what, fix),) = told(file, SMALL + "times: { danger_answer: 1 working day }\n")
    assert "by the clock" in what
    assert "2 hours" in fix


def test_a_policy_may_be_a_file_beside_the_partnerships(file: Path) -> None:
    inside = read(file, TEXT)
    (file.parent / "own.yaml").write_text(dedented(STAGES), "utf-8")
    assert read(file, SMALL + "escalation: own.yaml\n") == inside


def dedented(stages: str) -> str:
    """The same stages as a file of their own."""
    return "".join(line[2:] + "\n" for line in stages.splitlines()[1:])


def test_a_mistake_in_the_policys_file_is_told_by_its_own_line(file: Path) -> None:
    own = file.parent / "own.yaml"
    text = dedented(STAGES).replace("24 hours", "")
    own.write_text(text, "utf-8")
    with pytest.raises(PartnershipError) as caught:
        read(file, SMALL.replace("sector: health", "sector: ill") + "escalation: own.yaml\n")
    first, second = caught.value.lines()
    assert first.startswith(f"{file}, line {line_of(SMALL, 'sector: health')}: ")
    assert second.startswith(f"{own}, line {line_of(text, 'within:')}: ")
    own.write_text("policy: [", "utf-8")
    with pytest.raises(PartnershipError) as caught:
        read(file, SMALL + "escalation: own.yaml\n")
    assert str(caught.value).startswith(f"{own}, line 1: this is not YAML")


def test_a_policys_file_that_is_not_there_is_told_where_it_is_named(file: Path) -> None:
    ((line, what, fix),) = told(file, SMALL + "escalation: nowhere.yaml\n")
    assert line == SMALL.count("\n") + 1
    assert what == "escalation names a file: there is no such file"
    assert "deploy/escalation" in fix


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
def test_a_template_is_refused_as_shipped_and_taken_once_its_limits_are_agreed(
    file: Path, template: Path
) -> None:
    text = template.read_text("utf-8")
    own = file.parent / template.name
    own.write_text(text, "utf-8")
    empty = [n for n, line in enumerate(text.splitlines(), 1) if line.strip() == "within:"]
    with pytest.raises(PartnershipError) as caught:
        read(file, SMALL + f"escalation: {template.name}\n")
    assert [p.line for p in caught.value.problems] == empty
    assert all("agree one locally" in p.fix for p in caught.value.problems)
    own.write_text(text.replace("within:\n", "within: 10 working days\n"), "utf-8")
    taken = read(file, SMALL + f"escalation: {template.name}\n")
    assert taken.stages[0].answers == "owner"
    assert taken.escalation is not None
    assert taken.escalation.source.startswith("http")
    assert all(set(stage.name) == {"en", "cy"} for stage in taken.stages)


def test_what_the_templates_say_is_what_their_sources_say() -> None:
    assert [path.stem for path in TEMPLATES] == ["bedfordshire", "lincolnshire", "london"]
    limits = {
        path.stem: [
            line.split(":", 1)[1].strip()
            for line in path.read_text("utf-8").splitlines()
            if line.strip().startswith("within:")
        ]
        for path in TEMPLATES
    }
    assert limits == {
        "bedfordshire": ["", "", ""],
        "lincolnshire": ["2 working days", "5 working days", "2 working days", ""],
        "london": ["5 working days", "", ""],
    }


def test_in_the_example_somebody_answers_every_stage_in_every_agency() -> None:
    anytown = read_partnership(EXAMPLE)
    assert len(anytown.stages) == 4
    # Its people use the web pages that only the demo has; nothing else is lacking.
    assert [gap for gap in gaps(anytown) if "Slack or Teams" not in gap] == []
    for agency in anytown.agencies:
        owner, *others = (anytown.answering(stage, agency.id) for stage in anytown.stages)
        assert owner == ()
        assert all(others)
    for role in ("reviewer", "moderator"):
        assert sum(role in agency.roles for agency in anytown.agencies) >= 2


def test_who_answers_a_stage(file: Path) -> None:
    small = read(file, TEXT)
    school, clinic = AgencyId("school"), AgencyId("clinic")
    by_role = {stage.answers: stage for stage in small.stages}
    assert small.answering(by_role["lead"], school) == ("slack:T1:U1", "web:ann")
    assert small.answering(by_role["manager"], school) == ()
    # The clinic's chair is the partnership's.
    assert small.answering(by_role["chair"], school) == ("slack:T1:U1",)
    assert small.holders_elsewhere(school, "chair") == ("slack:T1:U1",)
    assert small.holders_elsewhere(clinic, "chair") == ()


def lacking(partnership: Partnership) -> list[str]:
    """What `upstander check` says to think about, each up to its first full stop."""
    return [gap.partition(". ")[0] for gap in gaps(partnership)]


def test_a_file_without_escalation_is_right_but_something_is_lacking(file: Path) -> None:
    alone = "a challenge whose owner nobody knows, an urgent one too, goes to its leads"
    looks = (
        "no other agency has a reviewer, so that nobody independent can look at a challenge to it"
    )
    assert lacking(read(file, SMALL)) == [
        "There is no escalation: a challenge that isn't settled stays with the leads",
        *(f"School, Clinic: {gap}" for gap in (alone, looks, "no other agency has a moderator")),
        "There is no kind of referral: each needs a day of its own",
    ]


def test_a_stage_that_nobody_answers_is_told_for_each_agency(file: Path) -> None:
    held = TEXT.replace(
        "chair: [slack:T1:U1]",
        "manager: [web:head]\n      reviewer: [web:head]\n      moderator: [web:head]",
    )
    said = list(gaps(read(file, held)))
    assert "School: nobody answers stage 2. Give somebody the role manager." in said
    assert not [gap for gap in said if "Clinic: nobody answers stage 2" in gap]
    stage_4 = "Clinic: nobody answers stage 4. Give somebody the role chair in any agency."
    assert any(gap.endswith(stage_4) for gap in said)
    # Its own reviewer isn't independent of the clinic; the school has one elsewhere.
    assert [gap[:6] for gap in said if "reviewer" in gap] == ["Clinic"]
    assert [gap[:6] for gap in said if "moderator" in gap] == ["Clinic"]
