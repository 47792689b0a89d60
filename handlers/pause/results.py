"""What a round came to, with small numbers left out. Only this is kept; the answers are destroyed.

From five people on there is a picture; with three or four only whether their views differ; below
that nothing. The chair's own answer, and those by a code, all of which the chair knows, are in the
picture only. They don't count towards these numbers, nor are they in what is told of few: whoever
knows some of the answers must not learn the others by subtracting. One "stop" is always shown,
whoever gives it: somebody's by a code may be the only one, and a known one hides the others'.
"""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from random import SystemRandom
from typing import Any, Final, Literal, get_args

from storage.content import Spoken
from storage.keyring.ballots import CountedRound, Given
from storage.partnership import Thresholds
from storage.partnership.scenarios.model import Strength

COMFORT: Final = ("comfortable", "concerned", "uncomfortable", "stop")
"""The four answers, from calm to alarm."""
SCALES: Final[Mapping[str, Sequence[str]]] = {"voices": COMFORT, "practice": get_args(Strength)}
"""The answers that are counted, by the kind of pause, in the order in which they are shown."""
LOOKING_BACK: Final = ("well", "hard", "change", "next")
"""The four questions of a debrief."""
Shows = Literal["picture", "views", "nothing", "others"]

_chance = SystemRandom()


@dataclass(frozen=True)
class Remark:
    """Something somebody wrote; their name stands with it only in a round by name."""

    text: str = field(repr=False)
    about: str = ""
    """The question of a debrief that it answers."""
    name: str = field(default="", repr=False)
    answer: str = ""


@dataclass(frozen=True)
class Result:
    """What one round came to, as everybody may see it."""

    round: int
    shows: Shows
    """A picture, only whether views differ, nothing, or nothing because other people answered."""
    stop: bool = False
    counts: Mapping[str, int] = field(default_factory=dict)
    differ: bool = False
    quick: bool = False
    """All agreed, and fast: that alone deserves a question."""
    lines: tuple[Remark, ...] = ()
    by_name: bool = False

    def text(self) -> str:
        """Writes it as it is sealed with the pause."""
        return json.dumps(asdict(self), ensure_ascii=False)


def read(text: str) -> Result:
    """Reads a result that was sealed."""
    found: dict[str, Any] = json.loads(text)
    return Result(**{**found, "lines": tuple(Remark(**line) for line in found["lines"])})


def results_in(said: Sequence[Spoken]) -> list[Result]:
    """Finds what each round came to among all that was said, the first one first."""
    return [read(spoken.text) for spoken in said if spoken.kind == "result"]


def result_of(
    kind: str, round_: int, counted: CountedRound, by_name: bool, quick: bool, least: Thresholds
) -> Result:
    """Works out what may be shown of a round."""
    given = counted.given
    others = [one for one in given if not one.chair and not one.coded]
    stop = any(one.answer.get("answer") == "stop" for one in given)
    if by_name:
        return _by_name(kind, round_, given, quick)
    if len(others) < (least.views_from if kind == "voices" else least.picture_from):
        # Nor is it kept whether they differ, or are the same people as before: with the content key
        # it could be read later.
        return Result(round_, "nothing", stop)
    if round_ > 1 and (not counted.same_people or any(one.coded for one in given)):
        # Side by side with the round before, the one who left could be worked out: of those with a
        # code even if "the same" answered, since whoever knows it can answer in their place.
        return Result(round_, "others", stop)
    if len(others) < least.picture_from:
        return Result(round_, "views", stop, differ=_differ(others))
    remarks = _remarks(kind, given)
    return Result(
        round_,
        "picture",
        stop,
        counts=_counts(kind, given),
        differ=_differ(given),
        quick=quick and _alike(given),
        # In no order that would show which remarks are one person's.
        lines=tuple(_chance.sample(remarks, len(remarks))),
    )


def _by_name(kind: str, round_: int, given: Sequence[Given], quick: bool) -> Result:
    return Result(
        round_,
        "picture" if given else "nothing",
        any(one.answer.get("answer") == "stop" for one in given),
        counts=_counts(kind, given),
        quick=quick and _alike(given) and len(given) > 1,
        lines=tuple(
            Remark(said.text, said.about, one.name, one.answer.get("answer", ""))
            for one in sorted(given, key=lambda one: one.name.casefold())
            for said in (_remarks(kind, [one]) or [Remark("")])
        ),
        by_name=True,
    )


def _counts(kind: str, given: Sequence[Given]) -> dict[str, int]:
    counted = Counter(one.answer.get("answer", "") for one in given)
    chosen = SCALES.get(kind, ())
    # What a scenario doesn't offer has no bar.
    return {a: counted[a] for a in chosen if kind == "voices" or counted[a]}


def _alike(given: Sequence[Given]) -> bool:
    answers = {one.answer.get("answer") for one in given}
    return len(answers) == 1 and answers <= set(COMFORT[:-1])


def _differ(given: Sequence[Given]) -> bool:
    """Tells whether somebody is more than one step from somebody else."""
    steps = [COMFORT.index(a) for one in given if (a := one.answer.get("answer", "")) in COMFORT]
    return bool(steps) and max(steps) - min(steps) > 1


def _remarks(kind: str, given: Sequence[Given]) -> list[Remark]:
    names = LOOKING_BACK if kind == "debrief" else ("line",)
    return [
        Remark(text, name if kind == "debrief" else "")
        for name in names
        for one in given
        if (text := one.answer.get(name, ""))
    ]
