"""Frozen settings, read once from the environment. docs/settings.md explains each."""

import re
from functools import cached_property
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import SettingsConfigDict

from bot.base.addresses import usable
from bot.base.credentials.expiring import expiring
from bot.base.networks import Network, networks_of
from bot.base.sign_in_settings import SignInSettings, is_loopback

__all__ = ["Settings", "as_meant", "is_loopback"]

ORIGIN = re.compile(r"https?://(\[[0-9A-Fa-f:]+\]|[A-Za-z0-9._-]+)(:[0-9]{1,5})?/?")
"""An address with nothing behind the host: our pages and stylesheets stand at the top."""

ROOT, RATCHETS = "secret.key", "ratchet-*"
"""What the files of keys are called in their folder."""
AROUND = " \t\r\n\x0b\x0c\x00\x85\xa0\u200b\u200e\u200f\u2060\ufeff"
"""What files, editors and clipboards leave around a value, mostly unseen."""
QUOTES = (('"', '"'), ("'", "'"), ("“", "”"), ("‘", "’"))


class Settings(SignInSettings):
    """What operators set. Secrets never show in a log or an error."""

    model_config = SettingsConfigDict(
        frozen=True, hide_input_in_errors=True, env_prefix="UPSTANDER_", populate_by_name=True
    )

    partnership: Path = Path("partnership.yaml")
    """The partnership's file."""
    data_dir: Path = Path(".upstander")
    """Where the databases stand unless told otherwise."""
    keys_dir: Path | None = None
    """Where the secret and the ratchet stand; beside the data folder, not in it, if not set."""
    database_url: str = ""
    """The main database; embedded SQLite in the data folder if empty."""
    keyring_url: str = ""
    """The keyring: a store of its own that is never backed up."""
    secret_file: Path | None = None
    """The root secret; made at the first start in the keys' folder if not set."""
    host: str = "127.0.0.1"
    """The address to listen on."""
    port: int = Field(default=8750, ge=0, le=65535)
    """The port to listen on."""
    metrics_host: str = "127.0.0.1"
    """The address to listen on for those who run it: counts, and why it isn't ready."""
    metrics_port: int = Field(default=8751, ge=0, le=65535)
    """The port for them; 0 opens none."""
    trusted_proxies: str = ""
    """Networks whose word is taken for where a request came from."""
    pace_seconds: float = Field(default=1.0, ge=0, le=60)
    """Seconds between two messages to one person on Slack or Teams, which they ask of bots."""
    heartbeat_url: SecretStr = SecretStr("")
    """Asked for each minute in which the clock did its work: a dead man's switch. Says nothing."""
    public_url: str = ""
    """Where people's browsers reach this server; QR codes lead there."""
    expires: str = ""
    """On which day credentials end, as NAME=2027-05-01 with commas between: nobody tells us."""
    log_level: str = Field(default="info", pattern="^(debug|info|warning|error)$")
    """How much is logged; no level logs people or content."""

    slack_bot_token: SecretStr = Field(default=SecretStr(""), validation_alias="SLACK_BOT_TOKEN")
    slack_signing_secret: SecretStr = Field(
        default=SecretStr(""), validation_alias="SLACK_SIGNING_SECRET"
    )
    slack_app_token: SecretStr = Field(default=SecretStr(""), validation_alias="SLACK_APP_TOKEN")
    slack_api_url: str = Field(default="", validation_alias="SLACK_API_URL")
    teams_client_id: str = Field(default="", validation_alias="TEAMS_CLIENT_ID")
    teams_client_secret: SecretStr = Field(
        default=SecretStr(""), validation_alias="TEAMS_CLIENT_SECRET"
    )
    teams_tenant_id: str = Field(default="", validation_alias="TEAMS_TENANT_ID")
    teams_tab: bool = Field(default=False, validation_alias="TEAMS_TAB")
    """Whether Teams may show one page of ours in a frame: it leads to the browser."""
    teams_openid_url: str = Field(default="", validation_alias="TEAMS_OPENID_URL")
    teams_service_hosts: str = Field(default="", validation_alias="TEAMS_SERVICE_HOSTS")
    teams_static_token: SecretStr = Field(
        default=SecretStr(""), validation_alias="TEAMS_STATIC_TOKEN"
    )

    @field_validator("*", mode="before")
    @classmethod
    def _as_meant(cls, given: object) -> object:
        return as_meant(given) if isinstance(given, str) else given

    @field_validator("database_url", "keyring_url")
    @classmethod
    def _usable(cls, address: str) -> str:
        return usable(address) if address else ""

    @model_validator(mode="after")
    def _only_loopback_peers(self) -> Self:
        for name, url in (
            ("SLACK_API_URL", self.slack_api_url),
            ("TEAMS_OPENID_URL", self.teams_openid_url),
        ):
            if url and not is_loopback(urlsplit(url).hostname or ""):
                raise ValueError(f"{name} is for tests against a local peer: name a loopback host")
        if not all(is_loopback(host) for host in self.service_hosts):
            raise ValueError("TEAMS_SERVICE_HOSTS is for tests: name loopback hosts only")
        if self.teams_static_token.get_secret_value() and not self.service_hosts:
            raise ValueError(
                "TEAMS_STATIC_TOKEN is for tests: set TEAMS_SERVICE_HOSTS to loopback hosts too"
            )
        return self

    @field_validator("expires")
    @classmethod
    def _days(cls, written: str) -> str:
        expiring(written)
        return written

    @field_validator("trusted_proxies")
    @classmethod
    def _networks(cls, listed: str) -> str:
        networks_of(listed)
        return listed

    @model_validator(mode="after")
    def _a_listener_of_their_own(self) -> Self:
        if self.metrics_port and self.metrics_port == self.port:
            raise ValueError(
                "UPSTANDER_METRICS_PORT must be another port than UPSTANDER_PORT: whoever reaches "
                "that one must not read the counts"
            )
        return self

    @model_validator(mode="after")
    def _a_safe_heartbeat(self) -> Self:
        url = self.heartbeat_url.get_secret_value()
        parts = urlsplit(url)
        local = parts.scheme == "http" and is_loopback(parts.hostname or "")
        if url and not local and (parts.scheme != "https" or not parts.hostname):
            raise ValueError("UPSTANDER_HEARTBEAT_URL must be an address that begins with https://")
        return self

    @model_validator(mode="after")
    def _a_public_address(self) -> Self:
        if self.public_url and not ORIGIN.fullmatch(self.public_url):
            raise ValueError(
                "UPSTANDER_PUBLIC_URL must be the address of this server alone, such as "
                "https://upstander.example"
            )
        return self

    @cached_property
    def service_hosts(self) -> tuple[str, ...]:
        """The hosts of TEAMS_SERVICE_HOSTS, separated by commas."""
        return tuple(h.strip() for h in self.teams_service_hosts.split(",") if h.strip())

    @cached_property
    def proxies(self) -> tuple[Network, ...]:
        """The networks of UPSTANDER_TRUSTED_PROXIES."""
        return networks_of(self.trusted_proxies)

    @property
    def main_url(self) -> str:
        """The main database's address."""
        return self.database_url or f"sqlite+aiosqlite:///{self.data_dir / 'main.sqlite3'}"

    @property
    def ring_url(self) -> str:
        """The keyring's address."""
        return self.keyring_url or f"sqlite+aiosqlite:///{self.data_dir / 'keyring.sqlite3'}"

    @property
    def secret_path(self) -> Path:
        """Where the root secret stands."""
        return self.secret_file or self.keys_folder / ROOT

    @property
    def keys_folder(self) -> Path:
        """Where the ratchet stands, and the secret unless it was told otherwise."""
        return self.data_dir if self.keys_beside_stores else self.own_keys_folder

    @property
    def own_keys_folder(self) -> Path:
        """Where keys belong: no snapshot of the data folder takes that along."""
        data = self.data_dir if self.data_dir.name not in ("", "..") else self.data_dir.resolve()
        return self.keys_dir or data.parent / f"{data.name}-keys"

    @property
    def keys_beside_stores(self) -> bool:
        """Whether keys lie in the data folder, as they once did, and none in their own folder."""
        return _has_keys(self.data_dir) and not _has_keys(self.own_keys_folder)

    @property
    def origin(self) -> str:
        """Where browsers reach this server, as they write it."""
        return self.public_url.rstrip("/").lower()

    @property
    def has_web(self) -> bool:
        """Whether people sign in on pages: nobody may listen between them and this server."""
        parts = urlsplit(self.origin)
        return parts.scheme == "https" or is_loopback(parts.hostname or "")

    @property
    def pages(self) -> str:
        """Where people sign in, for links on other platforms; empty where they can't."""
        return f"{self.origin}/" if self.has_web else ""

    @property
    def has_slack(self) -> bool:
        """Whether Slack is set up."""
        return bool(self.slack_bot_token.get_secret_value())

    @property
    def has_teams(self) -> bool:
        """Whether Teams is set up."""
        return bool(self.teams_client_id)


def _has_keys(folder: Path) -> bool:
    return (folder / ROOT).exists() or any(folder.glob(RATCHETS))


def as_meant(given: str) -> str:
    """Takes away what a file or a clipboard left around a value: line ends, a mark, quotes."""
    bare = given.strip(AROUND)
    for begins, ends in QUOTES:
        if len(bare) > 1 and bare.startswith(begins) and bare.endswith(ends):
            return bare[1:-1].strip(AROUND)
    return bare
