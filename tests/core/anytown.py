"""Anytown, with nobody's platform but a transcript: people act, time moves, and one reads along.

page = await town.does("leila", "concern")
page = await page.fills(what="...", how="named")
page.sees("We have your concern")
"""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from secrets import token_urlsafe

from sqlalchemy import MetaData, select
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.app import open_stores
from bot.base.settings import Settings
from bot.cli.demo import EXAMPLE
from bot.core.admission import Actor, Incoming
from bot.wiring import Core, build_core
from handlers.contract.outcomes import Ask, Refuse
from handlers.contract.people import Event, Place
from prompts.shapes import Answers, Form
from prompts.words import speak
from storage.directory.members import Seen
from storage.keyring.tables import keyring_metadata
from storage.partnership import AgencyId, Partnership, PersonId
from storage.partnership.loading import Written, read_partnership
from storage.schema import main_metadata
from tests.conftest import Stores
from tests.peers.transcript import Sent, Transcript, address_of, buttons_of, read

MONDAY = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
"""A working Monday in the middle of the morning, in winter time."""
CONCERN: Mapping[str, str | Sequence[str]] = {
    "danger": "no",
    "topic": "threshold",
    "what": "The meeting ended before the health visitor could speak.",
    "reference": "CASE-17",
    "agency": "childrens-social-care",
    "how": "named",
    "release": "soon",
    "anyway": "yes",
}
"""Sound answers; a test changes the ones it is about."""
Dump = dict[str, list[tuple[object, ...]]]


class FixedClock:
    """Stands still until it is told to move."""

    def __init__(self, now: datetime = MONDAY) -> None:
        self._now = self._steady = now

    def now(self) -> datetime:
        """The moment it is."""
        return self._now

    def steady(self) -> datetime:
        """As much later as time has passed."""
        return self._steady

    def set(self, moment: datetime) -> None:
        """Time passes until that moment."""
        self._steady += max(moment - self._now, timedelta())
        self._now = moment

    def jump(self, by: timedelta) -> None:
        """Somebody sets the machine's clock, forward or back; no time passes."""
        self._now += by


@dataclass
class Page:
    """What somebody was shown, or why they were refused."""

    town: "Town"
    who: str
    reply: Ask | Refuse
    language: str = "en"

    @property
    def form(self) -> Form:
        """What was asked or shown."""
        assert isinstance(self.reply, Ask), f"refused: {self.text}"
        return self.reply.form

    @property
    def text(self) -> str:
        """Every word of it."""
        if isinstance(self.reply, Refuse):
            return "\n".join(speak(words, self.language) for words in self.reply.errors.values())
        return read(self.reply.form, self.language)

    @property
    def pressable(self) -> list[str]:
        """The words on its buttons."""
        return [speak(button.words, self.language) for button in buttons_of(self.form)]

    def sees(self, *words: str) -> "Page":
        """It says that."""
        for word in words:
            assert word in self.text, f"{word!r} isn't in:\n{self.text}"
        return self

    def sees_not(self, *words: str) -> "Page":
        """It doesn't."""
        for word in words:
            assert word not in self.text, f"{word!r} is in:\n{self.text}"
        return self

    def refused(self, words: str, field: str = "") -> "Page":
        """It was refused, with these words beside this field (or for the whole)."""
        assert isinstance(self.reply, Refuse), f"not refused:\n{self.text}"
        assert words in speak(self.reply.errors[field], self.language)
        return self

    async def fills(self, answers: Answers | None = None, /, **more: str | Sequence[str]) -> "Page":
        """They fill in the form and send it."""
        form = self.form
        return await self.town.does(
            self.who, form.verb, form.subject, {**(answers or {}), **more}, form.token
        )

    async def presses(self, words: str) -> "Page":
        """They press the button with these words; the last one, if there are several."""
        for button in reversed(list(buttons_of(self.form))):
            if speak(button.words, self.language) == words:
                return await self.town.does(self.who, button.verb, button.subject)
        raise AssertionError(f"no button {words!r} among {self.pressable}")


@dataclass
class Town:
    """The core with a clock that stands still and a platform that keeps a transcript."""

    core: Core
    clock: FixedClock
    client: Transcript = field(default_factory=Transcript)
    shown: list[Form] = field(default_factory=list)
    """Every form and page anybody was shown."""
    strangers: dict[str, Actor] = field(default_factory=dict)
    """People whom their platform shows otherwise than the partnership's file does."""
    place: Place | None = None
    """The meeting's channel in which people act; without one, each is alone with the bot."""
    done: set[str] = field(default_factory=set)
    """Everything that was done and not refused."""

    def actor(self, who: str) -> Actor:
        """Somebody of the example partnership, by first name; anybody else is a guest."""
        if who in self.strangers:
            return self.strangers[who]
        for member in self.core.partnership.members:
            if member.id.startswith(f"web:{who}-"):
                return Actor(
                    member.id, member.name, member.language, member.agency,
                    address_of(member.id.partition(":")[2]),
                )  # fmt: skip
        return Actor(PersonId(f"web:{who}"), who.title(), "en", None, address_of(who))

    async def does(
        self,
        who: str,
        verb: str,
        subject: str = "",
        answers: Answers | None = None,
        token: str = "",
    ) -> Page:
        """Somebody does something, in English; a form gets a token of its own if it has none."""
        sending = verb.endswith(".send")
        incoming = Incoming(
            self.actor(who),
            Event(verb, subject, answers or {}, place=self.place),
            token or (token_urlsafe(16) if sending else ""),
        )
        reply = await self.core.dispatch.handle(incoming)
        if isinstance(reply, Ask):
            self.shown.append(reply.form)
            self.done.add(verb)
        return Page(self, who, reply)

    async def raises(self, who: str, **answers: str | Sequence[str]) -> Page:
        """Somebody raises a concern; what is due at once is delivered."""
        asked = await self.does(who, "concern")
        page = await asked.fills({**CONCERN, **answers})
        await self.core.ticks.drain()
        return page

    def cards(self, who: str) -> list[Sent]:
        """The messages somebody has, as they read now."""
        return self.client.to(self.actor(who).person.partition(":")[2])

    async def opens(self, who: str) -> Page:
        """They press Open on their newest card that has it."""
        return await self.presses_card(who, "Open")

    async def reads(self, who: str) -> Page:
        """They open it from the list of what waits for them."""
        return await (await self.does(who, "mine")).presses("Open")

    async def presses_card(self, who: str, words: str) -> Page:
        """They press a button on their newest card that has it."""
        for sent in reversed(self.cards(who)):
            for button in sent.card.buttons:
                if speak(button.words, "en") == words:
                    page = await self.does(who, button.verb, button.subject)
                    await self.core.ticks.drain()
                    return page
        raise AssertionError(f"{who} has no card with {words!r}")

    async def mine(self, who: str) -> Page:
        """The page of the newest thing somebody raised, however they raised it."""
        home = await self.does(who, "mine")
        if "mine.open" not in [button.verb for button in buttons_of(home.form)]:
            home = await home.presses("Raised without showing my name")
        return await home.presses("Open")

    async def passes(self, wait: timedelta) -> None:
        """Time passes, and what falls due by then is done, each at its own moment."""
        await self.until(self.clock.now() + wait)

    async def until(self, moment: datetime) -> None:
        """The same, up to a moment."""
        while (due := await self._next_due()) is not None and due <= moment:
            self.clock.set(max(due, self.clock.now()))
            await self.core.ticks.drain()
        self.clock.set(moment)
        await self.core.ticks.drain()

    async def _next_due(self) -> datetime | None:
        found = []
        async with self.core.engine.connect() as connection:
            for name in ("step", "outbox"):
                table = main_metadata.tables[name]
                due = select(table.c.due_at).where(table.c.due_at.is_not(None))
                found += list(await connection.scalars(due))
        return min([*found, *await self.waiting()], default=None)

    async def waiting(self) -> list[datetime]:
        """When each of those falls due that wait in the keyring."""
        every = (await rows(self.core.keyring.engine, keyring_metadata))["waiting"]
        return [datetime.fromtimestamp(row[2], UTC) for row in every if isinstance(row[2], int)]

    async def dump(self) -> Dump:
        """Every row of both stores, but for the marks of the two, which each start renews."""
        found = await rows(self.core.engine, main_metadata)
        found |= await rows(self.core.keyring.engine, keyring_metadata)
        return {name: rows for name, rows in found.items() if not name.endswith("_pair")}

    async def column(self, table: str, name: str) -> list[object]:
        """One column of a table of the main database."""
        found = main_metadata.tables[table]
        async with self.core.engine.connect() as connection:
            return list(await connection.scalars(select(found.c[name])))


async def rows(engine: AsyncEngine, metadata: MetaData) -> Dump:
    """Every row of every table, sorted."""
    async with engine.connect() as connection:
        return {
            name: sorted((tuple(row) for row in await connection.execute(select(table))), key=repr)
            for name, table in metadata.tables.items()
        }


@cache
def example() -> Partnership:
    """The partnership of deploy/partnership.example.yaml."""
    return read_partnership(EXAMPLE)


@asynccontextmanager
async def anytown(
    stores: Stores,
    folder: Path,
    clock: FixedClock | None = None,
    partnership: Partnership | Written | None = None,
) -> AsyncIterator[Town]:
    """A town on these stores; several on the same stores and folder are replicas."""
    clock = clock or FixedClock()
    settings = Settings(
        data_dir=folder, database_url=stores.main_url, keyring_url=stores.keyring_url
    )
    async with build_core(settings, clock, partnership or example()) as core:
        town = Town(core, clock)
        core.clients["web"] = town.client
        await open_stores(core)
        await core.members.remember(
            [
                Seen(
                    m.id, AgencyId(m.agency), m.name, m.language, address_of(m.id.partition(":")[2])
                )
                for m in core.partnership.members
            ]
        )
        yield town
