"""What the courier hands over for people on the web: it lies on their own page until they clear it.

What only leads home isn't kept, as all that goes to hidden people: no row tells of them.
"""

import json
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Final, Protocol

from pydantic import TypeAdapter

from bot.core.delivery.answers import Unreachable
from prompts.shapes import Card
from storage.directory.members import Seen
from storage.engine.clock import Clock
from storage.partnership import PersonId

MEETING: Final = "meeting"
"""Whose box is everybody's: the demo's one meeting."""
_NOT_KEPT: Final = "-"
_cards: Final[TypeAdapter[Card]] = TypeAdapter(Card)


class Boxes(Protocol):
    """Keeps what lies on people's pages. Fulfilled by `storage.delivery.web_boxes.WebBoxes`."""

    async def put(self, box: str, text: str, now: datetime) -> str:
        """Lays a message on top; gives its name."""

    async def replace(self, box: str, name: str, text: str) -> None:
        """Replaces one where it lies; one that was cleared stays away."""

    async def lying(self, box: str) -> Sequence[str]:
        """Reads a box, the newest first."""

    async def clear(self, boxes: Sequence[str]) -> None:
        """Clears these."""


class WebClient:
    """The last cards of each person and of the meeting, newest first.

    That there is something new is known in memory alone: a mark that is written when somebody
    reads would tell when they were here.
    """

    def __init__(self, slugs: Collection[str], boxes: Boxes, clock: Clock) -> None:
        self._slugs = slugs  # who is listed changes while this is served
        self._boxes = boxes
        self._clock = clock
        self._new: set[str] = set()

    async def send(self, address: str, card: Card, language: str) -> str:
        """Puts a card on top."""
        slug, ref = self._box(address), _NOT_KEPT
        if not _leads_home(card):
            ref = await self._boxes.put(slug, _cards.dump_json(card).decode(), self._clock.now())
        self._new.add(slug)
        return json.dumps({"ref": ref})

    async def update(self, address: str, ref: str, card: Card, language: str) -> None:
        """Replaces a card where it lies; one that was cleared stays away."""
        name, text = str(json.loads(ref)["ref"]), _cards.dump_json(card).decode()
        await self._boxes.replace(self._box(address), name, text)

    async def introduce(self, person: PersonId) -> Seen | None:
        """Meets nobody: the file names everyone on the web, and they are brought in at start."""
        return None

    async def cards(self, slug: str) -> list[Card]:
        """Lists the newest first, and of those that ask the same of somebody only the newest.

        What only leads home is left out: there, the notice says the same. Whoever gets their
        messages elsewhere has none here, and may look all the same.
        """
        if not self._has(slug):
            return []
        newest: dict[object, Card] = {}
        for text in await self._boxes.lying(slug):
            card = _cards.validate_json(text)
            newest.setdefault(_asking(card), card)
        return [card for card in newest.values() if not _leads_home(card)]

    def news(self, slug: str) -> bool:
        """Tells whether something came since they last looked."""
        return slug in self._new

    def seen(self, slug: str) -> None:
        """Notes that they have looked."""
        self._new.discard(slug)

    async def clear(self, slug: str) -> None:
        """Clears all of it."""
        if self._has(slug):
            await self._boxes.clear([slug])
            self._new.discard(slug)

    def _has(self, slug: str) -> bool:
        return slug == MEETING or slug in self._slugs

    def _box(self, address: str) -> str:
        slug = slug_of(address)
        if not self._has(slug):
            raise Unreachable
        return slug


def _asking(card: Card) -> object:
    """What can be done with it; a card with nothing to press is like no other."""
    return tuple((button.verb, button.subject) for button in card.buttons) or id(card)


def _leads_home(card: Card) -> bool:
    return bool(card.buttons) and all(button.verb == "mine" for button in card.buttons)


def address_of(slug: str) -> str:
    """Writes the address of a web person, as the courier keeps it."""
    return json.dumps({"slug": slug})


def slug_of(address: str) -> str:
    """Reads the short name in an address; empty if it isn't one of ours."""
    try:
        found = json.loads(address)
    except ValueError:
        return ""
    return str(found.get("slug", "")) if isinstance(found, dict) else ""
