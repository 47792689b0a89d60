"""Tells people by e-mail that something waits for them, where nothing else pushes.

What it says is always the same, so one says it for everything that waits just then. Only what goes
to somebody by name comes here: nobody hidden is ever written to.
"""

from datetime import datetime, timedelta
from typing import Final, Protocol

from bot.core.delivery.answers import NotYet, PerhapsArrived, Unreachable
from storage.delivery.mailboxes import Mailboxes, MailTurn, NoTurn
from storage.delivery.outbox import OutboxMessage
from storage.engine.clock import Clock
from storage.partnership import Partnership, PersonId, WebMember, WorkingTime
from storage.partnership.calendar import NeverOpenError

MORNING: Final = timedelta(minutes=3)
"""What waited for an agency to open goes so much later, together with the morning's list."""


class Post(Protocol):
    """Sends the one letter there is. Fulfilled by `bot.mail.notices.Notices`."""

    async def tell(self, address: str, language: str) -> None:
        """Says that something waits. Raises what `bot.core.delivery.answers` names."""


class ByMail:
    """E-mail for one partnership; without a post nobody gets any."""

    def __init__(
        self, mailboxes: Mailboxes, partnership: Partnership, clock: Clock, post: Post | None = None
    ) -> None:
        self._mailboxes = mailboxes
        self._partnership = partnership
        self._clock = clock
        self.post = post

    async def reaches(self, person: PersonId, *, urgent: bool) -> bool:
        """Tells whether somebody is sent e-mail: else what waits stands on their pages alone."""
        if self.post is None or self._address(person) is None:
            return False
        return urgent or not await self._mailboxes.is_off(person)

    async def tell(self, message: OutboxMessage, language: str) -> MailTurn:
        """Sends somebody an e-mail; gives the turn in which it went, to be ended once all that it
        covers is acknowledged, which is nothing where one went before. Raises NotYet before its
        time.
        """
        person = PersonId(message.person or "")
        member = self._partnership.member(person)
        if self.post is None or member is None or member.email is None:
            raise Unreachable("no_address")
        if not message.urgent:
            self._in_hours(member)
        turn = await self._mailboxes.take(message, self._clock)
        if isinstance(turn, NoTurn):
            raise NotYet(turn.until, held=not turn.sending)
        if turn.covers:
            await self._send(self.post, member.email, language, turn)
        return turn

    async def end(self, turn: MailTurn) -> None:
        """Ends a turn in which one went: until then nobody sends another, also in danger."""
        await self._mailboxes.sent(turn)

    async def _send(self, post: Post, address: str, language: str, turn: MailTurn) -> None:
        try:
            await post.tell(address, language)
        except (PerhapsArrived, TimeoutError):
            await self._mailboxes.sent(turn)
            raise
        except Unreachable:
            await self._mailboxes.refused(turn)
            raise
        except Exception:
            await self._mailboxes.failed(turn, self._clock)
            raise

    def _in_hours(self, member: WebMember) -> None:
        now = self._clock.now()
        opens = self._opens(member, now)
        if opens > now:
            raise NotYet(opens + MORNING, held=True)

    def _opens(self, member: WebMember, now: datetime) -> datetime:
        agency = self._partnership.agency(member.agency)
        try:
            return WorkingTime(agency).next_opening(now)
        except NeverOpenError:
            return now  # better out of hours than never

    def _address(self, person: PersonId) -> str | None:
        member = self._partnership.member(person)
        return member.email if member else None
