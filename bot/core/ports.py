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

    async def everyone(self) -> list[Seen]:
        """Gives what is known of everyone."""


class Introducing(Protocol):
    """Meets somebody now, since something is to go to them. Fulfilled by the platforms' clients."""

    async def introduce(self, person: PersonId) -> Seen | None:
        """Gives how they are reached; None for somebody whom the platform doesn't know to us.

        Only whom the partnership names is kept in the directory: for anybody else a row would tell
        that something went to them. Raises TryAgain while the platform is busy or away.
        """
