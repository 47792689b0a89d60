"""Looks whether others have seen what is held too, at the hours at which things go out anyway.

A look that finds nothing changes nothing that anybody sees; and all that is held is looked at in
one transaction, so that nothing goes out beside something that was just taken back.
"""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from random import SystemRandom

from bot.core.unit_of_work import Transactions, UnitOfWork
from bot.core.waiting.bodies import news, thread_in
from bot.core.waiting.finding import thread_of
from bot.core.waiting.matching import Candidate, come_together
from handlers.shared.cards import news as news_card
from handlers.shared.release import went_out_together
from storage.crypto.errors import SealBrokenError
from storage.keyring.waiting import Waiting
from storage.partnership import Agency, Partnership, PersonId, in_one_spelling
from storage.partnership.calendar import next_slot
from storage.repository import Repository
from storage.repository.deduplication import already_sent
from storage.repository.held import Held
from storage.schema import Thread
from storage.waiting.turns import take_turn

_chance = SystemRandom()
Enter = Callable[[Waiting, Repository], Awaitable[None]]


def _alike(person: str) -> str:
    return in_one_spelling(person).casefold()


def _agency_of(item: Waiting, partnership: Partnership) -> Agency | None:
    """Finds where it goes; None if that agency has left."""
    id = thread_in(item)["agency"]
    return next((agency for agency in partnership.agencies if agency.id == id), None)


def _next_look(agency: Agency | None, repo: Repository) -> datetime:
    if agency is None:  # the file has it no longer, and may again
        return repo.now + timedelta(days=1)
    return next_slot(repo.partnership, agency, repo.now)


class Together:
    """Releases what is held once it has come together, and asks those whose time is over."""

    def __init__(self, of: Transactions, enter: Enter) -> None:
        self._of = of
        self._room = of.room
        self._enter = enter

    async def look(self) -> None:
        """Looks once, at everything that is held."""
        ids = [item.id for item in await self._room.held()]
        async with self._of.begin() as work:
            await take_turn(work.session, ids)
            # As they are now: whoever wrote one may have changed it, or taken it back.
            held = [item for item in await self._room.these(ids) if item.held]
            gone = [item.id for item in held if await self._is_in_main(item, work)]
            waits = [item for item in held if item.id not in gone]
            ready = await self._ready(waits, work.repo)
            await self._release([item for item in waits if item.id in ready], work)
            await self._wait_on([item for item in waits if item.id not in ready], work.repo)
        await self._room.destroy([*gone, *ready])

    async def _is_in_main(self, item: Waiting, work: UnitOfWork[Repository]) -> bool:
        """Finds what a crash has left here after it had gone out."""
        pid = work.repo.partnership.id
        return await already_sent(work.session, pid, item.id) is not None

    async def _ready(self, items: Sequence[Waiting], repo: Repository) -> set[str]:
        found = [await self._candidate(item, repo.partnership) for item in items]
        return come_together([each for each in found if each], repo.now)

    async def _candidate(self, item: Waiting, partnership: Partnership) -> Candidate | None:
        try:
            address = await self._of.keyring.open(item.ref)
        except SealBrokenError:
            return None
        if address is None:
            return None
        # Two accounts that somebody linked are one person, whenever they were linked.
        person = _alike(partnership.person_of(PersonId(address.person)))
        agency = _agency_of(item, partnership)
        readers = frozenset(map(_alike, agency.leads if agency else ()))
        held = Held.read(item.body["held"])
        return Candidate(item.id, held, person, address.agency, readers)

    async def _release(self, items: list[Waiting], work: UnitOfWork[Repository]) -> None:
        _chance.shuffle(items)
        repo = work.repo
        groups: dict[tuple[str, ...], list[tuple[Thread, frozenset[str]]]] = defaultdict(list)
        for item in items:
            await self._enter(item, repo)
            await repo.write()
            if (thread := await repo.thread(thread_in(item)["id"])) is not None:
                alike = Held.read(item.body["held"]).alike
                groups[alike].append((thread, await repo.left_out(thread)))
        for group in groups.values():
            of_any = frozenset().union(*(out for _, out in group))
            for thread, out in group:
                await work.post(await went_out_together(thread, repo, apart=out != of_any))

    async def _wait_on(self, items: Sequence[Waiting], repo: Repository) -> None:
        """Has the others wait for the next look; asks, or gives up, those whose time is over."""
        later: dict[datetime, list[str]] = defaultdict(list)
        for item in items:
            held, agency = Held.read(item.body["held"]), _agency_of(item, repo.partnership)
            due = _next_look(agency, repo)
            # At an agency that left nobody else can hold the same any more.
            alone = agency is None and not held.asked
            if repo.now >= held.until:
                await self._room.destroy([item.id], [item.ref])
            elif held.to_be_asked(repo.now) or alone:
                await self._ask(replace(item, due=due), held)
            else:
                later[due].append(item.id)
        for due, ids in later.items():
            await self._room.put_off(ids, due)

    async def _ask(self, item: Waiting, held: Held) -> None:
        asked = replace(item, body={**item.body, "held": held.once_more().spelled()})
        told = news(thread_of(item), news_card(), item.due, None)
        await self._room.keep([asked, told], instead_of=[item.id])
