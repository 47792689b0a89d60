"""An operator in an empty folder."""

import asyncio
import shutil
from pathlib import Path

import pytest

from tests.cli.operator import Operator
from tests.cli.served import DATA, KEYS, serve_once


@pytest.fixture
def operator(tmp_path: Path) -> Operator:
    """Has nothing set and nothing written yet."""
    return Operator(tmp_path)


@pytest.fixture
def anytown(operator: Operator) -> Operator:
    """Has the example partnership's file."""
    operator.has_the_example()
    return operator


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a server ran: a folder of stores, and one of keys."""
    operator = Operator(tmp_path_factory.mktemp("served"))
    asyncio.run(serve_once(operator))
    return operator.folder


@pytest.fixture
def used(anytown: Operator, served: Path) -> Operator:
    """Has served for a while: an anonymous concern is open, and one by name."""
    anytown.settings |= {
        "SLACK_BOT_TOKEN": "xoxb-a",
        "SLACK_SIGNING_SECRET": "8f742231b10e8888abcd99eeefff85a5",
        "SLACK_API_URL": "http://127.0.0.1:9/api/",
    }
    for name in (DATA, KEYS):
        shutil.copytree(served / name, anytown.folder / name)
    return anytown
