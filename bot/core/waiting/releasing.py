"""The moment at which what waited enters main: many together, shuffled, as of that day."""

import asyncio
from collections.abc import Sequence
from random import SystemRandom
from typing import Any

from bot.base.logs import log
from bot.core.unit_of_work import Transactions
from bot.core.waiting.bodies import NEWS, THREAD, is_a
from bot.core.waiting.news import News
from handlers.shared.moments import settled_after
from storage.keyring.waiting import Waiting
from storage.repository import Repository
from storage.repository.deduplication import already_sent
from storage.schema import Submission
from storage.schema.values import State
from storage.waiting.rows import MODELS, read

_chance = SystemRandom()


class Releasing:
    """Moves what is due from the keyring into main, in any number of processes at once.

    Main's commit decides. What was moved and is still there when a process ends is found in main
    by its form's mark, and only taken away.
    """

    def __init__(self, of: Transactions, news: News) -> None:
        self._of = of
        self._room = of.room
        self._news = news

    async def release(self) -> int:
        """Releases what is due; gives how much that was."""
        due = await self._room.claim(self._of.clock.now())
        _chance.shuffle(due)
        self._news.set_out([item for item in due if is_a(item, NEWS)])
        entering = [item for item in due if not is_a(item, NEWS)]
        if entering:
            await self._room.destroy([item.id for item in await self._entered(entering)])
        return len(entering)

    async def _entered(self, items: Sequence[Waiting]) -> Sequence[Waiting]:
        try:
            await self._enter(items)
        except Exception as error:
            log.failed("releases", error)
            return [item for item in items if await self._enters(item)]
        return items

    async def _enters(self, item: Waiting) -> bool:
        """One of them spoils it for all, so each is released for itself; it keeps its lease."""
        try:
            await self._enter([item])
        except Exception as error:
            log.failed("release", error)
            return False
        return True

    async def _enter(self, items: Sequence[Waiting]) -> None:
        async with self._of.begin() as work:
            pid = work.repo.partnership.id
            for item in items:
                if await already_sent(work.session, pid, item.id) is None:
                    enter = _enter_thread if is_a(item, THREAD) else _enter_words
                    await enter(item, work.repo)
                    await work.repo.write()
                # On SQLite nothing else here lets anybody be served meanwhile.
                await asyncio.sleep(0)


async def _enter_thread(item: Waiting, repo: Repository) -> None:
    agency = item.body["rows"]["thread"][0]["agency"]
    for name, rows in item.body["rows"].items():
        for row in rows:
            repo.add(MODELS[name], **_as_of_now(read(name, row), agency, repo))
    await repo.write()
    for what in item.body["notes"]:
        repo.note(item.body["rows"]["thread"][0]["id"], what)


def _as_of_now(row: dict[str, Any], agency: str | None, repo: Repository) -> dict[str, Any]:
    """Has a row say nothing of when it was written: it is of the day of its release."""
    del row["partnership_id"]
    if row.get("day") is not None:
        row["day"] = repo.today_at(agency if "agency" in row or "thread_id" in row else None)
    if row.get("due_at") is not None:
        row["due_at"] = repo.now
    return row


async def _enter_words(item: Waiting, repo: Repository) -> None:
    body = item.body
    thread = await repo.thread(body["thread"])
    sent = body["sent"] or {"tag": item.id, "reply": "", "words": None, "began": None}
    if thread is None or thread.state == State.CLOSED:
        return
    repo.add(Submission, **read("submission", sent), day=repo.today_at(None))
    if not body["kind"]:
        await repo.timers.forget(thread.id, "forget", "settle")
        repo.timers.remind(thread, "settle", repo.now, last=True)
        return
    if body["last"]:
        await repo.timers.forget(thread.id, "forget")
        repo.timers.remind(thread, "forget", settled_after(thread, repo))
    text, parts = body["text"], body["parts"]
    number = await repo.say(thread, "raiser", body["kind"], text, parts=parts, held=True)
    repo.timers.remind(thread, "deliver", repo.now, number, last=body["last"])
