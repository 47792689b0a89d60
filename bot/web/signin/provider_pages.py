"""The ways in with an account elsewhere: where they begin, and where a browser comes back."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Final, Protocol

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.base.logs import log
from bot.base.requests import RefusedRequest
from bot.web.signin.cookies import Values
from bot.web.signin.once import Once
from bot.web.signin.pages import Entry
from bot.web.signin.providers.http import AwayError
from bot.web.signin.providers.openid import Found
from bot.web.signin.providers.tokens import NotBelievedError
from bot.web.signin.starts import TEN_MINUTES
from prompts.words import Words, say
from storage.partnership import PersonId
from storage.partnership.emails import one_spelling

BEGIN: Final = "/sign-in/with"
BACK: Final = "/sign-in/back"


class Provider(Protocol):
    """Somewhere people have accounts. Fulfilled by `OpenId` and `Entra`."""

    name: str
    title: Words

    async def begin(self, back: str) -> tuple[str, Values]:
        """Gives the address to send a browser to, and what it carries meanwhile."""

    async def finish(self, values: Values, came: Mapping[str, str], back: str) -> Found:
        """Tells whom it says that it was. Raises NotBelievedError or AwayError."""


class ProviderPages:
    """Sends browsers to providers, and lets in whom the partnership's file knows."""

    def __init__(self, entry: Entry, providers: Sequence[Provider], origin: str) -> None:
        self._entry = entry
        self._providers = {provider.name: provider for provider in providers}
        self._origin = origin
        self._used = Once(entry.clock, timedelta(seconds=TEN_MINUTES))

    def routes(self) -> list[Route]:
        """Gives the addresses."""
        return [
            Route(f"{BEGIN}/{{name}}", self.begin, methods=["GET"]),
            Route(f"{BACK}/{{name}}", self.back, methods=["GET"]),
        ]

    async def begin(self, request: Request) -> Response:
        """Sends a browser on, which carries what only it can show at the end."""
        provider, entry = self._of(request), self._entry
        if request.headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
            raise RefusedRequest(403)  # nobody else begins it for them
        try:
            address, values = await provider.begin(self._back(provider))
        except AwayError as error:
            return self._away(request, error)
        start = entry.starts.gone_on(entry.starts.read(request), provider.name, values)
        response = RedirectResponse(address, status_code=303)
        response.headers.append("set-cookie", entry.starts.kept(start))
        return response

    async def back(self, request: Request) -> Response:
        """Lets in whom the provider names, if it was this browser that began, and with it."""
        provider, came = self._of(request), dict(request.query_params)
        start = self._entry.starts.read(request)
        begun = start is not None and start.way == provider.name
        values = start.values if start is not None and begun else {}
        state = str(values.get("state", ""))
        if not state or came.get("state") != state or not self._used.first(state):
            return await self._entry.let_in(None, request, say("sign-in-began-elsewhere"))
        try:
            found = await provider.finish(values, came, self._back(provider))
        except AwayError as error:
            return self._away(request, error)
        except NotBelievedError:
            return await self._entry.let_in(None, request, say("sign-in-not-known"))
        person = self._person(found)
        return await self._entry.let_in(person, request, say("sign-in-not-known"))

    def _person(self, found: Found) -> PersonId | None:
        """Somebody of the file's by this account or address; else the account, as it is met."""
        members, email = self._entry.partnership.members, one_spelling(found.email)
        for member in members:
            by_email = bool(email) and member.email == email
            if by_email or (found.account and found.account in member.accounts):
                return member.id
        return PersonId(found.account) if found.account else None

    def _away(self, request: Request, error: Exception) -> Response:
        log.failed("signing in with a provider", error)
        return self._entry.asked(request, say("sign-in-away"), 503)

    def _of(self, request: Request) -> Provider:
        provider = self._providers.get(request.path_params["name"])
        if provider is None:
            raise RefusedRequest(404)
        return provider

    def _back(self, provider: Provider) -> str:
        return f"{self._origin}{BACK}/{provider.name}"
