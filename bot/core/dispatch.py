"""Event -> handler -> one transaction -> outcome. The keyring first; main is the commit point."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import replace
from secrets import token_urlsafe

from pydantic import TypeAdapter
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from bot.core.admission import Actor, Admission, Incoming, Refused, is_pass, no, wants_receipt
from bot.core.ballots import cast
from bot.core.outbox_writer import post
from bot.core.receipts import Redeeming
from handlers.contract import (
    RECEIPT,
    Anonymous,
    Ask,
    Event,
    InConfidence,
    Open,
    Outcomes,
    Participant,
    Refuse,
    Who,
)
from handlers.registry import verbs
from prompts.shapes import Facts, Field, Form, Long, Said
from prompts.words import Labelled, Plain, Words, say, speak
from storage.crypto.identity import ReturnAddress
from storage.crypto.keys import Keys
from storage.engine.clock import Clock
from storage.engine.database import transaction
from storage.keyring.ballots import Ballots
from storage.keyring.store import Keyring
from storage.partnership import AgencyId, Partnership
from storage.repository import Repository
from storage.repository.deduplication import Seen, already_sent, remember_sent
from storage.schema import Thread

__all__ = ["Actor", "Dispatch", "Incoming", "Reply"]

TOKEN = re.compile(r"[A-Za-z0-9_-]{16,64}")
_forms: TypeAdapter[Form] = TypeAdapter(Form)

Reply = Ask | Refuse


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
        self._redeeming = Redeeming(keys, keyring, clock)
        self._ballots = Ballots(keyring)
        self._admission = Admission(
            keyring, self._redeeming, partnership.thresholds.raised_an_hour, clock
        )

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
        verb = verbs().get(event.verb)
        if verb is None:
            raise no("unknown-verb")
        if not self._admits(actor, event, verb.by):
            raise no("guest")
        sending = event.verb.endswith(".send")
        if sending and not TOKEN.fullmatch(incoming.token):
            raise no("form-too-old")
        # An answer to a round leaves no row of its own: sent twice, it is one voice all the same.
        kept = sending and verb.by != "participant"
        tag = self._keys.form_token_tag(f"{event.verb} {incoming.token}") if kept else ""
        return await self._transact(incoming, verb.by, verb.handle, tag)

    def _admits(self, actor: Actor, event: Event, by: str) -> bool:
        if by == "code" or (by == "raiser" and is_pass(event.subject)):
            return True  # whoever shows a receipt needs no account
        if by == "participant" and event.one("code"):
            return True  # nor does whoever the chair has given a code
        return bool(actor.agency) or actor.person in self._partnership.everyone_named()

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
                return self._with_code(Ask(_forms.validate_json(earlier)), incoming.token)
            who, shown = await self._admission.who(by, incoming, repo)
            if shown is not None:
                event = replace(event, subject=shown.id)
            outcomes = await self._opened(await handle(who, event, repo), incoming, repo)
            reply = await self._reply(outcomes, incoming, repo)
            if shown is not None and not isinstance(who, Participant):
                reply = Ask(self._redeeming.with_pass(reply.form, shown))
            if tag and reply.form.submit is None and by != "code":
                remember_sent(repo, tag, _forms.dump_json(reply.form).decode())
            sent = await post(repo, outcomes)
            # Whatever main would refuse, it refuses before an address is kept; and the sweep,
            # which holds the threads, never sees an address whose thread is still to come.
            await repo.finish()
            await self._keep_addresses(repo.begun, who, incoming)
            full = await cast(outcomes, incoming, repo)
        await self._ballots.burn(repo.pauses.counted)
        await self._keyring.destroy(repo.ended)
        if full:
            await self._end_round(full)
        if sent:
            self._wake()
        return self._with_code(reply, incoming.token)

    async def _opened(self, outcomes: Outcomes, incoming: Incoming, repo: Repository) -> Outcomes:
        """Asks another command for its form, where a handler wants it opened."""
        wanted = next((o for o in outcomes if isinstance(o, Open)), None)
        if wanted is None:
            return outcomes
        event, verb = Event(wanted.verb, wanted.subject, wanted.answers), verbs()[wanted.verb]
        if not self._admits(incoming.actor, event, verb.by):
            raise no("guest")
        who, _ = await self._admission.who(verb.by, replace(incoming, event=event), repo)
        return [*await verb.handle(who, event, repo), *(o for o in outcomes if o is not wanted)]

    def _repository(self, session: AsyncSession) -> Repository:
        now = self._clock.now()
        return Repository(session, self._partnership, self._keys, now, self._ballots)

    async def _end_round(self, thread_id: str) -> None:
        """Everybody in a round by name has answered: it needn't wait until its time is up."""
        async with transaction(self._engine) as session:
            repo = self._repository(session)
            thread = await repo.thread(thread_id)
            if thread is not None:
                await repo.timers.bring_forward(thread, "reveal", repo.now)
            await repo.finish()

    async def _reply(self, outcomes: Outcomes, incoming: Incoming, repo: Repository) -> Ask:
        reply = next(o for o in outcomes if isinstance(o, Ask | Refuse))
        if isinstance(reply, Refuse):
            raise Refused(reply)
        form = reply.form
        if reply.name_of:
            form = await self._with_name(form, await repo.thread(reply.name_of))
        if form.submit is not None:
            token = incoming.token
            form = replace(
                form,
                token=token if TOKEN.fullmatch(token) else token_urlsafe(16),
                fields=tuple(drafted(f, self._drafting(incoming)) for f in form.fields),
            )
        return Ask(form)

    def _drafting(self, incoming: Incoming) -> str:
        # What we word for somebody hidden must not tell which language they have on.
        named = incoming.event.one("how") == "named"
        return incoming.actor.language if named else self._partnership.languages[0]

    def _with_code(self, reply: Ask, token: str) -> Ask:
        """A receipt's code is shown, and is in no row: the form's token gives it each time."""
        shown = [b for b in reply.form.blocks if isinstance(b, Said) and b.text == RECEIPT]
        if not shown:
            return reply
        code = self._redeeming.receipts.code_for(token)
        blocks = tuple(replace(b, text=code) if b in shown else b for b in reply.form.blocks)
        return Ask(replace(reply.form, blocks=blocks))

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
            if not thread.return_ref:
                continue  # a referral is always in somebody's name: no way back to hide
            if isinstance(who, Anonymous | InConfidence) and not wants_receipt(incoming.event):
                await self._keyring.put(thread.return_ref, _address(who, incoming.actor))
            else:
                await self._keyring.put_dummy(thread.return_ref)


def drafted(field: Field, language: str) -> Field:
    """What a question begins with, said in the language of whoever is asked."""
    if not isinstance(field, Long) or field.draft is None:
        return field
    return replace(field, draft=None, value=field.value or speak(field.draft, language))


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
