"""What a platform's answer to a message means: theirs, ours, passing, or perhaps it arrived.

Only *theirs* ends the attempts, and only for a code that the platform documents for exactly that:
whatever isn't known says nothing of the person, and their message waits.
"""

from datetime import datetime
from typing import Protocol

from prompts.shapes import Card
from storage.directory.members import Seen
from storage.partnership import PersonId

AN_HOUR = 3600.0
"""No wait that is asked for is taken for longer; a proxy may ask for any number of seconds."""


class Unreachable(Exception):
    """Theirs: this very person or conversation takes no messages; `code` is the platform's word."""

    def __init__(self, code: str = "unreachable") -> None:
        super().__init__("This address takes no messages.")
        self.code = _plain(code)


class Misconfigured(Exception):
    """Ours: a token, a scope, a proxy or a setting. It waits until an operator has mended that."""

    def __init__(self, code: str) -> None:
        super().__init__("The platform refuses what we are, not whom we write to.")
        self.code = _plain(code)


BUSY = "platform busy or away"
"""What stands beside such a message for whoever runs it."""


class TryAgain(Exception):
    """Passing: the platform is busy or away; `after` is how many seconds it asked us to wait."""

    def __init__(self, after: float | None = None) -> None:
        super().__init__("The platform asked to be tried again.")
        self.after = after if after is None else min(after, AN_HOUR)


class PerhapsArrived(Exception):
    """No answer came to what was sent: it may stand there already."""

    def __init__(self) -> None:
        super().__init__("Whether this message arrived is not known.")


class NotYet(Exception):
    """Its time is later, which is no attempt.

    What is `held` for a time of day or a pause waits only from then on: until then nothing is late.
    """

    def __init__(self, until: datetime, *, held: bool) -> None:
        super().__init__("The time for this message is later.")
        self.until = until
        self.held = held


def _plain(code: str) -> str:
    """Keeps a platform's own word, and nothing that it may have made of what we sent."""
    word = code.replace("_", "")
    return code[:32] if word.isalnum() and word.isascii() else "something unknown"


NOT_SENT = (Unreachable, Misconfigured, TryAgain, PerhapsArrived)
"""Whatever keeps a message from being sent now."""


class Client(Protocol):
    """What a platform can do for the courier. Addresses and refs are JSON it made itself.

    Each raises the exceptions above, and nothing else on purpose.
    """

    async def send(self, address: str, card: Card, language: str) -> str:
        """Sends a card; gives where it now stands."""

    async def update(self, address: str, ref: str, card: Card, language: str) -> None:
        """Changes a card that was sent."""

    async def introduce(self, person: PersonId) -> Seen | None:
        """Meets somebody who isn't in the directory yet, if they can be met."""
