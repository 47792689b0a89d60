"""The stylesheet of one form's conditions: field names vary, and inline styles are forbidden."""

import re
from collections.abc import Iterable
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

_ID = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{0,63}")

# Where a browser knows no :has(), everything is simply visible.
_RULE = 'form:not(:has([id="{0}"]:checked)) [data-when="{0}"]{{display:none}}'


def stylesheet(answers: Iterable[str]) -> str:
    """Hides what waits for these answers until they are chosen; what isn't an id is left out."""
    rules = [_RULE.format(answer) for answer in answers if _ID.fullmatch(answer)]
    return "@supports selector(:has(*)){" + "\n".join(rules) + "}\n"


_STATIC = Path(__file__).parent / "static"

_KINDS = {
    "style.css": "text/css",
    "sheet.css": "text/css",
    "icon.svg": "image/svg+xml",
    "form.js": "text/javascript",
    "round.js": "text/javascript",
}


async def _conditions(request: Request) -> Response:
    return Response(stylesheet(request.query_params.getlist("on")[:50]), media_type="text/css")


def _file(name: str, kind: str) -> Route:
    content = (_STATIC / name).read_bytes()

    async def answer(_request: Request) -> Response:
        return Response(content, media_type=kind)

    return Route(f"/web/{name}", answer, name=name)


def file_routes() -> list[Route]:
    """Gives the files' routes; each file is read once, at start."""
    return [Route("/web/when.css", _conditions)] + [_file(n, k) for n, k in _KINDS.items()]
