"""`upstander init`: a handful of questions, and a file that is right."""

from storage.partnership.loading import read_partnership
from tests.cli.operator import Operator

ANSWERS = "\n".join(
    (
        "Anytown Partnership", "Anytown School", "education", "wales", "", "", "", "", "", "", "",
        "T0123ABCD", "", "", "U0123ABCD", "U0456EFGH", "n", "", "",
    )
)  # fmt: skip


def test_its_answers_make_a_file_that_is_right(operator: Operator) -> None:
    operator.types("init", answers=ANSWERS).tells("Written to partnership.yaml", "upstander check")
    written = read_partnership(operator.folder / "partnership.yaml")
    [school] = written.agencies
    assert (school.nation, list(school.leads)) == ("wales", ["slack:T0123ABCD:U0123ABCD"])
    assert written.escalation is None
    # Its nation's limits are there; what must be agreed locally waits as a comment.
    assert [kind.id for kind in written.referrals][:2] == ["wal-assessment", "wal-core-group"]
    assert "agree one locally" in (operator.folder / "partnership.yaml").read_text("utf-8")
    # What a check then still asks for are the databases and a platform, and nothing of the file.
    said = operator.types("check")
    said.refused("3 to fix.", "Neither Slack nor Teams is set up: see docs/connect.md.")


def test_a_policy_whose_source_sets_no_limit_asks_for_it(operator: Operator) -> None:
    chosen = ANSWERS.replace("n\n\n", "n\nlincolnshire\nsoon\n10 working days\n")
    said = operator.types("init", answers=chosen)
    said.tells("sets no limit for this stage", "Write it like this: 5 working days")
    written = read_partnership(operator.folder / "partnership.yaml")
    assert str(written.stages[3].within.amount) == "10"
    operator.types("check").refused("Worth knowing: Anytown School: nobody answers stage 2.")


def test_agencies_that_share_a_workspace_are_gone_through_again(operator: Operator) -> None:
    def agency(name: str, lead: str, domain: str) -> tuple[str, ...]:
        return (name, "education", "wales", *[""] * 7, "T0123ABCD", "", domain, lead, f"{lead}X")

    first, second = agency("School", "U0123ABCD", ""), agency("Clinic", "U0456EFGH", "")
    keeps = ("",) * 12
    again = (*keeps, "school.example", "", "", *keeps, "clinic.example", "", "")
    answers = "\n".join(("Anytown", *first, "y", *second, *again, "n", "", ""))
    operator.types("init", answers=answers).tells("other agencies share this", "Enter keeps")
    written = read_partnership(operator.folder / "partnership.yaml")
    assert [a.email_domains for a in written.agencies] == [("school.example",), ("clinic.example",)]


def test_a_wrong_answer_is_asked_again(operator: Operator) -> None:
    wrong = ANSWERS.replace("education", "teaching\neducation").replace("U0456EFGH", "me\nU0456EF")
    said = operator.types("init", "mine.yaml", answers=wrong)
    said.tells("Write it like this: health", "Write it like this: U0789JKLM", "mine.yaml")
    assert read_partnership(operator.folder / "mine.yaml").name["en"] == "Anytown Partnership"


def test_it_never_writes_over_a_file(operator: Operator) -> None:
    file = operator.folder / "partnership.yaml"
    file.write_text("mine", "utf-8")
    operator.types("init", answers=ANSWERS).refused("partnership.yaml is there already")
    assert file.read_text("utf-8") == "mine"
    operator.types("init", "nowhere/a.yaml", answers=ANSWERS).refused("nowhere is no folder")
