"""The page of who can help: no account, nothing asked, and nobody named."""

from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.web.public import PAUSE, RECEIPT, Navigation, language_of, shown
from handlers.help.page import public_page
from prompts.words import say
from storage.engine.clock import Clock
from storage.partnership import Partnership

HELP: Final = "/help"
_ASIDE: Final = ((say("receipt-title"), RECEIPT), (say("codes-title"), PAUSE))


class HelpPage:
    """Shows what the partnership's file says to anybody, as it stands at this hour."""

    def __init__(self, partnership: Partnership, clock: Clock) -> None:
        self._partnership = partnership
        self._clock = clock

    def routes(self) -> list[Route]:
        """Gives the one address."""
        return [Route(HELP, self.show, methods=["GET"])]

    async def show(self, request: Request) -> Response:
        """Draws the page; asks no database."""
        form = public_page(self._partnership, self._clock.now())
        language = language_of(request.query_params.get("lang", ""), request)
        return shown(form, language, Navigation(HELP, begins=True, aside=_ASIDE))
