"""Signing in with Slack: a workspace and a person in it, as the bot knows them too."""

from typing import Final

from bot.web.signin.providers.http import Http
from bot.web.signin.providers.openid import Client, Found, OpenId
from bot.web.signin.providers.tokens import Claims, NotBelievedError
from prompts.words import say
from storage.engine.clock import Clock
from storage.partnership import Platform, PlatformId, in_one_spelling

ISSUER: Final = "https://slack.com"
_TEAM, _USER = "https://slack.com/team_id", "https://slack.com/user_id"


def with_slack(issuer: str, id: str, secret: str, clock: Clock, http: Http) -> OpenId:
    """Builds the way in of people on Slack."""
    client = Client(issuer or ISSUER, id, secret, "openid profile email")
    return OpenId("slack", say("sign-in-slack"), client, clock, http, found)


def found(claims: Claims) -> Found:
    """Reads whose account it is; nobody's e-mail counts, for a workspace may say what it likes."""
    team, user = claims.get(_TEAM), claims.get(_USER)
    if not isinstance(team, str) or not isinstance(user, str) or not team or not user:
        raise NotBelievedError
    return Found(account=in_one_spelling(str(PlatformId(Platform.SLACK, team, user))))
