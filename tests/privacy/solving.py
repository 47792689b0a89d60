"""Whoever has all published figures, and knows by which rule some are hidden: what can they tell?

All that they know is written down as whole numbers with conditions, and a solver looks for the
least and the most that each hidden count can be. Figures of two groups, or of two quarters, stand
in no condition together, so each is looked at for itself.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

import highspy
import numpy as np

from handlers.insight.questions import GROUPS
from handlers.insight.small_numbers import OFF, Hidden
from storage.repository.published.figures import Place

MOST: Final = 400
"""So many people at most could have done anything: whoever looks on knows how large it is."""
Spot = tuple[str, Place]
"""A quarter and a figure of it."""
Published = Mapping[str, Mapping[Place, Hidden]]
"""By quarter."""
Ends = tuple[int, int]


_new_model: Callable[[], highspy.Highs] = highspy.Highs


def _silent() -> highspy.Highs:
    model = _new_model()
    model.setOptionValue("output_flag", False)
    model.setOptionValue("threads", 1)
    return model


@dataclass
class Onlooker:
    """What somebody knows who has all that was published."""

    published: Published
    least: int
    sums: list[tuple[Spot, list[Spot]]] = field(default_factory=list)
    """Totals, and the parts that add up to them."""
    brackets: list[list[Spot]] = field(default_factory=list)
    """Where something of a question is shown, each hidden bracket has a small part."""

    def __post_init__(self) -> None:
        for quarter in self.published:
            for group in GROUPS:
                self._parts(quarter, group)

    def _parts(self, quarter: str, group: str) -> None:
        shown = self.published[quarter]
        for question in GROUPS[group]:
            places: list[Place] = [(group, question.name, part) for part in question.parts]
            self.sums.append(((quarter, (group, "", "")), [(quarter, p) for p in places]))
            if all(shown[place] is None for place in places):
                continue
            for bracket in set(question.together):
                both = zip(places, question.together, strict=True)
                of = [place for place, number in both if number == bracket]
                if shown[of[0]] is None:
                    self.brackets.append([(quarter, place) for place in of])

    def bounds(self, spot: Spot) -> Ends:
        """Gives what is known of one figure alone."""
        quarter, place = spot
        shown = self.published[quarter][place]
        if shown is not None:
            return max(self.least, shown - OFF), shown + OFF
        # Of a total a star says just that it is under the least.
        return 0, self.least - 1 if place[1:] == ("", "") else MOST

    @cached_property
    def spots(self) -> dict[Spot, int]:
        """Numbers all figures."""
        every = ((quarter, place) for quarter, shown in self.published.items() for place in shown)
        return {spot: number for number, spot in enumerate(every)}

    def hidden(self) -> Iterator[Spot]:
        """Lists what isn't shown."""
        for quarter, figures in self.published.items():
            yield from ((quarter, place) for place, shown in figures.items() if shown is None)

    def can_be(self, spot: Spot) -> Ends:
        """Finds the least and the most that a hidden count can be."""
        model, of = self._exactly([spot])
        return _end(model, of[spot], least=True), _end(model, of[spot], least=False)

    def apart(self, one: Spot, other: Spot) -> Ends:
        """Finds the least and the most by which two counts can differ."""
        model, of = self._exactly([one, other])
        gap = of[one] - of[other]
        found = []
        for solve in (model.minimize, model.maximize):
            solve(gap)
            found.append(round(model.val(of[one])) - round(model.val(of[other])))
        return found[0], found[1]

    def _exactly(
        self, about: Sequence[Spot]
    ) -> tuple[highspy.Highs, dict[Spot, highspy.highs.highs_var]]:
        """Writes down, in whole numbers, all that is known of these figures' groups."""
        groups = {(quarter, place[0]) for quarter, place in about}
        model, of = _silent(), dict[Spot, highspy.highs.highs_var]()
        for spot in self.spots:
            if (spot[0], spot[1][0]) in groups:
                of[spot] = model.addIntegral(*self.bounds(spot))
        for total, parts in self.sums:
            if total in of:
                some = [of[part] for part in parts]
                model.addConstr(sum(some[1:], some[0]) == of[total])
        for bracket in self.brackets:
            if bracket[0] in of:
                marks = [model.addBinary() for _ in bracket]
                for part, mark in zip(bracket, marks, strict=True):
                    model.addConstr(of[part] <= (self.least - 1) + MOST * (1 - mark))
                model.addConstr(sum(marks[1:], marks[0]) >= 1)
        return model, of


def _end(model: highspy.Highs, of: highspy.highs.highs_var, *, least: bool) -> int:
    (model.minimize if least else model.maximize)(of * 1)
    assert model.getModelStatus() == highspy.HighsModelStatus.kOptimal
    return round(model.val(of))


class Examples:
    """Finds, for many hidden counts together, tables in which each is as small, or as large.

    Which part of a bracket is the small one is settled beforehand, so that no choice is left to
    search through. What then adds up to what is a star of sums, whose corners are whole numbers:
    so what is found is a table that there could be. It shows that a count can be so; it doesn't
    show that it can't be more. One model serves all, and goes on from where it ended last.
    """

    def __init__(self, knows: Onlooker) -> None:
        self._knows = knows
        self._model = _silent()
        self._low, self._high = (
            np.array(ends, dtype=np.float64)
            for ends in zip(*map(knows.bounds, knows.spots), strict=True)
        )
        none = np.array([], dtype=np.int32)
        many, costs = len(self._low), np.zeros(len(self._low))
        empty = np.array([], dtype=np.float64)
        self._model.addCols(many, costs, self._low, self._high, 0, none, none, empty)
        for total, parts in knows.sums:
            of = np.array([knows.spots[spot] for spot in (total, *parts)], dtype=np.int32)
            signs = np.array([-1.0] + [1.0] * len(parts))
            self._model.addRow(0.0, 0.0, len(of), of, signs)
        self._every = np.arange(many, dtype=np.int32)

    def all_can_be(self, spots: Sequence[Spot]) -> dict[Spot, Ends]:
        """Finds how little and how much each can be, of spots of as many different questions."""
        low, high = self._table(spots, least=True), self._table(spots, least=False)
        numbers = self._knows.spots
        return {spot: (low[numbers[spot]], high[numbers[spot]]) for spot in spots}

    def _table(self, spots: Sequence[Spot], *, least: bool) -> list[int]:
        numbers, wanted, high = self._knows.spots, set(spots), self._high.copy()
        for bracket in self._knows.brackets:
            # The one that is looked for is small where it is to be little, another otherwise.
            small = next((s for s in bracket if (s in wanted) == least), bracket[0])
            high[numbers[small]] = min(high[numbers[small]], self._knows.least - 1)
        costs = np.zeros(len(high))
        costs[[numbers[spot] for spot in spots]] = 1.0 if least else -1.0
        self._model.changeColsBounds(len(high), self._every, self._low, high)
        self._model.changeColsCost(len(high), self._every, costs)
        self._model.run()
        assert self._model.getModelStatus() == highspy.HighsModelStatus.kOptimal
        found = self._model.getSolution().col_value
        assert all(abs(value - round(value)) < 1e-6 for value in found)
        return [round(value) for value in found]
