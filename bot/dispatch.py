"""Event -> handler -> one transaction -> outcome. The keyring first; main is the commit point."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from secrets import token_urlsafe

from pydantic import TypeAdapter
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from bot.outcomes import post
from handlers.contract import (
    Anonymous,
    Ask,
    Event,
    Holder,
    InConfidence,
    Named,
    Outcomes,
    Refuse,
    Visitor,
    Who,
)
from handlers.registry import VERBS
from prompts.shapes import Facts, Form
from prompts.words import Labelled, Plain, Words, say
from storage.clock import Clock
from storage.database import transaction
from storage.keyring import Keyring, new_ref
from storage.partnership import AgencyId, Partnership, PersonId
from storage.repository import Repository
from storage.sealing import Keys, ReturnAddress
from storage.seen import Seen, already_sent, remember_sent
from storage.tables import Thread

TOKEN = re.compile(r"[A-Za-z0-9_-]{16,64}")
_forms: TypeAdapter[Form] = TypeAdapter(Form)

Reply = Ask | Refuse


@dataclass(frozen=True)
class Actor:
    """Who acted, as their platform told us. Shows nothing of itself in a log."""

    person: PersonId = field(repr=False)
    name: str = field(repr=False)
    language: str
    agency: AgencyId | None
    address: str = field(default="", repr=False)


@dataclass(frozen=True)
class Incoming:
    """Something somebody did on a platform."""

    actor: Actor
    event: Event
    token: str = field(default="", repr=False)
    event_id: str = field(default="", repr=False)


class Refused(Exception):
    """Ends the transaction without a trace; carries the kind words."""

    def __init__(self, refusal: Refuse) -> None:
        super().__init__("The handler refused; nothing was changed.")
        self.refusal = refusal


def _no(words: str) -> Refused:
    return Refused(Refuse({"": say(words)}))


class Dispatch:
    """Everything people do goes through here."""

    def __init__(
        self,
        engine: AsyncEngine,
        keyring: Keyring,
        keys: Keys,
        partnership: Partnership,
        clock: Clock,
        wake: Callable[[], None] = lambda: None,
    ) -> None:
        self._engine = engine
        self._keyring = keyring
        self._keys = keys
        self._partnership = partnership
        self._clock = clock
        self._wake = wake
        self._seen = Seen(engine, partnership.id, keys, clock)

    async def first_time(self, event_id: str) -> bool:
        """Whether a platform's event comes for the first time (it may be sent again)."""
        return await self._seen.first_time(event_id)

    async def handle(self, incoming: Incoming) -> Reply:
        """Answers what somebody did. Once it returns, what they said is stored."""
        try:
            return await self._decide(incoming)
        except Refused as refused:
            return refused.refusal
        except IntegrityError:
            # The same form came twice at once: the other one was faster, so its answer stands.
            return await self._decide(incoming)

    async def _decide(self, incoming: Incoming) -> Reply:
        actor, event = incoming.actor, incoming.event
        verb = VERBS.get(event.verb)
        if verb is None:
            raise _no("unknown-verb")
        known = actor.agency or actor.person in self._partnership.everyone_named()
        if not known:
            raise _no("guest")
        sending = event.verb.endswith(".send")
        if sending and not TOKEN.fullmatch(incoming.token):
            raise _no("form-too-old")
        tag = self._keys.form_token_tag(f"{event.verb} {incoming.token}") if sending else ""
        return await self._transact(incoming, verb.by, verb.handle, tag)

    async def _transact(
        self,
        incoming: Incoming,
        by: str,
        handle: Callable[..., Awaitable[Outcomes]],
        tag: str,
    ) -> Reply:
        event = incoming.event
        async with transaction(self._engine) as session:
            repo = self._repository(session)
            if tag and (earlier := await already_sent(session, self._partnership.id, tag)):
                return Ask(_forms.validate_json(earlier))
            who = await self._who(by, incoming, repo)
            outcomes = await handle(who, event, repo)
            reply = await self._reply(outcomes, incoming.token, repo)
            if tag and isinstance(reply, Ask) and reply.form.submit is None:
                remember_sent(repo, tag, _forms.dump_json(reply.form).decode())
            sent = await post(repo, outcomes)
            # Whatever main would refuse, it refuses before an address is kept; and the sweep,
            # which holds the threads, never sees an address whose thread is still to come.
            await repo.finish()
            await self._keep_addresses(repo.begun, who, incoming)
        await self._keyring.destroy(repo.ended)
        if sent:
            self._wake()
        return reply

    def _repository(self, session: AsyncSession) -> Repository:
        return Repository(session, self._partnership, self._keys.content, self._clock.now())

    async def _who(self, by: str, incoming: Incoming, repo: Repository) -> Who:
        actor, event = incoming.actor, incoming.event
        if by == "anyone":
            return Visitor(actor.agency)
        if by == "holder":
            return Holder(tuple(await self._keyring.mine(actor.person)))
        if by == "raising":
            return self._raising(actor, event)
        if by == "raiser":
            return await self._raiser(actor, await repo.thread(event.subject))
        return _named(actor)

    def _raising(self, actor: Actor, event: Event) -> Who:
        how = event.one("how")
        if how == "confidence":
            return InConfidence(new_ref(), actor.agency)
        if how == "anonymous":
            told = event.one("tell_agency") == "yes"
            return Anonymous(new_ref(), actor.agency if told else None)
        return _named(actor)

    async def _raiser(self, actor: Actor, thread: Thread | None) -> Who:
        if thread is None:
            raise _no("not-yours")
        if thread.how == "named":
            if thread.raiser != actor.person:
                raise _no("not-yours")
            return _named(actor)
        if not await self._keyring.belongs(thread.return_ref, actor.person):
            raise _no("not-yours")
        told = AgencyId(thread.told_agency) if thread.told_agency else None
        kind = InConfidence if thread.how == "confidence" else Anonymous
        return kind(thread.return_ref, told)

    async def _reply(self, outcomes: Outcomes, token: str, repo: Repository) -> Reply:
        reply = next(o for o in outcomes if isinstance(o, Ask | Refuse))
        if isinstance(reply, Refuse):
            raise Refused(reply)
        form = reply.form
        if reply.name_of:
            form = await self._with_name(form, await repo.thread(reply.name_of))
        if form.submit is not None:
            form = replace(form, token=token if TOKEN.fullmatch(token) else token_urlsafe(16))
        return Ask(form)

    async def _with_name(self, form: Form, thread: Thread | None) -> Form:
        """In confidence: the lead who picked it up, and only they, are shown by whom it is."""
        address = await self._keyring.open(thread.return_ref) if thread else None
        if address is None or address.mode != "confidence":
            return form
        rows: list[tuple[Words, Words]] = [(say("fact-by"), Plain(address.name))]
        if address.agency:
            agency = self._partnership.agency(AgencyId(address.agency))
            rows.append((say("fact-agency"), Labelled(dict(agency.name))))
        by = Facts(tuple(rows))
        return replace(form, blocks=(by, *form.blocks))

    async def _keep_addresses(self, begun: list[Thread], who: Who, incoming: Incoming) -> None:
        # Named threads get a dummy of the same length, so that no row stands out.
        for thread in begun:
            if isinstance(who, Anonymous | InConfidence):
                await self._keyring.put(thread.return_ref, _address(who, incoming.actor))
            else:
                await self._keyring.put_dummy(thread.return_ref)


def _named(actor: Actor) -> Named:
    return Named(actor.person, actor.name, actor.agency)


def _address(who: Anonymous | InConfidence, actor: Actor) -> ReturnAddress:
    hidden = isinstance(who, Anonymous)
    return ReturnAddress(
        person=actor.person,
        address=actor.address,
        language=actor.language,
        agency=actor.agency,
        name="" if hidden else actor.name,
        mode="anonymous" if hidden else "confidence",
    )
