"""What stands in somebody's lists, the most pressing first, and no more than a screen takes."""

from dataclasses import dataclass

from handlers.contract.people import Named
from handlers.registry import kind_of, kinds
from handlers.shared.people.standing import lost_by
from prompts.shapes import Button, Section, Text
from prompts.words import say
from storage.partnership import Agency, AgencyId, PersonId
from storage.repository import Repository
from storage.repository.lists import ThreadList
from storage.schema import Thread

MOST = 20
"""Threads on one page. Each takes up to four of the 100 blocks that Slack shows."""


@dataclass(frozen=True)
class CountedList:
    """A list, and how many threads are in it."""

    threads: ThreadList
    count: int


Lists = dict[str, CountedList]


async def lists_of(who: Named, repo: Repository) -> Lists:
    """Finds their lists by name, in the order in which they are shown; some are empty."""
    person, raised_by = who.person, repo.lists.raised_by
    found = await _lists_for(person, who.agency, repo)
    theirs, owned = await _theirs(person, repo)
    lost = await _lost(person, who.agency, repo)
    found |= {
        "referred": raised_by(person, _raised_in("referred"), going_on=True),
        "raised": raised_by(person, _raised_in("raised")),
        "at-rest": repo.lists.at_rest(person, owned, theirs, lost),
    }
    counts = dict(zip(found, await repo.lists.count(list(found.values())), strict=True))
    left_out = {name for name in ("at-rest", "referred") if not counts[name]}
    if person not in repo.partnership.everyone_named():
        left_out.add("unowned")  # nothing is asked of them but by name
        if not counts["waiting"] + counts["owned"]:
            left_out |= {"waiting", "owned"}
    return {name: CountedList(found[name], counts[name]) for name in found if name not in left_out}


async def threads_for(person: PersonId, repo: Repository) -> dict[str, list[Thread]]:
    """Finds what waits for them, what is theirs, and what is unassigned: each thread once."""
    found = await _lists_for(person, None, repo)
    return {name: await repo.lists.all(each) for name, each in found.items()}


async def _lists_for(
    person: PersonId, agency: AgencyId | None, repo: Repository
) -> dict[str, ThreadList]:
    theirs, owned = await _theirs(person, repo)
    lost = await _lost(person, agency, repo)
    return {
        "waiting": repo.lists.waiting_for(person, owned, theirs, lost),
        "owned": repo.lists.owned_by(person, owned, theirs, lost),
        "unowned": repo.lists.unowned(theirs),
    }


async def _theirs(person: PersonId, repo: Repository) -> tuple[list[AgencyId], list[str]]:
    """Finds the agencies in which they have a role now, and the kinds of thread with an owner."""
    left = await repo.people.left()
    here = [a for a in repo.partnership.agencies if not left.has_left(person, a.id)]
    agencies = [a.id for a in here if person in (*a.leads, *_holders(a))]
    return agencies, [name for name, kind in kinds().items() if kind.owned]


async def _lost(person: PersonId, agency: AgencyId | None, repo: Repository) -> frozenset[str]:
    """Finds what they were asked in a role that isn't theirs any more."""
    return await lost_by(person, agency or await repo.people.agency_of(person), repo)


def _raised_in(name: str) -> list[str]:
    return [command for command, kind in kinds().items() if kind.raised_list == name]


def _holders(agency: Agency) -> list[PersonId]:
    return [person for people in agency.roles.values() for person in people]


def shares(counts: list[int], most: int) -> list[int]:
    """Shares room among lists: the same for each, and what short ones leave goes round."""
    given = [0] * len(counts)
    for _ in range(min(most, sum(counts))):
        hungry = [n for n, count in enumerate(counts) if given[n] < count]
        given[min(hungry, key=lambda n: given[n])] += 1
    return given


async def whole(lists: Lists, reader: PersonId, repo: Repository) -> tuple[Section, ...]:
    """Shows every list with its heading, as far as there is room."""
    found: list[Section] = []
    room = shares([counted.count for counted in lists.values()], MOST)
    for (name, counted), most in zip(lists.items(), room, strict=True):
        none = () if counted.count else (Text(say(f"{name}-none")),)
        found.append(Section(say(f"{name}-title"), none))
        if most:
            found += await part(name, counted, 0, most, reader, repo)
    return tuple(found)


async def part(
    name: str, counted: CountedList, start: int, most: int, reader: PersonId, repo: Repository
) -> list[Section]:
    """Shows a stretch of one list, and the way to what comes after it."""
    end = start + most
    threads = await repo.lists.page(counted.threads, start, most)
    found = [await kind_of(t).listed(t, name, reader, repo) for t in threads]
    if (left := counted.count - end) > 0:
        title = say(f"{name}-title")
        see = Button(say("listed-see"), "mine.more", f"{name}-{end}")
        found.append(Section(say("listed-left", left=left, list=title), buttons=(see,)))
    return found
