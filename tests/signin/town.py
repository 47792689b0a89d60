"""The example's town as `serve` builds it, with pages on which people sign in."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from starlette.applications import Starlette

from bot.app import open_stores
from bot.base.settings import Settings
from bot.ops.checking.operating import Operating
from bot.web.public_routes import public_routes
from bot.web.signin.providers.http import Http
from bot.wiring import Core, build_core, build_web
from storage.partnership import Partnership
from storage.partnership.loading import Written, read_partnership
from tests.conftest import Stores
from tests.core.anytown import FixedClock
from tests.peers.mail import MailServer, mail_server
from tests.signin.browsing import ORIGIN, Browser, browser_of
from tests.storage.test_partnership_emails import example

NOTICES = ("Something waits for you in Upstander", "Mae rhywbeth yn aros amdanoch yn Upstander")
KOFI, GRACE = "kofi.mensah@police.example", "grace.okafor@council.example"
OPERATOR = "james.holt@school.example"

TENANT = "0f1e2d3c-0000-4000-8000-00000000abcd"
"""The police's, and their workspace is T01."""


@dataclass
class SignInTown:
    """A running town, its mail server, and whoever opens a browser in it."""

    core: Core
    app: Starlette
    mail: MailServer
    clock: FixedClock

    def browser(self) -> Browser:
        """Another browser, on another machine."""
        return browser_of(self.app)

    async def letter(self, address: str, number: int = 1) -> EmailMessage:
        """The letter with a link that has come to this mailbox, once there are so many."""
        async with asyncio.timeout(20):
            while len(found := self._with_links(address)) < number:
                await asyncio.sleep(0.01)
        return found[-1]

    def _with_links(self, address: str) -> list[EmailMessage]:
        return [each for each in self.mail.to(address) if each not in self.notices(address)]

    def notices(self, address: str) -> list[EmailMessage]:
        """The letters to this mailbox that say that something waits."""
        return [each for each in self.mail.to(address) if each["Subject"] in NOTICES]

    async def link(self, address: str, number: int = 1) -> str:
        """The path of the link in it."""
        text = (await self.letter(address, number)).get_content()
        (line,) = [line for line in text.splitlines() if line.startswith(ORIGIN)]
        return str(line.removeprefix(ORIGIN))

    async def signed_in(self, address: str = KOFI, number: int = 1) -> Browser:
        """Somebody who has signed in by a link."""
        browser = await self.browser().goes("/")
        await browser.presses("Send me a link", email=address)
        await browser.goes(await self.link(address, number))
        return await browser.presses("Sign in")


def people(folder: Path) -> Partnership:
    """The example's partnership, with mailboxes for Kofi, a constable, and Grace, a lead."""
    file = example(folder, KOFI)
    text = file.read_text("utf-8")
    file.write_text(
        text.replace("{ id: web:grace-okafor, ", f"{{ id: web:grace-okafor, email: {GRACE}, ")
        .replace("{ id: web:james-holt, ", f"{{ id: web:james-holt, email: {OPERATOR}, ")
        .replace("slack_workspaces: []", "slack_workspaces: [T01]", 1)
        .replace("teams_tenants: []", f"teams_tenants: [{TENANT}]", 1),
        "utf-8",
    )
    return read_partnership(file)


@asynccontextmanager
async def sign_in_town(
    stores: Stores,
    folder: Path,
    clock: FixedClock | None = None,
    http: Http | None = None,
    file: Callable[[Path], Partnership | Written] = people,
    **settings: Any,
) -> AsyncIterator[SignInTown]:
    """A town on these stores, with a mail server beside it."""
    clock = clock or FixedClock()
    async with mail_server(folder) as mail:
        posted: dict[str, Any] = {
            name.removeprefix("UPSTANDER_").lower(): value
            for name, value in mail.settings().items()
        }
        set_up = Settings(
            data_dir=folder / "data", keys_dir=folder / "keys", public_url=ORIGIN,
            database_url=stores.main_url, keyring_url=stores.keyring_url, **posted, **settings,
        )  # fmt: skip
        async with build_core(set_up, clock, file(folder)) as core:
            routes = build_web(core, http, Operating(core, dict))
            await open_stores(core)
            public = public_routes(core.dispatch, clock, core.partnership)
            yield SignInTown(core, Starlette(routes=[*public, *routes]), mail, clock)
