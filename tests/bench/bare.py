"""Two bare Bolt apps that store nothing: what Slack's own library costs by itself.

python -m tests.bench.bare default | before     (reads PORT, SLACK_API_URL, SLACK_SIGNING_SECRET)
"""

import os
import re
import sys
from typing import Any

import uvicorn
from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

VIEW = {
    "type": "modal", "callback_id": "form", "title": {"type": "plain_text", "text": "A form"},
    "submit": {"type": "plain_text", "text": "Send"},
    "blocks": [{"type": "input", "block_id": "what", "label": {"type": "plain_text", "text": "?"},
                "element": {"type": "plain_text_input", "action_id": "what"}}],
}  # fmt: skip
ANY = re.compile(r"[\s\S]*")
TYPED = re.compile(r"/(concern|challenge)")
DONE = {
    "type": "modal", "title": {"type": "plain_text", "text": "Sent"},
    "blocks": [{"type": "section", "text": {"type": "plain_text", "text": "Thank you."}}],
}  # fmt: skip


def build(before_response: bool) -> Starlette:
    """The app as Bolt's documentation has it, with an authorisation that asks nobody."""

    async def authorize(**_: Any) -> AuthorizeResult:
        return AuthorizeResult(enterprise_id=None, team_id="T01TEST", bot_token="xoxb-test")

    app = AsyncApp(
        signing_secret=os.environ["SLACK_SIGNING_SECRET"],
        client=AsyncWebClient(base_url=os.environ["SLACK_API_URL"]),
        authorize=authorize,
        process_before_response=before_response,
    )

    @app.command(TYPED)
    async def opened(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        await client.views_open(trigger_id=body["trigger_id"], view=VIEW)
        await ack()

    @app.command("/nothing")
    async def nothing(ack: AsyncAck) -> None:
        await ack()

    @app.view(ANY)
    async def sent(ack: AsyncAck) -> None:
        await ack(response_action="update", view=DONE)

    handler = AsyncSlackRequestHandler(app)

    async def slack(request: Request) -> Response:
        return await handler.handle(request)

    async def ready(_request: Request) -> Response:
        return PlainTextResponse("ok")

    return Starlette(
        routes=[Route("/slack/events", slack, methods=["POST"]), Route("/readyz", ready)]
    )


if __name__ == "__main__":
    uvicorn.run(
        build(sys.argv[1] == "before"), port=int(os.environ["PORT"]),
        log_config=None, access_log=False, server_header=False,
    )  # fmt: skip
