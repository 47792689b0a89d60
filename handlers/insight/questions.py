"""What is counted each quarter: groups, and the questions that part each of them.

A group is counted for itself: no sum over groups is shown, and none is a part of another, so that
nothing shown of one is taken from what is shown of another.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

STAGES: Final = 8
"""As many stages as a policy may have."""


@dataclass(frozen=True)
class Question:
    """One way in which a group is parted. Parts of one bracket are shown together or not at all."""

    name: str
    brackets: tuple[tuple[str, ...], ...]

    @property
    def parts(self) -> list[str]:
        """Lists its parts in the order in which they are shown."""
        return [part for bracket in self.brackets for part in bracket]

    @property
    def together(self) -> list[int]:
        """Gives the number of each part's bracket."""
        return [number for number, bracket in enumerate(self.brackets) for _ in bracket]


def _one(name: str, *parts: str) -> Question:
    return Question(name, (parts,))


_HOW: Final = Question("how", (("named",), ("confidence", "anonymous")))
_TOPICS: Final = Question(
    "topic", (("deciding", "waiting"), ("working", "voices"), ("conduct", "harm", "other"))
)
_ANSWERED: Final = (_one("reply", "given", "silence"), _one("stayed", "two", "five", "longer"))
_FARED: Final = (_one("worse", "no", "yes", "unsaid"), _one("again", "yes", "no", "unsaid"))

GROUPS: Final[Mapping[str, tuple[Question, ...]]] = {
    "concern": (_HOW, Question("about", (("decision",), ("conduct", "system"))), _TOPICS),
    "concern-picked": (Question("wait", (("same", "next"), ("three", "longer"))),),
    "concern-answered": (
        Question("time", (("week", "fortnight"), ("month", "longer"))),
        Question("outcome", (("acted", "explained"), ("learning", "elsewhere", "no-change"))),
    ),
    "concern-closed": (_one("end", "settled", "unsaid"),),
    "challenge": (_HOW, Question("level", (("probe", "alert"), ("challenge", "escalate")))),
    "challenge-owner": _ANSWERED,
    "challenge-reader": _ANSWERED,
    **{f"stage-{number}": _ANSWERED for number in range(1, STAGES + 1)},
    "challenge-closed": (_one("end", "settled", "unsaid", "withdrawn"),),
    "referral": (_one("taken", "day", "later", "not-yet"),),
    "referral-due": (Question("done", (("in-time", "late"), ("overdue", "withdrawn"))),),
    "second-opinion": (),
    "pause": (Question("decided", (("go", "change"), ("stop", "no-word"))),),
    "debrief": (),
    "fared-30": _FARED,
    "fared-90": _FARED,
}
"""Each group with its questions; each of a group's number falls into one part of every question."""

TOPICS: Final[Mapping[str, str]] = {
    "threshold": "deciding",
    "closure": "deciding",
    "delay": "waiting",
    "no-feedback": "waiting",
    "plan-not-done": "waiting",
    "information-sharing": "working",
    "roles": "working",
    "voice-missing": "voices",
    "victim-blaming": "voices",
    "bias": "voices",
    "discrimination": "voices",
    "conduct": "conduct",
    "silencing": "conduct",
    "bullying": "conduct",
    "retaliation": "conduct",
    "harm": "harm",
    "child-harm": "harm",  # earlier versions asked for these two
    "adult-harm": "harm",
    "something-else": "other",
}
"""Under which part a concern's topic is counted: eighteen would nearly all be too few to show."""
