"""What quarters, groups, questions and parts are called."""

from collections.abc import Sequence

from handlers.insight.questions import GROUPS
from prompts.words import Labelled, Plain, Words, say
from storage.partnership import Partnership

_STAGE = "stage-"


def quarter_name(quarter: str) -> Words:
    """Names a quarter as people do: Oct-Dec 2026."""
    return say(f"insight-quarter-{quarter[6]}", year=Plain(quarter[:4]))


def groups_of(partnership: Partnership) -> Sequence[str]:
    """Lists the groups that a partnership can have anything in."""
    has = len(partnership.stages)
    return [g for g in GROUPS if not g.startswith(_STAGE) or int(g.removeprefix(_STAGE)) <= has]


def group_name(group: str, partnership: Partnership) -> Words:
    """Names a group; a stage as the partnership's own policy does."""
    number = group.removeprefix(_STAGE)
    if number == group:
        return say(f"insight-{group}")
    stages = partnership.stages
    has_name = int(number) <= len(stages)
    name: Words = Labelled(dict(stages[int(number) - 1].name)) if has_name else Plain("")
    return say("insight-stage", number=Plain(number), name=name)


def about_group(group: str) -> Words:
    """Says what is counted in a group."""
    return say("insight-stage-about" if group.startswith(_STAGE) else f"insight-{group}-about")


def question_name(question: str) -> Words:
    """Names a question."""
    return say(f"insight-by-{question}")


def part_name(question: str, part: str) -> Words:
    """Names a part of a question."""
    return say(f"insight-{question}-{part}")
