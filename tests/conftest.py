"""What every test may ask for: real databases, a real browser; a loud word on what is missing."""

from collections.abc import AsyncIterator, Generator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest
from playwright.async_api import Browser, Page

from tests import peers
from tests.peers import browser as chromium
from tests.peers import postgres

MISSING = peers.missing()


@dataclass(frozen=True)
class Stores:
    """Two empty databases: the main one, and the keyring's, apart from it."""

    main_url: str
    keyring_url: str
    kind: Literal["sqlite", "postgres"]


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[postgres.Postgres]:
    """One PostgreSQL a test process."""
    with postgres.running(tmp_path_factory.mktemp("pg")) as server:
        server.hurry()
        yield server


@pytest.fixture
def postgres_url(postgres_server: postgres.Postgres) -> Iterator[str]:
    """An empty PostgreSQL database."""
    with postgres_server.database("main") as url:
        yield url


@pytest.fixture
def sqlite_stores(tmp_path: Path) -> Stores:
    """Two files that don't exist yet."""
    main, keyring = (f"sqlite+aiosqlite:///{tmp_path / name}.db" for name in ("main", "keyring"))
    return Stores(main, keyring, "sqlite")


@pytest.fixture
def postgres_stores(postgres_server: postgres.Postgres) -> Iterator[Stores]:
    """Two databases of one server."""
    with postgres_server.database("main") as main, postgres_server.database("keyring") as keyring:
        yield Stores(main, keyring, "postgres")


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def stores(request: pytest.FixtureRequest) -> Stores:
    """Empty stores; the test runs once on each kind of database."""
    chosen: Stores = request.getfixturevalue(f"{request.param}_stores")
    return chosen


@pytest.fixture
def database_url(stores: Stores) -> str:
    """An empty main database; the test runs once on each kind."""
    return stores.main_url


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """A Chromium of the test's own: it is bound to the test's loop."""
    async with chromium.launched() as launched:
        yield launched


@pytest.fixture
async def page(browser: Browser) -> AsyncIterator[Page]:
    """A window of someone nobody has seen before: no cookies, nothing remembered."""
    context = await browser.new_context(locale="en-GB", timezone_id="Europe/London")
    try:
        yield await context.new_page()
    finally:
        await context.close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test of a peer that isn't here is skipped, and says what would bring it."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")
        if "postgres_server" in getattr(item, "fixturenames", ()):
            item.add_marker("postgres")
        for marker, reason in MISSING.items():
            if item.get_closest_marker(marker):
                item.add_marker(pytest.mark.skip(reason=reason))


def _lines() -> list[str]:
    return [f"NOT AVAILABLE HERE ({marker}): {reason}" for marker, reason in MISSING.items()]


def pytest_report_header() -> list[str]:
    """Said aloud before the run."""
    return _lines()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """And again after it, where it is read."""
    for line in _lines():
        terminalreporter.write_line(line, red=True)


def _refuse_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    if peers.no_skip() and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"Skipped, and UPSTANDER_TESTS_NO_SKIP=1 refuses that: {report.longrepr}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """With UPSTANDER_TESTS_NO_SKIP=1 a skipped test fails."""
    report = yield
    _refuse_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """So does a skipped file."""
    report = yield
    _refuse_skip(report)
    return report
