"""Sessions that leave no row: sealed in the browser, and ended by a mark that hardly changes."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from secrets import token_urlsafe
from typing import Final

from starlette.requests import HTTPConnection

from bot.web.signin.cookies import SESSION, Sealed, Values, cookie, sent
from bot.web.signin.starts import SKEW
from storage.engine.clock import Clock
from storage.partnership import PersonId

_SIZE: Final = 512
AT_MOST: Final = timedelta(hours=12)
IDLE: Final = timedelta(minutes=30)
RENEWED: Final = timedelta(minutes=1)
"""So much older, and the cookie says anew that somebody is there."""


@dataclass(frozen=True)
class Session:
    """Somebody who has signed in, as their own browser says under our seal."""

    person: PersonId = field(repr=False)
    mark: str = field(repr=False)
    """What the person's mark was then: another by now, and they have signed out everywhere."""
    id: str = field(repr=False)
    """Random, and new at each sign-in; the token of their forms too is made of it."""
    begun: int
    seen: int


class Sessions:
    """Begins, reads and renews sessions."""

    def __init__(self, key: bytes, clock: Clock) -> None:
        self._sealed = Sealed(key, "session", _SIZE)
        self._clock = clock

    def begin(self, person: PersonId, mark: str) -> str:
        """Begins one; gives the header that sets its cookie. Nothing of an earlier one is kept."""
        now = self._now()
        return self._cookie(Session(person, mark, token_urlsafe(16), now, now))

    def read(self, request: HTTPConnection) -> Session | None:
        """Reads whose browser this is; None without a session, or with one whose time is over."""
        found = self._sealed.open(sent(request, SESSION))
        if found is None:
            return None
        session = Session(
            PersonId(str(found["p"])), str(found["m"]), str(found["i"]),
            int(found["b"]), int(found["s"]),
        )  # fmt: skip
        now = self._now()
        fresh = -SKEW <= now - session.begun < AT_MOST.total_seconds()
        awake = -SKEW <= now - session.seen < IDLE.total_seconds()
        return session if fresh and awake else None

    def renewed(self, session: Session) -> str | None:
        """Gives the header that says they are still here; None where the last one is new enough."""
        now = self._now()
        if now - session.seen < RENEWED.total_seconds():
            return None
        return self._cookie(replace(session, seen=now))

    def until(self, session: Session) -> date:
        """Gives the day after which no copy of its cookie opens, whatever a clock says."""
        return datetime.fromtimestamp(session.begun, UTC).date() + timedelta(days=1)

    def _cookie(self, session: Session) -> str:
        values: Values = {
            "p": session.person, "m": session.mark, "i": session.id,
            "b": session.begun, "s": session.seen,
        }  # fmt: skip
        return cookie(SESSION, self._sealed.seal(values))

    def _now(self) -> int:
        return int(self._clock.now().timestamp())
