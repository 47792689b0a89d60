"""Who acted, and as whom a handler may know them: here a person becomes somebody."""

from dataclasses import dataclass, field

from bot.base.rate_limits import Window
from bot.core.receipts import Redeeming
from handlers.contract import (
    Anonymous,
    Event,
    InConfidence,
    Named,
    Participant,
    ReferenceHolder,
    Refuse,
    Visitor,
    Who,
)
from handlers.receipt.command import NOTHING, RAN_OUT
from prompts.words import say
from storage.crypto.receipts import PASS_LENGTH
from storage.engine.clock import Clock
from storage.keyring.store import Keyring, new_ref
from storage.partnership import AgencyId, PersonId
from storage.repository import Repository
from storage.schema import Thread
from storage.schema.values import How


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


def no(words: str) -> Refused:
    """A kind refusal of the whole."""
    return Refused(Refuse({"": say(words)}))


async def voice(event: Event, repo: Repository) -> tuple[Who, Thread | None]:
    """Somebody in the room; with a code, it tells which room."""
    if not (code := event.one("code")):
        return Participant(), None
    found = await repo.pauses.by_code(code)
    if found is None:
        raise Refused(Refuse({"code": say("pause-code-wrong")}))
    return Participant(coded=True), found


class Admission:
    """Tells from what somebody did as whom they did it."""

    def __init__(
        self, keyring: Keyring, redeeming: Redeeming, raised_an_hour: int, clock: Clock
    ) -> None:
        self._keyring = keyring
        self._redeeming = redeeming
        self._raising_rate = Window(raised_an_hour, 3600, clock)

    async def who(self, by: str, incoming: Incoming, repo: Repository) -> tuple[Who, Thread | None]:
        """Who acts, as the handler may know it; and the thread whose receipt they showed."""
        actor, event = incoming.actor, incoming.event
        if by == "anyone":
            return Visitor(actor.agency), None
        if by == "holder":
            return ReferenceHolder(tuple(await self._keyring.mine(actor.person))), None
        if by == "raising":
            return self._raising(incoming), None
        if by == "code":
            found = await self._redeeming.by_code(event.one("code"), actor.person, repo)
            return _behind(found, NOTHING), found
        if by == "participant":
            return await voice(event, repo)
        if by == "raiser" and is_pass(event.subject):
            found = await self._redeeming.by_pass(event.subject, repo)
            return _behind(found, RAN_OUT), found
        if by == "raiser":
            return await self._raiser(actor, await repo.thread(event.subject)), None
        return _named(actor), None

    def _raising(self, incoming: Incoming) -> Who:
        actor, event = incoming.actor, incoming.event
        if event.one("danger") != "yes" and not self._raising_rate.allows(actor.person):
            raise no("too-many")
        how = event.one("how")
        if how == "confidence":
            return InConfidence(new_ref(), actor.agency)
        if how == "anonymous":
            told = event.one("tell_agency") == "yes"
            return Anonymous(self._way_back(incoming), actor.agency if told else None)
        return _named(actor)

    def _way_back(self, incoming: Incoming) -> str:
        if not wants_receipt(incoming.event):
            return new_ref()
        receipts = self._redeeming.receipts
        return receipts.tag(receipts.code_for(incoming.token)) or new_ref()

    async def _raiser(self, actor: Actor, thread: Thread | None) -> Who:
        if thread is None:
            raise no("not-yours")
        if thread.how == How.NAMED:
            if thread.raiser != actor.person:
                raise no("not-yours")
            return _named(actor)
        if not await self._keyring.belongs(thread.return_ref, actor.person):
            raise no("not-yours")
        return _hidden(thread)


def is_pass(subject: str) -> bool:
    """Whether this stands for a receipt that was shown; a thread's own id is shorter."""
    return len(subject) == PASS_LENGTH


def _behind(thread: Thread | None, nothing: Refuse) -> Who:
    if thread is None:
        raise Refused(nothing)
    return _hidden(thread)


def _hidden(thread: Thread) -> InConfidence | Anonymous:
    told = AgencyId(thread.told_agency) if thread.told_agency else None
    kind = InConfidence if thread.how == How.CONFIDENCE else Anonymous
    return kind(thread.return_ref, told)


def wants_receipt(event: Event) -> bool:
    """They keep no address with us, and come back with a code."""
    receipt = event.verb == "challenge.send" and event.one("replies") == "receipt"
    return receipt and event.one("how") == "anonymous"


def _named(actor: Actor) -> Named:
    return Named(actor.person, actor.name, actor.agency)
