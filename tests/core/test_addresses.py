"""A database's address that can't be used: one sentence names the setting, and no piece of it."""

import pytest
from pydantic import ValidationError

from bot.base.settings import Settings

HOST = "127.0.0.1:5432/main"
SIGNS = "must be percent-encoded, most likely in the password"
MEMORY = "in memory, which forgets everything"
SPELT = "can't be read as a database's address"
WRONG = [
    (f"postgresql+psycopg://me:hush@hush@{HOST}", SIGNS),
    (f"postgresql+psycopg://me:hush@hush:hush@{HOST}", SIGNS),
    (f"postgresql+psycopg://me:hush@/hush?#@{HOST}", SIGNS),
    (f"postgresql+psycopg://me:@hush..hush@{HOST}", SIGNS),
    (f"postgresql+psycopg://me/hush:hush@{HOST}", SIGNS),
    ("postgresql+psycopg://me:hush@127.0.0.1:hush/main", SPELT),
    ("postgresql+psycopg://me:a@hush..hush/main", SPELT),
    (f"postgresql://me:hush@{HOST}", SPELT),
    (f"postgres://me:hush@{HOST}", SPELT),
    ("mysql://me:hush@a/b", SPELT),
    ("sqlite:///hush.db", SPELT),
    ("hush", SPELT),
    (":memory:", SPELT),
    ("sqlite+aiosqlite://", MEMORY),
    ("sqlite+aiosqlite:///", MEMORY),
    ("sqlite+aiosqlite:///:memory:", MEMORY),
    ("sqlite+aiosqlite:///file::memory:?uri=true", MEMORY),
    ("sqlite+aiosqlite:///file:hush?mode=memory&uri=true", MEMORY),
]


@pytest.mark.parametrize("setting", ["UPSTANDER_DATABASE_URL", "UPSTANDER_KEYRING_URL"])
@pytest.mark.parametrize(("address", "words"), WRONG)
def test_an_address_that_cannot_be_used_is_refused_without_a_piece_of_it(
    setting: str, address: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(setting, address)
    with pytest.raises(ValidationError) as refused:
        Settings()
    (told,) = refused.value.errors()
    assert told["loc"] == (setting.removeprefix("UPSTANDER_").lower(),)
    assert words in told["msg"]
    assert "hush" not in str(refused.value)


@pytest.mark.parametrize(
    "address",
    [
        f"postgresql+psycopg://me:a%40%2F%3F%23%25b@{HOST}",
        f"postgresql+psycopg://me:a/b#c?d:e@{HOST}",
        f"postgresql+psycopg://me@server:a@{HOST}",
        "postgresql+psycopg://postgres@/main?host=/run/postgresql",
        "postgresql+psycopg://me:a@[::1]:5432/main",
        "sqlite+aiosqlite:///main.sqlite3",
        "sqlite+aiosqlite:////srv/a b/main.sqlite3",
        "",
    ],
)
def test_every_other_is_taken_as_it_is(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UPSTANDER_DATABASE_URL", address)
    assert Settings().database_url == address


def test_what_a_file_left_around_an_address_is_no_part_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("UPSTANDER_DATABASE_URL", '\ufeff"sqlite+aiosqlite:///main.sqlite3"\r\n')
    assert Settings().database_url == "sqlite+aiosqlite:///main.sqlite3"
