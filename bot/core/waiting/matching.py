"""When what is held has come together: so many people have seen the same as each of them chose."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from storage.repository.held import Held


@dataclass(frozen=True)
class Candidate:
    """A concern that is held, and by whom: known for as long as this is decided."""

    id: str
    held: Held
    person: str = field(repr=False)
    agency: str | None = field(repr=False)
    readers: frozenset[str] = field(default=frozenset(), repr=False)
    """Those before whom it would come: what they hold themselves brings nothing out to them."""


def come_together(every: Sequence[Candidate], now: datetime) -> set[str]:
    """Finds what goes out: the most for whom all that each of them chose is true at once.

    One person counts once, however much they raise. Whoever chose more than there are keeps what
    is theirs from going out, and doesn't count for the others either.
    """
    groups: dict[tuple[str, ...], list[Candidate]] = defaultdict(list)
    for each in every:
        if each.held.counts(now):
            groups[each.held.alike].append(each)
    return {each.id for group in groups.values() for each in _together(group)}


def _together(group: list[Candidate]) -> list[Candidate]:
    while len(kept := [each for each in group if _has_enough(each, group)]) < len(group):
        group = kept
    return group


def _has_enough(one: Candidate, group: Sequence[Candidate]) -> bool:
    readers = one.readers - {one.person}
    others = [each for each in group if each.person not in readers]
    people, agencies = {each.person for each in others}, {each.agency for each in others}
    return len(people) >= one.held.many and not (one.held.two and len(agencies - {None}) < 2)
