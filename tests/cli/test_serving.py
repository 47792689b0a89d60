"""`upstander serve` and `upstander demo`: how they start, how they are refused, how they end."""

import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

import httpx
import pytest

from tests.cli.operator import COMMAND, Operator


def test_without_a_platform_it_says_what_to_set(anytown: Operator) -> None:
    anytown.starts("serve").refused("Neither Slack nor Teams is set up", "upstander demo")


def test_without_a_partnership_it_says_how_to_write_one(operator: Operator) -> None:
    operator.starts("serve").refused("there is no such file", "upstander init")


@pytest.mark.parametrize(
    ("setting", "value", "words"),
    [
        ("SLACK_API_URL", "https://slack.example/api/", "name a loopback host"),
        ("TEAMS_OPENID_URL", "https://keys.example/", "name a loopback host"),
        ("TEAMS_SERVICE_HOSTS", "127.0.0.1,bot.example", "name loopback hosts only"),
        ("TEAMS_STATIC_TOKEN", "hush", "set TEAMS_SERVICE_HOSTS to loopback hosts too"),
        ("UPSTANDER_PORT", "ninety", "give a whole number"),
        ("UPSTANDER_METRICS_PORT", "99999", "give at most 65535"),
        ("UPSTANDER_LOG_LEVEL", "loud", "give one of debug, info, warning, error"),
    ],
)
def test_a_setting_that_is_refused_at_start(
    anytown: Operator, setting: str, value: str, words: str
) -> None:
    anytown.settings[setting] = value
    said = anytown.types("serve")
    said.refused(f"Settings: {setting}", words)
    assert value not in said.text


def test_a_store_that_cannot_be_used_is_said_before_anything_starts(anytown: Operator) -> None:
    anytown.settings |= {
        "SLACK_BOT_TOKEN": "xoxb-a",
        "SLACK_SIGNING_SECRET": "8f742231b10e8888abcd99eeefff85a5",
        "UPSTANDER_PORT": "0",
        "UPSTANDER_DATABASE_URL": "sqlite+aiosqlite:///nowhere/main.db",
    }
    said = anytown.starts("serve")
    said.tells("nowhere is no folder that this user may read and write: make it so")
    assert said.code == 2
    assert not (anytown.folder / ".upstander").exists()


def until(stream: IO[str], pattern: str) -> re.Match[str]:
    """Reads on to the line that matches."""
    read = ""
    for line in stream:
        read += line
        if re.search(pattern, line) and (found := re.search(pattern, read)):
            return found
    raise AssertionError(f"It ended before it said {pattern!r}: {read}")


@contextmanager
def demo(operator: Operator) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """A demo that is ready, and its port."""
    with subprocess.Popen(
        [*COMMAND, "demo", "--no-open", "--port", "0"],
        cwd=operator.folder,
        env=operator.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        try:
            port = int(until(process.stdout, r"http://127\.0\.0\.1:(\d+)")[1])
            until(process.stderr, "ready")
            yield process, port
        finally:
            process.kill()


def test_a_demo_is_shown_keeps_its_port_and_ends_when_it_is_told_to(operator: Operator) -> None:
    with demo(operator) as (process, port):
        assert "Upstander" in httpx.get(f"http://127.0.0.1:{port}/").text
        second = operator.starts("demo", "--no-open", "--port", str(port))
        second.refused(f"Port {port} of 127.0.0.1 can't be had (Address already in use)", "--port")
        assert "Upstander's demo is at" not in second.text
        process.terminate()
        _, errors = process.communicate(timeout=60)
    assert process.returncode == 0
    assert "Traceback" not in errors
    assert list(operator.folder.iterdir()) == []  # nothing is kept
