"""No log, at any level, says who or what: neither ours nor a library's."""

import asyncio
import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr

from bot.base import metrics
from bot.base.logs import QUIET, log, set_up_logging
from bot.core.delivery.answers import TryAgain
from tests.core.anytown import CONCERN, Town

SECRET = "Leila Haddad said that the meeting ended"


@contextmanager
def as_served() -> Iterator[io.StringIO]:
    """Logging as the server has it, at its loudest; afterwards as it was."""
    root = logging.getLogger()
    names = (*QUIET, "upstander")
    before = root.handlers[:], root.level, logging.raiseExceptions
    levels = {name: logging.getLogger(name).level for name in names}
    said = io.StringIO()
    try:
        with redirect_stderr(said):
            set_up_logging(logging.DEBUG)
            yield said
    finally:
        root.handlers[:], level, logging.raiseExceptions = before
        root.setLevel(level)
        for name, was in levels.items():
            logging.getLogger(name).setLevel(was)


def _failed() -> None:
    raise ValueError(SECRET)


def test_an_error_is_logged_by_its_kind_and_place() -> None:
    with as_served() as stream:
        try:
            _failed()
        except ValueError as error:
            log.failed("delivery", error)
            logging.getLogger("slack_sdk").exception("could not send %s", SECRET)
            logging.getLogger("anything").exception(SECRET)
    said = stream.getvalue()
    assert "delivery failed (ValueError at " in said
    assert "a message of slack_sdk, withheld (ValueError" in said
    assert "Leila" not in said
    assert "meeting" not in said


def test_our_own_sentences_come_with_their_numbers() -> None:
    with as_served() as stream:
        log.said("swept both stores", orphans=2, closed=0)
    assert "info swept both stores orphans=2 closed=0" in stream.getvalue()


def test_a_line_that_cannot_be_written_is_not_told_in_another_way() -> None:
    with as_served() as stream, redirect_stderr(io.StringIO()) as elsewhere:
        stream.close()
        logging.getLogger("slack_sdk").error("could not send %s", SECRET)
        assert elsewhere.getvalue() == ""


async def test_what_a_task_dies_of_is_not_told() -> None:
    loop = asyncio.get_running_loop()
    with as_served() as stream:
        loop.call_exception_handler({"message": SECRET, "exception": RuntimeError(SECRET)})
    said = stream.getvalue()
    assert "a message of asyncio, withheld" in said
    assert "Leila" not in said


async def test_a_whole_conversation_with_trouble_logs_nobody(town: Town) -> None:
    town.client.trouble = [RuntimeError(SECRET), TryAgain(1)]
    with as_served() as stream:
        await town.raises("leila", how="confidence", what=SECRET)
        town.client.gone.add("daniel-reid")
        await (await town.does("leila", "concern")).fills(CONCERN)
        await town.core.ticks.drain()
    said = stream.getvalue()
    assert "delivery failed (RuntimeError" in said
    for trace in ("Leila", "leila", "meeting", "grace", "daniel"):
        assert trace not in said


def test_counts_carry_no_labels() -> None:
    for line in metrics.exposition().decode().splitlines():
        assert line.startswith("#") or "{" not in line
