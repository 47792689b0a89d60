"""What hidden people say with a delay: until its time nothing of it stands in main."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from storage.content import Spoken
from storage.repository.held import Held
from storage.schema import Thread
from storage.schema.values import Side

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
    left_out: Sequence[str] = field(default=(), repr=False)
    may_read: Sequence[str] = field(default=(), repr=False)


def waits(kind: str, text: str, parts: Mapping[str, str], day: date) -> Spoken:
    """Makes of words that wait what whoever said them is shown of it."""
    return Spoken(
        number=0, side="raiser", kind=kind, text=text, reference="", link="", left_out=[],
        held=True, day=day, parts=dict(parts),
    )  # fmt: skip


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
        self.closing: frozenset[str] = frozenset()
        """Threads that whoever acts has closed, at a time that is still to come."""
        self.held: dict[str, Held] = {}
        """By thread, what is held until others have seen the same."""
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
        left_out: Sequence[str] = (),
        may_read: Sequence[str] = (),
    ) -> None:
        """Has what its hidden raiser says wait for its time.

        Without a kind they say nothing, and close it then.
        """
        self.added.append(Later(thread, kind, text, parts or {}, at, last, left_out, may_read))

    def said_in(self, thread_id: str, reader: Side, today: date) -> list[Spoken]:
        """Lists what waits of what was said in a thread: nobody but who said it reads that."""
        if reader != "raiser":
            return []
        mine = (each for each in self.added if each.thread.id == thread_id and each.kind)
        new = (waits(each.kind, each.text, each.parts, today) for each in mine)
        return [*self.words.get(thread_id, ()), *new]

    async def waits_until(self, thread: Thread) -> datetime | None:
        """Finds until when words wait of whoever raised it; None if none do."""
        return await self.until(thread.return_ref) if thread.return_ref else None
