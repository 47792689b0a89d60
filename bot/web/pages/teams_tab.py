"""The page that Teams shows in a tab of ours: it says where one's own page is, and leads there.

It stands in Teams' frame, so it is nobody's: no session, no form, no script, one link.
"""

from typing import Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from bot.web.frame import Frame
from bot.web.guard import HEADERS, POLICY
from bot.web.public import language_of
from bot.web.render.pages import draw
from prompts.words import say

TAB: Final = "/teams-tab"
FRAMED_BY: Final = (
    "https://*.cloud.microsoft",
    "https://teams.microsoft.com",
    "https://*.teams.microsoft.com",
)
"""Where Microsoft says that Teams runs; nobody else may show it in a frame."""
FRAMED: Final = {name: value for name, value in HEADERS.items() if name != "x-frame-options"} | {
    "content-security-policy": POLICY.replace(
        "frame-ancestors 'none'", f"frame-ancestors {' '.join(FRAMED_BY)}"
    ).replace("form-action 'self'", "form-action 'none'"),
    "x-robots-tag": "noindex",
}


class TeamsTabPage:
    """One page, the same for everybody."""

    def __init__(self, origin: str) -> None:
        self._origin = origin

    def routes(self) -> list[Route]:
        """Gives the address."""
        return [Route(TAB, self.show, methods=["GET"])]

    async def show(self, request: Request) -> Response:
        """Says that one's own page opens in the browser, and why."""
        frame = Frame(language_of(request.query_params.get("lang", ""), request), demo=False)
        own, there = f"{self._origin}/?lang={frame.language}", say("teams-tab-title")
        return HTMLResponse(draw("teams-tab.html", there, frame, own=own, framed=True))
