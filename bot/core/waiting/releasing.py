"""The moment at which what waited enters main: many together, shuffled, as of that day."""

import asyncio
from collections.abc import Sequence
from random import SystemRandom
from typing import Any

from bot.base.logs import log
from bot.core.unit_of_work import Transactions
from bot.core.waiting.bodies import NEWS, THREAD, in_order, is_a
from bot.core.waiting.news import News
from bot.core.waiting.patience import Patience
from bot.core.waiting.together import Together
from handlers.shared.moments import settled_after
from storage.engine.failures import is_away
from storage.keyring.waiting import Waiting
from storage.repository import Repository
from storage.repository.deduplication import already_sent
from storage.schema import Submission
from storage.schema.values import State
from storage.waiting.rows import MODELS, read
from storage.waiting.turns import take_turn

_chance = SystemRandom()


class Releasing:
    """Moves what is due from the keyring into main, in any number of processes at once.

    Main's commit decides. What was moved and is still there when a process ends is found in main
    by its form's mark, and only taken away. What can't be moved is tried again, ever more rarely.
    """

    def __init__(self, of: Transactions, news: News) -> None:
        self._of = of
        self._room = of.room
        self._news = news
        self._together = Together(of, _enter_thread)
        self._failed = Patience()

    async def release(self) -> int:
        """Releases what is due; gives how much that was, 0 also while the keyring is away.

        Whatever waits for nothing in there goes on meanwhile.
        """
        if self._failed.rests("", self._of.clock.steady()):
            return 0
        try:
            many = await self._release()
        except Exception as error:
            log.failed("releases", error)
            self._failed.rest("", self._of.clock.steady())
            return 0
        self._failed.over("")
        return many

    async def _release(self) -> int:
        due = await self._room.claim(self._of.clock.now())
        self._news.set_out([item for item in due if is_a(item, NEWS)])
        if held := [item.id for item in due if item.held]:
            await self._look(held)
        entering = [item.id for item in due if not is_a(item, NEWS) and not item.held]
        _chance.shuffle(entering)
        if entering:
            await self._room.destroy(await self._entered(entering))
        return len(entering)

    async def _look(self, ids: Sequence[str]) -> None:
        """Looks whether what is held has come together; it goes out so, or not at all."""
        try:
            await self._together.look()
        except Exception as error:
            log.failed("what is held", error)
            for id in ids:
                await self._put_off(id)

    async def _entered(self, ids: Sequence[str]) -> Sequence[str]:
        """Moves these, and gives which of them wait no longer."""
        try:
            await self._enter(ids)
        except Exception as error:
            log.failed("releases", error)
            if not is_away(error):
                return [id for id in ids if await self._enters(id)]
            for id in ids:
                await self._put_off(id)
            return []
        return ids

    async def _enters(self, id: str) -> bool:
        """One of them spoils it for all, so each is released for itself."""
        try:
            await self._enter([id])
        except Exception as error:
            log.failed("release", error)
            await self._put_off(id)
            return False
        self._failed.over(id)
        return True

    async def _put_off(self, id: str) -> None:
        wait = self._failed.next(id)
        await self._room.put_off([id], self._of.clock.now() + wait)

    async def _enter(self, ids: Sequence[str]) -> None:
        async with self._of.begin() as work:
            await take_turn(work.session, ids)
            # As they are now: whoever wrote one may have changed it, or taken it back.
            waits = {item.id: item for item in await self._room.these(ids)}
            pid = work.repo.partnership.id
            for item in in_order([waits[id] for id in ids if id in waits]):
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
    of = {name: body.get(name, ()) for name in ("left_out", "may_read")}
    number = await repo.say(thread, "raiser", body["kind"], text, parts=parts, held=True, **of)
    repo.timers.remind(thread, "deliver", repo.now, number, last=body["last"])
