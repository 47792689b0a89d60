"""A courier whose every message is accounted for, through whatever platforms answer.

Random stories, each from its seed: platforms that are busy, away, refuse us, lose their answers or
say that somebody is gone; people who leave and come; servers that die; clocks that are set. In the
end everything is mended, and then every message has come to one of the ends that are allowed.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random
from typing import Any, ClassVar

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.base.pacing import Pacing
from bot.core.delivery.absences import Absences
from bot.core.delivery.answers import Misconfigured, PerhapsArrived, TryAgain, Unreachable
from bot.core.delivery.attempts import MOST_COPIES, Attempts
from bot.core.delivery.courier import Courier
from bot.core.delivery.unreached import Unreached
from bot.core.unit_of_work import UnitOfWork
from bot.jobs.timekeeper import Timekeeper
from handlers.contract.commands import Absence
from prompts.shapes import Card
from storage.delivery.card_places import CardPlaces
from storage.delivery.outbox import LEASE, Arrived, OutboxMessage, OutboxStore
from storage.directory.meetings import Rooms
from storage.directory.members import Seen
from storage.partnership import PersonId
from storage.repository import Repository
from storage.schema import Audience, Thread, main_metadata
from storage.schema.values import CardAction, State
from tests.core.anytown import CONCERN, Town
from tests.peers.transcript import Transcript

PEOPLE = ("grace-okafor", "daniel-reid", "amina-yusuf", "leila-haddad")
MINUTE = timedelta(minutes=1)


@dataclass
class Moody:
    """A platform that does to each person what the story says, for as long as it says so."""

    client: Transcript
    chance: Random
    moods: dict[str, str] = field(default_factory=dict)

    async def send(self, address: str, card: Card, language: str) -> str:
        """Takes it or doesn't, and says so or doesn't."""
        mood = next((m for slug, m in self.moods.items() if slug in address), "well")
        self._maybe_fails(mood)
        ref = await self.client.send(address, card, language)
        if mood == "silent":
            raise PerhapsArrived
        return ref

    async def update(self, address: str, ref: str, card: Card, language: str) -> None:
        """The same, for a card that stands."""
        mood = next((m for slug, m in self.moods.items() if slug in address), "well")
        self._maybe_fails(mood)
        await self.client.update(address, ref, card, language)

    async def introduce(self, person: PersonId) -> Seen | None:
        """Nobody is met on demand here."""
        return None

    def _maybe_fails(self, mood: str) -> None:
        failures: dict[str, Exception] = {
            "busy": TryAgain(self.chance.choice([0, 0, 7, 90])),
            "away": TryAgain(),
            "refuses": Misconfigured("token_revoked"),
            "page": Misconfigured("no_answer_of_slack"),
            "lost": PerhapsArrived(),
            "gone": Unreachable("user_disabled"),
            "breaks": KeyError("anything"),
        }
        if mood in failures:
            raise failures[mood]


MOODS = ("well", "well", "busy", "away", "refuses", "page", "lost", "silent", "gone", "breaks")


@dataclass
class Ledger:
    """What became of each message, and without whom threads moved on."""

    arrived: dict[str, OutboxMessage] = field(default_factory=dict)
    given_up: dict[str, OutboxMessage] = field(default_factory=dict)
    wronged: list[str] = field(default_factory=list)
    """Messages that were ended while their thread went on and they had a part in it."""
    moved: set[tuple[str, str]] = field(default_factory=set)


class Recorded(OutboxStore):
    """An outbox that writes down each end of a message."""

    ledger: ClassVar[Ledger]
    pid: ClassVar[str]

    async def acknowledge(self, arrived: Sequence[Arrived], again: bool = False) -> None:
        """Arrived, or counted as that."""
        await super().acknowledge(arrived, again)
        self.ledger.arrived |= {message.id: message for message, _ in arrived}

    async def dead_letter(self, message: OutboxMessage, why: str, session: AsyncSession) -> None:
        """Given up, before an operator's eyes."""
        await super().dead_letter(message, why, session)
        self.ledger.given_up[message.id] = message

    async def end(self, message: OutboxMessage, session: AsyncSession) -> None:
        """Nobody waits for it any more."""
        thread = await session.get(Thread, (self.pid, message.thread_id or ""))
        part = await session.get(Audience, (self.pid, message.thread_id or "", message.person))
        goes_on = thread is not None and thread.state != State.CLOSED
        if goes_on and part is not None:
            self.ledger.wronged.append(message.id)
        await super().end(message, session)


class Watched(Absences):
    """Writes down without whom a thread moved on."""

    ledger: ClassVar[Ledger]

    async def within(self, work: UnitOfWork[Repository], thread_id: str, absence: Absence) -> None:
        """Moved on."""
        await super().within(work, thread_id, absence)
        self.ledger.moved.add((thread_id, absence.person))


@dataclass
class Story:
    """One random story of one town."""

    town: Town
    seed: int
    ledger: Ledger = field(default_factory=Ledger)

    def __post_init__(self) -> None:
        """Takes over the courier's parts."""
        self.chance = Random(self.seed)
        self.platform = Moody(self.town.client, self.chance)
        self.town.core.clients["web"] = self.platform
        Recorded.ledger = Watched.ledger = self.ledger
        Recorded.pid = self.town.core.partnership.id
        core = self.town.core
        self.outbox = Recorded(core.engine, core.partnership.id, CardPlaces(core.keys))
        self.timekeeper = Timekeeper(self.town.core.transactions, self.outbox)
        self.courier = self._server()

    def _server(self) -> Courier:
        core = self.town.core
        unreached = Unreached(self.outbox, core.transactions, Watched(core.transactions))
        rooms = Rooms(core.engine, core.partnership.id)
        attempts = Attempts(
            self.outbox, core.keyring, core.members, rooms, core.clients, self.town.clock,
            Pacing(0), core.faults, unreached,
        )  # fmt: skip
        return Courier(self.outbox, attempts, self.town.clock, asyncio.Event())

    async def told(self, acts: int) -> None:
        """Goes through so many random acts, then mends everything and lets time pass."""
        deeds = (self._raise, self._raise, self._act, self._turn, self._turn, self._leave,
                 self._come, self._die, self._set_clock, self._pass, self._pass)  # fmt: skip
        for _ in range(acts):
            await self.chance.choice(deeds)()
            await self._work()
        self.platform.moods.clear()
        for _ in range(40):
            self.town.clock.set(self.town.clock.now() + 3 * MINUTE)
            await self._work()

    async def _work(self) -> None:
        for _ in range(3):
            await self.town.core.ticks.steps()
            while await self.courier.drain():
                pass

    async def _raise(self) -> None:
        how = self.chance.choice(("named", "named", "confidence", "anonymous"))
        danger = self.chance.choice(("yes", "no", "no"))
        answers = {**CONCERN, "how": how, "danger": danger, "release": "soon"}
        await (await self.town.does("leila", "concern")).fills(answers)

    async def _act(self) -> None:
        """A lead does something with one of the concerns."""
        ids = [str(id) for id in await self.town.column("thread", "id")]
        if not ids:
            return
        subject, who = self.chance.choice(ids), self.chance.choice(("grace", "daniel"))
        await self.town.does(who, "thread.pick", subject)
        if self.chance.random() < 0.5:
            answers = {"text": "We spoke.", "outcome": "acted"}
            await self.town.does(who, "thread.close.send", subject, answers)
        if self.chance.random() < 0.5:
            await self.town.does("leila", "mine.settled", subject)

    async def _turn(self) -> None:
        self.platform.moods[self.chance.choice(PEOPLE)] = self.chance.choice(MOODS)

    async def _leave(self) -> None:
        await self.town.core.members.forget([PersonId(f"web:{self.chance.choice(PEOPLE)}")])

    async def _come(self) -> None:
        for name in ("grace", "daniel", "amina", "leila"):
            actor = self.town.actor(name)
            await self.town.core.members.remember(
                [Seen(actor.person, actor.agency, actor.name, actor.language, actor.address)]
            )

    async def _die(self) -> None:
        """The server is killed while it sends, and another begins."""
        await self.outbox.claim(self.town.clock)
        if self.chance.random() < 0.5:
            await self.outbox.free_all()
        else:
            self.town.clock.set(self.town.clock.now() + LEASE + timedelta(seconds=1))
        await self.town.core.undelivered.retry(self.town.clock.now())
        self.courier = self._server()

    async def _set_clock(self) -> None:
        hours = self.chance.choice((-24, -1, 1, 24))
        await self.timekeeper.keep_time()
        self.town.clock.jump(timedelta(hours=hours))
        await self.timekeeper.keep_time()

    async def _pass(self) -> None:
        self.town.clock.set(self.town.clock.now() + self.chance.choice((1, 5, 30)) * MINUTE)

    # What must hold

    async def holds(self) -> list[str]:
        """Lists what must not be: each line is a message that was lost, or came too often."""
        ended = [f"ended, though they have a part in it: {id}" for id in self.ledger.wronged]
        return [*ended, *await self._given_up(), *await self._waiting()]

    async def _given_up(self) -> list[str]:
        states = dict(await self._rows("thread", "id", "state"))
        wrong = []
        for message in self.ledger.given_up.values():
            goes_on = states.get(message.thread_id) not in (None, State.CLOSED)
            moved = (message.thread_id, message.person) in self.ledger.moved
            if message.action == CardAction.SEND and goes_on and not moved:
                wrong.append(f"given up, and its thread waits for them still: {message.id}")
            if message.perhaps >= MOST_COPIES:
                wrong.append(f"sent too often: {message.id}")
        return wrong

    async def _waiting(self) -> list[str]:
        """After all is mended, only those wait whom the bot hasn't met."""
        known = {seen.person for seen in await self.town.core.members.everyone()}
        rows = await self._rows("outbox", "person", "dead", "why")
        return [
            f"still waits: {why}"
            for person, dead, why in rows
            if dead is None and (person is None or person in known)
        ]

    async def _rows(self, table: str, *names: str) -> list[tuple[Any, ...]]:
        columns = main_metadata.tables[table].c
        async with self.town.core.engine.connect() as connection:
            found = await connection.execute(select(*(columns[name] for name in names)))
            return [tuple(row) for row in found]
