"""The partnership as it stands now: whoever holds it sees each new version, and none by halves."""

from collections.abc import Collection, Iterator, Sequence
from typing import Self

from pydantic import PrivateAttr

from storage.partnership.base import PersonId, PlatformId
from storage.partnership.changes.one_person import Links
from storage.partnership.model import Partnership


class LivingPartnership(Partnership):
    """Stands for the newest version; a transaction takes the one with which it began."""

    _version: Partnership | None = PrivateAttr(default=None)

    @classmethod
    def of(cls, partnership: Partnership) -> Self:
        """Begins with a version."""
        living = cls.model_construct()
        living.becomes(partnership)
        return living

    def becomes(self, partnership: Partnership) -> None:
        """Stands for this version from now on: in one moment, all of it."""
        self._version = partnership
        as_one = with_links(partnership, self._links)
        object.__setattr__(self, "__dict__", dict(as_one.__dict__))

    def learn(self, links: Links) -> None:
        """Takes these accounts for those of one person, who has the roles of all of them."""
        if links != self._links:
            super().learn(links)
            if self._version is not None:
                self.becomes(self._version)

    def as_it_stands(self) -> Partnership:
        """Gives this very version, which stays the same whatever is changed meanwhile."""
        here = Partnership.model_construct(**self.__dict__)
        here.learn(self._links)
        return here


def with_links(partnership: Partnership, links: Links) -> Partnership:
    """Gives what is a person's, under whichever account a file has it, to their main account."""
    if not links:
        return partnership

    def one(people: Sequence[PersonId]) -> tuple[PersonId, ...]:
        return tuple(dict.fromkeys(links.get(person, person) for person in people))

    agencies = tuple(
        agency.model_copy(
            update={
                "leads": one(agency.leads),
                "roles": {role: one(held) for role, held in agency.roles.items()},
            }
        )
        for agency in partnership.agencies
    )
    meetings = tuple(m.model_copy(update={"chairs": one(m.chairs)}) for m in partnership.meetings)
    return partnership.model_copy(
        update={
            "agencies": agencies,
            "meetings": meetings,
            "administrators": one(partnership.administrators),
            "operators": one(partnership.operators),
        }
    )


class ListedSlugs(Collection[str]):
    """The short names of all whom a partnership lists for the web, as it stands now."""

    def __init__(self, partnership: Partnership) -> None:
        self._partnership = partnership

    def __contains__(self, slug: object) -> bool:
        return slug in set(self)

    def __iter__(self) -> Iterator[str]:
        return (PlatformId.read(member.id).own for member in self._partnership.members)

    def __len__(self) -> int:
        return len(self._partnership.members)
