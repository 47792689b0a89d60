"""Whose turn it was to answer a challenge, from when to when, by what was done to it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

OWNER: Final = "challenge-owner"
READER: Final = "challenge-reader"


@dataclass(frozen=True)
class TurnTaken:
    """A turn that is over: somebody answered, or nobody did in time."""

    whose: str
    since: date
    until: date
    reply: str


@dataclass
class _Walk:
    """How far a challenge has come, act by act."""

    since: date
    whose: str | None = OWNER
    last: str = OWNER
    read: bool = False

    def begins(self, whose: str, day: date) -> None:
        """Begins a turn; one that is still open was nobody's: nobody there could be asked."""
        self.whose = self.last = whose
        self.since = day

    def ends(self, day: date, reply: str) -> Iterator[TurnTaken]:
        """Ends the turn, if one is open."""
        if self.whose is not None:
            yield TurnTaken(self.whose, self.since, day, reply)
        self.whose = None


def turns_of(
    acts: Iterable[tuple[date, str]], released: date, first_is_owners: bool
) -> Iterator[TurnTaken]:
    """Finds the turns that are over. In some policies the owner's answer is the first stage."""
    walk = _Walk(released)
    owners = (OWNER, "stage-1") if first_is_owners else (OWNER,)
    for day, what in acts:
        word, _, rest = what.partition(" ")
        if word == "stage":
            walk.begins(f"stage-{rest}", day)
        elif word == "answered:":
            yield from walk.ends(day, "given")
        elif what.startswith("no answer:"):
            yield from walk.ends(day, "silence")
        elif what == "pointed to another":
            walk.since = day
        elif what == "not settled" and walk.last in owners and not walk.read:
            walk.read = True
            walk.begins(READER, day)
