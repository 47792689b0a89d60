"""Wirings that leak, as a well-meant change might. The suite must find every one of them."""

import hashlib
import hmac
import logging
from base64 import b64encode
from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import replace
from datetime import date

from prometheus_client import CollectorRegistry, Counter
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from bot.base.logs import log
from bot.base.metrics import REGISTRY
from bot.core.admission import Actor, Incoming
from bot.core.dispatch import Dispatch, Reply
from bot.core.waiting.bodies import cards
from bot.jobs.ticks import Ticks
from bot.wiring import Core
from prompts.shapes import Card
from prompts.words import Plain
from storage.crypto.identity import ReturnAddress, address_bytes
from storage.directory.members import Seen
from storage.engine.ids import new_id
from storage.keyring.ballots import Ballots
from storage.keyring.store import RETURN, Keyring
from storage.keyring.tables import ring
from storage.keyring.waiting import Waiting, WaitingRoom
from storage.schema import Audit, Outbox, SeenEvent, Thread
from storage.schema.values import CardAction
from tests.privacy.people import LEADS

Leak = Callable[[Core, Actor, AsyncSession], Awaitable[None]]
PER_PERSON = Counter("upstander_concerns", "By person", ["person"], registry=CollectorRegistry())


class LeakyDispatch(Dispatch):
    """Leaks right after each concern that is raised."""

    core: Core
    leak: Leak

    async def handle(self, incoming: Incoming) -> Reply:
        """As ever, and then the leak."""
        reply = await super().handle(incoming)
        if incoming.event.verb == "concern.send":
            async with AsyncSession(self.core.engine) as session, session.begin():
                await self.leak(self.core, incoming.actor, session)
        return reply


def leaking(leak: Leak) -> Callable[[Core], Core]:
    """The wiring with this leak in it."""

    def altered(core: Core) -> Core:
        dispatch = LeakyDispatch(core.transactions)
        dispatch.core, dispatch.leak = core, leak
        return replace(core, dispatch=dispatch)

    return altered


async def hash_as_event(core: Core, actor: Actor, session: AsyncSession) -> None:
    """A hash of the person where an event's mark stands."""
    tag = hashlib.sha256(actor.person.encode()).hexdigest()
    row = SeenEvent(partnership_id=core.partnership.id, tag=tag, until=core.clock.now())
    session.add(row)


async def keyed_audit(core: Core, actor: Actor, session: AsyncSession) -> None:
    """A pseudonym in the audit, keyed by the thread's own id."""
    thread = (await session.scalars(select(Thread.id))).first() or ""
    by = hmac.digest(thread.encode(), actor.person.encode(), "sha256")
    row = Audit(partnership_id=core.partnership.id, thread_id=thread, number=99,
                day=date(2026, 1, 1), what="raised", sealed_by=by[:24], link=bytes(32))  # fmt: skip
    session.add(row)


async def debug_line(_core: Core, actor: Actor, _session: AsyncSession) -> None:
    """The actor in a DEBUG line."""
    logging.getLogger("upstander.dispatch").debug("raised by %s", actor.person)


async def own_sentence(_core: Core, actor: Actor, _session: AsyncSession) -> None:
    """The name in a sentence of our own, which the guard lets through."""
    log.said(f"a concern by {actor.name}")


async def name_in_card(core: Core, actor: Actor, session: AsyncSession) -> None:
    """The name in the lead's card, where nobody would see it at a glance."""
    card = Card(Plain("A concern #" + b64encode(actor.name.encode()).decode()))
    lead = str(LEADS["slack"][0].id)
    row = Outbox(partnership_id=core.partnership.id, id=new_id(), person=lead,
                 action=CardAction.SEND, card=cards.dump_json(card).decode(),
                 due_at=core.clock.now())  # fmt: skip
    session.add(row)


async def metric_by_person(_core: Core, actor: Actor, _session: AsyncSession) -> None:
    """A count by person."""
    PER_PERSON.labels(actor.person).inc()
    REGISTRY.register(PER_PERSON)


async def directory_touched(core: Core, actor: Actor, session: AsyncSession) -> None:
    """The directory renewed beside the concern."""
    await session.rollback()
    seen = Seen(actor.person, actor.agency, actor.name, "cy", actor.address)
    await core.members.remember([seen])


async def event_named_after_person(core: Core, actor: Actor, session: AsyncSession) -> None:
    """The person kept as an event's tag: only a thief of the key could tell."""
    await session.rollback()
    await core.dispatch.first_time(f"slack:{actor.person}")


class UnsealedKeyring(Keyring):
    """Addresses that aren't sealed, only written so that they look it."""

    async def put(self, ref: str, address: ReturnAddress) -> None:
        """As ever, and then in clear."""
        await super().put(ref, address)
        clear = address_bytes(address).decode("latin-1").encode("utf-16-le")
        async with self.engine.begin() as connection:
            await connection.execute(update(ring).where(ring.c.ref == ref).values(sealed=clear))


class UnsealedRoom(WaitingRoom):
    """The same, where an address begins with what waits."""

    async def keep(
        self,
        items: Sequence[Waiting],
        addresses: dict[str, ReturnAddress] | None = None,
        instead_of: Sequence[str] = (),
    ) -> None:
        """As ever, and then in clear."""
        await super().keep(items, addresses, instead_of)
        for ref, address in (addresses or {}).items():
            clear = address_bytes(address).decode("latin-1").encode("utf-16-le")
            here = ring.c.ref == ref, ring.c.kind == RETURN
            async with self._engine.begin() as connection:
                await connection.execute(update(ring).where(*here).values(sealed=clear))


class KeepingKeyring(Keyring):
    """Addresses that outlive their thread."""

    async def destroy(self, refs: Collection[str]) -> None:
        """Kept, in case they are wanted."""


def with_keyring(kind: type[Keyring]) -> Callable[[Core], Core]:
    """The wiring with this keyring."""

    def altered(core: Core) -> Core:
        room = UnsealedRoom if kind is UnsealedKeyring else WaitingRoom
        keyring = kind(core.keyring.engine, core.keys, core.partnership.id)
        shared = replace(
            core.transactions, keyring=keyring, ballots=Ballots(keyring), room=room(keyring)
        )
        return replace(
            core,
            keyring=keyring,
            transactions=shared,
            dispatch=Dispatch(shared),
            ticks=Ticks(shared, core.courier, core.outbox, core.news, core.follower),
        )

    return altered
