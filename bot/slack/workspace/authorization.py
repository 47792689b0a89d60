"""Who the bot is in its workspace."""

import aiohttp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.async_authorize import AsyncAuthorize
from slack_bolt.context.async_context import AsyncBoltContext
from slack_sdk.errors import SlackClientError
from slack_sdk.web.async_client import AsyncWebClient

FAILURES = (SlackClientError, aiohttp.ClientError, TimeoutError, AttributeError)
"""What a call to Slack may end with besides an answer. On a page of plain text, which a proxy may
send in its place, slack_sdk fails with the last."""


class Authorization(AsyncAuthorize):
    """Asked of Slack once; Bolt would ask with every request."""

    def __init__(self, web: AsyncWebClient, bot_token: str) -> None:
        self._web = web
        self._token = bot_token
        self._known: AuthorizeResult | None = None
        self.granted = ""
        """The scopes Slack gave us, as it lists them; '' while unknown."""

    async def ask(self, anew: bool = False) -> AuthorizeResult:
        """Asks Slack, unless it is known. Raises SlackApiError for a token that isn't right."""
        if self._known is None or anew:
            told = await self._web.auth_test()
            self.granted = str(told.headers.get("x-oauth-scopes", ""))
            self._known = AuthorizeResult.from_auth_test_response(
                auth_test_response=told, bot_token=self._token
            )
        return self._known

    async def __call__(
        self,
        *,
        context: AsyncBoltContext,
        enterprise_id: str | None,
        team_id: str | None,
        **_: str | None,
    ) -> AuthorizeResult:
        """Tells Bolt who we are. A concern is taken even while Slack can't say it."""
        return self._known or AuthorizeResult(
            enterprise_id=enterprise_id, team_id=team_id, bot_token=self._token
        )

    @property
    def url(self) -> str:
        """The workspace's address, '' while unknown."""
        return (self._known.url or "") if self._known else ""

    @property
    def team(self) -> str:
        """The workspace's id, '' while unknown."""
        return (self._known.team_id or "") if self._known else ""

    @property
    def enterprise(self) -> str:
        """The organization that the workspace is part of, on Enterprise Grid; else ''."""
        return (self._known.enterprise_id or "") if self._known else ""
