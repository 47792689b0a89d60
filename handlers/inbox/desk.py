"""What waits for somebody, in one list: what presses most stands first, and what is done is gone.

Order never tells what a hidden person did at what moment: by the day, then by the random id.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, date, datetime, time
from typing import Final, Self
from urllib.parse import parse_qsl, urlencode

from handlers.contract.commands import Deadline
from handlers.contract.people import Event
from handlers.registry import kinds
from storage.partnership import AgencyId, PersonId, day_at
from storage.repository import Repository
from storage.repository.lists import Outline, Reader
from storage.schema.values import State

MOST: Final = 20
"""Lines on one page."""
LATE: Final = ("danger", "overdue")
WHOSE: Final = ("mine", "unassigned")
STATES: Final = (State.OPEN, State.PICKED)
SORTS: Final = ("oldest", "newest")
PAGES: Final = 9999


@dataclass(frozen=True)
class View:
    """What of the list is shown, and in which order; its words stand in addresses and buttons."""

    kind: str = ""
    state: str = ""
    agency: str = ""
    late: str = ""
    whose: str = ""
    sort: str = ""
    page: int = 1

    @classmethod
    def of(cls, event: Event) -> Self:
        """Reads it from a button, an address or a form; what it doesn't know is left out."""
        asked = dict(parse_qsl(event.subject)) | {name: event.one(name) for name in event.answers}
        allowed: Mapping[str, Sequence[str]] = {
            "kind": [name for name, kind in kinds().items() if kind.named],
            "state": STATES,
            "late": LATE,
            "whose": WHOSE,
            "sort": SORTS,
        }
        found = {name: asked[name] for name in allowed if asked.get(name) in allowed[name]}
        number = asked.get("page", "")
        page = int(number) if number.isascii() and number.isdecimal() and len(number) < 5 else 1
        return cls(**found, agency=asked.get("agency", "")[:64], page=max(1, page))

    @property
    def subject(self) -> str:
        """Writes it for a button, or an address."""
        default = asdict(View())
        return urlencode({k: v for k, v in asdict(self).items() if v != default[k]})

    @property
    def first(self) -> Self:
        """Gives the first page of the same."""
        return replace(self, page=1)


@dataclass(frozen=True)
class Waiting:
    """Something that waits for somebody."""

    outline: Outline
    deadline: Deadline | None
    today: date
    """Which day it is at its agency."""

    @property
    def is_over(self) -> bool:
        """Whether it was to be done by now."""
        return self.deadline is not None and self.deadline.over

    @property
    def is_free(self) -> bool:
        """Whether somebody could take it, and nobody has."""
        return kinds()[self.outline.command].taken and not self.outline.has_owner

    @property
    def presses(self) -> tuple[object, ...]:
        """Where it stands: danger, then what is overdue, then by the moment by which it is wanted.

        What has no such moment has waited since it came.
        """
        came = datetime.combine(self.outline.day, time(), UTC)
        wanted = self.deadline.at if self.deadline else came
        return not self.outline.danger, not self.is_over, wanted, self.outline.id


@dataclass(frozen=True)
class Desk:
    """All that waits for one person."""

    every: Sequence[Waiting]
    person: PersonId = field(repr=False)

    def shown(self, view: View) -> list[Waiting]:
        """Chooses and sorts."""
        return sorted((w for w in self.every if fits(w, view)), key=_ORDERS[view.sort])

    def counted(self, view: View) -> int:
        """Counts what this view would show."""
        return sum(fits(waiting, view) for waiting in self.every)


def fits(waiting: Waiting, view: View) -> bool:
    """Tells whether it is among what this view shows."""
    outline = waiting.outline
    return (
        view.kind in ("", outline.command)
        and view.state in ("", outline.state)
        and view.agency in ("", outline.agency)
        and (view.late != "danger" or outline.danger)
        and (view.late != "overdue" or waiting.is_over)
        and (not view.whose or (view.whose == "unassigned") is waiting.is_free)
    )


_ORDERS: Final[Mapping[str, Callable[[Waiting], tuple[object, ...]]]] = {
    "": lambda waiting: waiting.presses,
    "oldest": lambda waiting: (waiting.outline.day, waiting.outline.id),
    "newest": lambda waiting: (-waiting.outline.day.toordinal(), waiting.outline.id),
}


async def desk_of(reader: Reader, repo: Repository) -> Desk:
    """Finds what waits for somebody, with what nobody there has, in one question."""
    lists = [
        *(repo.lists.waiting_for(reader), repo.lists.owned_by(reader)),
        repo.lists.free_for(reader),
    ]
    found = await repo.lists.outlines(lists)
    return Desk([waiting_of(outline, repo) for outline in found], reader.person)


def waiting_of(outline: Outline, repo: Repository) -> Waiting:
    """Works out by when it is wanted."""
    due = kinds()[outline.command].due
    deadline = due(outline, repo.partnership, repo.now) if due else None
    return Waiting(outline, deadline, day_at(repo.partnership, outline.agency, repo.now))


def agencies_in(desk: Desk) -> list[AgencyId]:
    """Lists the agencies before which something lies that waits, by their ids."""
    return sorted({AgencyId(w.outline.agency) for w in desk.every if w.outline.agency})
