"""What a modal carries with it, unseen: what submitting does, and how it was opened."""

import json
from dataclasses import dataclass, field

from handlers.contract import Event
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
        )

    @property
    def opened(self) -> Event:
        """The event that asks for this form anew."""
        return Event(self.opened_verb, self.opened_subject, {}, self.link, self.link_tells)

    def pack(self) -> str:
        """As text for private_metadata; a link that is too long stays behind."""
        packed = self._json(self.link)
        return packed if len(packed) <= MOST else self._json("")

    def _json(self, link: str) -> str:
        rows = [self.verb, self.subject, self.token, link, self.link_tells]
        return json.dumps([*rows, self.opened_verb, self.opened_subject, self.home])

    @staticmethod
    def unpack(text: str) -> "Meta":
        """Back from private_metadata. Raises ValueError on anything we didn't write."""
        rows = json.loads(text)
        match rows:
            case [str(), str(), str(), str(), bool(), str(), str(), bool()]:
                return Meta(*rows)
            case _:
                raise ValueError("This view wasn't made by us.")
