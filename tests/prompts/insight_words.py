"""Ids of the words of the partnership's numbers and stories that the code puts together."""

from typing import Final

from handlers.insight.leaders import HELPED, POINTS, SLOW, STAGE
from handlers.insight.questions import GROUPS, STAGES
from handlers.story.command import WRITTEN

_NAMED: Final = [g for g in GROUPS if g not in {f"stage-{n}" for n in range(1, STAGES + 1)}]
_QUESTIONS: Final = {question for asked in GROUPS.values() for question in asked}

STORIES: Final = ("story", "leaders-card", "leaders-post")
"""Forms by what their words begin with."""
INSIGHT: Final[dict[str, set[str]]] = {
    "story-noted-{answer}": {"story-noted-yes", "story-noted-no"},
    **{
        f"story-{{name}}-{part}": {f"story-{name}-{part}" for name in WRITTEN}
        for part in ("label", "hint")
    },
    "missing-story-{name}": {f"missing-story-{name}" for name in WRITTEN},
    "said-story-{story}-{you}": {
        f"said-story-{what}-{who}" for what in ("asked", "yes", "no") for who in ("you", "other")
    },
    "insight-quarter-{quarter[6]}": {f"insight-quarter-{n}" for n in range(1, 5)},
    "leaders-{word}": {f"leaders-{word}" for word in (*HELPED, *SLOW, STAGE)},
    "leaders-point-{number}": {f"leaders-point-{n}" for n in range(1, POINTS + 1)},
    "insight-column-{n}": {f"insight-column-{n}" for n in range(1, 6)},
    "insight-{group}": {f"insight-{group}" for group in _NAMED},
    "insight-{group}-about": {f"insight-{group}-about" for group in _NAMED},
    "insight-by-{question}": {f"insight-by-{question.name}" for question in _QUESTIONS},
    "insight-{question}-{part}": {
        f"insight-{question.name}-{part}" for question in _QUESTIONS for part in question.parts
    },
}
"""Every id, by the shape it has in the code."""
