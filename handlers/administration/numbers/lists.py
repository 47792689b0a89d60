"""The lists of numbers that can be changed, and one entry of them: there, or to be added."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, get_args

from handlers.administration.deciding import RefusedChange
from handlers.administration.roles import administered
from handlers.contract.outcomes import no
from handlers.contract.people import Named
from handlers.shared.labels import short_code
from storage.partnership import Agency, OtherRoute, Partnership, Route
from storage.partnership.changes.tree import Place
from storage.repository import Repository

ListName = Literal["urgent", "front-door", "routes", "other-routes"]
LISTS: Final[tuple[ListName, ...]] = get_args(ListName)
MODELS: Final[Mapping[ListName, type[Route]]] = {
    "urgent": Route,
    "front-door": Route,
    "routes": OtherRoute,
    "other-routes": OtherRoute,
}
_TURN: Final = ("name", "purpose", "answered_by", "protection", "note")
TEXTS: Final[Mapping[ListName, Sequence[str]]] = {
    "urgent": ("name", "note"),
    "front-door": ("name", "purpose", "answered_by", "note"),
    "routes": _TURN,
    "other-routes": _TURN,
}
"""What is said of a number in each list, in both languages: as much as its readers are shown."""


@dataclass(frozen=True)
class Entry:
    """One number: in which list, whose list that is, and where it stands there now."""

    which: ListName
    agency: Agency | None = field(repr=False)
    """None for what is everybody's."""
    place: int
    there: Route | None = None
    """None for one that is about to be added."""

    @property
    def subject(self) -> str:
        """Names it on a button and in a form."""
        return subject(self.which, self.agency.id if self.agency else "", self.there)

    @property
    def at(self) -> Place:
        """Gives the way to the list in the settings."""
        key = self.which.replace("-", "_")
        return ("agencies", self.agency.id, key) if self.agency else (key,)


def subject(which: ListName, agency: str, route: Route | None = None) -> str:
    """Names a number of a list, wherever it stands by then; or one that is to be added."""
    return f"{agency}_{which}_{_mark(route) if route else ''}"


def _mark(route: Route) -> str:
    return short_code(f"{route.name['en']} {route.number}")


def listed(which: ListName, of: Agency | Partnership) -> Sequence[Route]:
    """Lists what stands there; a front door is a list of one, or of none."""
    found = getattr(of, which.replace("-", "_"), ())
    return found if isinstance(found, tuple) else tuple(filter(None, (found,)))


def entry(who: Named, subject: str, repo: Repository) -> Entry:
    """Finds what a button names. Raises RefusedChange where it isn't theirs, or has gone."""
    id, name, mark = (*subject.split("_"), "", "")[:3]
    which = next((each for each in LISTS if each == name), None)
    agency = administered(who, id, repo) if id else None
    everybodys = not id and who.person in repo.partnership.administrators
    if which is None or not (agency or everybodys) or (which == "other-routes") != everybodys:
        raise RefusedChange(no("administration-not-yours"))
    there = listed(which, agency or repo.partnership)
    if not mark:
        return Entry(which, agency, len(there) if which != "front-door" else 0)
    for place, route in enumerate(there):
        if _mark(route) == mark:
            return Entry(which, agency, place, route)
    raise RefusedChange(no("administration-entry-gone"))
