"""Who is asked for a second opinion: another agency first, the least asked lately, nobody involved.

Pure, so that a whole year of it can be looked at in a test.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from storage.partnership import AgencyId, Partnership, PersonId
from storage.repository.opinions import Asked
from storage.schema.values import AskedRole

ROLES = tuple(AskedRole)


@dataclass(frozen=True)
class Candidate:
    """Somebody in the pool, and the agency for which they are in it."""

    person: PersonId
    agency: AgencyId


def pool(role: str, agency: str | None, partnership: Partnership) -> list[Candidate]:
    """Lists everyone in this role, of one agency or of all. Nobody is in it twice."""
    found: dict[PersonId, Candidate] = {}
    for here in partnership.agencies:
        if agency in (None, here.id):
            for person in _holders(role, here.id, partnership):
                found.setdefault(person, Candidate(person, here.id))
    return list(found.values())


def _holders(role: str, agency: AgencyId, partnership: Partnership) -> Sequence[PersonId]:
    match role:
        case "lead":
            return partnership.leads(agency)
        case "manager":
            return partnership.holders(agency, "manager")
        case _:
            return partnership.holders(agency, "reviewer")


def choose(
    among: Collection[Candidate],
    many: int,
    own: AgencyId | None,
    lately: Mapping[str, Asked],
    chance: Callable[[], float],
) -> list[Candidate]:
    """Chooses so many of them. Their own agency is asked only where no other one can be."""
    left, chosen = list(among), list[Candidate]()

    def order(candidate: Candidate) -> tuple[bool, int, bool, date, float]:
        asked = lately.get(candidate.person, Asked())
        again = candidate.agency in {c.agency for c in chosen}
        return (candidate.agency == own, asked.often, again, asked.last or date.min, chance())

    while left and len(chosen) < many:
        first = min(left, key=order)
        left.remove(first)
        chosen.append(first)
    return chosen
