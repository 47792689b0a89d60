"""Allow-listed logging: only sentences written here, with numbers.

Whatever a library logs is reduced to its name and level, since its text may carry a person, a
channel or content.
"""

import logging
import sys
import traceback

from bot.base.outage import OVER, Outage
from storage.engine.failures import is_away

QUIET = (
    "slack_bolt", "slack_sdk", "microsoft_teams", "httpx", "httpcore", "asyncio", "aiohttp",
    "sqlalchemy", "apscheduler", "uvicorn", "alembic", "msal", "urllib3",
)  # fmt: skip


class _Guarded(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        """Writes a line without anything that a library wanted to say."""
        stamp = self.formatTime(record, "%Y-%m-%dT%H:%M:%S")
        said = getattr(record, "upstander_said", None)
        if not isinstance(said, str):
            said = f"a message of {record.name}, withheld"
        error = record.exc_info[1] if record.exc_info else None
        return f"{stamp} {record.levelname.lower()} {said}{_where(error)}"


def _where(error: BaseException | None) -> str:
    if error is None:
        return ""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {frames[-1].name}:{frames[-1].lineno}" if frames else ""
    return f" ({type(error).__name__}{place})"


class Log:
    """The sentences this program may log."""

    def __init__(self, outage: Outage | None = None) -> None:
        self._outage = outage or Outage()
        self._logger = logging.getLogger("upstander")

    def said(self, sentence: str, **numbers: int | float) -> None:
        """Logs a sentence of our own, with numbers only."""
        counts = "".join(f" {name}={value}" for name, value in numbers.items())
        self._logger.info("", extra={"upstander_said": sentence + counts})

    def wrong(self, sentence: str) -> None:
        """Logs a sentence of our own that somebody has to act on, whatever the level."""
        self._logger.error("", extra={"upstander_said": sentence})

    def failed(self, where: str, error: BaseException) -> None:
        """Logs an error by its type and place, without its text; of a database that is away, which
        many ask each second, once and then rarely."""
        said = f"{where} failed{_where(error)}"
        for line in self._outage.lines(said) if is_away(error) else [said]:
            self.wrong(line)

    @property
    def fails(self) -> bool:
        """Whether a database has failed that isn't known to do its work again."""
        return self._outage.lasts

    def over(self) -> None:
        """Logs that all databases do their work again."""
        self._outage.over()
        self.said(OVER)

    def begin(self) -> None:
        """Begins anew, with nothing that was said before."""
        self._outage.over()


log = Log()


def set_up_logging(level: int = logging.INFO) -> None:
    """Sends everything through the guard, at any level."""
    log.begin()
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Guarded())
    # When a line can't be written, Python would print the message it was made of instead.
    logging.raiseExceptions = False
    root = logging.getLogger()
    root.handlers[:] = [handler]
    # What a library says below a warning is withheld anyway; made at all, it would reach whatever
    # other handler somebody adds: aiosqlite's DEBUG has every parameter in it.
    quiet = max(level, logging.WARNING)
    root.setLevel(quiet)
    logging.getLogger("upstander").setLevel(level)
    for name in QUIET:
        logging.getLogger(name).setLevel(quiet)
    for name in ("uvicorn", "uvicorn.error"):
        logging.getLogger(name).handlers[:] = []
        logging.getLogger(name).propagate = True
