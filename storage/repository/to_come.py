"""What hidden people say with a delay: until its time nothing of it stands in main."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from storage.content import Spoken
from storage.schema import Thread

Until = Callable[[str], Awaitable[datetime | None]]


@dataclass(frozen=True)
class Later:
    """What whoever raised a thread, and is hidden, does in it at a moment to come."""

    thread: Thread = field(repr=False)
    kind: str
    """What they say; '' where they only close it."""
    text: str = field(repr=False)
    parts: Mapping[str, str] = field(repr=False)
    at: datetime
    last: bool
    """At one moment it comes after all others."""


async def _nothing_waits(_ref: str) -> datetime | None:
    return None


class ToCome:
    """What one transaction adds to what waits, and what it knows of it."""

    def __init__(self) -> None:
        self.added: list[Later] = []
        self.sent: Mapping[str, object] | None = None
        """The form by which that was said, which waits beside it."""
        self.words: Mapping[str, Sequence[Spoken]] = {}
        """By thread, what whoever acts has said there, and what waits."""
        self.until: Until = _nothing_waits
        """Tells until when words wait that belong to a return reference."""

    async def say(
        self,
        thread: Thread,
        kind: str,
        text: str,
        at: datetime,
        *,
        parts: Mapping[str, str] | None = None,
        last: bool = False,
    ) -> None:
        """Has what its hidden raiser says wait for its time.

        Without a kind they say nothing, and close it then.
        """
        self.added.append(Later(thread, kind, text, parts or {}, at, last))

    async def waits_until(self, thread: Thread) -> datetime | None:
        """Finds until when words wait of whoever raised it; None if none do."""
        return await self.until(thread.return_ref) if thread.return_ref else None
