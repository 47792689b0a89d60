"""What was said, sealed: one content key a thread, so that deleting the key shreds the text."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from storage.crypto.aead import derive_key, tag_of
from storage.crypto.content import ContentKey, ContentKeys, new_content_key, open_text, seal_text
from storage.engine.own_rows import OwnRows
from storage.partnership import in_one_spelling
from storage.schema import Message, ThreadKey
from storage.schema.values import Side

SENDS: Final = ("raised", "passed", "answer")
"""What is said to somebody, "answer" to add to it; and with it whom it leaves out."""


@dataclass(frozen=True)
class Spoken:
    """One thing said in a thread, opened."""

    number: int
    side: Side
    kind: str
    text: str = field(repr=False)
    reference: str = field(repr=False)
    link: str = field(repr=False)
    left_out: list[str] = field(repr=False)
    """Leads it is about, who are not to hear it; with what was raised or passed on."""
    held: bool
    day: date
    parts: dict[str, str] = field(default_factory=dict, repr=False)
    """What a challenge says besides: the decision, what is asked for, the sentence."""
    may_read: list[str] = field(default_factory=list, repr=False)
    """Those whom its words name and who may read it all the same, as was said beside it."""
    by: str = field(default="", repr=False)
    """What whoever said it in their role is called; of whoever raised it, never."""


class Texts:
    """The texts of the threads that one transaction touches."""

    def __init__(self, keys: ContentKeys, rows: OwnRows) -> None:
        self._keys = keys
        self._rows = rows
        self._opened: dict[str, ContentKey] = {}
        self._known: dict[str, bytes] = {}

    def begin(self, thread_id: str) -> bytes:
        """Makes a key for a new thread; gives it wrapped, as it is stored."""
        key = self._opened[thread_id] = new_content_key()
        return self._keys.wrap_content_key(thread_id, key)

    def know(self, thread_id: str, wrapped: bytes) -> None:
        """Keeps the key of a thread, as it was read together with others."""
        self._known[thread_id] = wrapped

    async def seal(
        self, thread_id: str, number: int, **body: str | Sequence[str] | Mapping[str, str]
    ) -> bytes:
        """Seals one thing said: its text, reference, link, and who is left out."""
        return seal_text(await self._key(thread_id), thread_id, str(number), json.dumps(body))

    async def open(self, row: Message) -> Spoken:
        """Opens one thing said."""
        body = await self.open_body(row.thread_id, row.number, row.sealed)
        return Spoken(
            number=row.number, side=row.side, kind=row.kind, held=row.held, day=row.day, **body
        )

    async def open_body(self, thread_id: str, number: int, sealed: bytes) -> dict[str, Any]:
        """Opens only what is sealed of it."""
        said = open_text(await self._key(thread_id), thread_id, str(number), sealed)
        body: dict[str, Any] = json.loads(said)
        # Sealed rows can't be migrated, and older ones spell ids as the file did then.
        for people in ("left_out", "may_read"):
            if listed := body.get(people):
                body[people] = [in_one_spelling(person) for person in listed]
        return body

    async def reference_of(self, thread_id: str) -> str:
        """Gives the reference that came with what was raised; '' where there is no text."""
        first = await self._rows.get(Message, thread_id, 1)
        if first is None or not await self.readable(thread_id):
            return ""
        return (await self.open(first)).reference

    async def open_aside(self, thread_id: str, place: int, sealed: bytes) -> str:
        """Opens a text of the thread that is no message."""
        return str((await self.open_body(thread_id, place, sealed))["text"])

    async def tag(self, thread_id: str, purpose: str) -> str:
        """Makes what finds something of a thread in a row that doesn't name it.

        Without the thread's own key nobody knows whose it is; shredded, it is found no more.
        """
        key = await self._key(thread_id)
        return tag_of(derive_key(key.reveal(), purpose), thread_id)

    async def readable(self, thread_id: str) -> bool:
        """Tells whether there is text: the sweep shreds what lost its way back."""
        return thread_id in self._opened or await self._wrapped(thread_id) is not None

    async def _key(self, thread_id: str) -> ContentKey:
        if thread_id not in self._opened:
            wrapped = await self._wrapped(thread_id)
            if wrapped is None:
                raise LookupError("This thread's text was shredded.")
            self._opened[thread_id] = self._keys.unwrap_content_key(thread_id, wrapped)
        return self._opened[thread_id]

    async def _wrapped(self, thread_id: str) -> bytes | None:
        if thread_id in self._known:
            return self._known[thread_id]
        row = await self._rows.get(ThreadKey, thread_id)
        if row is None:
            return None
        self._known[thread_id] = row.wrapped  # the session lets go of rows that nobody holds
        return row.wrapped
