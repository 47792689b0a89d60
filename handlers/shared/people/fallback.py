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
    inside = _there(agency, partnership)
    ids = [each.id for each in partnership.agencies]
    at = ids.index(agency) + 1 if agency in ids else 0
    every = [person for id in (*ids[at:], *ids[:at]) for person in _there(id, partnership)]
    apart = [person for person in dict.fromkeys(every) if person not in inside]
    yield from (apart[n : n + APART] for n in range(0, len(apart), APART))


def _there(agency: AgencyId, partnership: Partnership) -> tuple[PersonId, ...]:
    """Lists an agency's own; of one that the file no longer has, nobody."""
    known = {each.id: each.roles.get("fallback", ()) for each in partnership.agencies}
    return known.get(agency, ())
