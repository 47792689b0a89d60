"""Settings: what is refused at start, before anything could leave for the wrong host."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.app import OneStoreError, open_stores
from bot.base.settings import Settings, is_loopback
from bot.cli.demo import EXAMPLE
from bot.wiring import build_core
from storage.partnership.loading import read_partnership

FOREIGN = [
    "http://slack.example/api/",
    "http://127.0.0.1.example/",
    "https://127.0.0.1@evil.example/",
    "http://localhost.example:80/",
    "127.0.0.1:80",
    "http://10.0.0.1/",
    "http://0.0.0.0/",
]
LOCAL = ["http://127.0.0.1:9/api/", "http://localhost:3000/", "http://[::1]:3000/"]


@pytest.mark.parametrize("name", ["SLACK_API_URL", "TEAMS_OPENID_URL"])
@pytest.mark.parametrize("url", FOREIGN)
def test_a_peer_that_is_not_on_loopback_is_refused(
    name: str, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, url)
    with pytest.raises(ValidationError, match=f"{name} is for tests") as refused:
        Settings()
    assert url not in str(refused.value)


@pytest.mark.parametrize("name", ["SLACK_API_URL", "TEAMS_OPENID_URL"])
@pytest.mark.parametrize("url", LOCAL)
def test_a_peer_on_loopback_is_taken(name: str, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, url)
    assert url in (Settings().slack_api_url, Settings().teams_openid_url)


@pytest.mark.parametrize(
    "hosts",
    ["smba.example", "127.0.0.1,smba.example", "127.0.0.1.nip.example", "localhost,10.0.0.1"],
)
def test_every_service_host_must_be_on_loopback(
    hosts: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TEAMS_SERVICE_HOSTS", hosts)
    with pytest.raises(ValidationError, match="TEAMS_SERVICE_HOSTS"):
        Settings()


def test_a_static_token_needs_loopback_service_hosts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEAMS_STATIC_TOKEN", "a-token-nobody-should-see")
    with pytest.raises(ValidationError, match="TEAMS_STATIC_TOKEN") as refused:
        Settings()
    assert "nobody-should-see" not in str(refused.value)
    monkeypatch.setenv("TEAMS_SERVICE_HOSTS", "127.0.0.1:3978, localhost")
    assert Settings().service_hosts == ("127.0.0.1:3978", "localhost")
    assert "nobody-should-see" not in repr(Settings())


def test_what_counts_as_loopback() -> None:
    assert all(map(is_loopback, ("127.0.0.1", "127.9.9.9:80", "localhost", "::1", "[::1]")))
    assert not any(map(is_loopback, ("", "0.0.0.0", "::", "localhost.example", "10.0.0.1:80")))


async def test_nothing_is_served_from_one_database_for_both_stores(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path / 'one.sqlite3'}"
    settings = Settings(data_dir=tmp_path, database_url=url, keyring_url=url)
    core = build_core(settings, partnership=read_partnership(EXAMPLE))
    with pytest.raises(OneStoreError):
        await open_stores(core)
    await core.close()
    assert not (tmp_path / "one.sqlite3").exists()
