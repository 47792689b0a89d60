"""Takes what the Teams SDK hands over, and gives it the answers it sends back."""

from fastapi import Request, Response
from fastapi.responses import JSONResponse
from microsoft_teams.apps.http.adapter import HttpMethod, HttpRequest, HttpRouteHandler

from bot.base.requests import RefusedRequest
from bot.teams.guard import TeamsGuard


class Adapter:
    """The SDK's adapter to our app, with the guard in front of it."""

    def __init__(self, guard: TeamsGuard) -> None:
        self._guard = guard
        self._handler: HttpRouteHandler | None = None

    def register_route(self, method: HttpMethod, path: str, handler: HttpRouteHandler) -> None:
        """Keeps the handler that the SDK gives us once it is ready."""
        del method, path
        self._handler = handler

    def serve_static(self, path: str, directory: str) -> None:
        """Serves nothing: no page of ours is a file."""

    async def start(self, port: int) -> None:
        """Does nothing: our own server listens, not the SDK's."""

    async def stop(self) -> None:
        """Does nothing, as start does."""

    async def answer(self, request: Request) -> Response:
        """Answers one request, from raw bytes to a response."""
        if self._handler is None:
            return Response(status_code=503)
        try:
            body = await self._guard.admit(request.headers, request.stream())
        except RefusedRequest as refused:
            return Response(status_code=refused.status)
        asked = HttpRequest(body=body, headers=dict(request.headers))
        result = await self._handler(asked)
        if result.get("body") is None:
            return Response(status_code=result["status"])
        return JSONResponse(result["body"], status_code=result["status"])
