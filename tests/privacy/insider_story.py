"""The days as they are lived, with the insider reading along after every act and every tick."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select

from bot.base.metrics import exposition
from bot.ops.backup import back_up
from handlers.contract.outcomes import Ask
from prompts.shapes import Answers
from storage.schema import main_metadata
from tests.core.anytown import CONCERN, Page
from tests.peers.transcript import Sent, buttons_of
from tests.privacy.insider import Insider, Seen, differing
from tests.privacy.insider_days import LEADS, PEOPLE, Deed, Story
from tests.privacy.insider_rules import Entry, Use

NIGHT = timedelta(hours=3, minutes=10)
Row = Mapping[str, Any]
KNOWN_AS = {f"web:{who}-x": who for who in PEOPLE}


@dataclass
class Log:
    """What the insider wrote down, and beside it the truth."""

    uses: list[Use] = field(default_factory=list)
    moved: dict[datetime, list[str]] = field(default_factory=dict)
    """When somebody used the bot, and something moved; unless it was by name or *at once*, which
    main says itself."""
    stirred: dict[datetime, list[str]] = field(default_factory=dict)
    """When nothing went out but messages to hidden people, and something moved."""
    entries: list[Entry] = field(default_factory=list)
    reached: list[Use] = field(default_factory=list)
    """Whom of the sixty a message reached that stands in nothing of main, and when."""
    acted: dict[str, list[datetime]] = field(default_factory=dict)
    """When a lead did something in a hidden thread."""


class Life:
    """Lives the days, and writes down what is seen."""

    def __init__(self, insider: Insider) -> None:
        self._insider, self._town = insider, insider.town
        self.log = Log()
        self._threads: dict[int, str] = {}
        self._said: dict[tuple[str, str], Deed] = {}
        """Who truly said what: by the thread, and whether it began it or was added."""
        self._known: set[tuple[str, int]] = set()
        self._cards, self._turn = 0, 0
        self._pages: Sequence[tuple[str, str, str]] = ()
        self._last = self._look()

    async def lives(self, deeds: Sequence[Deed]) -> Log:
        """Does all of it, each at its time."""
        self._pages = await self._insider.pages()
        for deed in deeds:
            await self._until(deed.at)
            await self._does(deed)
        await self._night(deeds[-1].at)
        return self.log

    # Time

    async def _until(self, moment: datetime) -> None:
        town, ticks = self._town, self._town.core.ticks
        while (due := await ticks.next_due()) is not None and due <= moment:
            await self._night(due)
            await self._tick(due)
        await self._night(moment)
        town.clock.set(moment)

    async def _tick(self, due: datetime) -> None:
        town = self._town
        town.clock.set(due)
        quiet, waited = await self._nothing_due_in_main(due), len(await town.waiting())
        named = await self._drains()
        before, now = self._last, self._look()
        news = self._delivered(due, named)
        only_news = quiet and news and waited - len(await town.waiting()) == news
        if only_news and (parts := differing(before, now)):
            self.log.stirred[due] = parts
        self._reads(now, due)

    async def _drains(self) -> Counter[str]:
        """Does what is due; gives to whom messages went that main named before they did."""
        ticks, named = self._town.core.ticks, Counter[str]()
        outbox = main_metadata.tables["outbox"].c
        due = select(outbox.person).where(outbox.due_at <= self._town.clock.now())
        while True:
            taken = await ticks.steps()
            async with self._town.core.engine.connect() as connection:
                named.update(filter(None, await connection.scalars(due)))
            await ticks.deliver()
            if not taken:
                return named

    async def _nothing_due_in_main(self, now: datetime) -> bool:
        async with self._town.core.engine.connect() as connection:
            for name in ("step", "outbox"):
                due = main_metadata.tables[name].c.due_at
                if await connection.scalar(select(func.count()).where(due <= now)):
                    return False
        return True

    async def _night(self, until: datetime) -> None:
        """What the clock does besides, and the backup of every night."""
        town, ticks = self._town, self._town.core.ticks
        start = town.clock.now().replace(hour=0, minute=0, second=0, microsecond=0) + NIGHT
        while start < until:
            if start > town.clock.now():
                town.clock.set(start)
                for tick in (
                    ticks.keep_time, ticks.digests, ticks.depart, ticks.tidy, ticks.audit,
                    ticks.recalculate, ticks.count_fared, ticks.tidy_stores, ticks.rotate,
                    ticks.seal,
                ):  # fmt: skip
                    await tick()
                await self._backs_up()
                self._reads(self._look(), start)
                self._pages = await self._insider.pages()
            start += timedelta(days=1)

    async def _backs_up(self) -> None:
        folder = self._town.core.settings.data_dir
        file = folder / "tonight.backup"
        file.unlink(missing_ok=True)
        await back_up(self._town.core.settings, file)
        bytes_ = file.read_bytes()
        for entry in self.log.entries:
            if "backup" not in entry.signs:
                entry.signs["backup"] = bytes_.find(entry.thread.encode())

    # What is seen

    def _look(self) -> Seen:
        self._last = {**self._insider.stored(), "counts": exposition()}
        return self._last

    async def _looks_at(self, deed: Deed) -> Seen:
        """Main and its counts; where somebody hidden acts, the listeners and a page besides."""
        if not deed.hidden or deed.story is None:
            return self._look()
        one = self._pages[self._turn % len(self._pages)]  # each in its turn: nobody's may change
        return {
            **await self._insider.counted(), **await self._insider.shown([one]), **self._look(),
        }  # fmt: skip

    def _delivered(self, at: datetime, named: Counter[str]) -> int:
        """Counts messages that came since; those that main named are told from the others."""
        every = list(self._town.client.messages.values())
        new, self._cards = every[self._cards :], len(every)
        people = Counter(who for sent in new if (who := f"web:{sent.slug}") in KNOWN_AS)
        self.log.reached += [Use(at, KNOWN_AS[who]) for who in (people - named).elements()]
        return people.total()

    def _reads(self, seen: Seen, at: datetime) -> None:
        """Finds what has entered main since, and everything by which it has an order."""
        cards = list(self._town.client.messages.values())
        hidden = {r["id"]: r for r in _rows(seen, "thread") if r["how"] == "anonymous"}
        for place, row in enumerate(_rows(seen, "message")):
            key = (row["thread_id"], row["number"])
            what = {"raised": "sends", "answer": "adds"}.get(row["kind"], "")
            if key in self._known or row["thread_id"] not in hidden or not what:
                continue
            self._known.add(key)
            said, release = self._said[row["thread_id"], what], hidden[row["thread_id"]]["release"]
            signs = {
                "place": place,
                "id": row["thread_id"],
                "ctid": _numbers(str(row.get("ctid_", ""))),
                "card": _last_card(cards, row["thread_id"]),
            }
            self.log.entries.append(Entry(*key, release, at, said.who, said.at, signs))

    # What is done

    async def _does(self, deed: Deed) -> None:
        self._turn += 1
        if deed.story is None and self._turn % 4:
            # A line in the platform's list; what it does is the same as what every fourth does.
            self.log.uses.append(Use(deed.at, deed.who))
            return
        before = await self._looks_at(deed)
        self._reads(before, deed.at)
        await _DOING[deed.what](self, deed)
        named = await self._drains()
        after = await self._looks_at(deed)
        self._delivered(deed.at, named)
        if deed.who not in LEADS:
            self.log.uses.append(Use(deed.at, deed.who))
            if deed.hidden and (parts := differing(before, after)):
                self.log.moved[deed.at] = parts
        self._reads(after, deed.at)

    async def _act(self, deed: Deed, verb: str, **answers: str) -> Page:
        page = await self._town.does(deed.who, verb, self._of(deed), answers)
        assert isinstance(page.reply, Ask), (deed, verb, page.text)
        return page

    def _of(self, deed: Deed) -> str:
        return self._threads.get(deed.story.number, "") if deed.story else ""

    async def _looks_in(self, deed: Deed) -> None:
        await self._act(deed, "mine")

    async def _opens(self, deed: Deed) -> None:
        await self._act(deed, "concern")

    async def _sends(self, deed: Deed) -> None:
        story = _story(deed)
        how = {"how": "anonymous" if story.release else "named", "release": story.release or "soon"}
        answers: Answers = {**CONCERN, **how}
        list_ = "mine.quiet" if story.release else "mine"
        known = _opened_by(await self._town.does(deed.who, list_))
        await self._town.does(deed.who, "concern.send", "", answers)
        [thread] = _opened_by(await self._town.does(deed.who, list_)) - known
        self._threads[story.number] = thread
        self._said[thread, "sends"] = deed

    async def _picks(self, deed: Deed) -> None:
        await self._act(deed, "thread.pick")
        await self._act(deed, "thread.reply.send", text="I am looking into it.")
        self._notes(deed)

    async def _answers(self, deed: Deed) -> None:
        await self._act(deed, "thread.close.send", outcome="acted", text="We met again.")
        self._notes(deed)

    def _notes(self, deed: Deed) -> None:
        if _story(deed).release:
            self.log.acted.setdefault(self._of(deed), []).append(deed.at)

    async def _opens_theirs(self, deed: Deed) -> None:
        await self._act(deed, "mine.quiet")
        await self._act(deed, "mine.open")

    async def _adds(self, deed: Deed) -> None:
        self._said[self._of(deed), "adds"] = deed
        await self._act(deed, "mine.answer")
        await self._act(deed, "mine.answer.send", text="There is more.")

    async def _settles(self, deed: Deed) -> None:
        await self._act(deed, "mine.open")
        await self._act(deed, "mine.settled")


_DOING = {
    "looks": Life._looks_in, "opens": Life._opens, "sends": Life._sends, "names": Life._sends,
    "picks": Life._picks, "reads": Life._opens_theirs, "adds": Life._adds,
    "answers": Life._answers, "settles": Life._settles,
}  # fmt: skip


def _story(deed: Deed) -> Story:
    assert deed.story is not None
    return deed.story


def _rows(seen: Seen, table: str) -> Sequence[Row]:
    rows: Any = seen[f"table {table}"]
    return list(rows)


def _opened_by(page: Page) -> set[str]:
    return {button.subject for button in buttons_of(page.form) if button.verb == "mine.open"}


def _numbers(ctid: str) -> tuple[int, ...]:
    return tuple(int(part) for part in ctid.strip("()").split(",") if part)


def _last_card(cards: Sequence[Sent], thread: str) -> int:
    about = (n for n, s in enumerate(cards) if any(b.subject == thread for b in s.card.buttons))
    return max(about, default=-1)
