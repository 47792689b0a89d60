"""Point 4: an attacker with both stores' rows guesses, pair by pair, whether one person wrote both.

They learn on rounds whose truth they know, keep the one sign that served them best, and are judged
on rounds that they haven't seen. Fair coins are seeded; what the product draws at random is not.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from random import Random

from sqlalchemy import MetaData, text
from sqlalchemy.ext.asyncio import AsyncEngine

from handlers.contract.outcomes import Ask
from storage.keyring.tables import keyring_metadata
from storage.schema import main_metadata
from tests.core.anytown import CONCERN, Town
from tests.handlers.challenge.acts import CHALLENGE
from tests.privacy.counts import interval, times

ROUNDS = times(200)
PEOPLE = ("leila", "sarah", "kofi", "mei", "anne", "owen")
"""Of three agencies and two languages, with addresses and names of different lengths."""
LOW, HIGH = interval([0.5] * ROUNDS)
"""How many of so many fair coins are guessed by chance, 99 times of 100: 82 to 118 of 200."""

MOST_STEPS = 12
Signs = dict[str, float]


@dataclass(frozen=True)
class Round:
    """What can be measured about one pair, and whether one person wrote both."""

    signs: Signs
    one: bool


async def rounds(town: Town, command: str, seed: int, count: int = ROUNDS) -> list[Round]:
    """So many pairs, half of them by one person as the coin falls."""
    coin, pairs = Random(seed), []
    for _ in range(count):
        one = coin.random() < 0.5
        first, other = coin.sample(PEOPLE, 2)
        before = await town.core.transactions.room.refs()
        pair = [
            await _raised(town, who, command, before) for who in (first, first if one else other)
        ]
        waited = await _rows(town, pair)
        town.clock.set(town.clock.now() + timedelta(minutes=30))
        await town.core.ticks.release()
        pairs.append((one, pair, waited))
    rows = await _rows(town, [ref for _, pair, _ in pairs for ref in pair])
    return [
        Round(_signs(*(rows[ref] | _while_waiting(waited[ref]) for ref in pair)), one)
        for one, pair, waited in pairs
    ]


async def _raised(town: Town, who: str, command: str, known: set[str]) -> str:
    """Somebody sends the form, anonymously; gives the reference by which it is known."""
    answers = {**CONCERN} if command == "concern" else {**CHALLENGE, "sentence": "I disagree."}
    answers |= {"how": "anonymous", "release": "soon", "replies": "chat", "anyway": "yes"}
    page = await town.does(who, f"{command}.send", "", answers)
    assert isinstance(page.reply, Ask), page.text
    [ref] = await town.core.transactions.room.refs() - known
    known.add(ref)
    return ref


Row = dict[str, object]


def _while_waiting(row: Row) -> Row:
    return {f"waiting: {name}": value for name, value in row.items()}


async def _rows(town: Town, refs: Collection[str]) -> dict[str, Row]:
    """By reference, everything that stands in any row of either store, and where the row lies.

    Whose what waits is, they are told: more than any watcher knows.
    """
    main = await _all(town.core.engine, main_metadata)
    ring = await _all(town.core.keyring.engine, keyring_metadata)
    owner = {t["id"]: str(t["return_ref"]) for t in main["thread"] if t["return_ref"] in refs}
    owner |= {item.id: item.ref for item in await town.core.transactions.room.of(refs)}
    owner |= {ref: ref for ref in refs}
    found: dict[str, Row] = {ref: {} for ref in refs}
    for store, tables in (("main", main), ("ring", ring)):
        for table, every in tables.items():
            for row in every:
                for ref in {owner[v] for v in row.values() if isinstance(v, str) and v in owner}:
                    found[ref] |= {f"{store} {table} {k}": v for k, v in row.items()}
    return found


async def _all(engine: AsyncEngine, metadata: MetaData) -> dict[str, list[Row]]:
    """Every row of every table, with its place in reading order; on PostgreSQL on the disk too."""
    hidden = ", xmin::text AS xmin_, ctid::text AS ctid_" if engine.dialect.name != "sqlite" else ""
    found: dict[str, list[Row]] = {}
    async with engine.connect() as connection:
        for table in metadata.tables:
            rows = await connection.execute(text(f"SELECT *{hidden} FROM {table}"))
            found[table] = [{**r, "place_": n} for n, r in enumerate(rows.mappings())]
    return found


def _signs(one: Row, other: Row) -> Signs:
    """How alike two threads are, column by column and column against column."""
    signs: Signs = {}
    for name in one.keys() & other.keys():
        for kind, value in _compared(one[name], other[name]).items():
            signs[f"{name}: {kind}"] = value
    signs["number of values"] = abs(len(one) - len(other))
    return signs


def _compared(a: object, b: object) -> Mapping[str, float]:
    if isinstance(a, int) and isinstance(b, int):
        return {"apart": abs(a - b), "parity": (a ^ b) & 1}
    if isinstance(a, str) and isinstance(b, str):
        numbers = [[int(n) for n in re.findall(r"\d+", text)] for text in (a, b)]
        if re.fullmatch(r"[\d(),]+", a + b) and all(numbers):  # where and by which transaction
            return {"apart": abs(numbers[0][-1] - numbers[1][-1]), "same": float(a == b)}
        return _compared(a.encode(), b.encode())
    if isinstance(a, bytes) and isinstance(b, bytes):
        same = [x == y for x, y in zip(a, b, strict=False)]
        return {
            "lengths": abs(len(a) - len(b)),
            "bytes in place": sum(same),
            "begins": next((n for n, s in enumerate(same) if not s), len(same)),
            "bytes at all": len(set(a) & set(b)),
            "order": float(a < b),
            "bits": sum((x ^ y).bit_count() for x, y in zip(a, b, strict=False)),
        }
    return {"same": float(a == b)}


@dataclass(frozen=True)
class Rule:
    """One sign, and how it is read."""

    sign: str
    above: float
    means_one: bool

    def guesses(self, round_: Round) -> bool:
        """Whether one person wrote both, by this rule."""
        return (round_.signs.get(self.sign, 0.0) > self.above) == self.means_one


def learned(seen: Sequence[Round]) -> Rule:
    """The rule that served best on rounds whose truth is known."""
    signs = sorted({name for round_ in seen for name in round_.signs})
    return max(
        (rule for sign in signs for rule in _rules(sign, seen)), key=lambda r: right(r, seen)
    )


def _rules(sign: str, seen: Sequence[Round]) -> Iterator[Rule]:
    values = sorted({round_.signs.get(sign, 0.0) for round_ in seen})
    for above in values[:: max(1, len(values) // MOST_STEPS)]:
        yield from (Rule(sign, above, means_one) for means_one in (True, False))


def right(rule: Rule, judged: Sequence[Round]) -> int:
    """How many rounds the rule gets right."""
    return sum(rule.guesses(r) == r.one for r in judged)
