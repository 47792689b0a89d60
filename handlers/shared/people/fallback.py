"""Who is asked when nobody else takes something: never whoever raised it.

Of a hidden raiser nobody may learn who they are from who was asked, or wasn't. So for everybody
who is hidden, fallbacks of other agencies are asked: two, since one of them may have raised it.
"""

from collections.abc import Collection, Iterator

from storage.partnership import AgencyId, Partnership, PersonId
from storage.schema import Thread
from storage.schema.values import How

APART = 2
"""So many people from outside are asked at once."""


def fallbacks(
    agency: AgencyId, how: How, partnership: Partnership, without: Collection[str] = ()
) -> list[PersonId]:
    """Lists the fallbacks for what this agency was asked, without those who are not to hear it."""
    home = _there(agency, partnership)
    outside = _outside(agency, partnership)
    for people in (home, *outside) if how == How.NAMED else (*outside, home):
        if found := [p for p in people if p not in without]:
            return found
    return []


def fallbacks_for(
    thread: Thread, partnership: Partnership, without: Collection[str] = ()
) -> list[PersonId]:
    """Lists the fallbacks for something raised."""
    never = {*without, *([thread.raiser] if thread.raiser else [])}
    return fallbacks(thread.home, thread.how, partnership, never)


def any_outside(people: Collection[PersonId], agency: AgencyId, partnership: Partnership) -> bool:
    """Tells whether one of these isn't this agency's own fallback."""
    return not {*people} <= {*_there(agency, partnership)}


def heard_by(agency: str, how: How, left_out: Collection[str], partnership: Partnership) -> bool:
    """Tells whether anybody would hear it: somebody there, or for somebody hidden a fallback."""
    there = AgencyId(agency)
    if how != How.NAMED and fallbacks(there, how, partnership, left_out):
        return True
    return bool({*partnership.leads(there), *_there(there, partnership)} - set(left_out))


def _outside(agency: AgencyId, partnership: Partnership) -> Iterator[list[PersonId]]:
    """Lists other agencies' fallbacks, some at a time: those that come after it in the file first.

    Who is left out doesn't move others up: that would tell of it.
    """
    inside, agencies = _there(agency, partnership), partnership.agencies
    at = next((n for n, each in enumerate(agencies, 1) if each.id == agency), 0)
    around = (*agencies[at:], *agencies[:at])
    every = [person for each in around for person in each.roles.get("fallback", ())]
    apart = [person for person in dict.fromkeys(every) if person not in inside]
    yield from (apart[n : n + APART] for n in range(0, len(apart), APART))


def _there(agency: AgencyId, partnership: Partnership) -> tuple[PersonId, ...]:
    """Lists an agency's own; of one that the file no longer has, nobody."""
    found = (each for each in partnership.agencies if each.id == agency)
    home = next(found, None)
    return home.roles.get("fallback", ()) if home else ()
