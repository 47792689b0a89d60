"""What takes messages to people, put together."""

import asyncio
from typing import NamedTuple

from bot.base.pacing import Pacing
from bot.base.settings import Settings
from bot.core.delivery.absences import Absences
from bot.core.delivery.answers import Client
from bot.core.delivery.attempts import Attempts
from bot.core.delivery.by_mail import ByMail
from bot.core.delivery.courier import Courier
from bot.core.delivery.faults import Faults
from bot.core.delivery.unreached import Unreached
from bot.core.unit_of_work import Transactions
from bot.mail.notices import notices_of
from storage.delivery.mailboxes import Mailboxes
from storage.delivery.outbox import OutboxStore
from storage.directory.meetings import Rooms
from storage.directory.members import Members


class Sending(NamedTuple):
    """What takes messages to people, and what becomes of those that reach nobody."""

    courier: Courier
    faults: Faults
    unreached: Unreached
    mail: ByMail


def sending_to(
    settings: Settings,
    of: Transactions,
    outbox: OutboxStore,
    members: Members,
    clients: dict[str, Client],
    bell: asyncio.Event,
) -> Sending:
    """Builds it; of several servers each has its own, on one outbox."""
    rooms, pace = Rooms(of.engine, of.partnership.id), Pacing(settings.pace_seconds)
    faults, unreached = Faults(), Unreached(outbox, of, Absences(of))
    mailboxes = Mailboxes(of.engine, of.partnership.id)
    mail = ByMail(mailboxes, of.partnership, of.clock, notices_of(settings))
    attempts = Attempts(
        outbox, of.keyring, members, rooms, clients, of.clock, pace, faults, unreached, mail
    )
    return Sending(Courier(outbox, attempts, of.clock, bell), faults, unreached, mail)
