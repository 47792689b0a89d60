"""Real programs the tests talk to, and what to say when one is missing.

Each peer is a program of its own: Chromium, PostgreSQL, local-slack. Nothing here imitates one. A
peer that this machine lacks is named aloud at the start and the end of the run, and its tests are
skipped; with UPSTANDER_TESTS_NO_SKIP=1 any skip is a failure.
"""

import os
import random
import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

TESTS = Path(__file__).resolve().parent.parent
NODE_MODULES = TESTS / "node_modules"

Test = TypeVar("Test", bound=Callable[..., Any])


def no_skip() -> bool:
    """Whether a skipped test counts as a failed one, as it does in CI."""
    return os.environ.get("UPSTANDER_TESTS_NO_SKIP") == "1"


_given: set[int] = set()


def free_port() -> int:
    """A loopback port nobody holds, below those that whoever connects meanwhile is given."""
    while True:
        port = random.SystemRandom().randrange(15_000, 32_000)
        if port not in _given:
            with suppress(OSError), socket.create_server(("127.0.0.1", port)):
                _given.add(port)
                return port


def missing() -> dict[str, str]:
    """Marker by marker, what this machine lacks and how to get it."""
    from tests.peers import browser, local_slack, postgres

    checks: dict[str, Callable[[], str | None]] = {
        "browser": browser.lacking,
        "postgres": postgres.lacking,
        "slack_peer": local_slack.lacking,
    }
    found = ((marker, check()) for marker, check in checks.items())
    return {marker: reason for marker, reason in found if reason is not None}


def left_out() -> list[str]:
    """What this machine lacks and needn't have: tests that want it aren't there."""
    from tests.peers import disks, pgbouncer, set_clock

    return [
        reason
        for check in (disks.lacking, pgbouncer.lacking, set_clock.lacking)
        if (reason := check())
    ]


def where_there_is(lacking: Callable[[], str | None]) -> Callable[[Test], Test]:
    """Leaves a test out where something is lacking that not every machine can have."""

    def marked(test: Test) -> Test:
        if lacking() is not None:
            vars(test)["__test__"] = False
        return test

    return marked
