"""Event -> handler -> one transaction -> outcome, for every command alike."""

from dataclasses import replace

from sqlalchemy.exc import IntegrityError

from bot.base.logs import log
from bot.core.act import Act, Effect
from bot.core.admission import Admission, Admitted, Incoming, Refused, as_one, no
from bot.core.afterwards import Afterwards
from bot.core.ballots import casting_of
from bot.core.forms import Drafts, Earlier, SentForms, TakenBefore, checked_token
from bot.core.ports import Reply
from bot.core.receipts import Redeeming
from bot.core.return_addresses import NamesInConfidence, keep_address
from bot.core.unit_of_work import Transactions, UnitOfWork
from bot.core.unstored import not_kept
from bot.core.waiting.finding import Finding
from bot.core.waiting.staging import MovedError, Staging
from bot.core.wording import Wording, WoundsError, hinted_again, opening, shown_once
from handlers.contract.outcomes import Ask, CastAnswer, Open, Outcomes, Refuse
from handlers.contract.people import Event
from handlers.registry import verbs
from storage.engine.failures import FAILED, is_away
from storage.repository import Repository
from storage.repository.deduplication import SeenEvents

__all__ = ["Dispatch", "Reply"]

TRIES = 2
OTHERWISE = "mine.otherwise"
"""Shows whoever raised something what they sent first, beside what they wrote since."""


class Dispatch:
    """Everything people do goes through here."""

    def __init__(self, transactions: Transactions) -> None:
        of = self._transactions = transactions
        self._verbs = verbs()  # found at the start: it takes a moment, in which nobody is served
        self._seen = SeenEvents(of.engine, of.partnership.id, of.keys, of.clock)
        self._staging, finding = Staging(of), Finding(of.room)
        self._receipts = Redeeming(of.keys, of.keyring, of.clock, finding)
        self._admission = Admission(of.keyring, self._receipts, finding, of.partnership, of.clock)
        self._sent = SentForms(of.keys, of.room)
        self._effects: tuple[Effect, ...] = (
            Wording(of.partnership).look,
            NamesInConfidence(of.keyring, of.partnership).show,
            Drafts(of.partnership).begin,
            self._hide_thread,
            self._sent.remember,
            keep_address,
            _cast,
            _post,
            Afterwards(of.keyring).keep,
        )

    async def first_time(self, event_id: str) -> bool:
        """Tells whether a platform's event comes for the first time (it may be sent again)."""
        try:
            return await self._seen.first_time(event_id)
        except FAILED as error:
            if not is_away(error):
                raise
            log.failed("what came before", error)
            return True  # better answered twice than not at all

    async def handle(self, incoming: Incoming) -> Reply:
        """Answers what somebody did. Once it returns, what they said is stored."""
        actor = as_one(incoming.actor, self._transactions.partnership)
        incoming = replace(incoming, actor=actor)
        try:
            return await self._considered(incoming)
        except Refused as refused:
            return refused.refusal
        except FAILED as error:
            return not_kept(error, incoming, self._transactions.partnership)

    async def _considered(self, incoming: Incoming) -> Ask:
        """Has words that wound looked at once more; sent again, they are sent."""
        try:
            return await self._decide_again(incoming)
        except WoundsError as wounds:
            again = await self._shown_again(incoming, wounds)
        return again or await self._decide_again(shown_once(incoming))

    async def _shown_again(self, incoming: Incoming, wounds: WoundsError) -> Ask | None:
        try:
            form = (await self._decide_again(opening(incoming))).form
        except Refused:
            return None  # it is no block: what can't be shown again is sent
        hinted = hinted_again(form, incoming, wounds.hints)
        return Ask(hinted) if hinted else None

    async def _decide_again(self, incoming: Incoming) -> Ask:
        for _ in range(TRIES):
            try:
                return await self._decide(incoming)
            except (IntegrityError, MovedError):
                # The same was done twice at once, or the clock was faster: it is seen now.
                pass
        return await self._decide(incoming)

    async def _decide(self, incoming: Incoming) -> Ask:
        verb = self._verbs.get(incoming.event.verb)
        if verb is None:
            raise no("unknown-verb")
        entrance = self._admission.entrance(verb, incoming)
        token = checked_token(incoming)
        kept = entrance.keeps_reply and not verb.unseen
        tag = self._sent.tag(incoming.event.verb, token) if kept else ""
        async with self._transactions.begin() as work:
            return await self._take(incoming, tag, work)

    async def _take(self, incoming: Incoming, tag: str, work: UnitOfWork[Repository]) -> Ask:
        """Takes a form once. Other words under its token are shown beside the first, or taken."""
        earlier = await self._sent.earlier(tag, incoming, work)
        if earlier is None:
            try:
                return self._answered(await self._act(incoming, tag, work), incoming)
            except TakenBefore as taken:
                earlier = taken.earlier
        if earlier.answered is not None:
            return self._answered(earlier.answered, incoming)
        if earlier.thread and incoming.event.one("danger") != "yes":
            return await self._said_otherwise(incoming, earlier, work)
        # Danger waits for no question, and what begins nothing is simply said too.
        own = self._sent.with_own_token(incoming)
        return await self._take(own, self._sent.tag(own.event.verb, own.token), work)

    def _answered(self, ask: Ask, incoming: Incoming) -> Ask:
        return replace(ask, form=self._receipts.with_code(ask.form, incoming.token))

    async def _said_otherwise(
        self, incoming: Incoming, earlier: Earlier, work: UnitOfWork[Repository]
    ) -> Ask:
        """Asks whoever sent a form with other words whether these are added to what it began."""
        thread = await work.repo.thread(earlier.thread, lock=False)
        ref = thread.return_ref if thread else earlier.waits.ref if earlier.waits else None
        subject = self._receipts.subject_of(earlier.thread, ref, incoming.token)
        event = Event(OTHERWISE, subject, incoming.event.answers)
        try:
            return await self._act(replace(incoming, event=event, token=""), "", work)
        except Refused:
            raise no("sent-otherwise") from None

    async def _act(self, incoming: Incoming, tag: str, main: UnitOfWork[Repository]) -> Ask:
        main.repo.locks = self._verbs[incoming.event.verb].changes
        admitted = await self._admitted(incoming, main)
        async with self._staging.place(admitted, self._verbs[incoming.event.verb], main) as work:
            if tag and admitted.waits is not None:
                await self._sent.refuse_taken(work, tag, incoming)
            outcomes = await self._decided(incoming, admitted, work)
            act = Act(incoming, admitted, tag, work, outcomes, _reply(outcomes))
            for effect in self._effects:
                await effect(act)
        return act.ask

    async def _admitted(self, incoming: Incoming, work: UnitOfWork[Repository]) -> Admitted:
        verb = self._verbs[incoming.event.verb]
        return await self._admission.admit(verb, incoming, work.repo)

    async def _decided(
        self, incoming: Incoming, admitted: Admitted, work: UnitOfWork[Repository]
    ) -> Outcomes:
        """Asks the handler of a verb what it decides; it may have another's form opened."""
        handle = self._verbs[incoming.event.verb].handle
        outcomes = await handle(admitted.who, admitted.event, work.repo)
        if wanted := next((o for o in outcomes if isinstance(o, Open)), None):
            then = replace(incoming, event=Event(wanted.verb, wanted.subject, wanted.answers))
            form = await self._decided(then, await self._admitted(then, work), work)
            return [*form, *(o for o in outcomes if o is not wanted)]
        return outcomes

    async def _hide_thread(self, act: Act) -> None:
        if (thread := act.admitted.receipt_of) is not None:
            act.form = self._receipts.with_pass(act.form, thread)


def _reply(outcomes: Outcomes) -> Ask:
    reply = next(o for o in outcomes if isinstance(o, Ask | Refuse))
    if isinstance(reply, Refuse):
        raise Refused(reply)
    return reply


async def _cast(act: Act) -> None:
    for outcome in act.outcomes:
        if isinstance(outcome, CastAnswer):
            act.work.casting = casting_of(outcome, act.incoming)


async def _post(act: Act) -> None:
    await act.work.post(act.outcomes)
