"""What a modal carries with it, unseen: what submitting does, how and where it was opened."""

import json
from dataclasses import dataclass, field

from bot.slack.channels import place_called
from handlers.contract import Event, Place
from prompts.shapes import Form

MOST = 3000
"""Slack's limit on private_metadata."""


@dataclass(frozen=True)
class Meta:
    """Carried in private_metadata. Never who, never anything typed."""

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

    @staticmethod
    def of(form: Form, opened: Event, home: bool = False) -> "Meta":
        """For a form and the event that asked for it."""
        return Meta(
            verb=form.verb,
            subject=form.subject,
            token=form.token,
            link=opened.link,
            link_tells=opened.link_tells,
            opened_verb=opened.verb,
            opened_subject=opened.subject,
            home=home,
            place_id=opened.place.id if opened.place is not None else "",
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
        """As text for private_metadata; a link that is too long stays behind."""
        packed = self._json(self.link)
        return packed if len(packed) <= MOST else self._json("")

    def _json(self, link: str) -> str:
        rows = [self.verb, self.subject, self.token, link, self.link_tells]
        opened = [self.opened_verb, self.opened_subject, self.home, self.place_id]
        return json.dumps([*rows, *opened])

    @staticmethod
    def unpack(text: str) -> "Meta":
        """Back from private_metadata. Raises ValueError on anything we didn't write."""
        rows = json.loads(text)
        match rows:
            case [str(), str(), str(), str(), bool(), str(), str(), bool()]:
                return Meta(*rows)  # a modal from before places were told, still open
            case [str(), str(), str(), str(), bool(), str(), str(), bool(), str(place)]:
                if place and place_called(place) is None:
                    raise ValueError("This place wasn't told by us.")
                return Meta(*rows)
            case _:
                raise ValueError("This view wasn't made by us.")
