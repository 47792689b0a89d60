"""What the courier hands over for people on the web: kept in memory until they look."""

import json
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count

from bot.core.delivery.answers import Unreachable
from prompts.shapes import Card
from storage.directory.members import Seen
from storage.partnership import PersonId

MEETING = "meeting"
"""Whose box is everybody's: the demo's one meeting."""
_MOST = 30


@dataclass
class _Box:
    cards: OrderedDict[str, Card] = field(default_factory=OrderedDict, repr=False)
    new: bool = False


class WebClient:
    """The last cards of each person and of the meeting, newest first. Nothing of it is written
    anywhere."""

    def __init__(self, slugs: Sequence[str]) -> None:
        self._boxes = {slug: _Box() for slug in (*slugs, MEETING)}
        self._refs = count(1)

    async def send(self, address: str, card: Card, language: str) -> str:
        """Puts a card on top."""
        box = self._box(address)
        ref = str(next(self._refs))
        box.cards[ref] = card
        box.new = True
        while len(box.cards) > _MOST:
            box.cards.popitem(last=False)
        return json.dumps({"ref": ref})

    async def update(self, address: str, ref: str, card: Card, language: str) -> None:
        """Replaces a card where it lies; one that was cleared stays away."""
        box = self._box(address)
        key = str(json.loads(ref)["ref"])
        if key in box.cards:
            box.cards[key] = card

    async def introduce(self, person: PersonId) -> Seen | None:
        """Meets nobody: the file names everyone on the web, and they are brought in at start."""
        return None

    def cards(self, slug: str) -> list[Card]:
        """Lists the newest first, and of those that ask the same of somebody only the newest.

        What only leads home is left out: there, the notice says the same.
        """
        newest: dict[object, Card] = {}
        for card in reversed(self._boxes[slug].cards.values()):
            newest.setdefault(_asking(card), card)
        return [card for card in newest.values() if not _leads_home(card)]

    def news(self, slug: str) -> bool:
        """Tells whether something came since they last looked."""
        return self._boxes[slug].new

    def seen(self, slug: str) -> None:
        """Notes that they have looked."""
        self._boxes[slug].new = False

    def clear(self, slug: str) -> None:
        """Clears all of it."""
        self._boxes[slug] = _Box()

    def _box(self, address: str) -> _Box:
        box = self._boxes.get(slug_of(address))
        if box is None:
            raise Unreachable
        return box


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
