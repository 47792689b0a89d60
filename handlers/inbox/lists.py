"""What stands in somebody's lists, the most pressing first, and no more than a screen takes."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from handlers.contract.people import Named
from handlers.registry import kind_of, kinds
from handlers.shared.desk.lines import as_line
from handlers.shared.labels import short_code
from handlers.shared.people.standing import lost_by
from prompts.shapes import Button, Section, Text
from prompts.words import Plain, say
from storage.partnership import Agency, AgencyId, PersonId
from storage.repository import Repository
from storage.repository.lists import Reader, ThreadList
from storage.schema import Thread
from storage.schema.values import State

MOST = 20
"""Threads on one page."""
BESIDE = 9
"""Threads in all other lists together, below a list of what waits."""


@dataclass(frozen=True)
class CountedList:
    """A list, and how many threads are in it."""

    threads: ThreadList
    count: int


Lists = dict[str, CountedList]


async def lists_of(reader: Reader, repo: Repository) -> Lists:
    """Finds their other lists by name, in the order in which they are shown; some are empty."""
    found = {
        "referred": referred_by(reader.person, repo),
        "raised": repo.lists.raised_by(reader.person, _raised_in("raised")),
        "at-rest": repo.lists.at_rest(reader),
    }
    counts = dict(zip(found, await repo.lists.count(list(found.values())), strict=True))
    return {
        name: CountedList(found[name], count)
        for name, count in counts.items()
        if count or name == "raised"
    }


def referred_by(person: PersonId, repo: Repository) -> ThreadList:
    """Lists the referrals that somebody made and that aren't done."""
    return repo.lists.raised_by(person, _raised_in("referred"), going_on=True)


async def threads_for(person: PersonId, repo: Repository) -> dict[str, list[Thread]]:
    """Finds what waits for them, what is theirs, and what is unassigned: each thread once."""
    found = _lists_for(await _reader_of(person, None, repo), repo)
    return {name: await repo.lists.all(each) for name, each in found.items()}


def _lists_for(reader: Reader, repo: Repository) -> dict[str, ThreadList]:
    return {
        "waiting": repo.lists.waiting_for(reader),
        "owned": repo.lists.owned_by(reader),
        "unowned": repo.lists.unowned(reader.agencies),
    }


async def reader_of(who: Named, repo: Repository) -> Reader:
    """Finds what of all that lies before somebody is theirs to see."""
    return await _reader_of(who.person, who.agency, repo)


async def _reader_of(person: PersonId, agency: AgencyId | None, repo: Repository) -> Reader:
    left = await repo.people.left()
    here = [a for a in repo.partnership.agencies if not left.has_left(person, a.id)]
    agencies = [a.id for a in here if person in (*a.leads, *_holders(a))]
    owned = [name for name, kind in kinds().items() if kind.owned]
    place = agency or await repo.people.agency_of(person)
    return Reader(person, owned, agencies, await lost_by(person, place, repo))


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


async def whole(lists: Lists, most: int, reader: PersonId, repo: Repository) -> tuple[Section, ...]:
    """Shows every list with its heading, as far as there is room for so many threads."""
    found: list[Section] = []
    room = shares([counted.count for counted in lists.values()], most)
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
    news = await answered(threads, repo) if name == "raised" else frozenset[str]()
    found = [
        as_line(await entry(t, name, reader, news, repo), Plain(short_code(t.id))) for t in threads
    ]
    if (left := counted.count - end) > 0:
        title = say(f"{name}-title")
        see = Button(say("listed-see"), "mine.more", f"{name}-{end}")
        found.append(Section(say("listed-left", left=left, list=title), buttons=(see,)))
    return found


async def answered(threads: Sequence[Thread], repo: Repository) -> frozenset[str]:
    """Finds in which of what they raised, and isn't closed, somebody else spoke last."""
    return await repo.lists.answered_last([t.id for t in threads if t.state != State.CLOSED])


async def entry(
    thread: Thread, name: str, reader: PersonId | None, news: Collection[str], repo: Repository
) -> Section:
    """Makes an entry of a list; of one's own it says in which the newest message is for them.

    Whether they have read it is known nowhere: it is said until they write, or it is closed.
    """
    listed = await kind_of(thread).listed(thread, name, reader, repo)
    if thread.id not in news:
        return listed
    return replace(listed, blocks=(*listed.blocks, Text(say("listed-news"))))
