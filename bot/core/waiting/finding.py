"""Finds what waits of somebody hidden, for them alone."""

from collections.abc import Collection

from bot.core.waiting.bodies import THREAD, WORDS, closes, is_a, said_by, thread_in
from storage.keyring.waiting import Waiting, WaitingRoom
from storage.repository import Repository
from storage.schema import Thread
from storage.waiting.rows import read


class Finding:
    """Looks through what waits by trying every row, as no index by person may exist."""

    def __init__(self, room: WaitingRoom) -> None:
        self._room = room

    async def threads_of(self, refs: Collection[str]) -> list[Waiting]:
        """Finds the threads that wait of whoever holds these references."""
        return [item for item in await self._room.of(refs) if is_a(item, THREAD)]

    async def hear(self, thread: Thread, repo: Repository) -> list[Waiting]:
        """Finds what whoever raised this thread has said in it that waits, and has it shown."""
        items = await self._room.of((thread.way_back,))
        mine = [item for item in items if is_a(item, WORDS) and item.body["thread"] == thread.id]
        said = [said_by(item, repo) for item in mine if item.body["kind"]]
        repo.to_come.words = {thread.id: said}
        if any(map(closes, mine)):
            repo.to_come.closing = frozenset((thread.id,))
        return mine


def thread_of(item: Waiting) -> Thread:
    """Reads the thread's own row of what waits, apart from any session."""
    return Thread(**read("thread", thread_in(item)))
