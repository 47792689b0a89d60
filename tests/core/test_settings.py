"""Settings: what is refused at start, before anything could leave for the wrong host."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.app import OneStoreError, open_stores
from bot.base.settings import Settings, is_loopback
from bot.cli.demo import EXAMPLE
from bot.wiring import build_core
from storage.crypto.secrets_file import create_secret, read_secret
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


@pytest.mark.parametrize(
    "written",
    ["xoxb-1", "xoxb-1\n", "xoxb-1\r\n", " xoxb-1\t", '"xoxb-1"', "'xoxb-1'\n", "\ufeffxoxb-1",
     '\ufeff"xoxb-1"\r\n', "“xoxb-1”", "\u200bxoxb-1\u200b", "\xa0xoxb-1", "' xoxb-1 '"],
)  # fmt: skip
def test_a_secret_is_read_as_meant(written: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SLACK_BOT_TOKEN", "TEAMS_CLIENT_SECRET", "TEAMS_TENANT_ID"):
        monkeypatch.setenv(name, written)
    read = Settings()
    assert read.slack_bot_token.get_secret_value() == "xoxb-1"
    assert read.teams_client_secret.get_secret_value() == "xoxb-1"
    assert read.teams_tenant_id == "xoxb-1"


@pytest.mark.parametrize("inside", ['a"b', "a b", "'a", "\"a'", "a~8Q~-_.b"])
def test_what_stands_inside_a_secret_is_the_secret(
    inside: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TEAMS_CLIENT_SECRET", inside)
    assert Settings().teams_client_secret.get_secret_value() == inside


@pytest.mark.parametrize("around", [b"%s\r\n", b"\xef\xbb\xbf%s\n", b'"%s"\n', b" '%s' "])
def test_a_secret_file_is_read_as_meant(around: bytes, tmp_path: Path) -> None:
    file = tmp_path / "secret.key"
    create_secret(file)
    meant = read_secret(file).reveal()
    file.write_bytes(around % file.read_bytes().strip())
    assert read_secret(file).reveal() == meant


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
