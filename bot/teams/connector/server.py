"""What the connector posts: guarded, its token checked, read, and answered, in this order.

Of the SDK only the checks of tokens are left, with the gaps closed that its options leave open. Its
server answers 500 to ids that aren't text, and parses a whole activity by models that are stricter
than the wire.
"""

from collections.abc import Awaitable, Callable
from typing import Any, NoReturn

import jwt
from microsoft_teams.api.auth.cloud_environment import CloudEnvironment
from microsoft_teams.apps.auth import InboundActivityTokenValidator, TokenValidator
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.base.logs import log
from bot.base.requests import RefusedRequest
from bot.teams.activity import Activity, read_activity
from bot.teams.connector.keys import SigningKeys
from bot.teams.guard import TeamsGuard

PATH = "/teams/messages"

Take = Callable[[Activity], Awaitable[Any]]
"""What is done with an activity once it is known to come from Teams."""


class ServiceTokens(TokenValidator):
    """Tokens of the Bot Connector, by keys that are fetched beside the event loop."""

    keys: SigningKeys

    def by(self, keys: SigningKeys) -> None:
        """Uses these keys instead of the SDK's client, which fetches on the event loop."""
        self.keys = keys
        self._jwks_client = keys

    async def validate_token(
        self, raw_token: str, service_url: str | None = None, scope: str | None = None
    ) -> dict[str, Any]:
        """Does the SDK's checks, and those it leaves out: does the token end, may this key speak
        for Teams?"""
        key_id = str(jwt.get_unverified_header(raw_token).get("kid", ""))
        await self.keys.meet(key_id)
        claims = await super().validate_token(raw_token, service_url, scope)
        if "exp" not in claims:
            raise jwt.MissingRequiredClaimError("exp")
        if not self.keys.endorses(key_id):
            raise jwt.InvalidTokenError("The key is not endorsed for Teams.")
        return claims


class InboundTokens(InboundActivityTokenValidator):
    """Only connector tokens. The SDK also takes Agent 365's, without a service address in them,
    and fetches keys for whatever tenant an unchecked token names: we have no agent user."""

    def __init__(self, app_id: str, cloud: CloudEnvironment, keys: SigningKeys) -> None:
        super().__init__(app_id, cloud=cloud)
        connector = ServiceTokens.for_service(app_id, cloud=cloud)
        if isinstance(connector, ServiceTokens):
            connector.by(keys)
        self._service_validator = connector

    async def _validate_entra_token(
        self, raw_token: str, unverified_payload: dict[str, Any]
    ) -> NoReturn:
        raise jwt.InvalidTokenError("Not a connector's token.")


class Server:
    """The way in for everything Teams tells the bot."""

    def __init__(self, guard: TeamsGuard, tokens: InboundTokens, take: Take) -> None:
        self._guard = guard
        self._tokens = tokens
        self._take = take
        self._opened = False

    def open(self) -> None:
        """Lets requests in, from now on."""
        self._opened = True

    async def answer(self, request: Request) -> Response:
        """Answers one request, from raw bytes to a response."""
        if not self._opened:
            return Response(status_code=503)
        try:
            told = await self._guard.admit(request.headers, request.stream())
            await self._authenticated(request, told["serviceUrl"])
            activity = read_activity(told)
        except RefusedRequest as refused:
            return Response(status_code=refused.status)
        return await self._answered(activity)

    async def _authenticated(self, request: Request, service_url: str) -> None:
        kind, _, token = request.headers.get("authorization", "").partition(" ")
        if kind != "Bearer" or not token:
            raise RefusedRequest(401)
        try:
            await self._tokens.validate_token(token, service_url)
        except Exception:
            # Whatever the checks stumble over in a token that anybody may have written, it is no
            # good one. Their own words name the token's issuer and addresses: none is logged.
            raise RefusedRequest(401) from None

    async def _answered(self, activity: Activity) -> Response:
        try:
            body = await self._take(activity)
        except Exception as error:
            log.failed("a Teams activity", error)
            return Response(status_code=500)
        return Response(status_code=200) if body is None else JSONResponse(body)
