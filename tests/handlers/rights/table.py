"""Who may do what: the page, from what really happens.

`python -m tests.handlers.rights.table` writes docs/rights.md anew; a test holds it.
"""

import asyncio
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from handlers.registry import commands
from tests.conftest import STORES, Stores
from tests.handlers.rights.columns import COLUMNS
from tests.handlers.rights.pages import rows
from tests.handlers.rights.serving import PEOPLE, served
from tests.handlers.rights.touring import toured
from tests.handlers.rights.verbs import Row
from tests.hurrying import hurried
from tests.peers import postgres

ROOT = Path(__file__).resolve().parents[3]
PAGE = ROOT / "docs" / "rights.md"
Rows = Mapping[str, Row]
HEAD = """# Who may do what

Written by tests (`python -m tests.handlers.rights.table`), and held by
`tests/handlers/rights/test_rights.py`. Each cell was tried, by somebody who is that and nothing
else, on a copy of the example partnership as it stood when somebody who may did it. Whoever is
refused is told so kindly, in English and Welsh, and not one row of either store changes.

| who | is |
| --- | --- |
"""
WHO: Mapping[str, str] = {
    "nobody": "somebody of whom nothing is known; on pages, a browser without a session",
    "guest": "somebody whom their platform shows as a guest of no agency",
    "leaver": "whoever may, once they have left, while the file still names them as a lead",
    "other partnership": "the very person who may, for another partnership in the same stores",
    "other agency": "a lead of an agency that has no part in it",
    "person": "a colleague without any role, in the agency before which it lies",
    "operator": "one of those who run the server",
    "agency administrator": "whoever administers that agency",
    "partnership administrator": "whoever administers the partnership",
    "moderator": "whoever was asked to look at it as a moderator, or moderates in that agency",
    "reviewer": "whoever was asked for a second opinion on it, or reviews in that agency",
    "lead": "a lead of that agency who hasn’t taken it",
    "owner": "whoever has it: took it, owns it, adopted it, chairs it",
    "raiser": "whoever raised it, under their name or hidden",
    "whoever may": "whoever did it: also those who are asked, named, thanked, or made it",
}
CELLS = """
`sees` a form or a page; `does` it; `refused`; `–` where nobody is that: it is about nothing that
was raised, or nobody has it. `asked for` an answer that only whoever may has, or that is none of
theirs. What is done in a meeting was tried there, by all. A code opens to whoever shows it: that is
what it is for.

## Verbs
"""
PAGES = """
## Pages and endpoints

As `upstander serve` answers them with everything set up, those of the counts’ own port among them
(`:8751`, for those who run it). Of a person’s own pages `{verb}` is one of the verbs
above, and is answered as there; files were asked for as a lead’s. The pages of `upstander demo` are
anybody’s who sits at that machine: nobody real is in them.
"""


def written(verbs: Rows, pages: Rows) -> str:
    """Writes the page."""
    who = "\n".join(f"| {name} | {WHO[name]} |" for name in COLUMNS)
    parts = [HEAD + who + "\n" + CELLS]
    for command in commands().values():
        its = {name: verbs[name] for name in command.verbs if name in verbs}
        parts.append(f"### {command.name}\n\n" + "\n".join(_table("verb", its, COLUMNS)) + "\n")
    parts.append(PAGES.lstrip("\n"))
    parts.append("\n".join(_table("address", pages, PEOPLE)) + "\n")
    return "\n".join(parts)


def _table(first: str, rows: Rows, columns: Mapping[str, object]) -> Iterator[str]:
    yield f"| {' | '.join((first, *columns))} |"
    yield f"|{' --- |' * (len(columns) + 1)}"
    for name, row in rows.items():
        yield f"| `{name}` | {' | '.join(row[column] for column in columns)} |"


def read(text: str) -> dict[str, dict[str, str]]:
    """Reads every row of the page back, by its first cell."""
    found: dict[str, dict[str, str]] = {}
    columns: list[str] = []
    for line in text.splitlines():
        first, *cells = [cell.strip() for cell in line.strip("|").split("|")]
        if first in ("verb", "address"):
            columns = cells
        elif columns and first.startswith("`"):
            found[first.strip("`")] = dict(zip(columns, cells, strict=True))
    return found


def differences(stands: Rows, is_so: Rows) -> list[str]:
    """Says what stands otherwise than it is, cell by cell."""
    found = [f"{name} is new" for name in is_so if name not in stands]
    found += [f"{name} is gone" for name in stands if name not in is_so]
    for name in stands.keys() & is_so.keys():
        old, new = stands[name], is_so[name]
        every = dict.fromkeys((*old, *new))
        found += [
            f"{name}, {who}: stands {old.get(who)!r}, is {new.get(who)!r}"
            for who in every
            if old.get(who) != new.get(who)
        ]
    return sorted(found)


async def _write(folder: Path) -> None:
    main, keyring = (f"sqlite+aiosqlite:///{folder / store}.db" for store in STORES)
    for store, url in zip(STORES, (main, keyring), strict=True):
        await postgres.bring_up(url, store)
    stores = Stores(main, keyring, "sqlite")
    async with served(stores, folder) as app:
        pages = await rows(app)
    (folder / "tour").mkdir()
    _, verbs = await toured(folder / "tour", tries=True)
    PAGE.write_text(written(verbs, pages), "utf-8")


if __name__ == "__main__":
    with hurried(), TemporaryDirectory() as made:
        asyncio.run(_write(Path(made)))
    sys.stdout.write(f"Written: {PAGE.name}\n")
