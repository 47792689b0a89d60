"""One referral in a real town beside its model: after every act both must have come to the same."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import select, text

from bot.wiring import build_core
from handlers.contract.outcomes import Ask
from prompts.shapes import Callout, Card
from prompts.words import Term
from storage.schema import main_metadata
from tests.conftest import Stores
from tests.core.anytown import FixedClock, Page, Town, anytown
from tests.core.tools import settings_of
from tests.handlers.referral.files import WHOLE, File, place_of
from tests.handlers.referral.model import Model
from tests.handlers.referral.rules import Place, Sent
from tests.handlers.timing import CARE
from tests.peers.transcript import Transcript
from tests.storage import calendar_model as wall

DAY, SECOND = timedelta(days=1), timedelta(seconds=1)
PEOPLE = ("amina", "daniel", "grace", "helen", "ruth", "tom")
TURNS = ("nudge", "due", "over")
ASKS = {
    "referral-nudge": "nudge", "referral-nudge-nobody": "nudge", "referral-due": "due",
    "referral-nobodys": "nobody's",
    "referral-at-level": "at-level",
    "referral-at-fallback": "at-fallback", "referral-heard-back": "heard-back",
    "referral-went-up": "went-up",
}  # fmt: skip


@dataclass
class Watched(Transcript):
    """Keeps when who was asked what."""

    clock: FixedClock = field(default_factory=FixedClock)
    sent: list[Sent] = field(default_factory=list)

    async def send(self, address: str, card: Card, language: str) -> str:
        """Takes a message, and notes what it asks."""
        ref = await super().send(address, card, language)
        what = asks(card)
        if what:
            self.sent.append((self.clock.now(), self.messages[ref].slug.partition("-")[0], what))
        return ref


def asks(card: Card) -> str:
    """What a card asks, in a word; nothing if it only tells."""
    said = [block.words for block in card.blocks if isinstance(block, Callout)]
    first = next((words.id for words in said if isinstance(words, Term)), "")
    if first in ASKS:
        return ASKS[first]
    title = card.title.id if isinstance(card.title, Term) else ""
    asked = title in ("referral-card-unowned", "referral-card-asked")
    return "first" if asked and first.startswith("next-") else ""


class Watch:
    """A town for many referrals, one after another, each with a model beside it."""

    def __init__(self, town: Town, stores: Stores, folder: Path) -> None:
        self.town = town
        self._stores = stores
        self._folder = folder
        self.client = Watched(clock=town.clock)
        self.thread = ""
        self.kind = ""
        self.file = File()
        self.model: Model

    @property
    def now(self) -> datetime:
        """The moment it is."""
        return self.town.clock.now()

    async def serves(self, file: File, *, swept: bool = False) -> None:
        """A server with this file runs from now on, in the place of the one before."""
        await self.town.core.close()
        settings = settings_of(self._stores, self._folder)
        core = build_core(settings, self.town.clock, file.partnership())
        core.clients["web"] = self.client
        self.town, self.file = Town(core, self.town.clock, self.client), file
        if swept:
            await core.ticks.sweep()

    async def begins(
        self, file: File, start: datetime, owner: str, day: int, zones: Mapping[str, str | None]
    ) -> None:
        """Somebody records a referral; what was before is forgotten."""
        self.town.clock.set(start)
        await self._forget(zones)
        await self.serves(file)
        self.client.sent.clear()
        self.kind = "other" if day else "information"
        due = (start.date() + day * DAY).isoformat() if day else ""
        answers = {
            "reference": "MASH-204", "kind": self.kind, "due": due, "what": "Please.",
            "agency": CARE, "owner": owner, "role": "lead", "anyway": "yes",
        }  # fmt: skip
        page = await self.town.does("leila", "referral.send", "", answers)
        assert isinstance(page.reply, Ask), page.text
        [self.thread] = map(str, await self.of("thread", "id", "state = 'open'"))
        place = place_of(self.town.core.partnership, self.kind)
        self.model = Model(place, "leila", zones, self._owed(place, start, day), owner or None)
        self.model.asked_now(start)
        self.model.ask(start, "first")
        await self.agrees()

    def _owed(self, place: Place, start: datetime, day: int) -> datetime:
        if not day:
            return wall.owed_by(place.kind, place.asked, start)
        closes = place.asked.hours.closes if place.asked.hours.closes != time(0) else time(23, 59)
        zone = ZoneInfo(place.asked.timezone)
        return max(start, datetime.combine(start.date() + day * DAY, closes, zone))

    async def _forget(self, zones: Mapping[str, str | None]) -> None:
        async with self.town.core.engine.begin() as connection:
            for table in ("step", "outbox", "stand_in"):
                await connection.execute(text(f"DELETE FROM {table}"))
            await connection.execute(text("UPDATE thread SET state = 'closed'"))
            for who, zone in zones.items():
                await connection.execute(
                    text("UPDATE member SET timezone = :zone WHERE person = :who"),
                    {"zone": zone, "who": WHOLE[who]},
                )

    async def of(self, table: str, name: str, where: str = "") -> list[object]:
        """A column of the rows that are about this referral."""
        found = main_metadata.tables[table]
        mine = text(where) if where else found.c["thread_id"] == self.thread
        async with self.town.core.engine.connect() as connection:
            return list(await connection.scalars(select(found.c[name]).where(mine)))

    # Both sides

    async def does(self, who: str, verb: str, **answers: str) -> Page:
        """Somebody presses or sends something; it is delivered."""
        page = await self.town.does(who, verb, self.thread, answers)
        await self.town.core.ticks.drain()
        return page

    async def agrees(self) -> None:
        """What was sent, and what waits, is what the model says; and nothing is ever unsound."""
        await self.town.core.ticks.drain()
        self.model.wakes(self.now)
        self._sends_agree()
        self._is_sound()
        self.client.sent.clear()
        self.model.sent.clear()
        await self._waiting_agrees()

    def _sends_agree(self) -> None:
        found, said = sorted(self.client.sent), sorted(self.model.sent)
        assert len(found) == len(said), f"\nsent {told(found)}\nmodel {told(said)}"
        for one, other in zip(found, said, strict=True):
            same = one[1:] == other[1:] and abs(one[0] - other[0]) < SECOND
            assert same, f"\nsent {told(found)}\nmodel {told(said)}"

    def _is_sound(self) -> None:
        sent = self.client.sent
        assert len({(at, who) for at, who, _ in sent}) == len(sent), "two questions in one moment"

    async def _waiting_agrees(self) -> None:
        names, moments = await self.of("step", "name"), await self.of("step", "due_at")
        rows = list(zip(map(str, names), moments, strict=True))
        turns = [(n, at) for n, at in rows if n in TURNS and isinstance(at, datetime)]
        expected = self.model.turn
        assert len(turns) == (expected is not None), f"{turns} {expected}"
        if expected is not None:
            [(name, at)] = turns
            close = name == expected[0] and abs(at - expected[1]) < SECOND
            assert close, f"waits for {name} at {at:%c}, model {expected[0]} at {expected[1]:%c}"
            self.model.turn = (name, at)
        tells = [at for n, at in rows if n.startswith("tell-")]
        assert tells == ([self.model.tell[1]] if self.model.tell else [])
        live = self.model.state == "live"
        last = self.model.at_the_top() and not self.model.taken
        assert expected is not None or not live or last, "nothing waits, and it isn't done"
        assert expected is None or live, "it is done, and somebody is asked"
        await self._it_is_with_whom_the_model_says()

    async def _it_is_with_whom_the_model_says(self) -> None:
        model = self.model
        assert (await self.of("referral", "level")) == [model.level]
        if model.state != "live":
            return
        assert (await self.of("referral", "asked")) == [model.times]
        assert model.times <= 5
        assert (await self.of("referral", "owner")) == [WHOLE[model.owner] if model.owner else None]
        people, parts = await self.of("audience", "person"), await self.of("audience", "role")
        asked = {p for p, part in zip(people, parts, strict=True) if part == "asked"}
        assert asked == {WHOLE[who] for who in model.holders}

    async def passes(self, wait: timedelta, *, off: bool = False) -> None:
        """Time passes, with the server running or off."""
        start, until = self.now, self.now + wait
        if off:
            self.town.clock.set(until)
        else:
            await self.town.until(until)
            self.model.runs(start, until)
        if off:
            await self.town.core.ticks.drain()
            self.model.wakes(until)
        self._inside_hours()
        await self.agrees()

    def _inside_hours(self) -> None:
        """What the clock sends comes when somebody is there, whatever the model says."""
        if self.model.place.kind.unit in ("minute", "hour"):
            return
        for at, who, _ in self.client.sent:
            agency = self.model.place.asking if who == "leila" else self.model.place.asked
            zones = {agency.timezone, self.model.zones.get(who) or agency.timezone}
            zones |= {zone for zone in self.model.zones.values() if zone}  # a stand-in of theirs
            on = (agency.model_copy(update={"timezone": zone}) for zone in zones)
            assert any(wall.is_open(hours, at) for hours in on), f"{who} is asked at {at:%c}"


def told(sent: list[Sent]) -> list[str]:
    """For a person to read."""
    return [f"{at:%a %d %b %H:%M:%S} {who} {what}" for at, who, what in sent]


@asynccontextmanager
async def watching(stores: Stores, folder: Path) -> AsyncIterator[Watch]:
    """A town to watch."""
    async with anytown(stores, folder / "data", FixedClock()) as town:
        watch = Watch(town, stores, folder / "data")
        yield watch
        await watch.town.core.close()
