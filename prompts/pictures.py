"""Pictures of how many: each says all of it in words, too."""

from dataclasses import dataclass

from prompts.words import Words


@dataclass(frozen=True)
class Bar:
    """One row of a picture: how many, and the same said in words."""

    label: Words
    count: int
    words: Words
    before: int | None = None
    """How many it was the time before; the words say that too."""


@dataclass(frozen=True)
class Bars:
    """A picture of how many gave which answer; its words stand beside every bar."""

    title: Words
    rows: tuple[Bar, ...]

    @property
    def whole(self) -> int:
        """Everybody who answered: a bar this long would be all of them."""
        now = sum(row.count for row in self.rows)
        before = sum(row.before or 0 for row in self.rows)
        return max(now, before, 1)


@dataclass(frozen=True)
class TrendRow:
    """One row of a trend: how many in each period; None where that isn't shown."""

    label: Words
    counts: tuple[int | None, ...]


@dataclass(frozen=True)
class Trend:
    """How many there were in one period after the other: a table, and a picture of each row."""

    title: Words
    periods: tuple[Words, ...]
    """The oldest first."""
    rows: tuple[TrendRow, ...]

    @property
    def whole(self) -> int:
        """The highest count: a column this high fills the picture."""
        return max((n for row in self.rows for n in row.counts if n is not None), default=1) or 1
