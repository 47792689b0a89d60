"""A scenario: something happens, people choose what they would say, and see what often follows.

The partnership's file and the pack that is shipped are written alike.
"""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from storage.partnership.base import Frozen, Words, by_language

SAYS_MOST = 75
"""Characters of an answer that Slack shows whole beside its button."""
TITLE_MOST = 75

Strength = Literal["quiet", "probe", "alert", "challenge", "escalate", "aside"]
"""From saying nothing to taking it further, and a way that is no confrontation."""

_Slug = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ScenarioId = Annotated[str, StringConstraints(pattern=_Slug, max_length=32)]
StepId = Annotated[str, StringConstraints(pattern=_Slug, max_length=20)]
_Paragraph = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=600)]
Paragraph = Annotated[dict[str, _Paragraph], BeforeValidator(by_language)]
"""A few sentences by language."""


class PracticeAnswer(Frozen):
    """One thing that could be said, and what often happens then."""

    strength: Strength
    says: Words
    then: Paragraph
    next: StepId | None = None
    """The step that follows, further down; left out, the scenario ends here."""


class PracticeStep(Frozen):
    """A moment in which somebody has to choose."""

    id: StepId
    scene: Paragraph
    answers: Annotated[tuple[PracticeAnswer, ...], Field(min_length=2, max_length=6)]

    def answer(self, strength: str) -> PracticeAnswer | None:
        """Finds the answer of this strength."""
        return next((a for a in self.answers if a.strength == strength), None)


class Scenario(Frozen):
    """A scenario of a few minutes; it begins with its first step."""

    id: ScenarioId
    title: Words
    steps: Annotated[tuple[PracticeStep, ...], Field(min_length=1, max_length=8)]
    remember: Paragraph
    """What is worth keeping in mind, shown at the end."""
    notes: Paragraph
    """For whoever leads it in a meeting."""
    questions: Annotated[tuple[Words, ...], Field(min_length=1, max_length=5)]
    """What they may ask once everybody has seen the answers."""

    def step(self, id: str) -> PracticeStep | None:
        """Finds the step of this id."""
        return next((step for step in self.steps if step.id == id), None)


Scenarios = Annotated[tuple[Scenario, ...], Field(max_length=40)]
