"""Whatever a process dies of, its last words name the kind and the place, and no value."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SECRET = "Leila Haddad left the meeting"
START = f"""
import asyncio, sys, threading, warnings
from bot.base.crash_reports import report_crashes_without_values
from bot.base.logs import set_up_logging
set_up_logging()
report_crashes_without_values()
SECRET = " ".join({SECRET.split()!r})

def fail():
    raise ValueError(SECRET)

def fail_after():
    try:
        fail()
    except ValueError as error:
        raise KeyError(SECRET) from error

def fail_together():
    raise ExceptionGroup(SECRET, [ValueError(SECRET), KeyError(SECRET)])

class Dying:
    def __del__(self):
        raise OSError(SECRET)

async def forgotten():
    async def task():
        fail()
    asyncio.get_running_loop().create_task(task(), name=SECRET)
    await asyncio.sleep(0)
    await asyncio.sleep(0)

async def called_back():
    asyncio.get_running_loop().call_soon(fail)
    await asyncio.sleep(0)
    await asyncio.sleep(0)

"""


def last_words(code: str) -> tuple[int, str]:
    """How a process that runs this ended, and all it said."""
    done = subprocess.run(
        [sys.executable, "-c", START + code], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("fail()", ["upstander ended on ValueError", " fail"]),
        ("fail_after()", ["upstander ended on KeyError", "which came after ValueError", " fail"]),
        ("fail_together()", ["ended on ExceptionGroup", "ValueError", "KeyError"]),
        ("asyncio.run(asyncio.wait_for(asyncio.to_thread(fail), 5))", ["ended on ValueError"]),
        ("threading.Thread(target=fail).start()", ["without a thread that ended on ValueError"]),
        ("Dying()", ["upstander went on after OSError", " __del__"]),
        ("asyncio.run(forgotten())", ["a message of asyncio, withheld (ValueError at fail:"]),
        ("asyncio.run(called_back())", ["a message of asyncio, withheld (ValueError at fail:"]),
        ("warnings.warn(SECRET)", ["a message of py.warnings, withheld"]),
    ],
)  # fmt: skip
def test_nothing_uncaught_tells_what_it_carries(code: str, words: list[str]) -> None:
    _, said = last_words(code)
    assert [each for each in words if each not in said] == [], said
    assert [word for word in SECRET.split() if f" {word}" in f" {said}"] == []


def test_it_still_ends_as_a_failure() -> None:
    assert last_words("fail()")[0] == 1


def test_ending_on_purpose_needs_no_words() -> None:
    assert last_words("sys.exit(3)") == (3, "")
    assert last_words("t = threading.Thread(target=sys.exit); t.start(); t.join()") == (0, "")


def test_a_screen_that_is_gone_is_no_reason_for_more_words() -> None:
    assert last_words("sys.stderr.close(); fail()") == (1, "")
