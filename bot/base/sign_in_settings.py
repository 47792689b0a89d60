"""Settings of what people sign in with, in the browser: a mail server, and accounts elsewhere."""

import ipaddress
from pathlib import Path
from typing import Literal, Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings

from storage.partnership.emails import is_email, one_spelling


def is_loopback(host: str) -> bool:
    """Tells whether a host (perhaps with a port) is this machine's loopback."""
    name = host.rsplit(":", 1)[0] if host.count(":") == 1 else host.strip("[]")
    if name == "localhost":
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


class MailSettings(BaseSettings):
    """A mail server that speaks TLS, and who letters are from."""

    smtp_host: str = ""
    """The mail server; turns e-mail on."""
    smtp_port: int = Field(default=587, ge=1, le=65535)
    """Its port."""
    smtp_security: Literal["starttls", "tls"] = "starttls"
    """How TLS begins there: asked for, or at once. Without it nothing is sent."""
    smtp_user: str = ""
    """Who signs in there, if anybody has to."""
    smtp_password: SecretStr = SecretStr("")
    """And with what."""
    smtp_from: str = ""
    """The address that letters are from."""
    smtp_ca_file: Path | None = None
    """Certificates to trust there, in place of the usual ones."""

    @model_validator(mode="after")
    def _a_whole_mail_server(self) -> Self:
        if bool(self.smtp_host) != bool(self.smtp_from):
            raise ValueError(
                "Set UPSTANDER_SMTP_HOST and UPSTANDER_SMTP_FROM together: the mail server, and "
                "the address that letters are from"
            )
        if self.smtp_from and not is_email(one_spelling(self.smtp_from)):
            raise ValueError(
                "UPSTANDER_SMTP_FROM must be a plain address, like upstander@school.example"
            )
        if bool(self.smtp_user) != bool(self.smtp_password.get_secret_value()):
            raise ValueError("Set UPSTANDER_SMTP_USER and UPSTANDER_SMTP_PASSWORD together")
        return self

    @property
    def has_mail(self) -> bool:
        """Whether letters can be sent."""
        return bool(self.smtp_host)


class SignInSettings(MailSettings):
    """What each provider knows us by; without a client id it isn't offered."""

    oidc_issuer: str = ""
    """An OpenID provider of your own: its issuer, as it spells itself."""
    oidc_client_id: str = ""
    """What it calls us."""
    oidc_client_secret: SecretStr = SecretStr("")
    """And the secret that goes with it."""
    oidc_name: str = Field(default="", max_length=60)
    """What people call it."""
    entra_client_id: str = ""
    """Microsoft's app for signing in; turns it on."""
    entra_client_secret: SecretStr = SecretStr("")
    """Its secret."""
    slack_client_id: str = Field(default="", validation_alias="SLACK_CLIENT_ID")
    """The Slack app's client id; turns signing in with Slack on."""
    slack_client_secret: SecretStr = Field(
        default=SecretStr(""), validation_alias="SLACK_CLIENT_SECRET"
    )
    """Its secret."""

    @model_validator(mode="after")
    def _whole_providers(self) -> Self:
        for name, parts in (
            ("UPSTANDER_OIDC_ISSUER, _CLIENT_ID and _CLIENT_SECRET", self._openid),
            ("UPSTANDER_ENTRA_CLIENT_ID and _CLIENT_SECRET", self._entra),
            ("SLACK_CLIENT_ID and SLACK_CLIENT_SECRET", self._slack),
        ):
            if any(parts) and not all(parts):
                raise ValueError(f"Set {name} together, or none of them")
        issuer = urlsplit(self.oidc_issuer)
        safe = issuer.scheme == "https" or is_loopback(issuer.hostname or "")
        if self.oidc_issuer and not safe:
            raise ValueError("UPSTANDER_OIDC_ISSUER must begin with https://")
        return self

    @property
    def _openid(self) -> tuple[str, ...]:
        return (
            self.oidc_issuer, self.oidc_client_id, self.oidc_client_secret.get_secret_value(),
        )  # fmt: skip

    @property
    def _entra(self) -> tuple[str, ...]:
        return self.entra_client_id, self.entra_client_secret.get_secret_value()

    @property
    def _slack(self) -> tuple[str, ...]:
        return self.slack_client_id, self.slack_client_secret.get_secret_value()

    @property
    def has_providers(self) -> bool:
        """Whether somebody can sign in with an account elsewhere."""
        return bool(self.oidc_issuer or self.entra_client_id or self.slack_client_id)
