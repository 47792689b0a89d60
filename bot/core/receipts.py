"""Where a receipt's code, or the pass it was exchanged for, leads back to its thread.

Whatever doesn't open is answered alike and after the same work: no code, an unknown one, one whose
thread is closed. One that does is looked for by the same work, too.
"""

from dataclasses import replace

from bot.base.rate_limits import WrongTries
from bot.core.waiting.finding import Finding
from handlers.contract.outcomes import Refuse
from handlers.contract.people import RECEIPT
from handlers.receipt.command import NOTHING, REST
from prompts.shapes import Button, Form, Said
from storage.crypto.keys import Keys
from storage.crypto.receipts import Receipts
from storage.engine.clock import Clock
from storage.keyring.store import Keyring, new_ref
from storage.keyring.waiting import Waiting
from storage.repository import Repository
from storage.schema import Thread
from storage.schema.values import State


class Redeeming:
    """The way back for somebody who left no address."""

    def __init__(self, keys: Keys, keyring: Keyring, clock: Clock, finding: Finding) -> None:
        self.receipts = Receipts(keys)
        self._finding = finding
        self._keyring = keyring
        self._clock = clock
        self._wrong = WrongTries(clock)

    async def by_code(self, code: str, repo: Repository) -> Thread | Waiting | None:
        """Finds the thread of a code."""
        return await self._standing(self.receipts.tag(code), repo)

    def refusal(self, who: str) -> Refuse:
        """Says that a code opened nothing, and asks whoever was wrong very often to rest.

        In chat each person is counted; `who` is '' on the web, where networks are.
        """
        return REST if who and self._wrong.too_many(who) else NOTHING

    async def by_pass(self, text: str, repo: Repository) -> Thread | Waiting | None:
        """Finds the thread of a pass, for half an hour and while it isn't closed."""
        ref = self.receipts.open_pass(text, self._clock.now())
        return await self._standing(ref or new_ref(), repo)

    def with_pass(self, form: Form, thread: Thread) -> Form:
        """Makes a form fit to leave: a pass stands in it wherever the thread's id stood."""
        fresh = self.receipts.new_pass(thread.way_back, self._clock.now())
        return swap(form, thread.id, fresh)

    def with_code(self, form: Form, token: str) -> Form:
        """Shows a receipt's code, which is in no row: the form's token gives it each time."""
        here = [b for b in form.blocks if isinstance(b, Said) and b.text == RECEIPT]
        if not here:
            return form
        code = self.receipts.code_for(token)
        blocks = tuple(replace(b, text=code) if b in here else b for b in form.blocks)
        return replace(form, blocks=blocks)

    def subject_of(self, thread_id: str, ref: str | None, token: str) -> str:
        """Gives what stands for a thread on a form: a pass, if this token's code opens it."""
        if ref is None or ref != self.receipts.tag(self.receipts.code_for(token)):
            return thread_id
        return self.receipts.new_pass(ref, self._clock.now())

    async def leads_to(self, ref: str, repo: Repository) -> str | Waiting | None:
        """Finds what a reference opens, or its id: the same work whether it opens anything."""
        # Only a thread without an address has a receipt; its filler goes when it is closed.
        empty_handed = await self._keyring.holds_nobody(ref)
        found = await repo.lists.hidden_behind(ref)
        waits = await self._finding.threads_of((ref,))
        return (found or next(iter(waits), None)) if empty_handed else None

    async def _standing(self, ref: str, repo: Repository) -> Thread | Waiting | None:
        found = await self.leads_to(ref, repo)
        if not isinstance(found, str):
            return found
        thread = await repo.thread(found, lock=False)
        # Whoever closed it in between was faster.
        closed = thread is None or (thread.state == State.CLOSED and not thread.keeps)
        return None if closed else thread


def swap(form: Form, thread_id: str, pass_: str) -> Form:
    """Puts the pass as subject wherever this thread was it, and changes nothing else."""

    def buttons(found: tuple[Button, ...]) -> tuple[Button, ...]:
        return tuple(
            replace(button, subject=pass_) if button.subject == thread_id else button
            for button in found
        )

    return replace(
        form,
        subject=pass_ if form.subject == thread_id else form.subject,
        sections=tuple(replace(s, buttons=buttons(s.buttons)) for s in form.sections),
        buttons=buttons(form.buttons),
    )
