"""Signing in, reading, drafting and looking leave no row, line or count that says who, or when."""

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

from bot.base.metrics import exposition
from tests.conftest import Stores
from tests.core.anytown import CONCERN
from tests.privacy.looks import file_of
from tests.privacy.traces import found
from tests.privacy.watching import Locked, Row, Sqlite
from tests.privacy.world import logged
from tests.signin.browsing import Browser
from tests.signin.town import GRACE, KOFI, SignInTown, sign_in_town

MARKS = ("kofi-mensah", "Kofi Mensah", KOFI)
FAILURES = b"upstander_sign_in_failures"
WORDS = "Zanzibar was left out of the plan, and nobody asked why."


def rows(stores: Stores, stack: ExitStack) -> list[Mapping[str, Sequence[Row]]]:
    """Every row of both stores; on PostgreSQL with who wrote or locked it last, and where."""
    reader = Sqlite if stores.kind == "sqlite" else Locked
    return [reader(url, stack).tables() for url in (stores.main_url, stores.keyring_url)]


def files(stores: Stores) -> list[str]:
    """What SQLite's files and journals are, byte by byte."""
    if stores.kind != "sqlite":
        return []
    names = [f"{file_of(url)}{end}" for url in (stores.main_url, stores.keyring_url)
             for end in ("", "-wal")]  # fmt: skip
    return [sha256(Path(name).read_bytes()).hexdigest() for name in names if Path(name).exists()]


def counts() -> list[bytes]:
    """Every count but that of failures, which has no name, reason or moment."""
    return [line for line in exposition().splitlines() if not line.startswith(FAILURES)]


async def comes_and_reads(town: SignInTown, number: int) -> Browser:
    """Kofi asks for links, is refused, signs in, reads, drafts, and looks for something."""
    kofi = await town.browser().goes("/")
    await kofi.presses("Send me a link", email=KOFI)
    link = await town.link(KOFI, number)
    await kofi.goes("/sign-in/link?code=wrong")
    await kofi.presses("Sign in")
    assert kofi.answer.status_code == 403
    await kofi.goes(link)
    await kofi.presses("Sign in")
    kofi.sees("Kofi Mensah")
    for path in ("/me/do/concern", "/me/do/challenge", "/me/referrals", "/me/do/receipt", "/me"):
        await kofi.goes(path)
    await kofi.goes("/me/do/concern")
    await kofi.presses("Send", what=WORDS, how="anonymous", agency="")
    assert kofi.answer.status_code == 422
    kofi.sees("There is a problem")
    return kofi


async def leaves(kofi: Browser) -> None:
    """He signs out: that is all that is written, for a day or two, and it names nobody."""
    await kofi.goes("/me/sign-out")
    (await kofi.presses("Sign out here")).sees("You are signed out.")


async def assert_only_a_digest_is_new(
    before: list[Mapping[str, Sequence[Row]]],
    after: list[Mapping[str, Sequence[Row]]],
    town: SignInTown,
) -> None:
    """Of whoever signed out there is a random session's digest and a day, until that is over."""
    changed = [name for one, then in zip(before, after, strict=True)
               for name in then if then[name] != one[name]]  # fmt: skip
    assert changed == ["session_over"]
    statement = "SELECT digest, until FROM session_over"
    async with town.core.engine.connect() as connection:
        [over] = (await connection.exec_driver_sql(statement)).all()
    assert len(over.digest) == 32
    assert len(str(over.until)) == len("2026-11-24")
    assert found(MARKS, {"row": str(over).encode()}) == []
    town.clock.set(town.clock.now() + timedelta(days=2))
    await town.core.ticks.tidy()
    async with town.core.engine.connect() as connection:
        assert (await connection.exec_driver_sql(statement)).all() == []
    town.clock.set(town.clock.now() - timedelta(days=2))


async def test_nothing_is_left_of_somebody_who_was_here(stores: Stores, tmp_path: Path) -> None:
    said: dict[str, bytes] = {}

    def keep(ours: str, overheard: str) -> None:
        said.update(ours=ours.encode(), overheard=overheard.encode())

    async with sign_in_town(stores, tmp_path) as town:
        grace = await town.signed_in(GRACE)  # something lies there already
        await grace.goes("/me/do/concern")
        await grace.presses("Send", **{k: str(v) for k, v in CONCERN.items()} | {"release": "now"})
        await town.core.ticks.drain()
        with ExitStack() as stack, logged(keep):
            before, there, counted = rows(stores, stack), files(stores), counts()
            kofi = await comes_and_reads(town, 1)
            await grace.goes("/me")
            await grace.presses("Find", reference=WORDS)
            assert rows(stores, stack) == before
            assert files(stores) == there
            assert counts() == counted
            await leaves(kofi)
            await assert_only_a_digest_is_new(before, rows(stores, stack), town)
            assert counts() == counted
    assert found((*MARKS, WORDS), {"our log": said["ours"]}) == []
    lines = [
        line for line in said["ours"].splitlines() if b"mail.log" not in line
    ]  # the peer's own
    assert lines == []  # not one, so none says when
    # What the mail server keeps: an address, and that a letter went to it. The page says so.
    assert [line for line in town.mail.said if KOFI in line] == [f"RCPT {KOFI}"]


async def test_a_stranger_who_tries_leaves_nothing_either(stores: Stores, tmp_path: Path) -> None:
    async with sign_in_town(stores, tmp_path) as town:
        with ExitStack() as stack:
            before, there = rows(stores, stack), files(stores)
            stranger = await town.browser().goes("/")
            await stranger.presses("Send me a link", email="somebody@elsewhere.example")
            await stranger.goes("/sign-in/link?code=wrong")
            await stranger.presses("Sign in")
            assert stranger.answer.status_code == 403
            assert (rows(stores, stack), files(stores)) == (before, there)
    assert town.mail.letters == []
