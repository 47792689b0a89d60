"""The SDK's own HTTP server and token checks, with the gaps closed that its options leave open."""

from collections.abc import Awaitable, Callable
from typing import Any, NoReturn

import jwt
from microsoft_teams.api import Credentials, InvokeResponse, TokenProtocol
from microsoft_teams.api.activities import ActivityTypeAdapter
from microsoft_teams.api.auth.cloud_environment import CloudEnvironment
from microsoft_teams.api.models import ActivityBase
from microsoft_teams.apps import HttpServer, HttpServerAdapter
from microsoft_teams.apps.auth import InboundActivityTokenValidator, TokenValidator
from microsoft_teams.apps.events import CoreActivity
from pydantic import ValidationError

from bot.base.logs import log
from bot.teams.connector.keys import SigningKeys

PATH = "/teams/messages"

Take = Callable[[ActivityBase], Awaitable[Any]]
"""What is done with an activity once it is known to come from Teams."""

INVOKES = frozenset(
    {
        "adaptiveCard/action",
        "composeExtension/fetchTask",
        "composeExtension/submitAction",
        "task/fetch",
        "task/submit",
    }
)


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
        """Does the SDK's checks, and the one it leaves out: may this key speak for Teams?"""
        key_id = str(jwt.get_unverified_header(raw_token).get("kid", ""))
        await self.keys.meet(key_id)
        claims = await super().validate_token(raw_token, service_url, scope)
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


class Server(HttpServer):
    """The SDK's server without its App, whose routing builds a client for every request, puts
    conversation ids into traces, and answers 500 to what it doesn't know."""

    def __init__(self, adapter: HttpServerAdapter, tokens: InboundTokens, take: Take) -> None:
        super().__init__(adapter, messaging_endpoint=PATH)
        self._tokens = tokens
        self._take = take

    def open(self, credentials: Credentials, cloud: CloudEnvironment) -> None:
        """Registers the route; authentication is on, whatever the environment says."""
        self.initialize(credentials, cloud, dangerously_allow_unauthenticated_requests=False)
        self._token_validator = self._tokens

    async def _process_activity(
        self, core_activity: CoreActivity, token: TokenProtocol
    ) -> InvokeResponse[Any]:
        del token
        told = core_activity.model_dump(by_alias=True, exclude_none=True)
        if told.get("type") == "invoke" and told.get("name") not in INVOKES:
            return InvokeResponse[Any](status=400)
        if isinstance(value := told.get("value"), dict):
            # The SDK knows only "manual" here, and refuses what Teams asks for by itself.
            value.pop("trigger", None)
        try:
            activity = ActivityTypeAdapter.validate_python(told)
        except ValidationError:
            return InvokeResponse[Any](status=400)
        try:
            return InvokeResponse[Any](status=200, body=await self._take(activity))
        except Exception as error:
            log.failed("a Teams activity", error)
            raise
