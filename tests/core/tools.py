"""PostgreSQL's programs of the server's own version, where a command looks for them."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

import psycopg
import pytest
from sqlalchemy.engine import make_url

from bot.base.settings import Settings
from bot.cli.demo import EXAMPLE
from tests.conftest import Stores


def settings_of(stores: Stores, folder: Path, file: Path = EXAMPLE) -> Settings:
    """What an operator of these stores has set."""
    return Settings(
        data_dir=folder, partnership=file, database_url=stores.main_url,
        keyring_url=stores.keyring_url,
    )  # fmt: skip


def address(url: str) -> str:
    """A database's address as PostgreSQL's programs take it."""
    return make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)


def folder_of(url: str) -> Path:
    """Where the server has its programs."""
    with psycopg.connect(address(url)) as connection:
        found = connection.execute("SELECT setting FROM pg_config WHERE name = 'BINDIR'").fetchone()
    assert found is not None
    return Path(str(found[0]))


def put_first(stores: Stores, environment: pytest.MonkeyPatch) -> None:
    """Whoever types pg_dump from now on gets the one that fits the server."""
    if stores.kind == "postgres":
        path = f"{folder_of(stores.main_url)}{os.pathsep}{os.environ['PATH']}"
        environment.setenv("PATH", path)


def run(url: str, name: str, *arguments: str) -> bytes:
    """Runs one of them; gives what it printed."""
    command: Sequence[str] = (str(folder_of(url) / name), *arguments)
    return subprocess.run(command, check=True, capture_output=True).stdout
