"""The insider: reads main after every act and every tick, its files, both listeners and all pages.

They are careful, and may be a lead, an operator, whoever takes the backups and whoever runs the
platform. What they don't have is the keyring, and the process itself.
"""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import ExitStack, asynccontextmanager
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

import httpx

from bot.app import build_app
from bot.wiring import Platforms
from handlers.contract.outcomes import Ask
from prompts.shapes import Form
from tests.conftest import Stores
from tests.core.anytown import Town
from tests.peers.transcript import buttons_of
from tests.privacy.hands import ORIGIN, OWN_LISTENER
from tests.privacy.looks import file_of, is_sqlite
from tests.privacy.watching import Locked, Reads, Sqlite, as_it_stands

Seen = Mapping[str, object]
"""What was read at one moment, part by part."""
ASKED = (f"{OWN_LISTENER}/metrics", f"{OWN_LISTENER}/healthz", f"{ORIGIN}/metrics")
ASIDE = ("main's file", "main's journal")
LISTS = {"mine": "", "mine.quiet": ""}


@dataclass
class Insider:
    """Reads along, as often as they like."""

    town: Town
    main: Reads
    files: Sequence[Path]
    http: httpx.AsyncClient
    leads: Sequence[str]

    def stored(self) -> Seen:
        """Main, row by row; on SQLite the bytes of its file and of its journal, too."""
        tables = {f"table {name}": rows for name, rows in self.main.tables().items()}
        bytes_of = zip(ASIDE, self.files, strict=False)
        return {**tables, **{part: _digest(file) for part, file in bytes_of}}

    async def counted(self) -> Seen:
        """The counts, for whoever reaches them, and what others get who ask for them."""
        return {url: (await self.http.get(url)).text for url in ASKED}

    async def shown(self, pages: Sequence[tuple[str, str, str]]) -> Seen:
        """Pages: whose, which, and of which thread."""
        return {f"{verb} for {who}": await self._page(who, verb, of) for who, verb, of in pages}

    async def pages(self) -> list[tuple[str, str, str]]:
        """Every page of every lead: their lists, and each thread that they may open."""
        found: list[tuple[str, str, str]] = []
        for who in self.leads:
            home = (await self.town.does(who, "mine")).form
            found += [(who, verb, of) for verb, of in LISTS.items()]
            opens = [b for b in buttons_of(home) if b.verb.endswith(".open") and b.subject]
            found += [(who, button.verb, button.subject) for button in opens]
        return found

    async def sees(self) -> Seen:
        """Everything at once."""
        shown = await self.shown(await self.pages())
        return {**shown, **await self.counted(), **self.stored()}

    async def _page(self, who: str, verb: str, of: str) -> Form | str:
        page = await self.town.does(who, verb, of)
        return as_it_stands(page.form) if isinstance(page.reply, Ask) else page.text


def differing(before: Seen, after: Seen) -> list[str]:
    """Which parts are not as they were."""
    return sorted(part for part in {**before, **after} if before.get(part) != after.get(part))


def _digest(file: Path) -> bytes:
    return blake2b(file.read_bytes() if file.exists() else b"").digest()


@asynccontextmanager
async def insider(town: Town, stores: Stores, leads: Sequence[str]) -> AsyncIterator[Insider]:
    """Somebody inside this town."""
    url = stores.main_url
    transport = httpx.ASGITransport(app=build_app(town.core, Platforms(None, None)))
    with ExitStack() as stack:
        main: Reads = (Sqlite if is_sqlite(url) else Locked)(url, stack)
        async with httpx.AsyncClient(transport=transport) as http:
            yield Insider(town, main, _files(url), http, leads)


def _files(url: str) -> Sequence[Path]:
    """Main's file and its journal, where it has them."""
    file = file_of(url)
    return (file, file.with_name(f"{file.name}-wal")) if is_sqlite(url) else ()
