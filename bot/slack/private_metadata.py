"""What a modal carries with it, unseen: what submitting does, how and where it was opened."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from bot.base.requests import read_json
from bot.slack.render.fields import folded
from bot.slack.workspace.channels import place_called
from handlers.contract.people import Event, Place
from prompts.shapes import Form

MOST = 3000
"""Slack's limit on private_metadata."""
OLDEST = 8
"""Values in a modal that was opened before places were told."""


@dataclass(frozen=True)
class Metadata:
    """What private_metadata carries. Never who, never anything typed."""

    verb: str = ""
    subject: str = ""
    token: str = field(default="", repr=False)
    link: str = field(default="", repr=False)
    link_tells: bool = False
    opened_verb: str = ""
    opened_subject: str = ""
    home: bool = False
    """It was opened from the Home tab, which then shows what changed."""
    place_id: str = field(default="", repr=False)
    """The channel in which it was opened; empty if there was none."""
    kept: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Answers to choose from that stand behind a closed fold, of which a view shows nothing."""

    @staticmethod
    def of(form: Form, opened: Event, home: bool = False) -> "Metadata":
        """Gathers it for a form and the event that asked for it."""
        return Metadata(
            verb=form.verb,
            subject=form.subject,
            token=form.token,
            link=opened.link,
            link_tells=opened.link_tells,
            opened_verb=opened.verb,
            opened_subject=opened.subject,
            home=home,
            place_id=opened.place.id if opened.place is not None else "",
            kept=folded(form),
        )

    @property
    def place(self) -> Place | None:
        """The meeting in which it was opened, and so in which it is sent."""
        return place_called(self.place_id)

    @property
    def opened(self) -> Event:
        """The event that asks for this form anew."""
        verb, subject = self.opened_verb, self.opened_subject
        return Event(verb, subject, {}, self.link, self.link_tells, self.place)

    def pack(self) -> str:
        """Writes it as text for private_metadata; a link that is too long stays behind."""
        packed = json.dumps(asdict(self))
        return packed if len(packed) <= MOST else json.dumps(asdict(replace(self, link="")))

    @staticmethod
    def unpack(text: str) -> "Metadata":
        """Reads it back from private_metadata. Raises ValueError on anything we didn't write."""
        found = _read(text)
        if isinstance(found, list):  # a modal from before these had names, or places, still open
            found = dict(zip(_LISTED, found if len(found) > OLDEST else [*found, ""], strict=True))
        if isinstance(found, dict):  # or from before there were folds
            found = {"kept": {}, **found}
        if not isinstance(found, dict) or {n: type(v) for n, v in found.items()} != _TYPES:
            raise ValueError("This view wasn't made by us.")
        if not all(isinstance(value, str) for value in found["kept"].values()):
            raise ValueError("These answers weren't kept by us.")
        meta = Metadata(**found)
        if meta.place_id and meta.place is None:
            raise ValueError("This place wasn't told by us.")
        return meta


def _read(text: str) -> Any:
    try:
        return read_json(text)
    except RecursionError:
        raise ValueError("Nothing of ours is nested so deep.") from None


_TYPES = {name: type(value) for name, value in asdict(Metadata()).items()}
_LISTED = [name for name in _TYPES if name != "kept"]
