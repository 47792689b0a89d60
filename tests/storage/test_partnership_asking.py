"""`upstander init`: answers that are taken make a file that is taken."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.cli.asking import mistakes
from storage.partnership import PartnershipError, read_partnership
from storage.partnership.wizard.questions import (
    AGENCY,
    PARTNERSHIP,
    POLICIES,
    POLICY,
    Answers,
    limits_of,
    objection,
)
from storage.partnership.wizard.writing import write_partnership

QUESTIONS = {question.name: question for question in AGENCY}
POLICE = {
    "name": "Anytown Police",
    "sector": "police",
    "nation": "wales",
    "days": "monday to friday",
    "opens": "08:00",
    "closes": "18:00",
    "bank_holidays": "no",
    "closed": "",
    "urgent": "999",
    "also_urgent": "",
    "also_when": "always",
    "slack_workspace": "T0123ABCD",
    "teams_tenant": "",
    "email_domain": "",
    "leads": "U0123ABCD, U0456EFGH",
    "fallback": "U0789JKLM",
}
TENANT = "8f1c2d3e-0000-4000-8000-000000000001"
HEALTH = POLICE | {
    "name": "Anytown Police",
    "sector": "health",
    "slack_workspace": "",
    "teams_tenant": TENANT,
    "leads": "aaaaaaaa-0000-4000-8000-000000000001",
    "fallback": "aaaaaaaa-0000-4000-8000-000000000002",
}


@pytest.mark.parametrize("answers", [POLICE, HEALTH])
def test_good_answers_meet_no_objection(answers: dict[str, str]) -> None:
    assert [objection(q, answers[q.name], answers) for q in AGENCY] == [None] * len(AGENCY)


def test_answers_become_a_partnership_that_can_be_read(tmp_path: Path) -> None:
    file = tmp_path / "partnership.yaml"
    file.write_text(write_partnership(Answers("Anytown", (POLICE, HEALTH))), encoding="utf-8")
    anytown = read_partnership(file)
    police, health = anytown.agencies
    assert [route.number for route in anytown.other_routes] == ["0800 028 0285"]
    assert (police.id, health.id) == ("anytown-police", "anytown-police-2")
    assert police.leads == ("slack:T0123ABCD:U0123ABCD", "slack:T0123ABCD:U0456EFGH")
    assert health.roles["fallback"] == (f"teams:{TENANT}:{HEALTH['fallback']}",)
    assert police.urgent[0].number == "999"


def test_every_policy_that_ships_can_be_chosen_and_no_other() -> None:
    for name in [path.stem for path in POLICIES.glob("*.yaml")] + ["none"]:
        assert objection(POLICY, name, {}) is None
        assert name in POLICY.text
    assert "Write it like this: lincolnshire" in (objection(POLICY, "leeds", {}) or "")


@pytest.mark.parametrize("policy", [path.stem for path in POLICIES.glob("*.yaml")])
def test_a_policy_that_is_chosen_waits_for_its_limits(tmp_path: Path, policy: str) -> None:
    file = tmp_path / "partnership.yaml"
    text = write_partnership(Answers("Anytown", (POLICE,), policy))
    file.write_text(text, encoding="utf-8")
    with pytest.raises(PartnershipError) as caught:
        read_partnership(file)
    empty = [n for n, line in enumerate(text.splitlines(), 1) if line.strip() == "within:"]
    assert [p.line for p in caught.value.problems] == empty
    file.write_text(text.replace("within:\n", "within: 5 working days\n"), encoding="utf-8")
    assert read_partnership(file).stages[0].answers == "owner"


names = st.text(min_size=1, max_size=60).filter(lambda n: objection(PARTNERSHIP, n, {}) is None)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(name=names, agency=names)
@example(name="no", agency='Social care: children\'s #1 {team} \u2028 "A"')
def test_any_name_that_is_taken_comes_back_as_it_was_given(
    tmp_path: Path, name: str, agency: str
) -> None:
    file = tmp_path / "partnership.yaml"
    answers = Answers(name, (POLICE | {"name": agency},))
    file.write_text(write_partnership(answers), encoding="utf-8")
    partnership = read_partnership(file)
    assert partnership.name["en"] == name.strip()
    assert partnership.agencies[0].name["en"] == agency.strip()


@pytest.mark.parametrize(
    ("question", "answer", "says"),
    [
        ("sector", "schools", "Write it like this: health"),
        ("days", "friday to monday", "Write it like this: every day, or monday"),
        ("days", "weekdays", "Write it like this: every day, or monday"),
        ("closed", "Christmas", "Write it like this: 2026-12-24"),
        ("also_when", "sometimes", "always, open or closed"),
        ("opens", "9", "Write it like this: 08:30"),
        ("closes", "07:00", "closes before it opens"),
        ("urgent", "ring us", "Write it like this: 999"),
        ("name", "  ", "Write it like this"),
        ("leads", "Ann", "Write it like this: U0123ABCD"),
        ("leads", "U0123ABCD U0123ABCD", "Write it like this"),
        ("leads", "U0123ABCD,U0123ABCD", "listed twice"),
        ("leads", HEALTH["leads"], "needs the agency's Teams tenant"),
        ("fallback", "U0456EFGH", "isn't one of the leads"),
    ],
)
def test_an_answer_that_would_not_work_is_asked_for_again(
    question: str, answer: str, says: str
) -> None:
    assert says in (objection(QUESTIONS[question], answer, POLICE) or "taken")


def test_an_agency_needs_a_platform() -> None:
    nowhere = POLICE | {"slack_workspace": ""}
    assert "its people are found there" in (objection(QUESTIONS["teams_tenant"], "", nowhere) or "")


CLOCKS = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59))
DAYS = ("monday to friday", "every day", "saturday", "monday, thursday", "friday to monday")
LIKELY = {
    "sector": st.sampled_from(("police", "education", "schools")),
    "nation": st.sampled_from(("england", "wales", "scotland", "northern_ireland")),
    "days": st.sampled_from(DAYS),
    "opens": CLOCKS, "closes": CLOCKS,
    "bank_holidays": st.sampled_from(("yes", "no")),
    "closed": st.sampled_from(("", "2026-12-24", "2026-12-21 to 2027-01-01, 2027-03-01")),
    "urgent": st.sampled_from(("999", "112", "01632 960101")),
    "also_urgent": st.sampled_from(("", "999", "01632 960102")),
    "also_when": st.sampled_from(("always", "open", "while it is closed")),
    "slack_workspace": st.sampled_from(("T0123ABCD", "T0999ABCD")),
    "email_domain": st.sampled_from(("", "school.example", "police.example")),
    "leads": st.sampled_from(("U0123ABCD", "U0123ABCD, U0456EFGH", "U0999ZZZZ")),
}  # fmt: skip
AGENCIES = st.lists(st.fixed_dictionaries({}, optional=LIKELY), min_size=1, max_size=3)


@settings(max_examples=150, deadline=None)
@given(changed=AGENCIES, policy=st.sampled_from(("none", "lincolnshire", "bedfordshire")))
def test_whatever_is_answered_the_file_is_right_or_it_is_asked_again(
    changed: list[dict[str, str]], policy: str
) -> None:
    agencies = tuple(POLICE | answers for answers in changed)
    if any(objection(q, agency[q.name], agency) for agency in agencies for q in AGENCY):
        return
    if mistakes(write_partnership(Answers("Anytown", agencies))):
        assert len(agencies) > 1  # only what lies between agencies is found this late
        return
    limits = tuple(q.default for q in limits_of(policy))
    assert mistakes(write_partnership(Answers("Anytown", agencies, policy, limits))) == []


def test_a_desk_that_is_open_day_and_night_is_written_so(tmp_path: Path) -> None:
    file, always = tmp_path / "partnership.yaml", {"opens": "00:00", "closes": "00:00"}
    desk = POLICE | always | {"days": "Every day", "bank_holidays": "yes"}
    night = POLICE | {"opens": "18:00", "closes": "23:00", "slack_workspace": "T0777ABCD"}
    file.write_text(write_partnership(Answers("Anytown", (desk, night))), encoding="utf-8")
    police, evening = read_partnership(file).agencies
    assert (police.hours.days, police.hours.open_on_bank_holidays) == (tuple(range(7)), True)
    assert evening.hours.days == (0, 1, 2, 3, 4)
    assert "18:00" in [f"{slot:%H:%M}" for slot in read_partnership(file).slots.times]
