"""Who is asked next, and what whoever waits and the leaver read: the table, from dialogues.

`python -m tests.handlers.people.table` writes docs/failures/holding-table.md anew; a test holds it.
"""

import asyncio
import sys
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import astuple, dataclass
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from handlers.contract.outcomes import Refuse
from storage.schema.values import State
from tests.conftest import STORES, Stores
from tests.handlers.people.held import HELD, STANDING_IN, Held
from tests.handlers.people.story import PLATFORMS, Story, Where, story
from tests.peers import postgres

PAGE = Path(__file__).resolve().parents[3] / "docs" / "failures" / "holding-table.md"
HEAD = """# Who holds something and leaves: who is asked next, and what people read

Written by tests from dialogues (`python -m tests.handlers.people.table`), and held by
`tests/handlers/people/test_table.py`. People are those of the example partnership.

| who | holds | where | is asked next | whoever waits reads | they themselves read |
| --- | --- | --- | --- | --- | --- |
"""
PEOPLE = (
    "grace", "daniel", "ruth", "amina", "mei", "owen", "fiona", "sian", "priya", "tom", "helen",
    "kofi", "sarah", "james", "anne",
)  # fmt: skip
Happens = Callable[[Story, str], Awaitable[None]]


@dataclass(frozen=True)
class Outcome:
    """What came of it."""

    asked: str
    waiting: str
    themselves: str


async def _joins(story: Story, who: str) -> None:
    if story.where != "web":
        await story.leaves(who)
    await story.changes_file(who, add="sian", leaves=True)


async def _loses_role(story: Story, who: str) -> None:
    await story.changes_file(who)


async def _renamed(story: Story, who: str) -> None:
    await story.renamed(who, "Another Name")


async def _days_are_over(story: Story, _who: str) -> None:
    story.clock.set(story.clock.now() + timedelta(days=3))


WHO: Mapping[str, tuple[Happens, Sequence[Held]]] = {
    "a leaver": (Story.leaves, HELD),
    "a mover, to another agency": (Story.moves, HELD),
    "one who loses the role": (_loses_role, HELD),
    "a guest by now": (Story.becomes_guest, HELD),
    "a leaver, and a joiner in the role": (_joins, HELD),
    "one who is renamed": (_renamed, HELD),
    "a stand-in who leaves": (Story.leaves, STANDING_IN),
    "a stand-in whose days are over": (_days_are_over, STANDING_IN),
}


async def tell(story: Story, happens: Happens, held: Held) -> Outcome:
    """Plays it through, and takes down what people read."""
    town = story.town
    who = await held.begin(story)
    before = (await held.reads(story)).splitlines()
    states = dict(zip(await town.column("thread", "id"), await town.column("thread", "state"),
                      strict=True))  # fmt: skip
    [subject] = [str(id) for id, state in states.items() if state != State.CLOSED]
    cards = {each: len(town.cards(each)) for each in PEOPLE}
    await happens(story, who)
    at_once = await _opens(story, who, held, subject)
    await story.ticks()
    town = story.town
    told = [each for each in PEOPLE if len(town.cards(each)) > cards[each]]
    new = [line for line in (await held.reads(story)).splitlines() if line not in before]
    later = await _opens(story, who, held, subject)
    assert later == at_once, f"{who}, {held.name}, {story.where}: {at_once} - {later}"
    asked = ", ".join(told) or "nobody"
    if held.name == "a review" and len(told) == 1:
        asked = "another lead"  # whom chance picks
    return Outcome(asked, _joined(new) or "the same as before", at_once)


async def _opens(story: Story, who: str, held: Held, subject: str) -> str:
    page = await story.town.does(who, held.opens, subject)
    listed = await story.town.does(who, "mine")
    if not isinstance(page.reply, Refuse):
        return "what they read before"
    assert isinstance(listed.reply, Refuse) or f"{held.opens} " not in listed.text
    return page.text


def _joined(lines: list[str]) -> str:
    return " · ".join(line.strip() for line in lines if line.strip())


Row = tuple[str, str, Where, Outcome]


async def rows_of(who: str, where: Where, stores: Stores, folder: Path) -> list[Row]:
    """Makes one platform's rows of one kind of person."""
    happens, every = WHO[who]
    found: list[Row] = []
    for number, held in enumerate(every):
        if where == "web" and who == "a guest by now":
            continue  # the file says who somebody is there
        async with story(where, _apart(stores, number), folder / str(number)) as told:
            found.append((who, held.name, where, await tell(told, happens, held)))
    return found


def _apart(stores: Stores, number: int) -> Stores:
    """Copies of these stores, while nothing is in them."""
    urls = []
    for url in (stores.main_url, stores.keyring_url):
        path = Path(url.partition("///")[2])
        copy = path.with_name(f"{path.stem}-{number}.db")
        copy.write_bytes(path.read_bytes())
        urls.append(f"sqlite+aiosqlite:///{copy}")
    return Stores(urls[0], urls[1], "sqlite")


def written(rows: Sequence[Row]) -> str:
    """Writes the page; platforms on which the same happens share a row."""
    together: dict[tuple[str, str, Outcome], list[str]] = {}
    for who, held, where, outcome in rows:
        together.setdefault((who, held, outcome), []).append(where)
    lines = [
        f"| {' | '.join((who, held, ', '.join(wheres), *astuple(outcome)))} |"
        for (who, held, outcome), wheres in together.items()
    ]
    return HEAD + "\n".join(lines) + "\n"


async def _every_row(folder: Path) -> list[Row]:
    main, keyring = (f"sqlite+aiosqlite:///{folder / store}.db" for store in STORES)
    for store in STORES:
        await postgres.bring_up(f"sqlite+aiosqlite:///{folder / store}.db", store)
    stores = Stores(main, keyring, "sqlite")
    rows: list[Row] = []
    for who in WHO:
        for where in PLATFORMS:
            rows += await rows_of(who, where, stores, folder / f"{where}-{len(rows)}")
    return rows


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        PAGE.parent.mkdir(exist_ok=True)
        PAGE.write_text(written(asyncio.run(_every_row(Path(folder)))), "utf-8")
    sys.stdout.write(f"Written: {PAGE.name}\n")
