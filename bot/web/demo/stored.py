"""The rows as they are stored, so that a sceptic can see for themself."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from prompts.words import UnknownWordsError, say, speak

Store = Literal["main", "keyring"]
STORES: tuple[Store, ...] = ("main", "keyring")


@dataclass(frozen=True)
class StoredTable:
    """The rows of one table that belong to a thread, values as the database gives them."""

    store: Store
    table: str
    columns: tuple[str, ...]
    rows: Sequence[Sequence[object]] = field(repr=False)


@dataclass(frozen=True)
class StoredThread:
    """One thread in the list: nothing finer than its day."""

    id: str
    day: date
    kind: str
    """The words' id of what it is about, such as "about-decision", or plain text."""


@dataclass(frozen=True)
class ValueView:
    """A stored value as it is shown; sealed bytes in hexadecimal."""

    text: str = field(repr=False)
    size: int = 0
    """How many bytes, where it is bytes."""


@dataclass(frozen=True)
class TableView:
    """A table to draw: what it is in one sentence, its name, its rows."""

    name: str
    about: str
    columns: tuple[str, ...]
    rows: tuple[tuple[ValueView, ...], ...] = field(repr=False)


StoreView = tuple[str, tuple[TableView, ...]]


def stores_view(tables: Sequence[StoredTable], language: str) -> tuple[StoreView, ...]:
    """Shows both stores, each with its tables."""
    return tuple(
        (store, tuple(_table(table, language) for table in tables if table.store == store))
        for store in STORES
    )


def _table(table: StoredTable, language: str) -> TableView:
    rows = tuple(tuple(_value(value) for value in row) for row in table.rows)
    return TableView(table.table, _about(table.table, language), table.columns, rows)


def _about(table: str, language: str) -> str:
    try:
        return speak(say(f"web-table-{table.replace('_', '-')}"), language)
    except UnknownWordsError:
        return speak(say("web-table-other"), language)


def _value(value: object) -> ValueView:
    if isinstance(value, bytes | bytearray | memoryview):
        return ValueView(bytes(value).hex(" ", 4), len(value))
    return ValueView("NULL" if value is None else str(value))
