"""Attackers who saw rounds: whose is a row, what does a row say, and who said what.

They know who was in the room, every usual hash, and the result. They join people to rows and rows
to answers in every order they can think of, learn on rounds whose truth they know which way serves
best, and are judged on rounds that they haven't seen. What chance gives is worked out exactly.
"""

import hashlib
import hmac
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from random import Random

from handlers.pause.results import COMFORT
from tests.core.anytown import example
from tests.handlers.pause.acts import TEN
from tests.privacy.counts import interval
from tests.privacy.guessing import WINDOW, Stored
from tests.privacy.watching import Round, Row

RANKED = ("came", "place", "ref", "sealed", "kind", "key_version", "xmin_", "ctid_")
KEYED = ("sha256", "sha1", "md5")

Ways = dict[str, list[str]]
"""By how it was guessed, what was guessed: of each of the ten, or of each row as it came."""


@cache
def formats(who: str) -> tuple[str, ...]:
    """How somebody may be written: their id, as their platform writes it, and their name."""
    member = next(m for m in example().members if m.id.startswith(f"web:{who}-"))
    return (member.id, member.id.partition(":")[2], member.name, f"{who}@anytown.example")


# Rows in some order, people in some order, answers in some order


def _orders_of_rows(rows: Sequence[Row]) -> Iterator[tuple[str, list[int]]]:
    for name, values in _signs(rows).items():
        yield name, sorted(range(len(rows)), key=values.__getitem__)


def _signs(rows: Sequence[Row]) -> dict[str, list[tuple[int, bytes]]]:
    """By what rows can be put in order, and each row's value."""
    sealed = [_bytes(row) for row in rows]
    columns = {c: [_ordered(row[c]) for row in rows] for c in RANKED if c in rows[0]}
    return columns | {
        "length": [(len(raw), b"") for raw in sealed],
        "sum of bytes": [(sum(raw), b"") for raw in sealed],
        "zeros": [(raw.count(0), b"") for raw in sealed],
        "last bytes": [(0, raw[::-1]) for raw in sealed],
    }


def _ordered(value: object) -> tuple[int, bytes]:
    if isinstance(value, int):
        return value, b""
    if isinstance(value, bytes):
        return 0, value
    digits = "".join(c for c in str(value).replace(",", " ") if c.isdigit() or c == " ").split()
    plain = str(value).strip("(),0123456789") == ""
    return (int("".join(d.zfill(9) for d in digits)), b"") if plain else (0, str(value).encode())


def _bytes(row: Row) -> bytes:
    sealed = row["sealed"]
    assert isinstance(sealed, bytes)
    return sealed


@cache
def _orders_of_people() -> tuple[tuple[str, tuple[str, ...]], ...]:
    roster = [str(m.id) for m in example().members]
    by: Mapping[str, Callable[[str], str]] = {
        "id": lambda who: formats(who)[0],
        "family name": lambda who: formats(who)[2].split()[-1],
        "length of name": lambda who: f"{len(formats(who)[2]):03}",
        "roster": lambda who: f"{roster.index(formats(who)[0]):03}",
        "hash": lambda who: sha256(formats(who)[0].encode()).hexdigest(),
    }
    return tuple((name, tuple(sorted(TEN, key=key))) for name, key in by.items())


def _orders_of_answers(seen: Round) -> Iterator[tuple[str, list[str]]]:
    every = [answer for answer in COMFORT for _ in range(seen.tally[answer])]
    yield "calm to alarm", every
    yield "alarm to calm", every[::-1]
    yield "short to long", sorted(every, key=len)
    yield "long to short", sorted(every, key=len, reverse=True)
    yield "as the lines stand", list(seen.lines)
    yield "as the lines stand, backwards", list(seen.lines)[::-1]


# Whose is a row?


def owners(seen: Round) -> Ways:
    """By way of joining, whose each row is, in the order in which they came."""
    found: Ways = {}
    for sign, rows in _orders_of_rows(seen.arrived):
        for order, people in _orders_of_people():
            guess = [""] * len(rows)
            for row, who in zip(rows, people, strict=True):
                guess[row] = who
            found[f"{sign} by {order}"] = guess
            found[f"{sign} by {order}, backwards"] = [
                people[len(people) - 1 - people.index(who)] for who in guess
            ]
    found["digests"] = _by_digests(seen)
    return found


@cache
def _by_digests(seen: Round) -> list[str]:
    """Whoever is confirmed by a row; whoever is left over, in any order."""
    known = {d[:WINDOW]: who for who in TEN for d in _digests(who, seen.refs)}
    guess = [_confirmed(row, known) for row in seen.arrived]
    rest = [who for who in TEN if who not in guess]
    return [who or rest.pop(0) for who in guess]


def _confirmed(row: Row, known: Mapping[bytes, str]) -> str:
    stored = Stored()
    stored.add(row["ref"])
    stored.add(row["sealed"])
    return next((known[w] for w in stored.windows if w in known), "")


def _digests(who: str, refs: Sequence[str]) -> Iterator[bytes]:
    """The usual digests, alone, and with whatever of the pause stands in main."""
    texts = [text.encode() for text in formats(who)]
    keys = [ref.encode() for ref in refs if len(ref) >= WINDOW] + [bytes(32)]
    said = [*texts, *(key + b" " + text for key in keys for text in texts[:2])]
    for name in KEYED:
        yield from (hashlib.new(name, text).digest() for text in said)
        yield from (hashlib.new(name, key + texts[0]).digest() for key in keys)
        yield from (hmac.digest(key, text, name) for key in keys for text in texts)
    yield from (hmac.digest(key, text, KEYED[0]) for key in keys for text in said)


# What does a row say?


def sayings(seen: Round) -> Ways:
    """By way of joining, what each row says, in the order in which they came."""
    found: Ways = {}
    for sign, rows in _orders_of_rows(seen.arrived):
        for order, every in _orders_of_answers(seen):
            guess = [""] * len(rows)
            for row, answer in zip(rows, every, strict=True):
                guess[row] = answer
            found[f"{sign} by {order}"] = guess
    return found


# Who said what?


def answers_of(seen: Round, whose: str, what: str) -> Ways:
    """What each of the ten said: through their rows, as was learned of these, or straight away."""
    found: Ways = {}
    rows, says = owners(seen), sayings(seen)
    pairs = [(way, what) for way in rows] + [(whose, way) for way in says]
    for one, other in pairs:
        people, answers = rows[one], says[other]
        found[f"{one}; {other}"] = [answers[people.index(who)] for who in TEN]
    for order, everybody in _orders_of_people():
        for how, every in _orders_of_answers(seen):
            found[f"{order}; {how}"] = [every[everybody.index(who)] for who in TEN]
    return found


@dataclass(frozen=True)
class Question:
    """What is asked of a round, what is true, and how likely chance is right with a guess."""

    ways: Callable[[Round], Ways]
    truth: Callable[[Round], Sequence[str]]
    chance: Callable[[Round, str], float]


WHOSE = Question(owners, lambda seen: seen.order, lambda _seen, _guess: 1 / len(TEN))
WHAT = Question(
    sayings,
    lambda seen: [seen.said[who] for who in seen.order],
    lambda seen, guess: seen.tally[guess] / len(TEN),
)


def who_said_what(learning: Sequence[Round]) -> Question:
    """The question that matters, put after the other two."""
    whose, what = learned(WHOSE, learning), learned(WHAT, learning)
    return Question(
        lambda seen: answers_of(seen, whose, what),
        lambda seen: [seen.said[who] for who in TEN],
        lambda seen, guess: seen.tally[guess] / len(TEN),
    )


@dataclass(frozen=True)
class Score:
    """How often a guess was right, and what chance does 99 times of 100."""

    right: int
    low: int
    high: int
    way: str

    @property
    def within(self) -> bool:
        """Whether chance does this."""
        return self.low <= self.right <= self.high


def learned(question: Question, seen: Sequence[Round]) -> str:
    """The way that served best on rounds whose truth is known."""
    right: dict[str, int] = {}
    for one in seen:
        truth = question.truth(one)
        for way, guess in question.ways(one).items():
            right[way] = right.get(way, 0) + sum(g == t for g, t in zip(guess, truth, strict=True))
    return max(sorted(right), key=lambda way: right[way])


def judged(question: Question, way: str, seen: Sequence[Round], seed: int) -> Score:
    """One guess a round, about whomever the coin names, in the way that was learned."""
    coin, right, chances = Random(seed), 0, []
    for one in seen:
        asked = coin.randrange(len(TEN))
        guess = question.ways(one)[way][asked]
        right += guess == question.truth(one)[asked]
        chances.append(question.chance(one, guess))
    return Score(right, *interval(chances), way)
