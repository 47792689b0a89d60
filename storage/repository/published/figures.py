"""What was published of each quarter. It is written once, and never worked out again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import col, select

from storage.engine.own_rows import OwnRows
from storage.repository.challenges import quarter_of
from storage.schema import Figure

Place = tuple[str, str, str]
"""A figure's group, question and part; of a total only the group isn't empty."""
PUBLISHED: Place = ("", "", "")


def first_day(quarter: str) -> date:
    """Finds the first day of a quarter such as 2026-Q4."""
    return date(int(quarter[:4]), 3 * int(quarter[6]) - 2, 1)


def quarter_before(day: date) -> str:
    """Names the quarter before the one in which this day lies: the last that is over."""
    return quarter_of(first_day(quarter_of(day)) - timedelta(days=1))


def last_day(quarter: str) -> date:
    """Finds the last day of a quarter."""
    after = first_day(quarter) + timedelta(days=100)
    return first_day(quarter_of(after)) - timedelta(days=1)


@dataclass(frozen=True)
class Quarter:
    """All that was published of one quarter."""

    name: str
    least: int
    """Fewer than these were not shown then."""
    figures: dict[Place, int | None]

    def total(self, group: str) -> int | None:
        """Gives how many there were of a group, rounded; None where it isn't shown."""
        return self.figures.get((group, "", ""))


class Figures:
    """The published figures, as one transaction reads and writes them."""

    def __init__(self, rows: OwnRows) -> None:
        self._rows = rows

    async def begin_after(self, quarter: str) -> bool:
        """Begins counting with the quarter after this one; False if it has begun before.

        A quarter that was over before anything ran here would read as if nothing had happened.
        """
        mark = col(Figure.group) == ""
        begun = select(Figure.quarter).where(self._rows.mine(Figure), mark).limit(1)
        if await self._rows.first(begun) is not None:
            return False
        self.publish(quarter, 0, ())
        return True

    async def is_published(self, quarter: str) -> bool:
        """Tells whether a quarter's figures are there, for good."""
        return await self._rows.get(Figure, quarter, *PUBLISHED) is not None

    def publish(
        self, quarter: str, least: int, figures: Iterable[tuple[Place, int | None]]
    ) -> None:
        """Publishes a quarter. Who comes second is refused by the database."""
        for (group, question, part), count in [(PUBLISHED, least), *figures]:
            place = {"group": group, "question": question, "part": part}
            self._rows.add(Figure, quarter=quarter, **place, count=count)

    async def latest(self, most: int | None = None) -> list[Quarter]:
        """Reads the newest quarters, the newest last; all of them without a number."""
        of, mark = col(Figure.quarter), (col(Figure.group) == "") & (col(Figure.count) > 0)
        marks = select(Figure.quarter).where(self._rows.mine(Figure), mark)
        names = sorted(await self._rows.all(marks))
        names = names[-most:] if most else names
        rows = await self._rows.all(select(Figure).where(self._rows.mine(Figure), of.in_(names)))
        return [_quarter(name, [row for row in rows if row.quarter == name]) for name in names]


def _quarter(name: str, rows: Iterable[Figure]) -> Quarter:
    figures = {(row.group, row.question, row.part): row.count for row in rows}
    return Quarter(name, figures.pop(PUBLISHED) or 0, figures)
