"""What is wrong with the platforms' settings as they are written, each with how to fix it.

It needs no network, and asking anybody wouldn't help: `serve` refuses to start with these, `check`
lists them, and `manifest` makes no package with an id that isn't one.
"""

import re
from collections.abc import Iterator

from bot.base.settings import Settings

GUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
SIGNING = re.compile(r"[0-9a-fA-F]{32}")
"""What Slack signs with, as it shows it: 32 hexadecimal digits."""
DOMAIN = re.compile(r"([A-Za-z0-9-]+\.)+[A-Za-z]{2,}")


def mistakes(settings: Settings) -> list[str]:
    """Lists what is wrong with either platform's settings; empty if nothing is."""
    return [*slack_mistakes(settings), *teams_mistakes(settings)]


def slack_mistakes(settings: Settings) -> Iterator[str]:
    """Finds tokens that are missing, swapped, or not tokens."""
    bot = settings.slack_bot_token.get_secret_value()
    app = settings.slack_app_token.get_secret_value()
    signing = settings.slack_signing_secret.get_secret_value()
    if bot.startswith("xapp-") and app.startswith("xoxb-"):
        yield (
            "SLACK_BOT_TOKEN and SLACK_APP_TOKEN are swapped: the bot token begins with xoxb-, "
            "the app token with xapp-."
        )
        return
    yield from _no_tokens(bot, app, signing)
    if bot and not (app or signing):
        yield (
            "Set SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET for HTTP. With the bot "
            "token alone, nothing that people do in Slack arrives."
        )
    if (app or signing) and not bot:
        name = "SLACK_APP_TOKEN" if app else "SLACK_SIGNING_SECRET"
        yield f"{name} is set, and SLACK_BOT_TOKEN isn't: set it too, or Slack stays off."


def _no_tokens(bot: str, app: str, signing: str) -> Iterator[str]:
    if bot and not _token(bot, "xoxb-"):
        yield (
            "SLACK_BOT_TOKEN must begin with xoxb- and have no space in it: copy the Bot User "
            "OAuth Token from the app's page OAuth & Permissions."
        )
    if app and not _token(app, "xapp-"):
        yield (
            "SLACK_APP_TOKEN must begin with xapp- and have no space in it: make an app-level "
            "token with connections:write on the app's page Basic Information."
        )
    if signing and not SIGNING.fullmatch(signing):
        yield (
            "SLACK_SIGNING_SECRET must be 32 digits and letters from a to f: copy the Signing "
            "Secret (not the Client Secret) from the app's page Basic Information."
        )


def _token(given: str, begins: str) -> bool:
    return given.startswith(begins) and re.fullmatch(r"[!-~]+", given) is not None


def teams_mistakes(settings: Settings) -> Iterator[str]:
    """Finds ids that are none, and a secret or a tenant that is missing."""
    client, tenant = settings.teams_client_id, settings.teams_tenant_id
    secret = settings.teams_client_secret.get_secret_value()
    if not client:
        if secret or tenant:
            name = "TEAMS_CLIENT_SECRET" if secret else "TEAMS_TENANT_ID"
            yield f"{name} is set, and TEAMS_CLIENT_ID isn't: set it too, or Teams stays off."
        return
    if wrong := client_id_mistake(client):
        yield wrong
    if settings.teams_static_token.get_secret_value():
        return
    if not secret:
        yield (
            "TEAMS_CLIENT_SECRET is missing: make a client secret at Certificates & secrets of the "
            "app in Entra, and set its value."
        )
    elif GUID.fullmatch(secret):
        yield (
            "TEAMS_CLIENT_SECRET holds the secret's id: set its value, which Entra shows once, "
            "when the secret is made."
        )
    if not (GUID.fullmatch(tenant) or DOMAIN.fullmatch(tenant)):
        yield (
            "TEAMS_TENANT_ID must be the Directory (tenant) ID of the app in Entra, such as "
            "0d1f7b4e-3c52-4f0a-a6de-6a7a52f4b001."
        )


def client_id_mistake(client_id: str) -> str:
    """Says why Microsoft can't take this client id; '' if it can."""
    if GUID.fullmatch(client_id):
        return ""
    return (
        "TEAMS_CLIENT_ID must be the Application (client) ID of the app in Entra, such as "
        "8f0a3a52-8a7b-4c53-9d0e-2f6a4f0f7a11."
    )
