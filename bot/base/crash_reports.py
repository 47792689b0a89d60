"""What is said of an error that nobody caught: its kind and its place, never its values.

Python's own words would be the error's text, which may carry a person or what they wrote.
"""

import logging
import sys
import threading
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType


def report_crashes_without_values() -> None:
    """Keeps the text of whatever nobody catches to itself; asyncio's is left to the log's guard."""
    sys.excepthook = _uncaught
    threading.excepthook = _of_a_thread
    sys.unraisablehook = _unraisable
    logging.captureWarnings(True)  # a warning may quote a value; the log withholds its text


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    del kind, trace  # the error has both
    _say("ended on", error)


def _of_a_thread(args: threading.ExceptHookArgs) -> None:
    if args.exc_value is not None and not isinstance(args.exc_value, SystemExit):
        _say("went on without a thread that ended on", args.exc_value)


def _unraisable(args: "sys.UnraisableHookArgs") -> None:
    if args.exc_value is not None:
        _say("went on after", args.exc_value)


def _say(what: str, error: BaseException) -> None:
    lines = "".join(f"{line}\n" for line in _told(error))
    # A screen that is gone must not start another round of last words.
    try:
        sys.stderr.write(f"upstander {what} {lines}")
    except (OSError, ValueError, AttributeError):
        return


def _told(error: BaseException) -> Iterator[str]:
    seen: set[int] = set()
    waiting = [error]
    while waiting:
        told = waiting.pop()
        if id(told) in seen:
            continue
        yield f"{'which came after ' if seen else ''}{type(told).__name__}"
        seen.add(id(told))
        for frame in traceback.extract_tb(told.__traceback__):
            yield f"  at {'/'.join(Path(frame.filename).parts[-2:])}:{frame.lineno} {frame.name}"
        if isinstance(told, BaseExceptionGroup):
            waiting += told.exceptions
        waiting += [before for before in (told.__context__, told.__cause__) if before is not None]
