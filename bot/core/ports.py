"""What the platforms' edges need of the rest, so that tests can hand in something small."""

from collections.abc import Sequence
from typing import Protocol

from bot.core.admission import Incoming
from handlers.contract.outcomes import Ask, Refuse
from storage.directory.members import Seen
from storage.partnership import PersonId

Reply = Ask | Refuse


class Dispatching(Protocol):
    """Decides and commits what somebody did. Fulfilled by `bot.core.dispatch.Dispatch`."""

    async def handle(self, incoming: Incoming) -> Reply:
        """Gives what to show to whoever acted; it is committed by then."""

    async def first_time(self, event_id: str) -> bool:
        """Tells whether an event wasn't delivered before."""


class Directory(Protocol):
    """Knows whom the bot was introduced to. Fulfilled by `storage.directory.members.Members`."""

    async def remember(self, members: Sequence[Seen]) -> None:
        """Adds or renews them."""

    async def forget(self, persons: Sequence[PersonId]) -> None:
        """Takes them out."""

    async def find(self, person: PersonId) -> Seen | None:
        """Gives what is known of somebody."""
