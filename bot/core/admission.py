"""Who acted, and as whom a handler may know them: here a person becomes somebody."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from bot.base.rate_limits import Window
from bot.core.receipts import Redeeming
from bot.core.waiting.finding import Finding, thread_of
from handlers.contract.commands import By, Verb
from handlers.contract.outcomes import Refuse
from handlers.contract.people import (
    Anonymous,
    Event,
    InConfidence,
    Named,
    Participant,
    ReferenceHolder,
    Visitor,
    Who,
)
from handlers.receipt.command import NOTHING, RAN_OUT
from handlers.registry import verbs
from prompts.words import say
from storage.crypto.receipts import PASS_LENGTH
from storage.engine.clock import Clock
from storage.keyring.store import Keyring, new_ref
from storage.keyring.waiting import Waiting
from storage.partnership import AgencyId, Partnership, PersonId
from storage.repository import Repository
from storage.schema import Thread
from storage.schema.values import How

HELD_MOST: Final = 3
"""So many concerns of one person may be held until others have seen the same."""
GUESSES: Final = 5
"""So often in ten minutes may somebody enter a code that links accounts, right or wrong."""


@dataclass(frozen=True)
class Actor:
    """Who acted, as their platform told us. Shows nothing of itself in a log."""

    person: PersonId = field(repr=False)
    name: str = field(repr=False)
    language: str
    agency: AgencyId | None
    address: str = field(default="", repr=False)
    with_account: PersonId | None = field(default=None, repr=False)
    """The account with which they act, where they have linked it to the person's main one."""

    @property
    def account(self) -> PersonId:
        """Gives the very account with which they act. What is hidden is kept by it alone, so that
        linking ties nobody to a thread, and whoever talks somebody into it finds none."""
        return self.with_account or self.person


def as_one(actor: Actor, partnership: Partnership) -> Actor:
    """Has an account that somebody linked act as the person: here alone, and before anything."""
    person = partnership.person_of(actor.person)
    if person == actor.person:
        return actor
    return replace(actor, person=person, with_account=actor.account)


@dataclass(frozen=True)
class Incoming:
    """Something somebody did on a platform."""

    actor: Actor
    event: Event
    token: str = field(default="", repr=False)


class Refused(Exception):
    """Ends the transaction without a trace; carries the kind words."""

    def __init__(self, refusal: Refuse) -> None:
        super().__init__("The handler refused; nothing was changed.")
        self.refusal = refusal


def no(words: str) -> Refused:
    """Makes a kind refusal of the whole."""
    return Refused(Refuse({"": say(words)}))


@dataclass(frozen=True)
class Admitted:
    """As whom somebody acts, as far as a handler may know it, and what it hears of the event."""

    who: Who
    event: Event
    receipt_of: Thread | None = None
    """The thread whose receipt they showed: a pass stands for it on whatever they are shown."""
    waits: Waiting | None = None
    """The thread about which they act, where it waits for its release."""
    words: Sequence[Waiting] = ()
    """What they have said before in that thread, and what waits."""


Admit = Callable[[Incoming, Repository], Awaitable[Admitted]]


@dataclass(frozen=True)
class Entrance:
    """One of the ways in."""

    admit: Admit
    """Tells as whom they act. Raises Refused for whoever may not."""
    needs_no_account: Callable[[Event], bool] = lambda _event: False
    """Whether what they show is enough, whoever they are."""
    keeps_reply: bool = True
    """Whether a form that comes twice is answered from what was stored. An answer to a round leaves
    no row of its own, and counts once all the same; a code's page stands in no row."""


class Admission:
    """Tells from what somebody did as whom they did it."""

    def __init__(
        self,
        keyring: Keyring,
        redeeming: Redeeming,
        finding: Finding,
        partnership: Partnership,
        clock: Clock,
    ) -> None:
        self._keyring = keyring
        self._finding = finding
        self._redeeming = redeeming
        self._partnership = partnership
        self._raising_rate = Window(partnership.thresholds.raised_an_hour, 3600, clock)
        self._guessing = Window(GUESSES, 600, clock)
        self._entrances: Mapping[By, Entrance] = {
            "anyone": Entrance(_visitor),
            "raising": Entrance(self._raising),
            "raiser": Entrance(self._raiser, lambda event: is_pass(event.subject)),
            "person": Entrance(self._person),
            "holder": Entrance(self._holder),
            "code": Entrance(self._by_code, lambda _event: True, keeps_reply=False),
            "participant": Entrance(
                _participant, lambda event: bool(event.one("code")), keeps_reply=False
            ),
        }

    def entrance(self, verb: Verb, incoming: Incoming) -> Entrance:
        """Gives the way in for a verb. Raises Refused for strangers, where it isn't for them."""
        actor = incoming.actor
        known = actor.agency or actor.person in self._partnership.everyone_named()
        if not known and not self._takes_strangers(verb, incoming):
            raise no("guest")
        return self._entrances[verb.by]

    def _takes_strangers(self, verb: Verb, incoming: Incoming) -> bool:
        return verb.public or self._entrances[verb.by].needs_no_account(incoming.event)

    async def admit(self, verb: Verb, incoming: Incoming, repo: Repository) -> Admitted:
        """Tells as whom somebody acts. Raises Refused for whoever may not, leavers among them: the
        file may name them for long, and is no longer right about them."""
        entrance, actor = self.entrance(verb, incoming), incoming.actor
        is_open = actor.agency or self._takes_strangers(verb, incoming)
        if not is_open and actor.person in (await repo.people.left()).altogether:
            raise no("guest")
        return await entrance.admit(incoming, repo)

    async def _holder(self, incoming: Incoming, _repo: Repository) -> Admitted:
        mine = await self._keyring.mine(incoming.actor.account)
        return Admitted(ReferenceHolder(tuple(mine)), incoming.event)

    async def _by_code(self, incoming: Incoming, repo: Repository) -> Admitted:
        found = await self._redeeming.by_code(incoming.event.one("code"), repo)
        nothing = self._redeeming.refusal(incoming.actor.person) if found is None else NOTHING
        return await self._behind(found, nothing, incoming.event, repo)

    async def _raising(self, incoming: Incoming, _repo: Repository) -> Admitted:
        actor, event = incoming.actor, incoming.event
        self._raising_rate.limit = self._partnership.thresholds.raised_an_hour
        if event.one("danger") != "yes":
            if verbs()[event.verb].held and await self._holds_enough(actor.account):
                raise no("together-enough")
            if not self._raising_rate.allows(actor.person):
                raise no("too-many")
        how = event.one("how")
        if how == "confidence":
            return Admitted(InConfidence(new_ref(), actor.agency), event)
        if how == "anonymous":
            told = event.one("tell_agency") == "yes"
            hidden = Anonymous(self._way_back(incoming), actor.agency if told else None)
            return Admitted(hidden, event)
        return Admitted(_named(actor), event)

    async def _holds_enough(self, person: PersonId) -> bool:
        """Tells whether so much of theirs is held that they may hold no more: nobody asks by that
        whether others hold anything, one thing after the other."""
        mine = await self._finding.threads_of(await self._keyring.mine(person))
        return sum(item.held for item in mine) >= HELD_MOST

    def _way_back(self, incoming: Incoming) -> str:
        if not wants_receipt(incoming.event):
            return new_ref()
        receipts = self._redeeming.receipts
        return receipts.tag(receipts.code_for(incoming.token))

    async def _person(self, incoming: Incoming, repo: Repository) -> Admitted:
        """Somebody in their role; nobody reads or answers what they raised, hidden, themselves.

        Others can't see that: it was put before them as before everybody in that role.
        """
        actor, event = incoming.actor, incoming.event
        if verbs()[event.verb].guesses and not self._guessing.allows(actor.account):
            raise no("accounts-too-many")
        thread = await repo.thread(event.subject, lock=False)
        if thread is None or thread.how == How.NAMED or verbs()[event.verb].own:
            return Admitted(_named(actor), event)
        for account in repo.partnership.accounts_of(actor.person):
            if await self._keyring.belongs(thread.way_back, account):
                raise no("not-your-own")
        return Admitted(_named(actor), event)

    async def _raiser(self, incoming: Incoming, repo: Repository) -> Admitted:
        actor, event = incoming.actor, incoming.event
        if is_pass(event.subject):
            found = await self._redeeming.by_pass(event.subject, repo)
            return await self._behind(found, RAN_OUT, event, repo)
        thread = await repo.thread(event.subject, lock=False)
        if thread is None:
            return await self._raiser_of_waiting(incoming)
        if thread.how == How.NAMED:
            if thread.raiser != actor.person:
                raise no("not-yours")
            return Admitted(_named(actor), event)
        if not await self._keyring.belongs(thread.way_back, actor.account):
            raise no("not-yours")
        words = await self._finding.hear(thread, repo)
        return Admitted(_hidden(thread), event, words=words)

    async def _raiser_of_waiting(self, incoming: Incoming) -> Admitted:
        mine = await self._keyring.mine(incoming.actor.account)
        for item in await self._finding.threads_of(mine):
            if (thread := thread_of(item)).id == incoming.event.subject:
                return Admitted(_hidden(thread), incoming.event, waits=item)
        raise no("not-yours")

    async def _behind(
        self, found: Thread | Waiting | None, nothing: Refuse, event: Event, repo: Repository
    ) -> Admitted:
        if found is None:
            raise Refused(nothing)
        if isinstance(found, Waiting):
            thread = thread_of(found)
            own = replace(event, subject=thread.id)
            return Admitted(_hidden(thread), own, thread, waits=found)
        words = await self._finding.hear(found, repo)
        return Admitted(_hidden(found), replace(event, subject=found.id), found, words=words)


async def _visitor(incoming: Incoming, repo: Repository) -> Admitted:
    actor = incoming.actor
    leads = bool(repo.partnership.is_lead(actor.person))
    return Admitted(Visitor(actor.agency, leads), incoming.event)


async def _participant(incoming: Incoming, repo: Repository) -> Admitted:
    """Somebody in the room; with a code, it tells which room."""
    event = incoming.event
    if not (code := event.one("code")):
        return Admitted(Participant(), event)
    found = await repo.pauses.by_code(code)
    if found is None:
        raise Refused(Refuse({"code": say("pause-code-wrong")}))
    return Admitted(Participant(coded=True), replace(event, subject=found.id))


def is_pass(subject: str) -> bool:
    """Tells whether this stands for a receipt that was shown; a thread's own id is shorter."""
    return len(subject) == PASS_LENGTH


def _hidden(thread: Thread) -> InConfidence | Anonymous:
    told = AgencyId(thread.told_agency) if thread.told_agency else None
    kind = InConfidence if thread.how == How.CONFIDENCE else Anonymous
    return kind(thread.way_back, told)


def wants_receipt(event: Event) -> bool:
    """Tells whether they keep no address with us, and come back with a code."""
    receipt = event.verb == "challenge.send" and event.one("replies") == "receipt"
    return receipt and event.one("how") == "anonymous"


def _named(actor: Actor) -> Named:
    return Named(actor.person, actor.name, actor.agency, actor.account)
