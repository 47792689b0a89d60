"""What lies sealed while it waits: a thread, something said in one, or news for somebody hidden."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any, Final

from pydantic import TypeAdapter

from prompts.shapes import Card
from storage.content import Spoken
from storage.engine.ids import new_id
from storage.keyring.waiting import Waiting
from storage.repository import Repository
from storage.repository.to_come import Later, waits
from storage.schema import Thread
from storage.schema.values import Release

THREAD: Final = "thread"
WORDS: Final = "words"
NEWS: Final = "news"

cards: TypeAdapter[Card] = TypeAdapter(Card)


def words(later: Later, sent: Mapping[str, Any] | None, place: int) -> Waiting:
    """Makes what waits of something said, after so much else that waits in that thread.

    The form by which it was said is known by its id.
    """
    body = {
        "what": WORDS,
        "thread": later.thread.id,
        "kind": later.kind,
        "text": later.text,
        "parts": dict(later.parts),
        "last": later.last,
        "sent": dict(sent) if sent else None,
        "place": place,
    }
    about = {"left_out": [*later.left_out], "may_read": [*later.may_read]}
    body |= {name: people for name, people in about.items() if people}
    id = str(sent["tag"]) if sent else new_id()
    return Waiting(id, later.at, later.thread.way_back, body, _is_soon(later.thread))


def said_by(item: Waiting, repo: Repository) -> Spoken:
    """Shows to whoever said it what waits."""
    body = item.body
    return waits(body["kind"], body["text"], body["parts"], repo.today_at(None))


def news(thread: Thread, card: Card, at: datetime, said: tuple[int, bytes] | None) -> Waiting:
    """Makes a message to somebody hidden: once this was said in the thread, it is true."""
    text, (number, sealed) = cards.dump_json(card).decode(), said or (0, b"")
    about = {"number": number, "mark": mark_of(sealed)}
    body = {"what": NEWS, "thread": thread.id, "card": text, **about}
    return Waiting(new_id(), at, thread.way_back, body, _is_soon(thread))


def mark_of(sealed: bytes) -> str:
    """Tells one thing that was said from every other, the same words said once more among them."""
    return sha256(sealed).hexdigest()


def card_of(item: Waiting) -> Card:
    """Reads the message again."""
    return cards.validate_json(item.body["card"])


def is_a(item: Waiting, what: str) -> bool:
    """Tells which of the three it is."""
    return bool(item.body["what"] == what)


def in_order(items: Sequence[Waiting]) -> list[Waiting]:
    """Leaves them as they lie, but has what is said in one thread come in its order."""
    said: dict[str, list[Waiting]] = {}
    for item in items:
        if is_a(item, WORDS):
            said.setdefault(item.body["thread"], []).append(item)
    for those in said.values():
        those.sort(key=lambda item: int(item.body["place"]), reverse=True)
    return [said[item.body["thread"]].pop() if is_a(item, WORDS) else item for item in items]


def closes(item: Waiting) -> bool:
    """Tells whether by it a thread is closed, and nothing is said."""
    return is_a(item, WORDS) and not item.body["kind"]


def thread_in(item: Waiting) -> Mapping[str, Any]:
    """Finds the thread's own row in what waits of it."""
    row: Mapping[str, Any] = item.body["rows"]["thread"][0]
    return row


def _is_soon(thread: Thread) -> bool:
    return thread.release != Release.SLOT
