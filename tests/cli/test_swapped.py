"""The addresses of the two stores mixed up, on both databases: nothing is made in either."""

import asyncio

import pytest
from sqlalchemy import inspect

from storage.engine.database import looking_engine, opened
from tests.cli.operator import Operator
from tests.conftest import Stores

MAIN, KEYRING, NEW = "main", "keyring", "new"
MIXED = [
    ((KEYRING, MAIN), "these two are swapped"),
    ((KEYRING, NEW), "UPSTANDER_DATABASE_URL names a keyring"),
    ((NEW, MAIN), "UPSTANDER_KEYRING_URL names a main database"),
]
COMMANDS = (
    ("check",),
    ("serve",),
    ("stores",),
    ("stores", "--join"),
    ("migrate",),
    ("backup", "copy"),
    ("restore", "partnership.yaml", "--replace"),
)


@pytest.mark.parametrize(("named", "words"), MIXED)
def test_every_command_says_so_and_nothing_is_made(
    anytown: Operator,
    stores: Stores,
    named: tuple[str, str],
    words: str,
    request: pytest.FixtureRequest,
) -> None:
    new = f"sqlite+aiosqlite:///{anytown.folder}/new.db"
    if NEW in named and stores.kind == "postgres":
        new = request.getfixturevalue("postgres_url")
    urls = {MAIN: stores.main_url, KEYRING: stores.keyring_url, NEW: new}
    anytown.settings |= {
        "UPSTANDER_DATABASE_URL": urls[named[0]],
        "UPSTANDER_KEYRING_URL": urls[named[1]],
        "SLACK_BOT_TOKEN": "xoxb-a",
        "SLACK_SIGNING_SECRET": "0123456789abcdef0123456789abcdef",
    }
    before = [asyncio.run(_tables(url)) for url in urls.values()]
    for command in COMMANDS:
        said = anytown.types(*command)
        said.refused(words, "Nothing was changed.")
        assert "run upstander migrate" not in said.text
    assert [asyncio.run(_tables(url)) for url in urls.values()] == before
    assert not (anytown.folder / "new.db").exists()
    assert not (anytown.folder / "copy").exists()


async def _tables(url: str) -> list[str]:
    async with opened(looking_engine(url)) as engine, engine.connect() as connection:
        return sorted(await connection.run_sync(lambda c: inspect(c).get_table_names()))
