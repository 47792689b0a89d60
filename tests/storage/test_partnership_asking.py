"""`upstander init`: answers that are taken make a file that is taken."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from storage.partnership import PartnershipError, read_partnership
from storage.partnership.wizard import (
    AGENCY,
    PARTNERSHIP,
    POLICIES,
    POLICY,
    Answers,
    objection,
    write_partnership,
)

QUESTIONS = {question.name: question for question in AGENCY}
POLICE = {
    "name": "Anytown Police",
    "sector": "police",
    "nation": "wales",
    "opens": "08:00",
    "closes": "18:00",
    "urgent": "999",
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
