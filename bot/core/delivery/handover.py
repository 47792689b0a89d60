"""Finds where a message goes, and hands it over: to a platform, or to a page and by e-mail.

The only place that unseals.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import lru_cache

from bot.core.delivery.answers import Client, Misconfigured, Unreachable
from bot.core.delivery.by_mail import ByMail
from bot.core.waiting.bodies import cards
from prompts.shapes import Card
from storage.crypto.errors import SealBrokenError
from storage.delivery.mailboxes import MailTurn
from storage.delivery.outbox import Arrived as Stands
from storage.delivery.outbox import OutboxMessage, OutboxStore
from storage.directory.members import Seen
from storage.engine.clock import Clock
from storage.keyring.store import Keyring
from storage.partnership import PersonId, PlatformId
from storage.schema.values import CardAction


class Unmet(Exception):
    """The bot wasn't introduced to them yet, which is no attempt."""


@dataclass(frozen=True)
class Destination:
    """Where a message goes."""

    client: Client
    person: str = field(repr=False)
    address: str = field(repr=False)
    language: str


@dataclass(frozen=True)
class Arrived:
    """What stands with somebody now, and where each; '' where nothing there will be changed."""

    messages: Sequence[Stands]
    turn: MailTurn | None = None
    """In which an e-mail went that covers all of these."""
    asked: bool = True
    """Somebody else's server took it; otherwise there was nothing to ask it."""


@lru_cache(256)
def _card(text: str) -> Card:
    return cards.validate_json(text)


@dataclass(frozen=True)
class Handover:
    """Hands messages over, for one partnership."""

    outbox: OutboxStore
    keyring: Keyring
    clients: Mapping[str, Client]
    clock: Clock
    mail: ByMail | None

    async def find(self, message: OutboxMessage, known: Mapping[PersonId, Seen]) -> Destination:
        """Finds where it goes. Raises Unmet, or Unreachable where there is no way back any more."""
        if message.person is not None:
            person = PersonId(message.person)
            client = self._client_for(person)
            member = known.get(person) or await client.introduce(person)
            if member is None:
                raise Unmet
            return Destination(client, person, member.address, member.language)
        try:
            sealed = await self.keyring.open(message.return_ref or "")
        except SealBrokenError:
            raise Unreachable from None
        if sealed is None or sealed.mode == "dummy":
            raise Unreachable
        client = self._client_for(sealed.person)
        return Destination(client, sealed.person, sealed.address, sealed.language)

    def _client_for(self, person: str) -> Client:
        client = self.clients.get(PlatformId.read(person).platform)
        if client is None:
            raise Misconfigured("not_set_up")
        return client

    async def hand_over(self, message: OutboxMessage, to: Destination) -> Arrived | None:
        """Gives what arrived; None where it waits for what it changes."""
        if by_mail := await self._by_mail(message):
            if message.action == CardAction.SEND:
                return await self._told(message, to, by_mail)
            await self._changed(message, to)
            return Arrived([(message, "")], asked=False)  # their pages show how things are now
        if message.action == CardAction.SEND:
            ref = await to.client.send(to.address, _card(message.card), to.language)
            return Arrived([(message, ref)])
        stood = await self._changed(message, to)
        return Arrived([(message, "")]) if stood else await self._nothing_stands(message)

    async def _changed(self, message: OutboxMessage, to: Destination) -> bool:
        refs = await self.outbox.standing(message)
        for standing in refs:
            await to.client.update(to.address, standing, _card(message.card), to.language)
        return bool(refs)

    async def _by_mail(self, message: OutboxMessage) -> ByMail | None:
        """Gives who writes to whoever this is for; None where they are hidden, or aren't told."""
        if message.person is None or self.mail is None:
            return None
        to = PersonId(message.person)
        return self.mail if await self.mail.reaches(to, urgent=message.urgent) else None

    async def _told(self, message: OutboxMessage, to: Destination, by_mail: ByMail) -> Arrived:
        turn = await by_mail.tell(message, to.language)
        stand = [
            (each, await to.client.send(to.address, _card(each.card), to.language))
            for each in turn.covers
        ]
        return Arrived(stand, turn if turn.covers else None, asked=bool(turn.covers))

    async def _nothing_stands(self, message: OutboxMessage) -> Arrived | None:
        """Has a change wait for the card that it changes; if none comes, there is nothing to do."""
        if not await self.outbox.on_its_way(message):
            return Arrived([(message, "")], asked=False)
        await self.outbox.wait([message], self.clock.now() + timedelta(seconds=1))
        return None
