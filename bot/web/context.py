"""What the web is given, and what it serves from it."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from typing import Protocol

from bot.core.ports import Dispatching
from bot.files.exporting import Exporting
from bot.files.importing import Importing
from bot.web.callers import Account
from bot.web.client import WebClient
from bot.web.demo.people import DemoPeople
from bot.web.demo.stored import StoredTable, StoredThread
from bot.web.pages.operating import Operations
from storage.engine.clock import Clock
from storage.partnership import Partnership


class DemoClock(Clock, Protocol):
    """The demo's time, which can be moved on."""

    def forward_to(self, moment: datetime) -> None:
        """Moves to that moment; never back."""


async def _never() -> datetime | None:
    return None


def _no_morning(_after: datetime) -> datetime:
    return datetime.max.replace(tzinfo=UTC)


async def _no_threads() -> Sequence[StoredThread]:
    return ()


@dataclass(frozen=True)
class Web:
    """Everything the pages are made from."""

    dispatch: Dispatching
    partnership: Partnership
    clock: DemoClock
    drain: Callable[[], Awaitable[object]]
    """Does what has fallen due, until nothing is."""
    stored_rows: Callable[[str], Awaitable[Sequence[StoredTable]]]
    client: WebClient
    stored_threads: Callable[[], Awaitable[Sequence[StoredThread]]] = field(default=_no_threads)
    files: tuple[Importing, Exporting] | None = None
    """Referrals from files and into files; None where nothing is stored."""
    operations: Operations | None = None
    """What an operator sees and does; None where nobody runs it."""
    next_due: Callable[[], Awaitable[datetime | None]] = field(default=_never)
    """When something falls due next."""
    next_morning: Callable[[datetime], datetime] = field(default=_no_morning)
    """When the next agency opens for the day."""
    by_the_calendar: Callable[[], Awaitable[object]] = field(default=_never)
    """Does what comes with a day that begins: mornings' lists, and what is asked now and then."""

    @cached_property
    def people(self) -> DemoPeople:
        """Who can be chosen."""
        return DemoPeople(self.partnership, self.client, self.clock)

    @cached_property
    def account(self) -> Account:
        """What the chosen person's pages are made from."""
        return Account(
            self.dispatch, self.partnership, self.people, self.client, self.drain,
            place="/as/{slug}", rooms=True,
        )  # fmt: skip
