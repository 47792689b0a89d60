"""A town with a provider beside it, and a browser that goes there and comes back."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bot.web.signin.providers.http import Http
from tests.conftest import Stores
from tests.peers.openid import CLIENT, SECRET, OpenIdPeer
from tests.signin.browsing import LED, Browser
from tests.signin.town import SignInTown, sign_in_town

ISSUER = "https://login.anytown.example"
OWN = {
    "oidc_issuer": ISSUER, "oidc_client_id": CLIENT, "oidc_client_secret": SECRET,
    "oidc_name": "Anytown Council",
}  # fmt: skip
SLACK = {"slack_client_id": CLIENT, "slack_client_secret": SECRET}
MICROSOFT = "https://login.microsoftonline.com"
ENTRA = {"entra_client_id": CLIENT, "entra_client_secret": SECRET}
NOT_KNOWN = "We don’t know this account"
CHECKED = {"email": "Kofi.Mensah@police.example", "email_verified": True}
OF_SLACK = {"https://slack.com/team_id": "T01", "https://slack.com/user_id": "U01"}


@asynccontextmanager
async def opened(
    stores: Stores, folder: Path, peer: OpenIdPeer, **settings: Any
) -> AsyncIterator[SignInTown]:
    """A town in which people sign in there."""
    async with sign_in_town(stores, folder, http=Http(peer.transport()), **settings) as town:
        yield town


async def to(browser: Browser, way: str = "openid") -> str:
    """They press the way in; gives the address to which their browser is sent."""
    await browser.goes("/")
    assert f"/sign-in/with/{way}" in browser.answer.text
    answer = await browser.client.get(f"/sign-in/with/{way}")
    assert answer.status_code == 303
    return answer.headers["location"]


async def returns(browser: Browser, address: str) -> Browser:
    """The provider sends their browser back."""
    parts = urlsplit(address)
    return await browser.goes(f"{parts.path}?{parts.query}", **LED)


async def refused(browser: Browser, status: int = 403) -> None:
    """They were not let in, and nothing lies in their browser as if they had been."""
    assert browser.answer.status_code == status
    assert browser.cookie("__Host-upstander") == ""
    assert (await browser.goes("/me")).where == "/"
