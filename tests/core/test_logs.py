"""No log, at any level, says who or what: neither ours nor a library's."""

import asyncio
import logging
from collections.abc import Iterator

import pytest

from bot import metrics
from bot.courier import TryAgain
from bot.logs import log, set_up_logging
from tests.core.anytown import CONCERN, Town

SECRET = "Leila Haddad said that the meeting ended"


@pytest.fixture
def quiet(capsys: pytest.CaptureFixture[str]) -> Iterator[pytest.CaptureFixture[str]]:
    """Logging as the server has it, at its loudest; afterwards as it was."""
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    set_up_logging(logging.DEBUG)
    yield capsys
    root.handlers[:] = before
    root.setLevel(level)


def test_an_error_is_logged_by_its_kind_and_place(
    quiet: pytest.CaptureFixture[str],
) -> None:
    try:
        raise ValueError(SECRET)
    except ValueError as error:
        log.failed("delivery", error)
        logging.getLogger("slack_sdk").exception("could not send %s", SECRET)
        logging.getLogger("anything").error(SECRET, exc_info=True)
    said = quiet.readouterr().err
    assert "delivery failed (ValueError at " in said
    assert "a message of slack_sdk, withheld (ValueError" in said
    assert "Leila" not in said
    assert "meeting" not in said


def test_our_own_sentences_come_with_their_numbers(quiet: pytest.CaptureFixture[str]) -> None:
    log.said("swept both stores", orphans=2, closed=0)
    assert "info swept both stores orphans=2 closed=0" in quiet.readouterr().err


async def test_what_a_task_dies_of_is_not_told(quiet: pytest.CaptureFixture[str]) -> None:
    loop = asyncio.get_running_loop()
    loop.call_exception_handler({"message": SECRET, "exception": RuntimeError(SECRET)})
    said = quiet.readouterr().err
    assert "a message of asyncio, withheld" in said
    assert "Leila" not in said


async def test_a_whole_conversation_with_trouble_logs_nobody(
    town: Town, quiet: pytest.CaptureFixture[str]
) -> None:
    town.client.trouble = [RuntimeError(SECRET), TryAgain(1)]
    await town.raises("leila", how="confidence", what=SECRET)
    town.client.gone.add("daniel-reid")
    await (await town.does("leila", "concern")).fills(CONCERN)
    await town.core.ticks.settle()
    said = quiet.readouterr().err
    assert "delivery failed (RuntimeError" in said
    for trace in ("Leila", "leila", "meeting", "grace", "daniel"):
        assert trace not in said


def test_counts_carry_no_labels() -> None:
    for line in metrics.exposition().decode().splitlines():
        assert line.startswith("#") or "{" not in line
