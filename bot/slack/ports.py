"""What the Slack edge needs of the rest, so that tests can hand in something small."""

from collections.abc import Sequence
from typing import Protocol

from bot.core.admission import Incoming
from bot.core.dispatch import Reply
from storage.directory.members import Seen
from storage.partnership import PersonId


class Dispatching(Protocol):
    """Decides and commits what somebody did. Fulfilled by `bot.core.dispatch.Dispatch`."""

    async def handle(self, incoming: Incoming) -> Reply:
        """What to show to whoever acted; it is committed by then."""
        ...

    async def first_time(self, event_id: str) -> bool:
        """False for an event that was delivered before."""
        ...


class Directory(Protocol):
    """Whom the bot was introduced to. Fulfilled by `storage.directory.members.Members`."""

    async def remember(self, members: Sequence[Seen]) -> None:
        """Adds or renews them."""
        ...

    async def forget(self, persons: Sequence[PersonId]) -> None:
        """Takes them out."""
        ...

    async def find(self, person: PersonId) -> Seen | None:
        """What is known of somebody."""
        ...
