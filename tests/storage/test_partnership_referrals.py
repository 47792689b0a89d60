"""The kinds of referral: what the file may say, each nation's template, and what is lacking."""

from pathlib import Path

import pytest

from storage.partnership import AgencyId, Limit, PartnershipError, read_partnership
from storage.partnership.gaps import gaps
from storage.partnership.wizard.questions import TIMERS, Answers
from storage.partnership.wizard.writing import write_partnership
from tests.storage.test_partnership import EXAMPLE, SMALL, line_of, read, told
from tests.storage.test_partnership_asking import POLICE

KINDS = """\
referrals:
  - id: assessment
    name: { en: Assessment, cy: Asesiad }
    within: 42 working days
    nations: [wales]
    source: Wales Safeguarding Procedures
  - { id: review, name: Review, within: 3 months }
"""
TEXT = SMALL + KINDS
TEMPLATES = sorted(TIMERS.glob("*.yaml"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "partnership.yaml"


def test_kinds_are_read_with_their_units_and_hold_in_their_nations(file: Path) -> None:
    small = read(file, TEXT)
    assessment, review = small.referrals
    assert (assessment.within, assessment.source) == (
        Limit(42, "working day"), "Wales Safeguarding Procedures",
    )  # fmt: skip
    assert (assessment.name["cy"], review.name["en"]) == ("Asesiad", "Review")
    assert review.within == Limit(3, "month")
    assert small.kinds_in(AgencyId("school")) == (assessment, review)
    assert small.kinds_in(AgencyId("clinic")) == (review,)
    assert small.kind("review") == review


@pytest.mark.parametrize(
    ("right", "wrong", "what", "fix"),
    [
        ("within: 42 working days", "within:", "no. 1, within: this kind has no limit",
         "if there is no national limit: agree one locally and write it here"),
        ("within: 42 working days", "within: ''", "this kind has no limit", "agree one locally"),
        ("within: 42 working days", "within: next meeting", "this is not a limit", "3 months"),
        ("within: 42 working days", "within: 42 days", "which days", "or calendar days"),
        ("within: 42 working days", "within: 25 months", "too long", "at most 24 months"),
        ("within: 42 working days", "witin: 42 working days", "no such setting", "mean within?"),
        ("nations: [wales]", "nations: [walse]", "not one of the choices", "'northern_ireland'"),
        ("nations: [wales]", "nations: wales", "should be a list", "[one, another]"),
        ("id: assessment", "id: Assessment", "not a short name", "small letters"),
        ("id: assessment", "id: other", "what Upstander calls everything else", "another id"),
        ("{ en: Assessment, cy: Asesiad }", "{ cy: Asesiad }", "English words", "begins with en:"),
        ("Wales Safeguarding Procedures", "x" * 501, "too long", "at most 500 characters"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line_and_how_to_fix_it(
    file: Path, right: str, wrong: str, what: str, fix: str
) -> None:
    problems = told(file, TEXT.replace(right, wrong, 1))
    line = line_of(TEXT, right)
    assert [p for p in problems if p[0] == line and what in p[1] and fix in p[2]], problems


def test_a_limit_that_is_left_out_is_told_like_an_empty_one(file: Path) -> None:
    ((line, what, fix),) = told(file, TEXT.replace("    within: 42 working days\n", ""))
    assert line == line_of(TEXT, "id: assessment")
    assert what == "referrals no. 1, within: this kind has no limit"
    assert "agree one locally" in fix


def test_two_kinds_of_one_id_are_refused_since_one_of_them_would_never_be_found(file: Path) -> None:
    text = TEXT.replace("id: review", "id: assessment")
    ((line, what, _),) = told(file, text)
    assert line == line_of(TEXT, "id: review")
    assert what == "referrals no. 2: this id is taken"


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
def test_a_template_is_refused_where_no_national_limit_stands_and_taken_once_one_is_agreed(
    file: Path, template: Path
) -> None:
    text = SMALL + template.read_text("utf-8")
    empty = [n for n, line in enumerate(text.splitlines(), 1) if line.strip() == "within:"]
    if empty:
        with pytest.raises(PartnershipError) as caught:
            read(file, text)
        assert [p.line for p in caught.value.problems] == empty
        assert all("agree one locally" in p.fix for p in caught.value.problems)
    taken = read(file, text.replace("within:\n", "within: 10 working days\n"))
    nation = template.stem.replace("-", "_")
    assert {kind.nations for kind in taken.referrals} == {(nation,)}
    for kind in taken.referrals:
        assert set(kind.name) == {"en", "cy"}
        assert kind.source
    local = [e for e in text.split("  - id: ") if "within:\n" in e]
    assert len(local) == len(empty)
    assert [entry for entry in local if "Local value: check before use" not in entry] == []


def test_all_templates_fit_into_one_file(file: Path) -> None:
    entries = [t.read_text("utf-8").partition("\nreferrals:\n")[2] for t in TEMPLATES]
    text = SMALL + "referrals:\n" + "".join(entries).replace("within:\n", "within: 1 month\n")
    assert len(read(file, text).referrals) == 23


def test_the_templates_limits_are_those_that_were_read() -> None:
    limits = {
        path.stem: {
            entry.partition("\n")[0]: entry.partition("within:")[2].partition("\n")[0].strip()
            for entry in path.read_text("utf-8").split("  - id: ")[1:]
        }
        for path in TEMPLATES
    }
    assert limits == {
        "england": {
            "eng-child-referral-decision": "1 working day",
            "eng-assessment": "45 working days",
            "eng-icpc": "15 working days",
            "eng-core-group": "10 working days",
            "eng-rcpc-first": "3 months",
            "eng-rcpc-next": "6 months",
            "eng-serious-incident-notice": "5 working days",
            "eng-rapid-review": "15 working days",
            "eng-lado": "1 working day",
            "eng-adult-s42-local": "",
            "eng-marac-actions": "",
        },
        "northern-ireland": dict.fromkeys(
            ("nir-child-referral-decision", "nir-assessment", "nir-case-conference",
             "nir-adult-enquiry", "nir-marac-actions"), "",
        ),
        "scotland": {
            "sco-cppm": "28 calendar days",
            "sco-cp-report": "21 calendar days",
            "sco-cppm-actions": "48 hours",
        },
        "wales": {
            "wal-assessment": "42 working days",
            "wal-core-group": "10 working days",
            "wal-core-group-next": "42 calendar days",
            "wal-marac-actions": "",
        },
    }  # fmt: skip


def test_what_init_writes_has_the_kinds_of_its_nations_with_their_sources(file: Path) -> None:
    nations = ("wales", "scotland", "wales")
    agencies = (
        POLICE | {"nation": nation, "email_domain": f"{n}.example"}
        for n, nation in enumerate(nations)
    )
    text = write_partnership(Answers("Anytown", tuple(agencies)))
    file.write_text(text, "utf-8")
    made = read_partnership(file)
    assert [kind.id for kind in made.referrals] == [
        "wal-assessment", "wal-core-group", "wal-core-group-next",
        "sco-cppm", "sco-cp-report", "sco-cppm-actions",
    ]  # fmt: skip
    assert all(kind.source for kind in made.referrals)


@pytest.mark.parametrize("nation", [path.stem.replace("-", "_") for path in TEMPLATES])
def test_what_init_leaves_to_be_agreed_becomes_a_kind_once_it_is(file: Path, nation: str) -> None:
    text = write_partnership(Answers("Anytown", (POLICE | {"nation": nation},)))
    file.write_text(text, "utf-8")
    before = read_partnership(file).referrals
    agreed = text.replace("# referrals:", "referrals:").replace("  # - ", "  - ")
    agreed = agreed.replace("  #   ", "    ").replace("within:\n", "within: 10 working days\n")
    file.write_text(agreed, "utf-8")
    after = read_partnership(file).referrals
    template = TIMERS / f"{nation.replace('_', '-')}.yaml"
    assert len(after) == template.read_text("utf-8").count("  - id: ")
    assert [kind for kind in after if kind not in before] == [
        kind for kind in after if "Local value" in kind.source
    ]


def test_in_the_example_every_kind_is_somebodys_and_every_agency_has_some() -> None:
    assert [gap for gap in gaps(read_partnership(EXAMPLE)) if "kind of referral" in gap] == []
    assert len(read_partnership(EXAMPLE).referrals) == 7


def test_a_file_without_kinds_is_right_but_they_are_lacking(file: Path) -> None:
    [said] = [gap for gap in gaps(read(file, SMALL)) if "kind of referral" in gap]
    assert said == (
        "There is no kind of referral: each needs a day of its own. Add referrals: with your "
        "limits; deploy/timers has each nation's to start from."
    )


def test_a_kind_that_is_nobodys_and_an_agency_without_kinds_are_told(file: Path) -> None:
    alone = KINDS.partition("  - { id: review")[0]
    said = [gap for gap in gaps(read(file, SMALL + alone)) if "kind of referral" in gap]
    assert [gap.partition(",")[0] for gap in said] == ["Clinic: no kind of referral is for England"]
    elsewhere = alone.replace("[wales]", "[scotland, northern_ireland]")
    said = [gap for gap in gaps(read(file, SMALL + elsewhere)) if "kind of referral" in gap]
    assert said[0] == (
        "The kind of referral assessment is for Scotland and Northern Ireland, and no agency is "
        "there. Take it out, or add a nation to its nations."
    )
    assert [gap.partition(":")[0] for gap in said[1:]] == ["School", "Clinic"]


def test_an_agency_where_nobody_can_take_a_referral_is_told(file: Path) -> None:
    alone = TEXT.replace("leads: [slack:T1:U1, web:ann]", "leads: [web:ann]")
    said = [gap for gap in gaps(read(file, alone)) if "take a referral" in gap]
    assert [gap.partition(":")[0] for gap in said] == ["School"]
    managed = alone.replace("    roles:\n", "    roles:\n      manager: [slack:T1:U1]\n", 1)
    assert [gap for gap in gaps(read(file, managed)) if "take a referral" in gap] == []
