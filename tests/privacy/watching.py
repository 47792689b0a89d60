"""The watcher of a round: reads every row of both stores after every act, and asks every page.

What doesn't change while people answer tells nothing, and is only noted if it does change; what
is left are the ring's rows, which come one by one. Who acts when, the watcher isn't told: that is
the network's to know.
"""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from random import Random
from typing import LiteralString, Protocol

import psycopg
from psycopg import sql

from bot.base.metrics import exposition
from handlers.contract.outcomes import Ask
from handlers.pause.results import COMFORT
from prompts.shapes import Form, Said
from tests.conftest import Stores
from tests.core.anytown import Town
from tests.handlers.pause.acts import PAUSE, ROOM, ROUND, TEN, bars
from tests.privacy.looks import file_of, is_sqlite, plain

Row = Mapping[str, object]
LEARNING, JUDGED = 40, 200
"""Rounds on which an attacker learns, and rounds on which they are judged."""
POLLED = (
    ("sarah", "pause.open"),
    ("sarah", "pause.answer"),
    ("sarah", "pause.refresh"),
    ("leila", "pause.chair"),
    ("leila", "pause.codes"),
    ("leila", "mine"),
    ("sarah", "mine"),
)
"""Whatever shows something of a round to somebody: Sarah is in the room, and Leila chairs."""


class Reads(Protocol):
    """One store, row by row."""

    def tables(self) -> Mapping[str, Sequence[Row]]:
        """Every row of every table, in reading order."""
        ...


class Sqlite:
    """A SQLite store, read by somebody else."""

    def __init__(self, url: str, stack: ExitStack) -> None:
        self._connection = sqlite3.connect(file_of(url))
        stack.callback(self._connection.close)
        self._connection.row_factory = sqlite3.Row
        found = self._connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        self._names = [row[0] for row in found]
        self._version = -1
        self._seen: Mapping[str, Sequence[Row]] = {}

    def tables(self) -> Mapping[str, Sequence[Row]]:
        """Every row of every table, in reading order."""
        [[version]] = self._connection.execute("PRAGMA data_version")
        if version != self._version:  # somebody has committed something since
            self._version, self._seen = version, {name: self._rows(name) for name in self._names}
        return self._seen

    def _rows(self, name: str) -> Sequence[Row]:
        return [dict(row) for row in self._connection.execute(f'SELECT * FROM "{name}"')]


class Postgres:
    """A PostgreSQL store, with the transaction that wrote each row, and where it lies."""

    chosen: LiteralString = "SELECT *, xmin::text AS xmin_, ctid::text AS ctid_ FROM {}"

    def __init__(self, url: str, stack: ExitStack) -> None:
        self._connection = stack.enter_context(psycopg.connect(plain(url), autocommit=True))
        found = self._connection.execute(_TABLES).fetchall()
        self._names = [str(row[0]) for row in found]

    def tables(self) -> Mapping[str, Sequence[Row]]:
        """Every row of every table, in reading order."""
        return {name: self._rows(name) for name in self._names}

    def _rows(self, name: str) -> Sequence[Row]:
        chosen = sql.SQL(self.chosen).format(sql.Identifier(name))
        cursor = self._connection.execute(chosen)
        columns = [column.name for column in cursor.description or ()]
        return [dict(zip(columns, row, strict=True)) for row in cursor]


class Locked(Postgres):
    """The same, with the transaction that last locked or changed each row."""

    chosen: LiteralString = (
        "SELECT *, xmin::text AS xmin_, xmax::text AS xmax_, ctid::text AS ctid_ FROM {}"
    )


_TABLES: LiteralString = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"


@dataclass(frozen=True, eq=False)
class Round:
    """What was seen of one round, and beside it the truth."""

    arrived: Sequence[Row] = field(repr=False)
    """The answers' rows as they came, one after every act, each with its place in reading order."""
    refs: Sequence[str] = field(repr=False)
    """Every reference and id of the pause that stands in main."""
    tally: Mapping[str, int]
    lines: Sequence[str]
    """The answers that the lines speak of, in the order in which they are shown."""
    stirred: Sequence[str]
    """What else changed while the round was open, and should not have."""
    order: Sequence[str] = field(repr=False)
    """The truth: who answered when."""
    said: Mapping[str, str] = field(repr=False)
    """The truth: who answered what."""


@dataclass
class Watcher:
    """Reads both stores, the messages, the counts and the pages, as often as it likes."""

    town: Town
    main: Reads
    ring: Reads

    async def seen(self, pause: str, polled: Sequence[tuple[str, str]]) -> dict[str, object]:
        """Everything but the answers' rows, part by part."""
        parts: dict[str, object] = {f"table {t}": r for t, r in self.main.tables().items()}
        ring = self.ring.tables()
        parts |= {f"table {t}": r for t, r in ring.items() if t != "ring"}
        parts["other rows of the ring"] = [r for r in ring["ring"] if not _is_vote(r)]
        sent = self.town.client.messages.values()
        parts["messages"] = [(message.slug, message.card, message.changed) for message in sent]
        parts["every version of a card"] = len(self.town.client.versions)
        parts["counts"] = exposition()
        for who, verb in polled:
            parts[f"{verb} for {who}"] = await self._page(who, verb, pause)
        return parts

    async def _page(self, who: str, verb: str, pause: str) -> Form | str:
        page = await self.town.does(who, verb, "" if verb == "mine" else pause)
        return as_it_stands(page.form) if isinstance(page.reply, Ask) else page.text

    def votes(self) -> list[Row]:
        """The rows of answers, as they lie."""
        every = [row for row in self.ring.tables()["ring"] if _is_vote(row)]
        return [{**row, "place": place} for place, row in enumerate(every)]


def as_it_stands(form: Form) -> Form:
    """The page without its forms' tokens, which are drawn anew each time it is asked for."""
    return replace(form, token="", beside=tuple(map(as_it_stands, form.beside)))


def _is_vote(row: Row) -> bool:
    return str(row["kind"]).startswith("v:")


@contextmanager
def watching(town: Town, stores: Stores) -> Iterator[Watcher]:
    """A watcher of this town. In the keyring each answer holds the epoch against a turn of the
    key, which tells no more than that one more row of an answer is there.
    """
    plain = is_sqlite(stores.main_url)
    main, ring = (Sqlite, Sqlite) if plain else (Locked, Postgres)
    with ExitStack() as stack:
        yield Watcher(town, main(stores.main_url, stack), ring(stores.keyring_url, stack))


async def rounds(watcher: Watcher, seed: int, count: int) -> list[Round]:
    """So many pauses one after another, each of one round of ten."""
    coin = Random(seed)
    return [await _round(watcher, coin, number) for number in range(count)]


async def _round(watcher: Watcher, coin: Random, number: int) -> Round:
    town, order = watcher.town, coin.sample(TEN, len(TEN))
    said = {who: coin.choice(COMFORT) for who in order}
    pause = await begins(town)
    # One page a round, each in its turn: nobody's page may change with anything that is said.
    polled = [POLLED[number % len(POLLED)]]
    before = await watcher.seen(pause, polled)
    arrived: list[Row] = []
    stirred: set[str] = set()
    for who in order:
        await answers(town, who, pause, said[who])
        known = {row["ref"] for row in arrived}
        arrived += [row for row in watcher.votes() if row["ref"] not in known]
        now = await watcher.seen(pause, polled)
        stirred |= {part for part in now if now[part] != before[part]}
    last = {row["ref"]: row for row in watcher.votes()}
    refs = [str(v) for v in _pause_row(watcher, pause).values()]
    await town.passes(ROUND)
    tally, lines = await shown(town, pause)
    await ends(town, pause)
    arrived = [{**last[row["ref"]], "came": n} for n, row in enumerate(arrived)]
    return Round(arrived, refs, tally, lines, sorted(stirred), order, said)


def _pause_row(watcher: Watcher, pause: str) -> Row:
    return next(r for r in watcher.main.tables()["pause"] if r["thread_id"] == pause)


# What people do; whoever watches isn't told.


async def begins(town: Town) -> str:
    """Leila starts a pause in the room; gives its id."""
    town.place = ROOM
    await town.does("leila", "pause.send", "", PAUSE)
    await town.core.ticks.drain()
    return town.client.to("meeting")[-1].card.buttons[0].subject


async def answers(town: Town, who: str, pause: str, answer: str, line: str = "") -> None:
    """Somebody answers; their line says what their answer says, as lines do."""
    given = {"answer": answer, "line": line or f"To me it is {answer}"}
    page = await town.does(who, "pause.answer.send", pause, given)
    assert isinstance(page.reply, Ask), page.text


async def shown(town: Town, pause: str) -> tuple[dict[str, int], list[str]]:
    """What the room is shown: how many gave each answer, and the lines in their order."""
    page = await town.does("sarah", "pause.open", pause)
    tally = dict(zip(COMFORT, (count for count, _ in bars(page)), strict=True))
    said = [b.text for s in page.form.sections for b in s.blocks if isinstance(b, Said)]
    return tally, [line.rpartition(" ")[2] for text in said for line in text.splitlines()]


async def ends(town: Town, pause: str) -> None:
    """The chair records that they go on."""
    await town.does("leila", "pause.decide.send", pause, {"decision": "go", "why": "As before."})
    await town.core.ticks.drain()
