"""The stylesheets and the picture, from this server alone."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.web.conditions import stylesheet

_STATIC = Path(__file__).parent / "static"
_KINDS = {"style.css": "text/css", "sheet.css": "text/css", "icon.svg": "image/svg+xml"}


async def _conditions(request: Request) -> Response:
    return Response(stylesheet(request.query_params.getlist("on")[:50]), media_type="text/css")


def _file(name: str, kind: str) -> Route:
    content = (_STATIC / name).read_bytes()

    async def answer(_request: Request) -> Response:
        return Response(content, media_type=kind)

    return Route(f"/web/{name}", answer, name=name)


def file_routes() -> list[Route]:
    """Read once, at start."""
    return [Route("/web/when.css", _conditions)] + [_file(n, k) for n, k in _KINDS.items()]
