"""What stands in somebody's lists, the most pressing first, and no more than a screen takes."""

from handlers.contract import Named
from handlers.registry import kind_of
from prompts.shapes import Button, Section, Text
from prompts.words import say
from storage.partnership import Agency, PersonId
from storage.repository import Repository
from storage.schema import Thread
from storage.schema.values import State

MOST = 20
"""Threads on one page. Each takes up to four of the 100 blocks that Slack shows."""
Lists = dict[str, list[Thread]]


async def lists_of(who: Named, repo: Repository) -> Lists:
    """Their lists by name, in the order in which they are shown; some are empty."""
    raised = await repo.lists.raised_by(who.person)
    made = [t for t in raised if kind_of(t).raised_list == "referred" and t.state != State.CLOSED]
    own = sorted(
        (t for t in raised if kind_of(t).raised_list == "raised"),
        key=lambda t: t.state == State.CLOSED,
    )
    found = await lying_before(who.person, repo)
    if who.person not in repo.partnership.everyone_named():
        del found["unowned"]  # nothing is asked of them but by name
        found = found if any(found.values()) else {}
    if made:
        found["referred"] = made
    return {**found, "raised": own}


async def lying_before(person: PersonId, repo: Repository) -> Lists:
    """What waits for them, what is theirs, and what nobody has: each thread in one of the three."""
    theirs = [a.id for a in repo.partnership.agencies if person in (*a.leads, *_holders(a))]
    unowned = await repo.lists.unowned(theirs)
    free = {thread.id for thread in unowned}
    before = [t for t in await repo.lists.lying_before(person) if t.id not in free]
    owned = [t for t in before if kind_of(t).owned and t.picked_by == person]
    return {
        "waiting": [t for t in before if t not in owned],
        "owned": owned,
        "unowned": unowned,
    }


def _holders(agency: Agency) -> list[PersonId]:
    return [person for people in agency.roles.values() for person in people]


def shares(counts: list[int], most: int) -> list[int]:
    """How much of each list is shown: the same of each, and what short ones leave goes round."""
    given = [0] * len(counts)
    for _ in range(min(most, sum(counts))):
        hungry = [n for n, count in enumerate(counts) if given[n] < count]
        given[min(hungry, key=lambda n: given[n])] += 1
    return given


async def whole(lists: Lists, reader: PersonId, repo: Repository) -> tuple[Section, ...]:
    """Every list with its heading, as far as there is room."""
    found: list[Section] = []
    room = shares([len(threads) for threads in lists.values()], MOST)
    for (name, threads), most in zip(lists.items(), room, strict=True):
        none = () if threads else (Text(say(f"{name}-none")),)
        found.append(Section(say(f"{name}-title"), none))
        found += await part(name, threads, 0, most, reader, repo)
    return tuple(found)


async def part(
    name: str, threads: list[Thread], start: int, most: int, reader: PersonId, repo: Repository
) -> list[Section]:
    """A stretch of one list, and the way to what comes after it."""
    end = start + most
    found = [await kind_of(t).listed(t, name, reader, repo) for t in threads[start:end]]
    if left := len(threads[end:]):
        title = say(f"{name}-title")
        see = Button(say("listed-see"), "mine.more", f"{name}-{end}")
        found.append(Section(say("listed-left", left=left, list=title), buttons=(see,)))
    return found
