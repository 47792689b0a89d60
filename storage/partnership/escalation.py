"""The stages that a challenge goes through when its answer doesn't settle it: configuration only.

Policies differ in their stages, limits and units, so that none of them stands in code. Lincolnshire
sets 2 working days, then 5 counted from the step before, then 2 from the step's own beginning;
deploy/escalation/ has it and two others, each with its source.
"""

from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from storage.partnership.base import Frozen, Words
from storage.partnership.values import Within, wrong

Answers = Literal["owner", "manager", "liaison_officer", "chair", "lead"]
"""Who answers a stage: the owner of what is challenged, or holders of a role."""
After = Literal["raised", "stage", "previous"]
"""From when a limit is counted: see `Stage.after`."""


class Stage(Frozen):
    """One step of the policy: who answers, and by when."""

    name: Words
    answers: Answers
    within: Within
    """The limit, in the policy's own unit; `calendar.stage_due` makes a moment of it."""
    after: After = "stage"
    """raised: since the challenge was released to the owner (Lincolnshire's "initial discussion").
    stage: since this stage began. previous: since the stage before this one began (Lincolnshire's
    second step is counted from its first).
    """


class Escalation(Frozen):
    """The partnership's policy for what isn't settled, and where it can be read."""

    policy: Words
    source: Annotated[
        str, StringConstraints(strip_whitespace=True, pattern=r"^https?://\S+$", max_length=500)
    ] = ""
    stages: Annotated[tuple[Stage, ...], Field(min_length=1, max_length=8)]

    @model_validator(mode="after")
    def _first_has_none_before(self) -> Self:
        if self.stages[0].after == "previous":
            raise wrong(
                "the first stage is counted from the one before it, and there is none",
                "write after: raised, or after: stage",
            )
        return self
